"""The queue with ten thousand referrals: how long its page takes, and how soon a change reaches an open page.

    python -m benchmarks.queue [number]

A real SQLite file, the real server on 127.0.0.1; people, words and cases are made up. Beside the time by the wall stands the processor's
time of the whole process (who asks is in it too), which a busy machine does not change. Live: people in danger write, one after the
other, while colleagues have the queue open and fetch it at each event, as the page's script does; measured until the new case is on a page.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, insert, update

from faro.assistant.events import ReferralOpened
from faro.assistant.person import Person, Where
from faro.assistant.rights import Role
from faro.library import open_library
from faro.storage import people, referrals, tables, talk
from faro.storage.seal import Seal
from tests.conftest import NOON, a_team
from tests.web_house import DANGER, House, Migrant, Worker, open_house

PAGES = 40
DANGERS = 20
COLLEAGUES = 5
CATEGORIES = ("child_alone", "urgent_needs", "sexual_violence", "kidnapping", "person", "child_detained")
SEVERITIES = ("critical", "high", "high", "medium", "medium", "medium")
COUNTRIES = ("MX", "GT", "HN", "SV", "PA", "CR")


def fill(db: Connection, seal: Seal, number: int) -> None:
    """So many people with a case each, and a few words; every other case has had a human word, so that figures have times to count."""
    chance = random.Random(7)
    for n in range(number):
        at = NOON - timedelta(seconds=chance.randrange(240))
        made = (
            insert(tables.person).values(memory=b"", made_at=at.timestamp(), seen_at=at.timestamp()).returning(tables.person.c.id)
        )
        person = int(db.execute(made).scalar_one())
        people.save(db, seal, person, Person(f"Colibri {n}"))
        event = ReferralOpened(
            chance.choice(CATEGORIES), chance.choice(SEVERITIES), "refer", chance.choice(("es", "ht", "en")),
            Where(chance.choice(COUNTRIES)), evidence=("word",),
        )  # fmt: skip
        opened = referrals.open_or_raise(db, seal, person, event, at, pseudonym=f"Colibri {n}")
        if n % 2:
            first = update(tables.referral).where(tables.referral.c.id == opened.referral.id)
            db.execute(first.values(first_word_at=(at + timedelta(minutes=chance.randrange(60))).timestamp(), status="answered"))
        for words in ("ayuda", "por favor"):
            talk.add(db, seal, person, "person", at, words=words, referral=opened.referral.id)


async def measure(house: House, number: int) -> None:
    await house.store.transaction(lambda db: fill(db, house.store.seal, number))
    staff = await house.hire("Ana", Role.RESPONDER, Role.COORDINATOR)
    async with house.browser() as browser:
        ana = await Worker.enters(house, browser, staff)
        for path in (
            "/staff",
            "/staff/mine",
            "/staff/look",
            "/staff/case/77",
            "/staff/figures?days=30",
            "/staff/search?q=colibri+77",
        ):
            spent = time.process_time()
            times = [await _timed(ana.sees(path)) for _ in range(PAGES)]
            spent = (time.process_time() - spent) / PAGES
            print(f"{path:30} {_told(times)}   processor {1000 * spent:6.1f} ms a page")
    async with AsyncExitStack() as open_pages:
        pages = []
        for n in range(COLLEAGUES):
            colleague = await house.hire(f"Berta {n}", Role.RESPONDER, Role.COORDINATOR)
            worker = await Worker.enters(house, await open_pages.enter_async_context(house.browser()), colleague)
            pages.append(asyncio.create_task(_watches(worker)))
        await asyncio.sleep(1)
        waits = await _live(house, await Worker.enters(house, await open_pages.enter_async_context(house.browser()), staff))
        print(f"{'a danger stands on open pages':30} {_told(waits)}   slowest {1000 * max(waits):7.1f} ms")
        for page in pages:
            page.cancel()
        await asyncio.gather(*pages, return_exceptions=True)


async def _timed(work: Awaitable[object]) -> float:
    start = time.perf_counter()
    await work
    return time.perf_counter() - start


def _told(times: list[float]) -> str:
    times = sorted(times)
    worst = times[int(0.95 * (len(times) - 1))]
    return f"median {1000 * statistics.median(times):7.1f} ms   95th percentile {1000 * worst:7.1f} ms"


async def _watches(worker: Worker) -> None:
    """A colleague's open queue."""
    async with worker.browser.stream("GET", "/staff/changes") as events:
        async for line in events.aiter_lines():
            if line.startswith("data"):
                await worker.sees("/staff")


async def _live(house: House, ana: Worker) -> list[float]:
    """From a person's message to a page that shows one case more."""
    found = []
    async with house.browser() as other, ana.browser.stream("GET", "/staff/changes") as events:
        lines = events.aiter_lines()
        for _ in range(DANGERS):
            before = _waiting(await ana.sees("/staff"))
            person = await Migrant.arrives(other)
            start = time.perf_counter()
            await person.sends(text=DANGER)
            async for line in lines:
                if line.startswith("data") and _waiting(await ana.sees("/staff")) > before:
                    found.append(time.perf_counter() - start)
                    break
            await asyncio.sleep(0.5)
    return found


def _waiting(page: str) -> int:
    """The number in the title."""
    return int(page.partition("<title>(")[2].partition(")")[0])


async def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    library = replace(open_library(strict=False), operator=a_team()).warm()
    with tempfile.TemporaryDirectory() as folder:
        async with open_house(Path(folder), library) as house:
            print(f"{number} referrals that are not closed")
            await measure(house, number)


if __name__ == "__main__":
    asyncio.run(main())
