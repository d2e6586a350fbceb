"""Who runs this Faro is said, and whoever serves a country answers for it."""

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from faro.library.checks import where
from faro.library.entries import COUNTRIES
from faro.library.library import Library
from faro.library.problems import Problem

FILE = "content/operator.yaml"


def problems(library: Library, today: date) -> Iterator[Problem]:
    operator = library.operator
    try:
        ZoneInfo(operator.timezone)
    except (KeyError, ValueError):
        yield where.at(library, FILE, "operator", f"{operator.timezone!r} is not a time zone", needle="timezone")
    if operator.sample:
        yield where.at(library, FILE, "operator", "is the sample: nobody runs this Faro", needle="sample", warning=True)
    for country, served in operator.countries_served.items():
        if country not in COUNTRIES:
            yield where.at(library, FILE, country, "is none of our countries", needle=f"{country}:")
        if served.owner is None and not operator.sample:
            yield where.at(library, FILE, country, "has no owner: shown as unknown", needle=f"{country}:", warning=True)
        if served.duty_to_report and served.duty_fact not in library.facts:
            yield where.at(library, FILE, country, "the duty to report names no fact", needle=f"{country}:")
