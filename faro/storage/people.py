"""What is remembered of a person: `assistant.person.Person` as sealed JSON, found by the keyed hash of the chat."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from math import gcd
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from faro.assistant.person import MayWrite, OpenReferral, Person, Said, Where
from faro.storage.seal import Seal
from faro.storage.tables import LIVE, chat, person, referral
from faro.storage.times import instant, seconds

MEMORY = "person.memory"

ELSEWHERE = ("referral", "hidden")
"""What a `Person` knows out of other columns."""

STRIDES = (17, 13, 11, 7, 5, 3, 2, 1)
"""Neighbouring ids get names that stand apart in the list; the step must share no factor with its length."""


def of_chat(db: Connection, key: bytes) -> int | None:
    """The id of the person behind a chat, if there is one."""
    return db.execute(select(chat.c.person).where(chat.c.key == key)).scalar_one_or_none()


def find_or_create(db: Connection, seal: Seal, key: bytes, names: Sequence[str], now: datetime) -> int:
    """The person of a chat (whose row must exist), made with a pseudonym out of `names` when nobody is known there."""
    known = of_chat(db, key)
    if known is not None:
        return known
    at = seconds(now)
    made = insert(person).values(memory=b"", made_at=at, seen_at=at).returning(person.c.id)
    new = int(db.execute(made).scalar_one())
    save(db, seal, new, Person(pseudonym(new, names)))
    db.execute(update(chat).where(chat.c.key == key).values(person=new))
    return new


def pseudonym(number: int, names: Sequence[str]) -> str:
    """A name and a number, such as "Garza 14": the same for nobody else."""
    if not names:
        return str(number)
    stride = next(step for step in STRIDES if gcd(step, len(names)) == 1)
    return f"{names[number * stride % len(names)]} {number // len(names) + 10}"


def load(db: Connection, seal: Seal, number: int) -> Person:
    """The memory, with the referral that is not closed, if there is one. Raises LookupError for nobody."""
    row = db.execute(select(person.c.memory, person.c.hidden_at).where(person.c.id == number)).one_or_none()
    if row is None:
        raise LookupError(f"no person {number}")
    memory = _from_json(seal.open_json(MEMORY, row.memory))
    return replace(memory, referral=open_referral(db, number), hidden=row.hidden_at is not None)


def open_referral(db: Connection, number: int) -> OpenReferral | None:
    """What the assistant needs to know of the referral that is not closed."""
    live = select(referral).where(referral.c.person == number, LIVE)
    row = db.execute(live).one_or_none()
    if row is None:
        return None
    return OpenReferral(row.id, row.status, row.category, row.severity, instant(row.opened_at), bool(row.unsure))


def has_case(db: Connection, key: bytes) -> bool:
    """Whether the person of this chat has a referral that is not closed."""
    live = select(referral.c.id).join(chat, chat.c.person == referral.c.person).where(chat.c.key == key, LIVE)
    return db.execute(live.limit(1)).one_or_none() is not None


def save(db: Connection, seal: Seal, number: int, memory: Person) -> None:
    """Keep the memory (the referral has its own table)."""
    sealed = seal.close_json(MEMORY, as_kept(memory))
    db.execute(update(person).where(person.c.id == number).values(memory=sealed))


def let_rest(db: Connection, seal: Seal, number: int) -> None:
    """A case is closed: what was said before it is dealt with, and must not be taken for a new danger beside the next word."""
    save(db, seal, number, replace(load(db, seal, number), recent=()))


def wrote(db: Connection, number: int, now: datetime) -> None:
    """The person did something just now."""
    db.execute(update(person).where(person.c.id == number).values(seen_at=seconds(now)))


def last_wrote(db: Connection, number: int) -> datetime | None:
    """When the person last did something."""
    at = db.execute(select(person.c.seen_at).where(person.c.id == number)).scalar_one_or_none()
    return None if at is None else instant(at)


def hidden_word(seal: Seal, number: int, folded: str) -> str:
    """The keyed hash of a person's hidden word: the same word of somebody else has another."""
    return seal.hash("hidden_word", f"{number}:{folded}").hex()


def hide(db: Connection, number: int, now: datetime) -> None:
    """Asked to be forgotten while a referral is open: a coordinator finishes."""
    db.execute(update(person).where(person.c.id == number).values(hidden_at=seconds(now)))


def is_hidden(db: Connection, number: int) -> bool:
    """Whether the person asked to be forgotten."""
    hidden = db.execute(select(person.c.hidden_at).where(person.c.id == number)).scalar_one_or_none()
    return hidden is not None


def block(db: Connection, number: int, until: datetime) -> None:
    """No talk with staff until then."""
    db.execute(update(person).where(person.c.id == number).values(blocked_until=seconds(until)))


def unblock(db: Connection, number: int) -> None:
    """Talk with staff is as before."""
    db.execute(update(person).where(person.c.id == number).values(blocked_until=None))


def blocked_until(db: Connection, number: int) -> datetime | None:
    """Until when the person has no talk with staff; None when that is over or never was asked for."""
    until = db.execute(select(person.c.blocked_until).where(person.c.id == number)).scalar_one_or_none()
    return None if until is None else instant(until)


def remove(db: Connection, number: int) -> None:
    """Erase the memory; what was said goes with it, referrals and chats lose the link."""
    db.execute(update(chat).where(chat.c.person == number).values(person=None))
    db.execute(update(referral).where(referral.c.person == number).values(person=None))
    db.execute(delete(person).where(person.c.id == number))


def as_kept(memory: Person) -> dict[str, Any]:
    """A memory as plain data, as it is sealed."""
    kept: dict[str, Any] = {
        field.name: getattr(memory, field.name) for field in fields(Person) if field.name not in ("where", "recent", *ELSEWHERE)
    }
    where = memory.where
    kept["where"] = [where.country, where.town, where.latitude, where.longitude]
    kept["recent"] = [[seconds(said.at), said.text] for said in memory.recent]
    return kept


def _from_json(kept: dict[str, Any]) -> Person:
    """Fields that this version does not know are left aside, missing ones take their default: memories outlive versions."""
    known = {field.name for field in fields(Person)} - set(ELSEWHERE)
    values = {name: value for name, value in kept.items() if name in known}
    values["where"] = Where(*values.get("where", ()))
    values["recent"] = tuple(Said(instant(at), text) for at, text in values.get("recent", ()))
    values["may_write"] = MayWrite(values.get("may_write", MayWrite.UNKNOWN))
    for name in ("asked_about", "who", "warned", "told_once"):
        values[name] = tuple(values.get(name, ()))
    values["offered"] = tuple((label, payload) for label, payload in values.get("offered", ()))
    return Person(**values)
