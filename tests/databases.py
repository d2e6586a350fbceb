"""Which databases the tests of storage and engine run on: SQLite, and a real PostgreSQL.

The storage's tests run on both; of the engine's those files that meet the database most (ON_BOTH), and with FARO_TEST_ENGINES=all every one.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from faro.storage import Store
from tests import postgresql

ENGINES = ("sqlite", "postgresql")

ON_BOTH = ("test_danger", "test_deliver", "test_erased", "test_erasure", "test_faults", "test_intake")
"""Files of tests/engine that run on PostgreSQL too: the rest adds minutes and no other statement."""


class Databases:
    """Gives each test an address of its own on the engine that it asks for."""

    def __init__(self, server: postgresql.Server | None, reason: str = "") -> None:
        self._server = server
        self._reason = reason

    @property
    def server(self) -> postgresql.Server:
        """The PostgreSQL server; the test is skipped, with the reason, where there is none."""
        if self._server is None:
            pytest.skip(self._reason)
        return self._server

    def sqlite(self, folder: Path) -> str:
        return f"sqlite:///{folder / 'faro.db'}"

    async def fresh(self, engine: str, folder: Path | None) -> str:
        """The address of a database without rows."""
        return self.sqlite(folder or Path()) if engine == "sqlite" else await self.server.fresh()

    async def done(self, url: str) -> None:
        """The test is over; nobody holds the database open."""
        if self._server is not None and url.startswith("postgresql"):
            await self._server.give_back(url)

    async def empty(self, engine: str, folder: Path) -> str:
        """The address of a database without tables."""
        return self.sqlite(folder) if engine == "sqlite" else await self.server.empty()


@contextmanager
def opened() -> Iterator[Databases]:
    """One server for the run."""
    try:
        with postgresql.running() as server:
            yield Databases(server)
    except postgresql.Unavailable as reason:
        yield Databases(None, f"no PostgreSQL: {reason}")


def engines_of(file: str) -> tuple[str, ...]:
    """The engines on which the tests of this file of tests/engine run."""
    every = os.environ.get("FARO_TEST_ENGINES") == "all"
    return ENGINES if every or file in ON_BOTH else ("sqlite",)


@contextmanager
def full(store: Store, on: str = "query_only=ON", off: str = "query_only=OFF") -> Iterator[None]:
    """A SQLite file that takes nothing more until the block ends, as on a disk without room."""
    database: Any = store._database
    how = [on]

    def told(connection: Any, *_: object) -> None:
        connection.execute(f"PRAGMA {how[0]}")

    event.listen(database._engine, "checkout", told)
    yield
    how[0] = off
