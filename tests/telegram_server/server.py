"""The imitation itself: takes a call through reading, faults and effect to its answer, and keeps the record."""

import asyncio
import copy
import hmac
import inspect
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Self, TypeVar

import httpx
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from . import control, specification, wire
from .errors import ApiError, Forbidden, NotFound, TooManyRequests, Unauthorized
from .faults import Faults, Kind
from .methods import HANDLERS
from .people import People, Where
from .state import Call, World
from .ticking import Clock, Json, now

T = TypeVar("T")


class TelegramServer(People):
    """Telegram for one bot. `calls` were accepted, `rejected` were the bot's mistakes, `troubles` were not:
    injected faults, limits and people who blocked the bot."""

    def __init__(self, token: str = "100:test", *, clock: Clock = now, seed: int = 0) -> None:
        self.world = World(token, clock, seed)
        self.updates = self.world.updates
        self.faults = Faults(clock, seed)
        self.calls: list[Call] = []
        self.rejected: list[Call] = []
        self.troubles: list[Call] = []
        self.url = ""

    @classmethod
    @asynccontextmanager
    async def running(cls, token: str = "100:test", *, clock: Clock = now, seed: int = 0, port: int = 0) -> AsyncIterator[Self]:
        """A server that listens on 127.0.0.1 until the block ends."""
        server = cls(token, clock=clock, seed=seed)
        async with wire.listening(server.app(), port) as server.url:
            delivering = asyncio.create_task(server._deliver())
            try:
                yield server
            finally:
                delivering.cancel()

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/bot{token}/{method}", self._on_call, methods=["GET", "POST"]),
                Route("/file/bot{token}/{kind}/{file_id}", self._on_download),
                *control.routes(self),
            ]
        )

    def messages(self, chat: Where) -> list[Json]:
        """What stands in a chat now, oldest first, after edits and deletions."""
        return copy.deepcopy(list(self.chat(chat).messages.values()))

    def replies(self, chat: Where) -> list[Json]:
        """The bot's messages among them."""
        return [message for message in self.messages(chat) if message["from"]["id"] == self.world.bot.id]

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    async def wait_for(self, predicate: Callable[[], T], timeout: float = 5.0) -> T:
        """The predicate's value as soon as it is true; looked at after each call and each update."""
        try:
            async with asyncio.timeout(timeout):
                while not (value := predicate()):
                    await self.world.pulse.wait()
        except TimeoutError:
            last = [(call.method, call.status, call.description) for call in (self.calls + self.rejected)[-8:]]
            raise AssertionError(f"not true within {timeout} s; last calls {last}") from None
        return value

    async def _on_call(self, request: Request) -> Response:
        call = Call(request.path_params["method"], {}, self.world.clock())
        if self.faults.is_down:
            return await wire.cut(request)
        try:
            await self._read(request, call)
            await self._meet_fault(request, call)
            await self._take_effect(request, call)
        except (wire.Gone, ClientDisconnect):
            # The bot hung up before its call was read, as a stopping process does: nothing happened, nothing was wrong.
            return Response()
        except ApiError as error:
            call.status, call.description = error.status, error.description
            return self._refuse(call, error)
        except Exception as bug:  # must not pass for an outage of Telegram
            call.status, call.description = 500, f"the imitation failed: {bug!r}"
            return self._refuse(call, ApiError(call.description))
        return await self._accept(request, call)

    def _check_token(self, request: Request) -> None:
        if not hmac.compare_digest(request.path_params["token"].encode(), self.world.token.encode()):
            raise Unauthorized

    async def _read(self, request: Request, call: Call) -> None:
        self._check_token(request)
        model = specification.method_named(call.method)
        call.method = model.__api_method__
        call.arguments = specification.read(model, *await wire.fields(request))

    async def _meet_fault(self, request: Request, call: Call) -> None:
        if fault := self.faults.strike(call.method, call.arguments):
            call.fault = fault.kind
            if fault.kind is Kind.HANG:
                await wire.unless_gone(request, self.faults.healed.wait())
            if fault.kind in (Kind.HANG, Kind.CUT):
                self._record(self.troubles, call)
                await wire.cut(request)
                raise wire.Gone
            if error := fault.error():
                raise error
        self.faults.slow_down(call.method, call.arguments)

    async def _take_effect(self, request: Request, call: Call) -> None:
        handler = HANDLERS.get(call.method)
        result: Any = handler(self.world, call.arguments) if handler else True
        if inspect.iscoroutine(result):
            result = await wire.unless_gone(request, result)
        call.result = copy.deepcopy(result)

    def _refuse(self, call: Call, error: ApiError) -> Response:
        excused = call.fault or isinstance(error, Forbidden | TooManyRequests)
        self._record(self.troubles if excused else self.rejected, call)
        return JSONResponse(error.body(), error.status)

    async def _accept(self, request: Request, call: Call) -> Response:
        call.answered = call.fault != Kind.ANSWER_LOST and not self.faults.is_down
        self._record(self.calls, call)
        if call.answered:
            return JSONResponse({"ok": True, "result": call.result})
        return await wire.cut(request)

    def _record(self, calls: list[Call], call: Call) -> None:
        calls.append(call)
        self.world.pulse.beat()

    async def _on_download(self, request: Request) -> Response:
        try:
            self._check_token(request)
            stored = self.world.files.get(request.path_params["file_id"])
            if not stored:
                raise NotFound
        except ApiError as error:
            return JSONResponse(error.body(), error.status)
        return Response(stored["content"], media_type="application/octet-stream")

    async def _deliver(self) -> None:
        """Post updates to the webhook, one after the other, each until it is taken."""
        async with httpx.AsyncClient(timeout=10) as client:
            while True:
                if not self.updates.webhook or not self.updates.is_due:
                    await self.world.pulse.wait()
                elif self.faults.is_down or not await self.updates.deliver(client):
                    await asyncio.sleep(self.updates.retry_seconds)
