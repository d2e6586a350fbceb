"""The HTTP edge: reading what a bot sent in any of its forms, noticing that it left, cutting it off."""

import asyncio
import json
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar
from weakref import WeakValueDictionary

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from .errors import BadRequest
from .specification import Upload

T = TypeVar("T")
_open: WeakValueDictionary[tuple[Any, Any], "Connection"] = WeakValueDictionary()


class Gone(Exception):
    """The bot closed the connection before its answer."""


class Connection(H11Protocol):
    """A connection that can be found by its two ends, to be cut."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        super().connection_made(transport)
        _open[self.server, self.client] = self


@asynccontextmanager
async def listening(app: Starlette, port: int = 0) -> AsyncIterator[str]:
    """Serve an application on 127.0.0.1 until the block ends; yields its address.

    uvicorn's protocol without its Server, which would take the signals and 0.2 s of each test.
    """
    config = uvicorn.Config(app, ws="none", lifespan="off", log_config=None, log_level="critical", proxy_headers=False)
    config.load()
    state = ServerState()
    loop = asyncio.get_running_loop()
    listener = await loop.create_server(lambda: Connection(config, state, {}), "127.0.0.1", port)
    try:
        yield f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}"
    finally:
        listener.close()
        for connection in list(state.connections):
            connection.transport.close()
        for task in state.tasks:
            task.cancel()
        await asyncio.gather(*state.tasks, return_exceptions=True)


async def fields(request: Request) -> tuple[dict[str, str], dict[str, Upload]]:
    """All parameters as text, and the files, from query, form, multipart or JSON."""
    texts, uploads = dict(request.query_params), {}
    if request.headers.get("content-type", "").startswith("application/json"):
        return texts | _json_texts(await request.body()), {}
    try:
        async with request.form() as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    uploads[name] = Upload(value.filename or name, await value.read())
                else:
                    texts[name] = value
    except HTTPException as error:
        raise BadRequest(f"can't parse the form: {error.detail}") from error
    return texts, uploads


def _json_texts(body: bytes) -> dict[str, str]:
    try:
        given = json.loads(body or b"{}")
    except ValueError:
        given = None
    if not isinstance(given, dict) or None in given.values():
        raise BadRequest("can't parse request JSON object, or it holds a null")
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in given.items()}


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def unless_gone(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """The result of `work`, or Gone if the bot left first; then the work is cancelled."""
    working, leaving = asyncio.ensure_future(work), asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise Gone
    finally:
        working.cancel()
        leaving.cancel()


async def cut(request: Request) -> Response:
    """Close the connection without an answer."""
    _open[request.scope["server"], request.scope["client"]].transport.abort()
    await _gone(request)
    return Response()
