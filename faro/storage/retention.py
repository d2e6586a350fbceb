"""Little is kept, and it goes (promise 6). What people are told of (`assistant.keeping`) goes by the same periods."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, or_, select, update

from faro.assistant.keeping import AUDIT, QUESTIONS, REFERRAL, WORDS
from faro.assistant.person import Person
from faro.storage import complaints, duty, people, place_reports, referrals, sessions
from faro.storage.seal import Seal
from faro.storage.tables import (
    DEAD,
    DONE,
    HELD,
    LIVE,
    RECEIVED,
    SENT,
    WAITING,
    audit,
    chat,
    inbox,
    outbox,
    person,
    question,
    referral,
    staff_line,
    suggestion,
    talk,
)
from faro.storage.tables import PARKED as PARKED_ROWS
from faro.storage.times import seconds

DELIVERIES = timedelta(days=7)
"""Inbox and outbox rows: Telegram's ids restart at random after a quiet week."""
PARKED = timedelta(days=14)
PAGE = timedelta(minutes=15)
"""Bodies that a web page still reads: its chat has ended by then."""


def expire(db: Connection, seal: Seal, now: datetime) -> dict[str, int]:
    """Everything that is over its time goes; how many rows of each kind."""
    return {
        "talk": words(db, now),
        "referrals": closed(db, seal, now),
        "people": forgotten(db, seal, now),
        "deliveries": deliveries(db, now),
        "questions": _older(db, question, question.c.day < (now - QUESTIONS).date().isoformat()),
        "suggestions": _older(db, suggestion, suggestion.c.day < (now - QUESTIONS).date().isoformat()),
        "audit": _older(db, audit, audit.c.at < seconds(now - AUDIT)),
        "sessions": sessions.expire(db, now),
        "complaints": complaints.expire(db, now),
        "place_reports": place_reports.expire(db, now),
        "shifts": duty.expire(db, now - AUDIT),
    }


def words(db: Connection, now: datetime) -> int:
    """What was said outside any referral."""
    return _older(db, talk, talk.c.referral.is_(None) & (talk.c.at < seconds(now - WORDS)))


def forgotten(db: Connection, seal: Seal, now: datetime) -> int:
    """Who did not come back: erased; with a referral that is kept a while, only the name and the language stay."""
    gone = 0
    kept = exists().where(referral.c.person == person.c.id, _kept(now))
    query = select(person.c.id, kept.label("kept")).where(person.c.seen_at < seconds(now - WORDS))
    for row in db.execute(query).all():
        if not row.kept:
            people.remove(db, row.id)
            gone += 1
        elif people.open_referral(db, row.id) is None:
            memory = people.load(db, seal, row.id)
            people.save(db, seal, row.id, Person(memory.pseudonym, memory.language, memory.language_chosen))
    to_send = exists().where(outbox.c.chat_key == chat.c.key, WAITING | HELD)
    waiting = to_send | exists().where(inbox.c.chat_key == chat.c.key, RECEIVED)
    db.execute(delete(chat).where(chat.c.person.is_(None), ~waiting))
    return gone


def closed(db: Connection, seal: Seal, now: datetime) -> int:
    """Texts and notes of referrals closed long ago; the referral itself stays as a number, without place or evidence."""
    over = referral.c.closed_at < seconds(now - REFERRAL)
    ids = [row.id for row in db.execute(select(referral.c.id).where(over))]
    texts = db.execute(delete(talk).where(talk.c.referral.in_(select(referral.c.id).where(over)))).rowcount
    referrals.forget_notes(db, seal, over)
    db.execute(delete(staff_line).where(staff_line.c.referral.in_(select(referral.c.id).where(over))))
    for row in db.execute(
        select(referral.c.id, referral.c.details).where(referral.c.id.in_(ids), referral.c.person.is_not(None))
    ).all():
        referrals.blank_one(db, seal, row.id, row.details)
    db.execute(update(referral).where(over).values(person=None))
    return texts


def deliveries(db: Connection, now: datetime) -> int:
    """Inbox rows after a week, sent rows too; parked ones lose their body after two weeks; dead ones go with them."""
    old, parked = seconds(now - DELIVERIES), seconds(now - PARKED)
    page = outbox.c.body.is_not(None) & SENT & (outbox.c.done_at < seconds(now - PAGE))
    db.execute(update(outbox).where(page).values(body=None))
    rows = _older(db, inbox, DONE & (inbox.c.received_at < old))
    rows += _older(db, inbox, (PARKED_ROWS) & (inbox.c.received_at < parked))
    rows += _older(db, outbox, SENT & (outbox.c.made_at < old))
    rows += _older(db, outbox, (DEAD) & (outbox.c.made_at < parked))
    return rows


def _kept(now: datetime) -> ColumnElement[bool]:
    return or_(LIVE, referral.c.closed_at >= seconds(now - REFERRAL))


def _older(db: Connection, table: Table, condition: ColumnElement[bool]) -> int:
    return int(db.execute(delete(table).where(condition)).rowcount)
