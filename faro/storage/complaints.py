"""Complaints about the team, in the person's words: for somebody outside of it and for coordinators whom it is not about."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from faro.assistant import conflict
from faro.assistant.keeping import REFERRAL
from faro.assistant.rights import Staff
from faro.storage import referrals
from faro.storage.seal import Seal
from faro.storage.tables import complaint, referral
from faro.storage.times import instant, seconds

WORDS = "complaint.words"


@dataclass(frozen=True, slots=True)
class Complaint:
    """One. `referral`: the case that was open then."""

    id: int
    at: datetime
    pseudonym: str
    words: str
    referral: int | None


def add(db: Connection, seal: Seal, person: int, words: str, now: datetime, *, pseudonym: str, referral: int | None) -> None:
    """Keep one."""
    sealed = seal.close_json(WORDS, {"pseudonym": pseudonym, "words": words})
    db.execute(insert(complaint).values(person=person, referral=referral, words=sealed, at=seconds(now)))


def listed(db: Connection, seal: Seal, *, reader: Staff) -> list[Complaint]:
    """The newest first; none that may be about the reader: whose case it was or is, whom the person refused, or whom the words name."""
    found = []
    for row in db.execute(select(complaint).order_by(complaint.c.id.desc()).limit(200)):
        kept = seal.open_json(WORDS, row.words)
        own = conflict.named([kept["words"]], [reader.name, reader.name.split()[0], *reader.ties])
        if not own and not _had(db, seal, reader, row.person, row.referral):
            found.append(Complaint(row.id, instant(row.at), kept["pseudonym"], kept["words"], row.referral))
    return found


def _had(db: Connection, seal: Seal, reader: Staff, person: int | None, number: int | None) -> bool:
    """Whether the reader ever had a case of this person."""
    theirs = (referral.c.person == person) if person is not None else (referral.c.id == number)
    cases = [referrals.from_row(seal, row) for row in db.execute(select(referral).where(theirs | (referral.c.id == number)))]
    return any(reader.id == case.owner or reader.id in case.refused for case in cases)


def erase(db: Connection, person: int) -> None:
    """The person wants everything to go."""
    db.execute(delete(complaint).where(complaint.c.person == person))


def expire(db: Connection, now: datetime) -> int:
    """What is over its time."""
    return db.execute(delete(complaint).where(complaint.c.at < seconds(now - REFERRAL))).rowcount
