"""What people say of places they went to, and which places are on hold because of it. Never who went where."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from faro.assistant.keeping import PLACES
from faro.storage.seal import Seal
from faro.storage.statements import upsert
from faro.storage.tables import place_hold, place_report
from faro.storage.times import instant, seconds

ENOUGH = 3
"""Bad reports of different people within a week, after which nobody is sent there any more."""
BAD = ("closed", "refused")


@dataclass(frozen=True, slots=True)
class Reported:
    """A place of the editors' list. `since` None: reported lately, not on hold. Counts are of the last week; of a hold, when it began."""

    place: str
    since: datetime | None
    closed: int
    refused: int
    helped: int


def report(db: Connection, seal: Seal, place: str, outcome: str, now: datetime, *, person: int | None) -> bool:
    """Keep how it was at a place, the last word of each person. Whether the place is on hold from now on.

    `person` None: somebody of a chat that anybody opens anew as often as they like. All of those of a day are one.
    """
    who = person if person is not None else now.date().isoformat()
    values = {"place": place, "reporter": _reporter(seal, place, who), "outcome": outcome, "at": seconds(now)}
    upsert(db, place_report, values, ["place", "reporter"], {"outcome": outcome, "at": values["at"]})
    if place in held(db):
        return False
    counted = _counted(db, place, now)
    if counted["closed"] + counted["refused"] < ENOUGH:
        return False
    hold = {
        "place": place,
        "since": seconds(now),
        "closed": counted["closed"],
        "refused": counted["refused"],
        "released_at": None,
    }
    upsert(db, place_hold, hold, ["place"], hold)
    return True


def held(db: Connection) -> frozenset[str]:
    """Ids of the places on hold."""
    return frozenset(db.execute(select(place_hold.c.place).where(place_hold.c.released_at.is_(None))).scalars())


def release(db: Connection, place: str, now: datetime) -> bool:
    """An editor has looked: people are sent there again, and what was reported before counts no more. False: it was not on hold."""
    open_one = (place_hold.c.place == place) & place_hold.c.released_at.is_(None)
    return bool(db.execute(update(place_hold).where(open_one).values(released_at=seconds(now))).rowcount)


def listed(db: Connection, now: datetime) -> list[Reported]:
    """The editors' list: places on hold, the oldest first, then those reported in the last week."""
    on_hold = db.execute(select(place_hold).where(place_hold.c.released_at.is_(None)).order_by(place_hold.c.since)).all()
    rows = [
        Reported(one.place, instant(one.since), one.closed, one.refused, _counted(db, one.place, now)["helped"])
        for one in on_hold
    ]
    known = {row.place for row in rows}
    for place in db.execute(select(place_report.c.place).distinct().order_by(place_report.c.place)).scalars():
        counted = _counted(db, place, now)
        if place not in known and counted.total():
            rows.append(Reported(place, None, counted["closed"], counted["refused"], counted["helped"]))
    return rows


def of_person(db: Connection, seal: Seal, person: int) -> list[Row[Any]]:
    """What this person told: found by trying the hash of each report, of which there are a week's."""
    return [row for row in db.execute(select(place_report)).all() if row.reporter == _reporter(seal, row.place, person)]


def erase(db: Connection, seal: Seal, person: int) -> None:
    """What this person told goes; a place that is on hold stays so."""
    for row in of_person(db, seal, person):
        db.execute(delete(place_report).where(place_report.c.place == row.place, place_report.c.reporter == row.reporter))


def _reporter(seal: Seal, place: str, person: int | str) -> bytes:
    return seal.hash("place_report", f"{place}:{person}")


def expire(db: Connection, now: datetime) -> int:
    """Reports older than a week."""
    return int(db.execute(delete(place_report).where(place_report.c.at < seconds(now - PLACES))).rowcount)


def _counted(db: Connection, place: str, now: datetime) -> Counter[str]:
    """Reports of the last week by outcome, without those from before the last release."""
    released = db.execute(select(place_hold.c.released_at).where(place_hold.c.place == place)).scalar_one_or_none() or 0.0
    since = max(seconds(now - PLACES), released)
    query = select(place_report.c.outcome).where(place_report.c.place == place, place_report.c.at > since)
    return Counter(db.execute(query).scalars())
