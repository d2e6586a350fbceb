"""What a full house costs: start, memory, answers, retention and the queue with 100,000 people and 1,000,000 stored messages, beside an empty one.

python -m benchmarks.growth --data FOLDER                 SQLite
python -m benchmarks.growth --data FOLDER --wheel         PostgreSQL out of the test wheel

People, words and cases are made up; a thirtieth of them is over its time within a day. `--data` is a data folder with learned arrays. The
program is the real one, polling the imitation of the Bot API; the people who write are among the stored ones.
"""

import argparse
import asyncio
import contextlib
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, text

from benchmarks import reply_time
from faro.assistant.person import Person, Where
from faro.storage import Seal, Store, people, retention, tables
from faro.storage.chats import ADDRESS
from faro.storage.talk import WORDS
from tests.telegram_server import control

ROOT = Path(__file__).resolve().parents[1]
FIRST = 1000
"""The first chat's id; the people of `reply_time` are the next ones."""
MONTH = timedelta(days=30)
CHUNK = 1000
COUNTRIES = ("MX", "GT", "HN", "SV", "PA", "CR")
CATEGORIES = ("child_alone", "urgent_needs", "sexual_violence", "kidnapping", "person", "child_detained")


def fill(db: Connection, seal: Seal, number: int, each: int, now: datetime, *, first: int) -> None:
    """So many people who wrote within the last month, `each` messages of every one, one case in fifty."""
    chance = random.Random(first)
    seen = [now - MONTH * chance.random() for _ in range(number)]
    ids = range(first, first + number)
    memory = [seal.close_json(people.MEMORY, people.as_kept(Person(f"Colibri {n}", "es", where=Where("MX")))) for n in ids]
    db.execute(
        insert(tables.person),
        [
            {"id": n, "memory": kept, "made_at": at.timestamp(), "seen_at": at.timestamp()}
            for n, kept, at in zip(ids, memory, seen, strict=True)
        ],
    )
    keys = {n: seal.chat_key("telegram", str(FIRST + n)) for n in ids}
    db.execute(
        insert(tables.chat),
        [{"key": keys[n], "channel": "telegram", "address": seal.close(ADDRESS, str(FIRST + n)), "person": n} for n in ids],
    )
    cases = [n for n in ids if n % 50 == 0]
    _cases(db, seal, cases, chance, now)
    said: list[dict[str, Any]] = []
    came: list[dict[str, Any]] = []
    went: list[dict[str, Any]] = []
    for n, at in zip(ids, seen, strict=True):
        for count in range(each):
            then = (at - timedelta(minutes=count)).timestamp()
            by = ("person", "bot")[count % 2]
            words = seal.close(WORDS, f"donde puedo dormir hoy {count}")
            said.append({"person": n, "said_by": by, "kind": "text", "words": words, "at": then})
            if now.timestamp() - then < retention.DELIVERIES.total_seconds() and by == "person":
                common = {"chat_key": keys[n], "priority": 2}
                done = {"channel": "telegram", "delivery_id": f"old-{n}-{count}", "received_at": then}
                came.append(common | done | {"state": "done", "done_at": then})
                went.append(common | {"cause": f"old:{n}:{count}", "n": 1, "state": "sent", "made_at": then, "done_at": then})
    for table, rows in ((tables.talk, said), (tables.inbox, came), (tables.outbox, went)):
        if rows:
            db.execute(insert(table), rows)


def _cases(db: Connection, seal: Seal, ids: list[int], chance: random.Random, now: datetime) -> None:
    """Nine of ten cases are closed."""
    rows = []
    for n in ids:
        at = (now - MONTH * chance.random()).timestamp()
        over = chance.random() < 0.9
        rows.append(
            {
                "person": n,
                "status": "closed" if over else "open",
                "category": chance.choice(CATEGORIES),
                "severity": chance.choice(("critical", "high", "medium")),
                "language": "es",
                "details": seal.close_json(
                    "referral.details",
                    {"pseudonym": f"Colibri {n}", "where": [chance.choice(COUNTRIES), None, None, None], "evidence": []},
                ),
                "unsure": False,
                "conflict": False,
                "opened_at": at,
                "clock_from": at,
                "clock_step": 4,
                "stepped_at": now.timestamp() + 86400,
                "closed_at": at + 3600 if over else None,
                "outcome": "helped" if over else None,
            }
        )
    if rows:
        db.execute(insert(tables.referral), rows)


async def filled(url: str, key: Path, number: int, each: int) -> None:
    """Fill it, in a transaction a thousand people."""
    now = datetime.now(UTC)
    store = await Store.open(url, Seal.from_file(key))
    began = time.monotonic()
    for first in range(1, number + 1, CHUNK):
        await store.transaction(
            lambda db, first=first: fill(db, store.seal, min(CHUNK, number - first + 1), each, now, first=first)
        )  # type: ignore[misc]
    if number and not store.sqlite:
        await store.transaction(lambda db: db.execute(text("SELECT setval('person_id_seq', (SELECT max(id) + 1 FROM person))")))
    print(f"  filled in {time.monotonic() - began:.0f} s")
    await store.close()


async def served(url: str, data: Path, options: argparse.Namespace) -> None:
    """Start the program on it; print start, memory, answers."""
    environment = {"FARO_DATA": str(data), "FARO_PORT": "0", "FARO_DATABASE_URL": url, "FARO_TELEGRAM_TOKEN": reply_time.TOKEN}
    async with control.process(reply_time.TOKEN) as remote:
        for number in range(reply_time.PEOPLE):
            await remote.act("add_user", name=f"P{number}", id=FIRST + number, language="es")
        began = time.monotonic()
        child = await asyncio.create_subprocess_exec(
            sys.executable, str(ROOT / "bot.py"), "run",
            env=os.environ | environment | {"FARO_TELEGRAM_API": remote.url}, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert child.stdout is not None
        try:
            while reply_time.READY not in (line := await child.stdout.readline()):
                if b"http://" in line:
                    print(f"  page after {time.monotonic() - began:.1f} s")
            print(f"  all joined after {time.monotonic() - began:.1f} s")
            await remote.act("say", user=FIRST, text="hola")
            await remote.see("calls", method="sendMessage", at_least=1, timeout=60)
            reply_time.told("  answers", await reply_time.flow(remote, options.messages, options.rate))
            print(f"  resident {_resident(child.pid)} MB")
        finally:
            child.terminate()
            await child.wait()


def _resident(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS"))) // 1024


async def aged(url: str, key: Path) -> None:
    """How long one pass of retention takes: nothing over its time, then what grew old within an hour, then within a day."""
    store = await Store.open(url, Seal.from_file(key))
    now = datetime.now(UTC)
    for name, at in (("now", now), ("an hour later", now + timedelta(hours=1)), ("a day later", now + timedelta(days=1))):
        began = time.monotonic()
        gone = await store.transaction(lambda db, at=at: retention.expire(db, store.seal, at))  # type: ignore[misc]
        print(f"  retention {name}: {time.monotonic() - began:.2f} s, {sum(gone.values())} rows")
    await store.close()


@contextlib.contextmanager
def database(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    """Where it is stored."""
    if not options.wheel:
        yield f"sqlite:///{folder / 'faro.db'}"
        return
    from tests import postgresql

    with postgresql.running() as server:
        yield asyncio.run(server.fresh())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a data folder with learned arrays")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--each", type=int, default=10, help="stored messages a person")
    parser.add_argument("--messages", type=int, default=100)
    parser.add_argument("--rate", type=float, default=10)
    parser.add_argument("--wheel", action="store_true")
    options = parser.parse_args()
    for number in (0, options.people):
        with tempfile.TemporaryDirectory() as made, database(options, Path(made)) as url:
            folder = Path(made)
            (folder / "learned").symlink_to((options.data / "learned").absolute())
            key = folder / "faro.key"
            Seal.from_file(key)
            print(f"{number} people, {number * options.each} messages")
            asyncio.run(filled(url, key, number, options.each))
            asyncio.run(served(url, folder, options))
            asyncio.run(aged(url, key))


if __name__ == "__main__":
    main()
