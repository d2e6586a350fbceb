"""A leak hunt: people write, staff answer, things fail; then everything that lies about is searched for what they wrote and who they are."""

import asyncio
import gc
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from faro.assistant import turn
from faro.assistant.desk import Verb
from faro.assistant.message import Kind, Message
from faro.assistant.rights import Role
from faro.commands import logs
from faro.commands.logs import Lines, Plain
from faro.engine.channels import Blocked, Rejected, SlowDown, Unreachable
from faro.library import Library
from faro.storage import Seal, Store, copies
from handlers import web, web_metrics
from handlers.web_chat import WebChat
from tests.databases import ENGINES, Databases
from tests.engine.conftest import words  # noqa: F401  (a fixture)
from tests.engine.house import House, build

PEOPLE = 5
GRAVE = "zafarrancho"
BREAKS = "trastabillar"
"""A word over which the assistant breaks in these tests."""

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


async def live_a_day(house: House, people: int) -> None:
    """Words, danger, places, pictures, buttons, failures of every kind, answers, a closing, a copy, an erasure: eight messages of each."""
    await house.hire(STAFF, "990011223344", Role.RESPONDER)
    for number in range(people):
        chat = chat_of(number)
        fault = (None, SlowDown(0.0), Unreachable("net"), Rejected(f"bad {NAME}"), Blocked("blocked"))[number % 5]
        if fault is not None:
            house.channel.fail(chat, fault)
        for said in (
            f"soy {NAME} y vivo en {TOWN}",
            f"{GRAVE} mi numero es {PHONE}" if number % 4 == 0 else "como pido asilo?",
            f"xyzzy plugh {NAME}" if number % 3 else f"{BREAKS} {NAME}",
            "/privacy",
        ):
            await house.says(chat, said)
        await house.sends(chat, Message(Kind.LOCATION, latitude=14.912345, longitude=-92.267891, language_hint="es"))
        await house.sends(chat, Message(Kind.PHOTO, parts=(f"foto de {NAME}",), media=f"photo:{PHONE}", language_hint="es"))
        await house.presses(chat, ("copy:yes", "forget:yes", "hush", "menu")[number % 4])
        await house.engine.receive("test", f"broken-{number}", chat, f"no json {NAME} {PHONE}".encode(), f"{NAME} {PHONE}")
        await house.engine.settle()
        house.later(seconds=70)
    for case in [one for one in await house.live() if not one.unsure and one.category == "self_harm"][-2:]:
        await house.act(STAFF, Verb.CLAIM, case.id)
        await house.act(STAFF, Verb.NOTE, case.id, words=f"nota sobre {NAME}")
        await house.act(STAFF, Verb.SAY, case.id, words=f"hola {NAME}, te leo")
    assert await house.scalar("select count(*) from note") == 2


def breaking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some messages break the assistant, and the error quotes them."""
    take = turn.take

    def taken(message: Message, *given: Any) -> turn.Turn:
        if BREAKS in message.text:
            raise ValueError(f"cannot take {message.text} of {NAME}, {PHONE}")
        return take(message, *given)

    monkeypatch.setattr(turn, "take", taken)


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
    "xyzzy plugh",
    BREAKS,
    "no json",
    "foto de",
)
SHAPES = {secret.encode(coding).lower(): secret for secret in SECRETS for coding in ("utf-8", "utf-16-le", "utf-16-be")}
ANY = re.compile(b"|".join(map(re.escape, SHAPES)), re.IGNORECASE)


def found(where: str, data: bytes) -> list[str]:
    return sorted({f"{SHAPES[one.lower()]} in {where}" for one in ANY.findall(data)})


async def told_outside(house: House) -> dict[str, bytes]:
    """What the web tells whoever may ask: health, readiness, metrics, the export of figures, an address that is none."""
    engine = house.engine
    app = web.application(engine, WebChat(engine, web.channel()), secure=False, routes=[web_metrics.route(engine, "geheim")])
    boss = await house.hire("Jefa", None, Role.ADMIN)
    house.later(days=2)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://faro") as browser:
        await browser.post("/staff/enter", data={"token": await engine.doors.link(boss)})
        metrics = await browser.get("/metrics", headers={"Authorization": "Bearer geheim"})
        pages = {path: await browser.get(path) for path in ("/health", "/ready", "/staff/figures.csv?days=7", f"/{PHONE[:2]}")}
    assert b"faro_queue_open" in metrics.content
    assert b"referrals_by_category" in pages["/staff/figures.csv?days=7"].content
    return {"/metrics": metrics.content} | {path: answer.content for path, answer in pages.items()}


@dataclass
class Run:
    """A run and where it lies: its log lines, its folder and, of PostgreSQL, the server's own."""

    folder: Path
    heard: list[str]
    server: Path | None = None


async def hunt(address: str, words: Library, run: Run, *, people: int) -> list[str]:  # noqa: F811
    """Everything that lies about after a day, searched."""
    house = await build(address, words, seal=Seal.fresh())
    await live_a_day(house, people)
    store = house.engine.store
    await copies.backup(store, run.folder / "backup.sqlite")
    leaks = [leak for where, data in (await told_outside(house)).items() for leak in found(where, data)]
    assert sum("turn_failed" in line for line in run.heard) > 3, "what broke is in the log"
    leaks += found("logs", "\n".join(run.heard).encode())
    leaks += found("the rows", repr(await _rows(store)).encode())
    if run.server is not None:
        await store.transaction(lambda db: db.execute(text("SELECT pg_switch_wal()")))
    for path in [*run.folder.rglob("*"), *(run.server.rglob("*") if run.server else ())]:
        if path.is_file() and "program" not in path.parts:
            leaks += found(path.name, path.read_bytes())
    assert await _readable(store), "with the key all of it opens"
    await store.close()
    return leaks


@pytest.mark.parametrize("engine", ENGINES)
async def test_nothing_of_anybody_lies_about(
    engine: str,
    tmp_path: Path,
    databases: Databases,
    words: Library,  # noqa: F811
    heard: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No word, name, number, place or chat id stands in the database, its journal, a backup, a log line, a metric or an export."""
    breaking(monkeypatch)
    address = await databases.fresh(engine, tmp_path)
    assert await hunt(address, words, Run(tmp_path, heard), people=PEOPLE) == []
    await databases.done(address)


@pytest.mark.storm
@pytest.mark.parametrize("engine", ENGINES)
async def test_nothing_of_a_thousand_messages_lies_about(
    engine: str,
    tmp_path: Path,
    databases: Databases,
    words: Library,  # noqa: F811
    heard: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same after a thousand messages, and in the whole data folder of PostgreSQL with its write-ahead log and its own log."""
    breaking(monkeypatch)
    address = await databases.fresh(engine, tmp_path)
    server = databases.server.folder if engine == "postgresql" else None
    assert await hunt(address, words, Run(tmp_path, heard, server), people=125) == []
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


async def test_a_task_that_nobody_waited_for_is_told_without_its_words(heard: list[str]) -> None:
    """asyncio quotes the error of a task that broke unseen: only its first sentence is written."""

    async def breaks() -> None:
        raise ValueError(NAME)

    asyncio.get_running_loop().call_exception_handler({"message": "Task broke", "task": NAME, "exception": ValueError(NAME)})
    task = asyncio.ensure_future(breaks())
    await asyncio.wait([task])
    del task
    gc.collect()
    assert any("never retrieved" in line for line in heard)
    assert found("logs", "\n".join(heard).encode()) == []


def thrown(error: Exception) -> Exception:
    """As it looks when it was raised."""
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


def test_what_the_process_prints_when_it_dies_holds_no_words() -> None:
    """Kinds and places of all that broke, also of causes and of groups."""
    cause, broken = thrown(ValueError(NAME)), thrown(KeyError(TOWN))
    broken.__cause__ = cause
    told = logs.crashed(ExceptionGroup(PHONE, [broken, cause]))
    assert "KeyError at" in told
    assert "because of ValueError at test_leaks.py" in told
    assert found("report", told.encode()) == []


def test_a_crash_report_holds_no_words() -> None:
    """Of an exception a log line tells the kind, never the words that it quotes."""
    record = logging.LogRecord("faro", logging.ERROR, "x.py", 1, "broke", (), (ValueError, ValueError(NAME), None))
    for shape in (Lines(), Plain()):
        assert "ValueError" in shape.format(record)
        assert NAME not in shape.format(record)
