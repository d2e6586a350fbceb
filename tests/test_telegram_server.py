"""What the imitation of Telegram must do, so that other tests may trust it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
import pytest_asyncio
import telegram
from aiogram.types import Message as MessageModel
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from tests.telegram_server import Chat, Faults, RateLimits, TelegramServer, User, control, markup, wire
from tests.telegram_server.methods import HANDLERS

TOKEN = "100:test"
pytestmark = pytest.mark.asyncio


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 24, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        self.time += timedelta(**by)


@pytest.fixture(autouse=True)
def timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns at each 429 unless its coming way of giving seconds is chosen."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest_asyncio.fixture
async def server(clock: Clock) -> AsyncIterator[TelegramServer]:
    async with TelegramServer.running(TOKEN, clock=clock) as running:
        yield running


@pytest_asyncio.fixture
async def bot(server: TelegramServer) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot") as ready:
        yield ready


@pytest.fixture
def ana(server: TelegramServer) -> User:
    return server.add_user("Ana", language="es")


@pytest.fixture
def staff(server: TelegramServer) -> Chat:
    return server.add_group("Staff", forum=True, admins=(server.add_user("Rosa"),))


@pytest_asyncio.fixture
async def raw(server: TelegramServer) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"{server.url}/bot{TOKEN}/") as client:
        yield client


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=f"do:{label}")] for label in labels])


class TestWire:
    """The HTTP surface is Telegram's."""

    async def test_wrong_token(self, server: TelegramServer) -> None:
        """A wrong token is told so with 401, and noted."""
        with pytest.raises(InvalidToken):
            async with Bot("100:wrong", base_url=f"{server.url}/bot"):
                pass
        assert [call.status for call in server.rejected] == [401]

    async def test_unknown_method(self, server: TelegramServer, raw: httpx.AsyncClient) -> None:
        """A method that does not exist is 404 in JSON."""
        answer = await raw.get("sendMesage")
        assert (answer.status_code, answer.json()["error_code"], server.rejected[0].method) == (404, 404, "sendMesage")

    @pytest.mark.parametrize("way", ["query", "form", "multipart", "json"])
    async def test_ways_of_sending(self, raw: httpx.AsyncClient, ana: User, server: TelegramServer, way: str) -> None:
        """The same call works as query, form, multipart and JSON, whatever the capitals of the method."""
        given = {"chat_id": str(ana.id), "text": "hola"}
        match way:
            case "query":
                answer = await raw.get("SENDMESSAGE", params=given)
            case "form":
                answer = await raw.post("sendMessage", data=given)
            case "multipart":
                answer = await raw.post("sendmessage", files={k: (None, v) for k, v in given.items()})
            case _:
                answer = await raw.post("sendMessage", json={"chat_id": ana.id, "text": "hola"})
        assert answer.json()["result"]["text"] == "hola"
        assert server.calls[0].arguments == {"chat_id": ana.id, "text": "hola"}

    @pytest.mark.parametrize(
        ("given", "complaint"),
        [
            ({"text": "x"}, "chat_id is empty"),
            ({"chat_id": 1000}, "message text is empty"),
            ({"chat_id": 1000, "text": " "}, "message text is empty"),
            ({"chat_id": 1000, "text": "x", "colour": "red"}, '"colour" is unknown'),
            ({"chat_id": 1000, "text": "x", "disable_notification": "perhaps"}, '"disable_notification" is wrong'),
            ({"chat_id": 1000, "text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON"),
            ({"chat_id": 1000, "text": "x", "reply_markup": {"inline_keyboard": [[{"txt": "a"}]]}}, "reply_markup."),
            (
                {"chat_id": 1000, "text": "x", "reply_markup": {"inline_keyboard": [], "colour": 1}},
                "reply_markup.colour",
            ),
            ({"chat_id": 1000, "text": "x", "message_thread_id": None}, "null"),
            ({"chat_id": 5, "text": "x"}, "chat not found"),
        ],
    )
    async def test_wrong_parameters(
        self, raw: httpx.AsyncClient, server: TelegramServer, given: dict[str, Any], complaint: str
    ) -> None:
        """A missing, unknown or wrong parameter is 400 and noted; nothing is sent."""
        server.add_user(id=1000)
        answer = await raw.post("sendMessage", json=given)
        assert answer.status_code == 400
        assert answer.json()["description"].startswith("Bad Request: ")
        assert complaint in answer.json()["description"]
        assert (len(server.rejected), server.calls, server.messages(1000)) == (1, [], [])

    async def test_methods_without_a_model(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """A valid method that is not imitated is accepted and noted."""
        assert await bot.set_message_reaction(ana.id, 1, "👍")
        assert server.called("setMessageReaction")[0].result is True

    async def test_own_bugs_are_not_outages(
        self, raw: httpx.AsyncClient, server: TelegramServer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A failure of the imitation itself is noted, so that no test takes it for Telegram being down."""
        monkeypatch.setitem(HANDLERS, "getMe", lambda world, arguments: 1 / 0)
        assert (await raw.get("getMe")).status_code == 500
        assert "ZeroDivisionError" in server.rejected[0].description


class TestWords:
    """Texts and buttons keep Telegram's limits."""

    @pytest.mark.parametrize(("text", "fits"), [("a" * 4096, True), ("a" * 4097, False), ("😀" * 2049, False)])
    async def test_length(self, bot: Bot, ana: User, text: str, fits: bool) -> None:
        """A text holds 4096 UTF-16 units, an emoji being two."""
        if fits:
            await bot.send_message(ana.id, text)
        else:
            with pytest.raises(BadRequest, match=r"(?i)message is too long"):
                await bot.send_message(ana.id, text)

    async def test_length_counts_what_is_read(self, bot: Bot, ana: User) -> None:
        """Tags do not count for the length."""
        sent = await bot.send_message(ana.id, f"<b>{'a' * 4096}</b>", parse_mode="HTML")
        assert (sent.entities[0].type, sent.entities[0].length) == ("bold", 4096)

    @pytest.mark.parametrize(
        "source",
        ["<b>open", "<b><i>crossed</b></i>", "<p>no</p>", "a & b", "a < b", "a > b", "&nbsp;", "<b class='x'>y</b>",
         "<br/>", "closed</b>", "<!-- c -->", "<a>no address</a>", "cut <b", "&amp"],
    )  # fmt: skip
    async def test_wrong_html(self, bot: Bot, ana: User, source: str) -> None:
        """HTML that is not exactly Telegram's is refused."""
        with pytest.raises(BadRequest, match=r"(?i)can't parse entities"):
            await bot.send_message(ana.id, source, parse_mode="HTML")

    async def test_right_html(self) -> None:
        """Entities are counted in UTF-16, nested, and the four names are read."""
        text, entities = markup.parse_html('😀 <b>a<i>b</i></b> <a href="https://x.org">l</a> &lt;&amp;&gt;&quot;&#39;')
        assert text == "😀 ab l <&>\"'"
        assert [(e["type"], e["offset"], e["length"]) for e in entities] == [
            ("bold", 3, 2),
            ("italic", 4, 1),
            ("text_link", 6, 1),
        ]

    async def test_markdown_is_refused(self, bot: Bot, ana: User) -> None:
        """MarkdownV2 is not imitated, so it is refused rather than let pass."""
        with pytest.raises(BadRequest, match="parse_mode"):
            await bot.send_message(ana.id, "*x*", parse_mode="MarkdownV2")

    @pytest.mark.parametrize(
        "rows",
        [
            [[InlineKeyboardButton("x", callback_data="ñ" * 33)]],
            [[InlineKeyboardButton(" ", callback_data="x")]],
            [[InlineKeyboardButton("x")]],
            [[InlineKeyboardButton("x", callback_data="a", url="https://x.org")]],
            [[InlineKeyboardButton("x", url="nowhere")]],
            [[InlineKeyboardButton("x", callback_data="a")] * 9],
            [[InlineKeyboardButton("x", callback_data="a")]] * 101,
        ],
    )
    async def test_wrong_buttons(self, bot: Bot, ana: User, rows: list[list[InlineKeyboardButton]]) -> None:
        """A button has a text, does one thing, and holds at most 64 bytes; rows and keyboards end somewhere."""
        with pytest.raises(BadRequest):
            await bot.send_message(ana.id, "x", reply_markup=InlineKeyboardMarkup(rows))

    async def test_reply_keyboard(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """A reply keyboard stays until it is removed, sends its text, and its message cannot be edited."""
        sent = await bot.send_message(ana.id, "menu", reply_markup=ReplyKeyboardMarkup([["Albergue", "Salud"]]))
        assert (await server.tap(ana, "Salud"))["text"] == "Salud"
        with pytest.raises(BadRequest, match="can't be edited"):
            await sent.edit_text("other")
        await bot.send_message(ana.id, "bye", reply_markup=ReplyKeyboardRemove())
        with pytest.raises(LookupError):
            await server.tap(ana, "Salud")

    async def test_asking_a_group_for_places(self, bot: Bot, staff: Chat) -> None:
        """Only a private chat can be asked for a location."""
        ask = ReplyKeyboardMarkup([[KeyboardButton("where?", request_location=True)]])
        with pytest.raises(BadRequest, match="private chats only"):
            await bot.send_message(staff.id, "x", reply_markup=ask)


class TestMessages:
    """What stands in a chat is what was sent, edited, deleted."""

    async def test_kinds(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """Photo, voice, venue, location and copies stand as messages that Bot API models understand."""
        voice = await server.send_voice(ana, b"opus")
        await bot.send_voice(ana.id, voice["voice"]["file_id"])
        photo = await bot.send_photo(ana.id, b"\xff\xd8pic", caption="<b>map</b>", parse_mode="HTML")
        await bot.send_photo(ana.id, photo.photo[-1].file_id)
        await bot.send_venue(ana.id, 14.6, -90.5, "Casa", "Zona 1")
        await bot.send_location(ana.id, 14.6, -90.5)
        await bot.send_chat_action(ana.id, "typing")
        copied = await bot.copy_message(ana.id, ana.id, voice["message_id"])
        for message in server.messages(ana):
            MessageModel.model_validate(message)
        assert server.replies(ana)[-1]["message_id"] == copied.message_id
        assert "voice" in server.replies(ana)[-1]
        assert server.rejected == []

    async def test_wrong_files(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """A file id must exist and be of the kind it is sent as."""
        voice = await server.send_voice(ana)
        for file_id in ("VOICE-9999", voice["voice"]["file_id"]):
            with pytest.raises(BadRequest):
                await bot.send_photo(ana.id, file_id)

    async def test_download(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """What a person sent can be fetched with getFile."""
        photo = await server.send_photo(ana, b"the picture")
        file = await bot.get_file(photo["photo"][-1]["file_id"])
        assert bytes(await file.download_as_bytearray()) == b"the picture"

    async def test_edit(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """An edit replaces text and buttons; the same again is refused; so is what is not the bot's."""
        sent = await bot.send_message(ana.id, "one", reply_markup=keyboard("a"))
        await sent.edit_text("two")
        assert [(m["text"], m.get("reply_markup")) for m in server.messages(ana)] == [("two", None)]
        with pytest.raises(BadRequest, match="not modified"):
            await sent.edit_text("two")
        await sent.edit_reply_markup(keyboard("b"))
        with pytest.raises(BadRequest, match="not modified"):
            await sent.edit_reply_markup(keyboard("b"))
        foreign = await server.say(ana, "mine")
        with pytest.raises(BadRequest, match="can't be edited"):
            await bot.edit_message_text("x", ana.id, foreign["message_id"])
        with pytest.raises(BadRequest, match="to edit not found"):
            await bot.edit_message_text("x", ana.id, 999)

    async def test_delete(self, bot: Bot, ana: User, server: TelegramServer, clock: Clock) -> None:
        """A bot deletes its own and, in private, the person's messages, for 48 hours."""
        old = await server.say(ana, "old")
        clock.move(hours=47, minutes=59)
        sent, theirs = await bot.send_message(ana.id, "one"), await server.say(ana, "hola")
        await bot.delete_message(ana.id, old["message_id"])
        clock.move(hours=1)
        assert await bot.delete_messages(ana.id, [sent.message_id, theirs["message_id"], 999])
        assert server.messages(ana) == []
        with pytest.raises(BadRequest, match="to delete not found"):
            await bot.delete_message(ana.id, sent.message_id)
        late = await server.say(ana, "late")
        clock.move(hours=48)
        with pytest.raises(BadRequest, match="can't be deleted for everyone"):
            await bot.delete_message(ana.id, late["message_id"])

    async def test_delete_in_groups(self, bot: Bot, server: TelegramServer) -> None:
        """In a group a plain member deletes only its own messages."""
        group = server.add_group(bot_rights=None)
        theirs, own = await server.say(server.add_user(), "x", chat=group), await bot.send_message(group.id, "y")
        assert await bot.delete_message(group.id, own.message_id)
        with pytest.raises(BadRequest, match="can't be deleted"):
            await bot.delete_message(group.id, theirs["message_id"])

    async def test_replies(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """A reply shows what it answers; a missing one is refused unless that was allowed."""
        asked = await server.say(ana, "?")
        sent = await bot.send_message(ana.id, "!", reply_parameters=ReplyParameters(asked["message_id"]))
        assert sent.reply_to_message is not None
        with pytest.raises(BadRequest, match="replied not found"):
            await bot.send_message(ana.id, "!", reply_parameters=ReplyParameters(999))
        gone = ReplyParameters(999, allow_sending_without_reply=True)
        assert await bot.send_message(ana.id, "!", reply_parameters=gone)


class TestChats:
    """Who may be written to, and what groups and topics allow."""

    async def test_blocked(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """A person who blocks the bot is 403 until she unblocks; it hears both, and no mistake is noted."""
        await server.block(ana)
        with pytest.raises(Forbidden, match="blocked by the user"):
            await bot.send_message(ana.id, "x")
        await server.unblock(ana)
        await bot.send_message(ana.id, "x")
        statuses = [u.my_chat_member.new_chat_member.status for u in await bot.get_updates() if u.my_chat_member]
        assert (statuses, server.rejected, server.troubles[0].status) == (["kicked", "member"], [], 403)

    async def test_never_started(self, bot: Bot, server: TelegramServer) -> None:
        """A bot cannot write first."""
        eva = server.add_user("Eva", started=False)
        with pytest.raises(Forbidden, match="initiate"):
            await bot.send_message(eva.id, "x")
        await server.say(eva, "/start")
        assert await bot.send_message(eva.id, "x")

    async def test_migrated(self, bot: Bot, server: TelegramServer) -> None:
        """A group that became a supergroup is refused with its new id."""
        group = server.add_group(supergroup=False)
        new = await server.migrate(group)
        with pytest.raises(ChatMigrated) as moved:
            await bot.send_message(group.id, "x")
        assert moved.value.new_chat_id == new.id
        assert await bot.send_message(new.id, "x")

    async def test_put_out(self, bot: Bot, staff: Chat, server: TelegramServer) -> None:
        """A bot that was put out of a group is 403 there."""
        await server.set_bot_status(staff, "kicked")
        with pytest.raises(Forbidden, match="kicked"):
            await bot.send_message(staff.id, "x")

    async def test_topic_life(self, bot: Bot, staff: Chat, server: TelegramServer) -> None:
        """A topic is opened, renamed, written in, closed and deleted; after that its id is refused."""
        topic = await bot.create_forum_topic(staff.id, "Nube 7")
        await bot.edit_forum_topic(staff.id, topic.message_thread_id, name="Nube 8")
        sent = await bot.send_message(staff.id, "alert", message_thread_id=topic.message_thread_id)
        assert (sent.is_topic_message, sent.message_thread_id) == (True, topic.message_thread_id)
        assert await bot.pin_chat_message(staff.id, sent.message_id)
        await bot.close_forum_topic(staff.id, topic.message_thread_id)
        with pytest.raises(BadRequest):
            await bot.close_forum_topic(staff.id, topic.message_thread_id)
        await bot.delete_forum_topic(staff.id, topic.message_thread_id)
        with pytest.raises(BadRequest, match=r"(?i)thread not found"):
            await bot.send_message(staff.id, "x", message_thread_id=topic.message_thread_id)
        assert server.messages(staff) == []

    async def test_general_has_no_id(self, bot: Bot, staff: Chat, ana: User) -> None:
        """Thread 1, and any thread outside a forum, is refused; General is written to without one."""
        for chat_id in (staff.id, ana.id):
            with pytest.raises(BadRequest, match=r"(?i)thread not found"):
                await bot.send_message(chat_id, "x", message_thread_id=1)
        assert not (await bot.send_message(staff.id, "x")).is_topic_message

    async def test_rights(self, bot: Bot, server: TelegramServer) -> None:
        """Topics need a forum, and an administrator who may manage them."""
        for group in (server.add_group(), server.add_group(forum=True, bot_rights=None)):
            with pytest.raises(BadRequest):
                await bot.create_forum_topic(group.id, "x")

    async def test_people_in_topics(self, bot: Bot, staff: Chat, server: TelegramServer) -> None:
        """What staff write in a topic, or reply to there, arrives with its thread."""
        topic = await bot.create_forum_topic(staff.id, "Nube 7")
        rosa = next(iter(staff.status))
        sent = await bot.send_message(staff.id, "alert", message_thread_id=topic.message_thread_id)
        await server.say(rosa, "hola", chat=staff, thread=topic.message_thread_id, reply_to=sent.message_id)
        message = (await bot.get_updates())[0].message
        assert message
        assert message.reply_to_message
        assert (message.is_topic_message, message.reply_to_message.message_id) == (True, sent.message_id)

    async def test_questions(self, bot: Bot, staff: Chat, ana: User) -> None:
        """A bot can ask who it is, who leads a group, and what a chat is."""
        me = await bot.get_me()
        assert (me.id, me.is_bot) == (100, True)
        assert (await bot.get_chat_member(staff.id, me.id)).status == "administrator"
        assert len(await bot.get_chat_administrators(staff.id)) == 2
        assert (await bot.get_chat(ana.id)).type == "private"

    async def test_settings(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """Commands are kept for each scope and language, descriptions for each language."""
        await bot.set_my_commands([BotCommand("ayuda", "Pedir ayuda")], language_code="es")
        await bot.set_my_commands([BotCommand("mine", "x")], scope=BotCommandScopeChat(ana.id))
        await bot.set_my_description("Faro", language_code="es")
        assert [c.command for c in await bot.get_my_commands(language_code="es")] == ["ayuda"]
        assert [c.command for c in await bot.get_my_commands(scope=BotCommandScopeChat(ana.id))] == ["mine"]
        assert await bot.get_my_commands() == ()
        assert (await bot.get_my_description("es")).description == "Faro"
        for wrong in (BotCommand("Ayuda", "x"), BotCommand("a-b", "x")):
            with pytest.raises(BadRequest, match=r"(?i)BOT_COMMAND_INVALID"):
                await bot.set_my_commands([wrong])
        with pytest.raises(BadRequest):
            await bot.set_my_short_description("x" * 121)


class TestPresses:
    """A press is a callback query that can be answered for 150 seconds."""

    async def test_press(self, bot: Bot, ana: User, server: TelegramServer, clock: Clock) -> None:
        """The newest button of that name is pressed; the answer is in time, then too late."""
        await bot.send_message(ana.id, "old", reply_markup=keyboard("yes"))
        newest = await bot.send_message(ana.id, "new", reply_markup=keyboard("yes", "no"))
        await server.press(ana, "yes")
        query = (await bot.get_updates())[0].callback_query
        assert query
        assert query.message
        assert (query.data, query.message.message_id) == ("do:yes", newest.message_id)
        with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
            await query.answer("x" * 201)
        assert await query.answer("ok")
        clock.move(seconds=151)
        with pytest.raises(BadRequest, match="too old"):
            await query.answer("late")

    async def test_no_such_button(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """Pressing a button that nobody sent fails, naming those that stand there."""
        await bot.send_message(ana.id, "x", reply_markup=keyboard("yes"))
        with pytest.raises(LookupError, match="yes"):
            await server.press(ana, "no")


class TestPolling:
    """getUpdates delivers in order, until confirmed, to one poller."""

    async def test_confirmation(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """Updates come again until a higher offset confirms them; ids grow."""
        for text in ("1", "2", "3"):
            await server.say(ana, text)
        first = await bot.get_updates(limit=2)
        assert [u.message.text for u in first if u.message] == ["1", "2"]
        assert await bot.get_updates(limit=2) == first
        rest = await bot.get_updates(offset=first[-1].update_id + 1)
        assert [u.update_id - first[-1].update_id for u in rest] == [1]
        assert await bot.get_updates(offset=rest[-1].update_id + 1) == ()
        assert server.updates.pending == []

    async def test_long_poll(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """An open poll answers as soon as somebody writes; commands are marked."""
        async with asyncio.TaskGroup() as tasks:
            poll = tasks.create_task(bot.get_updates(timeout=20))
            await server.wait_for(lambda: server.updates.polls)
            await server.say(ana, "/start now")
        message = poll.result()[0].message
        assert message
        assert message.parse_entities() == {message.entities[0]: "/start"}

    async def test_two_polls(self, bot: Bot, server: TelegramServer, raw: httpx.AsyncClient) -> None:
        """A second poll ends the first with 409."""
        first = asyncio.create_task(raw.get("getUpdates", params={"timeout": 20}))
        await server.wait_for(lambda: server.updates.polls)
        await bot.get_updates()
        assert (await first).status_code == 409

    async def test_dead_poller(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """A poller that was killed is forgotten: its successor meets no conflict and misses nothing."""
        async with httpx.AsyncClient(base_url=f"{server.url}/bot{TOKEN}/") as client:
            dead = asyncio.create_task(client.get("getUpdates", params={"timeout": 20}))
            await server.wait_for(lambda: server.updates.polls)
            dead.cancel()
        await server.wait_for(lambda: not server.updates.polls)
        await server.say(ana, "hola")
        assert len(await bot.get_updates()) == 1
        assert server.rejected == []

    async def test_allowed_updates(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """Only kinds that the bot asked for are queued, from then on."""
        await bot.get_updates(allowed_updates=["callback_query"])
        await server.say(ana, "not heard")
        await bot.get_updates(allowed_updates=["message", "edited_message"])
        heard = await server.say(ana, "heard")
        await server.edit(ana, heard["message_id"], "corrected")
        updates = await bot.get_updates()
        assert updates[0].message
        assert updates[1].edited_message
        assert len(updates) == 2

    async def test_snapshot(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """An update shows the message as it was then, not as it was edited since."""
        said = await server.say(ana, "first")
        await server.edit(ana, said["message_id"], "second")
        before, after = await bot.get_updates()
        assert before.message
        assert after.edited_message
        assert (before.message.text, after.edited_message.text) == ("first", "second")

    async def test_kept_for_a_day(self, bot: Bot, ana: User, server: TelegramServer, clock: Clock) -> None:
        """Updates that nobody fetched are gone after 24 hours."""
        await server.say(ana, "hola")
        clock.move(hours=24)
        assert await bot.get_updates() == ()

    async def test_people_send_everything(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """Each act of a person is an update that python-telegram-bot reads."""
        await server.send_voice(ana, duration=7)
        await server.send_photo(ana, caption="look")
        await server.send_sticker(ana)
        await server.send_contact(ana)
        await server.send_location(ana, 14.6, -90.5)
        await server.send_document(ana)
        voice, photo, sticker, contact, location, document = [u.message for u in await bot.get_updates() if u.message]
        assert voice.voice and photo.photo and sticker.sticker and contact.contact  # noqa: PT018
        assert location.location and document.document  # noqa: PT018
        assert photo.caption == "look"


class Hook:
    """A bot's webhook that answers what `statuses` says, then 200."""

    def __init__(self, *statuses: int) -> None:
        self.statuses, self.heard, self.secrets = list(statuses), list[str](), set[str | None]()

    async def take(self, request: Request) -> Response:
        self.heard.append((await request.json())["message"]["text"])
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        return Response(status_code=self.statuses.pop(0) if self.statuses else 200)

    @property
    def app(self) -> Starlette:
        return Starlette(routes=[Route("/hook", self.take, methods=["POST"])])


class TestWebhook:
    """Updates are posted in order, with the secret, until they are taken."""

    async def test_delivery(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """A refused update comes again before the next one."""
        hook = Hook(503, 500)
        async with wire.listening(hook.app) as url:
            await bot.set_webhook(f"{url}/hook", secret_token="s3cret")
            for text in ("1", "2"):
                await server.say(ana, text)
            await server.wait_for(lambda: not server.updates.pending)
        assert (hook.heard, hook.secrets) == (["1", "1", "1", "2"], {"s3cret"})

    async def test_no_polling_beside_it(self, bot: Bot, server: TelegramServer) -> None:
        """While a webhook is set getUpdates is 409; an address without HTTPS is refused."""
        await bot.set_webhook("https://example.org/hook")
        assert (await bot.get_webhook_info()).url == "https://example.org/hook"
        with pytest.raises(telegram.error.Conflict):
            await bot.get_updates()
        await bot.delete_webhook()
        assert await bot.get_updates() == ()
        with pytest.raises(BadRequest, match=r"(?i)https"):
            await bot.set_webhook("http://example.org/hook")


class TestFaults:
    """What goes wrong does so on demand, and is not counted as the bot's mistake."""

    async def test_one_429(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """A fault that is asked for once happens once, only where it fits."""
        server.faults.add("429", method="sendMessage", chat_id=ana.id, retry_after=7)
        await bot.get_me()
        with pytest.raises(RetryAfter) as slow:
            await bot.send_message(ana.id, "x")
        assert slow.value.retry_after == timedelta(seconds=7)
        assert await bot.send_message(ana.id, "x")
        assert (server.rejected, [call.fault for call in server.troubles]) == ([], ["429"])

    @pytest.mark.parametrize(("kind", "error"), [("400", BadRequest), ("403", Forbidden), ("500", NetworkError)])
    async def test_statuses(self, bot: Bot, ana: User, server: TelegramServer, kind: str, error: type[Exception]) -> None:
        """400, 403 and 500 reach the bot as such, and nothing was sent."""
        server.faults.add(kind)
        with pytest.raises(error):
            await bot.send_message(ana.id, "x")
        assert (server.messages(ana), server.rejected, len(server.troubles)) == ([], [], 1)

    @pytest.mark.parametrize(("kind", "sent"), [("cut", 0), ("answer_lost", 1)])
    async def test_cut(self, bot: Bot, ana: User, server: TelegramServer, kind: str, sent: int) -> None:
        """A cut before the effect sends nothing; a lost answer has sent."""
        server.faults.add(kind)
        with pytest.raises(NetworkError):
            await bot.send_message(ana.id, "x")
        assert (len(server.messages(ana)), len(server.called("sendMessage"))) == (sent, sent)

    async def test_hang(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """A call that hangs ends only when the bot gives up, and has no effect."""
        server.faults.add("hang")
        with pytest.raises(TimedOut):
            await bot.send_message(ana.id, "x", read_timeout=0.1)
        assert server.messages(ana) == []

    async def test_down(self, bot: Bot, ana: User, server: TelegramServer, clock: Clock) -> None:
        """While Telegram is down every call fails; afterwards all is as before."""
        server.faults.down(30)
        with pytest.raises(NetworkError):
            await bot.get_me()
        clock.move(seconds=31)
        assert await bot.send_message(ana.id, "x")

    async def test_flood(self, bot: Bot, ana: User, server: TelegramServer, clock: Clock) -> None:
        """A flooded chat is told the time left; other chats are not."""
        server.faults.flood(30, chat_id=ana.id)
        clock.move(seconds=10)
        with pytest.raises(RetryAfter) as slow:
            await bot.send_message(ana.id, "x")
        assert slow.value.retry_after == timedelta(seconds=20)
        assert await bot.send_message(server.add_user("Eva").id, "x")

    async def test_chance(self, raw: httpx.AsyncClient, server: TelegramServer) -> None:
        """A fault with a chance happens that often, the same with each seed."""
        server.faults.add("500", method="getMe", chance=0.5)
        statuses = [(await raw.get("getMe")).status_code for _ in range(20)]
        assert {200, 500} == set(statuses)
        alike = [Faults(server.world.clock, seed=5) for _ in range(2)]
        for faults in alike:
            faults.add("500", chance=0.5)
        draws = [[faults.strike("getMe", {}) is not None for _ in range(20)] for faults in alike]
        assert draws[0] == draws[1]

    async def test_rate_limits(self, bot: Bot, ana: User, staff: Chat, server: TelegramServer, clock: Clock) -> None:
        """With limits on, one message a second and chat, and twenty a minute and group."""
        server.faults.limits = RateLimits()
        await bot.send_message(ana.id, "1")
        with pytest.raises(RetryAfter):
            await bot.send_message(ana.id, "2")
        for _ in range(20):
            clock.move(seconds=1)
            await bot.send_message(staff.id, "x")
        clock.move(seconds=1)
        with pytest.raises(RetryAfter) as slow:
            await bot.send_message(staff.id, "x")
        assert slow.value.retry_after == timedelta(seconds=40)

    async def test_twice(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """An update can come twice, even when it was confirmed."""
        server.updates.twice()
        await server.say(ana, "hola")
        first = await bot.get_updates()
        assert await bot.get_updates(offset=first[-1].update_id + 1) == first
        assert await bot.get_updates(offset=first[-1].update_id + 1) == ()

    async def test_disorder(self, bot: Bot, ana: User, server: TelegramServer) -> None:
        """With disorder a batch is shuffled and still complete."""
        server.updates.disorder = 1.0
        for number in range(8):
            await server.say(ana, str(number))
        ids = [update.update_id for update in await bot.get_updates()]
        assert ids != sorted(ids)
        assert len(set(ids)) == 8


async def test_waiting_in_vain(server: TelegramServer) -> None:
    """A wait that ends in vain says what the bot did last."""
    with pytest.raises(AssertionError, match="last calls"):
        await server.wait_for(lambda: False, timeout=0.01)


async def test_as_a_process() -> None:
    """The server runs as a process of its own, steered and watched over HTTP."""
    async with control.process(TOKEN) as remote:
        ana = await remote.act("add_user", name="Ana", language="es")
        await remote.act("set", duplicates=0.0, rate_limits=True)
        await remote.act("say", user=ana["id"], text="hola")
        async with Bot(TOKEN, base_url=f"{remote.url}/bot") as bot:
            assert len(await bot.get_updates()) == 1
            watched = asyncio.create_task(remote.see("calls", method="sendMessage", at_least=1, timeout=10))
            await bot.send_message(ana["id"], "hi", reply_markup=keyboard("yes"))
            assert [call["arguments"]["text"] for call in await watched] == ["hi"]
            await remote.act("press", user=ana["id"], button="yes")
            await remote.act("faults.add", kind="500", method="getMe")
            with pytest.raises(NetworkError):
                await bot.get_me()
        assert [message["text"] for message in await remote.see("messages", chat=ana["id"])] == ["hola", "hi"]
        assert await remote.see("rejected") == []
        with pytest.raises(AssertionError, match="no act"):
            await remote.act("fly")
