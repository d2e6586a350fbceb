"""Live pages: server-sent events that say "something changed", nothing more; the page then fetches itself. No word of anybody travels here."""

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from faro.assistant import numbers
from faro.engine.engine import Engine
from handlers.sign_in import SignIn, Unsigned, Visit

LOOK = 5.0
"""Seconds after which it is looked whether the session still lives."""

QUIET = 15.0
"""Seconds after which a page looks by itself, should a word of another process have been lost."""

CALM = 0.5
"""Seconds between two events: the first of a burst of commits is told at once, the rest of it is one change."""


class ConsoleLive:
    """The events over one engine. `closing` ends them when the server stops."""

    def __init__(self, engine: Engine, door: SignIn, closing: asyncio.Event) -> None:
        self._engine = engine
        self._door = door
        self._closing = closing

    def routes(self) -> list[Route]:
        return [Route("/staff/changes", self.changes, methods=["GET"])]

    async def changes(self, request: Request) -> Response:
        """The stream, for those who are signed in. It is no use of the session, which ends it when it is over."""
        try:
            await self._signed_in(request)
        except Unsigned:
            return Response(status_code=401)
        return StreamingResponse(self._events(request), media_type="text/event-stream")

    async def _events(self, request: Request) -> AsyncIterator[str]:
        since = request.query_params.get("since", "")
        changed, clock = self._engine.changed, asyncio.get_running_loop().time
        known = numbers.number(since)
        seen = changed.version if known is None else known
        told = clock()
        yield "retry: 2000\n\n"
        while not self._closing.is_set():
            new = await changed.wait(seen, LOOK) != seen
            try:
                await self._signed_in(request)
            except Unsigned:
                yield "event: out\ndata: -\n\n"
                return
            if not new and clock() - told < QUIET:
                continue
            seen, told = changed.version, clock()
            yield "data: -\n\n"
            await asyncio.sleep(CALM)

    async def _signed_in(self, request: Request) -> Visit:
        return await self._door.visit(request, live=True)
