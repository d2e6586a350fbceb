"""The examples of danger are usable: phrases of two words or more, nothing that stands as danger and as harmless."""

from collections.abc import Iterator
from datetime import date

from faro.library.library import Library
from faro.library.lines import spelled
from faro.library.problems import Problem
from faro.library.text import fold


def problems(library: Library, today: date) -> Iterator[Problem]:
    if not library.phrases or not library.examples:
        yield Problem("content/risks", 0, "risks", "holds no phrases or no examples: nothing would be noticed")
    for missing in library.missing_risks:
        yield Problem(f"content/risks/{missing}", 0, "risks", "is missing: until it is back every message goes to a person")
    harmless = {(e.language, fold(e.text)) for e in library.examples if e.category is None}
    for example in library.examples:
        if example.category is not None and (example.language, fold(example.text)) in harmless:
            yield Problem(
                f"content/risks/{example.category}", 0, example.category, f"{example.text!r} stands under not_danger too"
            )
    for phrase in library.phrases:
        if any(len(fold(text).replace(" ", "")) < 5 for text in spelled(phrase.text)):
            file = f"content/risks/{phrase.category}/phrases/{phrase.language}.txt"
            yield Problem(file, 0, phrase.category, f"{phrase.text!r} is too short to mean danger by itself")
