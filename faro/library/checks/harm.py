"""Whom a person is sent to fits who does the harm: police never alone, nor first, where an official may be the doer (promise of DESIGN.md)."""

from collections.abc import Iterator
from datetime import date

from faro.library.checks import where
from faro.library.entries import CATEGORIES
from faro.library.library import Library
from faro.library.problems import Problem

DOERS = ("family", "official", "gang", "employer", "shelter", "unknown")
OFFICIALS = ("police", "migration", "crime_report")


def problems(library: Library, today: date) -> Iterator[Problem]:
    for category in CATEGORIES:
        file = f"content/protocols/{category}.yaml"
        protocol = library.protocols.get(category)
        if protocol is None:
            yield Problem(file, 0, category, "has no protocol")
            continue
        for doer in DOERS:
            kinds = protocol.doers.get(doer)
            if not kinds:
                yield where.at(library, file, category, f"says nothing of harm by {doer}", needle="doers:")
            elif doer in ("official", "unknown") and (kinds[0] in OFFICIALS or set(kinds) <= set(OFFICIALS)):
                yield where.at(library, file, category, f"harm by {doer}: police or migration first or alone", needle=f"{doer}:")
