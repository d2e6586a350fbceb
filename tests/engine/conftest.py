"""Houses to play in. The words of danger are the tests' own, so that content can change."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from faro.library import Library
from faro.library.lines import Phrase

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


@pytest.fixture
async def house(tmp_path: Path, words: Library) -> AsyncIterator[House]:
    """A Faro with a staff group that has topics."""
    made = await build(tmp_path / "faro.db", words)
    yield made
    await made.engine.store.close()


@pytest.fixture
async def plain_house(tmp_path: Path, words: Library) -> AsyncIterator[House]:
    """A Faro whose staff group has no topics."""
    made = await build(tmp_path / "faro.db", words, topics=False)
    yield made
    await made.engine.store.close()
