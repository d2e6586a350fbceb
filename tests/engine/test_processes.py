"""Several processes on one PostgreSQL: nothing is done twice, each chat in order, one polls, one minds the clocks, all hear of changes."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from faro.assistant.desk import Verb
from faro.assistant.message import Kind, Message
from faro.assistant.referral import Refused
from faro.engine import leases, neighbours
from faro.engine.channels import Receipt
from faro.library import Library
from faro.storage import Seal
from tests.databases import Databases

from .conftest import GRAVE
from .house import House, build

PEOPLE, EACH = 24, 4


@pytest.fixture
async def pair(databases: Databases, words: Library) -> AsyncIterator[tuple[House, House]]:
    """Two engines on one database, as in two processes: nothing is shared but the rows."""
    url, seal = await databases.fresh("postgresql", None), Seal.fresh()
    houses = [await build(url, words, seal=seal) for _ in range(2)]
    houses[1].deliveries = 100_000
    yield houses[0], houses[1]
    for house in houses:
        await house.engine.store.close()
    await databases.done(url)


@asynccontextmanager
async def working(*houses: House) -> AsyncIterator[None]:
    """The engines at work side by side."""
    tasks = [asyncio.create_task(house.engine.run()) for house in houses]
    try:
        yield
    finally:
        for house in houses:
            await house.engine.stop()
        await asyncio.gather(*tasks)


async def quiet(house: House) -> None:
    """Until nothing waits any more."""
    async with asyncio.timeout(60):
        while await house.scalar(
            "select (select count(*) from inbox where state='new')+(select count(*) from outbox where state='new')"
        ):
            await asyncio.sleep(0.05)


async def test_each_message_is_done_once_and_each_chat_in_order(pair: tuple[House, House]) -> None:
    """Both take deliveries of the same people, some twice; every delivery is done once, every row sent once, in the order of its chat."""
    async with working(*pair):
        for number in range(EACH):
            for person in range(PEOPLE):
                message = Message(Kind.COMMAND, command="help", language_hint="es", ids=(f"{number}",))
                for house in (pair[person % 2], *((pair[1],) if person % 5 == 0 else ())):
                    house.deliveries = person * 100 + number  # the same delivery through both doors
                    await house.receive(message, user=f"p{person}")
        await quiet(pair[0])
    count = pair[0].scalar
    assert await count("select count(*) from inbox") == PEOPLE * EACH
    assert await count("select count(*) from inbox where state != 'done'") == 0
    sent = [one.body["row"] for house in pair for one in house.channel.sent]
    assert len(sent) == len(set(sent)) == await count("select count(*) from outbox where state='sent'")
    assert all(house.channel.sent for house in pair), "one process did everything"
    late = "select count(*) from outbox a join outbox b on a.chat_key = b.chat_key and a.id < b.id and a.done_at > b.done_at"
    assert await count(late) == 0
    causes = "select count(distinct cause) from outbox where cause like 'inbox:%'"
    assert await count(causes) == PEOPLE * EACH


async def test_two_calls_for_help_at_once_open_one_referral(pair: tuple[House, House]) -> None:
    """The same person's danger through both processes: one referral, one alert."""
    async with working(*pair):
        for number, house in enumerate((*pair, *pair)):
            await house.receive(Message(parts=(f"{GRAVE} {number}",), language_hint="es"), user="ana")
        await quiet(pair[0])
    assert await pair[0].scalar("select count(*) from referral") == 1
    assert sum(len(house.alerts()) for house in pair) == 1


async def test_two_colleagues_cannot_both_take_a_case(pair: tuple[House, House]) -> None:
    """Pressed at the same instant in two processes: one has it, the other is told so, and the audit says the same."""
    one, two = pair
    for number in range(8):
        await one.receive(Message(parts=(GRAVE,), language_hint="es"), user=f"p{number}")
    await one.engine.settle()
    await one.hire("Ana")
    two.staff["Luis"] = await two.hire("Luis")
    cases = [case.id for case in await one.live()]

    async def take(house: House, name: str, case: int) -> bool:
        try:
            await house.engine.perform(_claim(house, name, case))
        except Refused:
            return False
        return True

    for case in cases:
        assert sorted(await asyncio.gather(take(one, "Ana", case), take(two, "Luis", case))) == [False, True]
    assert await one.scalar("select count(*) from audit where verb='referral.claimed'") == len(cases)


async def test_one_minds_the_clocks_and_the_other_takes_over(pair: tuple[House, House]) -> None:
    """A clock that ran out is announced once however many processes look; when the first is gone the second has the seat."""
    one, two = pair
    assert await one.engine._neighbours.minds_clocks()
    assert not await two.engine._neighbours.minds_clocks()
    assert await two.engine.polls()
    assert not await one.engine.polls()
    await one.receive(Message(parts=(GRAVE,), language_hint="es"), user="ana")
    await one.engine.settle()
    for house in pair:
        house.later(minutes=6)
    async with working(*pair):
        async with asyncio.timeout(20):
            while not await one.scalar("select count(*) from audit where verb='clock.ran_out'"):
                await asyncio.sleep(0.05)
        await asyncio.sleep(0)
    assert await one.scalar("select count(*) from audit where verb='clock.ran_out'") == 1
    await one.engine.store.line.close()
    assert await two.engine._neighbours.minds_clocks()


async def test_pages_of_one_process_hear_of_the_other_s_commits(
    pair: tuple[House, House], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A live page need not look again and again: what another process commits wakes it."""
    monkeypatch.setattr(neighbours, "CALM", 0.01)
    one, two = pair
    async with working(two):
        talking = asyncio.create_task(one.engine._neighbours.talk())
        async with asyncio.timeout(20):
            heard = one.engine.changed.version
            while one.engine.changed.version == heard:
                two.engine.changed.set()
                await asyncio.sleep(0.05)
        talking.cancel()


async def test_a_connection_that_breaks_gives_its_seats_away_and_comes_back(pair: tuple[House, House]) -> None:
    """PostgreSQL throws everybody out, as in a restart: work goes on by itself, and exactly one has the seat again."""
    one, two = pair
    assert await one.engine._neighbours.minds_clocks()
    async with working(*pair):
        for round_ in range(3):
            for person in range(6):
                await one.receive(Message(Kind.COMMAND, command="help", language_hint="es"), user=f"p{person}")
            killed = "select count(pg_terminate_backend(pid)) from pg_stat_activity where pid != pg_backend_pid() and datname = current_database()"
            await two.scalar(killed)
            one.later(seconds=round_)
        await quiet(two)
        async with asyncio.timeout(20):
            while [await house.engine._neighbours.minds_clocks() for house in pair].count(True) != 1:
                await asyncio.sleep(0.05)
    assert await two.scalar("select count(*) from inbox where state='done'") == 18
    assert await two.scalar("select count(*) from inbox where state='parked'") == 0


async def test_what_a_dead_process_was_sending_another_one_sends_within_seconds(
    pair: tuple[House, House], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the first lives its chat is its own, however long the platform takes; when it is gone another one has the chat."""
    monkeypatch.setattr(leases, "ABSENT", 0.3)
    one, two = pair
    started = asyncio.Event()

    async def hangs(address: str, body: dict[str, Any]) -> Receipt:
        started.set()
        await asyncio.Event().wait()
        return Receipt()

    one.channel.send = hangs  # type: ignore[method-assign]
    await one.receive(Message(Kind.COMMAND, command="help", language_hint="es"), user="ana")
    await one.engine._worker.once()
    await one.engine._deliverer.once()
    await started.wait()
    async with working(two):
        await asyncio.sleep(1)
        assert not two.texts("ana")
        one.engine.store.line._connection.terminate()  # type: ignore[union-attr]
        async with asyncio.timeout(10):
            while not two.texts("ana"):
                await asyncio.sleep(0.05)
    await one.engine._deliverer.drain(0)
    assert len(two.texts("ana")) == 1


async def test_a_clock_that_leaps_takes_no_chat_from_another_process(pair: tuple[House, House]) -> None:
    """One process is sending when the clock of the other leaps ahead by hours: the message is not sent a second time."""
    one, two = pair
    go_on, send = asyncio.Event(), one.channel.send

    async def slow(address: str, body: dict[str, Any]) -> Receipt:
        await go_on.wait()
        return await send(address, body)

    one.channel.send = slow  # type: ignore[method-assign]
    await one.receive(Message(Kind.COMMAND, command="help", language_hint="es"), user="ana")
    await one.engine._worker.once()
    assert await one.engine._deliverer.once() == 1
    two.later(hours=2)
    assert await two.engine._deliverer.once() == 0
    go_on.set()
    await one.engine._deliverer.drain()
    assert await two.engine._deliverer.once() == 0
    assert len(one.texts("ana")) == 1


async def test_a_machine_that_vanished_is_noticed(pair: tuple[House, House]) -> None:
    """Neither the connections of the pool nor the line wait for the system's quarter of an hour."""
    one, _ = pair
    line: Any = one.engine.store.line
    database: Any = one.engine.store._database
    async with database._engine.connect() as connection:
        pooled = (await connection.get_raw_connection()).driver_connection
        for each in (pooled, line._connection):
            found = each._transport.get_extra_info("socket")
            assert found.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 20_000
            assert found.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)


async def test_a_lease_of_which_its_process_never_heard_holds_nothing_up(pair: tuple[House, House]) -> None:
    """The connection broke while the commit of the lease was on its way: it stands, and the same process sends at once."""
    one, _ = pair
    await one.receive(Message(Kind.COMMAND, command="help", language_hint="es"), user="ana")
    await one.engine._worker.once()
    transaction = one.engine.store.transaction

    async def unheard(fn: Any, **more: Any) -> Any:
        await transaction(fn, **more)
        raise OSError("the answer never came")

    one.engine.store.transaction = unheard  # type: ignore[method-assign]
    with pytest.raises(OSError, match="never came"):
        await one.engine._deliverer.once()
    one.engine.store.transaction = transaction  # type: ignore[method-assign]
    assert await one.engine._deliverer.once() == 1
    await one.engine._deliverer.drain()
    assert len(one.texts("ana")) == 1


async def test_a_process_whose_seat_nobody_sees_begins_nothing(pair: tuple[House, House]) -> None:
    """Its line is broken, so others may take it for dead: it sends again when it sits."""
    one, _ = pair
    await one.receive(Message(Kind.COMMAND, command="help", language_hint="es"), user="ana")
    await one.engine._worker.once()
    one.engine.store.line._connection.terminate()  # type: ignore[union-attr]
    async with asyncio.timeout(10):
        while one.engine.store.line.seated:
            await asyncio.sleep(0.01)
    assert await one.engine._deliverer.once() == 0
    assert await one.engine._neighbours.minds_clocks()
    assert await one.engine._deliverer.once() == 1
    await one.engine._deliverer.drain()


def _claim(house: House, name: str, case: int):  # type: ignore[no-untyped-def]
    from faro.assistant.desk import Act

    return Act(Verb.CLAIM, house.staff[name], case)
