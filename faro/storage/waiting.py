"""The queue as a page shows it: what burns first, a page at a time, however many there are. Part of `views`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, case, func, select

from faro.assistant import referral as life
from faro.assistant.person import MayWrite
from faro.assistant.referral import RANK, Referral, Status
from faro.assistant.shifts import Span
from faro.storage import duty, people, referrals
from faro.storage import staff as members
from faro.storage.seal import Seal
from faro.storage.tables import LIVE, chat, person, referral, talk
from faro.storage.times import maybe, seconds

Ends = Callable[[Sequence[Span]], Callable[[Referral], datetime | None]]
"""With these shifts: when a running clock really ends, in the hours of the team; None when nobody reads so soon."""

LOOK_BACK = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Queued:
    """One referral in the queue, without a word of the person. `due_at`: end of the running clock; None: nobody owes a word.

    `held`: staff's words that wait until writing is safe. `unread`: things the person sent since staff's last word.
    `unreachable`: the person blocked the bot or left. `erase`: the person asked to be forgotten; a coordinator finishes.
    """

    referral: Referral
    pseudonym: str
    owner_name: str | None
    due_at: datetime | None
    last_at: datetime | None
    unread: int
    held: int
    may_write: MayWrite
    unreachable: bool
    erase: bool
    channel: str | None


def queue(
    db: Connection,
    seal: Seal,
    *,
    minutes: dict[str, int],
    now: datetime,
    unsure: bool = False,
    owner: int | None = None,
    limit: int | None = None,
    ends: Ends | None = None,
) -> list[Queued]:
    """Referrals that are not closed, what burns first; with `unsure` only those of the "look at these" list, else all others.

    Snoozed ones stand last, before them those that nobody owes a word; the gravest first, then the clock that ends soonest.
    """
    asleep = case((referral.c.snoozed_until > seconds(now), 1), else_=0)
    owed = case((referral.c.status.in_((Status.OPEN, Status.CLAIMED)), 0), else_=1)
    allowed = case({severity: 60 * given for severity, given in minutes.items()}, value=referral.c.severity)
    query = select(referral.c.id).where(LIVE, referral.c.unsure.is_(unsure), referral.c.drill.is_(False))
    if owner is not None:
        query = query.where(referral.c.owner == owner)
    query = query.order_by(asleep, owed, referrals.gravest(), referral.c.clock_from + allowed, referral.c.id)
    ids = list(db.execute(query.limit(limit) if limit is not None else query).scalars())
    found = {one.referral.id: one for one in _in_parts(db, seal, ids, minutes, now=now, ends=ends)}
    return [found[number] for number in ids if number in found]


AT_ONCE = 500
"""Rows read in one statement: databases bound how many values one may hold."""


def _in_parts(
    db: Connection, seal: Seal, ids: list[int], minutes: dict[str, int], *, now: datetime, ends: Ends | None
) -> list[Queued]:
    parts = [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
    rows = (read(db, seal, select(referral).where(referral.c.id.in_(part)), minutes, now=now, ends=ends) for part in parts)
    return [one for part in rows for one in part]


def closed(db: Connection, seal: Seal, *, limit: int = 50) -> list[Queued]:
    """The last closed referrals, newest first."""
    query = select(referral).where(referral.c.status == Status.CLOSED).order_by(referral.c.closed_at.desc()).limit(limit)
    return read(db, seal, query, dict.fromkeys(RANK, 0))


def searched(db: Connection, seal: Seal, words: str, *, minutes: dict[str, int], limit: int = 50) -> list[Queued]:
    """Cases whose number, pseudonym, town or owner is like this, live ones first, newest first. What people wrote is not searched."""
    wanted, names = words.strip().casefold(), _names(db, seal)
    if not wanted:
        return []
    found: list[int] = []
    columns = select(referral.c.id, referral.c.details, referral.c.owner, referral.c.category)
    for row in db.execute(columns.order_by((referral.c.status == Status.CLOSED), referral.c.id.desc())):
        details = seal.open_json(referrals.DETAILS, row.details)
        town = (details["where"] + [None, None])[1] or ""
        known = (str(row.id), details["pseudonym"], town, names.get(row.owner, ""))
        if wanted == str(row.id) or any(wanted in one.casefold() for one in known[1:]):
            found.append(row.id)
        if len(found) == limit:
            break
    read_all = {one.referral.id: one for one in read(db, seal, select(referral).where(referral.c.id.in_(found)), minutes)}
    return [read_all[number] for number in found]


def read(
    db: Connection,
    seal: Seal,
    query: Select[Any],
    minutes: dict[str, int],
    *,
    now: datetime | None = None,
    ends: Ends | None = None,
) -> list[Queued]:
    """These rows with what stands around them, read in a handful of statements."""
    rows = db.execute(query).all()
    names, talks = _names(db, seal), _talks(db, [row.id for row in rows])
    homes = _homes(db, seal, [row.person for row in rows if row.person])
    found = [
        _one(seal, row, minutes, owner=names.get(row.owner), said=talks.get(row.id), home=homes.get(row.person)) for row in rows
    ]
    if ends is None or now is None:
        return found
    when = ends(duty.spans(db, now - LOOK_BACK))
    return [one if one.due_at is None else replace(one, due_at=when(one.referral) or one.due_at) for one in found]


def _names(db: Connection, seal: Seal) -> dict[int, str]:
    return {one.id: one.name for one in members.everybody(db, seal, active=False)}


def _talks(db: Connection, ids: Sequence[int]) -> dict[int, Any]:
    """Of each case: the last thing said, what staff have not answered, what waits."""
    spoken = (
        select(talk.c.referral, func.max(talk.c.id).label("last"))
        .where(talk.c.referral.in_(ids), talk.c.said_by == "staff")
        .group_by(talk.c.referral)
        .subquery("spoken")
    )
    new = case(((talk.c.said_by == "person") & (talk.c.id > func.coalesce(spoken.c.last, 0)), 1), else_=0)
    query = (
        select(
            talk.c.referral,
            func.max(talk.c.at).label("last_at"),
            func.sum(new).label("unread"),
            func.sum(case((talk.c.state == "held", 1), else_=0)).label("held"),
        )
        .outerjoin(spoken, spoken.c.referral == talk.c.referral)
        .where(talk.c.referral.in_(ids), talk.c.said_by != "draft")
        .group_by(talk.c.referral)
    )
    return {row.referral: row for row in db.execute(query)}


@dataclass(frozen=True, slots=True)
class _Home:
    may_write: MayWrite
    erase: bool
    channel: str | None
    unreachable: bool


def _homes(db: Connection, seal: Seal, ids: Sequence[int]) -> dict[int, _Home]:
    """Where each person is reached, and what they allowed."""
    query = select(person.c.id, person.c.memory, person.c.hidden_at, chat.c.channel, chat.c.unreachable_since)
    query = query.outerjoin(chat, chat.c.person == person.c.id).where(person.c.id.in_(ids))
    found = {}
    for row in db.execute(query):
        kept = seal.open_json(people.MEMORY, row.memory) or {}
        may_write = MayWrite(kept.get("may_write", MayWrite.UNKNOWN))
        lost = row.channel is None or row.unreachable_since is not None
        found[row.id] = _Home(may_write, row.hidden_at is not None, row.channel, lost)
    return found


def _one(seal: Seal, row: Row[Any], minutes: dict[str, int], *, owner: str | None, said: Any, home: _Home | None) -> Queued:
    found = referrals.from_row(seal, row)
    return Queued(
        referral=found,
        pseudonym=seal.open_json(referrals.DETAILS, row.details)["pseudonym"],
        owner_name=owner,
        due_at=life.due_at(found, minutes),
        last_at=maybe(said.last_at if said is not None else None),
        unread=int(said.unread or 0) if said is not None else 0,
        held=int(said.held or 0) if said is not None else 0,
        may_write=home.may_write if home is not None else MayWrite.UNKNOWN,
        unreachable=home is None or home.unreachable,
        erase=home is not None and home.erase,
        channel=None if home is None else home.channel,
    )
