"""SQLite: one process a file, one writer that does each transaction as a whole in a thread of its own; small looks go through aiosqlite,
large ones through a few threads that only read.

A driver that hops between threads at each statement costs some 300 hops a message, so a transaction is one hop here; and what it reads is
opened in the loop in which everybody else waits, which is no place for ten thousand cases (docs/decisions/0005).
WAL mode lets readers go on beside the writer; `synchronous=FULL` makes a commit survive a power cut.
"""

import asyncio
import fcntl
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from pathlib import Path
from queue import PriorityQueue
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.ext.asyncio import create_async_engine

from faro.storage.errors import InUse
from faro.storage.line import Alone

T = TypeVar("T")

PRAGMAS = ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")

Job = tuple[bool, int, Callable[[Connection], Any], "Future[Any]"]
"""A transaction that waits: not among the first, its number, what it does, who waits for it."""

READERS = 4
"""Large looks that run side by side. More would only wait for each other: it is one interpreter."""


class Sqlite:
    """An open SQLite file. Raises InUse when another process holds it."""

    def __init__(self, url: URL, *, alone: bool = True) -> None:
        self._lock = _hold(url.database) if alone else None
        self.line = Alone()
        self._engine = create_engine(url.set(drivername="sqlite"), hide_parameters=True)
        event.listen(self._engine, "connect", prepare)
        self._writer = ThreadPoolExecutor(1, "sqlite-write")
        self._waiting: PriorityQueue[Job] = PriorityQueue()
        self._asked = count()
        memory = not url.database or url.database == ":memory:"
        self._readers = self._writer if memory else ThreadPoolExecutor(READERS, "sqlite-read")
        self._looking = None if memory else create_async_engine(url.set(drivername="sqlite+aiosqlite"))
        if self._looking is not None:
            event.listen(self._looking.sync_engine, "connect", prepare)

    async def write(self, fn: Callable[[Connection], T], *, first: bool = False) -> T:
        """Run `fn` in one transaction, after those that came before; `first` after those of its kind only."""
        done: Future[T] = Future()
        self._waiting.put((not first, next(self._asked), fn, done))
        self._writer.submit(self._write_next)
        return await asyncio.wrap_future(done)

    async def read(self, fn: Callable[[Connection], T]) -> T:
        """Run `fn`, a small look at one state of the data."""
        if self._looking is None:
            return await self.study(fn)
        async with self._looking.connect() as connection:
            await connection.exec_driver_sql("BEGIN")
            return await connection.run_sync(fn)

    async def study(self, fn: Callable[[Connection], T]) -> T:
        """Run `fn`, a look that may open thousands of rows, at one state of the data."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._run, "BEGIN", fn)

    async def close(self) -> None:
        """Let what runs come to its end, then let go of the file."""
        for threads in {self._writer, self._readers}:
            await asyncio.to_thread(threads.shutdown)
        if self._looking is not None:
            await self._looking.dispose()
        self._engine.dispose()
        if self._lock is not None:
            with suppress(OSError):
                os.close(self._lock)

    def _write_next(self) -> None:
        _, _, fn, done = self._waiting.get_nowait()
        if not done.set_running_or_notify_cancel():
            return
        try:
            result = self._run("BEGIN IMMEDIATE", fn)
        except BaseException as error:
            done.set_exception(error)
        else:
            done.set_result(result)

    def _run(self, begin: str, fn: Callable[[Connection], T]) -> T:
        with self._engine.begin() as connection:
            connection.exec_driver_sql(begin)
            return fn(connection)


def prepare(connection: Any, record: Any) -> None:
    """What each new connection is set to."""
    connection.isolation_level = None  # we say BEGIN ourselves; the driver's own begin comes too late
    cursor = connection.cursor()
    for pragma in PRAGMAS:
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
    path.touch(0o600)  # what stands beside it (WAL, journal) takes its rights from it
    return handle
