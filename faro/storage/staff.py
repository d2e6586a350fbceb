"""Who works here: found by the keyed hash of their user id, never by a name."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, insert, select, update

from faro.assistant.rights import Role, Staff
from faro.storage.seal import Seal
from faro.storage.tables import LIVE, referral, staff
from faro.storage.times import seconds

NAME = "staff.name"
ADDRESS = "staff.address"
TIES = "staff.ties"

LOCAL = "Faro"
"""The name of whoever signs in on the machine itself while nobody is registered."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where a member of staff is written to in private."""

    staff: Staff
    channel: str
    address: str


def add(
    db: Connection,
    seal: Seal,
    name: str,
    now: datetime,
    *,
    roles: Collection[Role],
    languages: Collection[str] = (),
    ties: Collection[str] = (),
    channel: str | None = None,
    user: str | None = None,
) -> int:
    """Register somebody (again): the staff id. With `channel` and `user` (a channel's user id) they are known there.

    Raises ValueError for an empty name or no role.
    """
    if not name.strip():
        raise ValueError("The name is empty.")
    if not roles:
        raise ValueError("A role is missing.")
    values = {
        "name": seal.close(NAME, name.strip()),
        "roles": ",".join(sorted(roles)),
        "languages": ",".join(languages),
        "active": True,
        "added_at": seconds(now),
        "ties": seal.close_json(TIES, [tie.strip() for tie in ties if tie.strip()]) if ties else None,
    }
    if channel and user:
        values |= {"user_key": user_key(seal, channel, user), "address": seal.close(ADDRESS, f"{channel}:{user}")}
        known = db.execute(select(staff.c.id).where(staff.c.user_key == values["user_key"])).scalar_one_or_none()
        if known is not None:
            db.execute(update(staff).where(staff.c.id == known).values(**values))
            return int(known)
    return int(db.execute(insert(staff).values(**values).returning(staff.c.id)).scalar_one())


def remove(db: Connection, number: int) -> bool:
    """Somebody leaves: no right from now on; what they did stays in the audit. False for nobody."""
    gone = update(staff).where(staff.c.id == number).values(active=False, user_key=None, address=None, on_call_since=None)
    return db.execute(gone).rowcount > 0


def get(db: Connection, seal: Seal, number: int | None) -> Staff | None:
    """The member of staff with this id, also one who left."""
    row = db.execute(select(staff).where(staff.c.id == number)).one_or_none()
    return None if row is None else from_row(seal, row)


def of_user(db: Connection, seal: Seal, channel: str, user: str) -> Staff | None:
    """The active member of staff behind a channel's user id."""
    if not user:
        return None
    row = db.execute(select(staff).where(staff.c.user_key == user_key(seal, channel, user), staff.c.active)).one_or_none()
    return None if row is None else from_row(seal, row)


def everybody(db: Connection, seal: Seal, *, active: bool = True) -> list[Staff]:
    """All staff, in the order in which they came."""
    query = select(staff).order_by(staff.c.id)
    return [from_row(seal, row) for row in db.execute(query.where(staff.c.active) if active else query)]


def manned(db: Connection, seal: Seal) -> bool:
    """Whether anybody active can take a case. Whoever signs in on the machine itself counts only while they said to be on call."""
    taking = {Role.RESPONDER, Role.COORDINATOR}
    return any(one.roles & taking and (one.name != LOCAL or one.on_call) for one in everybody(db, seal))


def doors(db: Connection, seal: Seal) -> list[Door]:
    """The private chats of all active staff who have one."""
    query = select(staff).where(staff.c.active, staff.c.address.is_not(None)).order_by(staff.c.id)
    return [_door(seal, row) for row in db.execute(query)]


def door(db: Connection, seal: Seal, number: int) -> Door | None:
    """The private chat of one member of staff."""
    row = db.execute(select(staff).where(staff.c.id == number, staff.c.address.is_not(None))).one_or_none()
    return None if row is None else _door(seal, row)


def load(db: Connection) -> dict[int, int]:
    """How many live referrals each member of staff owns."""
    counted: dict[int, int] = {}
    for owner in db.execute(select(referral.c.owner).where(LIVE, referral.c.owner.is_not(None))).scalars():
        counted[owner] = counted.get(owner, 0) + 1
    return counted


def user_key(seal: Seal, channel: str, user: str) -> bytes:
    """The keyed hash by which a user is found."""
    return seal.hash("user", f"{channel}:{user}")


def from_row(seal: Seal, row: Row[tuple[object, ...]]) -> Staff:
    """A row as the assistant knows it."""
    return Staff(
        id=row.id,
        name=seal.open(NAME, row.name) or "",
        roles=frozenset(Role(role) for role in row.roles.split(",") if role),
        languages=tuple(language for language in row.languages.split(",") if language),
        active=row.active,
        on_call=row.on_call_since is not None,
        ties=tuple(seal.open_json(TIES, row.ties) or ()),
    )


def _door(seal: Seal, row: Row[tuple[object, ...]]) -> Door:
    channel, _, address = (seal.open(ADDRESS, row.address) or "").partition(":")
    return Door(from_row(seal, row), channel, address)
