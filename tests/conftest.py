"""What all tests share: the library as it stands, an operator who really reads, a clock that does not move by itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from faro.assistant import language
from faro.library import Library, open_library
from faro.library.entries import COUNTRIES, Hours, Operator, Served
from tests.databases import Databases, opened

NOON = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
"""A Tuesday, noon in Mexico City: somebody reads."""

NIGHT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
"""Two in the morning in Mexico City: nobody reads."""


@pytest.fixture(scope="session")
def sample_library() -> Library:
    """The library as shipped: its operator is a sample, so nobody reads."""
    return open_library(strict=False)


@pytest.fixture(scope="session")
def library(sample_library: Library) -> Library:
    """The library with an operator whose people read from 8 to 20 in Mexico City, its tables made: no first turn waits for them."""
    made = replace(sample_library, operator=a_team()).warm()
    language.detect("hola", made)
    return made


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Where a test's database comes from; PostgreSQL is started for the first that asks."""
    with opened() as ready:
        yield ready


def a_team() -> Operator:
    """An operator that is no sample."""
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return Operator(
        name="Casa del Puente",
        country="MX",
        contact="equipo@example.org",
        staff_languages=("es", "en"),
        timezone="America/Mexico_City",
        hours=(Hours(days=days, from_="08:00", to="20:00"),),
        holidays=(date(2026, 12, 25),),
        countries_served={country: Served(owner="Ana", review_month=3) for country in COUNTRIES},
    )
