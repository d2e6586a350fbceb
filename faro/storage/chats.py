"""Where something is sent to: addresses, who may not be written to just now, who cannot be reached."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update

from faro.storage.seal import Seal
from faro.storage.statements import insert_once, locked
from faro.storage.tables import chat
from faro.storage.times import seconds

ADDRESS = "chat.address"


@dataclass(frozen=True, slots=True)
class Chat:
    """One chat of one channel. `person` is None for staff chats."""

    key: bytes
    channel: str
    address: str
    person: int | None
    unreachable: bool


def ensure(db: Connection, seal: Seal, channel: str, address: str) -> bytes:
    """The key of this chat, which has a row afterwards."""
    key = seal.chat_key(channel, address)
    known = db.execute(select(chat.c.key).where(chat.c.key == key)).scalar_one_or_none()
    if known is None:
        values = {"key": key, "channel": channel, "address": seal.close(ADDRESS, address)}
        insert_once(db, chat, values, ["key"])
    return key


def get(db: Connection, seal: Seal, key: bytes) -> Chat | None:
    """The chat with this key."""
    row = db.execute(select(chat).where(chat.c.key == key)).one_or_none()
    if row is None:
        return None
    return Chat(row.key, row.channel, seal.open(ADDRESS, row.address) or "", row.person, row.unreachable_since is not None)


def channel_of(db: Connection, key: bytes) -> str | None:
    """The channel of a chat."""
    return db.execute(select(chat.c.channel).where(chat.c.key == key)).scalar_one_or_none()


def of_person(db: Connection, seal: Seal, person: int) -> Chat | None:
    """The chat of a person; None when it was forgotten."""
    key = db.execute(select(chat.c.key).where(chat.c.person == person).limit(1)).scalar_one_or_none()
    return None if key is None else get(db, seal, key)


def lock(db: Connection, key: bytes) -> bool:
    """Hold the chat until the transaction ends; False when another process has it."""
    return db.execute(locked(db, select(chat.c.key).where(chat.c.key == key), skip=True)).one_or_none() is not None


def wait_until(db: Connection, key: bytes, until: datetime) -> None:
    """Nothing is sent to this chat before then; the lease is given back."""
    db.execute(update(chat).where(chat.c.key == key).values(next_at=seconds(until), lease_until=0))


def free(db: Connection, key: bytes) -> None:
    """Give the lease back."""
    db.execute(update(chat).where(chat.c.key == key, chat.c.lease_until > 0).values(lease_until=0))


def end_lease(db: Connection, key: bytes, until: float) -> bool:
    """This lease, and no newer one, is over."""
    over = update(chat).where(chat.c.key == key, chat.c.lease_until == until)
    return db.execute(over.values(lease_until=0)).rowcount > 0


def lost(db: Connection, key: bytes, now: datetime) -> bool:
    """The person cannot be reached from now on; False when that was known."""
    gone = update(chat).where(chat.c.key == key, chat.c.unreachable_since.is_(None))
    return db.execute(gone.values(unreachable_since=seconds(now))).rowcount > 0


def found(db: Connection, key: bytes) -> bool:
    """The person can be reached (again); False when that was so all along."""
    back = update(chat).where(chat.c.key == key, chat.c.unreachable_since.is_not(None))
    return db.execute(back.values(unreachable_since=None)).rowcount > 0


def moved(db: Connection, seal: Seal, key: bytes, address: str) -> None:
    """The chat has another address; its key stays, because rows refer to it."""
    db.execute(update(chat).where(chat.c.key == key).values(address=seal.close(ADDRESS, address)))
