"""The database: SQLite by default, PostgreSQL by its address; the same statements on both.

SQLite runs in WAL mode with `synchronous=FULL` and `BEGIN IMMEDIATE`; one process at a time holds the file (a lock beside it says so).
"""

import asyncio
import fcntl
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from faro.storage import migrate, pulses
from faro.storage.errors import InUse, KeyUnusable
from faro.storage.seal import Seal

T = TypeVar("T")


class Store:
    """An open database. `transaction` and `read` run a plain function of a connection; nothing else touches it."""

    def __init__(self, engine: AsyncEngine, seal: Seal, lock: int | None) -> None:
        self.engine = engine
        self.seal = seal
        self.sqlite = engine.dialect.name == "sqlite"
        self._lock = lock
        # SQLite has one writer anyway: waiting here costs nothing, waiting inside it costs busy time-outs.
        self._writer = asyncio.Lock() if self.sqlite else None

    @classmethod
    async def open(cls, url: str, seal: Seal, *, upgrade: bool = True, alone: bool = True) -> "Store":
        """Open (and with `upgrade` migrate) the database at this SQLAlchemy address.

        Raises KeyUnusable when another key sealed it, InUse when another process holds the SQLite file, SchemaTooNew when a newer Faro wrote it.
        """
        parsed = make_url(url)
        lock = None
        if parsed.get_backend_name() == "sqlite":
            parsed = parsed.set(drivername="sqlite+aiosqlite")
            lock = _hold(parsed.database) if alone else None
        else:
            parsed = parsed.set(drivername="postgresql+asyncpg")
        engine = create_async_engine(parsed, **_options(parsed.get_backend_name()))
        if lock is not None or parsed.get_backend_name() == "sqlite":
            _prepare_sqlite(engine)
        try:
            async with engine.begin() as connection:
                await connection.run_sync(migrate.bring_up if upgrade else migrate.refuse_newer)
                await connection.run_sync(lambda db: fits(db, seal))
        except BaseException:
            await engine.dispose()
            _release(lock)
            raise
        return cls(engine, seal, lock)

    async def transaction(self, fn: Callable[[Connection], T]) -> T:
        """Run `fn` in one transaction: all of it is stored, or nothing."""
        if self._writer is None:
            return await self._begin(fn)
        async with self._writer:
            return await self._begin(fn)

    async def read(self, fn: Callable[[Connection], T]) -> T:
        """Run `fn`, which only reads."""
        async with self.engine.connect() as connection:
            if self.sqlite:
                await connection.exec_driver_sql("BEGIN")
            return await connection.run_sync(fn)

    async def close(self) -> None:
        """Let go of the database and of the lock."""
        await self.engine.dispose()
        _release(self._lock)

    async def _begin(self, fn: Callable[[Connection], T]) -> T:
        async with self.engine.begin() as connection:
            if self.sqlite:
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
            return await connection.run_sync(fn)


KEY = "key"
"""The pulse that holds a sealed word and a keyed hash: both must come out the same with the key at hand."""


def fits(db: Connection, seal: Seal) -> None:
    """Raise KeyUnusable when this database was sealed with other keys; an empty one takes these."""
    noted = pulses.detail(db, KEY)
    if noted is None:
        sealed = seal.close("pulse.detail", KEY) or b""
        pulses.beat(db, KEY, datetime.now(UTC), f"{sealed.hex()} {seal.hash(KEY, KEY).hex()}")
        return
    sealed_hex, known = noted.split(" ")
    if seal.open("pulse.detail", bytes.fromhex(sealed_hex)) != KEY or seal.hash(KEY, KEY).hex() != known:
        raise KeyUnusable("FARO_KEY_FILE: the oldest key of this database is missing from the file; old lines must stay.")


def _options(backend: str) -> dict[str, Any]:
    return {} if backend == "sqlite" else {"pool_size": 5, "max_overflow": 10, "pool_pre_ping": True}


def _prepare_sqlite(engine: AsyncEngine) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def _pragmas(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves; the driver's own begin comes too late
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000", "secure_delete=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()


def _hold(database: str | None) -> int | None:
    """A lock file beside the database, held until the process ends (the system lets go of it at any death)."""
    if not database or database == ":memory:":
        return None
    path = Path(database)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise InUse(
            f"Another Faro works on {path}. One process a SQLite file; for more, set FARO_DATABASE_URL to PostgreSQL."
        ) from error
    return handle


def _release(lock: int | None) -> None:
    if lock is not None:
        with suppress(OSError):
            os.close(lock)
