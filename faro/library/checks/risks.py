"""The examples of danger are usable: phrases of two words or more, nothing that stands as danger and as harmless."""

from collections.abc import Iterator
from datetime import date

from faro.library.checks import where
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
            name = example.language if example.writer == "team" else f"{example.language}.{example.writer}"
            file, text = f"content/risks/{example.category}/{name}.txt", f"{example.text!r} stands under not_danger too"
            yield where.at(library, file, example.category, text, needle=example.parts[0])
    for phrase in library.phrases:
        if phrase.sure and any(len(fold(text).replace(" ", "")) < 5 for text in spelled(phrase.text)):
            file = f"content/risks/{phrase.category}/phrases/{phrase.language}.txt"
            text = f"{phrase.text!r} is too short to mean danger by itself"
            yield where.at(library, file, phrase.category, text, needle=f"\n{phrase.text}\n")
