"""Backups, restoring them, moving to another engine: whole databases as files. The key is never in them.

A backup is a SQLite file, also of a PostgreSQL database; it is taken from one state of the data while the service goes on.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Connection, create_engine, event

from faro.storage import migrate
from faro.storage.carrying import Carried, carry
from faro.storage.errors import StorageError
from faro.storage.sqlite import prepare
from faro.storage.store import Store, fits


async def backup(store: Store, path: Path) -> list[Carried]:
    """Write a backup. The file is complete or it is not there; only its owner may read it. Raises StorageError when it exists."""
    unfinished = _begun(path)
    try:
        with _file(unfinished, write=True) as target:
            migrate.bring_up(target)
            carried = await store.study(lambda db: carry(db, target))
        _on_disk(unfinished)
        unfinished.rename(path)
        _on_disk(path.parent)
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()
    return carried


async def restore(store: Store, path: Path) -> list[Carried]:
    """Fill an empty database from a backup, of this schema or an older one. Raises StorageError and leaves it empty otherwise."""
    with TemporaryDirectory() as folder:
        copy = _copied(path, Path(folder))
        with _file(copy, write=True) as source:
            migrate.bring_up(source)
        return await fill(store, copy)


async def fill(store: Store, path: Path) -> list[Carried]:
    """The rows of a SQLite file of today's schema into this empty store."""
    with _file(path, write=False) as source:
        fits(source, store.seal)
        return await store.transaction(lambda db: carry(source, _without_marks(db)))


def _without_marks(db: Connection) -> Connection:
    """A new database holds the mark of its key already; the one that comes is the same."""
    db.exec_driver_sql("DELETE FROM pulse")
    return db


def _begun(path: Path) -> Path:
    """An empty file beside the one to write, for its owner alone."""
    if path.exists():
        raise StorageError(f"{path} is there already; a backup overwrites nothing.")
    unfinished = path.with_name(f".{path.name}.unfinished")
    with suppress(FileNotFoundError):
        unfinished.unlink()
    os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
    return unfinished


def _copied(path: Path, folder: Path) -> Path:
    """A backup stays as it is: its schema is brought up in a copy."""
    if not path.is_file():
        raise StorageError(f"{path} is not there.")
    copy = folder / "backup.db"
    copy.touch(0o600)
    copy.write_bytes(path.read_bytes())
    return copy


@contextmanager
def _file(path: Path, *, write: bool) -> Iterator[Connection]:
    engine = create_engine(URL.create("sqlite", database=str(path)), hide_parameters=True)
    event.listen(engine, "connect", prepare)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
            yield connection
        with engine.connect() as connection:
            if write:
                connection.exec_driver_sql("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
    finally:
        engine.dispose()


def _on_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
