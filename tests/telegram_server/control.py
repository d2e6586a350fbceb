"""The test helpers over HTTP, for tests that kill processes: the server outlives the bot.

POST /control/say {"user": 1001, "text": "hola"}    any act of `people`
POST /control/faults.add {"kind": "429"}            faults.add, faults.flood, faults.down, faults.heal, updates.twice
POST /control/set {"duplicates": 0.1, "disorder": 0.05, "rate_limits": true}
GET  /control/calls?method=sendMessage&at_least=3   also rejected, troubles, messages?chat=, pending
"""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from .faults import RateLimits

if TYPE_CHECKING:
    from .server import TelegramServer

ACTS = (
    "add_user", "add_group", "say", "send", "send_voice", "send_photo", "send_sticker", "send_document", "send_contact",
    "send_location", "edit", "press", "tap", "set_bot_status", "block", "unblock", "add_topic", "delete_topic",
    "delete", "migrate", "inject", "faults.add", "faults.flood", "faults.down", "faults.heal", "updates.twice",
)  # fmt: skip


def routes(server: "TelegramServer") -> list[Route]:
    async def act(request: Request) -> Response:
        name, given = request.path_params["name"], json.loads(await request.body() or b"{}")
        try:
            return _json(await _act(server, name, given))
        except (LookupError, TypeError, ValueError) as error:
            return JSONResponse({"error": f"{type(error).__name__}: {error}"}, 400)

    async def see(request: Request) -> Response:
        query = request.query_params
        try:
            look = _view(server, request.path_params["name"], query.get("method"), query.get("chat"))
            least, timeout = int(query.get("at_least", 0)), float(query.get("timeout", 30))
            await server.wait_for(lambda: len(look()) >= least, timeout)
        except AssertionError as error:
            return JSONResponse({"error": str(error), "seen": len(look())}, 408)
        except LookupError as error:
            return JSONResponse({"error": f"no {error}"}, 400)
        return _json(look())

    return [
        Route("/control/{name}", act, methods=["POST"]),
        Route("/control/{name}", see, methods=["GET"]),
    ]


async def _act(server: "TelegramServer", name: str, given: dict[str, Any]) -> Any:
    if name == "set":
        return _set(server, **given)
    if name not in ACTS:
        raise LookupError(f"no act {name!r}")
    target: Any = server
    for step in name.split("."):
        target = getattr(target, step)
    done: Any = target(**given)
    done = await done if isinstance(done, Awaitable) else done
    server.world.pulse.beat()
    return done


def _set(server: "TelegramServer", *, rate_limits: bool | None = None, **chances: float) -> bool:
    """Change what the server does from now on: rate limits, chances and ids of updates."""
    if unknown := chances.keys() - {"duplicates", "disorder", "retry_seconds", "next_id"}:
        raise LookupError(f"cannot set {sorted(unknown)}")
    if rate_limits is not None:
        server.faults.limits = RateLimits() if rate_limits else None
    for name, value in chances.items():
        setattr(server.updates, name, value)
    return True


def _view(server: "TelegramServer", name: str, method: str | None, chat: str | None) -> Callable[[], list[Any]]:
    if name == "messages":
        return lambda: server.messages(int(chat or 0))
    if name == "pending":
        return lambda: server.updates.pending
    records = {"calls": server.calls, "rejected": server.rejected, "troubles": server.troubles}[name]
    return lambda: [call for call in records if method in (None, call.method)]


def _json(value: Any) -> Response:
    def plain(thing: Any) -> Any:
        return vars(thing) if hasattr(thing, "__dict__") else str(thing)

    return Response(json.dumps(value, default=plain), media_type="application/json")


class Remote:
    """The helpers of a server in another process."""

    def __init__(self, url: str, client: httpx.AsyncClient) -> None:
        self.url, self._client = url, client

    async def act(self, name: str, /, **given: Any) -> Any:
        """Any act, as `await remote.act("say", user=1001, text="hola")`."""
        return self._read(await self._client.post(f"{self.url}/control/{name}", json=given))

    async def see(self, name: str, /, *, at_least: int = 0, timeout: float = 30, **query: Any) -> Any:
        """calls, rejected, troubles, messages or pending, once there are `at_least` so many."""
        query |= {"at_least": at_least, "timeout": timeout}
        return self._read(await self._client.get(f"{self.url}/control/{name}", params=query, timeout=timeout + 5))

    @staticmethod
    def _read(response: httpx.Response) -> Any:
        if response.is_error:
            raise AssertionError(response.text)
        return response.json()


@asynccontextmanager
async def process(token: str = "100:test", *, seed: int = 0) -> AsyncIterator[Remote]:
    """The server as a process of its own, ended with the block."""
    command = (sys.executable, "-m", "tests.telegram_server", "--port", "0", "--token", token, "--seed", str(seed))
    root = Path(__file__).parents[2]
    child = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, cwd=root)
    try:
        assert child.stdout
        url = (await child.stdout.readline()).decode().split()[-1]
        async with httpx.AsyncClient() as client:
            yield Remote(url, client)
    finally:
        child.terminate()
        await child.wait()
