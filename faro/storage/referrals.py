"""Referrals: opened or raised in one step, read, and put back after a pure transition of `assistant.referral`."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, delete, exists, func, or_, select, text, update

from faro.assistant import referral as life
from faro.assistant.events import ReferralOpened
from faro.assistant.person import Where
from faro.assistant.referral import Outcome, Referral, Severity, Status
from faro.storage import audit
from faro.storage.seal import Seal
from faro.storage.statements import insert_once, locked
from faro.storage.tables import HELD, LIVE, institution, note, outbox, person, referral, staff, unmasking
from faro.storage.times import instant, maybe, optional, seconds

DETAILS = "referral.details"
UNKNOWN = "?"
"""The country that nobody told."""

EVIDENCE = 8
"""Pieces of evidence kept; the newest ones."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What `open_or_raise` did: `before` is the referral as it was, None when this one is new."""

    referral: Referral
    before: Referral | None


def open_or_raise(db: Connection, seal: Seal, person: int, event: ReferralOpened, now: datetime, *, pseudonym: str) -> Opened:
    """A new referral, or the open one of this person raised (at most one is not closed; the index keeps it so)."""
    live = for_person(db, seal, person)
    if live is None:
        made = _insert(db, seal, person, event, now, pseudonym=pseudonym)
        if made is not None:
            return Opened(made, None)
        live = for_person(db, seal, person)
    if live is None:
        raise LookupError(f"no open referral of person {person}")
    return Opened(_raise(db, seal, live, event, now), live)


def for_person(db: Connection, seal: Seal, person: int) -> Referral | None:
    """The referral of this person that is not closed."""
    query = select(referral).where(referral.c.person == person, LIVE)
    row = db.execute(locked(db, query)).one_or_none()
    return None if row is None else from_row(seal, row)


def get(db: Connection, seal: Seal, number: int) -> Referral | None:
    """The referral with this id, held until the transaction ends."""
    row = db.execute(locked(db, select(referral).where(referral.c.id == number))).one_or_none()
    return None if row is None else from_row(seal, row)


def of_thread(db: Connection, seal: Seal, thread: str) -> Referral | None:
    """The referral whose talk stands in this staff topic."""
    query = select(referral).where(referral.c.thread == thread).order_by(referral.c.id.desc()).limit(1)
    row = db.execute(query).one_or_none()
    return None if row is None else from_row(seal, row)


def owned(db: Connection, seal: Seal, staff: int) -> list[Referral]:
    """The live referrals of one member of staff, oldest first."""
    query = select(referral).where(referral.c.owner == staff, LIVE)
    return [from_row(seal, row) for row in db.execute(query.order_by(referral.c.id))]


def last_closed(db: Connection, seal: Seal, person: int, since: datetime) -> Referral | None:
    """The last referral of this person that was closed since then, where none is open."""
    query = select(referral).where(referral.c.person == person).order_by(referral.c.id.desc()).limit(1)
    row = db.execute(query).one_or_none()
    over = row is not None and row.closed_at is not None and row.closed_at >= seconds(since)
    return from_row(seal, row) if row is not None and over else None


def earlier(db: Connection, of: Referral) -> list[int]:
    """The numbers of the same person's cases before this one, the newest first."""
    if not of.person:
        return []
    query = select(referral.c.id).where(referral.c.person == of.person, referral.c.id < of.id)
    return list(db.execute(query.order_by(referral.c.id.desc())).scalars())


def live(db: Connection, seal: Seal) -> list[Referral]:
    """All that are not closed, but for those of a drill."""
    query = select(referral).where(LIVE, referral.c.drill.is_(False))
    return [from_row(seal, row) for row in db.execute(query.order_by(referral.c.id))]


def silent_since(db: Connection, seal: Seal, severity: Severity, before: datetime) -> list[Referral]:
    """Live ones of this severity whose person last did something before then: doubts, and those that somebody has in hand.

    Asked each second, so the database leaves out all that cannot be meant: to open ten thousand cases is half a second's work.
    """
    handed = referral.c.unsure | referral.c.owner.is_not(None)
    query = select(referral).join(person, person.c.id == referral.c.person)
    query = query.where(LIVE, referral.c.drill.is_(False), referral.c.severity == severity, referral.c.snoozed_until.is_(None))
    query = query.where(handed, person.c.seen_at <= seconds(before)).order_by(referral.c.id)
    return [from_row(seal, row) for row in db.execute(query)]


def waiting(db: Connection, now: datetime, *, unsure: bool) -> list[int]:
    """The numbers of all live ones (doubts, or all others): nobody's first, paused ones last, before them those that nobody owes a word;
    the gravest first, then the oldest clock."""
    owned = case((referral.c.owner.is_(None), 0), else_=1)
    asleep = case((referral.c.snoozed_until > seconds(now), 1), else_=0)
    owed = case((referral.c.status.in_((Status.OPEN, Status.CLAIMED)), 0), else_=1)
    query = select(referral.c.id).where(LIVE, referral.c.unsure.is_(unsure), referral.c.drill.is_(False))
    return list(db.execute(query.order_by(owned, asleep, owed, gravest(), referral.c.clock_from, referral.c.id)).scalars())


def looked_at(db: Connection, seal: Seal, numbers: Collection[int]) -> dict[int, Referral]:
    """These ones by their numbers, only to be shown: nobody is kept from changing them."""
    rows = db.execute(select(referral).where(referral.c.id.in_(numbers)))
    return {row.id: from_row(seal, row) for row in rows}


@dataclass(frozen=True, slots=True)
class Counted:
    """How many are live: nobody's, somebody's, the critical ones of both, and those the machine only asked about."""

    free: int
    owned: int
    critical: int
    unsure: int


def counted(db: Connection) -> Counted:
    """How many there are, of each kind, but for those of a drill."""
    free, sure = referral.c.owner.is_(None), referral.c.unsure.is_(False)
    critical = sure & (referral.c.severity == Severity.CRITICAL)
    kinds = [func.sum(case((which, 1), else_=0)) for which in (sure & free, sure & ~free, critical, ~sure)]
    return Counted(*(int(number or 0) for number in db.execute(select(*kinds).where(LIVE, referral.c.drill.is_(False))).one()))


def burning(db: Connection, seal: Seal, most: int) -> list[Referral]:
    """What nobody has taken, the gravest first, then what waits longest."""
    query = select(referral).where(LIVE, referral.c.drill.is_(False), referral.c.unsure.is_(False), referral.c.owner.is_(None))
    return [
        from_row(seal, row) for row in db.execute(query.order_by(gravest(), referral.c.clock_from, referral.c.id).limit(most))
    ]


def gravest() -> ColumnElement[int]:
    """What to sort by so that the gravest stand first."""
    return case({str(severity): -rank for severity, rank in life.RANK.items()}, value=referral.c.severity)


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock that may have run out: how many reminders were given, and when the last one."""

    referral: Referral
    step: int
    stepped_at: datetime


def clocks_run_out(
    db: Connection, seal: Seal, minutes: dict[str, int], now: datetime, *, pause: Callable[[int, int], timedelta], limit: int
) -> list[Clock]:
    """Referrals whose clock may have run out by the wall and whose last reminder is `pause` (minutes, step) old; the gravest first.

    Whose owner spoke, but in vain so far, owes nothing.
    """
    at = seconds(now)
    spoke = exists().where(outbox.c.referral == referral.c.id, HELD, outbox.c.held_for == "person")
    due = [_due(severity, allowed, at, pause) for severity, allowed in minutes.items()]
    query = select(referral).where(
        referral.c.status.in_((Status.OPEN, Status.CLAIMED)),
        referral.c.snoozed_until.is_(None),
        referral.c.unsure.is_(False),
        LIVE,
        or_(*due),
        ~spoke,
    )
    rows = db.execute(query.order_by(gravest(), referral.c.clock_from).limit(limit))
    return [Clock(from_row(seal, row), row.clock_step, instant(row.stepped_at)) for row in rows]


LAST_STEP = 4


def _due(severity: str, allowed: int, at: float, pause: Callable[[int, int], timedelta]) -> ColumnElement[bool]:
    """Run out by the wall, and rested since the last reminder."""
    rested = [
        (referral.c.clock_step == step) & (referral.c.stepped_at <= at - pause(allowed, step).total_seconds())
        for step in range(1, LAST_STEP)
    ]
    last = pause(allowed, LAST_STEP).total_seconds()
    rested.append((referral.c.clock_step >= LAST_STEP) & (referral.c.stepped_at <= at - last))
    ran = (referral.c.severity == severity) & (referral.c.clock_from <= at - 60 * allowed)
    return ran & or_(referral.c.clock_step == 0, *rested)


def wake(db: Connection, seal: Seal, now: datetime) -> list[Referral]:
    """Referrals whose snooze is over."""
    query = select(referral).where(LIVE, referral.c.snoozed_until <= seconds(now))
    return [from_row(seal, row) for row in db.execute(query)]


def orphaned(db: Connection, seal: Seal) -> list[Referral]:
    """Live referrals whose owner does not work here any more."""
    gone = list(db.execute(select(staff.c.id).where(staff.c.active.is_(False))).scalars())
    if not gone:
        return []
    query = select(referral).where(LIVE, referral.c.owner.in_(gone))
    return [from_row(seal, row) for row in db.execute(query)]


def topics_over(db: Connection, seal: Seal, before: datetime) -> list[Referral]:
    """Cases closed before then whose staff topic still stands."""
    query = select(referral).where(referral.c.closed_at < seconds(before), referral.c.thread.is_not(None))
    return [from_row(seal, row) for row in db.execute(query)]


def put(db: Connection, seal: Seal, changed: Referral) -> None:
    """Store a referral as a transition made it. A new clock has given no reminders yet."""
    values = _columns(seal, changed)
    old = db.execute(select(referral.c.clock_from, referral.c.details).where(referral.c.id == changed.id)).one()
    if old.clock_from != values["clock_from"]:
        values |= {"clock_step": 0, "stepped_at": 0}
    kept = seal.open_json(DETAILS, old.details)
    values["details"] = seal.close_json(DETAILS, _details(changed, kept["pseudonym"]))
    db.execute(update(referral).where(referral.c.id == changed.id).values(**values))


def reminded(db: Connection, number: int, step: int, now: datetime) -> None:
    """One more reminder of the running clock was given."""
    db.execute(update(referral).where(referral.c.id == number).values(clock_step=step, stepped_at=seconds(now)))


def mark_drill(db: Connection, number: int) -> None:
    """It is one of a drill: it stands in no list."""
    db.execute(update(referral).where(referral.c.id == number).values(drill=True))


def remove_drills(db: Connection) -> None:
    """A drill leaves no referral behind."""
    db.execute(delete(referral).where(referral.c.drill.is_(True)))


def forget_thread(db: Connection, number: int) -> None:
    """Its staff topic was deleted."""
    db.execute(update(referral).where(referral.c.id == number).values(thread=None))


def pseudonym(db: Connection, seal: Seal, number: int) -> str:
    """The pseudonym under which staff know this referral's person; it stays when the person was forgotten."""
    sealed = db.execute(select(referral.c.details).where(referral.c.id == number)).scalar_one()
    return str(seal.open_json(DETAILS, sealed)["pseudonym"])


def ever(db: Connection, seal: Seal, person: int) -> list[Referral]:
    """All of a person's referrals that are still linked to the person."""
    return [
        from_row(seal, row) for row in db.execute(select(referral).where(referral.c.person == person).order_by(referral.c.id))
    ]


def blank(db: Connection, seal: Seal, person: int) -> None:
    """Take out of this person's closed referrals what tells of her: place, evidence, and what staff wrote beside them. Numbers stay."""
    query = select(referral.c.id, referral.c.details).where(referral.c.person == person, referral.c.status == Status.CLOSED)
    for row in db.execute(query).all():
        blank_one(db, seal, row.id, row.details)
    forget_notes(db, seal, (referral.c.person == person) & (referral.c.status == Status.CLOSED))


def forget_notes(db: Connection, seal: Seal, which: ColumnElement[bool]) -> None:
    """Notes, institutions, wishes to see the account and reasons go with their case's words; that they were is in the audit."""
    ids = select(referral.c.id).where(which)
    for table in (note, institution, unmasking):
        db.execute(delete(table).where(table.c.referral.in_(ids)))
    audit.blank(db, seal, ids)


def blank_one(db: Connection, seal: Seal, number: int, details: bytes) -> None:
    """The same for one referral."""
    kept = seal.open_json(DETAILS, details)
    empty: dict[str, Any] = {
        "pseudonym": kept["pseudonym"],
        "where": [],
        "evidence": [],
        "harm_by": "unknown",
        "confidence": kept["confidence"],
    }
    values = {"details": seal.close_json(DETAILS, empty), "country": country_key(seal, None), "before": None}
    db.execute(update(referral).where(referral.c.id == number).values(**values))


def country_key(seal: Seal, code: str | None) -> bytes:
    """The keyed hash by which cases of one country are counted; one for those without a country, too."""
    return seal.hash("country", code or UNKNOWN)


def from_row(seal: Seal, row: Row[Any]) -> Referral:
    """A row as the assistant knows it."""
    details = seal.open_json(DETAILS, row.details)
    return Referral(
        id=row.id,
        person=row.person or 0,
        status=Status(row.status),
        category=row.category,
        severity=Severity(row.severity),
        opened_at=instant(row.opened_at),
        clock_from=instant(row.clock_from),
        language=row.language,
        owner=row.owner,
        where=Where(*details["where"]),
        confidence=details["confidence"],
        evidence=tuple(details["evidence"]),
        harm_by=details["harm_by"],
        unsure=row.unsure,
        conflict=row.conflict,
        first_word_at=maybe(row.first_word_at),
        snoozed_until=maybe(row.snoozed_until),
        closed_at=maybe(row.closed_at),
        outcome=None if row.outcome is None else Outcome(row.outcome),
        silent=details.get("silent", False),
        thread=row.thread,
        refused=tuple(details.get("refused", ())),
        names=tuple(details.get("names", ())),
        interpreter=details.get("interpreter"),
        safe_at=maybe(details.get("safe_at")),
        well=details.get("well", False),
        for_admin=details.get("for_admin", False),
    )


def _insert(db: Connection, seal: Seal, person: int, event: ReferralOpened, now: datetime, *, pseudonym: str) -> Referral | None:
    new = Referral(
        id=0,
        person=person,
        status=Status.OPEN,
        category=event.category,
        severity=Severity(event.severity),
        opened_at=now,
        clock_from=now,
        language=event.language,
        where=event.where,
        confidence=event.confidence,
        evidence=event.evidence[-EVIDENCE:],
        harm_by=event.harm_by,
        unsure=event.action == "ask",
        conflict=event.conflict,
        names=event.names,
    )
    before = db.execute(select(func.max(referral.c.id)).where(referral.c.person == person)).scalar_one_or_none()
    values = _columns(seal, new) | {
        "person": person,
        "details": seal.close_json(DETAILS, _details(new, pseudonym)),
        "before": before,
    }
    number = insert_once(db, referral, values, ["person"], where=text("status != 'closed'"))
    return None if number is None else replace(new, id=number)


def _raise(db: Connection, seal: Seal, old: Referral, event: ReferralOpened, now: datetime) -> Referral:
    sure = event.action != "ask"
    raised = life.raised(old, event.category, Severity(event.severity), now, sure=sure)
    graver = raised.severity != old.severity or old.unsure != raised.unsure
    if old.status in (Status.OPEN, Status.CLAIMED) and not graver:
        # Somebody is owed a word already: who cries for help again must not postpone it by that.
        raised = replace(raised, clock_from=old.clock_from)
    fresh = tuple(piece for piece in event.evidence if piece not in old.evidence)
    where = event.where if event.where.country else old.where
    harm_by = event.harm_by if event.harm_by != "unknown" else old.harm_by
    raised = replace(
        raised,
        evidence=(old.evidence + fresh)[-EVIDENCE:],
        where=where,
        harm_by=harm_by,
        conflict=old.conflict or event.conflict,
        names=tuple(dict.fromkeys(old.names + event.names)),
    )
    put(db, seal, raised)
    return raised


def _columns(seal: Seal, kept: Referral) -> dict[str, Any]:
    return {
        "status": str(kept.status),
        "category": kept.category,
        "severity": str(kept.severity),
        "language": kept.language,
        "country": country_key(seal, kept.where.country),
        "owner": kept.owner,
        "unsure": kept.unsure,
        "conflict": kept.conflict,
        "opened_at": seconds(kept.opened_at),
        "clock_from": seconds(kept.clock_from),
        "first_word_at": optional(kept.first_word_at),
        "snoozed_until": optional(kept.snoozed_until),
        "closed_at": optional(kept.closed_at),
        "outcome": None if kept.outcome is None else str(kept.outcome),
        "thread": kept.thread,
    }


def _details(kept: Referral, pseudonym: str) -> dict[str, Any]:
    where = kept.where
    return {
        "pseudonym": pseudonym,
        "where": [where.country, where.town, where.latitude, where.longitude],
        "evidence": list(kept.evidence),
        "harm_by": kept.harm_by,
        "confidence": kept.confidence,
        "silent": kept.silent,
        "refused": list(kept.refused),
        "names": list(kept.names),
        "interpreter": kept.interpreter,
        "safe_at": optional(kept.safe_at),
        "well": kept.well,
        "for_admin": kept.for_admin,
    }
