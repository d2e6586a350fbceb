"""How much one machine bears: messages a second through the whole path (stored, understood, answered, sent), and the time each takes.

python -m benchmarks.load --seconds 10                               SQLite, one process
python -m benchmarks.load --seconds 10 --url postgresql://... --processes 4

Each process takes deliveries as fast as its store commits them (so many at a time as --aside says), answers them with an echo, and sends into a
platform that takes everything at once: the path alone. With `--understand` the real assistant answers (without the learned arrays, with which
benchmarks/reply_time.py measures it). A database out of the test wheel is used with `--wheel`.
The first figures measure capacity: everything is offered at once. `--rate` offers so many a second instead, which is how delay is measured.
"""

import argparse
import asyncio
import contextlib
import json
import multiprocessing
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from faro.assistant import risk, turn
from faro.assistant.message import Message
from faro.assistant.person import Person
from faro.assistant.reply import Reply
from faro.assistant.turn import Turn
from faro.engine.channels import Arrival, Receipt
from faro.engine.engine import Engine
from faro.library import Library, open_library
from faro.storage import Seal, Store

TEXTS = (
    "hola",
    "como pido asilo?",
    "necesito un lugar para dormir",
    "puedo ir a la escuela",
    "gracias",
    "where can I see a doctor?",
)


CHATS = 5000
"""Different people a process."""


class Clock:
    """When each chat wrote what is not answered yet, seen by all processes: any of them may be the one that answers."""

    def __init__(self, processes: int) -> None:
        self._began: Any = multiprocessing.RawArray("d", processes * CHATS)

    def began(self, chat: int) -> None:
        """It wrote."""
        self._began[chat] = monotonic()

    def waits(self, chat: int) -> bool:
        """Whether it was not answered yet."""
        return bool(self._began[chat])

    async def quiet(self, chats: set[int]) -> None:
        """Until all of them were answered."""
        for chat in chats:
            for _ in iter(lambda chat=chat: self.waits(chat), False):  # type: ignore[misc]
                await asyncio.sleep(0.01)

    def answered(self, chat: int) -> float | None:
        """Seconds that it waited; None when it was answered before."""
        began, self._began[chat] = self._began[chat], 0.0
        return monotonic() - began if began else None


class Platform:
    """Takes everything at once and notes how long it took."""

    name = "load"

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.spent: list[float] = []

    def read(self, raw: bytes) -> Arrival:
        data = json.loads(raw)
        message = Message(parts=(data["text"],), language_hint="es", ids=(data["id"],))
        return Arrival(self.name, data["chat"], data["chat"], "private", message)

    async def send(self, address: str, body: dict[str, Any]) -> Receipt:
        spent = self._clock.answered(int(address))
        if spent is not None:
            self.spent.append(spent)
        return Receipt((str(len(self.spent)),))


def echo(message: Message, person: Person, library: Library, now: datetime) -> Turn:
    """Says back what was written."""
    return Turn((Reply(message.text),), person, ())


async def work(url: str, key: Path, number: int, given: argparse.Namespace, library: Library, clock: Clock) -> list[float]:
    """One process' share: every chat writes again when it was answered, or at the rate that is asked for."""
    platform = Platform(clock)
    store = await Store.open(url, Seal.from_file(key))
    engine = Engine(store, library, [platform], lambda: datetime.now(UTC))
    running = asyncio.create_task(engine.run())
    began, sent = monotonic(), 0
    waiting: set[int] = set()

    while monotonic() < began + given.seconds:
        waiting = {chat for chat in waiting if clock.waits(chat)}
        if len(waiting) >= given.aside or (given.rate and sent >= (monotonic() - began) * given.rate / given.processes):
            await asyncio.sleep(0.001)
            continue
        sent += 1
        chat = number * CHATS + sent % CHATS
        waiting.add(chat)
        clock.began(chat)
        text = TEXTS[sent % len(TEXTS)]
        raw = json.dumps({"chat": str(chat), "text": text, "id": str(sent)}).encode()
        await engine.receive("load", f"{number}-{sent}", str(chat), raw, text)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(10):
            await clock.quiet(waiting)
    await engine.stop()
    await running
    await store.close()
    return platform.spent


def warmed(given: argparse.Namespace) -> Library:
    """Read once, before the processes part: what is measured is work, not the start."""
    library = open_library(strict=False).warm()
    risk.urgent(TEXTS[0], library)
    if not given.understand:
        turn.take = echo
    return library


def process(url: str, key: Path, number: int, given: argparse.Namespace, library: Library, clock: Clock, back: Any) -> None:
    """Entry of a process."""
    back.put(asyncio.run(work(url, key, number, given, library, clock)))


@contextlib.contextmanager
def database(given: argparse.Namespace, folder: Path) -> Iterator[str]:
    """Where it is stored."""
    if not given.wheel:
        yield given.url or f"sqlite:///{folder / 'faro.db'}"
        return
    from tests import postgresql

    postgresql.QUICK |= {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "autovacuum": "on"}
    with postgresql.running() as server:
        yield asyncio.run(server.fresh())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--aside", type=int, default=32, help="chats that wait for an answer at the same time, a process")
    parser.add_argument("--rate", type=float, default=0, help="messages a second offered in all; 0 offers as much as is taken")
    parser.add_argument("--understand", action="store_true")
    parser.add_argument("--url")
    parser.add_argument("--wheel", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made, database(given, Path(made)) as url:
        key = Path(made) / "faro.key"
        Seal.from_file(key)
        apart = multiprocessing.get_context("fork")
        back: Any = apart.Queue()
        library = warmed(given)
        clock = Clock(given.processes)
        many = [apart.Process(target=process, args=(url, key, n, given, library, clock, back)) for n in range(given.processes)]
        for one in many:
            one.start()
        spent = sorted(value for _ in many for value in back.get())
        for one in many:
            one.join()
    told = {"engine": url.split(":")[0], "processes": given.processes, "messages": len(spent)}
    told |= {"per_second": round(len(spent) / given.seconds, 1)}
    told |= {"p50_ms": round(1000 * spent[len(spent) // 2], 1), "p99_ms": round(1000 * spent[len(spent) * 99 // 100], 1)}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
