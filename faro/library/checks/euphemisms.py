"""The official words that hide detention are understood and never used (promise 8). The list stands in content/euphemisms.txt."""

from collections.abc import Iterator
from datetime import date

from faro.library.checks import where
from faro.library.checks.digits import STRINGS, lines, texts
from faro.library.entries import LANGUAGES
from faro.library.library import Library
from faro.library.problems import Problem
from faro.library.text import fold


def problems(library: Library, today: date) -> Iterator[Problem]:
    forbidden = _forbidden(library)
    for (language, topic), wording in library.wordings.items():
        for text in texts(wording):
            for word in _said(text, forbidden.get(language, {})):
                yield where.words(library, language, topic, f"says {word!r}", needle=text[:25])
    for language in LANGUAGES:
        for name in STRINGS:
            file = f"locales/{language}/{name}"
            for line, key, text in lines(library, file):
                for word in _said(text, forbidden.get(language, {})):
                    yield Problem(file, line, key, f"says {word!r}")


def _forbidden(library: Library) -> dict[str, dict[str, str]]:
    """By language: the word, folded, and as it is written."""
    found: dict[str, dict[str, str]] = {}
    for line in (library.root / "content" / "euphemisms.txt").read_text("utf-8").splitlines():
        language, equals, word = (part.strip() for part in line.partition("="))
        if equals and not line.startswith("#"):
            found.setdefault(language, {})[fold(word)] = word
    return found


def _said(text: str, words: dict[str, str]) -> list[str]:
    padded = f" {fold(text)} "
    return [word for folded, word in words.items() if f" {folded} " in padded]
