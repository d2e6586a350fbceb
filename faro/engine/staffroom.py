"""Staff at work in the channel: presses, commands, and words in a topic or in answer to a line become acts. The *user* is checked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from faro.assistant import alerts, desk, ready, rights
from faro.assistant.desk import Act, Pressed, Verb
from faro.assistant.message import Kind
from faro.assistant.referral import RANK, Outcome, Referral, Refused
from faro.assistant.reply import Button, Reply
from faro.assistant.rights import Staff
from faro.engine import acts, board, doors, outgoing, saying
from faro.engine.channels import Arrival
from faro.engine.moment import DANGER, NOTICE, PERSON, Moment, Purpose
from faro.storage import chats, referrals, sessions, staff, staff_lines

WORDLESS = (Kind.VOICE, Kind.PHOTO, Kind.VIDEO, Kind.DOCUMENT, Kind.LOCATION, Kind.CONTACT, Kind.OTHER)
"""What staff may send by mistake; only words go to a person."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a member of staff did something, and who."""

    arrival: Arrival
    key: bytes
    member: Staff | None
    language: str


def in_group(m: Moment, arrival: Arrival) -> None:
    """Something in the staff group. What is said in General is theirs and not touched."""
    place = _desk(m, arrival, staff.of_user(m.db, m.seal, arrival.channel, arrival.user))
    if arrival.message.kind is Kind.BUTTON:
        _press(m, place)
    elif arrival.message.kind is Kind.COMMAND:
        if arrival.message.command in _COMMANDS:
            _checked(m, place, lambda: _COMMANDS[arrival.message.command or ""](m, place))
    elif (about := _about(m, place)) is not None:
        _checked(m, place, lambda: _written(m, place, *about))


def in_private(m: Moment, arrival: Arrival, member: Staff) -> None:
    """Something in the private chat of a member of staff."""
    place = _desk(m, arrival, member)
    if arrival.message.kind in (Kind.BLOCKED, Kind.RETURNED):
        (chats.lost(m.db, place.key, m.now) if arrival.message.kind is Kind.BLOCKED else chats.found(m.db, place.key))
        return
    chats.found(m.db, place.key)
    if arrival.message.kind is Kind.BUTTON:
        _press(m, place)
    elif arrival.message.kind is Kind.COMMAND:
        does = _COMMANDS.get(arrival.message.command or "", _help)
        _checked(m, place, lambda: does(m, place))
    elif (about := _about(m, place)) is not None:
        _checked(m, place, lambda: _written(m, place, *about))
    else:
        _answer(m, place, desk.line(m.library, place.language, "desk-answer-a-line"))


def is_staff_press(arrival: Arrival) -> bool:
    """Whether a button of the staff was pressed, by whomever."""
    return arrival.message.kind is Kind.BUTTON and desk.parse(arrival.message.payload) is not None


def not_for_you(m: Moment, arrival: Arrival) -> None:
    """Somebody who is no staff pressed a button of the staff: told so, and in the audit."""
    place = _desk(m, arrival, None)
    pressed = desk.parse(arrival.message.payload)
    m.audit("press.refused", "unknown", pressed.referral if pressed else None)
    _acknowledge(m, place, m.library.say(place.language, "refused-not-staff"), alert=True)


def _desk(m: Moment, arrival: Arrival, member: Staff | None) -> Desk:
    key = chats.ensure(m.db, m.seal, arrival.channel, arrival.chat)
    if m.is_staff_room(arrival.channel, arrival.chat) and m.staff_key is not None:
        key = m.staff_key
    private = arrival.room == "private"
    return Desk(arrival, key, member, desk.language(m.library, member if private else None))


def _about(m: Moment, place: Desk) -> tuple[Referral, str] | None:
    """The referral that words are about (of the line that they answer, or of their topic), and what kind of line was answered."""
    arrival = place.arrival
    found = staff_lines.found(m.db, place.key, arrival.reply_to) if arrival.reply_to is not None else None
    if found is not None:
        referral = referrals.get(m.db, m.seal, found[0])
        return None if referral is None else (referral, found[1])
    if arrival.thread is None:
        return None
    referral = referrals.of_thread(m.db, m.seal, arrival.thread)
    return None if referral is None else (referral, "line")


def _press(m: Moment, place: Desk) -> None:
    pressed = desk.parse(place.arrival.message.payload)
    if place.member is None:
        not_for_you(m, place.arrival)
    elif pressed is None or (pressed.verb is None and pressed.name not in _COMMANDS):
        _acknowledge(m, place, m.library.say(place.language, "refused-old-button"))
    else:
        _checked(m, place, lambda: _act(m, place, pressed), pressed=True)


def _act(m: Moment, place: Desk, pressed: Pressed) -> None:
    """Do what the button says, or ask for what is still missing."""
    if place.member is None:
        raise Refused("refused-not-staff")
    if pressed.verb is None:
        _COMMANDS[pressed.name](m, place)
        _acknowledge(m, place)
        return
    question = _missing(m, place, pressed)
    if question is not None:
        _acknowledge(m, place)
        _answer(m, place, question, pressed.referral)
        return
    if pressed.verb is Verb.TRANSFER:
        _ask_note(m, place, pressed)
        _acknowledge(m, place)
        return
    acts.perform(m, _as_act(m, pressed, place.member), place.member)
    _acknowledge(m, place, m.library.say(place.language, f"desk-done-{pressed.verb}"))


def _missing(m: Moment, place: Desk, pressed: Pressed) -> Reply | None:
    """The question whose answer the act still needs; asked only of who may act."""
    referral = referrals.get(m.db, m.seal, pressed.referral)
    needs = {Verb.CLOSE: 1, Verb.OPEN: 2, Verb.TRANSFER: 1, Verb.SNOOZE: 1}
    if pressed.verb is None or referral is None or len(pressed.arguments) >= needs.get(pressed.verb, 0):
        return None
    rights.check(place.member, desk.RIGHT[pressed.verb], referral)
    if pressed.verb is Verb.CLOSE:
        return desk.outcomes(m.library, place.language, referral.id)
    if pressed.verb is Verb.SNOOZE:
        return desk.pauses(m.library, place.language, referral.id)
    if pressed.verb is Verb.OPEN and pressed.arguments and pressed.arguments[0].isdigit():
        return desk.reasons(m.library, place.language, referral.id, int(pressed.arguments[0]))
    others = [
        one for one in staff.everybody(m.db, m.seal) if one.id != referral.owner and rights.may(one, "referral.claim", referral)
    ]
    return desk.colleagues(m.library, place.language, referral.id, others)


def _as_act(m: Moment, pressed: Pressed, member: Staff) -> Act:
    first = pressed.arguments[0] if pressed.arguments else ""
    number = int(first) if first.isdigit() else None
    if pressed.verb is Verb.OPEN:
        return Act(Verb.OPEN, member.id, pressed.referral, held=number, words=pressed.arguments[1])
    if pressed.verb is Verb.CLOSE and first in set(Outcome):
        return Act(Verb.CLOSE, member.id, pressed.referral, outcome=Outcome(first))
    if pressed.verb is Verb.SAY and number is not None:
        return Act(Verb.SAY, member.id, pressed.referral, held=number)
    if pressed.verb is Verb.SNOOZE and number in desk.PAUSES:
        return Act(Verb.SNOOZE, member.id, pressed.referral, until=m.now + timedelta(minutes=number or 0))
    if pressed.verb not in _BY_ONE_PRESS:
        raise Refused("refused-old-button")
    return Act(pressed.verb, member.id, pressed.referral)


_BY_ONE_PRESS = (Verb.CLAIM, Verb.READ, Verb.RELEASE, Verb.WAIT, Verb.ERASE, Verb.REOPEN, Verb.INTERPRETER, Verb.HANDOVER)


def _ask_note(m: Moment, place: Desk, pressed: Pressed) -> None:
    """To whom is known; what they must know is the answer to this line."""
    referral, first = referrals.get(m.db, m.seal, pressed.referral), pressed.arguments[0]
    to = staff.get(m.db, m.seal, int(first)) if first.isdigit() else None
    if referral is None or to is None:
        raise Refused("refused-gone")
    rights.check(place.member, desk.RIGHT[Verb.TRANSFER], referral)
    reply = desk.line(m.library, place.language, "desk-ask-note", name=to.name)
    body = outgoing.say(reply, thread=place.arrival.thread) | {"line": f"transfer:{to.id}"}
    m.post(place.key, body, Purpose.NOTICE, priority=PERSON, referral=referral.id)


def _written(m: Moment, place: Desk, referral: Referral, kind: str) -> None:
    """Words in a topic or in answer to a line: for the person, or the note that a handover waits for."""
    _, _, to = kind.partition("transfer:")
    if not to.isdigit() or place.member is None:
        _say(m, place, referral)
        return
    act = Act(Verb.TRANSFER, place.member.id, referral.id, words=place.arrival.message.text, to=int(to))
    acts.perform(m, act, place.member)
    _answer(m, place, desk.line(m.library, place.language, "desk-done-transfer"))


def _say(m: Moment, place: Desk, referral: Referral) -> None:
    """Words for the person; staff are told when they wait."""
    message = place.arrival.message
    if place.member is None:
        raise Refused("refused-not-staff")
    if message.edited:
        raise Refused("refused-edit")
    if message.kind in WORDLESS or not message.text.strip():
        raise Refused("refused-only-words")
    try:
        acts.perform(m, Act(Verb.SAY, place.member.id, referral.id, words=message.text), place.member)
    except Refused as refused:
        if refused.reason != saying.SECOND_CLICK:
            raise
        _ask_second_click(m, place, referral, refused)


def _ask_second_click(m: Moment, place: Desk, referral: Referral, refused: Refused) -> None:
    """The words are kept, and a button sends them after all."""
    if place.member is None:
        raise refused
    number = saying.draft(m, referral, place.member.id, place.arrival.message.text)
    anyway = Button(m.library.say(place.language, "desk-button-say-anyway"), desk.payload(Verb.SAY, referral.id, number))
    why = desk.refusal(m.library, place.language, refused, {})
    _answer(m, place, Reply(why, (anyway,), language=place.language), referral.id)


def _checked(m: Moment, place: Desk, does: Callable[[], None], *, pressed: bool = False) -> None:
    """Do it; what is refused is told to who tried, in words."""
    try:
        with m.db.begin_nested():
            does()
    except Refused as refused:
        names = {one.id: one.name for one in staff.everybody(m.db, m.seal, active=False)}
        why = desk.refusal(m.library, place.language, refused, names)
        m.audit("act.refused", f"staff:{place.member.id}" if place.member else "unknown", reason=refused.reason)
        if pressed:
            _acknowledge(m, place, why, alert=True)
        else:
            _answer(m, place, Reply(why, language=place.language))


def _acknowledge(m: Moment, place: Desk, text: str = "", *, alert: bool = False) -> None:
    if place.arrival.press is not None:
        m.post(place.key, outgoing.press(place.arrival.press, text, alert=alert), Purpose.CLEAN, priority=DANGER)


def _answer(m: Moment, place: Desk, reply: Reply, referral: int | None = None) -> None:
    body = outgoing.say(reply, thread=place.arrival.thread)
    m.post(place.key, body, Purpose.NOTICE, priority=PERSON if referral else NOTICE, referral=referral)


def _help(m: Moment, place: Desk) -> None:
    _right(place, "queue.see")
    _answer(m, place, desk.line(m.library, place.language, "desk-help"))


def _queue(m: Moment, place: Desk) -> None:
    _right(place, "queue.see")
    _listed(m, place, [one for one in referrals.live(m.db, m.seal) if not one.unsure], "desk-queue")


def _look(m: Moment, place: Desk) -> None:
    """Where the machine was not sure and asked the person, the gravest first."""
    _right(place, "queue.see")
    _listed(m, place, [one for one in referrals.live(m.db, m.seal) if one.unsure], "desk-look")


def _mine(m: Moment, place: Desk) -> None:
    _right(place, "queue.see")
    _listed(m, place, referrals.owned(m.db, m.seal, place.member.id if place.member else 0), "desk-mine")


def _listed(m: Moment, place: Desk, found: list[Referral], key: str) -> None:
    burning = sorted(found, key=lambda one: (one.owner is not None, -RANK[one.severity], one.clock_from))
    _answer(m, place, alerts.queue(m.library, place.language, [m.known(one) for one in burning], key=key))


def _on_call(m: Moment, place: Desk) -> None:
    """On call, or off when on call already."""
    if place.member is None:
        raise Refused("refused-not-staff")
    now_on = not place.member.on_call
    acts.perform(m, Act(Verb.ON_CALL, place.member.id, on=now_on), place.member)
    _answer(m, place, desk.line(m.library, place.language, "desk-on-call" if now_on else "desk-off-call", name=place.member.name))


def _handover(m: Moment, place: Desk) -> None:
    """What one owns, and one button to give all of it back to the queue; with words after the command they go along as a note."""
    if place.member is None:
        raise Refused("refused-not-staff")
    _mine(m, place)
    note = place.arrival.message.arguments.strip()
    if note:
        acts.perform(m, Act(Verb.HANDOVER, place.member.id, words=note), place.member)
        _answer(m, place, desk.line(m.library, place.language, "desk-done-handover"))
    elif referrals.owned(m.db, m.seal, place.member.id):
        button = ("desk-button-handover", desk.payload(Verb.HANDOVER, 0))
        _answer(m, place, desk.line(m.library, place.language, "desk-ask-handover", button))


def _note(m: Moment, place: Desk) -> None:
    """A private note on the case of this topic or of the line that was answered."""
    about = _about(m, place)
    if place.member is None or about is None:
        raise Refused("desk-not-about-one")
    acts.perform(m, Act(Verb.NOTE, place.member.id, about[0].id, words=place.arrival.message.arguments), place.member)
    _answer(m, place, desk.line(m.library, place.language, "desk-done-note"))


def _ready(m: Moment, place: Desk) -> None:
    """A ready answer in the person's language, to be copied: nothing is sent to anybody."""
    about = _about(m, place)
    if place.member is None or about is None:
        raise Refused("desk-not-about-one")
    rights.check(place.member, "referral.say", about[0])
    found = ready.answer(m.library, place.arrival.message.arguments, about[0], m.now.date())
    if found is None:
        names = ", ".join(ready.topics(m.library, about[0]))
        _answer(m, place, desk.line(m.library, place.language, "desk-ready-none", topics=names))
        return
    _answer(m, place, desk.line(m.library, place.language, "desk-ready"))
    _answer(m, place, Reply(found, language=about[0].language), about[0].id)


def _console(m: Moment, place: Desk) -> None:
    """A one-time link to the console, to the private chat of who asked, however they asked."""
    _right_to_enter(place)
    door = staff.door(m.db, m.seal, place.member.id) if place.member else None
    if door is None or m.console is None or place.member is None:
        raise Refused("refused-no-door")
    secret = sessions.make(m.db, m.seal, "link", m.now, doors.LINK, staff=place.member.id)
    reply = desk.line(m.library, place.language, "desk-console-link", link=f"{m.console}/staff/enter?token={secret}")
    key = chats.ensure(m.db, m.seal, door.channel, door.address)
    m.post(key, outgoing.say(reply, protect=True), Purpose.NOTICE, priority=PERSON)
    m.audit("console.link_sent", f"staff:{place.member.id}")


def _right_to_enter(place: Desk) -> None:
    """Whoever works here may enter; what they see there is looked at page by page."""
    if place.member is None or not place.member.active:
        raise Refused("refused-not-staff")


def _drill(m: Moment, place: Desk) -> None:
    _right(place, "queue.see")
    _answer(m, place, board.drill(m, place.language))


def _right(place: Desk, action: str) -> None:
    rights.check(place.member, action)


_COMMANDS: dict[str, Callable[[Moment, Desk], None]] = {
    "start": _help,
    "help": _help,
    "queue": _queue,
    "look": _look,
    "mine": _mine,
    "oncall": _on_call,
    "handover": _handover,
    "note": _note,
    "ready": _ready,
    "drill": _drill,
    "console": _console,
}

NAMES = tuple(_COMMANDS)
"""The commands of staff."""
