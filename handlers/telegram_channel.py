"""Telegram as a channel of the engine: the Bot and its connections, reading and sending tied together, and coming into service.

    channel = TelegramChannel(token, api, staff_chat)
    engine = Engine(..., [channel], ...)
    await channel.serve(engine.receive, library)       # until cancelled; by polling, or by webhook when one is given
    await channel.close()

With a webhook the web server also needs `telegram_webhook.route`.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from faro.engine.channels import Arrival, Blocked, ChannelError, Moved, Receipt, Rejected
from faro.library import Library
from handlers import telegram_menu, telegram_polling, telegram_webhook
from handlers.telegram_errors import TokenRefused, meaning, translated
from handlers.telegram_polling import Backoff, Pause, Rarely
from handlers.telegram_reading import CHANNEL, Reader, Receive
from handlers.telegram_sending import Sender

log = logging.getLogger(__name__)

T = TypeVar("T")

HERE = ("127.0.0.1", "localhost", "::1")
"""A Bot API server on this machine is never behind the proxy that the environment may name."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """FARO_WEBHOOK_URL and FARO_WEBHOOK_SECRET."""

    url: str
    secret: str


class TelegramChannel:
    """One bot. `api` is the address of the Bot API server, to which `/bot<token>/<method>` is appended."""

    name = CHANNEL

    def __init__(self, token: str, api: str = "https://api.telegram.org", staff_chat: int | None = None) -> None:
        quiet()
        self._requests = (_request(api, connections=2), _request(api, connections=64))
        polling, sending = self._requests
        self.bot = Bot(token, f"{api}/bot", base_file_url=f"{api}/file/bot", request=sending, get_updates_request=polling)
        self.reader = Reader(staff_chat)
        self._sender = Sender(self.bot)
        self._staff_chat = staff_chat
        self._host = urlsplit(api).netloc.rpartition("@")[2]

    @property
    def page(self) -> str | None:
        """The address under which anybody finds the bot; None until Telegram has told its name."""
        return f"https://t.me/{self.reader.username}" if self.reader.username else None

    def read(self, raw: bytes) -> Arrival | None:
        """A stored update understood; see `telegram_reading`."""
        return self.reader.read(raw)

    async def send(self, address: str, body: dict[str, Any]) -> Receipt:
        """An outbox body carried out; see `telegram_sending`. Raises a `ChannelError`."""
        try:
            return await self._sender.send(address, body)
        except Moved as moved:
            self._staff_moved(int(address), moved)
            raise

    async def typing(self, address: str) -> None:
        """Shown for about five seconds. Raises a `ChannelError`."""
        with translated():
            await self.bot.send_chat_action(int(address), ChatAction.TYPING)

    async def serve(
        self,
        receive: Receive,
        library: Library,
        webhook: Webhook | None = None,
        *,
        pause: Pause = asyncio.sleep,
        office: telegram_polling.Office | None = None,
    ) -> None:
        """Come into service and stay until cancelled, also while Telegram is away; with a webhook, until Telegram knows it.

        Raises TokenRefused when Telegram's first answer is that the token is wrong; later that is only told in the log.
        """
        self.reader.username = self._sender.username = (await self._until_answered(self.bot.get_me, pause)).username
        await self._look_at_staff_group(pause)
        if webhook is None:
            await self._until_answered(self.bot.delete_webhook, pause)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(telegram_menu.show(self.bot, library, pause))
            if webhook:
                await telegram_webhook.register(self.bot, webhook.url, webhook.secret, pause)
            else:
                await telegram_polling.poll(self.bot, receive, pause, office)

    async def close(self) -> None:
        """Close the connections."""
        for request in self._requests:
            await request.shutdown()

    async def _until_answered(self, call: Callable[[], Awaitable[T]], pause: Pause) -> T:
        backoff, rarely = Backoff(pause), Rarely()
        while True:
            try:
                return await call()
            except TelegramError as error:
                meant = meaning(error)
                if isinstance(meant, TokenRefused):
                    raise meant from error
                self._tell_away(error, rarely)
                await backoff.wait(meant)
            except (LookupError, TypeError, ValueError, AttributeError) as error:
                log.warning("telegram_answer_not_understood error=%s", type(error).__name__)
                await backoff.wait()

    def _tell_away(self, error: TelegramError, rarely: Rarely) -> None:
        """What to look at, in a sentence; then that it goes on, less and less often."""
        if not rarely.due():
            return
        if rarely.tries == 1:
            log.error(
                "Telegram does not answer at %s (%s): look at this machine's network, and at FARO_TELEGRAM_API. It is tried until it does.",
                self._host, type(error).__name__,
            )  # fmt: skip
        else:
            log.warning("telegram_away error=%s tries=%s", type(error).__name__, rarely.tries)

    async def _look_at_staff_group(self, pause: Pause) -> None:
        """Find out whether the staff group can be written to, and whether it became a supergroup with another id."""
        chat = self._staff_chat
        if chat is None:
            return
        backoff = Backoff(pause)
        while True:
            try:
                await self.bot.send_chat_action(chat, ChatAction.TYPING)
            except TelegramError as error:
                meant = meaning(error)
                if self._staff_answered(chat, meant):
                    return
                await backoff.wait(meant)
            else:
                return

    def _staff_answered(self, chat: int, error: ChannelError) -> bool:
        """Whether the error tells all there is to know about the staff group."""
        if isinstance(error, Moved):
            self._staff_moved(chat, error)
        elif isinstance(error, Blocked | Rejected):
            log.error("FARO_STAFF_CHAT is a chat in which this bot cannot write: add the bot to the staff group.")
        else:
            return False
        return True

    def _staff_moved(self, chat: int, moved: Moved) -> None:
        if chat in self.reader.staff:
            log.warning("The staff group became a supergroup and has a new id: put it into FARO_STAFF_CHAT.")
            self.reader.staff.add(int(moved.address))


def quiet() -> None:
    """The libraries below log addresses with the token in them when they are talkative."""
    for name in ("httpx", "httpcore", "telegram"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _request(api: str, *, connections: int) -> HTTPXRequest:
    direct = {"trust_env": False} if urlsplit(api).hostname in HERE else {}
    return HTTPXRequest(
        connections,
        connect_timeout=5,
        read_timeout=10,
        write_timeout=10,
        pool_timeout=10,
        httpx_kwargs=direct,
    )
