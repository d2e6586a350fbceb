"""Taking things away: /clear, /forget, and the erasure that a coordinator finishes."""

from datetime import timedelta

from faro.assistant import referral as life
from faro.assistant.desk import Verb, payload
from faro.assistant.person import MayWrite, Person
from faro.engine import announce, outgoing
from faro.engine.moment import DANGER, NORMAL, Moment, Purpose
from faro.storage import audit, chats, inbox, outbox, people, referrals, talk
from faro.storage.talk import Line

DELETABLE = timedelta(hours=47)
"""Telegram lets a bot delete messages younger than 48 hours; an hour is left for a queue that is slow."""


def clear(m: Moment, person: int, key: bytes) -> None:
    """Both sides' messages leave the phone. What was said is erased; with an open referral staff keep it, hidden from the person."""
    _off_the_phone(m, key, talk.of_person(m.db, m.seal, person, since=m.now - DELETABLE))
    live = referrals.for_person(m.db, m.seal, person)
    if live is None:
        talk.erase_loose(m.db, person)
    talk.hide(m.db, person, m.now)
    m.audit("chat.cleared", audit.PERSON, live.id if live else None)


def take_off(m: Moment, person: int, key: bytes, sent: list[int]) -> None:
    """What was just sent, and what we said last before it, leave the phone and the store at once."""
    said = talk.of_person(m.db, m.seal, person)
    before = [line.id for line in said if line.said_by == "bot" and line.id < min(sent, default=0)][-1:]
    gone = [line for line in said if line.id in (*before, *sent)]
    for parcel in outbox.waiting(m.db, m.seal, key):
        if parcel.talk in before:
            outbox.dead(m.db, parcel.id, "cleared", m.now)
    ids = [number for line in gone for number in line.ids]
    if ids:
        m.post(key, outgoing.delete(ids), Purpose.CLEAN, priority=DANGER)
    talk.erase_lines(m.db, [line.id for line in gone])


def forget(m: Moment, person: int, key: bytes) -> bool:
    """Everything of the person goes; True when nothing is left. With an open referral it is hidden at once and a coordinator finishes."""
    _off_the_phone(m, key, talk.of_person(m.db, m.seal, person, since=m.now - DELETABLE))
    live = referrals.for_person(m.db, m.seal, person)
    if live is not None and not m.library.staffed:
        # Nobody reads here, so nobody would ever finish it: what stays is a number without a person.
        referrals.put(m.db, m.seal, life.close(live, life.Outcome.WITHDRAWN, m.now))
        m.audit("referral.closed", audit.PERSON, live.id, outcome=str(life.Outcome.WITHDRAWN))
        live = None
    if live is None:
        finish(m, person)
        m.audit("person.forgotten", audit.PERSON)
        return True
    memory = people.load(m.db, m.seal, person)
    blank = Person(memory.pseudonym, memory.language, memory.language_chosen, may_write=MayWrite.NOT_NOW)
    people.save(m.db, m.seal, person, blank)
    people.hide(m.db, person, m.now)
    talk.hide(m.db, person, m.now)
    m.audit("erasure.asked", audit.PERSON, live.id)
    announce.tell(m, live, "desk-erasure-asked", ("console-erase", payload(Verb.ERASE, live.id)), priority=NORMAL)
    return False


def finish(m: Moment, person: int) -> None:
    """Erase what is kept of a person: memory, words, what waits to be sent, what closed referrals tell."""
    chat = chats.of_person(m.db, m.seal, person)
    said = [line.id for line in talk.of_person(m.db, m.seal, person)]
    outbox.erase_words(m.db, said, m.now)
    if chat is not None:
        outbox.erase(m.db, chat.key, keep_cause=m.cause)
        inbox.erase_parked(m.db, chat.key)
    referrals.blank(m.db, m.seal, person)
    people.remove(m.db, person)


def _off_the_phone(m: Moment, key: bytes, lines: list[Line]) -> None:
    """Delete what the channel still lets us delete, and do not send what waits (staff's words stay held or on their way)."""
    for parcel in outbox.waiting(m.db, m.seal, key):
        if parcel.purpose == Purpose.REPLY:
            outbox.dead(m.db, parcel.id, "cleared", m.now)
    ids = [number for line in lines for number in line.ids]
    for start in range(0, len(ids), 100):
        m.post(key, outgoing.delete(ids[start : start + 100]), Purpose.CLEAN, priority=NORMAL)
