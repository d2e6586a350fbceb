"""Sign-in links, console sessions and web chats: found by the hash of their secret, so that the table opens no door."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from faro.storage.seal import Seal
from faro.storage.tables import session
from faro.storage.times import seconds


def make(db: Connection, seal: Seal, kind: str, now: datetime, life: timedelta, *, staff: int | None = None) -> str:
    """A new secret of this kind (`link`, `console`, `web`), which the store does not keep."""
    secret = secrets.token_urlsafe(32)
    values = {"key": _key(seal, kind, secret), "kind": kind, "staff": staff, "made_at": seconds(now), "used_at": seconds(now)}
    db.execute(insert(session).values(**values, expires_at=seconds(now + life)))
    return secret


def staff_of(db: Connection, seal: Seal, kind: str, secret: str, now: datetime) -> int | None:
    """The member of staff behind a secret that has not expired."""
    return db.execute(_live(seal, kind, secret, now)).scalar_one_or_none()


def lives(db: Connection, seal: Seal, kind: str, secret: str, now: datetime) -> str | None:
    """The public name of a living session (a hash of its secret), or None."""
    found = db.execute(_live(seal, kind, secret, now)).one_or_none()
    return None if found is None else _key(seal, kind, secret).hex()


def rested(db: Connection, seal: Seal, kind: str, secret: str, before: datetime) -> bool:
    """Whether it was last used before then: only so is it worth a write to note that it is used."""
    query = select(session.c.used_at).where(session.c.key == _key(seal, kind, secret))
    used = db.execute(query).scalar_one_or_none()
    return used is not None and used <= seconds(before)


def touch(db: Connection, seal: Seal, kind: str, secret: str, now: datetime, *, life: timedelta) -> None:
    """Used: it lives on."""
    query = update(session).where(session.c.key == _key(seal, kind, secret))
    db.execute(query.values(used_at=seconds(now), expires_at=seconds(now + life)))


def end(db: Connection, seal: Seal, kind: str, secret: str) -> bool:
    """Over now; False when there was none."""
    return db.execute(delete(session).where(session.c.key == _key(seal, kind, secret))).rowcount > 0


def end_all(db: Connection, staff: int) -> None:
    """Somebody leaves: their links and sessions are over."""
    db.execute(delete(session).where(session.c.staff == staff))


def expired_chats(db: Connection, now: datetime) -> list[str]:
    """Web chats that ended by themselves, by their public names."""
    query = select(session.c.key).where(session.c.kind == "web", session.c.expires_at <= seconds(now))
    return [key.hex() for key in db.execute(query).scalars()]


def end_named(db: Connection, name: str) -> None:
    """End a session by its public name."""
    db.execute(delete(session).where(session.c.key == bytes.fromhex(name)))


def expire(db: Connection, now: datetime) -> int:
    """Remove links and console sessions that have expired (web chats end by `timers`); how many."""
    return db.execute(delete(session).where(session.c.expires_at <= seconds(now), session.c.kind != "web")).rowcount


def _live(seal: Seal, kind: str, secret: str, now: datetime) -> Select[Any]:
    key = _key(seal, kind, secret)
    return select(session.c.staff).where(session.c.key == key, session.c.kind == kind, session.c.expires_at > seconds(now))


def _key(seal: Seal, kind: str, secret: str) -> bytes:
    return seal.hash(f"session-{kind}", secret)
