"""The official words that hide detention are understood and never used (promise 8). The list stands in content/euphemisms.txt."""

from collections.abc import Iterator
from datetime import date

from faro.library.checks import where
from faro.library.checks.digits import texts
from faro.library.library import Library
from faro.library.problems import Problem
from faro.library.text import fold


def problems(library: Library, today: date) -> Iterator[Problem]:
    forbidden: dict[str, list[str]] = {}
    for line in (library.root / "content" / "euphemisms.txt").read_text("utf-8").splitlines():
        language, equals, word = (part.strip() for part in line.partition("="))
        if equals and not line.startswith("#"):
            forbidden.setdefault(language, []).append(word)
    for (language, topic), wording in library.wordings.items():
        for text in texts(wording):
            padded = f" {fold(text)} "
            for word in forbidden.get(language, ()):
                if f" {fold(word)} " in padded:
                    yield where.words(library, language, topic, f"says {word!r}", needle=text[:25])
