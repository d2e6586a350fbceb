"""Which message in a staff chat belongs to which referral: alerts, to edit them; lines, so that an answer to one finds its way."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, select

from faro.storage.statements import insert_once
from faro.storage.tables import staff_line
from faro.storage.times import seconds


def note(db: Connection, key: bytes, messages: Iterable[str], now: datetime, *, referral: int, kind: str) -> None:
    """These messages of this chat are about this referral. `kind`: alert or line."""
    for message in messages:
        values = {"chat_key": key, "message": message, "referral": referral, "kind": kind, "at": seconds(now)}
        insert_once(db, staff_line, values, ["chat_key", "message"])


def referral_of(db: Connection, key: bytes, message: str) -> int | None:
    """The referral that a message is about."""
    query = select(staff_line.c.referral).where(staff_line.c.chat_key == key, staff_line.c.message == message)
    return db.execute(query).scalar_one_or_none()


def alerts(db: Connection, referral: int) -> list[tuple[bytes, str]]:
    """Where this referral was announced: (chat key, message)."""
    query = select(staff_line.c.chat_key, staff_line.c.message).where(
        staff_line.c.referral == referral, staff_line.c.kind == "alert"
    )
    return [(row.chat_key, row.message) for row in db.execute(query.order_by(staff_line.c.at))]


def forget(db: Connection, referral: int, kind: str) -> None:
    """The pairs are no longer needed."""
    db.execute(delete(staff_line).where(staff_line.c.referral == referral, staff_line.c.kind == kind))
