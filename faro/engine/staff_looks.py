"""Buttons of staff that are no act: they show a card, a list, a protocol or a ready answer, in the place of what was pressed."""

from collections.abc import Callable

from faro.assistant import desk, numbers, ready, rights
from faro.assistant.asking import areas, topics
from faro.assistant.desk import Pressed
from faro.assistant.referral import Referral, Refused
from faro.assistant.reply import Button, Reply
from faro.assistant.rights import Staff
from faro.engine import cards, filling, lists, outgoing, saying, workplace
from faro.engine.moment import PERSON, Moment, Purpose
from faro.engine.workplace import Desk


def _page(listed: Callable[[Moment, Staff, str, int], Reply]) -> Callable[[Moment, Desk, Pressed], str]:
    """A button that shows a page of a list, in the place of the page before."""

    def show(m: Moment, place: Desk, pressed: Pressed) -> str:
        return workplace.show(m, place, listed(m, place.who, place.language, pressed.referral), 0)

    return show


def preview(m: Moment, place: Desk, referral: Referral, topic: str) -> str:
    """The answer as the person would read it, with a button that sends it as it is, once."""
    found = ready.answer(m.library, topic, referral, m.now.date())
    if found is None:
        raise Refused("refused-old-button")
    draft = saying.draft(m, referral, place.who.id, found)
    send = Button(m.library.say(place.language, "desk-button-send-ready"), desk.payload("tell", referral.id, draft))
    reply = Reply(f"{m.library.say(place.language, 'desk-ready')}\n\n{found}", (send,), language=place.language)
    return workplace.show(m, place, reply, referral.id)


def _ready_pressed(m: Moment, place: Desk, pressed: Pressed) -> str:
    """Areas, then topics, then the answer."""
    referral = workplace.pressed_case(m, pressed)
    rights.check(place.who, "referral.say", referral)
    wanted = pressed.arguments[0] if pressed.arguments else ""
    if "." in wanted:
        return preview(m, place, referral, wanted)
    found = topics(m.library, place.language, referral, wanted) if wanted else areas(m.library, place.language, referral)
    return workplace.ask(m, place, found, referral.id)


def _card(m: Moment, place: Desk, pressed: Pressed) -> str:
    """How one case stands, with what may be done; behind "More" the rest."""
    workplace.right(place, "queue.see")
    side = cards.back if pressed.name == "more" else cards.front
    referral = workplace.pressed_case(m, pressed)
    return workplace.show(m, place, side(m, referral, place.who, place.language), referral.id)


def _protocol(m: Moment, place: Desk, pressed: Pressed) -> str:
    """What to ask first, what never, who is competent: in the topic or in private, never among all the others."""
    referral = workplace.pressed_case(m, pressed)
    rights.check(place.who, "referral.read", referral)
    reply = cards.checklist(m, referral, place.language, rest="rest" in pressed.arguments)
    here = workplace.is_private(place) or (place.arrival.thread is not None and not workplace.crowded(m, place))
    key, thread = (place.key, place.arrival.thread) if here else (cards.private(m, place.who), None)
    m.post(key, outgoing.say(reply, thread=thread), Purpose.NOTICE, priority=PERSON, referral=referral.id)
    return "" if here else m.library.say(place.language, "desk-done-open")


def _drafted(m: Moment, place: Desk, pressed: Pressed) -> str:
    """Words about which nobody knew for whom they are: now it is said. `tell`: for the person; `fill`: for the question."""
    referral = workplace.pressed_case(m, pressed)
    given = pressed.arguments[0] if pressed.arguments else ""
    words = saying.drafted(m, numbers.number(given) or 0, referral, place.who.id)
    if pressed.name == "tell":
        return m.library.say(place.language, "desk-done-say") if workplace.say_words(m, place, referral, words) else ""
    waiting = workplace.waiting_question(m, place, referral.id)
    if waiting is None:
        raise Refused("refused-old-button")
    filling.answered(m, place, waiting[1].split(":", 2)[2], words)
    return ""


LOOKS: dict[str, Callable[[Moment, Desk, Pressed], str]] = {
    "queue": _page(lists.queue),
    "look": _page(lists.look),
    "mine": _page(lists.mine),
    "closed": _page(lists.closed),
    "card": _card,
    "more": _card,
    "protocol": _protocol,
    "ready": _ready_pressed,
    "tell": _drafted,
    "fill": _drafted,
}
"""Buttons that are no act: they show something, in the place of what was pressed where that is a card."""
