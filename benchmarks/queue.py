"""The queue with ten thousand referrals: how long its page takes, and how soon a change reaches an open page.

    python -m benchmarks.queue [number]

A real SQLite file, the real server on 127.0.0.1; people, words and cases are made up.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, insert

from faro.assistant.events import ReferralOpened
from faro.assistant.person import Person, Where
from faro.assistant.rights import Role
from faro.library import open_library
from faro.storage import people, referrals, tables, talk
from faro.storage.seal import Seal
from tests.conftest import NOON, a_team
from tests.web_house import DANGER, House, Migrant, Worker, open_house

PAGES = 30
CATEGORIES = ("child_alone", "urgent_needs", "sexual_violence", "kidnapping", "person", "child_detained")
SEVERITIES = ("critical", "high", "high", "medium", "medium", "medium")
COUNTRIES = ("MX", "GT", "HN", "SV", "PA", "CR")


def fill(db: Connection, seal: Seal, number: int) -> None:
    """So many people with a case each, and a few words."""
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
        for words in ("ayuda", "por favor"):
            talk.add(db, seal, person, "person", at, words=words, referral=opened.referral.id)


async def measure(house: House, number: int) -> None:
    await house.store.transaction(lambda db: fill(db, house.store.seal, number))
    staff = await house.hire("Ana", Role.RESPONDER, Role.COORDINATOR)
    async with house.browser() as browser:
        ana = await Worker.enters(house, browser, staff)
        for path in ("/staff", "/staff/mine", "/staff/look", "/staff/figures?days=30", "/staff/search?q=colibri+77"):
            times = []
            for _ in range(PAGES if path == "/staff" else 5):
                start = time.perf_counter()
                await ana.sees(path)
                times.append(1000 * (time.perf_counter() - start))
            times.sort()
            worst = times[int(0.95 * (len(times) - 1))]
            print(f"{path:32} median {statistics.median(times):7.1f} ms   95th percentile {worst:7.1f} ms")
        print(f"{'a danger reaches an open page':32} {await _live(house, ana):14.2f} s")


async def _live(house: House, ana: Worker) -> float:
    """From a person's message to the event at an open console."""
    async with house.browser() as other:
        person = await Migrant.arrives(other)
        return await _heard(house, ana, person)


async def _heard(house: House, ana: Worker, person: Migrant) -> float:
    await person.says("hola")  # the very first message of a process waits for what is read then
    async with ana.browser.stream("GET", "/staff/changes") as events:
        lines = events.aiter_lines()
        await anext(lines)
        start = time.perf_counter()
        await person.sends(text=DANGER)
        async for line in lines:
            if line.startswith("data"):
                return time.perf_counter() - start
    raise RuntimeError("no event came")


async def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    library = replace(open_library(strict=False), operator=a_team())
    with tempfile.TemporaryDirectory() as folder:
        async with open_house(Path(folder), library) as house:
            print(f"{number} referrals that are not closed")
            await measure(house, number)


if __name__ == "__main__":
    asyncio.run(main())
