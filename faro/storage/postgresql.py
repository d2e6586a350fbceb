"""PostgreSQL: several processes on one database, each transaction on one state of the data, run again where two of them met.

A verb reads, decides and writes; on SQLite the one writer makes that safe. Here `REPEATABLE READ` does: who would overwrite what another
transaction changed meanwhile is told so by the database, and its function is run once more on what is there now.
"""

import asyncio
import random
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from sqlalchemy import URL, Connection, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from faro.storage.line import Line, notice_silence

T = TypeVar("T")

MET = ("40001", "40P01")
"""What PostgreSQL calls two transactions that met: one lost an update, or both waited for each other."""

PERSISTS = 15.0
"""Seconds for which it is tried again; then it fails as it is, and its caller tries later anyway."""

CONNECTIONS = 16
"""Connections of a process, kept open: opening one costs more than a turn. PostgreSQL's own limit is 100 for all processes together."""

SETTINGS = {
    "application_name": "faro",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "60s",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
}


class Postgresql:
    """An open PostgreSQL database."""

    def __init__(self, url: URL) -> None:
        driven = url.set(drivername="postgresql+asyncpg")
        self._engine = create_async_engine(
            driven,
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_pre_ping=True,
            hide_parameters=True,
            isolation_level="REPEATABLE READ",
            connect_args={"server_settings": SETTINGS, "timeout": 10},
        )
        event.listen(self._engine.sync_engine, "connect", lambda made, record: notice_silence(made.driver_connection))
        self.line = Line(url.set(drivername="postgresql").render_as_string(hide_password=False))

    async def write(self, fn: Callable[[Connection], T], *, first: bool = False) -> T:
        """Run `fn` in one transaction; again when another one changed meanwhile what it would change. Nobody waits in a line here."""
        until, attempt = monotonic() + PERSISTS, 0
        while True:
            try:
                async with self._engine.begin() as connection:
                    return await connection.run_sync(fn)
            except DBAPIError as error:
                if not met(error) or monotonic() > until:
                    raise
            attempt += 1
            await asyncio.sleep(random.uniform(0, 0.002 * 2 ** min(attempt, 6)))  # noqa: S311  (no secret)

    async def read(self, fn: Callable[[Connection], T]) -> T:
        """Run `fn`, which only reads, on one state of the data."""
        async with self._engine.connect() as connection:
            return await connection.run_sync(fn)

    async def study(self, fn: Callable[[Connection], T]) -> T:
        """Run `fn`, which only reads, and may read much. A second process is the remedy here, not a thread."""
        return await self.read(fn)

    async def close(self) -> None:
        """Let go of the database."""
        await self.line.close()
        await self._engine.dispose()


def met(error: DBAPIError) -> bool:
    """Whether it failed only because another transaction was quicker."""
    return getattr(error.orig, "sqlstate", None) in MET
