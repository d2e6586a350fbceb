"""Taking things away: /clear, /forget, and the erasure that a coordinator finishes."""

from datetime import datetime, timedelta

from faro.assistant import referral as life
from faro.assistant.desk import Verb, payload
from faro.assistant.person import MayWrite, Person
from faro.engine import announce, outgoing
from faro.engine.moment import DANGER, NORMAL, Moment, Purpose
from faro.storage import (
    audit,
    chats,
    complaints,
    inbox,
    outbox,
    people,
    place_reports,
    questions,
    referrals,
    staff_lines,
    suggestions,
    talk,
)
from faro.storage.talk import Line

TO_STAFF = (Purpose.TO_STAFF, Purpose.NOTICE, Purpose.MEDIA, Purpose.TOPIC)
"""Rows that would bring something of the person to staff."""

DELETABLE = timedelta(hours=47)
"""Telegram lets a bot delete messages younger than 48 hours; an hour is left for a queue that is slow."""


def clear(m: Moment, person: int, key: bytes) -> None:
    """Both sides' messages leave the phone. What was said is erased; with an open referral staff keep it, hidden from the person."""
    _off_the_phone(m, key, talk.of_person(m.db, m.seal, person, since=m.now - DELETABLE))
    live = referrals.for_person(m.db, m.seal, person)
    if live is None:
        loose = [line for line in talk.of_person(m.db, m.seal, person) if line.referral is None]
        questions.withdraw(m.db, m.seal, _own(loose))
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


def finish(m: Moment, person: int, *, wished: bool = True) -> None:
    """Erase what is kept of a person: memory, words, what waits to be sent, what closed referrals tell, copies with staff.

    `wished`: the person asked for it; then also what stands somewhere without a name, such as a question that nobody could answer.
    """
    chat = chats.of_person(m.db, m.seal, person)
    said = talk.of_person(m.db, m.seal, person)
    outbox.erase_words(m.db, [line.id for line in said], m.now)
    if chat is not None:
        outbox.erase(m.db, chat.key, keep_cause=m.cause)
        inbox.erase(m.db, chat.key)
    if wished:
        _nameless(m, person, said)
    for referral in referrals.ever(m.db, m.seal, person):
        _with_staff(m, referral)
    referrals.blank(m.db, m.seal, person)
    people.remove(m.db, person)


def _nameless(m: Moment, person: int, said: list[Line]) -> None:
    """What was said and stands elsewhere without who: found by the words themselves."""
    own = _own(said)
    questions.withdraw(m.db, m.seal, own)
    suggestions.withdraw(m.db, m.seal, [words for _, words in own])
    place_reports.erase(m.db, m.seal, person)
    complaints.erase(m.db, person)


def _own(said: list[Line]) -> list[tuple[datetime, str]]:
    return [(line.at, line.words) for line in said if line.said_by == "person" and line.words]


def _with_staff(m: Moment, referral: life.Referral) -> None:
    """The topic goes with all words in it, and from private chats what a bot may still delete; what was on its way is dropped."""
    outbox.erase_about(m.db, referral.id, TO_STAFF, m.now)
    if referral.thread is not None:
        announce.end_topic(m, referral, remove=True)
        referrals.forget_thread(m.db, referral.id)
    for key, messages in staff_lines.said(m.db, referral.id, m.now - DELETABLE).items():
        if key != m.staff_key:
            _delete(m, key, messages)
    staff_lines.forget_all(m.db, referral.id)


def _off_the_phone(m: Moment, key: bytes, lines: list[Line]) -> None:
    """Delete what the channel still lets us delete, and do not send what waits (staff's words stay held or on their way)."""
    for parcel in outbox.waiting(m.db, m.seal, key):
        if parcel.purpose == Purpose.REPLY:
            outbox.dead(m.db, parcel.id, "cleared", m.now)
    _delete(m, key, [number for line in lines for number in line.ids])


def _delete(m: Moment, key: bytes, ids: list[str]) -> None:
    for start in range(0, len(ids), 100):
        m.post(key, outgoing.delete(ids[start : start + 100]), Purpose.CLEAN, priority=NORMAL)
