"""Whole databases: backups that can be restored, moving to PostgreSQL, turning the keys. Every table has rows in it."""

import sqlite3
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, text

from faro.storage import Seal, Store, carrying, chats, copies, people, rotation
from faro.storage.carrying import NotEmpty
from faro.storage.errors import InUse, KeyUnusable, StorageError
from faro.storage.tables import Sealed, metadata
from tests.databases import Databases

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
WORDS = "tengo miedo, ñandú, مرحبا"


def furnish(db: Connection, seal: Seal) -> None:
    """Three rows in every table, sealed values in every sealed column, and one id that is gone again."""
    for table in metadata.sorted_tables:
        for number in (1, 2, 3, 4):
            row = {column.name: _value(table.name, column, number, seal) for column in table.columns}
            if table.dialect_options["sqlite"].get("autoincrement"):
                row.pop("id")
            db.execute(insert(table), row)
    for name in ("outbox", "audit", "unmasking"):
        db.execute(text(f"delete from {name} where id = 4"))


def _value(table: str, column: Any, number: int, seal: Seal) -> Any:
    kind = type(column.type).__name__
    if isinstance(column.type, Sealed):
        return seal.close(f"{table}.{column.name}", f"{WORDS} {number}")
    made: dict[str, Callable[[], Any]] = {
        "Hash": lambda: bytes([number]) * 32,
        "Float": lambda: NOW.timestamp() + number / 3,
        "Boolean": lambda: number % 2 == 0,
        "String": lambda: "closed" if column.name == "status" else f"{column.name}{number}",
    }
    return made.get(kind, lambda: min(number, 3) if column.foreign_keys else number)()


async def counted(store: Store) -> list[carrying.Carried]:
    return await store.read(carrying.counted)


async def test_a_backup_fills_an_empty_machine(url: str, tmp_path: Path) -> None:
    """Written while the service runs, restored on another machine: every row is there, and ids go on after the highest ever given."""
    seal = Seal.fresh()
    store = await Store.open(url, seal)
    await store.transaction(lambda db: furnish(db, seal))
    written = await copies.backup(store, tmp_path / "backup.db")
    assert written == await counted(store)
    assert all(one.rows for one in written)
    await store.close()
    assert stat.S_IMODE((tmp_path / "backup.db").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob("*backup*")] == ["backup.db"]
    new = await Store.open(f"sqlite:///{tmp_path / 'new.db'}", seal)
    assert await copies.restore(new, tmp_path / "backup.db") == written
    again = text("insert into audit (at, verb, actor) values (0, 'x', 'y') returning id")
    assert await new.transaction(lambda db: db.execute(again).scalar_one()) == 5
    await new.close()


async def test_a_backup_overwrites_nothing_and_fills_only_what_is_empty(store: Store, tmp_path: Path) -> None:
    """Neither a file nor a database that holds rows is lost to a slip."""
    (tmp_path / "there.db").write_text("mine")
    with pytest.raises(StorageError, match="overwrites nothing"):
        await copies.backup(store, tmp_path / "there.db")
    await copies.backup(store, tmp_path / "backup.db")
    await store.transaction(lambda db: chats.ensure(db, store.seal, "test", "1"))
    with pytest.raises(NotEmpty):
        await copies.restore(store, tmp_path / "backup.db")
    assert await store.read(lambda db: db.execute(text("select count(*) from pulse")).scalar()) == 1


async def test_a_backup_opens_only_with_its_own_key(lite: Store, tmp_path: Path) -> None:
    """Whoever finds the file has nothing; the refusal is one sentence, and nothing is written."""
    await copies.backup(lite, tmp_path / "backup.db")
    other = await Store.open(f"sqlite:///{tmp_path / 'other.db'}", Seal.fresh())
    with pytest.raises(KeyUnusable):
        await copies.restore(other, tmp_path / "backup.db")
    await other.close()


async def test_a_broken_backup_is_refused_whole(lite: Store, tmp_path: Path) -> None:
    """A file that is no database leaves the empty one empty."""
    (tmp_path / "broken.db").write_bytes(b"SQLite format 3\x00" + b"\x07" * 5000)
    with pytest.raises(Exception, match="database"):
        await copies.restore(lite, tmp_path / "broken.db")
    assert sum(one.rows for one in await counted(lite)) == 1


async def test_a_sqlite_file_moves_into_postgresql(tmp_path: Path, databases: Databases) -> None:
    """Counts and checksums agree, sealed words open, and the next id is one that never was."""
    seal = Seal.fresh()
    lite = await Store.open(databases.sqlite(tmp_path), seal)
    await lite.transaction(lambda db: furnish(db, seal))
    before = await counted(lite)
    address = await databases.fresh("postgresql", tmp_path)
    large = await Store.open(address, seal)
    assert await copies.fill(large, tmp_path / "faro.db") == before == await counted(large) == await counted(lite)
    memory = await large.read(lambda db: db.execute(text("select memory from person where id = 2")).scalar_one())
    assert seal.open(people.MEMORY, memory) == f"{WORDS} 2"
    again = text("insert into audit (at, verb, actor) values (0, 'x', 'y') returning id")
    assert await large.transaction(lambda db: db.execute(again).scalar_one()) == 5
    await lite.close()
    await large.close()
    await databases.done(address)


async def test_a_single_changed_value_changes_the_checksum(lite: Store) -> None:
    """The checksum would notice one letter in one column of one row."""
    await lite.transaction(lambda db: furnish(db, lite.seal))
    before = await counted(lite)
    await lite.transaction(lambda db: db.execute(text("update outbox set fault = 'x' where id = 2")))
    assert [one.table for one, other in zip(await counted(lite), before, strict=True) if one != other] == ["outbox"]


async def test_after_turning_the_keys_everything_opens_with_the_new_one(url: str, tmp_path: Path) -> None:
    """No value sealed with an old key is left, no word changed, chats are found as before; the old line stays in the file."""
    path = tmp_path / "faro.key"
    store = await Store.open(url, Seal.from_file(path), by_itself=True)
    await store.transaction(lambda db: furnish(db, store.seal))
    before, key = path.read_text(), store.seal.chat_key("test", "1")
    store.seal = rotation.new_key(path)
    assert await store.read(lambda db: rotation.stale(db, store.seal)) > 0
    turned = await rotation.turn(store)
    assert turned == sum(1 for _ in rotation.sealed_columns()) * 4 - 4
    assert await store.read(lambda db: rotation.stale(db, store.seal)) == 0
    assert await store.transaction(lambda db: _all_open(db, store.seal)) == turned
    assert path.read_text().endswith(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    await store.close()
    again = await Store.open(url, Seal.from_file(path))
    assert again.seal.chat_key("test", "1") == key
    await again.close()


def _all_open(db: Connection, seal: Seal) -> int:
    opened = 0
    for table, name in rotation.sealed_columns():
        for (value,) in db.execute(select(table.c[name])):
            assert (seal.open(f"{table.name}.{name}", value) or "").startswith(WORDS)
            opened += 1
    return opened


async def test_keys_are_not_turned_beside_a_running_faro(url: str, tmp_path: Path) -> None:
    """A process that does not know the new key would answer nobody: it must be stopped first."""
    seal = Seal.from_file(tmp_path / "faro.key")
    running = await Store.open(url, seal)
    with pytest.raises(InUse):
        await Store.open(url, seal, by_itself=True)
    await running.close()
    await (await Store.open(url, seal, by_itself=True)).close()


async def test_keys_are_turned_beside_a_process_that_reads_the_same_file(url: str, tmp_path: Path) -> None:
    """It opens what was sealed anew, seals with the new key from then on, and a key that nobody has is still refused."""
    path = tmp_path / "faro.key"
    running = await Store.open(url, Seal.from_file(path))
    await running.transaction(lambda db: furnish(db, running.seal))
    command = await Store.open(url, Seal.from_file(path), upgrade=False, alone=False)
    command.seal = rotation.new_key(path)
    assert await rotation.turn(command, passes=2) > 0
    assert running.seal.current == 1
    assert await running.read(lambda db: _all_open(db, running.seal)) > 0
    assert running.seal.current == 2
    assert not command.seal.stale(running.seal.close("talk.words", WORDS))
    unknown = b"\x01\x00\x09" + (running.seal.close("talk.words", WORDS) or b"")[3:]
    with pytest.raises(KeyUnusable):
        running.seal.open("talk.words", unknown)
    await command.close()
    await running.close()


async def test_a_key_file_that_cannot_be_read_for_a_while_changes_nothing(tmp_path: Path) -> None:
    """What is known stays in use."""
    path = tmp_path / "faro.key"
    seal = Seal.from_file(path)
    sealed = seal.close("talk.words", WORDS)
    path.write_text("half a li")
    seal.look()
    assert seal.open("talk.words", sealed) == WORDS


async def test_a_deleted_word_leaves_no_trace_in_the_file(lite: Store, tmp_path: Path) -> None:
    """Erased rows are overwritten, not only unlinked: even the sealed bytes are gone after the file was tidied."""
    key = await lite.transaction(lambda db: chats.ensure(db, lite.seal, "test", "1"))
    await lite.transaction(lambda db: db.execute(text("delete from chat")))
    await lite.close()
    with sqlite3.connect(tmp_path / "faro.db") as db:
        db.execute("pragma wal_checkpoint(truncate)")
    db.close()
    assert key not in (tmp_path / "faro.db").read_bytes()
