"""A number out of what anybody may have written: an address, a form, the payload of a button. The one place where such a text becomes one."""

LONGEST = 18
"""Digits of a number that a database takes for a key; more is nobody's number."""

DIGITS = f"[0-9]{{1,{LONGEST}}}"


def number(given: object) -> int | None:
    """The number that is written there in plain digits; None for anything else, and for one that no row can have."""
    text = str(given) if isinstance(given, str | int) and not isinstance(given, bool) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else None
