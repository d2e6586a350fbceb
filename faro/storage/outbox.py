"""What is to be sent: written in the transaction that decided it, sent in order per chat, kept until it is sent."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, exists, func, select, update

from faro.storage.chats import ADDRESS
from faro.storage.errors import KeyUnusable
from faro.storage.seal import Seal
from faro.storage.statements import insert_once, locked
from faro.storage.tables import HELD, SENT, WAITING, chat, outbox, referral
from faro.storage.times import seconds

BODY = "outbox.body"
RECEIPT = "outbox.receipt"

HEADS = (
    select(outbox.c.chat_key, func.min(outbox.c.priority).label("grave"), func.min(outbox.c.id).label("oldest"))
    .where(WAITING)
    .group_by(outbox.c.chat_key)
    .subquery("heads")
)
"""Of each chat in which something waits: the gravest priority and the oldest row. Answered by the index of waiting rows alone."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One row to be sent, with where it goes. An empty body: what was stored cannot be read any more."""

    id: int
    chat_key: bytes
    channel: str
    address: str
    attempts: int
    body: dict[str, Any]
    purpose: str
    referral: int | None
    talk: int | None
    fault: str | None
    held_for: str | None
    priority: int


def add(
    db: Connection,
    seal: Seal,
    body: dict[str, Any],
    now: datetime,
    *,
    cause: str,
    n: int,
    key: bytes,
    priority: int = 2,
    purpose: str = "reply",
    referral: int | None = None,
    talk: int | None = None,
    held_for: str | None = None,
) -> int | None:
    """A row to send to this chat; None when this cause wrote it before. With `held_for` it waits for `release`."""
    values = {
        "cause": cause,
        "n": n,
        "chat_key": key,
        "priority": priority,
        "state": "held" if held_for else "new",
        "held_for": held_for,
        "body": seal.close_json(BODY, body),
        "purpose": purpose,
        "referral": referral,
        "talk": talk,
        "made_at": seconds(now),
    }
    return insert_once(db, outbox, values, ["cause", "n"])


def due(
    db: Connection,
    seal: Seal,
    now: datetime,
    limit: int,
    *,
    busy: Collection[bytes],
    full: Collection[str] = (),
    me: int = 0,
    by_priority: bytes | None,
    slow: Callable[[], int] | None = None,
) -> list[Parcel]:
    """The next row of each chat that may be sent to now, gravest first; not of the `busy` ones, nor of channels that are `full`.

    `me`: the seat of this process. What it leased and is not busy with was leased by a commit of which it never heard.

    Each chat in order of its rows; `by_priority` (the staff group) by priority first. `slow` says up to which priority that chat is
    sent to now; it is asked only where something waits there.
    """
    at = seconds(now)
    query = (
        select(HEADS.c.chat_key, HEADS.c.oldest)
        .join(chat, chat.c.key == HEADS.c.chat_key)
        .where(chat.c.next_at <= at, _free(at, me), *([chat.c.channel.not_in(full)] if full else []))
        .order_by(HEADS.c.grave, HEADS.c.oldest)
        .limit(limit + len(busy))
    )
    heads = [(row.chat_key, row.oldest) for row in db.execute(query) if row.chat_key not in busy][:limit]
    ids = [oldest if key != by_priority else _gravest(db, key, slow) for key, oldest in heads]
    return [parcel for number in ids if number is not None and (parcel := _parcel(db, seal, number)) is not None]


def sent_since(db: Connection, key: bytes, since: datetime, *, but: str) -> int:
    """How many rows went out to this chat since then, but for those of one purpose."""
    query = select(func.count()).where(
        outbox.c.chat_key == key, SENT, outbox.c.done_at >= seconds(since), outbox.c.purpose != but
    )
    return int(db.execute(query).scalar_one())


def waiting_count(db: Connection, key: bytes) -> int:
    """How many rows wait for this chat."""
    return int(db.execute(select(func.count()).where(outbox.c.chat_key == key, WAITING)).scalar_one())


def lease(db: Connection, keys: Collection[bytes], now: datetime, length: timedelta, by: int) -> set[bytes]:
    """Take these chats for sending where several processes send; those that were free. `by`: the seat of this process."""
    free = select(chat.c.key).where(chat.c.key.in_(keys), _free(seconds(now), by))
    taken = set(db.execute(locked(db, free, skip=True)).scalars())
    db.execute(update(chat).where(chat.c.key.in_(taken)).values(lease_until=seconds(now + length), lease_by=by))
    return taken


def _free(at: float, me: int) -> ColumnElement[bool]:
    """Not leased, or by ourselves. No clock ends a lease, for one that leaps would send what another process is sending (`engine.leases`
    does); but of an older Faro, which signs none."""
    unsigned = chat.c.lease_by.is_(None) & (chat.c.lease_until <= at)
    return (chat.c.lease_until == 0) | (chat.c.lease_by == me) | unsigned


@dataclass(frozen=True, slots=True)
class Lease:
    """A process is sending to this chat, or died while it was. `until` tells one lease from the next."""

    key: bytes
    until: float
    by: int


def leases(db: Connection) -> list[Lease]:
    """Those of chats in which something waits."""
    query = select(chat.c.key, chat.c.lease_until, chat.c.lease_by).join(HEADS, HEADS.c.chat_key == chat.c.key)
    rows = db.execute(query.where(chat.c.lease_until > 0, chat.c.lease_by.is_not(None)))
    return [Lease(row.key, row.lease_until, row.lease_by) for row in rows]


def still_waiting(db: Connection, number: int) -> bool:
    """Whether nobody sent or dropped it meanwhile."""
    return db.execute(select(outbox.c.id).where(outbox.c.id == number, WAITING)).one_or_none() is not None


def was_sent(db: Connection, number: int) -> bool:
    """Whether it is known to have gone out."""
    return db.execute(select(outbox.c.id).where(outbox.c.id == number, SENT)).one_or_none() is not None


def sent(db: Connection, seal: Seal, number: int, receipt: dict[str, Any], now: datetime, *, keep_body: bool = False) -> None:
    """It went out; the words go (but for channels whose page still reads them, until they expire)."""
    values: dict[str, Any] = {
        "state": "sent",
        "receipt": seal.close_json(RECEIPT, receipt),
        "done_at": seconds(now),
        "fault": None,
        "held_for": None,
    }
    if not keep_body:
        values["body"] = None
    db.execute(update(outbox).where(outbox.c.id == number).values(**values))


def again(db: Connection, number: int, fault: str) -> None:
    """It failed for now; the chat's own clock says when it is tried once more."""
    db.execute(update(outbox).where(outbox.c.id == number).values(attempts=outbox.c.attempts + 1, fault=fault))


def change(db: Connection, seal: Seal, number: int, body: dict[str, Any], fault: str | None = None) -> None:
    """Another body for a row that waits."""
    values = {"body": seal.close_json(BODY, body), "fault": fault, "attempts": outbox.c.attempts + 1}
    db.execute(update(outbox).where(outbox.c.id == number).values(**values))


def readdress(db: Connection, number: int, key: bytes) -> None:
    """Another chat for a row that was not sent."""
    db.execute(update(outbox).where(outbox.c.id == number).values(chat_key=key))


def dead(db: Connection, number: int, fault: str, now: datetime) -> None:
    """It will never be sent; the words go, the row stays for staff to see."""
    values = {"state": "dead", "fault": fault, "body": None, "done_at": seconds(now), "held_for": None}
    db.execute(update(outbox).where(outbox.c.id == number).values(**values))


def hold(db: Connection, number: int, held_for: str) -> None:
    """It waits for `release`."""
    db.execute(update(outbox).where(outbox.c.id == number).values(state="held", held_for=held_for))


def held(db: Connection, seal: Seal, *, held_for: str, referral: int | None = None, key: bytes | None = None) -> list[Parcel]:
    """What waits for this reason, of a referral or of a chat, in order."""
    query = select(outbox.c.id).where(HELD, outbox.c.held_for == held_for).order_by(outbox.c.id)
    if referral is not None:
        query = query.where(outbox.c.referral == referral)
    if key is not None:
        query = query.where(outbox.c.chat_key == key)
    return [parcel for number in db.execute(query).scalars() if (parcel := _parcel(db, seal, number)) is not None]


def release(db: Connection, number: int) -> None:
    """It may leave now, in its old place in the order; why it waited stays to be seen."""
    db.execute(update(outbox).where(outbox.c.id == number).values(state="new"))


def waiting(db: Connection, seal: Seal, key: bytes) -> list[Parcel]:
    """What waits to be sent to a chat, in order."""
    query = select(outbox.c.id).where(outbox.c.chat_key == key, WAITING).order_by(outbox.c.id)
    return [parcel for number in db.execute(query).scalars() if (parcel := _parcel(db, seal, number)) is not None]


def pending(db: Connection, referral: int, purpose: str) -> bool:
    """Whether something of this purpose still waits for this referral."""
    found = exists().where(outbox.c.referral == referral, outbox.c.purpose == purpose, WAITING)
    return bool(db.execute(select(found)).scalar())


def waits_for(db: Connection, key: bytes, purpose: str) -> bool:
    """Whether something of this purpose still waits for this chat."""
    found = exists().where(outbox.c.chat_key == key, outbox.c.purpose == purpose, WAITING)
    return bool(db.execute(select(found)).scalar())


def drill_alert_sent(db: Connection) -> bool:
    """Whether the alert of a drill that still runs reached the staff."""
    drills = select(referral.c.id).where(referral.c.drill.is_(True))
    found = exists().where(outbox.c.referral.in_(drills), outbox.c.purpose == "alert", outbox.c.state == "sent")
    return bool(db.execute(select(found)).scalar())


def last_talk(db: Connection, referral: int, key: bytes, purpose: str) -> int:
    """The newest thing said that was already sent (or is to be sent) to this chat for this referral; 0 for none."""
    query = select(func.max(outbox.c.talk)).where(outbox.c.referral == referral, outbox.c.chat_key == key)
    query = query.where(outbox.c.state != "dead")
    return int(db.execute(query.where(outbox.c.purpose == purpose)).scalar_one_or_none() or 0)


def erase(db: Connection, key: bytes, *, keep_cause: str) -> None:
    """All rows of a chat go, but for those of this cause."""
    db.execute(delete(outbox).where(outbox.c.chat_key == key, outbox.c.cause != keep_cause))


def erase_words(db: Connection, talks: Collection[int], now: datetime) -> None:
    """Rows that still carry these words are dropped."""
    values = {"state": "dead", "fault": "erased", "body": None, "done_at": seconds(now), "held_for": None}
    db.execute(update(outbox).where(outbox.c.talk.in_(talks), WAITING | HELD).values(**values))


def erase_about(db: Connection, referral: int, purposes: Collection[str], now: datetime) -> None:
    """What was still to be said about this referral is dropped."""
    values = {"state": "dead", "fault": "erased", "body": None, "done_at": seconds(now), "held_for": None}
    about = (outbox.c.referral == referral) & outbox.c.purpose.in_(purposes)
    db.execute(update(outbox).where(about, WAITING | HELD).values(**values))


def supersede(db: Connection, key: bytes, referral: int, purpose: str, now: datetime) -> None:
    """What waits for this chat, of this referral and purpose, is said anew: the older words are not."""
    values = {"state": "dead", "fault": "superseded", "body": None, "done_at": seconds(now)}
    of = (outbox.c.chat_key == key, outbox.c.referral == referral, outbox.c.purpose == purpose)
    db.execute(update(outbox).where(*of, WAITING).values(**values))


def _gravest(db: Connection, key: bytes, slow: Callable[[], int] | None) -> int | None:
    query = select(outbox.c.id, outbox.c.priority).where(outbox.c.chat_key == key, WAITING)
    row = db.execute(query.order_by(outbox.c.priority, outbox.c.id).limit(1)).one()
    return None if slow is not None and row.priority > slow() else int(row.id)


def _parcel(db: Connection, seal: Seal, number: int) -> Parcel | None:
    query = select(outbox, chat.c.channel, chat.c.address).join(chat, chat.c.key == outbox.c.chat_key)
    row = db.execute(query.where(outbox.c.id == number)).one_or_none()
    if row is None or row.body is None:
        return None
    try:
        address, body = seal.open(ADDRESS, row.address) or "", seal.open_json(BODY, row.body)
    except (KeyUnusable, ValueError):
        address, body = "", {}  # one broken row must not keep all others from being sent
    return Parcel(
        id=row.id,
        chat_key=row.chat_key,
        channel=row.channel,
        address=address,
        attempts=row.attempts,
        body=body,
        purpose=row.purpose,
        referral=row.referral,
        talk=row.talk,
        fault=row.fault,
        held_for=row.held_for,
        priority=row.priority,
    )
