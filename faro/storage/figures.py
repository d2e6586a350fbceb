"""Numbers for the dashboard: how many, how fast, how useful; never who. Part of `views`."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from string import ascii_uppercase
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, func, select

from faro.storage import referrals
from faro.storage.seal import Seal
from faro.storage.tables import referral, tally
from faro.storage.times import instant, seconds

Ran = Callable[[datetime, datetime], timedelta]
"""How much of this time somebody was on call."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Time to the first human word of one severity, in minutes by the wall.

    `inside`: the share within the clock, in on-call time, of those that had their word, were closed without one, or whose clock ran out.
    """

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
    until: date
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


class _Case(NamedTuple):
    severity: str
    opened_at: float
    first_word_at: float | None
    closed_at: float | None
    category: str
    language: str
    country: bytes | None
    outcome: str | None


def figures(
    db: Connection, seal: Seal, *, since: datetime, until: datetime, zone: ZoneInfo, minutes: dict[str, int], ran: Ran
) -> Figures:
    """The numbers from then until then. What the machine only asked about does not count until somebody took it; drills never do."""
    which = (
        referral.c.opened_at >= seconds(since), referral.c.opened_at <= seconds(until), referral.c.unsure.is_(False),
        referral.c.drill.is_(False),
    )  # fmt: skip
    cases = [_Case(*row) for row in db.execute(select(*(referral.c[name] for name in _Case._fields)).where(*which))]
    answers = _answers(db, since.astimezone(zone).date(), until)
    asked = sum(answers["answer"].values()) + sum(answers["choose"].values()) + answers["unknown"][""]
    return Figures(
        since=since.astimezone(zone).date(),
        until=until.astimezone(zone).date(),
        referrals=len(cases),
        categories=_most(Counter(one.category for one in cases)),
        languages=_most(Counter(one.language for one in cases)),
        countries=_most(_countries(seal, Counter(one.country for one in cases), _unhashed(db, *which))),
        hours=_hours(cases, zone),
        outcomes=_most(Counter(one.outcome for one in cases if one.outcome)),
        speeds=_speeds(cases, until, minutes, ran),
        asked=asked,
        unanswered=answers["unknown"][""] / asked if asked else None,
        topics=tuple(
            Usefulness(topic, given, answers["useful"][topic], answers["wrong"][topic])
            for topic, given in answers["answer"].most_common()
        ),
    )


def _countries(seal: Seal, hashed: Counter[bytes | None], unhashed: Iterable[bytes]) -> Counter[str]:
    """By country: the hashes of all codes there can be are few. What is from before the hash was kept is opened."""
    named = {referrals.country_key(seal, code): code for code in CODES}
    opened = (seal.open_json(referrals.DETAILS, details)["where"] for details in unhashed)
    counted = Counter((where or [None])[0] or referrals.UNKNOWN for where in opened)
    for key, number in hashed.items():
        if key is not None:
            counted[named.get(bytes(key), referrals.UNKNOWN)] += number
    return counted


def _unhashed(db: Connection, *which: ColumnElement[bool]) -> Iterable[bytes]:
    return db.execute(select(referral.c.details).where(*which, referral.c.country.is_(None))).scalars()


CODES = [referrals.UNKNOWN, *(one + other for one in ascii_uppercase for other in ascii_uppercase)]
"""All that a country's code can be (ISO 3166-1 alpha-2)."""

PIECE = 900
"""Seconds that begin and end within one hour of any time zone."""


def _hours(cases: Sequence[_Case], zone: ZoneInfo) -> dict[int, int]:
    counted: Counter[int] = Counter()
    for piece, number in Counter(one.opened_at // PIECE for one in cases).items():
        counted[instant(piece * PIECE).astimezone(zone).hour] += number
    return {hour: counted[hour] for hour in range(24)}


def _speeds(cases: Sequence[_Case], now: datetime, minutes: dict[str, int], ran: Ran) -> dict[str, Speed]:
    sorted_out: dict[str, list[_Case]] = {severity: [] for severity in minutes}
    for one in cases:
        sorted_out[one.severity].append(one)
    return {severity: _speed(sorted_out[severity], timedelta(minutes=allowed), now, ran) for severity, allowed in minutes.items()}


def _answers(db: Connection, since: date, until: datetime) -> dict[str, Counter[str]]:
    counted: dict[str, Counter[str]] = {what: Counter() for what in ("answer", "choose", "useful", "wrong", "unknown")}
    query = select(tally.c.what, func.sum(tally.c["count"]).label("number"))
    query = query.where(tally.c.day >= since.isoformat(), tally.c.day <= until.date().isoformat()).group_by(tally.c.what)
    for row in db.execute(query):
        what, _, topic = row.what.partition(":")
        if what in counted:
            counted[what][topic] += int(row.number)
    return counted


def _speed(cases: list[_Case], allowed: timedelta, now: datetime, ran: Ran) -> Speed:
    """A case whose clock still runs says nothing of the clock yet."""
    waits = sorted((one.first_word_at - one.opened_at) / 60 for one in cases if one.first_word_at is not None)
    inside = over = 0
    for one in cases:
        first, closed = one.first_word_at, one.closed_at
        spent = ran(instant(one.opened_at), now if first is None else instant(first))
        inside += first is not None and spent <= allowed
        over += first is not None or closed is not None or spent > allowed
    if not over:
        return Speed(len(cases), 0, None, None, None)
    share = inside / over
    if not waits:
        return Speed(len(cases), 0, None, None, share)
    ninetieth = waits[min(len(waits) - 1, int(0.9 * len(waits)))]
    return Speed(len(cases), len(waits), median(waits), ninetieth, share)


def _most(counted: Counter[str]) -> dict[str, int]:
    return dict(counted.most_common())
