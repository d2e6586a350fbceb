"""Houses to play in. The words of danger are the tests' own, so that content can change."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from faro.library import Library
from faro.library.lines import Phrase
from tests.databases import Databases, engines_of

from .house import House, build

GRAVE = "zafarrancho"
"""Any text with this word is a critical danger."""

SERIOUS = "zozobra"
"""Any text with this word is a high danger."""


@pytest.fixture(scope="session")
def words(library: Library) -> Library:
    """The library with two made-up words of danger."""
    mine = (Phrase(GRAVE, "es", "self_harm", "critical"), Phrase(SERIOUS, "es", "gang_threat", "high"))
    return replace(library, phrases=library.phrases + mine)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test of a house runs on SQLite; those of some files on PostgreSQL too."""
    if "engine_name" in metafunc.fixturenames:
        alone = metafunc.definition.get_closest_marker("sqlite_alone") is not None
        metafunc.parametrize("engine_name", ("sqlite",) if alone else engines_of(Path(metafunc.module.__file__ or "").stem))


@pytest.fixture
async def address(engine_name: str, tmp_path: Path, databases: Databases) -> AsyncIterator[str]:
    """Where the house's database is."""
    given = await databases.fresh(engine_name, tmp_path)
    yield given
    await databases.done(given)


@pytest.fixture
async def house(address: str, words: Library) -> AsyncIterator[House]:
    """A Faro with a staff group that has topics."""
    made = await build(address, words)
    yield made
    await made.engine.store.close()


@pytest.fixture
async def plain_house(address: str, words: Library) -> AsyncIterator[House]:
    """A Faro whose staff group has no topics."""
    made = await build(address, words, topics=False)
    yield made
    await made.engine.store.close()
