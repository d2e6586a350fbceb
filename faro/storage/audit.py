"""Who did what and when, also who read: dotted verbs in the past tense. Details hold ids and reasons, never the person's words."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from faro.storage.seal import Seal
from faro.storage.tables import audit, note
from faro.storage.times import seconds

DETAIL = "audit.detail"
NOTE = "note.words"
PERSON = "person"
MACHINE = "machine"

REASONED = ("media.opened",)
"""Verbs whose detail holds a reason in staff's own words."""


def write(
    db: Connection, seal: Seal, verb: str, actor: str, now: datetime, *, referral: int | None = None, **detail: Any
) -> None:
    """One event, such as `referral.claimed` by `staff:3`."""
    values = {"at": seconds(now), "verb": verb, "actor": actor, "referral": referral}
    values["detail"] = seal.close_json(DETAIL, detail) if detail else None
    db.execute(insert(audit).values(**values))


def by(staff: int) -> str:
    """The actor's name for a member of staff."""
    return f"staff:{staff}"


def verbs(db: Connection, referral: int) -> list[str]:
    """What happened to a referral, in order."""
    return list(db.execute(select(audit.c.verb).where(audit.c.referral == referral).order_by(audit.c.id)).scalars())


def opened_of_others(db: Connection, seal: Seal, staff: int, since: datetime) -> set[int]:
    """The cases, not their own, whose words somebody opened since then."""
    query = select(audit.c.referral, audit.c.detail).where(
        audit.c.verb == "words.opened", audit.c.actor == by(staff), audit.c.at >= seconds(since)
    )
    return {row.referral for row in db.execute(query) if (seal.open_json(DETAIL, row.detail) or {}).get("own") is False}


def blank(db: Connection, seal: Seal, which: Select[Any]) -> None:
    """Of these referrals the reasons that staff wrote go; that something was done stays."""
    query = select(audit.c.id, audit.c.detail).where(audit.c.referral.in_(which), audit.c.verb.in_(REASONED))
    for row in db.execute(query).all():
        kept = {name: value for name, value in (seal.open_json(DETAIL, row.detail) or {}).items() if name != "reason"}
        db.execute(update(audit).where(audit.c.id == row.id).values(detail=seal.close_json(DETAIL, kept)))


def add_note(db: Connection, seal: Seal, referral: int, words: str, now: datetime, *, staff: int) -> None:
    """A private note beside a referral."""
    db.execute(insert(note).values(referral=referral, staff=staff, words=seal.close(NOTE, words), at=seconds(now)))
