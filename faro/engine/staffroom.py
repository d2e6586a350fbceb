"""Staff at work in the channel: presses, commands, and words in a topic or in answer to a line become acts. The *user* is checked."""

from collections.abc import Callable

from faro.assistant import desk, rights
from faro.assistant.desk import Pressed
from faro.assistant.message import Kind
from faro.assistant.referral import Referral, Refused
from faro.assistant.reply import Button, Reply
from faro.assistant.rights import Staff
from faro.engine import cards, filling, footing, forms, saying, staff_commands, staff_looks, workplace
from faro.engine.channels import Arrival
from faro.engine.forms import Form
from faro.engine.moment import PERSON, Moment, Purpose
from faro.engine.workplace import About, Desk
from faro.storage import chats, staff

WORDLESS = (Kind.VOICE, Kind.PHOTO, Kind.VIDEO, Kind.DOCUMENT, Kind.LOCATION, Kind.CONTACT, Kind.OTHER)
"""What staff may send by mistake; only words go to a person."""


def in_group(m: Moment, arrival: Arrival) -> None:
    """Something in the staff group. What is said in General is theirs and not touched."""
    if arrival.message.kind is Kind.RIGHTS:
        footing.changed(m, (arrival.message.payload or "").split(","))
        return
    place = workplace.desk_of(m, arrival, staff.of_user(m.db, m.seal, arrival.channel, arrival.user))
    if arrival.message.kind is Kind.BUTTON:
        _press(m, place)
    elif arrival.message.kind is Kind.COMMAND:
        if arrival.message.command in staff_commands.COMMANDS:
            _checked(m, place, lambda: staff_commands.COMMANDS[arrival.message.command or ""](m, place))
    elif (about := workplace.about(m, place)) is not None:
        _checked(m, place, lambda: _written(m, place, about))


def in_private(m: Moment, arrival: Arrival, member: Staff) -> None:
    """Something in the private chat of a member of staff."""
    place = workplace.desk_of(m, arrival, member)
    if arrival.message.kind in (Kind.BLOCKED, Kind.RETURNED):
        (chats.lost(m.db, place.key, m.now) if arrival.message.kind is Kind.BLOCKED else chats.found(m.db, place.key))
        return
    chats.found(m.db, place.key)
    if arrival.message.kind is Kind.BUTTON:
        _press(m, place)
    elif arrival.message.kind is Kind.COMMAND:
        does = staff_commands.COMMANDS.get(arrival.message.command or "", staff_commands.show_help)
        _checked(m, place, lambda: does(m, place))
    elif (about := workplace.about(m, place)) is not None:
        _checked(m, place, lambda: _written(m, place, about))
    else:
        workplace.answer(m, place, desk.line(m.library, place.language, "desk-answer-a-line"))


def is_staff_press(arrival: Arrival) -> bool:
    """Whether a button of the staff was pressed, by whomever."""
    return arrival.message.kind is Kind.BUTTON and desk.parse(arrival.message.payload) is not None


def not_for_you(m: Moment, arrival: Arrival) -> None:
    """Somebody who is no staff pressed a button of the staff: told so, and in the audit."""
    place = workplace.desk_of(m, arrival, None)
    pressed = desk.parse(arrival.message.payload)
    m.audit("press.refused", "unknown", pressed.referral if pressed else None)
    workplace.acknowledge(m, place, m.library.say(place.language, "refused-not-staff"), alert=True)


def _press(m: Moment, place: Desk) -> None:
    pressed = desk.parse(place.arrival.message.payload)
    if place.member is None:
        not_for_you(m, place.arrival)
    elif pressed is None or (pressed.verb is None and pressed.name not in staff_looks.LOOKS):
        workplace.acknowledge(m, place, m.library.say(place.language, "refused-old-button"))
    else:
        _checked(m, place, lambda: _pressed(m, place, pressed), pressed=True)


def _pressed(m: Moment, place: Desk, pressed: Pressed) -> None:
    """Show what the button shows, do what it says, or ask for what is still missing."""
    if pressed.verb is None:
        workplace.acknowledge(m, place, staff_looks.LOOKS[pressed.name](m, place, pressed))
        return
    form = Form(m, place.who, place.language, pressed)
    question = forms.missing(form)
    if question is not None:
        workplace.acknowledge(m, place, workplace.ask(m, place, question, pressed.referral))
        return
    filling.done(m, place, form, shown=False)
    workplace.acknowledge(m, place, m.library.say(place.language, f"desk-done-{pressed.verb}"))


def _written(m: Moment, place: Desk, about: About) -> None:
    """Words in a topic or in answer to a line: what a question waits for, else for the person."""
    if about.completes:
        filling.answered(m, place, about.completes, place.arrival.message.text)
    elif about.referral is not None and place.arrival.reply_to is None and _in_doubt(m, place, about.referral):
        return
    elif about.referral is not None:
        _say(m, place, about.referral)


def _in_doubt(m: Moment, place: Desk, referral: Referral) -> bool:
    """Words in the topic, as an answer to nothing, while a question waits: nobody guesses whether the person or the team must read them."""
    waiting = workplace.waiting_question(m, place, referral.id)
    if waiting is None or place.arrival.message.edited or place.arrival.message.kind is not Kind.TEXT:
        return False
    rights.check(place.member, "referral.say", referral)
    draft = saying.draft(m, referral, place.who.id, place.arrival.message.text)
    say = m.library.say
    ways = (
        Button(say(place.language, "desk-button-to-person"), desk.payload("tell", referral.id, draft)),
        Button(say(place.language, "desk-button-to-question"), desk.payload("fill", referral.id, draft)),
    )
    reply = Reply(workplace.named(m, place, referral.id, say(place.language, "desk-in-doubt")), ways, language=place.language)
    key, thread = workplace.room_for(m, place)
    m.post(key, cards.body(reply, thread=thread), Purpose.NOTICE, priority=PERSON, referral=referral.id)
    return True


def _say(m: Moment, place: Desk, referral: Referral) -> None:
    """Words for the person; staff are told when they wait."""
    message = place.arrival.message
    rights.check(place.member, "referral.say", referral)
    if message.edited:
        raise Refused("refused-edit")
    if message.kind in WORDLESS or not message.text.strip():
        raise Refused("refused-only-words")
    workplace.say_words(m, place, referral, message.text)


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
            workplace.acknowledge(m, place, why, alert=True)
        else:
            workplace.answer(m, place, Reply(why, language=place.language))
