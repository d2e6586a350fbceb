"""The middle of Faro, pure: a message and what is remembered go in, what should happen comes out.

Nothing in this room reads a file, a clock or a network, and nothing awaits: `now` and the library are arguments.
"""
