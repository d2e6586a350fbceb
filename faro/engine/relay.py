"""Words between a person and the owner of the referral, both ways; staff's words wait until writing is safe (promise 9)."""

from dataclasses import replace
from datetime import timedelta

from faro.assistant import danger
from faro.assistant import referral as life
from faro.assistant.person import WISH, MayWrite
from faro.assistant.referral import Referral, Refused
from faro.assistant.reply import Button, Reply
from faro.assistant.rights import Role
from faro.engine import announce, outgoing
from faro.engine.moment import PERSON, Moment, Purpose
from faro.storage import chats, outbox, people, referrals, talk
from faro.storage import staff as members

PRESENT = timedelta(minutes=10)
"""Who wrote so short a time ago holds the phone."""

UNTIL_SAFE = "person"
"""Rows held until the person may be written to."""


def from_person(m: Moment, referral: Referral, lines: list[int]) -> None:
    """The person sent something beside an open referral: to its owner now, else it waits there to be read."""
    spoken = life.spoken(referral, m.now)
    if spoken != referral:
        referrals.put(m.db, m.seal, spoken)
    if referral.owner is None:
        return
    for number in lines:
        line = talk.get(m.db, m.seal, number)
        if line is not None:
            announce.relay(m, spoken, line)


def to_person(m: Moment, referral: Referral, staff: int, words: str) -> bool:
    """Staff's words to the person; False when they wait until writing is safe. Raises Refused when there is nobody to write to."""
    chat = chats.of_person(m.db, m.seal, referral.person) if referral.person else None
    if chat is None:
        raise Refused("refused-nobody-there")
    may_leave = not chat.unreachable and safe(m, referral.person)
    if not talk.spoke(m.db, referral.id, staff):
        _introduce(m, referral, chat.key, staff, held_for=None if may_leave else UNTIL_SAFE)
    number = talk.add(
        m.db,
        m.seal,
        referral.person,
        "staff",
        m.now,
        words=words,
        referral=referral.id,
        staff=staff,
        state="said" if may_leave else "held",
    )
    reply = Reply(m.library.say(referral.language, "desk-to-person", words=words), language=referral.language)
    m.post(
        chat.key,
        outgoing.say(reply),
        Purpose.TO_PERSON,
        priority=PERSON,
        referral=referral.id,
        talk=number,
        held_for=None if may_leave else UNTIL_SAFE,
    )
    return may_leave


def _introduce(m: Moment, referral: Referral, key: bytes, member: int, *, held_for: str | None) -> None:
    """Before the first word of each owner: that a person writes, in which role, and the two ways out."""
    who = members.get(m.db, m.seal, member)
    role = "coordinator" if who is not None and Role.COORDINATOR in who.roles else "responder"
    say, spoken = m.library.say, referral.language
    ways = (Button(say(spoken, "button-other-person"), "other"), Button(say(spoken, "button-withdraw"), "withdraw"))
    _by_bot(m, referral, key, Reply(say(spoken, f"staff-intro-{role}"), ways, language=spoken), held_for)


def ask(m: Moment, referral: Referral, reply: Reply) -> bool:
    """What the bot asks or tells the person in the team's name; False when it waits until writing is safe. Raises Refused where there is
    nobody to write to."""
    chat = chats.of_person(m.db, m.seal, referral.person) if referral.person else None
    if chat is None:
        raise Refused("refused-nobody-there")
    leaves = not chat.unreachable and safe(m, referral.person)
    _by_bot(m, referral, chat.key, reply, None if leaves else UNTIL_SAFE)
    return leaves


def _by_bot(m: Moment, referral: Referral, key: bytes, reply: Reply, held_for: str | None) -> None:
    """The bot's own words beside a case; what a button of it says can be typed, too."""
    line = talk.add(m.db, m.seal, referral.person, "bot", m.now, words=reply.text, referral=referral.id)
    body = outgoing.say(reply)
    m.post(key, body, Purpose.REPLY, priority=PERSON, referral=referral.id, talk=line, held_for=held_for)
    memory = people.load(m.db, m.seal, referral.person)
    offered = tuple((way.label, way.payload) for way in reply.buttons) + memory.offered
    people.save(m.db, m.seal, referral.person, replace(memory, offered=offered[:12]))


def safe(m: Moment, person: int) -> bool:
    """Whether staff's words may appear on the phone now: the person said yes, or holds the phone and either wants words only then, or asked
    for a person and did not answer yet. After a danger nothing appears unanswered: it may be somebody else who holds the phone."""
    memory = people.load(m.db, m.seal, person)
    if memory.may_write is MayWrite.YES:
        return True
    unanswered = memory.may_write is MayWrite.UNKNOWN and memory.referral is not None and memory.referral.category == WISH
    wrote = people.last_wrote(m.db, person)
    return (unanswered or memory.may_write is MayWrite.WHEN_I_WRITE) and wrote is not None and m.now - wrote <= PRESENT


def release(m: Moment, person: int, key: bytes) -> None:
    """Words that waited leave, if that is safe now."""
    waiting = outbox.held(m.db, m.seal, held_for=UNTIL_SAFE, key=key)
    if not waiting or not safe(m, person):
        return
    for parcel in waiting:
        outbox.release(m.db, parcel.id)
        if parcel.talk is not None:
            talk.mark(m.db, parcel.talk, "said")


def ask_again(m: Moment, person: int, key: bytes) -> None:
    """Words wait only because nobody said whether we may write: the person is here, and is asked once for all that waits now."""
    memory = people.load(m.db, m.seal, person)
    waiting = outbox.held(m.db, m.seal, held_for=UNTIL_SAFE, key=key)
    last = max((parcel.id for parcel in waiting), default=0)
    if memory.may_write is not MayWrite.UNKNOWN or memory.referral is None or last <= memory.asked_for:
        return
    reply = danger.may_write_question(m.library, memory.language or m.language)
    line = talk.add(m.db, m.seal, person, "bot", m.now, words=reply.text, referral=memory.referral.id)
    m.post(key, outgoing.say(reply), Purpose.REPLY, priority=PERSON, referral=memory.referral.id, talk=line)
    offered = tuple((way.label, way.payload) for way in reply.buttons)
    asked = replace(memory, asked="write", asked_about=(), offered=(offered + memory.offered)[:12], asked_for=last)
    people.save(m.db, m.seal, person, asked)


def unsay(m: Moment, referral: Referral, member: int) -> int:
    """What this member of staff wrote and the person was not yet sent never will be, nor that they write; how many words that were."""
    chat = chats.of_person(m.db, m.seal, referral.person) if referral.person else None
    if chat is None:
        return 0
    mine = {line.id for line in talk.of_referral(m.db, m.seal, referral.id) if line.staff == member}
    unsaid = 0
    for parcel in outbox.waiting(m.db, m.seal, chat.key) + outbox.held(m.db, m.seal, held_for=UNTIL_SAFE, key=chat.key):
        theirs = parcel.purpose == Purpose.TO_PERSON and parcel.talk in mine
        intro = parcel.purpose == Purpose.REPLY and any(payload == "other" for _, payload in parcel.body.get("buttons", ()))
        if theirs or intro:
            outbox.dead(m.db, parcel.id, "not wanted", m.now)
        if theirs and parcel.talk is not None:
            talk.mark(m.db, parcel.talk, "failed")
            unsaid += 1
    return unsaid


def drop(m: Moment, referral: Referral, fault: str) -> int:
    """Words that still wait when the referral is closed will not be said; how many."""
    waiting = outbox.held(m.db, m.seal, held_for=UNTIL_SAFE, referral=referral.id)
    for parcel in waiting:
        outbox.dead(m.db, parcel.id, fault, m.now)
        if parcel.talk is not None:
            talk.mark(m.db, parcel.talk, "failed")
    return len(waiting)
