"""Reading for the console and the web chat: plain functions of a connection, nothing is changed here.

Rights are the caller's: `case` shows a person's words, so the console first performs `Verb.READ`, which checks and audits.
Use: `await engine.view(views.queue, minutes=..., now=...)`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from faro.assistant.rights import Staff
from faro.assistant.shifts import Span
from faro.storage import audit as audits
from faro.storage import (
    chats,
    duty,
    institutions,
    people,
    place_reports,
    questions,
    referrals,
    tables,
    timeline,
    unmaskings,
    waiting,
)
from faro.storage import inbox as inboxes
from faro.storage import outbox as outboxes
from faro.storage import staff as members
from faro.storage.complaints import listed as complaints
from faro.storage.figures import Figures, Speed, figures
from faro.storage.gaps import NOBODY, Gap, gaps
from faro.storage.gauges import Gauges, away, gauges
from faro.storage.seal import Seal
from faro.storage.suggestions import listed as suggestions
from faro.storage.tables import (
    FAILED,
    PARKED,
    RECEIVED,
    SENT,
    WAITING,
    audit,
    inbox,
    outbox,
    person,
    question,
    referral,
    tally,
)
from faro.storage.timeline import Line
from faro.storage.times import instant, seconds
from faro.storage.waiting import Ends, Queued, closed, queue, searched

__all__ = [
    "NOBODY", "Around", "Case", "Colleague", "Counts", "Dead", "Ends", "Figures", "Gap", "Gauges", "Line", "Parked", "Queued", "Sent",
    "Speed", "Trace", "account", "around", "asked", "away", "case", "closed", "colleagues", "complaints", "counts", "dead",
    "figures", "gaps", "gauges", "manned", "on_duty", "parked", "places_on_hold", "places_reported", "pulse", "queue", "searched",
    "shifts", "suggestions", "tallies", "trail", "web_out",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """All that the owner sees.

    `failures`: what could not be delivered, as (purpose, fault). `earlier`: ids of closed referrals of the same person.
    `handed`: the institutions it was handed on to. `wishes`: who asked to see the account behind the pseudonym.
    `held_off`: until when the person has no talk with staff.
    """

    queued: Queued
    timeline: tuple[Line, ...]
    failures: tuple[tuple[str, str], ...]
    earlier: tuple[int, ...]
    handed: tuple[institutions.Handed, ...] = ()
    wishes: tuple[unmaskings.Unmasking, ...] = ()
    held_off: datetime | None = None


@dataclass(frozen=True, slots=True)
class Parked:
    """A delivery that could not be worked on. `body`: as it came, None when gone."""

    id: int
    channel: str
    received_at: datetime
    attempts: int
    fault: str
    body: str | None


@dataclass(frozen=True, slots=True)
class Dead:
    """Something that could not be sent and never will be."""

    id: int
    purpose: str
    referral: int | None
    fault: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member of staff. `reachable`: has a private chat to which the bot can write."""

    staff: Staff
    reachable: bool
    owned: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers for the head of the console and for /health; waits in seconds."""

    open: int
    owned: int
    critical: int
    unsure: int
    erasures: int
    parked: int
    dead: int
    inbox_waiting: int
    outbox_waiting: int
    oldest_wait: float


@dataclass(frozen=True, slots=True)
class Sent:
    """One outbox body (`engine.outgoing`) that was sent to a web chat, for the page to carry out.

    `mark`: its place in the order of sending, to ask for what came after it; words that were held keep an old `id` and get a new mark.
    """

    id: int
    body: dict[str, Any]
    mark: str


@dataclass(frozen=True, slots=True)
class Trace:
    """One event of the audit. `actor`: `staff:3`, `person`, `machine`, `unknown`."""

    at: datetime
    verb: str
    actor: str
    referral: int | None
    detail: dict[str, Any]


def case(
    db: Connection, seal: Seal, number: int, *, minutes: dict[str, int], now: datetime | None = None, ends: Ends | None = None
) -> Case | None:
    """One referral with its whole timeline; None when there is none with this id."""
    found = waiting.read(db, seal, select(referral).where(referral.c.id == number), minutes, now=now, ends=ends)
    if not found:
        return None
    failing = select(outbox.c.purpose, outbox.c.fault).where(outbox.c.referral == number, *FAILED)
    failures = tuple((row.purpose, row.fault or "") for row in db.execute(failing.order_by(outbox.c.id)))
    return Case(
        found[0],
        timeline.of(db, seal, number),
        failures,
        tuple(referrals.earlier(db, found[0].referral)),
        tuple(institutions.of_referral(db, seal, number)),
        tuple(unmaskings.of_referral(db, seal, number)),
        people.blocked_until(db, found[0].referral.person) if found[0].referral.person else None,
    )


def account(db: Connection, seal: Seal, number: int) -> str | None:
    """The account behind a case's pseudonym. Only for the one look that `Verb.ACCOUNT` has just allowed and written down."""
    whose = db.execute(select(referral.c.person).where(referral.c.id == number)).scalar_one_or_none()
    found = chats.of_person(db, seal, whose) if whose else None
    return None if found is None else f"{found.channel}: {found.address}"


def shifts(db: Connection, seal: Seal, *, start: datetime, end: datetime) -> list[duty.Shift]:
    """The shifts that touch this time."""
    return duty.listed(db, start, end)


def on_duty(db: Connection, seal: Seal, *, since: datetime) -> tuple[Span, ...]:
    """When somebody was, is and will be on call by their own word or a planned shift."""
    return duty.spans(db, since)


def pulse(db: Connection, seal: Seal) -> list[tuple[str, datetime]]:
    """The last signs of life and of work done, by name."""
    query = select(tables.pulse.c.name, tables.pulse.c.at).order_by(tables.pulse.c.name)
    return [(row.name, instant(row.at)) for row in db.execute(query)]


def parked(db: Connection, seal: Seal) -> list[Parked]:
    """Deliveries that could not be worked on, newest first."""
    query = select(inbox).where(PARKED).order_by(inbox.c.id.desc()).limit(200)
    return [
        Parked(row.id, row.channel, instant(row.received_at), row.attempts, row.fault or "", seal.open(inboxes.BODY, row.body))
        for row in db.execute(query)
    ]


def dead(db: Connection, seal: Seal) -> list[Dead]:
    """What could not be sent, newest first."""
    query = select(outbox).where(*FAILED).order_by(outbox.c.id.desc()).limit(200)
    return [Dead(row.id, row.purpose, row.referral, row.fault or "", instant(row.made_at)) for row in db.execute(query)]


def manned(db: Connection, seal: Seal) -> bool:
    """Whether anybody active can take a case."""
    return members.manned(db, seal)


def colleagues(db: Connection, seal: Seal) -> list[Colleague]:
    """All staff, active first, by name."""
    reachable = {door.staff.id for door in members.doors(db, seal)}
    owned = members.load(db)
    everybody = members.everybody(db, seal, active=False)
    listed = [Colleague(one, one.id in reachable, owned.get(one.id, 0)) for one in everybody]
    return sorted(listed, key=lambda one: (not one.staff.active, one.staff.name.casefold()))


def counts(db: Connection, seal: Seal, *, now: datetime) -> Counts:
    """How much waits where."""
    live = referrals.counted(db)
    oldest = db.execute(select(func.min(inbox.c.received_at)).where(RECEIVED)).scalar_one_or_none()
    return Counts(
        open=live.free,
        owned=live.owned,
        critical=live.critical,
        unsure=live.unsure,
        erasures=_count(db, select(person.c.id).where(person.c.hidden_at.is_not(None))),
        parked=_count(db, select(inbox.c.id).where(PARKED)),
        dead=_count(db, select(outbox.c.id).where(*FAILED)),
        inbox_waiting=_count(db, select(inbox.c.id).where(RECEIVED)),
        outbox_waiting=_count(db, select(outbox.c.id).where(WAITING)),
        oldest_wait=0.0 if oldest is None else max(0.0, seconds(now) - oldest),
    )


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around every page of the console. `duty`: when somebody is or will be on call; `away`: `gauges.away`."""

    counts: Counts
    gaps: tuple[Gap, ...]
    duty: tuple[Span, ...]
    away: tuple[tuple[str, datetime], ...]


def around(db: Connection, seal: Seal, *, now: datetime) -> Around:
    """All of it at one look: each page asks."""
    return Around(counts(db, seal, now=now), gaps(db, seal), duty.spans(db, now), away(db, seal, now=now))


def web_out(db: Connection, seal: Seal, *, chat: str, after: str = "") -> list[Sent]:
    """What was sent to this web chat after this mark, in the order of sending (`channel` "web"). A broken mark is none."""
    query = select(outbox.c.id, outbox.c.body, outbox.c.done_at).where(outbox.c.chat_key == seal.chat_key("web", chat))
    query = query.where(SENT, outbox.c.body.is_not(None)).order_by(outbox.c.done_at, outbox.c.id)
    seen = _place(after)
    return [
        Sent(row.id, seal.open_json(outboxes.BODY, row.body), f"{row.done_at!r}:{row.id}")
        for row in db.execute(query)
        if (row.done_at, row.id) > seen
    ]


def _place(mark: str) -> tuple[float, int]:
    at, _, number = mark.partition(":")
    try:
        return float(at), int(number)
    except ValueError:
        return 0.0, 0


def places_on_hold(db: Connection, seal: Seal) -> frozenset[str]:
    """Ids of the places to which nobody is sent until an editor has looked."""
    return place_reports.held(db)


def places_reported(db: Connection, seal: Seal, *, now: datetime) -> list[place_reports.Reported]:
    """The editors' list: on hold first, then what was reported in the last week."""
    return place_reports.listed(db, now)


def asked(db: Connection, seal: Seal, *, limit: int = 200) -> list[tuple[str, str, str, str]]:
    """Unanswered questions for editors, newest first: (day, language, words, near topics)."""
    query = select(question).order_by(question.c.id.desc()).limit(limit)
    return [(row.day, row.language, seal.open(questions.WORDS, row.words) or "", row.near) for row in db.execute(query)]


def tallies(db: Connection, seal: Seal, *, since: str) -> list[tuple[str, str, str, int]]:
    """Counts a day since that day: (day, what, language, count)."""
    query = select(tally).where(tally.c.day >= since).order_by(tally.c.day, tally.c.what, tally.c.language)
    return [(row.day, row.what, row.language, row._mapping["count"]) for row in db.execute(query)]


def trail(db: Connection, seal: Seal, *, referral: int | None = None, limit: int = 200) -> list[Trace]:
    """Who did what, newest first."""
    query = select(audit).order_by(audit.c.id.desc()).limit(limit)
    if referral is not None:
        query = query.where(audit.c.referral == referral)
    return [
        Trace(instant(row.at), row.verb, row.actor, row.referral, seal.open_json(audits.DETAIL, row.detail) or {})
        for row in db.execute(query)
    ]


def _count(db: Connection, query: Select[Any]) -> int:
    return int(db.execute(select(func.count()).select_from(query.subquery())).scalar_one())
