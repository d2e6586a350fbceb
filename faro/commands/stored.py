"""One verb on the database in use, for a short command; also while Faro runs."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

from faro.commands import opening
from faro.storage import Seal, Store
from faro.storage.errors import StorageError

T = TypeVar("T")


def with_store(fn: Callable[[Connection, Seal], T]) -> T:
    """What the verb gives; one sentence and the end where the database cannot be used, or the verb refuses."""
    settings = opening.settings()

    async def run() -> T:
        seal = opening.seal(settings)
        store = await Store.open(settings.database, seal, alone=False)
        try:
            return await store.transaction(lambda db: fn(db, seal))
        finally:
            await store.close()

    try:
        return asyncio.run(run())
    except (StorageError, ValueError) as error:
        opening.fail(str(error))
    except OSError as error:
        opening.fail(f"FARO_DATA: {settings.data} cannot be used ({error.strerror}).")
