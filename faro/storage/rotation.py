"""Turning the keys: a new one at the top of the key file, and everything sealed anew with it.

The order makes a crash harmless at any instant: the file has the new key before anything is sealed with it, and old keys stay in it. A process that
meets a key that it does not know reads the file anew (`Seal.open`), so that it can go on meanwhile. The
oldest stays for ever, because chats are found by its hashes.
"""

import base64
import os
import secrets
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Table, select, update

from faro.storage.seal import KEY, Seal
from faro.storage.store import Store, note_key
from faro.storage.tables import Sealed, metadata

AT_ONCE = 500


def new_key(path: Path) -> Seal:
    """Write a new key at the top of the file, at once or not at all; the keys then."""
    seal = Seal.from_file(path)
    number = max(seal.keys) + 1
    line = f"{number}:{base64.b64encode(secrets.token_bytes(KEY)).decode()}\n"
    beside = path.with_name(f".{path.name}.new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(line + path.read_text("ascii"))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    return Seal.from_file(path)


def sealed_columns() -> list[tuple[Table, str]]:
    """Every column that holds sealed values; the seal knows it as `table.column`."""
    return [
        (table, column.name) for table in metadata.sorted_tables for column in table.columns if isinstance(column.type, Sealed)
    ]


def stale(db: Connection, seal: Seal) -> int:
    """How many values are sealed with an older key."""
    return sum(
        seal.stale(value)
        for table, name in sealed_columns()
        for (value,) in db.execute(select(table.c[name]).where(table.c[name].is_not(None)))
    )


def seal_anew(
    db: Connection, seal: Seal, table: Table, name: str, after: tuple[object, ...] | None
) -> tuple[int, tuple[object, ...] | None]:
    """One handful of a column: how many were sealed anew, and where to go on (None at the end)."""
    keys = list(table.primary_key.columns)
    column = table.c[name]
    query = select(*keys, column).where(column.is_not(None)).order_by(*keys).limit(AT_ONCE)
    if after is not None:
        query = query.where(keys[0] > after[0])
    rows = db.execute(query).all()
    done = 0
    for row in rows:
        value = row[-1]
        if seal.stale(value):
            here = f"{table.name}.{name}"
            same = [key == given for key, given in zip(keys, row, strict=False)]
            db.execute(update(table).where(*same).values({name: seal.close(here, seal.open(here, value))}))
            done += 1
    return done, (tuple(rows[-1][: len(keys)]) if len(rows) == AT_ONCE else None)


async def turn(store: Store, *, passes: int = 1) -> int:
    """Seal everything anew with the current key, a handful a transaction; how many values. May be broken off and begun again.

    Beside a running service a second pass takes what it sealed before it knew the new key.
    """
    done = 0
    for table, name in sealed_columns() * passes:
        after: tuple[object, ...] | None = None
        while True:
            count, after = await store.transaction(partial(seal_anew, seal=store.seal, table=table, name=name, after=after))
            done += count
            if after is None:
                break
    await store.transaction(lambda db: note_key(db, store.seal))
    return done
