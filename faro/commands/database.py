"""`database`: bringing the schema up to date."""

import asyncio

import typer
from rich.console import Console

from faro.commands import opening
from faro.storage import Seal, Store, migrate
from faro.storage.errors import StorageError

app = typer.Typer(help="Look after the database.", no_args_is_help=True)
out = Console(highlight=False)


@app.command()
def upgrade() -> None:
    """Bring the database of FARO_DATABASE_URL (or the SQLite file in FARO_DATA) to the newest schema. No row is lost."""
    settings = opening.settings()
    try:
        version = asyncio.run(_upgrade(settings.database, Seal.from_file(settings.key)))
    except StorageError as error:
        opening.fail(str(error))
    out.print(f"The database is at schema {version}.")


async def _upgrade(url: str, seal: Seal) -> str | None:
    store = await Store.open(url, seal)
    try:
        return await store.read(migrate.version)
    finally:
        await store.close()
