"""What breaks around the engine: a database without room, a clock that leaps, rows that cannot be read, outcomes that cannot be stored."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from faro.assistant.message import Kind, Message
from faro.engine import conversation, deliver, outcomes, work
from faro.engine.channels import SlowDown, Unreachable
from faro.storage import duty, views
from faro.storage.errors import lost
from tests.databases import full

from .conftest import GRAVE, SERIOUS
from .house import House, Recorder

HELP = Message(Kind.COMMAND, command="help", language_hint="es")
WAITING = "select count(*) from {} where state = 'new'"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody rests long between two tries."""
    monkeypatch.setattr(deliver, "AGAIN", 0.001)
    monkeypatch.setattr(work, "PAUSE", 0.001)


class Away(dict[str, Any]):
    """Faults without end, of every chat."""

    def get(self, key: str, default: object = None) -> "Away":
        return self

    def __bool__(self) -> bool:
        return True

    def popleft(self) -> Unreachable:
        return Unreachable("away")


async def run(house: House, sql: str) -> None:
    await house.engine.store.transaction(lambda db: db.execute(text(sql)))


@asynccontextmanager
async def unwritable(house: House) -> AsyncIterator[None]:
    """The database can be read and takes nothing, as on a disk without room."""
    store = house.engine.store
    if store.sqlite:
        with full(store):
            yield
        return
    database: Any = store._database
    write = database.write

    async def refused(fn: Any, **how: Any) -> Any:
        return await write(lambda db: (db.exec_driver_sql("SET TRANSACTION READ ONLY"), fn(db))[1], **how)

    database.write = refused
    yield
    database.write = write


async def test_without_room_nothing_is_taken_and_with_room_all_goes_on(house: House) -> None:
    """A delivery that cannot be stored is not acknowledged; what waits is neither counted as failing nor parked, and is done afterwards."""
    await house.receive(HELP, user="ana")
    async with unwritable(house):
        with pytest.raises(DBAPIError) as refused:
            await house.receive(HELP, user="berta")
        assert lost(refused.value)
        for _ in range(5):
            await house.engine._worker.once()
        assert not house.channel.tries
    await house.receive(HELP, user="berta")
    await house.engine.settle()
    assert house.texts("ana")
    assert house.texts("ana") == house.texts("berta")
    assert await house.scalar("select max(attempts) from inbox") == 0


@pytest.mark.sqlite_alone
async def test_a_full_sqlite_file_keeps_nothing_by_halves(house: House) -> None:
    """SQLite's own "database or disk is full": the whole delivery is refused, and taken as soon as there is room."""
    with full(house.engine.store, "max_page_count=1", "max_page_count=1000000"):
        with pytest.raises(DBAPIError, match="full") as refused:
            await house.receive(Message(parts=("palabras " * 10_000,), language_hint="es"), user="ana")
        assert lost(refused.value)
    assert await house.scalar("select count(*) from inbox") == 0
    assert await house.says("ana", "/help")


async def test_what_was_sent_while_nothing_can_be_stored_is_not_sent_again(house: House) -> None:
    """Between the platform's OK and our commit the disk is full: we wait with the commit, and the person reads it once."""
    await house.receive(HELP, user="ana")
    await house.engine._worker.once()
    async with unwritable_when_sent(house):
        sending = asyncio.create_task(house.engine.settle())
        for _ in range(30):
            await asyncio.sleep(0.003)
        assert len(house.channel.sent) == 1
    async with asyncio.timeout(10):
        await sending
    first = house.channel.sent[0].body
    assert [one.body["row"] for one in house.channel.sent].count(first["row"]) == 1
    assert await house.scalar(WAITING.format("outbox")) == 0


@asynccontextmanager
async def unwritable_when_sent(house: House) -> AsyncIterator[None]:
    """The first message goes out, and from then on the database takes nothing."""
    send, open_again = house.channel.send, asyncio.Event()
    closed = unwritable(house)

    async def last(address: str, body: dict) -> object:  # type: ignore[type-arg]
        receipt = await send(address, body)
        house.channel.send = send  # type: ignore[method-assign]
        await closed.__aenter__()
        open_again.set()
        return receipt

    house.channel.send = last  # type: ignore[method-assign]
    yield
    await open_again.wait()
    await closed.__aexit__(None, None, None)


async def test_a_commit_whose_answer_was_lost_deletes_nothing(house: House) -> None:
    """The connection broke in the middle of noting that a message went out, and it is noted again: the message stays on the phone."""
    await house.receive(HELP, user="ana")
    await house.engine.settle()
    transaction = house.engine.store.transaction
    broken: list[str] = []

    async def breaks_after(fn, **how):  # type: ignore[no-untyped-def]
        done = await transaction(fn, **how)
        if "_store" in fn.__qualname__ and not broken:
            broken.append("once")
            raise OSError("the answer never came")
        return done

    house.engine.store.transaction = breaks_after  # type: ignore[method-assign]
    heard = await house.says("ana", "/help")
    assert broken
    assert len(heard) == 1
    assert not house.bodies("ana", "delete")


async def test_an_outcome_that_cannot_be_stored_repeats_nothing_and_staff_see_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What should follow a sent message breaks each time: the message is not sent again, its chat goes on, staff are told."""

    def breaks(*given: object, **named: object) -> None:
        raise KeyError("broken")

    monkeypatch.setitem(outcomes._SENT, "reply", breaks)
    heard = await house.says("ana", "/help")
    heard += await house.says("ana", "/help")
    assert len(heard) == 2
    told = house.engine.library.say("es", "desk-could-not-send")
    assert told in house.texts("-100")


@pytest.mark.parametrize("table", ["inbox", "outbox"])
async def test_a_row_that_cannot_be_opened_holds_nobody_up(table: str, house: House) -> None:
    """A broken disk changed a sealed body: it is put aside, staff see it, and everybody else is answered."""
    await house.receive(HELP, user="ana")
    if table == "outbox":
        await house.engine._worker.once()
    wrong = "x'0102030405'" if house.engine.store.sqlite else "'\\x0102030405'"
    await run(house, f"update {table} set body = {wrong} where state = 'new'")
    assert await house.says("berta", "/help")
    assert await house.says("ana", "/help")
    assert await house.scalar(f"select count(*) from {table} where state in ('parked', 'dead')") == 1
    key = "desk-parked" if table == "inbox" else "desk-could-not-send"
    assert house.engine.library.say("es", key) in house.texts("-100")


async def test_a_message_whose_honest_answer_breaks_too_is_put_aside(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the turn nor the apology can be stored: it is parked, staff are told, and the next message is answered."""

    def breaks(*given: object, **named: object) -> None:
        raise ValueError("broken")

    with monkeypatch.context() as broken:
        broken.setattr(conversation, "_keep", breaks)
        await house.receive(HELP, user="ana")
        for _ in range(4):
            await house.engine.settle()
            house.later(minutes=2)
    assert await house.scalar("select count(*) from inbox where state = 'parked'") == 1
    assert house.engine.library.say("es", "desk-parked") in house.texts("-100")
    assert await house.says("ana", "/help")


async def test_a_clock_that_was_ahead_holds_nothing_up(house: House) -> None:
    """Two hours ahead for a while and back: what was to be tried again, a group that was slowed down and a case go on at once."""
    await house.hire("Ana", "9")
    await house.engine.settle()
    house.later(hours=2)
    house.channel.fail("ana", Unreachable("away"), SlowDown(60))
    await house.receive(HELP, user="ana")
    await house.receive(Message(parts=(GRAVE,), language_hint="es"), user="berta")
    await house.engine.settle()
    assert not house.texts("ana")
    [case] = await house.live()
    house.later(hours=-2)
    await house.engine.settle()
    await house.engine.settle()
    house.later(seconds=61)
    await house.engine.settle()
    assert house.texts("ana")
    [case] = await house.live()
    assert case.clock_from <= house.now
    start = len(house.channel.sent)
    house.later(minutes=6)
    await house.engine.settle()
    assert len(house.channel.sent) > start, "the clock of the case runs"


async def test_a_planned_shift_outlives_a_clock_that_was_ahead(house: House) -> None:
    """The leap ended it; when the clock is right again it goes on, and one that began too early begins later."""
    number = await house.hire("Ana", "9")
    later = await house.hire("Luis", "8")
    hour = timedelta(hours=1)
    await house.engine.store.transaction(lambda db: duty.plan(db, number, house.now - hour, house.now + hour))
    await house.engine.store.transaction(lambda db: duty.plan(db, later, house.now + hour, house.now + 9 * hour))
    await house.engine.settle()
    on_call = "select name from staff where on_call_since is not null order by id"
    of = "select id from staff where on_call_since is not null"
    assert await house.scalar(of) == number, on_call
    house.later(hours=2)
    await house.engine.settle()
    assert await house.scalar(of) == later
    house.later(hours=-2)
    await house.engine.settle()
    assert await house.scalar(of) == number
    house.later(hours=1, minutes=1)
    await house.engine.settle()
    assert await house.scalar(of) == later


async def test_nothing_is_erased_while_a_clock_may_be_wrong(house: House) -> None:
    """Forty days ahead for half an hour: nobody is forgotten. When they really have passed, an hour later they are."""
    people = "select count(*) from person"
    await house.says("ana", "/help")
    house.later(hours=2)
    await house.engine.settle()
    for days in (40, -40, 40):
        house.later(days=days)
        await house.engine.settle()
        house.later(minutes=30 if days < 0 else 20)
        await house.engine.settle()
        assert await house.scalar(people) == 1
    await house.passes()
    assert await house.scalar(people) == 0


async def test_a_platform_that_hangs_leaves_the_others_alone(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """More chats than are written to at once wait for an answer of their platform: somebody on another one is answered at once."""
    monkeypatch.setattr(deliver, "SIDE_BY_SIDE", 2)
    answered = asyncio.Event()
    send = house.channel.send

    async def hangs(address: str, body: dict[str, Any]) -> Any:
        await answered.wait()
        return await send(address, body)

    other = Recorder()
    other.name = "other"
    house.engine._hall.channels["other"] = other
    house.channel.send = hangs  # type: ignore[method-assign]
    for user in ("a", "b", "c", "d"):
        await house.receive(HELP, user=user)
    await house.engine._worker.once()
    await house.engine._deliverer.once()
    raw = {"channel": "other", "chat": "eva", "user": "eva", "room": "private"}
    said = {"kind": "command", "command": "help", "language_hint": "es", "parts": [], "ids": ["1"]}
    await house.engine.receive("other", "1", "eva", json.dumps(raw | {"message": said}).encode())
    await house.engine._worker.once()
    await house.engine._deliverer.once()
    async with asyncio.timeout(10):
        while not other.sent:
            await asyncio.sleep(0.005)
    assert house.engine._deliverer._side_by_side["test"] == 2
    answered.set()
    await house.engine.settle()
    assert all(house.texts(user) for user in ("a", "b", "c", "d"))


async def test_an_outage_that_a_dead_process_noted_is_not_the_next_one(house: House) -> None:
    """The process died in the midst of it, and nobody noted the end: hours later the staff read when the new outage began."""
    await house.engine.answered("test", False)
    house.engine._ways._failed.clear()  # as in a new life
    await house.engine.answered("test", True)
    house.later(hours=5)
    await house.engine.answered("test", False)
    [(_, since)] = await house.engine.view(views.away, now=house.now)
    assert since == house.now


async def test_an_older_alert_that_waits_gives_way(house: House) -> None:
    """After an outage staff read how a case is, and not once more how it was."""
    house.channel.faults = Away()
    await house.says("ana", SERIOUS)
    house.later(minutes=1)
    await house.says("ana", GRAVE)
    house.channel.faults = {}
    house.later(minutes=2)
    await house.engine.settle()
    [alert] = house.alerts()
    assert house.engine.library.say("es", "desk-alert-raised") in alert.body["text"]


async def test_an_hour_without_the_platform(house: House) -> None:
    """Since when is told; when it is back everything goes out within a minute, in order, danger first."""
    house.channel.faults = Away()
    await house.receive(HELP, user="ana")
    await house.engine.settle()
    await house.receive(HELP, user="ana")
    await house.receive(Message(parts=(GRAVE,), language_hint="es"), user="berta")
    for _ in range(30):
        house.later(seconds=119)
        await house.engine.settle()
    [(channel, since)] = await house.engine.view(views.away, now=house.now)
    assert channel == "test"
    assert house.now - since >= timedelta(minutes=55)
    assert not house.texts("ana")
    house.channel.faults = {}
    start = len(house.channel.sent)
    house.later(minutes=1)
    await house.engine.settle()
    reached = [one.chat for one in house.channel.sent[start:] if one.chat in ("ana", "berta")]
    assert reached[0] == "berta"
    assert len(house.texts("ana")) == 2
    assert await house.engine.view(views.away, now=house.now) == ()
