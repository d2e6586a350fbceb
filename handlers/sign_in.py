"""Who is at the console: one-time links, the session cookie, and the check that stands before every page and every act.

A link only shows a button: what looks at links by itself (a chat's preview) uses none up, and the cookie is set by a step that
started on our own page, so that `SameSite=Strict` lets it come back.
"""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from faro.assistant import desk
from faro.assistant.rights import Staff
from faro.engine.engine import Engine
from handlers import web_limits
from handlers.web_pages import page

COOKIE = "faro_staff"
LANGUAGE = "faro_staff_language"
PATH = "/staff"

LIVE = "x-faro-live"
"""Header of a page that only refreshes itself: that is no use of the session."""

FORM = 32 * 1024
"""Bytes of a form of the console."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A member of staff at the console. `language`: of the console. `csrf`: what each form must carry.

    `version`: of `Engine.changed` when the request came; a live page asks for what changed since.
    """

    staff: Staff
    language: str
    csrf: str
    version: int


class Unsigned(Exception):
    """Nobody is signed in, or the form did not come from our page."""


Page = Callable[[Request, Visit], Awaitable[Response]]
Deed = Callable[[Request, Visit, dict[str, str]], Awaitable[Response]]


class SignIn:
    """The door of the console. `secure`: cookies only by https."""

    def __init__(self, engine: Engine, *, secure: bool) -> None:
        self._engine = engine
        self._secure = secure

    def routes(self) -> list[Route]:
        return [
            Route("/staff/enter", self.offer, methods=["GET"]),
            Route("/staff/enter", self.enter, methods=["POST"]),
            Route("/staff/leave", self.doing(self.leave), methods=["POST"]),
            Route("/staff/language", self.doing(self.speak), methods=["POST"]),
        ]

    def seeing(self, show: Page) -> Callable[[Request], Awaitable[Response]]:
        """A page for those who are signed in."""

        async def shown(request: Request) -> Response:
            try:
                return await show(request, await self.visit(request))
            except Unsigned:
                return self._outside(request, "console-signed-out", 401)

        return shown

    def doing(self, do: Deed) -> Callable[[Request], Awaitable[Response]]:
        """A form for those who are signed in; refused without the token of the session."""

        async def done(request: Request) -> Response:
            try:
                visit = await self.visit(request)
                form = await _form(request)
                _check_origin(request, visit, form)
            except Unsigned:
                return self._outside(request, "console-signed-out", 401)
            except web_limits.TooLarge:
                return self._outside(request, "web-too-long", 413)
            return await do(request, visit, form)

        return done

    async def visit(self, request: Request, *, live: bool = False) -> Visit:
        """Who asks; with `live` (or its header) that is no use of the session. Raises Unsigned."""
        secret, live = request.cookies.get(COOKIE, ""), live or LIVE in request.headers
        version = self._engine.changed.version
        staff = await self._engine.doors.who(secret, touch=not live) if secret else None
        if staff is None:
            raise Unsigned
        return Visit(staff, self._language(request, staff), self._engine.doors.csrf(secret), version)

    async def offer(self, request: Request) -> Response:
        """What the link leads to: a button."""
        token = request.query_params.get("token", "")
        return self._outside(request, "console-enter-lead" if token else "console-enter-how", 200, token)

    async def enter(self, request: Request) -> Response:
        """The button: the link is used up, the session begins."""
        secret = await self._engine.doors.enter((await _form(request)).get("token", ""))
        if secret is None:
            return self._outside(request, "console-enter-used", 403)
        answer = RedirectResponse(PATH, 303)
        answer.set_cookie(COOKIE, secret, path=PATH, secure=self._secure, httponly=True, samesite="strict")
        return answer

    async def leave(self, request: Request, visit: Visit, form: dict[str, str]) -> Response:
        """Signed out, here and in the store."""
        await self._engine.doors.leave(request.cookies.get(COOKIE, ""))
        answer = RedirectResponse("/staff/enter", 303)
        answer.delete_cookie(COOKIE, path=PATH, secure=self._secure, httponly=True, samesite="strict")
        return answer

    async def speak(self, request: Request, visit: Visit, form: dict[str, str]) -> Response:
        """The console in another language, in this browser."""
        answer = RedirectResponse(here(form), 303)
        if form.get("language") in desk.SPOKEN:
            answer.set_cookie(LANGUAGE, form["language"], path=PATH, secure=self._secure, httponly=True, samesite="strict")
        return answer

    def _outside(self, request: Request, key: str, status: int, token: str = "") -> Response:
        """The only page for those who are not signed in."""
        language = self._language(request, None)
        say = self._engine.library.say
        return page("enter.html", {"say": lambda k: say(language, k), "lang": language, "lead": key, "token": token}, status)

    def _language(self, request: Request, staff: Staff | None) -> str:
        chosen = request.cookies.get(LANGUAGE, "")
        return chosen if chosen in desk.SPOKEN else desk.language(self._engine.library, staff)


def here(form: dict[str, str]) -> str:
    """The page of the console from which a form came; never an address elsewhere."""
    back = form.get("back", PATH)
    plain = back.startswith(PATH) and "//" not in back and "\\" not in back and back.isprintable()
    return back if plain else PATH


def _check_origin(request: Request, visit: Visit, form: dict[str, str]) -> None:
    """Only forms of our own pages, with the token of this very session."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Unsigned
    if not hmac.compare_digest(form.get("csrf", "").encode(), visit.csrf.encode()):
        raise Unsigned


async def _form(request: Request) -> dict[str, str]:
    body = await web_limits.body(request, FORM)
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
