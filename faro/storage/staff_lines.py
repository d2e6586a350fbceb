"""Which message in a staff chat belongs to which referral: alerts, to edit them; lines, so that an answer to one finds its way."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from faro.storage.statements import insert_once
from faro.storage.tables import staff_line
from faro.storage.times import seconds


def note(db: Connection, key: bytes, messages: Iterable[str], now: datetime, *, referral: int, kind: str) -> None:
    """These messages of this chat are about this referral (0: about none). `kind`: alert, card, line, or `ask:<staff>:<payload>` where the
    answer completes an act."""
    for message in messages:
        values = {"chat_key": key, "message": message, "referral": referral, "kind": kind, "at": seconds(now)}
        insert_once(db, staff_line, values, ["chat_key", "message"])


def found(db: Connection, key: bytes, message: str) -> tuple[int, str] | None:
    """The referral that a message is about, and what kind of line it is."""
    query = select(staff_line.c.referral, staff_line.c.kind).where(staff_line.c.chat_key == key, staff_line.c.message == message)
    row = db.execute(query).one_or_none()
    return None if row is None else (row.referral, row.kind)


def last(
    db: Connection, prefix: str, since: datetime, *, key: bytes | None = None, referral: int | None = None
) -> tuple[int, str] | None:
    """The newest line of a kind that begins so, as (referral, kind), in this chat and about this referral where they are given."""
    query = select(staff_line.c.referral, staff_line.c.kind).where(
        staff_line.c.kind.startswith(prefix, autoescape=True), staff_line.c.at >= seconds(since)
    )
    if key is not None:
        query = query.where(staff_line.c.chat_key == key)
    if referral is not None:
        query = query.where(staff_line.c.referral == referral)
    row = db.execute(query.order_by(staff_line.c.at.desc()).limit(1)).one_or_none()
    return None if row is None else (row.referral, row.kind)


def answered(db: Connection, kind: str) -> None:
    """A question has its answer: from now on it is a line like others."""
    db.execute(update(staff_line).where(staff_line.c.kind == kind).values(kind="line"))


def alerts(db: Connection, referral: int) -> list[tuple[bytes, str]]:
    """Where this referral was announced: (chat key, message)."""
    query = select(staff_line.c.chat_key, staff_line.c.message).where(
        staff_line.c.referral == referral, staff_line.c.kind == "alert"
    )
    return [(row.chat_key, row.message) for row in db.execute(query.order_by(staff_line.c.at))]


def said(db: Connection, referral: int, since: datetime) -> dict[bytes, list[str]]:
    """What was written to staff about this referral since then, alerts apart: messages by chat."""
    query = select(staff_line.c.chat_key, staff_line.c.message).where(
        staff_line.c.referral == referral, staff_line.c.kind != "alert", staff_line.c.at >= seconds(since)
    )
    found: dict[bytes, list[str]] = {}
    for row in db.execute(query.order_by(staff_line.c.at)):
        found.setdefault(row.chat_key, []).append(row.message)
    return found


def forget_all(db: Connection, referral: int) -> None:
    """Nothing that was written to staff is known as being about this referral any more."""
    db.execute(delete(staff_line).where(staff_line.c.referral == referral))


def forget(db: Connection, referral: int, kind: str) -> None:
    """The pairs are no longer needed."""
    db.execute(delete(staff_line).where(staff_line.c.referral == referral, staff_line.c.kind == kind))
