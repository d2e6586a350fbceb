"""A tiny Faro for the crash test: the real engine and store, an echo for an assistant, and a channel to the test's own platform.

Started once, it forks a life each time a line comes in, so that a life costs no imports; the test kills lives with SIGKILL.
Arguments: database file, port of the platform, mutant ("" for none).
"""

import asyncio
import json
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from faro.assistant import turn
from faro.assistant.events import ReferralOpened, WordsForStaff
from faro.assistant.message import Message
from faro.assistant.person import Person
from faro.assistant.reply import Reply
from faro.assistant.turn import Turn
from faro.engine import deliver, effects, work
from faro.engine.channels import Arrival, Receipt, SlowDown, Unreachable
from faro.engine.engine import Engine
from faro.engine.moment import Moment
from faro.library import Library, open_library
from faro.library.library import PROJECT
from faro.library.lines import Phrase
from faro.storage import Seal, Store, inbox

GROUP = "-100"
DANGER = "zafarrancho"


class Platform:
    """The channel: one connection for polling, one a send, each a line of JSON there and back."""

    name = "test"

    def __init__(self, port: int) -> None:
        self._port = port

    async def ask(self, **request: Any) -> dict[str, Any]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        try:
            writer.write(json.dumps(request).encode() + b"\n")
            line = await reader.readline()
        finally:
            writer.close()
        if not line:
            raise Unreachable("no answer")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def read(self, raw: bytes) -> Arrival:
        data = json.loads(raw)
        return Arrival("test", data["user"], data["user"], "private", Message(parts=(data["text"],), ids=(str(data["id"]),)))

    async def send(self, address: str, body: dict[str, Any]) -> Receipt:
        answer = await self.ask(do="send", chat=address, text=body.get("text"), kind=body["do"], row=body["row"])
        if "slow" in answer:
            raise SlowDown(answer["slow"])
        return Receipt((str(answer["id"]),))


def echo(message: Message, person: Person, library: Library, now: datetime) -> Turn:
    """Says back what was written; danger opens a referral."""
    events = ()
    if DANGER in message.text:
        events = (ReferralOpened("self_harm", "critical", "refer", "es"), WordsForStaff())
    return Turn((Reply(message.text),), person, events)


async def live(words: Library, path: str, port: int, mutant: str) -> None:
    """One life: poll, store, then acknowledge; until it is killed."""
    store = await Store.open(f"sqlite:///{path}", Seal.from_file(Path(path).with_suffix(".key")))
    platform = Platform(port)
    engine = Engine(store, words, [platform], lambda: datetime.now(UTC), staff_room=("test", GROUP))
    mutate(mutant)
    working = asyncio.create_task(engine.run())
    offset = 0
    while not working.done():
        try:
            updates = (await platform.ask(do="poll", offset=offset))["updates"]
        except (OSError, Unreachable):
            await asyncio.sleep(0.05)
            continue
        if mutant == "acknowledge_early" and updates:
            await platform.ask(do="poll", offset=updates[-1]["id"] + 1)
        for update in updates:
            await engine.receive("test", str(update["id"]), update["user"], json.dumps(update).encode(), update["text"])
            offset = update["id"] + 1
        await asyncio.sleep(0.01)


def mutate(mutant: str) -> None:
    """Break one promise on purpose: the test must notice."""
    if mutant == "mark_early":
        real_send = deliver.Deliverer._send

        async def marked(self: Any, parcel: Any) -> None:
            await self._store(parcel, Receipt(("0",)))
            await real_send(self, parcel)

        deliver.Deliverer._send = marked  # type: ignore[method-assign]
    if mutant == "swallow_send":

        async def swallowed(self: Any, channel: Any, parcel: Any) -> Receipt:
            try:
                return await channel.send(parcel.address, parcel.body)
            except Exception:
                return Receipt(("0",))

        deliver.Deliverer._carry = swallowed  # type: ignore[method-assign]
    if mutant == "swallow_work":

        async def dropped(self: Any, unit: list[Any], fault: str) -> None:
            ids = [one.delivery.id for one in unit]
            await self._hall.store.transaction(lambda db: inbox.done(db, ids, self._hall.clock()))

        work.Worker._failed = dropped  # type: ignore[method-assign]


def stumble() -> None:
    """Every ninth turn cannot be stored at its first try."""
    real = effects.apply

    def stumbling(m: Moment, *given: Any) -> None:
        number = int(m.cause.removeprefix("inbox:"))
        first = m.db.execute(text("select attempts from inbox where id = :id"), {"id": number}).scalar_one() == 0
        if number % 9 == 0 and first:
            raise RuntimeError("the disk coughed")
        real(m, *given)

    effects.apply = stumbling


def library(root: Path) -> Library:
    """The strings, the operator and one phrase of danger: an echo needs no more, and it opens at once."""
    content = root / "content"
    content.mkdir(parents=True)
    for name in ("operator.yaml", "pseudonyms.txt"):
        (content / name).symlink_to(PROJECT / "content" / name)
    (root / "locales").symlink_to(PROJECT / "locales")
    return replace(open_library(root, strict=False), phrases=(Phrase(DANGER, "es", "self_harm", "critical"),))


def main() -> None:
    path, port, mutant = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    words = library(Path(path).with_name("words"))
    turn.take = echo
    stumble()
    print("ready", flush=True)
    for _ in sys.stdin:
        pid = os.fork()
        if pid == 0:
            asyncio.run(live(words, path, port, mutant))
            os._exit(0)
        print(pid, flush=True)
        os.waitpid(pid, 0)
        print("dead", flush=True)


if __name__ == "__main__":
    main()
