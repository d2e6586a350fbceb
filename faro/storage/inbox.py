"""Deliveries: stored before they are acknowledged, worked on in order per chat, done once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, exists, func, literal_column, select, update

from faro.storage.errors import KeyUnusable
from faro.storage.seal import Seal
from faro.storage.statements import insert_once, locked
from faro.storage.tables import PARKED, RECEIVED, inbox
from faro.storage.times import seconds

BODY = "inbox.body"

NOWHERE = b""
"""The chat of what was delivered by somebody who is forgotten."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One stored delivery. `priority`: 0 danger, 2 normal. `body`: None where what was stored cannot be read any more."""

    id: int
    channel: str
    priority: int
    attempts: int
    due: bool
    body: bytes | None


def put(
    db: Connection,
    seal: Seal,
    raw: bytes,
    now: datetime,
    *,
    channel: str,
    delivery_id: str,
    key: bytes,
    priority: int,
    done: bool = False,
) -> bool:
    """Store a delivery; False when this one was stored before. With `done` it only stands there so that it is not done twice."""
    values = {
        "channel": channel,
        "delivery_id": delivery_id,
        "chat_key": key,
        "priority": priority,
        "state": "done" if done else "new",
        "body": None if done else seal.close(BODY, raw.decode("utf-8", "replace")),
        "received_at": seconds(now),
    }
    return insert_once(db, inbox, values, ["channel", "delivery_id"]) is not None


def due_chats(db: Connection, now: datetime, limit: int, *, resting: Collection[bytes] = ()) -> list[tuple[bytes, int]]:
    """Chats in which something waits that may be worked on now, and the gravest priority there; danger first, then the oldest.

    Of `resting` ones only what has priority 0.
    """
    at, urgent = seconds(now), inbox.alias("urgent")
    chats = select(inbox.c.chat_key, func.min(inbox.c.id).label("oldest"), func.min(inbox.c.priority).label("grave"))
    awake = [inbox.c.chat_key.not_in(resting) | (inbox.c.priority == 0)] if resting else []
    heads = chats.where(RECEIVED, *awake).group_by(inbox.c.chat_key).subquery("heads")
    # What comes after one that failed and is tried again later waits with it, but for danger: such chats must not take others' turns.
    danger = exists().where(
        urgent.c.chat_key == heads.c.chat_key,
        urgent.c.state == literal_column("'new'"),
        urgent.c.priority == 0,
        urgent.c.next_at <= at,
    )
    query = (
        select(heads.c.chat_key, heads.c.grave).join(inbox, inbox.c.id == heads.c.oldest).where((inbox.c.next_at <= at) | danger)
    )
    return [(row.chat_key, row.grave) for row in db.execute(query.order_by(heads.c.grave, heads.c.oldest).limit(limit))]


def urgent_chats(db: Connection, now: datetime, limit: int) -> list[bytes]:
    """Chats in which a danger waits that may be worked on now, the oldest first."""
    query = select(inbox.c.chat_key).where(RECEIVED, inbox.c.next_at <= seconds(now), inbox.c.priority == 0)
    return list(db.execute(query.group_by(inbox.c.chat_key).order_by(func.min(inbox.c.id)).limit(limit)).scalars())


def waiting(db: Connection, seal: Seal, key: bytes, now: datetime, limit: int) -> list[Delivery]:
    """The oldest deliveries of a chat that are not done, in order, held until the transaction ends; then the first danger behind them."""
    query = select(inbox).where(inbox.c.chat_key == key, RECEIVED).order_by(inbox.c.id)
    rows = list(db.execute(locked(db, query.limit(limit))))
    if len(rows) == limit:
        behind = query.where(inbox.c.id > rows[-1].id, inbox.c.priority == 0)
        rows += db.execute(locked(db, behind.limit(1)))
    at = seconds(now)
    return [Delivery(row.id, row.channel, row.priority, row.attempts, row.next_at <= at, _opened(seal, row.body)) for row in rows]


def _opened(seal: Seal, sealed: bytes | None) -> bytes | None:
    try:
        return (seal.open(BODY, sealed) or "").encode()
    except (KeyUnusable, ValueError):
        return None


def done(db: Connection, ids: list[int], now: datetime) -> None:
    """Worked on; the words go."""
    db.execute(update(inbox).where(inbox.c.id.in_(ids)).values(state="done", body=None, done_at=seconds(now)))


def retry(db: Connection, ids: list[int], fault: str, at: datetime) -> None:
    """Failed: once more, not before `at`."""
    values = {"attempts": inbox.c.attempts + 1, "next_at": seconds(at), "fault": fault}
    db.execute(update(inbox).where(inbox.c.id.in_(ids)).values(**values))


def park(db: Connection, ids: list[int], fault: str, now: datetime) -> None:
    """Put aside for staff to see; nothing waits for it any more. The body stays until it expires."""
    db.execute(update(inbox).where(inbox.c.id.in_(ids)).values(state="parked", fault=fault, done_at=seconds(now)))


def erase(db: Connection, key: bytes) -> None:
    """What was put aside from this chat goes; of what is done stays that it was delivered, not from where."""
    db.execute(delete(inbox).where(inbox.c.chat_key == key, PARKED))
    db.execute(update(inbox).where(inbox.c.chat_key == key, inbox.c.state == "done").values(chat_key=NOWHERE))
