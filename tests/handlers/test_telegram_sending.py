"""Outbox bodies in, recorded calls out, on the strict Bot API server."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio

from faro.assistant.reply import Button, Paper, Pin, Reply, Sheet
from faro.engine import outgoing
from faro.engine.channels import Blocked, ChannelError, Moved, NotAllowed, Rejected, SlowDown, ThreadGone, Unreachable
from handlers import telegram_markup as markup
from handlers.telegram_channel import TelegramChannel
from handlers.telegram_errors import TokenRefused
from tests.telegram_server import Chat, RateLimits, TelegramServer, User

TOKEN = "100:test"
MENU = (("Mis derechos", "Un lugar seguro"), ("Idioma",))


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 24, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest_asyncio.fixture
async def server(clock: Clock) -> AsyncIterator[TelegramServer]:
    """Telegram, as far as this machine goes."""
    async with TelegramServer.running(TOKEN, clock=clock) as running:
        yield running


@pytest_asyncio.fixture
async def channel(server: TelegramServer) -> AsyncIterator[TelegramChannel]:
    channel = TelegramChannel(TOKEN, server.url)
    yield channel
    await channel.close()


@pytest.fixture
def ana(server: TelegramServer) -> User:
    return server.add_user("Ana", language="es")


@pytest.fixture
def room(server: TelegramServer) -> Chat:
    return server.add_group("Staff", forum=True, admins=(server.add_user("Rosa"),))


def call(server: TelegramServer, method: str) -> dict[str, Any]:
    """The arguments of the only call of this method; nothing was refused."""
    assert server.rejected == []
    (only,) = server.called(method)
    return only.arguments


class TestSay:
    """Words, buttons, keyboards, pins."""

    async def test_plain_text(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """Whatever stands in a text arrives as it is: nothing in it is markup, links show no preview."""
        words = "<b>1 < 2 & *_x_* https://example.org </b>"
        receipt = await channel.send(str(ana.id), outgoing.say(Reply(words)))
        sent = call(server, "sendMessage")
        assert server.messages(ana)[0]["text"] == words
        assert (receipt.messages, receipt.thread) == (("1",), None)
        assert sent["link_preview_options"] == {"is_disabled": True}
        assert "parse_mode" not in sent
        assert "protect_content" not in sent

    async def test_buttons(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """Two short buttons stand side by side, long ones alone."""
        reply = Reply(
            "?", (Button("Sí", "y"), Button("No", "n"), Button("Quiero hablar con una persona", "p"), Button("Ver", "v"))
        )
        await channel.send(str(ana.id), outgoing.say(reply))
        rows = call(server, "sendMessage")["reply_markup"]["inline_keyboard"]
        assert [[key["callback_data"] for key in row] for row in rows] == [["y", "n"], ["p"], ["v"]]

    async def test_the_menu(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """The six choices are a keyboard that fits the screen, can be folded away, and sends text."""
        await channel.send(str(ana.id), outgoing.say(Reply("Hola", keyboard=MENU)) | {"placeholder": "Escribe aquí"})
        shown = call(server, "sendMessage")["reply_markup"]
        assert [[key["text"] for key in row] for row in shown["keyboard"]] == [list(row) for row in MENU]
        assert (shown["resize_keyboard"], shown.get("is_persistent", False)) == (True, False)
        assert shown["input_field_placeholder"] == "Escribe aquí"

    async def test_hide_the_menu(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """A keyboard is taken away when asked."""
        await channel.send(str(ana.id), outgoing.say(Reply("Hola", keyboard=MENU)))
        await channel.send(str(ana.id), outgoing.say(Reply("Hola", hide_keyboard=True)))
        assert server.chat(ana).keyboard is None
        assert server.rejected == []

    async def test_ask_where(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """The key that shares the position stands above the others; buttons become keys, for one message carries only one kind."""
        reply = Reply("¿Dónde?", (Button("Otro país", "country:XX"),), keyboard=(("México",),), ask_location="Compartir")
        await channel.send(str(ana.id), outgoing.say(reply))
        rows = call(server, "sendMessage")["reply_markup"]["keyboard"]
        assert rows == [[{"text": "Compartir", "request_location": True}], [{"text": "Otro país"}], [{"text": "México"}]]

    async def test_a_pin(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """A place on the map follows the words."""
        receipt = await channel.send(str(ana.id), outgoing.say(Reply("Albergue", pin=Pin("Casa", "Calle 1", 14.9, -92.2))))
        assert call(server, "sendVenue")["title"] == "Casa"
        assert receipt.messages == ("1", "2")

    async def test_a_pin_that_telegram_refuses(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """The words have arrived, so a refused pin is no reason to send them again."""
        receipt = await channel.send(str(ana.id), outgoing.say(Reply("Albergue", pin=Pin("Casa", "Calle 1", 99.0, -92.2))))
        assert receipt.messages == ("1",)

    async def test_a_pin_without_an_address(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """A pin whose address is not told is a mere point."""
        await channel.send(str(ana.id), outgoing.say(Reply("Albergue", pin=Pin("Casa", "", 14.9, -92.2))))
        assert call(server, "sendLocation")["latitude"] == 14.9

    async def test_a_sheet(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """The sheet of a town follows the words as a picture, in every direction of writing, through JSON as the outbox keeps it."""
        sheet = Sheet("MX", "Tapachula", "Tapachula", (("name", "Casa"), ("text", "مرحبا")), "911")
        for language in ("es", "ar"):
            body = json.loads(json.dumps(outgoing.say(Reply("Tapachula", sheet=sheet, language=language))))
            receipt = await channel.send(str(ana.id), body)
            assert len(receipt.messages) == 2
        assert [("photo" in message) for message in server.messages(ana)] == [False, True, False, True]

    async def test_a_text_file(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """A copy for the person follows the words as a file; both messages are known to /clear."""
        body = json.loads(json.dumps(outgoing.say(Reply("Tu copia", paper=Paper("faro.txt", "مرحبا\nhola\n")))))
        receipt = await channel.send(str(ana.id), body)
        assert len(receipt.messages) == 2
        assert [("document" in message) for message in server.messages(ana)] == [False, True]

    async def test_in_a_topic_and_protected(self, channel: TelegramChannel, server: TelegramServer, room: Chat) -> None:
        """Words for staff stand in their topic and cannot be forwarded or saved when so asked."""
        thread = (await channel.send(str(room.id), outgoing.topic("Tucán"))).thread
        await channel.send(str(room.id), outgoing.say(Reply("palabras"), thread=thread, protect=True))
        sent = call(server, "sendMessage")
        assert (str(sent["message_thread_id"]), sent["protect_content"]) == (thread, True)

    async def test_long_words(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """Long words come in several messages split at lines, nothing is lost, the buttons stand below the last."""
        lines = [f"{n} " + "á" * 200 for n in range(60)]
        receipt = await channel.send(str(ana.id), outgoing.say(Reply("\n".join(lines), (Button("Sí", "y"),))))
        sent = server.messages(ana)
        assert len(receipt.messages) == len(sent) == 3
        assert "\n".join(message["text"] for message in sent).split("\n") == lines
        assert ["reply_markup" in message for message in sent] == [False, False, True]
        assert server.rejected == []

    async def test_long_words_that_broke_off(
        self, channel: TelegramChannel, server: TelegramServer, ana: User, clock: Clock
    ) -> None:
        """A further try goes on where the last one broke off; later the same words are sent whole again."""
        body = outgoing.say(Reply("\n".join("á" * 4000 + str(n) for n in range(3))))
        server.faults.limits = RateLimits(per_chat_second=1)
        for _ in range(2):
            with pytest.raises(SlowDown):
                await channel.send(str(ana.id), body)
            clock.time += timedelta(seconds=1)
        assert (await channel.send(str(ana.id), body)).messages == ("1", "2", "3")
        server.faults.limits = None
        assert (await channel.send(str(ana.id), body)).messages == ("4", "5", "6")

    async def test_between_two_parts(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """Words that arrived before the pin failed do not arrive twice."""
        body = outgoing.say(Reply("Albergue", pin=Pin("Casa", "Calle 1", 14.9, -92.2)))
        server.faults.add("500", method="sendVenue", times=2)
        for _ in range(2):
            with pytest.raises(Unreachable):
                await channel.send(str(ana.id), body)
        assert (await channel.send(str(ana.id), body)).messages == ("1", "2")
        assert len(server.called("sendMessage")) == 1


class TestSplit:
    """Where texts are split."""

    @pytest.mark.parametrize("text", ["a" * 4096, "😀" * 2048, "\n".join(["x" * 99] * 40)])
    def test_what_fits(self, text: str) -> None:
        """What Telegram takes stays whole."""
        assert markup.split(text) == [text]

    @pytest.mark.parametrize("text", ["a" * 9000, "😀" * 5000, "pa la bra " * 2000, "x\n\n" * 3000 + "😀" * 4000])
    def test_what_does_not(self, text: str) -> None:
        """All letters arrive, each piece fits."""
        pieces = markup.split(text)
        assert all(0 < markup.units(piece) <= markup.LIMIT for piece in pieces)
        assert "".join("".join(pieces).split()) == "".join(text.split())

    def test_paragraphs_first(self) -> None:
        """The finest cut is taken only where a coarser one does not do."""
        first, second = "a " * 1500, "b " * 1500
        assert markup.split(f"{first}\n\n{second}") == [first, second]


class TestDelete:
    """/clear."""

    async def test_many(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """Hundreds of messages of both sides go, a hundred a call; ids that are gone already do no harm."""
        for _ in range(130):
            await server.say(ana, "hola")
        await channel.send(str(ana.id), outgoing.delete([str(n) for n in range(1, 260)]))
        assert server.messages(ana) == []
        assert [len(made.arguments["message_ids"]) for made in server.called("deleteMessages")] == [100, 100, 59]

    async def test_one_too_old(self, channel: TelegramChannel, server: TelegramServer, ana: User, clock: Clock) -> None:
        """A message that Telegram no longer lets a bot delete does not keep the others."""
        await server.say(ana, "vieja")
        clock.time += timedelta(hours=49)
        for _ in range(9):
            await server.say(ana, "nueva")
        await channel.send(str(ana.id), outgoing.delete([str(n) for n in range(1, 11)]))
        assert [message["text"] for message in server.messages(ana)] == ["vieja"]


class TestActs:
    """Presses, edits, topics, media, leaving."""

    async def test_press(self, channel: TelegramChannel, server: TelegramServer, ana: User, clock: Clock) -> None:
        """A press is acknowledged, with a note when there is one; one too old is let be."""
        await channel.send(str(ana.id), outgoing.say(Reply("?", (Button("Sí", "y"),))))
        query = await server.press(ana, "Sí")
        await channel.send(str(ana.id), outgoing.press(query["id"]))
        await channel.send(str(ana.id), outgoing.press(query["id"], "no", alert=True))
        quiet, loud = (made.arguments for made in server.called("answerCallbackQuery"))
        assert "text" not in quiet
        assert (loud["text"], loud["show_alert"]) == ("no", True)
        clock.time += timedelta(seconds=151)
        await channel.send(str(ana.id), outgoing.press(query["id"]))

    async def test_edit(self, channel: TelegramChannel, server: TelegramServer, room: Chat) -> None:
        """An alert gets new words and loses its button; the same again, or one deleted meanwhile, is fine."""
        alert = Reply("alerta", (Button("Tomar", "staff:take:1"),))
        (number,) = (await channel.send(str(room.id), outgoing.say(alert))).messages
        for _ in range(2):
            receipt = await channel.send(str(room.id), outgoing.edit(number, Reply("la tiene Rosa")))
            assert receipt.messages == (number,)
        (shown,) = server.messages(room)
        assert (shown["text"], "reply_markup" in shown) == ("la tiene Rosa", False)
        await server.delete(room, int(number))
        await channel.send(str(room.id), outgoing.edit(number, Reply("cerrado")))

    async def test_topic(self, channel: TelegramChannel, server: TelegramServer, room: Chat) -> None:
        """A topic is made, closed, and closed again without complaint; removed, its words are gone."""
        thread = (await channel.send(str(room.id), outgoing.topic("T" * 200))).thread
        assert thread is not None
        for _ in range(2):
            await channel.send(str(room.id), outgoing.topic_end(thread, remove=False))
        assert room.topics[int(thread)].closed
        for _ in range(2):
            await channel.send(str(room.id), outgoing.topic_end(thread, remove=True))
        assert room.topics == {}
        with pytest.raises(ThreadGone):
            await channel.send(str(room.id), outgoing.say(Reply("x"), thread=thread))

    async def test_topic_that_may_not_be_removed(self, channel: TelegramChannel, server: TelegramServer) -> None:
        """Where the bot may not remove a topic it closes it, and says which right it lacks; where it may not even close, that one."""
        room = server.add_group("Staff", forum=True, bot_rights=("can_manage_topics",))
        thread = (await channel.send(str(room.id), outgoing.topic("Tucán"))).thread
        assert thread is not None
        with pytest.raises(NotAllowed) as lacking:
            await channel.send(str(room.id), outgoing.topic_end(thread, remove=True))
        assert (room.topics[int(thread)].closed, lacking.value.right) == (True, "delete")
        room.rights.clear()
        with pytest.raises(NotAllowed) as lacking:
            await channel.send(str(room.id), outgoing.topic_end(thread, remove=False))
        assert lacking.value.right == "topics"

    @pytest.mark.parametrize("kind", ["photo", "voice", "audio", "video", "video_note", "animation", "document", "sticker"])
    async def test_media(self, channel: TelegramChannel, server: TelegramServer, ana: User, room: Chat, kind: str) -> None:
        """What a person sent is shown by its id as the kind it came as, protected, under a spoiler where there is one."""
        sent = await server.send(ana, {kind: server.world.media(server.world.add_file(kind, b"x"))})
        arrival = channel.read(json.dumps({"update_id": 1, "message": sent}).encode())
        assert arrival is not None
        assert arrival.message.media is not None
        thread = (await channel.send(str(room.id), outgoing.topic("Tucán"))).thread
        await channel.send(str(room.id), outgoing.media(arrival.message.media, arrival.message.kind, thread=thread))
        name = "send" + "".join(part.title() for part in kind.split("_"))
        made = call(server, name)
        assert (made["protect_content"], str(made["message_thread_id"])) == (True, thread)
        assert made.get("has_spoiler", False) == (kind in ("photo", "video", "animation"))

    async def test_media_by_bare_id(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """An id without its kind is sent as the kind that the body names."""
        await channel.send(str(ana.id), outgoing.media(server.world.add_file("voice"), "voice"))
        assert len(server.called("sendVoice")) == 1

    async def test_leave(self, channel: TelegramChannel, server: TelegramServer) -> None:
        """The bot leaves a group that is not ours, and is not troubled when it was put out first."""
        group = server.add_group("Viaje")
        await channel.send(str(group.id), outgoing.leave())
        assert group.status[server.world.bot.id] == "left"
        server.faults.add("403", method="leaveChat", reason="bot is not a member of the group chat")
        await channel.send(str(group.id), outgoing.leave())

    async def test_an_unknown_act(self, channel: TelegramChannel, ana: User) -> None:
        """What Telegram cannot do is refused, not forgotten."""
        with pytest.raises(Rejected):
            await channel.send(str(ana.id), {"do": "dance"})
        with pytest.raises(Rejected):
            await channel.send(str(ana.id), outgoing.media("x", "hologram"))


class TestFaults:
    """Each failure tells the engine who acts and whether to try again, and keeps its cause."""

    @pytest.mark.parametrize(("kind", "reason", "expected"), [
        ("429", "", SlowDown), ("403", "bot was blocked by the user", Blocked), ("500", "x", Unreachable), ("cut", "", Unreachable),
        ("answer_lost", "", Unreachable), ("400", "can't parse entities", Rejected), ("400", "chat not found", Blocked),
        ("400", "message thread not found", ThreadGone), ("400", "TOPIC_CLOSED", ThreadGone),
        ("400", "not enough rights to send text messages to the chat", Blocked),
    ])  # fmt: skip
    async def test_kinds(
        self, channel: TelegramChannel, server: TelegramServer, ana: User, kind: str, reason: str, expected: type[ChannelError]
    ) -> None:
        """Telegram's refusals become the engine's errors."""
        server.faults.add(kind, reason=reason, retry_after=7)
        with pytest.raises(expected) as caught:
            await channel.send(str(ana.id), outgoing.say(Reply("hola")))
        assert type(caught.value) is expected
        assert caught.value.__cause__ is not None
        assert not isinstance(caught.value, SlowDown) or caught.value.seconds == 7

    async def test_really_blocked(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """A person who blocked the bot is told as blocked, as is one who never wrote and a chat that is none."""
        await server.block(ana)
        for address in (ana.id, server.add_user("Eva", started=False).id, 4242):
            with pytest.raises(Blocked):
                await channel.send(str(address), outgoing.say(Reply("hola")))

    async def test_a_body_that_makes_no_sense(self, channel: TelegramChannel, ana: User) -> None:
        """A body that cannot be carried out is refused, not tried for ever."""
        for address, body in (
            (str(ana.id), {"do": "say"}),
            ("nobody", outgoing.leave()),
            (str(ana.id), {"do": "topic_end", "thread": "x"}),
        ):
            with pytest.raises(Rejected):
                await channel.send(address, body)

    async def test_away(self, channel: TelegramChannel, server: TelegramServer, ana: User) -> None:
        """While Telegram is away nothing is given up."""
        server.faults.down()
        with pytest.raises(Unreachable):
            await channel.send(str(ana.id), outgoing.say(Reply("hola")))

    async def test_a_group_that_moved(self, server: TelegramServer) -> None:
        """A group that became a supergroup tells its new address, and stays the staff group."""
        old = server.add_group("Staff", supergroup=False)
        channel = TelegramChannel(TOKEN, server.url, old.id)
        new = await server.migrate(old)
        with pytest.raises(Moved) as caught:
            await channel.send(str(old.id), outgoing.say(Reply("alerta")))
        assert caught.value.address == str(new.id)
        assert channel.reader.staff == {old.id, new.id}
        await channel.close()

    async def test_a_wrong_token(self, server: TelegramServer, ana: User) -> None:
        """A wrong token loses nothing and is told in one sentence that names the setting, not the token."""
        channel = TelegramChannel("100:secret", server.url)
        with pytest.raises(TokenRefused, match="FARO_TELEGRAM_TOKEN") as caught:
            await channel.send(str(ana.id), outgoing.say(Reply("hola")))
        assert isinstance(caught.value, Unreachable)
        assert "secret" not in f"{caught.value!r}{caught.value.__cause__!r}"
        await channel.close()
