"""The web chat's own requests: open, say, press, updates, stay, leave, words. JSON in, JSON out.

The chat's secret travels in a header and lives in the page's memory only: no cookie, nothing in an address, nothing in a log.
Each message carries the page's own number, so that one that is sent twice over a bad line is stored once.
"""

import asyncio
import json
import logging
import random
from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from faro.assistant import menu, numbers, risk
from faro.engine.allowance import Allowance
from faro.engine.engine import Engine
from faro.library.entries import LANGUAGES
from faro.storage import views
from handlers import web_channel, web_limits
from handlers.web_channel import WebChannel
from handlers.web_limits import TooLarge
from handlers.web_shown import Part, Shown, direction

log = logging.getLogger(__name__)

SECRET = "X-Faro-Chat"  # noqa: S105  (the header's name, not a secret)

PATIENCE = 25.0
"""Seconds that a request for updates is held open; proxies give up at 30."""

LOOK = 2.0
"""Seconds after which a held request looks by itself: another process may have sent something."""

MINUTE = timedelta(minutes=1)
CHATS = 120
"""New chats a minute from one address: a whole shelter may share one."""

MESSAGES = 40
"""Messages a minute of one chat that are not about danger."""

WORDS = (
    "leave", "leave-hint", "language", "chat", "choices", "write", "send", "you", "faro", "wait", "not-sent", "not-connected", "again",
    "too-many", "too-long", "busy", "still-there", "still-here", "ended", "start-again", "location", "location-not", "location-sent", "map",
    "writing",
)  # fmt: skip
"""The strings `web-<name>` that the page's script needs."""


class WebChat:
    """The chat's requests over one engine."""

    def __init__(self, engine: Engine, channel: WebChannel) -> None:
        self.engine = engine
        self.closing = asyncio.Event()
        self._channel = channel
        self._chats = Allowance(CHATS, MINUTE, engine.clock)
        self._messages = Allowance(MESSAGES, MINUTE, engine.clock)
        self._shown = Shown(engine.library)

    def routes(self) -> list[Route]:
        return [
            Route("/chat/open", self.open, methods=["POST"]),
            Route("/chat/say", self.say, methods=["POST"]),
            Route("/chat/press", self.say, methods=["POST"]),
            Route("/chat/updates", self.updates),
            Route("/chat/stay", self.stay, methods=["POST"]),
            Route("/chat/leave", self.leave, methods=["POST"]),
            Route("/chat/words", self.words),
        ]

    def close(self) -> None:
        """The server stops: held requests end."""
        self.closing.set()
        self.engine.changed.set()
        self._channel.call_all()

    async def open(self, request: Request) -> Response:
        """A new chat; its secret."""
        try:
            secret = await self.new(request)
        except Exception as error:
            log.error("web_chat_not_opened error=%s", type(error).__name__)  # noqa: TRY400  (a driver's error can quote its input)
            return Response(status_code=503, headers={"Retry-After": "5"})
        return JSONResponse({"secret": secret}) if secret else Response(status_code=429)

    async def new(self, request: Request) -> str | None:
        """The secret of a new chat, or None where too many were opened from this address."""
        allowed = self._chats.take(request.client.host if request.client else "")
        return await self.engine.doors.open_chat() if allowed else None

    async def say(self, request: Request) -> Response:
        """Words, a pressed button or a position. 200 only when it is stored."""
        try:
            given = json.loads(await web_limits.body(request, web_limits.BODY))
            number = numbers.number(given.pop("n"))
            web_channel.message({**given, "id": ""})
        except TooLarge:
            return Response(status_code=413)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            return Response(status_code=400)
        if number is None:
            return Response(status_code=400)
        chat = await self.engine.doors.chat(request.headers.get(SECRET, ""))
        if chat is None:
            return Response(status_code=410)
        if not self.allowed(chat, given.get("text")):
            return Response(status_code=429)
        stored = await self.store(chat, number, given)
        return Response(status_code=503 if stored is None else 200)

    def allowed(self, chat: str, text: object) -> bool:
        """Whether this chat may send something more now; danger always may."""
        return self._messages.take(chat) or (isinstance(text, str) and self._urgent(text))

    def _urgent(self, text: str) -> bool:
        """Whether a phrase of danger stands in it. What cannot be looked at might be one."""
        try:
            return risk.urgent(text, self.engine.library)
        except Exception as error:
            log.error("urgency_unknown fault=%s", type(error).__name__)  # noqa: TRY400  (a trace may hold a person's words)
            return True

    async def store(self, chat: str, number: int, given: dict[str, Any]) -> bool | None:
        """Put it into the inbox; False when it was there already, None when the store failed."""
        delivery = f"{chat}:{number}"
        text = given.get("text")
        try:
            return await self.engine.receive("web", delivery, chat, web_channel.line(chat, delivery, given), text)
        except Exception as error:
            log.error("web_line_not_stored error=%s", type(error).__name__)  # noqa: TRY400  (a driver's error can quote its input)
            return None

    async def updates(self, request: Request) -> Response:
        """What was sent to this chat after a row, held open until there is something. Looking is no use of the chat."""
        secret, after = request.headers.get(SECRET, ""), request.query_params.get("after", "")
        # Not all at the same second: those who came together would come back together for ever.
        until = asyncio.get_running_loop().time() + PATIENCE * random.uniform(0.7, 1)  # noqa: S311  (no secret)
        while True:
            version = self.engine.changed.version
            chat = await self.engine.doors.chat(secret, touch=False)
            if chat is None:
                return JSONResponse({"ended": True, "after": after, "lines": []})
            count = self._channel.fresh[chat]
            sent = await self.engine.view(views.web_out, chat=chat, after=after)
            over = asyncio.get_running_loop().time() >= until or self.closing.is_set()
            typing = self._channel.is_typing(chat)
            if sent:
                # Only then: another request of the same chat (a line that broke leaves one behind) may still wait for it.
                self._channel.fetched(chat, count)
            if sent or over or typing or await request.is_disconnected():
                mark = sent[-1].mark if sent else after
                return JSONResponse({"ended": False, "after": mark, "lines": self.shown(sent), "typing": typing and not sent})
            await self._news(chat, version, until - asyncio.get_running_loop().time())

    async def _news(self, chat: str, version: int, left: float) -> None:
        """Until something was sent to the chat, or it is time to look. What was sent can be read after the commit, which wakes everybody."""
        self._channel.held.add(chat)
        try:
            if self._channel.fresh[chat]:
                await self.engine.changed.wait(version, LOOK)
            else:
                await self._channel.called(chat, min(left, PATIENCE if self.engine.store.sqlite else LOOK))
        finally:
            self._channel.held.discard(chat)

    def shown(self, sent: list[views.Sent]) -> list[dict[str, Any]]:
        """Bodies as the page shows them, with the library as it is now."""
        if self._shown.library is not self.engine.library:
            self._shown = Shown(self.engine.library)
        return [line for one in sent if (line := self._shown.line(one)) is not None]

    def parts(self, text: str) -> list[Part]:
        """A text of our own as pieces."""
        return self._shown.parts(text)

    async def stay(self, request: Request) -> Response:
        """The person is still there."""
        chat = await self.engine.doors.chat(request.headers.get(SECRET, ""))
        return Response(status_code=204 if chat else 410)

    async def leave(self, request: Request) -> Response:
        """The chat is over. The secret is the body: what a page sends while it closes can carry no header."""
        try:
            secret = (await web_limits.body(request, web_limits.BODY)).decode("ascii")
        except (TooLarge, UnicodeDecodeError):
            return Response(status_code=400)
        await self.engine.doors.leave(secret)
        return Response(status_code=204)

    async def words(self, request: Request) -> Response:
        """The page's words in another language."""
        return JSONResponse(self.spoken(spoken(request)))

    def spoken(self, language: str) -> dict[str, Any]:
        """The page's words in this language, its direction and the six choices."""
        say = self.engine.library.say
        return {
            "lang": language,
            "dir": direction(language),
            "name": say(language, "language-name"),
            "words": {name: say(language, f"web-{name}") for name in WORDS},
            "choices": [(say(language, f"menu-{name}"), name) for row in menu.CHOICES for name in row],
        }


def spoken(request: Request) -> str:
    """The language that was asked for, else the browser's first that we have, else Spanish."""
    asked = request.query_params.get("l", "")
    browser = [part.split(";")[0].strip()[:2].lower() for part in request.headers.get("accept-language", "").split(",")]
    return next((language for language in [asked, *browser] if language in LANGUAGES), LANGUAGES[0])
