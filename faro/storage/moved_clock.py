"""A clock that was ahead and is right again: what it wrote as "now" is brought back to now, so that nothing waits for it to come round.

What lies in the future on purpose (a snooze, a shift that is planned) is left alone. The audit keeps the hours that the clock said.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select, update

from faro.storage.tables import chat, inbox, outbox, person, pulse, referral, session, shift, staff, talk
from faro.storage.times import instant, seconds

SLACK = timedelta(seconds=5)
"""By so much the clocks of several machines may differ."""

WAS_NOW = (
    referral.c.opened_at, referral.c.clock_from, referral.c.stepped_at, referral.c.first_word_at, referral.c.closed_at,
    person.c.made_at, person.c.seen_at, talk.c.at, inbox.c.received_at, inbox.c.done_at, outbox.c.made_at, outbox.c.done_at,
    staff.c.on_call_since, shift.c.begun_at, shift.c.ended_at, session.c.used_at, pulse.c.at,
)  # fmt: skip
"""Columns that hold what was the present when it was written."""

WAITS = (chat.c.next_at, inbox.c.next_at)
"""Columns that say how long is waited: seconds, a minute, what Telegram asked for. At worst Telegram asks again."""


def ahead(db: Connection, now: datetime) -> timedelta:
    """How far the last sign of life lies in the future; zero where it does not."""
    last = db.execute(select(func.max(pulse.c.at)).where(pulse.c.name == "heartbeat")).scalar_one_or_none()
    gap = timedelta(0) if last is None else instant(last) - now
    return gap if gap > SLACK else timedelta(0)


def bring_back(db: Connection, now: datetime) -> None:
    """Nothing was done later than now, and nobody waits any longer."""
    at = seconds(now)
    _shifts(db, at)
    # A clock of a case that ran out in that time did not; a session lives on as long after its use as it would have.
    db.execute(update(referral).where(referral.c.stepped_at > at).values(clock_step=0))
    used = session.c.expires_at - session.c.used_at
    db.execute(update(session).where(session.c.used_at > at).values(expires_at=at + used))
    for column in (*WAS_NOW, *WAITS):
        db.execute(update(column.table).where(column > at).values({column: at}))


def _shifts(db: Connection, at: float) -> None:
    """Planned shifts that ended or began in that time go on, or begin later."""
    ended = (shift.c.ended_at > at) & (shift.c.ends_at > at)
    for row in db.execute(select(shift.c.staff, shift.c.begun_at).where(ended, shift.c.begun_at <= at)).all():
        back = update(staff).where(staff.c.id == row.staff, staff.c.on_call_since.is_(None))
        db.execute(back.values(on_call_since=row.begun_at))
    db.execute(update(shift).where(ended).values(ended_at=None))
    early = (shift.c.begun_at > at) & (shift.c.starts_at > at)
    for number in db.execute(select(shift.c.staff).where(early)).scalars().all():
        db.execute(update(staff).where(staff.c.id == number, staff.c.on_call_since > at).values(on_call_since=None))
    db.execute(update(shift).where(early).values(begun_at=None, ended_at=None))
