"""What happens because time passes: reminders, taking back, snoozes, the end of web chats."""

from datetime import timedelta

from faro.assistant.desk import Verb
from faro.assistant.message import Message
from faro.assistant.referral import Status

from ..conftest import NIGHT
from .conftest import GRAVE, SERIOUS
from .house import GROUP, House


async def passes(house: House, minutes: int) -> None:
    """Minutes pass, each looked at."""
    for _ in range(minutes):
        house.later(minutes=1)
        await house.engine.settle()


async def test_nobody_takes_it_then_ever_more_people_are_told(house: House) -> None:
    """Announced again at the end of the clock, then to whoever is on call, then to all."""
    await house.hire("Ana", "9")
    await house.hire("Berta", "8")
    await house.act("Berta", Verb.ON_CALL)
    await house.says("1", GRAVE)
    await passes(house, 4)
    assert len(house.alerts()) == 1
    await passes(house, 1)
    assert len(house.alerts()) == 2
    await passes(house, 5)
    assert (len(house.alerts("8")), len(house.alerts("9"))) == (1, 0)
    await passes(house, 5)
    assert (len(house.alerts("8")), len(house.alerts("9"))) == (2, 1)


async def test_a_silent_owner_loses_it_in_the_end(house: House) -> None:
    """Reminded, then told to the group, then taken back and announced anew."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    await passes(house, 5)
    assert any("espera tu palabra" in text for text in house.texts(GROUP))
    await passes(house, 20)
    taken_back = await house.referral()
    assert (taken_back.status, taken_back.owner) == (Status.OPEN, None)
    assert len(house.alerts()) >= 2


async def test_an_answered_one_has_no_clock(house: House) -> None:
    """Once a human word was delivered nobody owes one."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.presses("1", "write:yes")
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    await house.act("Ana", Verb.SAY, 1, words="Aquí estoy")
    start = len(house.channel.sent)
    await passes(house, 30)
    assert house.texts(GROUP, start) == []


async def test_clocks_stand_still_while_nobody_is_on_call(house: House) -> None:
    """At night the alert is out, and the clock starts with the shift."""
    house.now = NIGHT
    await house.says("1", GRAVE)
    await passes(house, 30)
    assert len(house.alerts()) == 1
    house.now = NIGHT + timedelta(hours=6, minutes=4)
    await house.engine.settle()
    assert len(house.alerts()) == 1
    await passes(house, 2)
    assert len(house.alerts()) == 2


async def test_somebody_on_call_by_their_own_word_starts_the_clock(house: House) -> None:
    """/oncall at night: from then on the clock runs."""
    await house.hire("Ana", "9")
    house.now = NIGHT
    await house.says("1", GRAVE)
    await passes(house, 30)
    await house.says("9", "/oncall")
    await passes(house, 6)
    assert len(house.alerts()) == 2


async def test_a_snoozed_one_wakes_and_is_told(house: House) -> None:
    """Out of sight until then, not for ever."""
    await house.hire("Ana", "9")
    await house.says("1", SERIOUS)
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    await house.act("Ana", Verb.SNOOZE, 1, until=house.now + timedelta(hours=2))
    house.later(hours=2)
    await house.engine.settle()
    assert any("Terminó la pausa" in text for text in house.texts(GROUP))
    assert (await house.referral()).snoozed_until is None


async def test_an_unsure_one_is_not_announced_until_it_is_confirmed(house: House) -> None:
    """The "look at these" list is for the console; a yes makes it an alert."""
    from sqlalchemy import text

    await house.says("1", SERIOUS)
    await house.engine.store.transaction(lambda db: db.execute(text("update referral set unsure = true")))
    before = len(house.alerts())
    await passes(house, 90)
    assert len(house.alerts()) == before
    await house.presses("1", "risk:yes")
    assert len(house.alerts()) == before + 1


async def test_an_ended_web_chat_is_forgotten(house: House) -> None:
    """Ten minutes without use: the person behind a web chat without a referral is erased."""
    name = await _web_chat(house)
    await house.receive(Message(parts=("hola",)), user=name)
    await house.engine.settle()
    house.later(minutes=11)
    await house.engine.settle()
    assert await house.scalar("select count(*) from session") == 0


async def _web_chat(house: House) -> str:
    secret = await house.engine.doors.open_chat()
    name = await house.engine.doors.chat(secret)
    assert name is not None
    return name
