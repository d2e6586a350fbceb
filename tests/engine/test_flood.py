"""Floods: who writes without end waits, everybody else does not, a danger never does, and nothing is dropped."""

from faro.assistant.message import Kind, Message
from faro.assistant.rights import Role
from faro.engine.fairness import TURNS

from .conftest import GRAVE
from .house import GROUP, House

HELP = Message(Kind.COMMAND, command="help", language_hint="es")
"""Something that is not joined with what comes after it: a turn of its own."""


async def round_of(house: House) -> None:
    """One look of the worker."""
    await house.engine._worker.once()


async def waiting(house: House) -> int:
    return int(await house.scalar("select count(*) from inbox where state = 'new'"))


async def answers(house: House, chat: str, key: str) -> int:
    return house.texts(chat).count(house.engine.library.say("es", key))


async def test_a_danger_is_worked_on_before_a_flood_of_new_chats(house: House) -> None:
    """However many came before it: it is among the next that are taken."""
    for number in range(60):
        await house.receive(HELP, user=f"new-{number}")
    await house.receive(Message(parts=(GRAVE,), language_hint="es"), user="1")
    await round_of(house)
    assert len(await house.live()) == 1
    assert await waiting(house) > 40


async def test_a_danger_does_not_wait_for_the_round_that_is_under_way(house: House) -> None:
    """It has a loop of its own, which takes it alone; what else waits is left to the others."""
    for number in range(10):
        await house.receive(HELP, user=f"new-{number}")
    heard = house.engine._hall.alarmed.version
    await house.receive(HELP, user="2")
    assert house.engine._hall.alarmed.version == heard
    await house.receive(Message(parts=(GRAVE,), language_hint="es"), user="1")
    assert house.engine._hall.alarmed.version == heard + 1
    assert await house.engine._worker.urgent() == 1
    assert len(await house.live()) == 1
    assert await waiting(house) == 11
    assert await house.engine._worker.urgent() == 0


async def test_a_danger_is_worked_on_before_what_the_same_person_sent_without_end(house: House) -> None:
    """It stands behind sixty other messages of its own chat and is read first."""
    for _ in range(60):
        await house.receive(HELP, user="1")
    await house.receive(Message(parts=(GRAVE,), language_hint="es"), user="1")
    await round_of(house)
    assert len(await house.live()) == 1


async def test_who_has_an_open_case_comes_before_new_chats(house: House) -> None:
    """A talk with the team goes on amid a flood."""
    await house.says("1", GRAVE)
    for number in range(60):
        await house.receive(HELP, user=f"new-{number}")
    await house.receive(HELP, user="1")
    start = len(house.channel.sent)
    await round_of(house)
    await house.engine._deliverer.once()
    await house.engine._deliverer.drain()
    assert house.texts("1", start)


async def test_over_the_limit_a_person_waits_is_told_so_once_and_loses_nothing(house: House) -> None:
    """A minute later the rest is answered; the line is not said again so soon."""
    for _ in range(2 * TURNS + 10):
        await house.receive(HELP, user="1")
    await house.engine.settle()
    assert await waiting(house) > 0
    assert await answers(house, "1", "many-messages") == 1
    for _ in range(4):
        house.later(minutes=1, seconds=1)
        await house.engine.settle()
    assert await waiting(house) == 0
    assert await answers(house, "1", "help") == 2 * TURNS + 10
    assert await answers(house, "1", "many-messages") == 1


async def test_who_waits_is_heard_at_once_with_a_danger(house: House) -> None:
    """The limit does not hold for the path of risk; others are not limited with the one."""
    for _ in range(TURNS + 40):
        await house.receive(HELP, user="1")
    await house.engine.settle()
    left = await waiting(house)
    assert left > 0
    await house.says("1", GRAVE)
    assert len(await house.live()) == 1
    assert await waiting(house) == left
    assert await house.says("2", "/help")


async def test_staff_are_not_limited(house: House) -> None:
    """Neither in the group nor in their private chats."""
    await house.hire("Ana", "9", Role.COORDINATOR)
    for _ in range(TURNS + 10):
        await house.receive(Message(Kind.COMMAND, command="queue", language_hint="es"), user="9", chat=GROUP, room="staff")
        await house.receive(Message(Kind.COMMAND, command="mine", language_hint="es"), user="9")
    await house.engine.settle()
    assert await waiting(house) == 0


async def test_a_clock_that_goes_back_lets_nobody_wait_for_hours(house: House) -> None:
    """Who waits does so for a minute at most by whatever the clock says."""
    for _ in range(TURNS + 10):
        await house.receive(HELP, user="1")
    await house.engine.settle()
    assert await waiting(house) > 0
    house.later(hours=-5)
    await house.engine.settle()
    assert await waiting(house) == 0
