"""Cases handed on to institutions, with what the person said to it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, select, update

from faro.assistant.institution import State
from faro.storage.seal import Seal
from faro.storage.tables import institution
from faro.storage.times import instant, seconds

NAME = "institution.name"
REASON = "institution.reason"


@dataclass(frozen=True, slots=True)
class Handed:
    """One institution of one case."""

    id: int
    referral: int
    name: str
    state: State
    consent: str
    reason: str | None
    staff: int
    at: datetime
    changed_at: datetime


def add(
    db: Connection, seal: Seal, referral: int, name: str, now: datetime, *, state: State, consent: str, reason: str, staff: int
) -> int:
    """A case is handed on (or the person is asked whether it may be); the id."""
    values = {
        "referral": referral,
        "name": seal.close(NAME, name),
        "state": str(state),
        "consent": consent,
        "reason": seal.close(REASON, reason or None),
        "staff": staff,
        "at": seconds(now),
        "changed_at": seconds(now),
    }
    return int(db.execute(insert(institution).values(**values).returning(institution.c.id)).scalar_one())


def get(db: Connection, seal: Seal, number: int) -> Handed | None:
    """The row with this id."""
    found = _read(db, seal, institution.c.id == number)
    return found[0] if found else None


def of_referral(db: Connection, seal: Seal, referral: int) -> list[Handed]:
    """All institutions of a case, oldest first."""
    return _read(db, seal, institution.c.referral == referral)


def put(db: Connection, number: int, state: State, now: datetime, *, consent: str | None = None) -> None:
    """Where it is now."""
    values = {"state": str(state), "changed_at": seconds(now)} | ({"consent": consent} if consent else {})
    db.execute(update(institution).where(institution.c.id == number).values(**values))


def _read(db: Connection, seal: Seal, condition: ColumnElement[bool]) -> list[Handed]:
    return [
        Handed(
            id=row.id,
            referral=row.referral,
            name=seal.open(NAME, row.name) or "",
            state=State(row.state),
            consent=row.consent,
            reason=seal.open(REASON, row.reason),
            staff=row.staff,
            at=instant(row.at),
            changed_at=instant(row.changed_at),
        )
        for row in db.execute(select(institution).where(condition).order_by(institution.c.id))
    ]
