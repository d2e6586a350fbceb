"""The staff group on Telegram when things go wrong there: floods, rights taken away, topics and boards deleted, people who leave."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest_asyncio

from faro.assistant.person import MayWrite
from faro.assistant.rights import Role
from faro.library import Library
from faro.storage import people, referrals, staff
from tests.telegram_server import RateLimits, TelegramServer
from tests.telegram_server.state import RIGHTS
from tests.test_telegram_path import DANGER, TOKEN, Clock, Faro

PERSON = "/person"


class Moved(Clock):
    """A clock that can be moved on."""

    moved = timedelta()

    def __call__(self) -> datetime:
        return super().__call__() + self.moved

    def on(self, **time: float) -> None:
        self.moved += timedelta(**time)


class Room(Faro):
    """The same Faro, with Berta who coordinates, and what a test looks for in it."""

    def hire_berta(self) -> None:
        self.berta = self.server.add_user("Berta", language="es")
        self.room.status[self.berta.id] = "member"

    def _hire(self, db: Any) -> None:
        super()._hire(db)
        self.hire_berta()
        roles = {Role.COORDINATOR}
        staff.add(db, self.store.seal, "Berta", self.clock(), roles=roles, channel="telegram", user=str(self.berta.id))

    async def case(self, number: int = 1) -> Any:
        return await self.store.read(lambda db: referrals.get(db, self.store.seal, number))

    async def tap(self, who: Any, key: str, where: Any, **about: Any) -> None:
        """Press the button with the words of this string as soon as it is there."""
        label = self.say(key, **about)
        shown = lambda: label in self.texts(where)  # noqa: E731
        await self.server.wait_for(shown)
        await self.server.press(who, label, chat=where)

    def told(self, key: str, right: str = "topics") -> int:
        """How often the group was told this of this right."""
        start, name = self.say(key, what="§").split("§")[0], self.say(f"desk-right-{right}")
        texts = [message.get("text", "") for message in self.server.replies(self.room)]
        return sum(text.startswith(start) and name in text for text in texts)

    async def until(self, sql: str) -> None:
        """Wait until the database answers this with something true."""
        async with asyncio.timeout(30):
            while True:
                seen = self.engine.changed.version
                if await self.store.read(lambda db: db.exec_driver_sql(sql).scalar()):
                    return
                await self.engine.changed.wait(seen, 1)

    async def demoted(self, *rights: str, status: str = "administrator") -> None:
        await self.server.set_bot_status(self.room, status, by=self.rosa, rights=rights)

    async def board(self) -> int:
        """The board as it stands in the group."""
        mark = self.say("desk-board")
        found = lambda: [m["message_id"] for m in self.server.replies(self.room) if mark in m.get("text", "")]  # noqa: E731
        return (await self.server.wait_for(found))[-1]  # type: ignore[no-any-return]


@pytest_asyncio.fixture
async def room(tmp_path: Path, library: Library) -> AsyncIterator[Room]:
    clock = Moved()
    async with TelegramServer.running(TOKEN, clock=clock) as server:
        server.wait_for = partial(server.wait_for, timeout=30)  # type: ignore[method-assign]  # a busy machine is no fault of the group
        running = Room(server, library, clock, topics=True)
        await running.start(tmp_path)
        yield running
        await running.stop()
        allowed = ("not enough rights", "message to edit not found", "message thread not found")
        assert [call.description for call in server.rejected if not any(one in call.description for one in allowed)] == []


async def test_a_press_is_answered_while_the_group_is_flooded(room: Room) -> None:
    """Telegram takes nothing into the group for half a minute: whoever presses has the case at once and is told so; the rest comes after it."""
    await room.alerted()
    room.server.faults.flood(30, room.room.id)
    await room.server.press(room.rosa, room.say("desk-button-claim"), chat=room.room)
    answered = lambda: room.server.called("answerCallbackQuery")  # noqa: E731
    assert (await room.server.wait_for(answered))[0].arguments["text"] == room.say("desk-done-claim")
    assert (await room.case()).owner is not None
    assert room.room.topics == {}
    await room.until("select count(*) from outbox where fault = 'SlowDown'")
    room.clock.on(seconds=61)  # type: ignore[attr-defined]
    await room.heard(room.room, DANGER)


async def test_a_question_for_words_opens_the_field_for_who_was_asked(room: Room) -> None:
    """The reply field opens for Rosa alone, the note is her reply to it, and nobody else reads a word of it."""
    thread = await room.claimed()
    await room.tap(room.rosa, "desk-button-more", room.room)
    await room.tap(room.rosa, "desk-button-note", room.room)
    asked = await room.heard(room.room, room.say("desk-ask-private-note"), thread=thread)
    sent = [call.arguments for call in room.server.called("sendMessage") if call.arguments["text"] == asked["text"]]
    assert [(one["reply_markup"]["force_reply"], one["reply_markup"]["selective"]) for one in sent] == [(True, True)]
    assert asked["entities"][0]["user"]["id"] == room.rosa.id
    await room.server.say(room.rosa, "parece de doce", chat=room.room, thread=thread, reply_to=asked["message_id"])
    await room.heard(room.room, room.say("desk-done-note"), thread=thread)
    assert "doce" not in room.texts(room.ana)


async def test_the_person_sees_that_somebody_is_about_to_write(room: Room) -> None:
    """Words that wait for a second click show "typing" to who said yes to being written to; Telegram tells nobody more."""
    thread = await room.claimed()
    shown = lambda: [call for call in room.server.called("sendChatAction") if call.arguments["chat_id"] == room.ana.id]  # noqa: E731
    await room.server.say(room.rosa, "mi número es 5512345678", chat=room.room, thread=thread)
    await room.tap(room.rosa, "desk-button-say-anyway", room.room)
    await room.until("select count(*) from outbox where state = 'held' and purpose = 'to_person'")
    assert shown() == []
    seal = room.store.seal
    yes = lambda db: people.save(db, seal, 1, replace(people.load(db, seal, 1), may_write=MayWrite.YES))  # noqa: E731
    await room.store.transaction(yes)
    room.clock.on(seconds=5)  # type: ignore[attr-defined]
    await room.server.say(room.rosa, "o el 5587654321", chat=room.room, thread=thread)
    await room.server.wait_for(shown)


async def test_an_account_is_seen_in_private_and_nowhere_else(room: Room) -> None:
    """Asked for by Berta, allowed by a second coordinator, shown once to Berta, protected; the group reads nothing of it."""
    await room.claimed()
    carla = room.server.add_user("Carla", language="es")
    seal = room.store.seal
    await room.store.transaction(
        lambda db: staff.add(db, seal, "Carla", room.clock(), roles={Role.COORDINATOR}, channel="telegram", user=str(carla.id))
    )
    await room.server.say(room.berta, "/case 1")
    for key in ("desk-button-more", "console-account", "console-account-ask"):
        await room.tap(room.berta, key, room.berta)
    asked = await room.heard(room.berta, room.say("desk-ask-why"))
    await room.server.say(room.berta, "corre peligro y no contesta", reply_to=asked["message_id"])
    await room.tap(carla, "console-account-grant", carla)
    await room.tap(room.berta, "console-account-see", room.berta)
    await room.heard(room.berta, str(room.ana.id))
    shown = [call.arguments for call in room.server.called("sendMessage") if str(room.ana.id) in call.arguments["text"]]
    assert [(one["chat_id"], one["protect_content"]) for one in shown] == [(room.berta.id, True)]
    assert str(room.ana.id) not in room.texts(room.room)


async def test_a_topic_is_removed_with_the_erasure_of_the_person(room: Room) -> None:
    """Ana asks to be forgotten, a coordinator finishes with two presses, and the topic with all words in it is gone."""
    thread = await room.claimed()
    await room.server.say(room.ana, "/forget")
    await room.tap(room.ana, "forget-yes", room.ana)
    await room.tap(room.berta, "console-erase", room.room)
    await room.tap(room.berta, "desk-button-erase-sure", room.room)
    await room.server.wait_for(lambda: thread not in room.room.topics)
    assert "aguanto" not in room.texts(room.room)


async def test_a_topic_is_closed_with_the_case_and_removed_with_its_words(room: Room) -> None:
    """Closed at the end, removed whole when the words of the case are over their time."""
    thread = await room.claimed()
    await room.tap(room.rosa, "desk-button-close", room.room)
    await room.tap(room.rosa, "desk-outcome-helped", room.room)
    await room.server.wait_for(lambda: room.room.topics[thread].closed)
    await room.until("select count(*) from pulse where name = 'awake'")
    for aging in (
        "update referral set closed_at = closed_at - 91 * 86400.0",
        "update pulse set at = at - 7200 where name in ('retention', 'awake')",
    ):
        await room.store.transaction(lambda db, aging=aging: db.exec_driver_sql(aging))
    await room.server.wait_for(lambda: thread not in room.room.topics)


async def test_without_the_right_to_delete_a_topic_waits_for_it(room: Room) -> None:
    """Closed at once, told once, removed as soon as the right is there: no words of an erased person stay for want of it."""
    thread = await room.claimed()
    await room.demoted(*(right for right in RIGHTS if right != "can_delete_messages"))
    await room.heard(room.room, room.say("desk-right-delete"))
    await room.server.say(room.ana, "/forget")
    await room.tap(room.ana, "forget-yes", room.ana)
    await room.tap(room.berta, "console-erase", room.room)
    await room.tap(room.berta, "desk-button-erase-sure", room.room)
    await room.server.wait_for(lambda: room.room.topics[thread].closed)
    await room.demoted(*RIGHTS)
    await room.server.wait_for(lambda: thread not in room.room.topics)
    await room.heard(room.room, room.say("desk-right-back", what=room.say("desk-right-delete")))
    assert (room.told("desk-right-lost", "delete"), room.told("desk-right-back", "delete")) == (1, 1)


async def test_the_bot_is_demoted_in_mid_case_and_comes_back(room: Room) -> None:
    """As a plain member it reads and manages no topics: owners go on in private, also with new cases, staff are told once, what must be
    closed waits; administrator again, it goes on in topics."""
    thread = await room.claimed()
    await room.demoted(status="member")
    await room.heard(room.room, room.say("desk-right-topics"))
    await room.server.say(room.ana, "ya viene otra vez")
    line = await room.heard(room.rosa, "ya viene otra vez")
    await room.server.say(room.rosa, "Te leo, ¿dónde estás?", reply_to=line["message_id"])
    await room.heard(room.rosa, room.say("desk-words-wait"))
    await room.server.say(room.ana, "sigo aquí")
    await room.allowed()
    await room.heard(room.ana, "¿dónde estás?")
    await room.server.say(room.eva, DANGER)
    await room.tap(room.luis, "desk-button-claim", room.room)
    await room.heard(room.luis, DANGER)
    await room.tap(room.rosa, "desk-button-close", room.room)
    await room.tap(room.rosa, "desk-outcome-helped", room.room)
    await room.heard(room.rosa, room.say("desk-closed", outcome=room.say("desk-outcome-helped")))
    assert not room.room.topics[thread].closed
    room.clock.on(seconds=61)  # type: ignore[attr-defined]
    await room.until("select count(*) from outbox where held_for = 'rights'")
    await room.demoted(*RIGHTS)
    await room.server.wait_for(lambda: room.room.topics[thread].closed)
    await room.server.wait_for(lambda: room.told("desk-right-back"))
    assert (room.told("desk-right-lost"), room.told("desk-right-back")) == (1, 1)
    await room.server.say(room.ana, DANGER)
    await room.tap(room.rosa, "desk-button-claim", room.room)
    await room.server.wait_for(lambda: len(room.room.topics) == 2)


async def test_a_board_without_the_right_to_pin(room: Room) -> None:
    """It stands unpinned, staff are told once, and it is pinned when the right is given."""
    room.room.rights -= {"can_pin_messages"}
    await room.alerted()
    board = await room.board()
    await room.heard(room.room, room.say("desk-right-pin"))
    assert room.room.pinned == []
    await room.demoted(*RIGHTS)
    await room.server.wait_for(lambda: room.room.pinned == [board])
    assert room.told("desk-right-lost", "pin") == 1


async def test_a_board_that_somebody_deleted_is_made_anew(room: Room) -> None:
    """The next change writes it again and pins it."""
    await room.alerted()
    board = await room.board()
    await room.server.wait_for(lambda: room.room.pinned == [board])
    await room.server.delete(room.room, board)
    await room.server.press(room.rosa, room.say("desk-button-claim"), chat=room.room)
    await room.heard(room.room, DANGER)
    room.clock.on(seconds=31)  # type: ignore[attr-defined]
    await room.server.wait_for(lambda: room.room.pinned not in ([], [board]))


async def test_who_leaves_the_team_in_mid_case(room: Room) -> None:
    """Rosa's case is free again and announced; what she still writes or presses does nothing, and Ana's words wait for the next one."""
    thread = await room.claimed()
    store = room.store
    await store.transaction(lambda db: staff.remove(db, staff.of_user(db, store.seal, "telegram", str(room.rosa.id)).id))  # type: ignore[union-attr]
    await room.heard(room.room, room.say("desk-orphaned"))
    await room.server.say(room.rosa, "una cosa más", chat=room.room, thread=thread)
    await room.heard(room.room, room.say("refused-not-staff"), thread=thread)
    assert "una cosa" not in room.texts(room.ana)
    await room.server.say(room.ana, "sigo aquí")
    await room.server.press(room.luis, room.say("desk-button-claim"), chat=room.room)
    await room.heard(room.room, "sigo aquí", thread=thread)


async def test_the_person_comes_back_after_blocking_the_bot(room: Room) -> None:
    """Words of staff to who blocked the bot wait, and leave when the person is back and writes."""
    thread = await room.claimed()
    await room.server.block(room.ana)
    await room.heard(room.room, room.say("desk-unreachable"), thread=thread)
    await room.server.say(room.rosa, "Aquí estoy", chat=room.room, thread=thread)
    await room.heard(room.room, room.say("desk-words-wait"), thread=thread)
    await room.server.unblock(room.ana)
    await room.server.say(room.ana, "volví")
    await room.allowed()
    await room.heard(room.ana, "👤 Aquí estoy")
    await room.heard(room.room, "volví", thread=thread)


async def test_twenty_a_minute_the_gravest_first(room: Room) -> None:
    """Telegram's own limits: thirty wishes and one cry: the cry is announced before the minute is over, the wishes come together after it."""
    people = [room.server.add_user(f"P{n}", language="es") for n in range(30)]
    room.server.faults.limits = RateLimits(per_chat_second=30, overall_second=1000)
    for person in people:
        await room.server.say(person, PERSON)
    await room.server.wait_for(lambda: all(room.server.replies(person) for person in people))
    await room.server.say(room.ana, DANGER + " hoy")
    await room.heard(room.room, room.say("desk-category-self_harm"))
    sent = lambda: [call for call in room.server.called("sendMessage") if call.arguments["chat_id"] == room.room.id]  # noqa: E731
    assert len(sent()) <= 20
    await room.until("select count(*) from outbox where fault = 'grouped'")
    for _ in range(3):
        room.clock.on(seconds=61)  # type: ignore[attr-defined]
        await room.heard(room.room, room.say("desk-grouped"))
    everybody = await room.store.read(lambda db: [referrals.pseudonym(db, room.store.seal, n) for n in range(1, 32)])
    await room.server.wait_for(lambda: all(name in room.texts(room.room) for name in everybody))
    assert [call.description for call in room.server.troubles] == []
