"""What staff should think about twice before it reaches a phone: numbers, accounts, links, money, a meeting, another language.

Somebody who wants to harm a child asks for exactly these; a tired colleague types them in good faith. Nothing is forbidden: it asks
for a second click and a coordinator sees it.
"""

import re
from enum import StrEnum

from faro.assistant.language import detect
from faro.library import Library
from faro.library.entries import LANGUAGES
from faro.library.text import fold


class Caution(StrEnum):
    """Each has a string `desk-caution-<name>`."""

    PHONE = "phone"
    HANDLE = "handle"
    LINK = "link"
    MONEY = "money"
    MEETING = "meeting"
    LANGUAGE = "language"


PHONE = re.compile(r"(?:\d[\s().-]{0,2}){7,}")
"""Seven digits or more. A number of the directory, as ready answers carry it, is none to think about."""
HANDLE = re.compile(
    r"(?<![\w.])@\w{3,}|\b(?:whatsapp|instagram|insta|facebook|tiktok|snapchat|telegram|signal|discord|zalo|imo)\b", re.I
)
LINK = re.compile(
    r"https?://|www\.|\b[\w-]+\.(?:com|org|net|info|me|gg|io|link|gob|gov|mx|gt|hn|sv|ni|cr|pa|do|bz|us|ca|br|es|fr)\b", re.I
)
MONEY = re.compile(
    r"[$€£]\s?\d|\d\s?[$€£]|\b\d+\s*(?:pesos|dolares|quetzales|lempiras|cordobas|colones|balboas|reais|dollars|goud|gourdes|usd|mxn)\b"
)

CERTAIN, LONG = 0.9, 25
"""A text is said to be in another language only when it is long and the guess is sure."""


def of(words: str, library: Library, language: str) -> tuple[Caution, ...]:
    """What is to be thought about in these words to a person who speaks this language, in the order of `Caution`."""
    folded = fold(words)
    found = {
        Caution.PHONE: any(_digits(number) not in _confirmed(library) for number in PHONE.findall(words)),
        Caution.HANDLE: bool(HANDLE.search(words)),
        Caution.LINK: bool(LINK.search(words)),
        Caution.MONEY: bool(MONEY.search(words.casefold())) or _says(library, "money", folded),
        Caution.MEETING: _says(library, "meeting", folded),
        Caution.LANGUAGE: foreign(words, library, language) is not None,
    }
    return tuple(caution for caution, there in found.items() if there)


def foreign(words: str, library: Library, language: str) -> str | None:
    """The language of the words where it surely is not the person's."""
    if len(words) < LONG or language not in LANGUAGES:
        return None
    guess = detect(words, library)
    sure = guess.confidence >= CERTAIN and guess.language in LANGUAGES
    return guess.language if sure and guess.language != language else None


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit())


def _confirmed(library: Library) -> set[str]:
    """The digits of all numbers of the directory."""
    return {_digits(number.number) for contact in library.contacts.values() for number in contact.numbers}


def _says(library: Library, what: str, folded: str) -> bool:
    """Whether one of the words for it, in any language, stands there: `words-for-<what>` of `locales/`."""
    padded = f" {folded} "
    spoken = {fold(word) for code in LANGUAGES for word in library.say(code, f"words-for-{what}").split(",")}
    return any(f" {word} " in padded for word in spoken if word)
