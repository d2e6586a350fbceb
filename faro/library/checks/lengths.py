"""Nothing is longer than fits: titles are button labels, whole messages at most 900 characters in any country."""

from collections.abc import Iterator
from datetime import date
from string import Formatter

from faro.library.checks import where
from faro.library.entries import CATEGORIES, LANGUAGES, Wording
from faro.library.library import Library
from faro.library.lines import SEVERITIES
from faro.library.problems import Problem

TITLE = 40
MESSAGE = 900
CONTACTS = 220
"""Characters that two contact lines take at most, kept free beside the words."""
FIRST_WORDS = 420
LABEL = 28
"""Characters of a menu choice: two fit side by side on a small phone."""


def problems(library: Library, today: date) -> Iterator[Problem]:
    for (language, topic), wording in library.wordings.items():
        if len(wording.title) > TITLE:
            yield where.words(
                library, language, topic, f"the title has {len(wording.title)} characters, at most {TITLE}", needle="title:"
            )
        if not 2 <= len(wording.steps) <= 3 and not topic.startswith("bot."):
            yield where.words(library, language, topic, f"has {len(wording.steps)} steps, needs 2 or 3", needle="steps:")
        longest = _longest(library, wording)
        if longest > MESSAGE - CONTACTS:
            yield where.words(
                library,
                language,
                topic,
                f"{longest} characters beside the contacts, at most {MESSAGE - CONTACTS}",
                needle="answer:",
            )
    yield from _strings(library)


def _longest(library: Library, wording: Wording) -> int:
    pieces = [wording.answer, *wording.steps, wording.gentle or ""]
    notes = [len(_filled(library, note)) for note in wording.countries.values()]
    return sum(len(_filled(library, piece)) + 3 for piece in pieces if piece) + max(notes, default=0)


def _is_label(key: str) -> bool:
    return key.startswith("menu-") or (key.startswith("country-") and len(key) == len("country-MX"))


def _filled(library: Library, text: str) -> str:
    """Roughly as sent: a fact's value is a few characters, a contact a line."""
    try:
        return "".join(
            before + ("0000" if name == "fact" else "0" * 80 if name else "") for before, name, _, _ in Formatter().parse(text)
        )
    except ValueError:
        return text


def _strings(library: Library) -> Iterator[Problem]:
    for language in LANGUAGES:
        keys = library.strings.keys.get(language, {})
        for key in keys:
            said = library.say(language, key) if _is_label(key) else ""
            if len(said) > LABEL:
                yield where.at(library, f"locales/{language}/{keys[key]}", key, f"{len(said)} characters, at most {LABEL}")
        for category in CATEGORIES:
            for severity in SEVERITIES:
                key = f"risk-{category}-{severity}"
                if key in keys and len(library.say(language, key)) > FIRST_WORDS:
                    yield where.at(library, f"locales/{language}/{keys[key]}", key, f"longer than {FIRST_WORDS} characters")
