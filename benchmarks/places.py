"""Places: what is understood on labelled messages, how long it takes, and the nearest of 50,000 places beside a plain bisect.

python benchmarks/places.py --labels FOLDER     # a folder with places.jsonl and talks_followups.jsonl
"""

import argparse
import json
import random
import resource
import statistics
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from faro.assistant import directory, places
from faro.assistant.person import Where
from faro.library import Library, gazetteer_files, open_library
from faro.library.entries import Eligibility, Place
from faro.library.library import PROJECT
from faro.library.reading import Reader

NOW = datetime(2026, 11, 25, 3, 40, tzinfo=UTC)
MANY = 50_000


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, help="a folder with places.jsonl and talks_followups.jsonl")
    chosen = parser.parse_args()
    size()
    library = open_library(strict=False)
    quick(library)
    if chosen.labels:
        labelled(library, chosen.labels / "places.jsonl")
        followed(library, chosen.labels / "talks_followups.jsonl")
    nearest(library)


def size() -> None:
    """What the gazetteer costs to read, in time and memory, without the rest of the library."""
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    read = gazetteer_files.read(Reader(PROJECT), PROJECT / "content" / "gazetteer", {})
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"gazetteer: {len(read.towns)} towns, {len(read.names)} names, {time.perf_counter() - begun:.2f} s, {grown:.0f} MB")


def quick(library: Library) -> None:
    """Milliseconds of `named` over the written ways of asking: median, 99th of a hundred, longest."""
    texts = [ask.text for ask in random.Random(3).sample(library.asks, min(3000, len(library.asks)))]
    _ = library.gazetteer
    spent = sorted(1000 * taken(lambda text=text: places.named(text, library)) for text in texts)
    print(f"named: p50 {statistics.median(spent):.3f} ms, p99 {spent[int(len(spent) * 0.99)]:.3f} ms, longest {spent[-1]:.2f} ms")


def labelled(library: Library, path: Path) -> None:
    """Town, country, invented towns, who; per language."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    right: dict[str, list[bool]] = {"town": [], "country": [], "invented": [], "who": []}
    for row in rows:
        named = places.named(row["text"], library)
        right["country"].append(named.country == row["country"])
        right["who"].append(set(places.who(row["text"], library)) == set(row["who"]))
        right["town" if row["town"] else "invented"].append(named.town == row["town"] if row["town"] else named.town is not None)
    for name, found in right.items():
        print(f"{name}: {sum(found)}/{len(found)} = {sum(found) / len(found):.1%}")


def followed(library: Library, path: Path) -> None:
    """The country after a whole talk."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    right = 0
    for row in rows:
        near = Where()
        for text in row["messages"]:
            named = places.named(text, library, near)
            near = Where(named.country, named.town) if named.country else near
        right += near.country == row["country"]
    print(f"follow-ups, country: {right}/{len(rows)} = {right / len(rows):.1%}")


def nearest(library: Library) -> None:
    """The nearest with filters among 50,000 places, beside bisect on latitude with the same filters and distance."""
    known = tuple(made(number, random.Random(number)) for number in range(MANY))
    full = replace(library, places=known)
    _ = full.nearest_places
    plain = sorted((place.latitude or 0.0, place.longitude or 0.0, place.id, place) for place in known)
    latitudes = [row[0] for row in plain]
    draw = random.Random(1)
    asked = [(draw.uniform(15, 32), draw.uniform(-117, -87)) for _ in range(300)]
    for who in ((), ("minor_alone",), ("family", "lgbtiq")):
        ours = middle(
            [taken(lambda at=at, who=who: directory.offered(Where("MX", None, *at), at, who, full, NOW)) for at in asked]
        )
        theirs = middle([taken(lambda at=at, who=who: by_bisect(latitudes, plain, at, who)) for at in asked])
        print(f"nearest of {MANY} for {who or 'anybody'}: {ours:.3f} ms, plain bisect {theirs:.3f} ms, {ours / theirs:.2f} times")


def by_bisect(latitudes: list[float], plain: list[Any], at: tuple[float, float], who: tuple[str, ...]) -> list[Place]:
    """The baseline: widen the band of latitudes until three places suit, then sort by distance."""
    for km in (30.0, 100.0, 400.0):
        reach = km / 111.2
        found = []
        for row in plain[bisect_left(latitudes, at[0] - reach) : bisect_right(latitudes, at[0] + reach)]:
            far = hypot((row[1] - at[1]) * cos(radians(at[0])), row[0] - at[0]) * 111.2
            if far <= km and directory.may_offer(row[3], who, NOW.date()):
                found.append((far, row[2], row[3]))
        if len(found) > directory.SHOWN:
            break
    return [place for _, _, place in sorted(found, key=lambda one: one[:2])[: directory.SHOWN]]


def made(number: int, draw: random.Random) -> Place:
    """An invented place somewhere in Mexico."""
    known = ("yes", "no", "unknown")
    return Place(
        id=f"p{number}", name=f"Casa {number}", country="MX", town="-", timezone="America/Mexico_City", status="open", source="-",
        latitude=draw.uniform(15, 32), longitude=draw.uniform(-117, -87), position="site", assured_date=f"2026-0{draw.randint(1, 9)}",
        eligibility=Eligibility(minors_alone=draw.choice(known), families=draw.choice(known), lgbtiq=draw.choice(known)),  # type: ignore[arg-type]
        checked_on=date(2026, 11, 1), check_again_on=date(2027, 5, 1),
    )  # fmt: skip


def taken(act: Callable[[], object]) -> float:
    """Seconds that it took."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def middle(seconds: list[float]) -> float:
    """The median in milliseconds."""
    return 1000 * statistics.median(seconds)


if __name__ == "__main__":
    main()
