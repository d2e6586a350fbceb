"""The moving parts: receive, work, deliver, timers. Holds no words and no rules."""
