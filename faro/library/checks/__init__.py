"""One module a rule. Each yields every problem it finds; `all_problems` runs them all, so that editors see everything at once."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from faro.library.checks import (
    asks,
    dates,
    digits,
    euphemisms,
    harm,
    ids,
    languages,
    lengths,
    operator,
    phones,
    placeholders,
    readability,
    risks,
    sources,
)
from faro.library.library import Library
from faro.library.problems import Problem


class Rule(Protocol):
    """A rule over the whole library."""

    def problems(self, library: Library, today: date) -> Iterator[Problem]: ...


RULES: dict[str, Rule] = {
    "ids": ids,
    "languages": languages,
    "sources": sources,
    "dates": dates,
    "phones": phones,
    "digits": digits,
    "lengths": lengths,
    "readability": readability,
    "placeholders": placeholders,
    "euphemisms": euphemisms,
    "asks": asks,
    "risks": risks,
    "harm": harm,
    "operator": operator,
}


def all_problems(library: Library, today: date) -> list[Problem]:
    """Everything that is wrong on this day, in the order of files; warnings after mistakes."""
    found = list(library.problems)
    for name, rule in RULES.items():
        found += [Problem(p.file, p.line, p.id, p.text, name, p.warning) for p in rule.problems(library, today)]
    return sorted(found, key=lambda problem: (problem.warning, problem))
