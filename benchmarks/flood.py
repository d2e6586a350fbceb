"""Whether a flood delays a danger: from the delivery of a call for help to its words of safety, in quiet and amid a flood.

    python -m benchmarks.flood --seconds 15 --messages 10000 [--wheel]

Three runs in one process, each on a store of its own: quiet (a few people write), one chat that writes thousands of messages, and as many new chats.
Meanwhile somebody else calls for help once a second, with words that the quick look knows, and somebody asks an ordinary question. The real
assistant answers, without learned arrays; the platform takes everything at once.
"""

import argparse
import asyncio
import contextlib
import json
import statistics
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any

from faro.assistant.message import Message
from faro.engine.channels import Arrival, Receipt
from faro.engine.engine import Engine
from faro.engine.receive import Given
from faro.library import Library, open_library
from faro.storage import Seal, Store
from tests import postgresql

DANGER = "nos tienen secuestrados"
QUESTION = "como pido asilo?"
NOISE = ("hola", "xyzzy plugh", "necesito un lugar para dormir", "puedo ir a la escuela", "/help")


class Platform:
    """Takes everything at once and notes when a chat got its first answer."""

    name = "flood"

    def __init__(self) -> None:
        self.answered: dict[str, float] = {}

    def read(self, raw: bytes) -> Arrival:
        data = json.loads(raw)
        message = Message(parts=(data["text"],), language_hint="es", ids=(data["id"],))
        return Arrival(self.name, data["chat"], data["chat"], "private", message)

    async def send(self, address: str, body: dict[str, Any]) -> Receipt:
        if body["do"] == "say":
            self.answered.setdefault(address, monotonic())
        return Receipt(("1",))


class Town:
    """Who writes, and how long they wait."""

    def __init__(self, engine: Engine, platform: Platform) -> None:
        self.engine = engine
        self.platform = platform
        self.began: dict[str, float] = {}
        self._numbers = count()

    async def write(self, chat: str, text: str) -> None:
        """One message, delivered until it is stored."""
        self.began.setdefault(chat, monotonic())
        await self.engine.receive_all([self.delivery(chat, text)])

    def delivery(self, chat: str, text: str) -> Given:
        """A message as a channel hands it over."""
        number = str(next(self._numbers))
        return Given(self.platform.name, number, chat, json.dumps({"chat": chat, "text": text, "id": number}).encode(), text)

    async def call_now_and_then(self, seconds: float, what: str, text: str) -> None:
        """A new person each second."""
        until = monotonic() + seconds
        while monotonic() < until:
            await self.write(f"{what}-{next(self._numbers)}", text)
            await asyncio.sleep(1)

    async def flood(self, chat: Callable[[int], str], messages: int, pause: float) -> float:
        """As fast as it is taken, a hundred at once as a polling process takes them; seconds until all were stored."""
        began, at_once = monotonic(), 1 if pause else 100
        for start in range(0, messages, at_once):
            part = range(start, start + at_once)
            await self.engine.receive_all([self.delivery(chat(n), NOISE[n % len(NOISE)]) for n in part])
            await asyncio.sleep(pause)
        return monotonic() - began

    def waits(self, what: str) -> list[float]:
        """Milliseconds that those waited who were answered; who was not counts as waiting until now."""
        now = monotonic()
        return [1000 * (self.platform.answered.get(chat, now) - at) for chat, at in self.began.items() if chat.startswith(what)]


@asynccontextmanager
async def town(url: str | None, library: Library) -> AsyncIterator[Town]:
    """A Faro at work on a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        store = await Store.open(url or f"sqlite:///{Path(folder) / 'flood.db'}", Seal.fresh())
        platform = Platform()
        engine = Engine(store, library, [platform], lambda: datetime.now(UTC))
        running = asyncio.create_task(engine.run())
        yield Town(engine, platform)
        await engine.stop()
        await running
        await store.close()


RUNS: dict[str, tuple[Callable[[int], str], float]] = {
    "quiet": (lambda n: f"noise-{n % 20}", 0.5),
    "one chat": (lambda n: "noise-1", 0.0),
    "new chats": (lambda n: f"noise-{n}", 0.0),
}
"""Who writes the n-th message, and how long until the next ones; 0: a flood."""


async def run(given: argparse.Namespace, library: Library, name: str) -> None:
    """One of the three, told in a line."""
    chat, pause = RUNS[name]
    messages = given.messages if not pause else int(given.seconds / pause)
    async with town(given.url, library) as here:
        await here.write("first", QUESTION)
        await asyncio.sleep(2)
        stored, _, _ = await asyncio.gather(
            here.flood(chat, messages, pause),
            here.call_now_and_then(given.seconds, "danger", DANGER),
            here.call_now_and_then(given.seconds, "question", QUESTION),
        )
        await asyncio.sleep(2)
        waited = {who: here.waits(who) for who in ("danger", "question")}
    told = " | ".join(f"{who}: median {statistics.median(ms):6.0f} ms, longest {max(ms):6.0f}" for who, ms in waited.items())
    print(f"{name:10} {messages:6} messages, stored after {stored:5.1f} s | {told}", flush=True)


def main() -> None:
    """Print the three lines."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--messages", type=int, default=10_000, help="of a flood")
    parser.add_argument("--wheel", action="store_true", help="PostgreSQL out of the test wheel")
    given = parser.parse_args()
    library = open_library(strict=False).warm()
    with postgresql.running() if given.wheel else contextlib.nullcontext() as server:
        for name in RUNS:
            given.url = asyncio.run(server.fresh()) if server else None
            asyncio.run(run(given, library, name))


if __name__ == "__main__":
    main()
