"""A day of a town: the same people in need and the same staff, once with Faro's queue, once with a plain relay bot and one topic.

    python -m benchmarks.town_day [referrals a day] [seed]

Faro is the real engine on a real SQLite file with a clock that jumps. The relay bot is a model, and a kind one: it loses nothing, nobody
answers twice, and whoever looks reads the last `SCREEN` messages of the topic and answers the gravest unanswered among them, each minute
(Faro's staff look every `STEP`). People and staff are the same in both: who hears nothing for `AGAIN` writes once more, up to three times,
and stands at the end of the topic again; staff look when they are free, a talk takes its time, and now and then somebody takes a case and
is called away (`FORGETS`). What the model leaves out speaks against the relay bot: no severity shown, two who answer, words in the wrong reply.
"""

import asyncio
import random
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from faro.assistant.desk import Verb
from faro.assistant.referral import RANK, Outcome, Refused, Severity, Status
from faro.library import open_library
from faro.library.lines import Phrase
from tests.conftest import a_team
from tests.engine.house import House, build

MIDNIGHT = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
"""The start of the day in Mexico City."""

STAFF = 5
SCREEN = 20
"""Messages of the one topic that somebody scrolls through."""

FORGETS = 0.08
STEP = 3
"""Minutes between two looks of the real engine; the model looks each minute."""

AGAIN, OFTEN = 60, 3
"""Minutes without a word after which a person writes once more, and how often."""

LINES = 8
"""Messages that one talk adds to the one topic."""

TALK = {"critical": 45, "high": 25, "medium": 12}
SHARES = {"critical": 0.06, "high": 0.34, "medium": 0.60}
WORDS = {"critical": "zafarrancho", "high": "zozobra", "medium": "pelandusco"}


@dataclass
class Need:
    """One person in need; what happened in minutes since midnight. `kept`: the severity."""

    number: int
    at: int
    kept: str
    taken: int | None = None
    spoken: int | None = None
    left: bool = False
    """Taken by somebody who was called away; in the topic nobody sees it until the person writes again."""

    def again(self, minute: int) -> bool:
        """Whether the person, who has heard nothing, writes once more now."""
        waits = minute - self.at
        return self.spoken is None and waits > 0 and waits % AGAIN == 0 and waits // AGAIN <= OFTEN


@dataclass
class Worker:
    """One member of staff: busy until `free_at`; `talks` end then and are closed."""

    free_at: int = 0
    talks: list[tuple[int, int]] = field(default_factory=list)


def needs(number: int, seed: int) -> list[Need]:
    """When they come (more in the evening) and how grave they are."""
    chance = random.Random(seed)
    hours = [2, 2, 1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 5, 5, 6, 6, 7, 8, 9, 10, 10, 8, 6, 4]
    found = []
    for n in range(number):
        minute = 60 * chance.choices(range(24), hours)[0] + chance.randrange(60)
        found.append(Need(n + 1, minute, chance.choices(list(SHARES), list(SHARES.values()))[0]))
    return sorted(found, key=lambda one: one.at)


def on_shift(minute: int) -> range:
    """Five by day, one at night."""
    return range(STAFF) if 8 * 60 <= minute < 20 * 60 else range(1)


def relay(people: list[Need], seed: int) -> list[Need]:
    """The one-topic relay bot."""
    people, chance = [replace(one) for one in people], random.Random(seed)
    workers, topic = [Worker() for _ in range(STAFF)], list[Need | None]()
    coming = iter(people)
    following = next(coming, None)
    for minute in range(24 * 60 + 240):
        while following is not None and following.at <= minute:
            topic.append(following)
            following = next(coming, None)
        for one in people:
            if one.again(minute):
                one.left = False
                topic.append(one)
        for n in on_shift(minute % (24 * 60)):
            worker = workers[n]
            if worker.free_at > minute:
                continue
            seen = [one for one in topic[-SCREEN:] if one is not None and one.spoken is None and not one.left]
            if not seen:
                continue
            chosen = max(seen, key=lambda one: (RANK[Severity(one.kept)], -one.at))
            chosen.taken = minute if chosen.taken is None else chosen.taken
            if chance.random() < FORGETS:
                chosen.left = True
                worker.free_at = minute + 15
                continue
            chosen.spoken = minute + 3
            worker.free_at = minute + TALK[chosen.kept]
            topic += [None] * LINES
    return people


async def faro(people: list[Need], seed: int, folder: Path) -> list[Need]:
    """The real queue: staff press and write on the console, the clocks are the engine's."""
    people, chance = [replace(one) for one in people], random.Random(seed)
    library = open_library(strict=False)
    grave = tuple(Phrase(WORDS[kept], "es", "child_alone", kept) for kept in WORDS)
    house = await build(folder / "faro.db", replace(library, operator=a_team(), phrases=library.phrases + grave))
    house.now = MIDNIGHT
    for n in range(STAFF):
        await house.hire(f"S{n}", str(900 + n))
    await house.act("S0", Verb.ON_CALL)
    workers, by_person = [Worker() for _ in range(STAFF)], {n + 1: one for n, one in enumerate(people)}
    coming = iter(people)
    following = next(coming, None)
    for minute in range(0, 24 * 60 + 240, STEP):
        house.now = MIDNIGHT + timedelta(minutes=minute)
        while following is not None and following.at <= minute:
            await house.says(str(following.number), WORDS[following.kept])
            following = next(coming, None)
        for one in people:
            if any(one.again(past) for past in range(minute - STEP + 1, minute + 1)):
                await house.says(str(one.number), WORDS[one.kept])
        await house.engine.settle()
        for n in on_shift(minute % (24 * 60)):
            await _work(house, workers[n], f"S{n}", minute, chance, by_person)
    await house.engine.store.close()
    return people


async def _work(house: House, worker: Worker, name: str, minute: int, chance: random.Random, people: dict[int, Need]) -> None:
    """End talks that are over; free: one's own silent cases first (one was reminded of them), then what burns in the queue."""
    for ends, number in list(worker.talks):
        if ends <= minute:
            worker.talks.remove((ends, number))
            with _no_matter():
                await house.act(name, Verb.CLOSE, number, outcome=Outcome.HELPED)
    if worker.free_at > minute:
        return
    waiting = [one for one in await house.live() if one.owner is None or one.owner == house.staff[name]]
    open_ones = [one for one in waiting if one.status in (Status.OPEN, Status.CLAIMED)]
    if not open_ones:
        return
    chosen = min(open_ones, key=lambda one: (-RANK[one.severity], one.clock_from))
    need = people[chosen.person]
    with _no_matter():
        if chosen.owner is None:
            await house.act(name, Verb.CLAIM, chosen.id)
            need.taken = need.taken if need.taken is not None else minute
            if chance.random() < FORGETS:
                worker.free_at = minute + 15
                return
        await house.act(name, Verb.SAY, chosen.id, words="Te leo")
        need.spoken = need.spoken if need.spoken is not None else minute + 3
        worker.free_at = minute + TALK[need.kept]
        worker.talks.append((worker.free_at, chosen.id))


class _no_matter:
    """Somebody else was quicker, or the limit is reached: looked at again in a minute."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        return isinstance(error, Refused)


def lines(name: str, people: list[Need]) -> Iterator[str]:
    for kept in SHARES:
        those = [one for one in people if one.kept == kept]
        taken = [one.taken - one.at if one.taken is not None else NEVER for one in those]
        spoken = [one.spoken - one.at if one.spoken is not None else NEVER for one in those]
        yield f"{name:9} {kept:9} {len(those):5} {_two(taken)} {_two(spoken)} {spoken.count(NEVER):9}"


NEVER = 10**6
"""Minutes of whoever heard nothing: they count, or a bot that forgets the slow ones would look fast."""


def _two(minutes: list[int]) -> str:
    """Half, and nine of ten."""
    waits = sorted(minutes)
    found = (waits[int(share * (len(waits) - 1))] for share in (0.5, 0.9))
    return " ".join(f"{'never' if wait == NEVER else wait:>7}" for wait in found)


async def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 110
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    people = needs(number, seed)
    print(f"{number} referrals in a day, {STAFF} staff by day, one at night; minutes, median and 90th percentile")
    print(f"{'':9} {'severity':9} {'cases':>5} {'taken':>7} {'90 %':>7} {'word':>7} {'90 %':>7} {'forgotten':>9}")
    for line in lines("relay bot", relay(people, seed)):
        print(line)
    with tempfile.TemporaryDirectory() as folder:
        for line in lines("Faro", await faro(people, seed, Path(folder))):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
