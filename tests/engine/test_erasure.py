"""What is taken off the phone and what is erased."""

from dataclasses import replace

import pytest

from faro.assistant.desk import Verb
from faro.assistant.message import Kind, Message
from faro.assistant.referral import Refused, Status
from faro.assistant.rights import Role
from faro.engine.channels import SlowDown

from .conftest import GRAVE
from .house import GROUP, House


async def test_clear_deletes_both_sides_messages_and_leaves_a_neutral_line(house: House) -> None:
    """All known ids of the last two days go, but for the receipt."""
    await house.sends("1", Message(parts=("hola",), language_hint="es", ids=("501",)))
    said = [sent.message for sent in house.channel.sent if sent.chat == "1"]
    heard = await house.sends("1", Message(Kind.COMMAND, command="clear", language_hint="es", ids=("502",)))
    [delete] = house.bodies("1", "delete")
    assert set(delete["messages"]) == {"501", "502", *said}
    assert heard == [house.engine.library.say("es", "cleared")]
    assert await house.scalar("select count(*) from talk") == 1


async def test_clear_leaves_out_what_cannot_be_deleted_any_more(house: House) -> None:
    """Telegram lets a bot delete for 48 hours."""
    await house.sends("1", Message(parts=("hola",), language_hint="es", ids=("501",)))
    house.later(hours=49)
    await house.sends("1", Message(Kind.COMMAND, command="clear", ids=("502",)))
    [delete] = house.bodies("1", "delete")
    assert delete["messages"] == ["502"]


async def test_clear_stops_what_was_not_sent_yet(house: House) -> None:
    """An answer that still waits to be sent does not appear after the chat was cleared."""
    house.channel.fail("1", SlowDown(30))
    await house.says("1", "/privacy")
    await house.says("1", "/clear")
    house.later(minutes=1)
    await house.engine.settle()
    assert house.texts("1") == [house.engine.library.say("es", "cleared")]


async def test_clear_with_an_open_referral_keeps_the_words_for_staff(house: House) -> None:
    """The phone is clean at once; the case stays."""
    await house.hire("Ana", "9")
    await house.says("1", f"{GRAVE} mi secreto")
    await house.says("1", "/clear")
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    assert any("mi secreto" in text for text in house.texts(GROUP))


async def test_forget_erases_all_that_is_kept(house: House) -> None:
    """Without an open referral nothing is left but the neutral receipt."""
    await house.says("1", "/help")
    heard = await house.presses("1", "forget:yes")
    assert heard == [house.engine.library.say("es", "forgotten")]
    assert house.bodies("1", "delete")
    for table in ("person", "talk"):
        assert await house.scalar(f"select count(*) from {table}") == 0
    assert await house.scalar("select person from chat where channel = 'test' and person is not null") is None
    assert await house.says("1", "/start")


async def test_forget_with_an_open_referral_hides_and_a_coordinator_finishes(house: House) -> None:
    """Gone from the phone at once, told to staff, and erased by a coordinator alone."""
    await house.hire("Ana", "9")
    await house.hire("Clara", None, Role.COORDINATOR)
    await house.says("1", f"{GRAVE} mi secreto")
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    await house.presses("1", "forget:yes")
    assert house.bodies("1", "delete")
    assert any("Pidió borrar todo" in text for text in house.texts(GROUP))
    assert (await house.referral()).status is not Status.CLOSED
    with pytest.raises(Refused, match="refused-no-right"):
        await house.act("Ana", Verb.ERASE, 1)
    await house.act("Clara", Verb.ERASE, 1)
    assert (await house.referral()).status is Status.CLOSED
    for table in ("person", "talk"):
        assert await house.scalar(f"select count(*) from {table}") == 0
    assert [body["remove"] for body in house.bodies(GROUP, "topic_end")] == [False, True]
    assert (await house.referral()).evidence == ()


async def test_nothing_is_erased_that_nobody_asked_for(house: House) -> None:
    """A coordinator cannot erase a case whose person did not ask."""
    await house.hire("Clara", None, Role.COORDINATOR)
    await house.says("1", GRAVE)
    with pytest.raises(Refused, match="refused-no-erasure"):
        await house.act("Clara", Verb.ERASE, 1)
    assert len(await house.live()) == 1


async def test_denied_danger_stays_on_the_list(house: House) -> None:
    """ "It is not about me" lowers nothing; staff see it."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    await house.presses("1", "risk:notme")
    [live] = await house.live()
    assert live.severity == "critical"
    assert any("no hay peligro" in text for text in house.texts(GROUP))


async def test_where_nobody_reads_forget_erases_at_once(house: House) -> None:
    """No coordinator would ever finish it: with an open referral too nothing of the person is left."""
    await house.says("1", GRAVE)
    library = house.engine.library
    house.engine.library = replace(library, operator=library.operator.model_copy(update={"sample": True}))
    assert await house.presses("1", "forget:yes") == [library.say("es", "forgotten")]
    assert (await house.referral()).status is Status.CLOSED
    for table in ("person", "talk"):
        assert await house.scalar(f"select count(*) from {table}") == 0


async def test_what_staff_wrote_beside_a_case_goes_with_its_erasure(house: House) -> None:
    """Notes, institutions and wishes to see the account are gone with the person; that they were stands in the audit."""
    await house.hire("Ana", "9", Role.COORDINATOR)
    await house.says("1", GRAVE)
    await house.act("Ana", Verb.CLAIM, 1)
    await house.act("Ana", Verb.NOTE, 1, words="parece menor")
    await house.act("Ana", Verb.REFER, 1, name="Procuraduria", consent="said", words="lo dijo por escrito")
    await house.act("Ana", Verb.UNMASK, 1, words="hay que ubicarla ya")
    await house.says("1", "/forget")
    await house.presses("1", "forget:yes")
    await house.act("Ana", Verb.ERASE, 1)
    for table in ("note", "institution", "unmasking", "person"):
        assert await house.scalar(f"select count(*) from {table}") == 0, table
