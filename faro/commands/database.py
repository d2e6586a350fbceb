"""`database`: the schema, moving to PostgreSQL, backups and restoring them, turning the keys, what is kept."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from faro.commands import opening
from faro.settings import Settings, usable
from faro.storage import Seal, Store, copies, migrate, rotation
from faro.storage.carrying import Carried
from faro.storage.errors import StorageError

app = typer.Typer(help="Look after the database.", no_args_is_help=True)
out = Console(highlight=False, soft_wrap=True)

T = TypeVar("T")


@app.command()
def upgrade() -> None:
    """Bring the database of FARO_DATABASE_URL (or the SQLite file in FARO_DATA) to the newest schema. No row is lost."""
    settings = opening.settings()
    version = _do(_upgrade(settings))
    out.print(f"The database is at schema {version}.")


@app.command()
def backup(file: Path = typer.Argument(..., help="The file to write; it must not be there yet.")) -> None:
    """Write a backup, also while Faro runs. It is a SQLite file whichever database is in use; the key is not in it."""
    settings = opening.settings()
    _show(_do(_backup(settings, file.absolute())), "written")
    out.print(f"{file} holds everything but the key. Keep {settings.key} apart from it: without it nobody can read the backup.")


@app.command()
def restore(file: Path = typer.Argument(..., help="A backup.")) -> None:
    """Fill the empty database of FARO_DATABASE_URL (or of a new FARO_DATA) from a backup. The key file must be the one of then."""
    settings = opening.settings()
    if not settings.key.is_file():
        opening.fail(f"FARO_KEY_FILE: {settings.key} is not there; a backup opens only with the key that sealed it.")
    _show(_do(_restore(settings, file.absolute())), "restored")


@app.command()
def move(to: str = typer.Argument(..., help="Address of an empty database, such as postgresql://faro@localhost/faro.")) -> None:
    """Carry everything from the SQLite file into an empty database. Stop Faro first; the file stays as it was."""
    settings = opening.settings()
    try:
        usable(to)
    except ValueError as error:
        opening.fail(f"The address {error}.")
    if make_url(settings.database).get_backend_name() != "sqlite":
        opening.fail("FARO_DATABASE_URL: only a SQLite file can be moved; for PostgreSQL use pg_dump.")
    _show(_do(_move(settings, to)), "moved")
    out.print("Set FARO_DATABASE_URL to the new address and start Faro. The key file stays the same.")


@app.command(name="rotate-key")
def rotate_key(
    beside: Annotated[
        bool, typer.Option("--beside", help="While Faro runs; only where all processes read this very key file.")
    ] = False,
) -> None:
    """Make a new key and seal everything anew with it. Stop Faro first, or say --beside. May be broken off and begun again."""
    settings = opening.settings()
    number, count = _do(_rotate(settings, beside=beside))
    out.print(
        f"Key {number} seals from now on; {count} values were sealed anew. Keep the whole key file: its oldest line finds chats."
    )


async def _upgrade(settings: Settings) -> str | None:
    store = await Store.open(settings.database, _seal(settings))
    try:
        return await store.read(migrate.version)
    finally:
        await store.close()


async def _backup(settings: Settings, file: Path) -> list[Carried]:
    store = await Store.open(settings.database, _seal(settings), upgrade=False, alone=False)
    try:
        return await copies.backup(store, file)
    finally:
        await store.close()


async def _restore(settings: Settings, file: Path) -> list[Carried]:
    store = await Store.open(settings.database, _seal(settings))
    try:
        return await copies.restore(store, file)
    finally:
        await store.close()


async def _move(settings: Settings, to: str) -> list[Carried]:
    seal = _seal(settings)
    here = await Store.open(settings.database, seal)
    try:
        there = await Store.open(to, seal)
        try:
            return await copies.fill(there, Path(make_url(settings.database).database or ""))
        finally:
            await there.close()
    finally:
        await here.close()


async def _rotate(settings: Settings, *, beside: bool) -> tuple[int, int]:
    store = await Store.open(settings.database, _seal(settings), upgrade=not beside, alone=not beside, by_itself=not beside)
    try:
        store.seal = rotation.new_key(settings.key)
        return store.seal.current, await rotation.turn(store, passes=2 if beside else 1)
    finally:
        await store.close()


def _seal(settings: Settings) -> Seal:
    return opening.seal(settings)


def _do(work: Coroutine[Any, Any, T]) -> T:
    """Do it; what storage refuses is one sentence and exit status 2."""
    try:
        return asyncio.run(work)
    except StorageError as error:
        opening.fail(str(error))
    except (SQLAlchemyError, OSError) as error:
        # The driver's own words may quote an address with its password.
        opening.fail(f"The database cannot be used ({type(error).__name__}); nothing was changed.")


def _show(carried: list[Carried], done: str) -> None:
    table = Table(box=None, pad_edge=False)
    for head, side in (("table", "left"), ("rows", "right"), ("checksum", "left")):
        table.add_column(head, justify=side)  # type: ignore[arg-type]
    for one in carried:
        table.add_row(one.table, str(one.rows), one.checksum)
    out.print(table)
    out.print(f"{sum(one.rows for one in carried)} rows {done}; counts and checksums agree.")
