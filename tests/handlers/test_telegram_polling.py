"""Coming into service, by polling and by webhook: stored before acknowledged, whatever fails."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from typing import Any, ClassVar

import httpx
import pytest
import pytest_asyncio
from starlette.applications import Starlette

from faro.engine.channels import SlowDown, Unreachable
from faro.engine.receive import Given
from faro.library import Library
from handlers import telegram_polling, telegram_webhook
from handlers.telegram_channel import TelegramChannel, Webhook, quiet
from handlers.telegram_errors import TokenRefused
from handlers.telegram_polling import Backoff
from tests.telegram_server import TelegramServer, User, wire

TOKEN = "100:test"
SECRET = "s3cret_-X"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Shelf:
    """Stands for the engine's door: keeps what it was given once, and fails while `broken` is above zero."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, str, str | None]] = {}
        self.raw: dict[str, bytes] = {}
        self.broken = 0
        self.offered = 0

    async def receive(self, channel: str, delivery_id: str, chat: str, raw: bytes, text: str | None = None) -> bool:
        self.offered += 1
        if self.broken:
            self.broken -= 1
            raise OSError("disk full")
        fresh = delivery_id not in self.kept
        self.kept[delivery_id] = (channel, chat, text)
        self.raw[delivery_id] = raw
        return fresh

    @property
    def texts(self) -> list[str | None]:
        return [text for _, _, text in self.kept.values()]


async def at_once(seconds: float) -> None:
    """A pause that lets others run and takes no time."""
    await asyncio.sleep(0)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest_asyncio.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer.running(TOKEN) as running:
        yield running


@pytest_asyncio.fixture
async def channel(server: TelegramServer) -> AsyncIterator[TelegramChannel]:
    channel = TelegramChannel(TOKEN, server.url)
    yield channel
    await channel.close()


@pytest.fixture
def ana(server: TelegramServer) -> User:
    return server.add_user("Ana", language="es")


@asynccontextmanager
async def running(work: Awaitable[Any]) -> AsyncIterator[asyncio.Task[Any]]:
    """Something that runs until the block ends, and then must end by being cancelled."""
    task = asyncio.ensure_future(work)
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert task.cancelled() or task.done()


def polling(channel: TelegramChannel, shelf: Shelf) -> Awaitable[Any]:
    return telegram_polling.poll(channel.bot, shelf.receive, at_once)


class TestPolling:
    """Long polling."""

    async def test_stored_as_it_came(self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User) -> None:
        """An update reaches the store raw, with its id, chat and words, and only then is Telegram told."""
        async with running(polling(channel, shelf)):
            await server.say(ana, "ayuda")
            await server.wait_for(lambda: shelf.kept and not server.updates.pending)
        assert list(shelf.kept.values()) == [("telegram", str(ana.id), "ayuda")]
        arrival = channel.read(next(iter(shelf.raw.values())))
        assert arrival is not None
        assert arrival.message.text == "ayuda"
        assert server.rejected == []

    @pytest.mark.parametrize("broken", [False, True], ids=["together", "one by one"])
    async def test_what_comes_together_is_stored_together(
        self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User, broken: bool
    ) -> None:
        """In one commit and in order; where that fails, one by one."""
        together: list[list[Given]] = []

        class Desk:
            async def polls(self) -> bool:
                return True

            async def answered(self, channel: str, well: bool) -> None:
                pass

            async def receive_all(self, given: Sequence[Given]) -> int:
                together.append(list(given))
                if broken:
                    raise OSError
                for one in given:
                    await shelf.receive(one.channel, one.delivery_id, one.chat, one.raw, one.text)
                return len(given)

        for number in range(5):
            await server.say(ana, f"n{number}")
        async with running(telegram_polling.poll(channel.bot, shelf.receive, at_once, Desk())):
            await server.wait_for(lambda: len(shelf.kept) == 5 and not server.updates.pending)
        assert [text for _, _, text in shelf.kept.values()] == [f"n{number}" for number in range(5)]
        assert len(together[0]) == 5

    async def test_asks_for_its_kinds(self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf) -> None:
        """The kinds of updates are named, and no other poll is made beside."""
        async with running(polling(channel, shelf)):
            await server.wait_for(lambda: server.updates.polls)
            assert server.updates.allowed == ["message", "edited_message", "callback_query", "my_chat_member"]

    async def test_a_store_that_fails(self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User) -> None:
        """While the store fails nothing is confirmed; afterwards everything is there, in order."""
        for n in range(5):
            await server.say(ana, str(n))
        shelf.broken = 3
        async with running(polling(channel, shelf)):
            await server.wait_for(lambda: not server.updates.pending)
        assert shelf.texts == [str(n) for n in range(5)]

    @pytest.mark.parametrize(
        ("offset", "ids", "then"),
        [(0, {5, 6, 7}, 8), (5, {7, 5, 6, 9}, 8), (8, {9, 3}, 10), (8, {3, 4}, 8), (8, {10, 12}, 11), (11, {12}, 13)],
    )
    def test_what_is_confirmed_next(self, offset: int, ids: set[int], then: int) -> None:
        """Never past an update that may still come; past a gap that was asked for and stayed one."""
        assert telegram_polling.after(offset, ids) == then

    async def test_one_that_comes_again_early_confirms_none_before_it(
        self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A repeat of a later update in a full batch, out of order, as after a lost answer: those between are asked for."""
        for n in range(105):
            await server.say(ana, str(n))
        server.updates._again.append(server.updates.pending[103])
        async with running(polling(channel, shelf)):
            await server.wait_for(lambda: not server.updates.pending, 15)
        assert [int(text or 0) for text in shelf.texts] == list(range(105))

    async def test_ids_that_begin_anew_lower(
        self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """After a quiet week Telegram's ids begin anew at random: lower ones are not taken for confirmed."""
        monkeypatch.setattr(telegram_polling, "WAIT", 0)
        async with running(polling(channel, shelf)):
            server.updates.next_id = 900_000
            await server.say(ana, "antes")
            await server.wait_for(lambda: shelf.kept and not server.updates.pending)
            polled = len(server.called("getUpdates"))
            await server.wait_for(lambda: len(server.called("getUpdates")) > polled + 1)
            server.updates.next_id = 10
            await server.say(ana, "despues")
            await server.wait_for(lambda: len(shelf.kept) == 2 and not server.updates.pending)
        assert shelf.texts == ["antes", "despues"]

    async def test_nothing_is_confirmed_before_it_is_stored(
        self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User
    ) -> None:
        """While an update is being stored Telegram still keeps it; a stop lets the storing come to its end."""
        storing, go_on = asyncio.Event(), asyncio.Event()

        async def slow(*given: Any) -> bool:
            storing.set()
            await go_on.wait()
            return await shelf.receive(*given)

        await server.say(ana, "ayuda")
        async with running(telegram_polling.poll(channel.bot, slow, at_once)) as task:
            await storing.wait()
            task.cancel()
            await asyncio.sleep(0)
            assert not task.done()
            go_on.set()
        assert shelf.texts == ["ayuda"]
        assert len(server.updates.pending) == 1

    async def test_twice_and_out_of_order(
        self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User
    ) -> None:
        """Updates that come twice or in disorder are stored once and in order, and none is asked for again for ever."""
        server.updates.twice(10)
        server.updates.disorder = 1.0
        for n in range(20):
            await server.say(ana, str(n))
        async with running(polling(channel, shelf)):
            await server.wait_for(lambda: shelf.offered >= 30 and not server.updates.is_due)
        assert shelf.texts == [str(n) for n in range(20)]

    async def test_an_update_that_nobody_can_read(
        self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User
    ) -> None:
        """A broken update is stored like any other and does not keep the next ones."""
        await server.inject("message", {"text": "no chat, no date"})
        await server.say(ana, "hola")
        async with running(polling(channel, shelf)):
            await server.wait_for(lambda: not server.updates.pending)
        assert shelf.texts == ["no chat, no date", "hola"]
        with pytest.raises(ValueError, match="unreadable"):
            channel.read(next(iter(shelf.raw.values())))

    @pytest.mark.parametrize("fault", ["500", "cut", "answer_lost", "429", "403", "400"])
    async def test_telegram_fails(
        self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User, fault: str
    ) -> None:
        """Whatever a poll is answered, the next one is made."""
        server.faults.add(fault, method="getUpdates", times=3)
        async with running(polling(channel, shelf)):
            await server.say(ana, "hola")
            await server.wait_for(lambda: shelf.kept)

    async def test_a_webhook_in_the_way(self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User) -> None:
        """A webhook that was set elsewhere is taken away."""
        await channel.bot.set_webhook("https://example.org/hook")
        async with running(polling(channel, shelf)):
            await server.wait_for(lambda: server.updates.polls)
        assert server.updates.webhook is None

    async def test_another_program(
        self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User, caplog: pytest.LogCaptureFixture
    ) -> None:
        """When another program polls the same bot, the log says so in a sentence."""
        async with running(polling(channel, shelf)):
            await server.wait_for(lambda: server.updates.polls)
            await channel.bot.get_updates(timeout=0)
            await server.wait_for(lambda: server.updates.polls)
        assert "another program" in caplog.text

    @pytest.mark.parametrize(
        "answer", [b"<html>login</html>", b"{}", b'{"ok": true, "result": {}}', b'{"ok": true, "result": [7, {}]}']
    )
    async def test_something_else_answers(self, shelf: Shelf, answer: bytes) -> None:
        """An answer that is not Telegram's (a login page of a network) does not end the polling."""
        asked = asyncio.Event()
        many = iter(range(3))

        async def app(scope: Any, receive: Any, send: Any) -> None:
            if next(many, None) is None:
                asked.set()
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": answer})

        async with wire.listening(app) as url:  # type: ignore[arg-type]
            channel = TelegramChannel(TOKEN, url)
            async with running(polling(channel, shelf)) as task:
                await asyncio.wait_for(asked.wait(), 5)
                assert not task.done()
            await channel.close()

    async def test_pauses(self) -> None:
        """Failing tries come slower and slower, up to five seconds; Telegram's own wish goes first; success begins anew."""
        waited: list[float] = []

        async def note(seconds: float) -> None:
            waited.append(seconds)

        backoff = Backoff(note)
        for _ in range(6):
            await backoff.wait()
        await backoff.wait(SlowDown(17))
        backoff.reset()
        await backoff.wait(Unreachable())
        assert waited == [0.5, 1, 2, 4, 5, 5, 17, 0.5]


@asynccontextmanager
async def hooked(shelf: Shelf) -> AsyncIterator[str]:
    """The webhook's address, served."""
    app = Starlette(routes=[telegram_webhook.route("https://example.org/telegram/in", SECRET, shelf.receive)])
    async with wire.listening(app) as url:
        yield f"{url}/telegram/in"


class TestWebhook:
    """The route that Telegram calls."""

    UPDATE: ClassVar[dict[str, Any]] = {
        "update_id": 5,
        "message": {"message_id": 1, "date": 1, "text": "hola", "chat": {"id": 7, "type": "private"}},
    }

    async def post(self, shelf: Shelf, body: bytes, secret: str | None = SECRET) -> httpx.Response:
        async with hooked(shelf) as url, httpx.AsyncClient() as client:
            return await client.post(url, content=body, headers={HEADER: secret.encode()} if secret is not None else {})

    async def test_taken(self, shelf: Shelf) -> None:
        """200 is said after the update was stored."""
        answer = await self.post(shelf, json.dumps(self.UPDATE).encode())
        assert (answer.status_code, answer.content) == (200, b"")
        assert shelf.kept == {"5": ("telegram", "7", "hola")}

    @pytest.mark.parametrize("secret", [None, "", "s3cret", "s3cret_-XX", "é"])
    async def test_wrong_secret(self, shelf: Shelf, secret: str | None) -> None:
        """Without the very secret nothing is read."""
        answer = await self.post(shelf, json.dumps(self.UPDATE).encode(), secret)
        assert (answer.status_code, shelf.offered) == (403, 0)

    async def test_no_secret_set(self, shelf: Shelf) -> None:
        """An empty secret opens nothing."""
        app = Starlette(routes=[telegram_webhook.route("https://example.org/", "", shelf.receive)])
        async with wire.listening(app) as url, httpx.AsyncClient() as client:
            assert (await client.post(url, json=self.UPDATE, headers={HEADER: ""})).status_code == 403

    async def test_store_away(self, shelf: Shelf) -> None:
        """When the update cannot be stored Telegram is asked to come again."""
        shelf.broken = 1
        answer = await self.post(shelf, json.dumps(self.UPDATE).encode())
        assert (answer.status_code, int(answer.headers["retry-after"]) > 0, shelf.kept) == (503, True, {})

    @pytest.mark.parametrize(
        ("body", "status"), [(b"", 400), (b"[]", 400), (b"{}", 400), (b"\xff", 400), (b" " * 1_100_000, 413)]
    )
    async def test_not_an_update(self, shelf: Shelf, body: bytes, status: int) -> None:
        """What is no update, or far too large, is refused."""
        assert (await self.post(shelf, body)).status_code == status
        assert shelf.offered == 0

    async def test_the_whole_way(self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User) -> None:
        """Telegram is told the address and the secret, and each update arrives, also when the store failed once and
        when Telegram delivers it twice."""
        shelf.broken = 1
        server.updates.twice()
        async with hooked(shelf) as url:
            await telegram_webhook.register(channel.bot, url, SECRET, at_once)
            await server.say(ana, "ayuda")
            await server.wait_for(lambda: shelf.offered >= 3 and not server.updates.is_due)
        assert shelf.texts == ["ayuda"]
        assert server.rejected == []

    async def test_telegram_away_at_start(self, channel: TelegramChannel, server: TelegramServer) -> None:
        """The address is told again until Telegram took it."""
        server.faults.add("500", method="setWebhook", times=3)
        await telegram_webhook.register(channel.bot, "https://example.org/hook", SECRET, at_once)
        assert server.updates.webhook is not None

    async def test_an_address_that_telegram_refuses(
        self, channel: TelegramChannel, server: TelegramServer, caplog: pytest.LogCaptureFixture
    ) -> None:
        """The log names the setting that Telegram refuses, not its value."""
        async with running(telegram_webhook.register(channel.bot, "http://example.org", "a secret!", at_once)):
            await server.wait_for(lambda: server.rejected)
            await server.wait_for(lambda: len(server.rejected) > 1)
        assert "FARO_WEBHOOK_URL" in caplog.text
        assert "a secret!" not in caplog.text


class TestService:
    """From the first call to the last."""

    @staticmethod
    def serving(channel: TelegramChannel, shelf: Shelf, library: Library, webhook: Webhook | None = None) -> Awaitable[None]:
        return channel.serve(shelf.receive, library, webhook, pause=at_once)

    async def test_polls_and_shows_the_menu(
        self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User, library: Library
    ) -> None:
        """In service a bot answers polls, and shows commands and description in each language that has them."""
        async with running(self.serving(channel, shelf, library)):
            await server.say(ana, "hola")
            await server.wait_for(lambda: shelf.kept)
            await server.wait_for(lambda: ("short_description", "en") in server.world.settings)
            await server.wait_for(lambda: ("short_description", "es") in server.world.settings)
        assert server.rejected == []
        settings = server.world.settings
        commands = {key: [item["command"] for item in value] for key, value in settings.items() if key[0] == "commands"}
        assert set(map(tuple, commands.values())) == {
            ("start", "help", "language", "place", "person", "privacy", "clear", "forget")
        }
        assert {key[1].rsplit(" ", 1)[1] for key in commands} >= {"", "es", "en"}
        assert all("all_private_chats" in key[1] for key in commands)
        assert settings["description", "en"] == library.say("en", "bot-description")
        assert channel.reader.username == "faro_test_bot"

    async def test_telegram_away_at_start(
        self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User, library: Library
    ) -> None:
        """A start while Telegram is away waits for it and comes into service."""
        server.faults.down()
        tried = asyncio.Event()

        async def pause(seconds: float) -> None:
            tried.set()
            await asyncio.sleep(0)

        async with running(channel.serve(shelf.receive, library, pause=pause)):
            await tried.wait()
            server.faults.heal()
            await server.say(ana, "hola")
            await server.wait_for(lambda: shelf.kept)

    async def test_an_absence_is_told_once_and_then_less_and_less_often(
        self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, library: Library, caplog: pytest.LogCaptureFixture
    ) -> None:
        """One sentence says what to look at; a hundred tries are not a hundred lines."""
        server.faults.down()
        tries, tried = 0, asyncio.Event()

        async def pause(seconds: float) -> None:
            nonlocal tries
            tries += 1
            if tries >= 40:
                tried.set()
            await asyncio.sleep(0)

        async with running(channel.serve(shelf.receive, library, pause=pause)):
            await tried.wait()
        told = [record.getMessage() for record in caplog.records if record.name == "handlers.telegram_channel"]
        assert "FARO_TELEGRAM_API" in told[0]
        assert "127.0.0.1" in told[0]
        assert "100:" not in caplog.text
        assert len(told) <= 4

    async def test_a_menu_that_fails(
        self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, ana: User, library: Library
    ) -> None:
        """Polling goes on whatever becomes of the menu."""
        server.faults.add("400", method="setMyCommands", chance=1.0)
        server.faults.add("500", method="setMyDescription", chance=1.0)
        async with running(self.serving(channel, shelf, library)):
            await server.wait_for(lambda: len([call for call in server.troubles if call.method == "setMyDescription"]) > 8)
            await server.say(ana, "hola")
            await server.wait_for(lambda: shelf.kept)

    async def test_a_wrong_token(self, server: TelegramServer, shelf: Shelf, library: Library) -> None:
        """A token that Telegram refuses at the start ends the service with one sentence."""
        channel = TelegramChannel("100:wrong", server.url)
        with pytest.raises(TokenRefused, match="FARO_TELEGRAM_TOKEN"):
            await self.serving(channel, shelf, library)
        await channel.close()

    async def test_webhook(self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, library: Library) -> None:
        """With a webhook nothing is polled."""
        await self.serving(channel, shelf, library, Webhook("https://example.org/hook", SECRET))
        assert server.updates.webhook is not None
        assert server.updates.webhook.secret_token == SECRET
        assert server.called("getUpdates") == []

    async def test_back_from_a_webhook(
        self, channel: TelegramChannel, server: TelegramServer, shelf: Shelf, library: Library
    ) -> None:
        """Without the setting an earlier webhook is taken away, and what waits is kept."""
        await channel.bot.set_webhook("https://example.org/hook")
        await server.say(server.add_user("Eva"), "hola")
        async with running(self.serving(channel, shelf, library)):
            await server.wait_for(lambda: shelf.kept)
        assert server.rejected == []

    async def test_a_staff_group_that_moved(self, server: TelegramServer, shelf: Shelf, library: Library) -> None:
        """After a restart with the old id the new one is still known as the staff group, before anything is read."""
        old = server.add_group("Staff", supergroup=False)
        new = await server.migrate(old)
        channel = TelegramChannel(TOKEN, server.url, old.id)
        async with running(self.serving(channel, shelf, library)):
            await server.wait_for(lambda: server.updates.polls)
        assert channel.reader.staff == {old.id, new.id}
        await channel.close()

    async def test_a_staff_group_without_the_bot(
        self, server: TelegramServer, shelf: Shelf, library: Library, caplog: pytest.LogCaptureFixture
    ) -> None:
        """A staff group in which the bot is not is told in one sentence, and the rest works."""
        channel = TelegramChannel(TOKEN, server.url, -1004242)
        async with running(self.serving(channel, shelf, library)):
            await server.wait_for(lambda: server.updates.polls)
        assert "FARO_STAFF_CHAT" in caplog.text
        assert "4242" not in caplog.text
        await channel.close()


async def test_the_token_is_never_logged(
    server: TelegramServer, shelf: Shelf, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    """No log line of ours or of the libraries below holds the token, also when everything is logged and everything fails."""
    caplog.set_level(logging.DEBUG)
    token = "100:AAHsecretsecret"
    channel = TelegramChannel(token, server.url)
    with pytest.raises(TokenRefused):
        await channel.serve(shelf.receive, library, pause=at_once)
    server.world.token = token
    server.faults.add("500", method="getUpdates", times=2)
    async with running(channel.serve(shelf.receive, library, pause=at_once)):
        await server.wait_for(lambda: server.updates.polls)
    await channel.close()
    assert caplog.text
    assert "secretsecret" not in caplog.text


def test_quiet() -> None:
    """The libraries that log addresses are heard from warnings on only."""
    quiet()
    assert all(not logging.getLogger(name).isEnabledFor(logging.INFO) for name in ("httpx", "httpcore", "telegram.Bot"))
