"""PostgreSQL: several processes on one database; rows are locked by whoever works on them."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import URL, Connection
from sqlalchemy.ext.asyncio import create_async_engine

T = TypeVar("T")


class Postgresql:
    """An open PostgreSQL database."""

    def __init__(self, url: URL) -> None:
        driven = url.set(drivername="postgresql+asyncpg")
        self._engine = create_async_engine(driven, pool_size=5, max_overflow=10, pool_pre_ping=True)

    async def write(self, fn: Callable[[Connection], T]) -> T:
        """Run `fn` in one transaction."""
        async with self._engine.begin() as connection:
            return await connection.run_sync(fn)

    async def read(self, fn: Callable[[Connection], T]) -> T:
        """Run `fn`, which only reads."""
        async with self._engine.connect() as connection:
            return await connection.run_sync(fn)

    async def close(self) -> None:
        """Let go of the database."""
        await self._engine.dispose()
