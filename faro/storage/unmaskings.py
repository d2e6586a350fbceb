"""Who wanted to know which account stands behind a pseudonym, who allowed it, and that it was seen once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, select, update

from faro.storage.seal import Seal
from faro.storage.tables import unmasking
from faro.storage.times import instant, maybe, seconds

REASON = "unmasking.reason"


@dataclass(frozen=True, slots=True)
class Unmasking:
    """One wish to see an account."""

    id: int
    referral: int
    asked_by: int
    reason: str
    asked_at: datetime
    granted_by: int | None
    granted_at: datetime | None
    seen_at: datetime | None


def ask(db: Connection, seal: Seal, referral: int, reason: str, now: datetime, *, staff: int) -> int:
    """Somebody asks; the id."""
    values = {"referral": referral, "asked_by": staff, "reason": seal.close(REASON, reason), "asked_at": seconds(now)}
    return int(db.execute(insert(unmasking).values(**values).returning(unmasking.c.id)).scalar_one())


def grant(db: Connection, number: int, now: datetime, *, staff: int) -> None:
    """Somebody else allows it."""
    db.execute(update(unmasking).where(unmasking.c.id == number).values(granted_by=staff, granted_at=seconds(now)))


def seen(db: Connection, number: int, now: datetime) -> bool:
    """It is seen now; False when it was before."""
    first = update(unmasking).where(unmasking.c.id == number, unmasking.c.seen_at.is_(None))
    return db.execute(first.values(seen_at=seconds(now))).rowcount > 0


def get(db: Connection, seal: Seal, number: int) -> Unmasking | None:
    """The wish with this id."""
    found = _read(db, seal, unmasking.c.id == number)
    return found[0] if found else None


def of_referral(db: Connection, seal: Seal, referral: int) -> list[Unmasking]:
    """All wishes of a case, oldest first."""
    return _read(db, seal, unmasking.c.referral == referral)


def _read(db: Connection, seal: Seal, condition: ColumnElement[bool]) -> list[Unmasking]:
    return [
        Unmasking(
            id=row.id,
            referral=row.referral,
            asked_by=row.asked_by,
            reason=seal.open(REASON, row.reason) or "",
            asked_at=instant(row.asked_at),
            granted_by=row.granted_by,
            granted_at=maybe(row.granted_at),
            seen_at=maybe(row.seen_at),
        )
        for row in db.execute(select(unmasking).where(condition).order_by(unmasking.c.id))
    ]
