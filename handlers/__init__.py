"""One module per audience and channel: a platform's object <-> `Message` / `Reply`. No decisions, no texts."""

import os

# Without this python-telegram-bot warns whenever Telegram names seconds, as in each 429; it then gives them as a timedelta.
os.environ.setdefault("PTB_TIMEDELTA", "true")
