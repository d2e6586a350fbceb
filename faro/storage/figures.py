"""Numbers for the dashboard: how many, how fast, how useful; never who. Part of `views`."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from faro.storage import referrals
from faro.storage.seal import Seal
from faro.storage.tables import referral, tally
from faro.storage.times import instant, seconds

Ran = Callable[[datetime, datetime], timedelta]
"""How much of this time somebody was on call."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Time to the first human word of one severity, in minutes by the wall; `inside`: the share within the clock, on-call time."""

    cases: int
    answered: int
    median: float | None
    ninetieth: float | None
    inside: float | None


@dataclass(frozen=True, slots=True)
class Usefulness:
    """What people said of one topic's answer."""

    topic: str
    given: int
    useful: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All of one period. `unanswered`: the share of questions that nothing fitted; None when nobody asked."""

    since: date
    referrals: int
    categories: dict[str, int]
    languages: dict[str, int]
    countries: dict[str, int]
    hours: dict[int, int]
    outcomes: dict[str, int]
    speeds: dict[str, Speed]
    asked: int
    unanswered: float | None
    topics: tuple[Usefulness, ...]


def figures(db: Connection, seal: Seal, *, since: datetime, zone: ZoneInfo, minutes: dict[str, int], ran: Ran) -> Figures:
    """The numbers since then. What the machine only asked about does not count until somebody took it; drills never do."""
    columns = (
        referral.c.category, referral.c.severity, referral.c.language, referral.c.details, referral.c.opened_at,
        referral.c.first_word_at, referral.c.outcome,
    )  # fmt: skip
    query = select(*columns).where(
        referral.c.opened_at >= seconds(since), referral.c.unsure.is_(False), referral.c.drill.is_(False)
    )
    rows = db.execute(query).all()
    details = [seal.open_json(referrals.DETAILS, row.details) for row in rows]
    answers = _answers(db, since.date())
    asked = sum(answers["answer"].values()) + sum(answers["choose"].values()) + answers["unknown"][""]
    hours = Counter(instant(row.opened_at).astimezone(zone).hour for row in rows)
    return Figures(
        since=since.date(),
        referrals=len(rows),
        categories=_most(Counter(row.category for row in rows)),
        languages=_most(Counter(row.language for row in rows)),
        countries=_most(Counter((one["where"] or [None])[0] or "?" for one in details)),
        hours={hour: hours[hour] for hour in range(24)},
        outcomes=_most(Counter(row.outcome for row in rows if row.outcome)),
        speeds={
            severity: _speed([(row.opened_at, row.first_word_at) for row in rows if row.severity == severity], allowed, ran)
            for severity, allowed in minutes.items()
        },
        asked=asked,
        unanswered=answers["unknown"][""] / asked if asked else None,
        topics=tuple(
            Usefulness(topic, given, answers["useful"][topic], answers["wrong"][topic])
            for topic, given in answers["answer"].most_common()
        ),
    )


def _answers(db: Connection, since: date) -> dict[str, Counter[str]]:
    counted: dict[str, Counter[str]] = {what: Counter() for what in ("answer", "choose", "useful", "wrong", "unknown")}
    query = select(tally.c.what, tally.c["count"].label("number")).where(tally.c.day >= since.isoformat())
    for row in db.execute(query):
        what, _, topic = row.what.partition(":")
        if what in counted:
            counted[what][topic] += row.number
    return counted


def _speed(times: list[tuple[float, float | None]], allowed: int, ran: Ran) -> Speed:
    waits = sorted((first - opened) / 60 for opened, first in times if first is not None)
    if not waits:
        return Speed(len(times), 0, None, None, None)
    inside = sum(
        first is not None and ran(instant(opened), instant(first)) <= timedelta(minutes=allowed) for opened, first in times
    )
    ninetieth = waits[min(len(waits) - 1, int(0.9 * len(waits)))]
    return Speed(len(times), len(waits), median(waits), ninetieth, inside / len(times))


def _most(counted: Counter[str]) -> dict[str, int]:
    return dict(counted.most_common())
