"""Sending: in order, side by side, tried again without end, and told to staff when it cannot be."""

from datetime import timedelta

import pytest

from faro.assistant.desk import Verb
from faro.assistant.message import Kind, Message
from faro.engine.channels import Blocked, Moved, Rejected, SlowDown, ThreadGone, Unreachable

from .conftest import GRAVE
from .house import GROUP, House


async def test_asked_to_slow_down_only_that_chat_waits(house: House) -> None:
    """A 429 in one chat holds nobody else up, and is obeyed."""
    house.channel.fail("1", SlowDown(30))
    assert await house.says("1", "/help") == []
    assert await house.says("2", "/help")
    house.later(seconds=29)
    await house.engine.settle()
    assert house.texts("1") == []
    house.later(seconds=2)
    await house.engine.settle()
    assert len(house.texts("1")) == 1


async def test_while_the_channel_is_away_it_is_tried_without_end(house: House) -> None:
    """Back-off grows to a minute and never gives up; order is kept."""
    house.channel.fail("1", *[Unreachable() for _ in range(40)])
    await house.says("1", "/help")
    await house.says("1", "/privacy")
    for _ in range(60):
        house.later(seconds=60)
        await house.engine.settle()
    say = house.engine.library.say
    assert house.texts("1")[0] == say("es", "help")
    assert len(house.texts("1")) >= 2
    assert not house.channel.faults["1"]


async def test_the_pause_is_never_longer_than_a_minute(house: House) -> None:
    """However often it failed, a minute later it is tried again."""
    house.channel.fail("1", *[Unreachable() for _ in range(12)])
    await house.says("1", "/help")
    for number in range(12):
        house.later(minutes=1)
        await house.engine.settle()
        assert len(house.channel.tries) >= number + 2


async def test_what_is_refused_is_sent_once_more_as_plain_text(house: House) -> None:
    """The words matter more than the buttons."""
    house.channel.fail("1", Rejected("bad markup"))
    [heard] = await house.says("1", "/start")
    assert heard
    [body] = house.bodies("1", "say")
    assert body["keyboard"] == []


async def test_what_is_refused_twice_is_dead_and_an_alarm(house: House) -> None:
    """Nobody is left to guess: the staff group is told, without a word of it."""
    house.channel.fail("1", Rejected("no"), Rejected("no"))
    assert await house.says("1", "/help") == []
    assert await house.scalar("select count(*) from outbox where state = 'dead'") == 1
    assert house.texts(GROUP) == [house.engine.library.say("es", "desk-could-not-send")]
    assert await house.says("1", "/help")


async def test_an_alert_that_cannot_be_sent_goes_another_way(house: House) -> None:
    """When the group refuses an alert, those who may take it get it in private."""
    await house.hire("Ana", "9")
    house.channel.fail(GROUP, Blocked())
    await house.says("1", GRAVE)
    assert len(house.alerts("9")) == 1


async def test_who_blocked_the_bot_is_told_to_staff_and_words_wait(house: House) -> None:
    """Staff's words are kept for the return, and leave then."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.presses("1", "write:yes")
    await house.act("Ana", Verb.CLAIM, 1)
    house.channel.fail("1", Blocked())
    await house.act("Ana", Verb.SAY, 1, words="¿Sigues ahí?")
    assert any("bloqueó" in text for text in house.texts(GROUP))
    assert await house.scalar("select state from talk where said_by = 'staff'") == "held"
    await house.says("1", "volví")
    assert "👤 ¿Sigues ahí?" in house.texts("1")


async def test_a_block_told_by_the_channel_is_the_same(house: House) -> None:
    """my_chat_member: unreachable at once, words wait, the return is told."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.presses("1", "write:yes")
    await house.act("Ana", Verb.CLAIM, 1)
    await house.sends("1", Message(Kind.BLOCKED))
    await house.act("Ana", Verb.SAY, 1, words="Hola")
    assert not any("Hola" in text for text in house.texts("1"))
    await house.sends("1", Message(Kind.RETURNED))
    assert any("Volvió" in text for text in house.texts(GROUP))


async def test_a_group_that_moved_is_written_to_at_its_new_address(house: House) -> None:
    """The group became a supergroup: the alert arrives there, and what is said there is staff's."""
    house.channel.fail(GROUP, Moved("-200"))
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    assert len(house.alerts("-200")) == 1
    await house.presses("9", "staff:claim:1", chat="-200", room="group")
    assert (await house.referral()).owner == house.staff["Ana"]


async def test_a_deleted_topic_is_made_anew_and_nothing_is_lost(house: House) -> None:
    """Who deletes the topic does not delete the words that were on their way into it."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    first = (await house.referral()).thread
    house.channel.fail(GROUP, ThreadGone())
    await house.says("1", "sigo aqui")
    second = (await house.referral()).thread
    assert second not in (None, first)
    [line] = [body for body in house.bodies(GROUP, "say") if "sigo aqui" in body["text"]]
    assert line["thread"] == second


async def test_a_person_s_words_never_leave_their_topic(house: House) -> None:
    """Sent once more as plain text they still go into the topic, not before the eyes of the whole group."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    house.channel.fail(GROUP, Rejected("no"))
    await house.says("1", "algo muy mio")
    [line] = [body for body in house.bodies(GROUP, "say") if "algo muy mio" in body["text"]]
    assert line["thread"] == (await house.referral()).thread


async def test_the_group_gets_the_gravest_first(house: House) -> None:
    """When the group was slowed down, a critical alert leaves before older lines."""
    house.channel.fail(GROUP, SlowDown(20))
    await house.presses("1", "person")
    await house.presses("2", "person")
    await house.says("3", GRAVE)
    house.later(seconds=30)
    await house.engine.settle()
    severities = [alert.body["text"].split(" ·")[0][2:] for alert in house.alerts()]
    assert severities == ["Crítica", "Media", "Media"]


async def test_a_channel_that_breaks_is_no_end(house: House) -> None:
    """A bug in a channel counts as "try again later"."""
    house.channel.fail("1", RuntimeError("bug"))  # type: ignore[arg-type]
    assert await house.says("1", "/help") == []
    house.later(minutes=1)
    await house.engine.settle()
    assert house.texts("1")


async def test_what_was_sent_keeps_no_words(house: House) -> None:
    """Inbox and outbox forget the words as soon as they are done."""
    await house.says("1", GRAVE)
    assert await house.scalar("select count(*) from inbox where body is not null") == 0
    assert await house.scalar("select count(*) from outbox where body is not null") == 0


@pytest.mark.parametrize("topics", [True, False])
async def test_without_topics_the_owner_reads_in_private(plain_house: House, topics: bool) -> None:
    """In a group without topics the owner gets the words in the private chat and answers by reply."""
    house = plain_house
    await house.hire("Ana", "9")
    await house.says("1", f"{GRAVE} mi tia")
    await house.presses("1", "write:yes")
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    assert any("mi tia" in text for text in house.texts("9"))
    assert not any("mi tia" in text for text in house.texts(GROUP))
    if topics:
        await house.says("1", "tengo miedo hoy")
    line = [sent for sent in house.channel.sent if sent.chat == "9" and sent.body.get("text")][-1]
    await house.says("9", "Aquí estoy", reply_to=line.message)
    assert house.texts("1")[-1] == "👤 Aquí estoy"
    assert await house.says("9", "sin responder a nadie") == [house.engine.library.say("es", "desk-answer-a-line")]


async def test_a_group_given_topics_later_is_asked_again(plain_house: House) -> None:
    """An hour after the group had no topics the bot tries once more."""
    house = plain_house
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    house.channel.topics = True
    house.now += timedelta(hours=2)
    await house.says("2", GRAVE)
    await house.presses("9", "staff:claim:2", chat=GROUP, room="staff")
    assert (await house.referral(2)).thread is not None
