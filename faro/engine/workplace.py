"""Where a member of staff does something: who, in which chat or topic, about what; and how it is shown, asked and answered there."""

from dataclasses import dataclass, replace
from datetime import timedelta

from faro.assistant import desk, rights
from faro.assistant.asking import Question
from faro.assistant.desk import Act, Pressed, Verb
from faro.assistant.message import Kind
from faro.assistant.referral import Referral, Refused
from faro.assistant.reply import Button, Reply
from faro.assistant.rights import Staff
from faro.engine import acts, announce, cards, outgoing, pace, saying
from faro.engine.channels import Arrival
from faro.engine.moment import DANGER, NOTICE, PERSON, Moment, Purpose
from faro.storage import chats, outbox, referrals, staff, staff_lines

ASK = "ask"
"""Lines that are a question for words: `ask:<staff>:<payload that they complete>`."""

ASKED = timedelta(minutes=15)
"""So long after a question for words, words that answer no line may be the answer to it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a member of staff did something, and who. `language`: theirs; the group's for whoever is no staff."""

    arrival: Arrival
    key: bytes
    member: Staff | None
    language: str

    @property
    def who(self) -> Staff:
        """Whoever acts. Raises Refused for somebody who does not work here."""
        if self.member is None:
            raise Refused("refused-not-staff")
        return self.member


@dataclass(frozen=True, slots=True)
class About:
    """What words are about: a case, and the question that they answer, if they do."""

    referral: Referral | None
    completes: str = ""


def desk_of(m: Moment, arrival: Arrival, member: Staff | None) -> Desk:
    """Where this came from. The staff group has one key, whatever became of its address."""
    key = chats.ensure(m.db, m.seal, arrival.channel, arrival.chat)
    if m.is_staff_room(arrival.channel, arrival.chat) and m.staff_key is not None:
        key = m.staff_key
    return Desk(arrival, key, member, desk.language(m.library, member))


def about(m: Moment, place: Desk) -> About | None:
    """What words are about: the line that they answer, else their topic; in private a question that still waits for them."""
    arrival = place.arrival
    found = staff_lines.found(m.db, place.key, arrival.reply_to) if arrival.reply_to is not None else None
    if found is None and arrival.thread is None and arrival.room == "private":
        found = waiting_question(m, place, None)
    if found is not None:
        number, kind = found
        referral = referrals.get(m.db, m.seal, number) if number else None
        completes = kind.partition(f"{ASK}:")[2].partition(":")[2]
        return About(referral, completes) if referral is not None or completes else None
    if arrival.thread is None:
        return None
    ended = announce.ended_topic(m, arrival.thread)
    gone = referrals.get(m.db, m.seal, ended) if ended is not None else None
    referral = gone or referrals.of_thread(m.db, m.seal, arrival.thread)
    return None if referral is None else About(referral)


def waiting_question(m: Moment, place: Desk, referral: int | None) -> tuple[int, str] | None:
    """The last question that this member of staff was asked about this case, or in this chat, and has not answered; also while it is
    still on its way."""
    if place.member is None or place.arrival.message.kind is Kind.COMMAND:
        return None
    prefix = f"{ASK}:{place.member.id}:"
    chats_ = {place.key} | ({cards.private(m, place.member)} if referral and staff.door(m.db, m.seal, place.member.id) else set())
    coming = [
        (parcel.referral or 0, str(parcel.body["line"]))
        for key in chats_
        for parcel in outbox.waiting(m.db, m.seal, key)
        if str(parcel.body.get("line", "")).startswith(prefix) and referral in (None, parcel.referral)
    ]
    where = {"referral": referral} if referral else {"key": place.key}
    return coming[-1] if coming else staff_lines.last(m.db, prefix, m.now - ASKED, **where)


def ask(m: Moment, place: Desk, question: Question, referral: int) -> str:
    """Put a question: by buttons in the place of the card that was pressed; for words as a line to be answered. What to tell the presser."""
    elsewhere = not is_private(place) and (question.private or crowded(m, place))
    reply = question.reply
    if referral and (elsewhere or place.arrival.thread is None):
        reply = replace(reply, text=named(m, place, referral, reply.text))
    if not question.words and referral and on_card(m, place):
        back = Button(m.library.say(place.language, "desk-button-back"), desk.payload("card", referral))
        reply = replace(reply, buttons=(*reply.buttons, back))
    if not question.words and not question.private:
        return show(m, place, reply, referral)
    key, thread = (cards.private(m, place.who), None) if elsewhere else (place.key, place.arrival.thread)
    body = cards.body(reply, thread=thread)
    if question.words:
        asked = "" if elsewhere or is_private(place) else place.arrival.user
        body |= {"line": f"{ASK}:{place.who.id}:{question.words}", "answer": {"user": asked, "name": place.who.name}}
    m.post(key, body, Purpose.NOTICE, priority=PERSON, referral=referral or None)
    return m.library.say(place.language, "desk-done-open") if elsewhere else ""


def named(m: Moment, place: Desk, referral: int, text: str) -> str:
    """Where cases stand side by side it is said which one this is about."""
    return m.library.say(place.language, "desk-about", pseudonym=referrals.pseudonym(m.db, m.seal, referral), line=text)


def show(m: Moment, place: Desk, reply: Reply, referral: int) -> str:
    """A card, a list or a question by buttons: in the place of the one that was pressed, else as a line of its own; in the private chat
    of whoever asked while the group has no room for more. What to tell the presser."""
    pressed = place.arrival.pressed_message
    if pressed is not None and on_card(m, place):
        m.post(place.key, outgoing.edit(pressed, reply), Purpose.EDIT, priority=PERSON, referral=referral or None)
        return ""
    key, thread = room_for(m, place)
    body = cards.body(reply, thread=thread)
    m.post(key, body, Purpose.NOTICE, priority=PERSON if referral else NOTICE, referral=referral or None)
    return m.library.say(place.language, "desk-done-open") if key != place.key else ""


def crowded(m: Moment, place: Desk) -> bool:
    """Whether the group is sent what is grave alone now: what one member of staff looks at then goes to their own chat, if there is one."""
    if is_private(place) or m.staff_key is None or place.member is None:
        return False
    return pace.limit(m.db, m.staff_key, m.now) < NOTICE and staff.door(m.db, m.seal, place.member.id) is not None


def on_card(m: Moment, place: Desk) -> bool:
    """Whether what was pressed is a card that may become another one in its place."""
    pressed = place.arrival.pressed_message
    found = staff_lines.found(m.db, place.key, pressed) if pressed is not None else None
    return found is not None and found[1] == cards.CARD


def is_private(place: Desk) -> bool:
    """Whether it is the private chat of whoever acts."""
    return place.arrival.room == "private"


def say_words(m: Moment, place: Desk, referral: Referral, words: str) -> bool:
    """Whether these words are on their way; where they hold something that wants a second click they are kept, and a button sends them."""
    try:
        acts.perform(m, Act(Verb.SAY, place.who.id, referral.id, words=words), place.who)
    except Refused as refused:
        if refused.reason != saying.SECOND_CLICK:
            raise
        number = saying.draft(m, referral, place.who.id, words)
        anyway = Button(m.library.say(place.language, "desk-button-say-anyway"), desk.payload(Verb.SAY, referral.id, number))
        why = desk.refusal(m.library, place.language, refused, {})
        answer(m, place, Reply(why, (anyway,), language=place.language), referral.id)
        return False
    return True


def acknowledge(m: Moment, place: Desk, text: str = "", *, alert: bool = False) -> None:
    """The press is answered to whoever pressed, and nobody else sees it. It goes by their own chat's line: the group's may be long."""
    arrival = place.arrival
    if arrival.press is not None:
        key = chats.ensure(m.db, m.seal, arrival.channel, arrival.user)
        m.post(key, outgoing.press(arrival.press, text, alert=alert), Purpose.CLEAN, priority=DANGER)


def answer(m: Moment, place: Desk, reply: Reply, referral: int | None = None) -> None:
    """To whoever wrote: where they wrote, or in their own chat while the group has no room."""
    key, thread = room_for(m, place)
    body = outgoing.say(reply, thread=thread)
    m.post(key, body, Purpose.NOTICE, priority=PERSON if referral else NOTICE, referral=referral)


def room_for(m: Moment, place: Desk) -> tuple[bytes, str | None]:
    """Where whoever acts reads the answer at once: (chat, topic)."""
    return (cards.private(m, place.who), None) if crowded(m, place) or _on_ended(m, place) else (place.key, place.arrival.thread)


def _on_ended(m: Moment, place: Desk) -> bool:
    """Whether it was written in a topic that is gone, or is about to go, by somebody with a chat of their own."""
    thread, member = place.arrival.thread, place.member
    if thread is None or member is None or announce.ended_topic(m, thread) is None:
        return False
    return staff.door(m.db, m.seal, member.id) is not None


def pressed_case(m: Moment, pressed: Pressed) -> Referral:
    """The case that a button means. Raises Refused where it is gone."""
    referral = referrals.get(m.db, m.seal, pressed.referral)
    if referral is None:
        raise Refused("refused-gone")
    return referral


def right(place: Desk, action: str) -> None:
    """Raise Refused where whoever acts may not do this."""
    rights.check(place.member, action)
