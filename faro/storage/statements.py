"""The few statements that SQLite and PostgreSQL spell differently, spelled once."""

from typing import Any

from sqlalchemy import Connection, Select, Table, TextClause
from sqlalchemy.dialects import postgresql, sqlite


def insert_once(
    db: Connection, table: Table, values: dict[str, Any], unique: list[str], *, where: TextClause | None = None
) -> Any | None:
    """Insert unless these columns are taken; the new row's first key column, or None when it was there already.

    `where`: the condition of a partial unique index.
    """
    made = sqlite.insert(table) if db.dialect.name == "sqlite" else postgresql.insert(table)
    statement = made.values(**values).on_conflict_do_nothing(index_elements=unique, index_where=where)
    return db.execute(statement.returning(table.primary_key.columns.values()[0])).scalar_one_or_none()


def upsert(db: Connection, table: Table, values: dict[str, Any], unique: list[str], changes: dict[str, Any]) -> None:
    """Insert, or change these columns of the row that is there."""
    made = sqlite.insert(table) if db.dialect.name == "sqlite" else postgresql.insert(table)
    db.execute(made.values(**values).on_conflict_do_update(index_elements=unique, set_=changes))


def locked(db: Connection, query: Select[Any], *, skip: bool = False) -> Select[Any]:
    """Lock the rows until the transaction ends where several processes may work; SQLite's one writer needs none."""
    return query if db.dialect.name == "sqlite" else query.with_for_update(skip_locked=skip)
