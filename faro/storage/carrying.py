"""All rows from one database into an empty one, of either engine, with counts and checksums: moving, backup and restore are this.

Rows travel as they are: sealed values stay sealed. Ids stay, and the next id goes on after the highest that was ever given, because
causes and references outlive rows. The checksum of a table is the sum of its rows' hashes, so that no order has to be agreed on.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text

from faro.storage.errors import StorageError
from faro.storage.tables import metadata

AT_ONCE = 500
MODULUS = 2**256


class NotEmpty(StorageError):
    """Rows are carried into an empty database only."""


class Differs(StorageError):
    """What arrived is not what was sent."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One table: how many rows, and their checksum."""

    table: str
    rows: int
    checksum: str


def carry(source: Connection, target: Connection) -> list[Carried]:
    """Copy every table. Raises NotEmpty before anything is written, Differs when the two are not the same afterwards."""
    for table in metadata.sorted_tables:
        if target.execute(select(func.count()).select_from(table)).scalar_one():
            raise NotEmpty(f"The database that should take the rows is not empty (table {table.name}).")
    for table in metadata.sorted_tables:
        for part in _parts(source, table):
            target.execute(insert(table), part)
        _go_on_after(source, target, table)
    sent, arrived = counted(source), counted(target)
    if sent != arrived:
        wrong = [one.table for one, other in zip(sent, arrived, strict=True) if one != other]
        raise Differs(f"What arrived differs from what was sent: {', '.join(wrong)}. Nothing was kept.")
    return arrived


def counted(db: Connection) -> list[Carried]:
    """Each table with its count and its checksum."""
    found = []
    for table in metadata.sorted_tables:
        rows, total = 0, 0
        for part in _parts(db, table):
            rows += len(part)
            total = (total + sum(map(_hash, part))) % MODULUS
        found.append(Carried(table.name, rows, f"{total:064x}"[:16]))
    return found


def _parts(db: Connection, table: Table) -> Iterable[Sequence[dict[str, Any]]]:
    """The rows in handfuls, by their key, so that a large table needs no memory."""
    keys = list(table.primary_key.columns)
    last: tuple[Any, ...] | None = None
    while True:
        query = select(table).order_by(*keys).limit(AT_ONCE)
        if last is not None:
            query = query.where(_after(keys, last))
        part = [dict(row._mapping) for row in db.execute(query)]
        if part:
            last = tuple(part[-1][key.name] for key in keys)
            yield part
        if len(part) < AT_ONCE:
            return


def _after(keys: list[Any], last: tuple[Any, ...]) -> Any:
    """Behind this key in the order of the whole key."""
    key, value = keys[0], last[0]
    if len(keys) == 1:
        return key > value
    return (key > value) | ((key == value) & _after(keys[1:], last[1:]))


def _hash(row: dict[str, Any]) -> int:
    digest = hashlib.sha256()
    for name in sorted(row):
        value = row[name]
        told = value.hex() if isinstance(value, bytes | memoryview) else repr(value)
        digest.update(f"{name}={told};".encode())
    return int.from_bytes(digest.digest(), "big")


def _go_on_after(source: Connection, target: Connection, table: Table) -> None:
    """The next id of the target comes after the highest that the source ever gave."""
    if not table.dialect_options["sqlite"].get("autoincrement"):
        return
    highest = _highest(source, table.name)
    if not highest:
        return
    if target.dialect.name == "postgresql":
        target.execute(
            text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :highest)"), {"table": table.name, "highest": highest}
        )
        return
    target.execute(text("DELETE FROM sqlite_sequence WHERE name = :table"), {"table": table.name})
    target.execute(
        text("INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :highest)"), {"table": table.name, "highest": highest}
    )


def _highest(db: Connection, table: str) -> int:
    if db.dialect.name == "postgresql":
        sequence = db.execute(text("SELECT pg_get_serial_sequence(:table, 'id')"), {"table": table}).scalar_one()
        row = db.execute(text(f"SELECT last_value, is_called FROM {sequence}")).one()  # noqa: S608  (a name of the database's own)
        return int(row.last_value) if row.is_called else 0
    found = db.execute(text("SELECT seq FROM sqlite_sequence WHERE name = :table"), {"table": table}).scalar_one_or_none()
    return int(found or 0)
