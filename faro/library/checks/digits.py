"""No number stands in words by itself: phones, prices, days and ages come from contacts and facts, where a source stands."""

from collections.abc import Iterator
from datetime import date

from faro.library.checks import where
from faro.library.entries import Wording
from faro.library.library import Library
from faro.library.problems import Problem


def problems(library: Library, today: date) -> Iterator[Problem]:
    for (language, topic), wording in library.wordings.items():
        for text in texts(wording):
            if any(char.isdigit() for char in without_placeholders(text)):
                yield where.words(library, language, topic, f"a number stands in the words: {text[:60]!r}", needle=text[:25])


def texts(wording: Wording) -> list[str]:
    """Every text of a wording that a person may read."""
    gentle = [wording.gentle] if wording.gentle else []
    return [wording.title, wording.answer, *wording.steps, *gentle, *wording.countries.values()]


def without_placeholders(text: str) -> str:
    """The text with everything between braces left out."""
    kept, depth = [], 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth == 0 and char != "}":
            kept.append(char)
    return "".join(kept)
