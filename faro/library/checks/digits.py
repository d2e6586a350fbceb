"""No number stands in words by itself: phones, prices, days and ages come from contacts and facts, where a source stands.

Strings of `locales/` are given their numbers by the program. The few that stand there are known here, with where they come from.
"""

import re
from collections.abc import Iterator
from datetime import date

from faro.library.checks import where
from faro.library.entries import LANGUAGES, Wording
from faro.library.library import Library
from faro.library.problems import Problem

STRINGS = ("chat.ftl", "first_words.ftl", "places.ftl", "services.ftl", "web.ftl")
"""Files of `locales/` that people in need read."""

OURS = {"chat.ftl": ("30",), "web.ftl": ("2", "10")}
"""Days and minutes of the program itself (`storage/retention`, the web chat), tested there."""

TYPED = "words-for-"
"""Strings that hold what people type (`na3am`), not what they read."""

OF_FACTS = {"first_words.ftl": "xx-hea-1"}
"""The fact whose values the first words after a danger may name: they are said at once, without being filled in."""


def problems(library: Library, today: date) -> Iterator[Problem]:
    for (language, topic), wording in library.wordings.items():
        for text in texts(wording):
            if any(char.isdigit() for char in without_placeholders(text)):
                yield where.words(library, language, topic, f"a number stands in the words: {text[:60]!r}", needle=text[:25])
    for name in STRINGS:
        yield from _strings(library, name, today)


def _strings(library: Library, name: str, today: date) -> Iterator[Problem]:
    fact = library.facts.get(OF_FACTS.get(name, ""))
    known = {*OURS.get(name, ()), *(str(value) for value in (fact.values.values() if fact and fact.in_date(today) else ()))}
    for language in LANGUAGES:
        file = f"locales/{language}/{name}"
        for line, key, text in lines(library, file):
            numbers = set() if key.startswith(TYPED) else set(re.findall(r"\d+", text))
            for number in sorted(numbers - known):
                yield Problem(file, line, key, f"the number {number} stands in a string, without a contact or a fact in force")


def lines(library: Library, file: str) -> Iterator[tuple[int, str, str]]:
    """(number, key, text) of each line of a file of strings; what stands between braces and remarks left out."""
    path = library.root / file
    key = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines() if path.is_file() else (), 1):
        found = re.match(r"([a-z][\w-]*) =", line)
        key = found[1] if found else key
        if not line.startswith("#"):
            yield number, key, without_placeholders(line.removeprefix(found[0]) if found else line)


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
