"""The whole way of a message on Telegram: strict Bot API server, polling, store, turn, outbox, staff group. Nothing is imitated but Telegram."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import httpx
import pytest
import pytest_asyncio
from starlette.applications import Starlette

from faro.assistant.rights import Role
from faro.engine.engine import Engine
from faro.library import Library
from faro.storage import Seal, Store, staff
from handlers import telegram_webhook
from handlers.telegram_channel import TelegramChannel
from tests.conftest import NOON
from tests.databases import full
from tests.telegram_server import Chat, TelegramServer, User

TOKEN = "100:test"
DANGER = "me quiero morir, ya no aguanto"


class Clock:
    """A clock that starts at noon, when somebody reads, and runs."""

    def __init__(self) -> None:
        self.began = monotonic()

    def __call__(self) -> datetime:
        return NOON + timedelta(seconds=monotonic() - self.began)


class Faro:
    """A running Faro, and Telegram around it: Ana writes, Rosa and Luis are staff in the staff group, Eva is not."""

    def __init__(self, server: TelegramServer, library: Library, clock: Clock, *, topics: bool) -> None:
        self.server, self.library, self.clock = server, library, clock
        self.ana = server.add_user("Ana", language="es")
        self.rosa, self.luis, self.eva = (server.add_user(name, language="es") for name in ("Rosa", "Luis", "Eva"))
        self.room = server.add_group("Staff", forum=topics, admins=(self.rosa,), members=(self.luis, self.eva))

    def say(self, key: str, **about: object) -> str:
        return self.library.say("es", key, **about)

    async def start(self, folder: Path) -> None:
        self.channel = TelegramChannel(TOKEN, self.server.url, self.room.id)
        self.store = await Store.open(f"sqlite:///{folder / 'faro.db'}", Seal.fresh())
        room = ("telegram", str(self.room.id))
        self.engine = Engine(self.store, self.library, [self.channel], self.clock, staff_room=room)
        await self.store.transaction(self._hire)
        self.tasks = [asyncio.create_task(self.engine.run()), asyncio.create_task(self.serve())]

    async def serve(self) -> None:
        await self.channel.serve(self.engine.receive, self.library)

    def _hire(self, db: Any) -> None:
        for person in (self.rosa, self.luis):
            roles = {Role.RESPONDER}
            staff.add(db, self.store.seal, person.first_name, self.clock(), roles=roles, channel="telegram", user=str(person.id))

    async def stop(self) -> None:
        self.tasks[1].cancel()
        await self.engine.stop()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self.channel.close()
        await self.store.close()

    async def heard(self, where: User | Chat, *words: str, thread: int | None = None) -> dict[str, Any]:
        """The first message of the bot in this chat (and topic) that holds all these words."""

        def found() -> dict[str, Any] | None:
            for message in self.server.replies(where):
                shown = message.get("text", "")
                if all(word in shown for word in words) and thread in (None, message.get("message_thread_id")):
                    return message
            return None

        try:
            return await self.server.wait_for(found) or {}
        except AssertionError as error:
            raise AssertionError(f"{words} not among {[m.get('text') for m in self.server.replies(where)]}") from error

    def texts(self, where: User | Chat) -> str:
        """All that stands in a chat from the bot, with the labels of its buttons."""
        return "\n".join(str(message) for message in self.server.replies(where))

    async def alerted(self) -> dict[str, Any]:
        """Ana told of a danger, and the alert that staff got."""
        await self.server.say(self.ana, DANGER)
        return await self.heard(self.room, self.say("desk-category-self_harm"))

    async def allowed(self) -> None:
        """Ana is asked again whether we may write, and says yes."""
        await self.heard(self.ana, self.say("ask-may-write"))
        await self.server.press(self.ana, self.say("may-write-yes"))
        await self.heard(self.ana, self.say("may-write-said-yes"))

    async def claimed(self) -> int:
        """Rosa took Ana's referral; the topic that was made for it."""
        await self.alerted()
        await self.server.press(self.rosa, self.say("desk-button-claim"), chat=self.room)
        await self.heard(self.room, DANGER)
        return next(iter(self.room.topics))


@pytest_asyncio.fixture
async def faro(tmp_path: Path, library: Library, request: pytest.FixtureRequest) -> AsyncIterator[Faro]:
    """In the end Telegram must have refused nothing that Faro sent."""
    clock = Clock()
    async with TelegramServer.running(TOKEN, clock=clock) as server:
        running = Faro(server, library, clock, topics=getattr(request, "param", True))
        await running.start(tmp_path)
        yield running
        await running.stop()
        refused = [(call.method, call.description) for call in server.rejected]
        assert [one for one in refused if one != ("createForumTopic", "Bad Request: the chat is not a forum")] == []


class TestPerson:
    """What a person meets."""

    async def test_start(self, faro: Faro) -> None:
        """/start greets in the phone's language and shows the six choices; a tap on one is answered."""
        await faro.server.say(faro.ana, "/start")
        await faro.heard(faro.ana, faro.say("start-what"))
        before = len(faro.server.replies(faro.ana))
        await faro.server.tap(faro.ana, faro.say("menu-rights"))
        await faro.server.wait_for(lambda: len(faro.server.replies(faro.ana)) > before)

    async def test_a_question(self, faro: Faro) -> None:
        """A question is answered, and staff hear nothing of it."""
        await faro.server.say(faro.ana, "puedo ir a la escuela aqui?")
        await faro.server.wait_for(lambda: faro.server.replies(faro.ana))
        assert faro.server.replies(faro.room) == []

    async def test_delivered_twice(self, faro: Faro) -> None:
        """A message that Telegram delivers twice is answered once."""
        faro.server.updates.twice()
        await faro.server.say(faro.ana, "/help")
        await faro.heard(faro.ana, faro.say("help"))
        await faro.server.say(faro.ana, "/privacy")
        await faro.server.wait_for(lambda: len(faro.server.replies(faro.ana)) >= 2)
        assert sum(message["text"] == faro.say("help") for message in faro.server.replies(faro.ana)) == 1

    async def test_clear(self, faro: Faro) -> None:
        """/clear deletes both sides' messages and leaves a line that tells nothing."""
        await faro.server.say(faro.ana, "/help")
        await faro.heard(faro.ana, faro.say("help"))
        await faro.server.say(faro.ana, "/clear")
        await faro.server.wait_for(lambda: len(faro.server.messages(faro.ana)) == 1)
        assert faro.server.messages(faro.ana)[0]["text"] == faro.say("cleared")

    async def test_telegram_away_for_a_while(self, faro: Faro) -> None:
        """What was written while Telegram answered nothing is answered when it is back."""
        faro.server.faults.add("500", method="sendMessage")
        faro.server.faults.add("answer_lost", method="getUpdates")
        await faro.server.say(faro.ana, "/help")
        await faro.heard(faro.ana, faro.say("help"))
        assert "sendMessage" in [call.method for call in faro.server.troubles]

    async def test_another_group(self, faro: Faro) -> None:
        """In a group that is not the staff's the bot says one line and leaves."""
        group = faro.server.add_group("Viaje", members=(faro.ana,), bot_rights=None)
        await faro.server.set_bot_status(group, "member", by=faro.ana)
        await faro.server.wait_for(lambda: group.status[faro.server.world.bot.id] == "left")
        assert [message["text"] for message in faro.server.replies(group)] == [faro.say("group-only-private")]

    async def test_what_nobody_can_read(self, faro: Faro) -> None:
        """An update that cannot be read is shown to staff and does not keep the next ones."""
        await faro.server.inject("message", {"text": "?", "chat": {"id": faro.ana.id}})
        await faro.heard(faro.room, faro.say("desk-parked"))
        await faro.server.say(faro.ana, "/help")
        await faro.heard(faro.ana, faro.say("help"))


class TestDanger:
    """From the cry to the end."""

    async def test_staff_are_alerted_without_a_word(self, faro: Faro) -> None:
        """Words of safety come at once, and the staff group hears of it without a word or the name of the person."""
        alert = await faro.alerted()
        await faro.server.wait_for(lambda: faro.server.replies(faro.ana))
        shown = faro.texts(faro.room)
        assert all(word not in shown for word in ("morir", "aguanto", "Ana", str(faro.ana.id)))
        assert alert["reply_markup"]["inline_keyboard"][0][0]["text"] == faro.say("desk-button-claim")

    async def test_claimed_by_a_button(self, faro: Faro) -> None:
        """One press makes Rosa the owner, visible to all; the words stand in a topic of their own, protected."""
        thread = await faro.claimed()
        await faro.heard(faro.room, faro.say("desk-alert-taken", owner="Rosa"))
        await faro.heard(faro.room, DANGER, thread=thread)
        shown = [call for call in faro.server.called("sendMessage") if DANGER in call.arguments["text"]]
        assert [call.arguments["protect_content"] for call in shown] == [True]

    async def test_a_second_press(self, faro: Faro) -> None:
        """Who presses second is told who has it."""
        alert = await faro.alerted()
        await faro.server.press(faro.rosa, faro.say("desk-button-claim"), chat=faro.room)
        faro.server._query(faro.luis, alert, alert["reply_markup"]["inline_keyboard"][0][0])
        await faro.server.wait_for(lambda: len(faro.server.called("answerCallbackQuery")) == 2)
        answers = [call.arguments for call in faro.server.called("answerCallbackQuery")]
        assert [bool(answer.get("show_alert")) for answer in answers] == [False, True]
        assert "Rosa" in answers[1]["text"]

    async def test_pressed_by_a_stranger(self, faro: Faro) -> None:
        """Somebody in the group who is no staff is told that the button is not for her, and sees no words."""
        await faro.alerted()
        await faro.server.press(faro.eva, faro.say("desk-button-claim"), chat=faro.room)
        await faro.server.wait_for(lambda: faro.server.called("answerCallbackQuery"))
        assert faro.server.called("answerCallbackQuery")[0].arguments["text"] == faro.say("refused-not-staff")
        assert faro.room.topics == {}
        assert "aguanto" not in faro.texts(faro.room)

    async def test_talk(self, faro: Faro) -> None:
        """Rosa's words in the topic reach Ana through the bot, Ana's next words stand in the topic; the bot adds none of its own."""
        thread = await faro.claimed()
        await faro.server.say(faro.rosa, "Hola, ¿estás a salvo ahora?", chat=faro.room, thread=thread)
        await faro.heard(faro.room, faro.say("desk-words-wait"), thread=thread)
        await faro.server.say(faro.ana, "aquí ando")
        await faro.allowed()
        await faro.heard(faro.ana, "¿estás a salvo ahora?")
        assert "Rosa" not in faro.texts(faro.ana)
        before = len(faro.server.replies(faro.ana))
        await faro.server.say(faro.ana, "estoy con mi vecina")
        await faro.heard(faro.room, "estoy con mi vecina", thread=thread)
        assert len(faro.server.replies(faro.ana)) == before

    async def test_words_in_general(self, faro: Faro) -> None:
        """What staff say among themselves goes to nobody."""
        await faro.claimed()
        before = faro.texts(faro.ana)
        await faro.server.say(faro.rosa, "quien hace cafe?", chat=faro.room)
        await faro.server.say(faro.rosa, "/mine", chat=faro.room)
        await faro.heard(faro.room, faro.say("desk-mine", count=1).splitlines()[0])
        assert faro.texts(faro.ana) == before

    async def test_words_of_another(self, faro: Faro) -> None:
        """Words in the topic by who does not own it do not reach Ana; whoever wrote them is told."""
        thread = await faro.claimed()
        before = len([m for m in faro.server.replies(faro.room) if m.get("message_thread_id") == thread])
        await faro.server.say(faro.luis, "yo tambien escribo", chat=faro.room, thread=thread)
        await faro.server.wait_for(
            lambda: len([m for m in faro.server.replies(faro.room) if m.get("message_thread_id") == thread]) > before
        )
        assert "yo tambien" not in faro.texts(faro.ana)

    async def test_closed(self, faro: Faro) -> None:
        """Closed with an outcome: the alert says so, the topic is closed, and a new danger opens a new one."""
        thread = await faro.claimed()
        await faro.server.press(faro.rosa, faro.say("desk-button-close"), chat=faro.room)
        await faro.heard(faro.room, faro.say("desk-ask-outcome"), thread=thread)
        await faro.server.press(faro.rosa, faro.say("desk-outcome-helped"), chat=faro.room)
        await faro.server.wait_for(lambda: faro.room.topics[thread].closed)
        await faro.heard(faro.room, faro.say("desk-alert-closed", outcome=faro.say("desk-outcome-helped")))
        await faro.server.say(faro.ana, DANGER)
        buttons = faro.say("desk-button-claim")
        await faro.server.wait_for(lambda: buttons in faro.texts(faro.room))

    async def test_a_picture_is_held(self, faro: Faro) -> None:
        """A picture goes to no group: a line says it is there, and only who gives a reason sees it, once, in private, covered."""
        thread = await faro.claimed()
        await faro.server.send_photo(faro.ana)
        await faro.heard(faro.room, faro.say("desk-kind-photo"), thread=thread)
        await faro.server.press(faro.rosa, faro.say("desk-button-open"), chat=faro.room)
        await faro.heard(faro.room, faro.say("desk-ask-reason"), thread=thread)
        await faro.server.press(faro.rosa, faro.say("desk-reason-injury"), chat=faro.room)
        await faro.server.wait_for(lambda: faro.server.called("sendPhoto"))
        await faro.server.press(faro.rosa, faro.say("desk-reason-injury"), chat=faro.room)
        await faro.server.wait_for(lambda: len(faro.server.called("answerCallbackQuery")) == 4)
        (shown,) = (call.arguments for call in faro.server.called("sendPhoto"))
        assert (shown["chat_id"], shown["has_spoiler"], shown["protect_content"]) == (faro.rosa.id, True, True)

    async def test_blocked(self, faro: Faro) -> None:
        """When Ana blocks the bot the owner is told, and nothing that waits is tried on and on."""
        thread = await faro.claimed()
        await faro.server.block(faro.ana)
        await faro.heard(faro.room, faro.say("desk-unreachable"), thread=thread)
        tried = len(faro.server.troubles)
        await faro.server.say(faro.rosa, "¿sigues ahí?", chat=faro.room, thread=thread)
        await faro.server.unblock(faro.ana)
        await faro.heard(faro.room, faro.say("desk-returned"), thread=thread)
        assert len(faro.server.troubles) - tried <= 1

    async def test_a_topic_that_somebody_deleted(self, faro: Faro) -> None:
        """When the topic was deleted by hand a new one is made, and Ana's words stand in it."""
        thread = await faro.claimed()
        await faro.server.delete_topic(faro.room, thread)
        await faro.server.say(faro.ana, "ya viene otra vez")
        await faro.heard(faro.room, "ya viene otra vez")
        assert set(faro.room.topics) - {thread}
        faro.server.rejected.clear()

    async def test_the_group_becomes_a_supergroup(self, faro: Faro) -> None:
        """Alerts go on to the group's new id, and presses there count."""
        await faro.server.wait_for(lambda: faro.server.updates.polls)
        new = await faro.server.migrate(faro.room)
        await faro.server.say(faro.ana, DANGER)
        faro.room = new
        await faro.heard(new, faro.say("desk-category-self_harm"))
        await faro.server.press(faro.rosa, faro.say("desk-button-claim"), chat=new)
        await faro.heard(new, DANGER)
        faro.server.rejected.clear()


@pytest.mark.parametrize("faro", [False], indirect=True)
class TestWithoutTopics:
    """A staff group without topics."""

    async def test_in_private_by_reply(self, faro: Faro) -> None:
        """The owner reads and answers in the private chat with the bot, each answer a reply to a line of that person."""
        await faro.alerted()
        await faro.server.press(faro.rosa, faro.say("desk-button-claim"), chat=faro.room)
        line = await faro.heard(faro.rosa, DANGER)
        assert "aguanto" not in faro.texts(faro.room)
        await faro.server.say(faro.rosa, "Te leo. ¿Dónde estás?", reply_to=line["message_id"])
        await faro.heard(faro.rosa, faro.say("desk-words-wait"))
        await faro.server.say(faro.ana, "aquí ando")
        await faro.allowed()
        await faro.heard(faro.ana, "Te leo. ¿Dónde estás?")
        await faro.server.say(faro.ana, "en la casa de mi tia")
        await faro.heard(faro.rosa, "en la casa de mi tia")

    async def test_words_to_nobody(self, faro: Faro) -> None:
        """Words of staff that answer no line go to nobody, and staff are told how."""
        await faro.server.say(faro.rosa, "hola")
        await faro.heard(faro.rosa, faro.say("desk-answer-a-line"))


async def test_on_a_full_disk_updates_wait_at_telegram(faro: Faro) -> None:
    """While nothing can be stored the offset does not move; with room again everything is answered, once, in order."""
    with full(faro.store):
        for words in ("/help", "/privacy"):
            await faro.server.say(faro.ana, words)
        polled = len(faro.server.called("getUpdates"))
        await faro.server.wait_for(lambda: len(faro.server.called("getUpdates")) >= polled + 2)
        assert len(faro.server.updates.pending) == 2
        assert faro.engine.stuck
    await faro.server.wait_for(lambda: len(faro.server.replies(faro.ana)) == 2, 15)
    assert not faro.server.updates.pending


async def test_on_a_full_disk_the_webhook_does_not_acknowledge(faro: Faro, library: Library) -> None:
    """Telegram hears 503 with a time to come back, and repeats; the repeat is stored."""
    update = {"update_id": 7, "message": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "hola"}}
    transport = httpx.ASGITransport(Starlette(routes=[telegram_webhook.route("https://x/hook", "geheim", faro.engine.receive)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as telegram:
        headers = {telegram_webhook.SECRET: "geheim"}
        with full(faro.store):
            refused = await telegram.post("/hook", json=update, headers=headers)
        taken = await telegram.post("/hook", json=update, headers=headers)
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
    assert taken.status_code == 200
