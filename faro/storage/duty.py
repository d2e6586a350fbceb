"""Shifts: who is on call, who was, who will be. Planned ones begin and end by the clock, others by somebody's own word."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, or_, select, update

from faro.assistant.shifts import OPEN_END, Span
from faro.storage.tables import shift, staff
from faro.storage.times import instant, maybe, optional, seconds


@dataclass(frozen=True, slots=True)
class Shift:
    """One turn on call. `planned` ones have an end; `begun_at` and `ended_at` are what really happened."""

    id: int
    staff: int
    starts_at: datetime
    ends_at: datetime | None
    begun_at: datetime | None
    ended_at: datetime | None


def plan(db: Connection, number: int, starts_at: datetime, ends_at: datetime) -> int:
    """Somebody will be on call then. Raises ValueError for an end that is not after the start."""
    if ends_at <= starts_at:
        raise ValueError("a shift ends after it starts")
    values = {"staff": number, "starts_at": seconds(starts_at), "ends_at": seconds(ends_at)}
    return int(db.execute(insert(shift).values(**values).returning(shift.c.id)).scalar_one())


def cancel(db: Connection, number: int) -> bool:
    """A planned shift that has not begun is taken off; False for any other."""
    return db.execute(delete(shift).where(shift.c.id == number, shift.c.begun_at.is_(None))).rowcount > 0


def get(db: Connection, number: int) -> Shift | None:
    """The shift with this id."""
    found = _read(db, shift.c.id == number)
    return found[0] if found else None


def begin(db: Connection, number: int, now: datetime, *, planned: int | None = None) -> bool:
    """On call from now on; False when they were already. `planned`: the shift that begins now."""
    already = db.execute(select(staff.c.on_call_since).where(staff.c.id == number)).scalar_one_or_none() is not None
    if planned is not None:
        # A planned one takes over from one that was begun by hand, so that its end is an end.
        _end(db, number, now)
        db.execute(update(shift).where(shift.c.id == planned).values(begun_at=seconds(now)))
    elif not already:
        values = {"staff": number, "starts_at": seconds(now), "begun_at": seconds(now)}
        db.execute(insert(shift).values(**values))
    if not already:
        db.execute(update(staff).where(staff.c.id == number).values(on_call_since=seconds(now)))
    return not already


def end(db: Connection, number: int, now: datetime) -> bool:
    """Off call; False when they were not on."""
    _end(db, number, now)
    on = update(staff).where(staff.c.id == number, staff.c.on_call_since.is_not(None))
    return db.execute(on.values(on_call_since=None)).rowcount > 0


def due_to_begin(db: Connection, now: datetime) -> list[Shift]:
    """Planned shifts whose hour has come (and is not over)."""
    at = seconds(now)
    return _read(db, shift.c.begun_at.is_(None), shift.c.ended_at.is_(None), shift.c.starts_at <= at, shift.c.ends_at > at)


def due_to_end(db: Connection, now: datetime) -> list[Shift]:
    """Running shifts whose planned end has come."""
    return _read(db, shift.c.begun_at.is_not(None), shift.c.ended_at.is_(None), shift.c.ends_at <= seconds(now))


def listed(db: Connection, start: datetime, end: datetime) -> list[Shift]:
    """All shifts that touch this time, by their start."""
    touches = or_(shift.c.ends_at.is_(None) & shift.c.ended_at.is_(None), shift.c.ends_at > seconds(start))
    touches = touches | (shift.c.ended_at > seconds(start))
    return _read(db, shift.c.starts_at < seconds(end), touches)


def spans(db: Connection, since: datetime, *, ahead: bool = True) -> tuple[Span, ...]:
    """When somebody was on call by their own word or by a planned shift, from then on; with `ahead` also what is planned.

    A shift that was planned and that nobody began (who had left the staff) does not count once its hour is over.
    """
    members = select(staff.c.id).where(staff.c.active)
    running = shift.c.ended_at.is_(None) | (shift.c.ended_at > seconds(since))
    found = _read(db, running, shift.c.begun_at.is_not(None) | (shift.c.ends_at > seconds(since)))
    active = set(db.execute(members).scalars())
    found = [one for one in found if one.ended_at is not None or one.staff in active]
    real = [(one.begun_at, one.ended_at or one.ends_at or OPEN_END) for one in found if one.begun_at is not None]
    coming = [(one.starts_at, one.ends_at) for one in found if one.begun_at is None and one.ends_at is not None]
    return (*real, *coming) if ahead else tuple(real)


def expire(db: Connection, before: datetime) -> int:
    """Shifts that ended long ago go."""
    old = shift.c.ends_at.is_not(None) & (shift.c.ends_at < seconds(before)) | (shift.c.ended_at < seconds(before))
    return int(db.execute(delete(shift).where(old)).rowcount)


def _end(db: Connection, number: int, now: datetime) -> None:
    running = update(shift).where(shift.c.staff == number, shift.c.begun_at.is_not(None), shift.c.ended_at.is_(None))
    db.execute(running.values(ended_at=optional(now)))


def _read(db: Connection, *conditions: object) -> list[Shift]:
    query = select(shift).where(*conditions).order_by(shift.c.starts_at, shift.c.id)  # type: ignore[arg-type]
    return [
        Shift(row.id, row.staff, instant(row.starts_at), maybe(row.ends_at), maybe(row.begun_at), maybe(row.ended_at))
        for row in db.execute(query)
    ]
