"""A real SQLite file for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from faro.storage import Seal, Store


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """An open, empty database."""
    opened = await Store.open(f"sqlite:///{tmp_path / 'faro.db'}", Seal.fresh())
    yield opened
    await opened.close()
