"""The database itself: one process, whole transactions, known schemas."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from faro.assistant.rights import Role
from faro.storage import Seal, Store, migrate, staff
from faro.storage.errors import InUse, SchemaTooNew, Silent
from faro.storage.tables import metadata

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


async def test_a_second_process_is_refused_in_one_sentence(tmp_path: Path) -> None:
    """The lock beside the file is held; after closing it is free again."""
    url, seal = f"sqlite:///{tmp_path / 'faro.db'}", Seal.fresh()
    store = await Store.open(url, seal)
    with pytest.raises(InUse, match="Another Faro works on"):
        await Store.open(url, seal)
    await store.close()
    await (await Store.open(url, seal)).close()


async def test_what_fails_leaves_nothing(store: Store) -> None:
    """A transaction that raises is rolled back as a whole."""

    def broken(db: Connection) -> None:
        db.execute(text("insert into pulse (name, at) values ('x', 1)"))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await store.transaction(broken)
    assert await store.read(lambda db: db.execute(text("select count(*) from pulse where name = 'x'")).scalar()) == 0


async def test_transactions_run_one_after_another(store: Store) -> None:
    """Side by side they do not lose each other's counts."""
    await store.transaction(lambda db: db.execute(text("insert into pulse (name, at) values ('n', 0)")))

    def one_more(db: Connection) -> None:
        at = db.execute(text("select at from pulse where name = 'n'")).scalar_one()
        db.execute(text("update pulse set at = :at where name = 'n'"), {"at": at + 1})

    await asyncio.gather(*(store.transaction(one_more) for _ in range(50)))
    assert await store.read(lambda db: db.execute(text("select at from pulse where name = 'n'")).scalar()) == 50


async def test_sqlite_is_set_up_to_lose_nothing(lite: Store) -> None:
    """WAL, full synchronisation, foreign keys."""
    found = await lite.read(
        lambda db: [db.exec_driver_sql(f"pragma {name}").scalar() for name in ("journal_mode", "synchronous", "foreign_keys")]
    )
    assert found == ["wal", 2, 1]


async def test_a_newer_schema_is_refused_before_anything_is_touched(url: str) -> None:
    """An old program must not write into a newer database."""
    seal = Seal.fresh()
    store = await Store.open(url, seal)
    await store.transaction(lambda db: db.execute(text("update alembic_version set version_num = '9999'")))
    await store.close()
    with pytest.raises(SchemaTooNew, match="9999"):
        await Store.open(url, seal)


async def test_opening_again_keeps_every_row(url: str) -> None:
    """An upgrade loses nothing and may run at every start."""
    seal = Seal.fresh()
    store = await Store.open(url, seal)
    await store.transaction(lambda db: db.execute(text("insert into pulse (name, at) values ('x', 7)")))
    await store.close()
    store = await Store.open(url, seal)
    assert await store.read(lambda db: db.execute(text("select at from pulse where name = 'x'")).scalar()) == 7
    assert await store.read(migrate.version) == migrate.newest()
    await store.close()


async def test_the_migrations_make_what_the_tables_say(store: Store) -> None:
    """No table or column stands in code only."""
    from sqlalchemy import inspect

    made = await store.read(
        lambda db: {name: {column["name"] for column in inspect(db).get_columns(name)} for name in metadata.tables}
    )
    assert made == {name: {column.name for column in table.columns} for name, table in metadata.tables.items()}


def test_whatever_can_hold_words_is_bytes() -> None:
    """Every column that is text is one of the few that say nothing of a person."""
    harmless = {
        "channel", "delivery_id", "state", "fault", "cause", "purpose", "held_for", "status", "category", "severity", "language", "outcome",
        "thread", "said_by", "kind", "verb", "actor", "roles", "languages", "day", "near", "what", "name", "detail", "message",
        "consent", "place", "verdict",
    }  # fmt: skip
    text_columns = {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if column.type.__class__.__name__ in ("String", "Text") and column.name not in harmless
    }
    assert text_columns == set()
    assert metadata.tables["staff"].c.name.type.__class__.__name__ == "Sealed"


async def test_ids_are_never_used_again(store: Store) -> None:
    """A cause written once must not come back after its row is gone."""

    def twice(db: Connection) -> tuple[int, int]:
        insert = text("insert into person (memory, made_at, seen_at) values (:none, 0, 0) returning id").bindparams(none=b"")
        first = db.execute(insert).scalar_one()
        db.execute(text("delete from person"))
        return int(first), int(db.execute(insert).scalar_one())

    first, second = await store.transaction(twice)
    assert second > first


async def test_a_database_of_the_first_version_is_brought_up(url: str) -> None:
    """What an older Faro wrote gets the new tables and columns; nothing in it is lost."""
    seal = Seal.fresh()
    store = await Store.open(url, seal)

    def as_it_was(db: Connection) -> None:
        for table in ("shift", "institution", "unmasking"):
            db.execute(text(f"drop table {table}"))
        db.execute(text("alter table staff drop column ties"))
        db.execute(text("update alembic_version set version_num = '0001'"))

    number = await store.transaction(lambda db: staff.add(db, seal, "Ana", NOW, roles={Role.RESPONDER}))
    await store.transaction(as_it_was)
    await store.close()
    store = await Store.open(url, seal)
    ana = await store.read(lambda db: staff.get(db, seal, number))
    assert ana is not None
    assert (await store.read(migrate.version), ana.name, ana.ties) == (migrate.newest(), "Ana", ())
    assert await store.read(lambda db: db.execute(text("select count(*) from institution")).scalar()) == 0
    await store.close()


async def test_a_database_that_does_not_answer_is_told_in_one_sentence() -> None:
    """The sentence names the setting and never quotes the address with its password."""
    with pytest.raises(Silent, match="FARO_DATABASE_URL") as told:
        await Store.open("postgresql://faro:geheim@127.0.0.1:1/faro", Seal.fresh())
    assert "geheim" not in str(told.value)


async def test_a_fault_of_the_database_quotes_nothing(store: Store) -> None:
    """What a statement was given stands in no error, and so in no log, whoever writes the error down."""

    def breaks(db: Connection) -> None:
        db.execute(
            text("insert into pulse (name, at, detail) values (:name, null, :detail)"), {"name": "n", "detail": "me llamo Ana"}
        )

    with pytest.raises(IntegrityError) as fault:
        await store.transaction(breaks)
    assert "Ana" not in str(fault.value).replace(str(fault.value.orig), "")
