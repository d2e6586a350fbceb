"""What stood on a button that a person pressed, in words: staff read no payloads."""

from faro.library import Library

LABELS = {
    "risk:yes": "ask-danger-yes", "risk:now": "ask-danger-yes", "risk:no": "ask-danger-no", "risk:notme": "button-not-about-me",
    "risk:later": "danger-not-now", "write:yes": "may-write-yes", "write:when_i_write": "may-write-when", "write:not_now": "may-write-not",
    "hush": "button-cannot-talk", "clear": "button-clear", "hidden": "button-hidden-word", "person": "button-person",
    "forget": "button-forget", "forget:yes": "forget-yes", "forget:no": "forget-no", "copy": "button-copy", "copy:yes": "copy-yes",
    "copy:no": "copy-no", "other": "button-other-person", "withdraw": "button-withdraw", "complain": "button-complain",
    "share:yes": "share-yes", "share:no": "share-no", "safe": "safe-yes", "correct": "button-correct", "source": "button-source",
    "wrong": "button-wrong", "menu": "button-menu", "shelter": "menu-shelter", "shelter:more": "services-button-more",
    "shelter:was": "visits-button", "shelter:sheet": "places-picture",
}  # fmt: skip
"""The beginning of a payload -> the string of its label; the longest beginning counts."""


def label(library: Library, language: str, payload: str) -> str:
    """The label in this language; that it was some button, where none is known."""
    what, _, about = payload.partition(":")
    key = {"menu": f"menu-{about}", "country": f"country-{about}"}.get(what, "")
    if what == "language" and library.strings.has(about, "language-name"):
        return library.say(about, "language-name")
    if key and library.strings.has("es", key):
        return library.say(language, key)
    pieces = payload.split(":")
    for end in range(len(pieces), 0, -1):
        if ":".join(pieces[:end]) in LABELS:
            return library.say(language, LABELS[":".join(pieces[:end])])
    return library.say(language, "desk-some-button")
