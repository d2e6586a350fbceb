"""Commands of staff, in the group as in their private chats."""

from collections.abc import Callable

from faro.assistant import desk, ready, rights
from faro.assistant.asking import areas
from faro.assistant.desk import Act, Verb
from faro.assistant.referral import Referral, Refused
from faro.assistant.reply import Reply
from faro.assistant.rights import Staff
from faro.engine import acts, board, cards, doors, filling, forms, lists, outgoing, rota, staff_looks, workplace
from faro.engine.forms import Form
from faro.engine.moment import PERSON, Moment, Purpose
from faro.engine.workplace import Desk
from faro.storage import referrals, sessions, suggestions


def show_help(m: Moment, place: Desk) -> None:
    """What can be done by commands."""
    workplace.right(place, "queue.see")
    workplace.answer(m, place, desk.line(m.library, place.language, "desk-help"))


def _list(listed: Callable[[Moment, Staff, str, int], Reply]) -> Callable[[Moment, Desk], None]:
    """A command that shows a list from its beginning."""

    def show(m: Moment, place: Desk) -> None:
        workplace.show(m, place, listed(m, place.who, place.language, 0), 0)

    return show


def _case(m: Moment, place: Desk) -> None:
    """The card of one case: that of the topic or of the answered line, or the one that is named."""
    workplace.right(place, "queue.see")
    wanted, about = place.arrival.message.arguments, workplace.about(m, place)
    if not wanted.strip() and about is not None and about.referral is not None:
        found = [about.referral]
    else:
        found = lists.search(m, place.who, place.language, wanted)
    one = len(found) == 1
    reply = cards.front(m, found[0], place.who, place.language) if one else lists.found(m, place.language, found)
    workplace.show(m, place, reply, found[0].id if one else 0)


def _shifts(m: Moment, place: Desk) -> None:
    """Who is on call when; hours typed after the command are planned for oneself."""
    workplace.right(place, "queue.see")
    hours = place.arrival.message.arguments.strip()
    if not hours:
        workplace.show(m, place, rota.listed(m, place.who, place.language), 0)
        return
    act = rota.typed(m, place.who, hours)
    acts.perform(m, act, place.who)
    workplace.show(m, place, rota.again(m, place.language, act), 0)


def _suggest(m: Moment, place: Desk) -> None:
    """A sentence for editors, of no case; an editor sees in private what others handed over."""
    if workplace.is_private(place) and rights.may(place.who, "example.done") and suggestions.listed(m.db, m.seal, limit=1):
        workplace.show(m, place, lists.suggestions(m, place.who, place.language), 0)
    pressed = desk.parse(desk.payload(Verb.SUGGEST))
    question = forms.missing(Form(m, place.who, place.language, pressed)) if pressed else None
    if question is not None:
        workplace.ask(m, place, question, 0)


def _on_call(m: Moment, place: Desk) -> None:
    """On call, or off when on call already."""
    now_on = not place.who.on_call
    acts.perform(m, Act(Verb.ON_CALL, place.who.id, on=now_on), place.who)
    workplace.answer(
        m, place, desk.line(m.library, place.language, "desk-on-call" if now_on else "desk-off-call", name=place.who.name)
    )


def _handover(m: Moment, place: Desk) -> None:
    """What one owns, and one button to give all of it back to the queue; with words after the command they go along as a note."""
    workplace.show(m, place, lists.mine(m, place.who, place.language, 0), 0)
    note = place.arrival.message.arguments.strip()
    if note:
        acts.perform(m, Act(Verb.HANDOVER, place.who.id, words=note), place.who)
        workplace.answer(m, place, desk.line(m.library, place.language, "desk-done-handover"))
    elif referrals.owned(m.db, m.seal, place.who.id):
        button = ("desk-button-handover", desk.payload(Verb.HANDOVER))
        workplace.answer(m, place, desk.line(m.library, place.language, "desk-ask-handover", button))


def _this_case(m: Moment, place: Desk) -> Referral:
    """The case of this topic or of the line that was answered."""
    about = workplace.about(m, place)
    if about is None or about.referral is None:
        raise Refused("desk-not-about-one")
    return about.referral


def _note(m: Moment, place: Desk) -> None:
    """A private note on the case of this topic or of the line that was answered; without words they are asked for."""
    pressed = desk.parse(desk.payload(Verb.NOTE, _this_case(m, place).id))
    if pressed is None:
        return
    form = Form(m, place.who, place.language, pressed, place.arrival.message.arguments)
    question = forms.missing(form)
    if question is not None:
        workplace.ask(m, place, question, pressed.referral)
    else:
        filling.done(m, place, form, shown=True)


def _ready(m: Moment, place: Desk) -> None:
    """A ready answer in the person's language, to be read before it is sent; without a topic the topics to choose from."""
    referral, wanted = _this_case(m, place), place.arrival.message.arguments
    rights.check(place.who, "referral.say", referral)
    if not wanted.strip():
        workplace.ask(m, place, areas(m.library, place.language, referral), referral.id)
    elif (topic := ready.named(m.library, wanted, referral)) is not None:
        staff_looks.preview(m, place, referral, topic)
    else:
        names = ", ".join(ready.topics(m.library, referral))
        workplace.answer(m, place, desk.line(m.library, place.language, "desk-ready-none", topics=names))


def _console(m: Moment, place: Desk) -> None:
    """A one-time link to the console, to the private chat of who asked, however they asked."""
    _right_to_enter(place)
    if m.console is None:
        raise Refused("refused-no-door")
    key = cards.private(m, place.who)
    secret = sessions.make(m.db, m.seal, "link", m.now, doors.LINK, staff=place.who.id)
    reply = desk.line(m.library, place.language, "desk-console-link", link=f"{m.console}/staff/enter?token={secret}")
    m.post(key, outgoing.say(reply, protect=True), Purpose.NOTICE, priority=PERSON)
    m.audit("console.link_sent", f"staff:{place.who.id}")


def _right_to_enter(place: Desk) -> None:
    """Whoever works here may enter; what they see there is looked at page by page."""
    if place.member is None or not place.member.active:
        raise Refused("refused-not-staff")


def _drill(m: Moment, place: Desk) -> None:
    workplace.right(place, "queue.see")
    workplace.answer(m, place, board.drill(m, place.language))


COMMANDS: dict[str, Callable[[Moment, Desk], None]] = {
    "start": show_help,
    "help": show_help,
    "queue": _list(lists.queue),
    "look": _list(lists.look),
    "mine": _list(lists.mine),
    "closed": _list(lists.closed),
    "case": _case,
    "oncall": _on_call,
    "shifts": _shifts,
    "handover": _handover,
    "note": _note,
    "ready": _ready,
    "suggest": _suggest,
    "places": _list(lists.places),
    "parked": _list(lists.undelivered),
    "drill": _drill,
    "console": _console,
}

NAMES = tuple(COMMANDS)
"""The commands of staff."""
