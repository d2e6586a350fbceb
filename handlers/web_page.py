"""The page of the web chat, and the same conversation for a browser without scripts: each step is a form that comes back."""

import asyncio
import logging
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from faro.assistant import help_lines, numbers
from faro.library.entries import COUNTRIES, LANGUAGES
from faro.storage import views
from handlers import web_limits
from handlers.web_chat import LOOK, WebChat, spoken
from handlers.web_pages import page
from handlers.web_shown import Part, direction

log = logging.getLogger(__name__)

BLANK = "about:blank"
"""Where "leave now" leads when the operator names no page."""

ANSWER = 5.0
"""Seconds that a form waits for an answer before it comes back without."""

MORE = 0.4
"""Seconds for further replies of the same turn after the first one."""

SHOWN = 16
"""Replies of this chat shown on the page that comes back."""


class WebPage:
    """The page over one chat."""

    def __init__(self, chat: WebChat) -> None:
        self._chat = chat
        self._engine = chat.engine

    def routes(self) -> list[Route]:
        return [Route("/", self.show, methods=["GET"]), Route("/", self.step, methods=["POST"])]

    async def show(self, request: Request) -> Response:
        """The page as it opens: no chat exists before the person says something."""
        return page("chat.html", await self._known(spoken(request)))

    async def step(self, request: Request) -> Response:
        """One step without scripts: what was typed or pressed is stored, then the page comes back with the answers."""
        try:
            form = _form(await web_limits.body(request, web_limits.FORM))
        except web_limits.TooLarge:
            return page("chat.html", await self._known(spoken(request), notice="too-long"), 413)
        language = form.get("l") if form.get("l") in LANGUAGES else spoken(request)
        known = await self._known(language or LANGUAGES[0])
        secret, chat = await self._opened(request, form.get("secret", ""))
        if chat is None:
            return page("chat.html", known | {"notice": "busy", "typed": form.get("text", "")}, 429)
        return await self._stepped(known, form, secret, chat)

    async def _opened(self, request: Request, secret: str) -> tuple[str, str | None]:
        """The chat that lives, else a new one; none where too many were opened or the store takes nothing."""
        try:
            chat = await self._engine.doors.chat(secret) if secret else None
            if chat is None:
                secret = await self._chat.new(request) or ""
                chat = await self._engine.doors.chat(secret) if secret else None
        except Exception as error:
            log.error("web_chat_not_opened error=%s", type(error).__name__)  # noqa: TRY400  (a driver's error can quote its input)
            return "", None
        return secret, chat

    async def _stepped(self, known: dict[str, Any], form: dict[str, str], secret: str, chat: str) -> Response:
        """The step of a chat that lives: store, wait for an answer, show."""
        before = await self._engine.view(views.web_out, chat=chat)
        sent, notice, step = before, "nothing-new", _step(form)
        number = numbers.number(form.get("n")) or 0
        if step:
            notice = await self._said(chat, number, step | {"language": known["lang"]})
        if step and not notice:
            sent = await self._answers(chat, len(before))
        old = {one.id for one in before}
        lines = _since_clear(self._chat.shown(sent))
        keyboards = [line["keyboard"] for line in lines if line["keyboard"]]
        unsaid = form.get("text", "") if notice in ("too-many", "busy") or "text" not in step else ""
        return page(
            "chat.html",
            known
            | {"secret": secret, "n": number + 1, "lines": lines[-SHOWN:], "old": old, "typed": unsaid}
            | {"said": _label(step, lines) if not notice else "", "notice": notice if sent == before else ""}
            | {"choices": keyboards[-1] if keyboards else known["choices"]},
        )

    async def _said(self, chat: str, number: int, given: dict[str, Any]) -> str:
        """Store it; the name of the notice when it could not be."""
        if not self._chat.allowed(chat, given.get("text")):
            return "too-many"
        stored = await self._chat.store(chat, number, given)
        return "busy" if stored is None else "" if stored else "nothing-new"

    async def _answers(self, chat: str, known: int) -> list[views.Sent]:
        """All that was sent to the chat, as soon as there is more than what is known."""
        until = asyncio.get_running_loop().time() + ANSWER
        while True:
            version = self._engine.changed.version
            sent = await self._engine.view(views.web_out, chat=chat)
            left = until - asyncio.get_running_loop().time()
            if len(sent) > known:
                await asyncio.sleep(MORE)
                return await self._engine.view(views.web_out, chat=chat)
            if left <= 0 or self._chat.closing.is_set():
                return sent
            await self._engine.changed.wait(version, min(left, LOOK))

    async def _known(self, language: str, notice: str = "") -> dict[str, Any]:
        """What the template needs to know."""
        library = self._engine.library
        spoken = self._chat.spoken(language)
        return spoken | {
            "say": lambda key, **about: library.say(language, key, **about),
            "spoken": spoken,
            "languages": [(code, library.say(code, "language-name"), direction(code)) for code in LANGUAGES],
            "neutral": library.operator.weather_page or BLANK,
            "greeting": self._greeting(language, manned=await self._manned()),
            "emergency": self._emergency(language),
            "notice": notice,
            "secret": "",
            "n": 0,
            "lines": [],
            "said": "",
            "old": set(),
            "typed": "",
        }

    async def _manned(self) -> bool:
        """Whether anybody is there who could take a case; nobody while the store cannot be read."""
        try:
            return await self._engine.view(views.manned)
        except Exception as error:
            log.error("team_unknown error=%s", type(error).__name__)  # noqa: TRY400  (a driver's error can quote its input)
            return False

    def _greeting(self, language: str, *, manned: bool) -> list[list[Part]]:
        """The words of /start: what this is, who is behind it, what is kept."""
        library = self._engine.library
        people = "start-people" if library.staffed and manned else "start-nobody"
        about = {"operator": library.operator.name}
        keys = ("start-what", people, "start-kept", "start-ask")
        return [self._chat.parts(library.say(language, key, **about)) for key in keys]

    def _emergency(self, language: str) -> list[list[Part]]:
        """The number that answers in each country."""
        library, today = self._engine.library, self._engine.clock().date()
        found = [help_lines.emergency(library, country, "immediate_danger", today) for country in COUNTRIES]
        return [self._chat.parts(help_lines.line(library, contact, language, today)) for contact in found if contact]


def _step(form: dict[str, str]) -> dict[str, str]:
    """What the person did with the form: pressed a button, took a choice, or wrote. Empty: only looks."""
    if form.get("press"):
        return {"press": form["press"]}
    text = form.get("choice") or ("" if "look" in form else form.get("text", "").strip())
    return {"text": text} if text else {}


def _label(step: dict[str, str], lines: list[dict[str, Any]]) -> str:
    """What the person did, in words: the label of a button that was pressed."""
    labels = {payload: label for line in lines for label, payload in line["buttons"]}
    return labels.get(step["press"], "") if "press" in step else step.get("text", "")


def _since_clear(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What came after the person cleared the chat for the last time."""
    cleared = [n for n, line in enumerate(lines) if line["do"] == "clear"]
    return lines[cleared[-1] + 1 :] if cleared else lines


def _form(body: bytes) -> dict[str, str]:
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
