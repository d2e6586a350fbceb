"""A real database for each test, on each engine. Tests of what is SQLite's own take `lite`."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from faro.storage import Seal, Store
from tests.databases import ENGINES, Databases


@pytest.fixture(params=ENGINES)
async def store(request: pytest.FixtureRequest, tmp_path: Path, databases: Databases) -> AsyncIterator[Store]:
    """An open, empty database."""
    address = await databases.fresh(request.param, tmp_path)
    opened = await Store.open(address, Seal.fresh())
    yield opened
    await opened.close()
    await databases.done(address)


@pytest.fixture
async def lite(tmp_path: Path, databases: Databases) -> AsyncIterator[Store]:
    """An open, empty SQLite file."""
    opened = await Store.open(databases.sqlite(tmp_path), Seal.fresh())
    yield opened
    await opened.close()


@pytest.fixture(params=ENGINES)
async def url(request: pytest.FixtureRequest, tmp_path: Path, databases: Databases) -> str:
    """The address of a database that nobody has opened yet."""
    return await databases.empty(request.param, tmp_path)
