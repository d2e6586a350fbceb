"""No way of asking stands under two topics: the same words (folded) cannot teach two things."""

from collections.abc import Iterator
from datetime import date

from faro.library.checks import where
from faro.library.library import Library
from faro.library.problems import Problem
from faro.library.text import fold


def problems(library: Library, today: date) -> Iterator[Problem]:
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
