"""The web application: which routes there are, what each answer carries for safety, and whether the process lives and is ready."""

from collections.abc import Iterable, Sequence

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from faro.engine.engine import Engine
from faro.storage import views
from handlers.web_chat import spoken
from handlers.web_pages import Fixed, page

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), browsing-topics=()",
    "Cache-Control": "no-store",
}
"""On every answer. Nothing is cached: a phone that others hold should not show that this page was read."""

SECURE = {"Strict-Transport-Security": "max-age=31536000"}
"""In addition where people reach the page by https."""


class Shielded:
    """Puts the headers on each answer."""

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def shielded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, shielded if scope["type"] == "http" else send)


def make(engine: Engine, parts: Iterable[Sequence[BaseRoute]], *, secure: bool) -> Starlette:
    """The application of these parts' routes. `secure`: people reach it by https."""
    routes: list[BaseRoute] = [route for part in parts for route in part]
    routes += [
        Route("/static/{name}", Fixed().serve),
        Route("/health", _State(engine).alive),
        Route("/ready", _State(engine).ready),
    ]
    app = Starlette(routes=routes, exception_handlers={404: _Lost(engine).answer, 500: _Lost(engine).answer})
    app.add_middleware(Shielded, headers=HEADERS | (SECURE if secure else {}))
    return app


class _State:
    """Whether the process lives, and whether messages can be taken: the store answers and takes what is given to it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def alive(self, request: Request) -> Response:
        """The process answers. A restart would not help a full disk, so that is told and is no failure."""
        since = self._engine.stuck
        return PlainTextResponse(
            "ok" if since is None else f"ok, but the database takes nothing since {since:%Y-%m-%d %H:%M:%S} UTC"
        )

    async def ready(self, request: Request) -> Response:
        """It tells also whether the learned arrays are loaded, since when the database takes nothing, and what somebody must mend (`missing`:
        `nobody`, `no-coordinator`, `nobody-may`, `drill`), which is no reason to send people elsewhere."""
        state: dict[str, object] = {"learned": self._engine.library.learned is not None}
        try:
            await self._engine.view(views.counts, now=self._engine.clock())
            missing = await self._engine.view(views.gaps)
        except Exception:
            # Whatever the driver raises means the same here: not ready. The engine's own loops log why.
            return JSONResponse({"ready": False} | state, 503, {"Retry-After": "5"})
        since = self._engine.stuck
        if since is not None:
            return JSONResponse({"ready": False, "stuck_since": since.isoformat()} | state, 503, {"Retry-After": "5"})
        return JSONResponse(
            {"ready": True, "missing": [gap.what for gap in missing if gap.what != views.NOBODY or self._engine.library.staffed]}
            | state
        )


class _Lost:
    """A page for an address that is none, and for a fault of ours: a way back, and no trace of what happened."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def answer(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        language, say = spoken(request), self._engine.library.say
        key = "web-not-found" if status == 404 else "web-busy"
        return page("lost.html", {"lang": language, "words": say(language, key), "home": say(language, "web-home")}, status)
