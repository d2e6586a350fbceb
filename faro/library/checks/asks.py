"""No way of asking stands under two topics: the same words (folded), or nearly the same letters, cannot teach two things."""

from collections.abc import Iterator
from datetime import date

from rapidfuzz.distance import Levenshtein

from faro.library.checks import where
from faro.library.library import Library
from faro.library.lines import Ask
from faro.library.problems import Problem
from faro.library.text import fold

LONG = 16
"""Letters from which two ways of asking are compared letter by letter: in short ones a letter makes another question."""

ENDS = 12
"""Letters at the beginning or at the end that two nearly equal lines share: only such pairs are compared."""

SLIPS = 2
"""Letters by which two lines may differ and still be nearly the same."""


def problems(library: Library, today: date) -> Iterator[Problem]:
    yield from _same(library)
    yield from _nearly(library)


def _nearly(library: Library) -> Iterator[Problem]:
    """A slip of the finger, a plural, a space: the same question all the same."""
    near: dict[tuple[str, str, str], list[tuple[str, Ask]]] = {}
    for ask in library.asks:
        letters = fold(ask.text).replace(" ", "")
        if len(letters) < LONG:
            continue
        for key in ((ask.language, "begins", letters[:ENDS]), (ask.language, "ends", letters[-ENDS:])):
            beside = near.setdefault(key, [])
            first = next((other for held, other in beside if _slip(held, letters) and other.topic != ask.topic), None)
            beside.append((letters, ask))
            if first is not None:
                file = _file(library, ask.language, ask.topic, ask.writer)
                text = f"{ask.text!r} stands nearly the same under {first.topic} ({first.text!r})"
                yield where.at(library, file, ask.topic, text, needle=ask.text)
                break


def _slip(one: str, other: str) -> bool:
    return 0 < Levenshtein.distance(one, other, score_cutoff=SLIPS) <= SLIPS


def _same(library: Library) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for ask in library.asks:
        key = (ask.language, " ".join(sorted(fold(ask.text).split())))
        first = seen.setdefault(key, ask.topic)
        if first != ask.topic:
            file = _file(library, ask.language, ask.topic, ask.writer)
            yield where.at(
                library, file, ask.topic, f"{ask.text!r} stands under {first} too", needle=ask.text, warning=len(key[1]) <= 12
            )


def _file(library: Library, language: str, topic: str, writer: str) -> str:
    name = f"{topic}.{writer}.txt" if writer != "team" else f"{topic}.txt"
    return f"content/asks/{language}/{name}"
