"""How the service fares, in numbers for machines that watch it: ages, counts, speeds; no word, no id, no person. Part of `views`."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, case, func, select

from faro.assistant.referral import RANK
from faro.storage.gaps import Gap, gaps
from faro.storage.seal import Seal
from faro.storage.tables import FAILED, HELD, LIVE, PARKED, RECEIVED, SENT, WAITING, inbox, outbox, pulse, referral, tally
from faro.storage.times import instant, maybe, seconds

LATELY = 500
"""Answers looked at for the time from delivery to answer."""

AWAY = timedelta(minutes=2)
"""How long after its last failure a platform counts as away: while it is, something fails more often than that."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Cases of one severity that nobody has taken: how many, the age of the oldest in seconds, and whose clock ran out."""

    severity: str
    open: int
    oldest: float
    clocks_missed: int


@dataclass(frozen=True, slots=True)
class Gauges:
    """One look. Ages and times are seconds; None where there is nothing to measure."""

    queue: tuple[Waiting, ...]
    inbox_waiting: int
    inbox_oldest: float
    inbox_parked: int
    outbox_waiting: int
    outbox_oldest: float
    outbox_held: int
    outbox_dead: int
    asked_today: int
    unanswered_today: int
    answer_p50: float | None
    answer_p99: float | None
    heartbeat_age: float | None
    drill_age: float | None
    away: tuple[tuple[str, datetime], ...]
    gaps: tuple[Gap, ...]


def gauges(db: Connection, seal: Seal, *, now: datetime) -> Gauges:
    """How it fares now."""
    asked, unanswered = _asked(db, now)
    spent = sorted(_spent(db))
    pulses = {row.name: row for row in db.execute(select(pulse))}
    return Gauges(
        queue=_queue(db, now),
        inbox_waiting=_count(db, RECEIVED, inbox.c.id),
        inbox_oldest=_age(db, inbox.c.received_at, RECEIVED, now),
        inbox_parked=_count(db, PARKED, inbox.c.id),
        outbox_waiting=_count(db, WAITING, outbox.c.id),
        outbox_oldest=_age(db, outbox.c.made_at, WAITING, now),
        outbox_held=_count(db, HELD, outbox.c.id),
        outbox_dead=_count(db, and_(*FAILED), outbox.c.id),
        asked_today=asked,
        unanswered_today=unanswered,
        answer_p50=spent[len(spent) // 2] if spent else None,
        answer_p99=spent[len(spent) * 99 // 100] if spent else None,
        heartbeat_age=_since(pulses, "heartbeat", now),
        drill_age=_since(pulses, "drill", now),
        away=away(db, seal, now=now),
        gaps=gaps(db, seal),
    )


def away(db: Connection, seal: Seal, *, now: datetime) -> tuple[tuple[str, datetime], ...]:
    """The platforms that do not answer now, and since when."""
    query = select(pulse).where(pulse.c.name.like("away.%"), pulse.c.at >= seconds(now - AWAY), pulse.c.detail != "")
    found = db.execute(query.order_by(pulse.c.name))
    return tuple((row.name.partition(".")[2], datetime.fromisoformat(row.detail)) for row in found)


def _queue(db: Connection, now: datetime) -> tuple[Waiting, ...]:
    missed = func.sum(case((referral.c.clock_step > 0, 1), else_=0))
    free = func.sum(case((referral.c.owner.is_(None), 1), else_=0))
    oldest = func.min(case((referral.c.owner.is_(None), referral.c.clock_from)))
    query = select(referral.c.severity, free.label("free"), oldest.label("oldest"), missed.label("missed"))
    query = query.where(LIVE, referral.c.drill.is_(False)).group_by(referral.c.severity)
    rows = {row.severity: row for row in db.execute(query)}
    found = []
    for severity in RANK:
        row = rows.get(severity)
        at = maybe(row.oldest) if row is not None else None
        age = max(0.0, (now - at).total_seconds()) if at is not None else 0.0
        found.append(Waiting(str(severity), int(row.free) if row else 0, age, int(row.missed) if row else 0))
    return tuple(found)


def _asked(db: Connection, now: datetime) -> tuple[int, int]:
    """Questions of today, and those that nothing was found for."""
    counts = {"answer": 0, "choose": 0, "unknown": 0}
    for row in db.execute(select(tally.c.what, tally.c.count.label("n")).where(tally.c.day == now.date().isoformat())):
        what = row.what.partition(":")[0]
        if what in counts:
            counts[what] += row.n
    return sum(counts.values()), counts["unknown"]


def _spent(db: Connection) -> list[float]:
    """Seconds from delivery to the first answer, of the last answers."""
    last = select(outbox.c.cause, outbox.c.done_at).where(SENT, outbox.c.n <= 1, outbox.c.cause.like("inbox:%"))
    sent = {int(row.cause.partition(":")[2]): row.done_at for row in db.execute(last.order_by(outbox.c.id.desc()).limit(LATELY))}
    query = select(inbox.c.id, inbox.c.received_at).where(inbox.c.id.in_(sent))
    return [max(0.0, sent[row.id] - row.received_at) for row in db.execute(query)]


def _count(db: Connection, condition: ColumnElement[bool], column: ColumnElement[int]) -> int:
    return int(db.execute(select(func.count(column)).where(condition)).scalar_one())


def _age(db: Connection, column: ColumnElement[float], condition: ColumnElement[bool], now: datetime) -> float:
    at = db.execute(select(func.min(column)).where(condition)).scalar_one_or_none()
    return 0.0 if at is None else max(0.0, (now - instant(at)).total_seconds())


def _since(pulses: dict[str, Row[Any]], name: str, now: datetime) -> float | None:
    row = pulses.get(name)
    return None if row is None else max(0.0, (now - instant(row.at)).total_seconds())
