"""A leak hunt: people write, staff answer, things fail; then everything that lies about is searched for what they wrote and who they are."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from faro.assistant.desk import Verb
from faro.assistant.message import Kind, Message
from faro.assistant.rights import Role
from faro.commands.logs import Lines, Plain
from faro.engine.channels import Blocked, Rejected, SlowDown, Unreachable
from faro.library import Library
from faro.storage import Seal, Store, copies, views
from handlers.web_metrics import written
from tests.databases import ENGINES, Databases
from tests.engine.conftest import words  # noqa: F401  (a fixture)
from tests.engine.house import House, build

PEOPLE = 15
GRAVE = "zafarrancho"

PHONE, TOWN, NAME, STAFF = "5587654321", "Tapachulita", "Xochitlana", "Rosalinda"


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """Every log line of every library, in both shapes, as a run would write it."""
    lines: list[str] = []
    shapes = (Lines(), Plain())

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.extend(shape.format(record) for shape in shapes)

    ear, root = Ear(), logging.getLogger()
    before = root.level
    root.addHandler(ear)
    root.setLevel(logging.INFO)
    yield lines
    root.setLevel(before)
    root.removeHandler(ear)


def chat_of(number: int) -> str:
    return f"77012345{number:03}"


async def live_a_day(house: House) -> None:
    """Words, danger, places, pictures, buttons, failures of every kind, answers, a closing, an erasure."""
    await house.hire(STAFF, "990011223344", Role.RESPONDER)
    for number in range(PEOPLE):
        chat = chat_of(number)
        fault = (None, SlowDown(0.0), Unreachable("net"), Rejected(f"bad {NAME}"), Blocked("blocked"))[number % 5]
        if fault is not None:
            house.channel.fail(chat, fault)
        for text in (
            f"soy {NAME} y vivo en {TOWN}",
            f"{GRAVE} mi numero es {PHONE}" if number % 4 == 0 else "como pido asilo?",
            "/privacy",
        ):
            await house.says(chat, text)
        await house.sends(chat, Message(Kind.LOCATION, latitude=14.912345, longitude=-92.267891, language_hint="es"))
        await house.sends(chat, Message(Kind.PHOTO, language_hint="es"))
        house.later(seconds=70)
    for case in [one for one in await house.live() if not one.unsure and one.category == "self_harm"][:2]:
        await house.act(STAFF, Verb.CLAIM, case.id)
        await house.act(STAFF, Verb.NOTE, case.id, words=f"nota sobre {NAME}")
        await house.act(STAFF, Verb.SAY, case.id, words=f"hola {NAME}, te leo")
    assert await house.scalar("select count(*) from note") == 2


SECRETS = (
    PHONE,
    TOWN,
    NAME,
    STAFF,
    "77012345",
    "990011223344",
    "14.912",
    "92.267",
    "como pido asilo",
    "te leo",
    "nota sobre",
    GRAVE,
)


def found(where: str, data: bytes) -> list[str]:
    shapes = [(secret, secret.encode(coding)) for secret in SECRETS for coding in ("utf-8", "utf-16-le", "utf-16-be")]
    low = data.lower()
    return sorted({f"{secret} in {where}" for secret, shape in shapes if shape.lower() in low})


@pytest.mark.parametrize("engine", ENGINES)
async def test_nothing_of_anybody_lies_about(
    engine: str,
    tmp_path: Path,
    databases: Databases,
    words: Library,  # noqa: F811
    heard: list[str],
) -> None:
    """No word, name, number, place or chat id stands in the database, its journal, a backup, a log line or a metric."""
    address, seal = await databases.fresh(engine, tmp_path), Seal.fresh()
    house = await build(address, words, seal=seal)
    await live_a_day(house)
    store = house.engine.store
    await copies.backup(store, tmp_path / "backup.sqlite")
    metrics = written(await house.engine.view(views.gauges, now=house.now), learned=False)
    assert "faro_queue_open" in metrics
    assert len(heard) > 10
    leaks = found("metrics", metrics.encode()) + found("logs", "\n".join(heard).encode())
    for path in tmp_path.iterdir():
        leaks += found(path.name, path.read_bytes())
    leaks += found("the rows", repr(await _rows(store)).encode())
    assert leaks == []
    assert await _readable(store), "with the key all of it opens"
    await store.close()
    await databases.done(address)


async def _rows(store: Store) -> list[tuple[object, ...]]:
    from sqlalchemy import select

    from faro.storage.tables import metadata

    def every(db):  # type: ignore[no-untyped-def]
        rows = [tuple(row) for table in metadata.sorted_tables for row in db.execute(select(table))]
        return [tuple(value.decode("latin-1") if isinstance(value, bytes) else value for value in row) for row in rows]

    return await store.read(every)


async def _readable(store: Store) -> bool:
    from faro.storage import staff

    return any(STAFF in one.name for one in await store.read(lambda db: staff.everybody(db, store.seal)))


async def test_the_hunt_finds_what_it_hunts(tmp_path: Path) -> None:
    """A file with one secret in it, in either spelling, is noticed."""
    assert found("x", f"...{NAME.upper()}...".encode()) == [f"{NAME} in x"]
    assert found("x", PHONE.encode("utf-16-le")) == [f"{PHONE} in x"]


def test_a_crash_report_holds_no_words() -> None:
    """Of an exception a log line tells the kind, never the words that it quotes."""
    record = logging.LogRecord("faro", logging.ERROR, "x.py", 1, "broke", (), (ValueError, ValueError(NAME), None))
    for shape in (Lines(), Plain()):
        assert "ValueError" in shape.format(record)
        assert NAME not in shape.format(record)
