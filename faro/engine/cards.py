"""What a card of a case is made of, read from the store; and the words of a case, to the private chat of whoever may read them."""

from faro.assistant import alerts, card, desk, dossier, protocol
from faro.assistant.card import Around
from faro.assistant.desk import Verb
from faro.assistant.dossier import Spoken
from faro.assistant.referral import Referral, Refused
from faro.assistant.reply import Button, Reply
from faro.assistant.rights import Staff
from faro.engine import outgoing
from faro.engine.moment import PERSON, Moment, Purpose
from faro.engine.outgoing import Body
from faro.storage import chats, institutions, people, referrals, staff, timeline
from faro.storage.timeline import Line

CARD = "card"
"""Lines that are such a card: what is pressed on it changes it in its place."""

OPENED = 4
"""Held pictures and voice notes that one reading offers to open, the newest."""


def front(m: Moment, referral: Referral, member: Staff, spoken: str) -> Reply:
    """The card with the usual."""
    return card.front(m.library, spoken, m.known(referral), member, around(m, referral))


def back(m: Moment, referral: Referral, member: Staff, spoken: str) -> Reply:
    """The card with the rest."""
    return card.back(m.library, spoken, m.known(referral), member, around(m, referral))


def around(m: Moment, referral: Referral) -> Around:
    """What is known of a case without a word of the person."""
    person = referral.person
    until = people.blocked_until(m.db, person) if person else None
    return Around(
        now=m.now,
        held_off=until if until is not None and until > m.now else None,
        erase=bool(person) and people.is_hidden(m.db, person),
        handed=len(institutions.of_referral(m.db, m.seal, referral.id)),
        earlier=tuple(referrals.earlier(m.db, referral)),
    )


def private(m: Moment, member: Staff) -> bytes:
    """The private chat of somebody who works here. Raises Refused where there is none."""
    door = staff.door(m.db, m.seal, member.id)
    if door is None:
        raise Refused("refused-no-door")
    return chats.ensure(m.db, m.seal, door.channel, door.address)


def show_words(m: Moment, referral: Referral, member: Staff) -> None:
    """What was said and noted so far, protected, in private; whoever owns it can open what is held."""
    spoken = desk.language(m.library, member)
    said = [line for line in timeline.of(m.db, m.seal, referral.id) if line.who != "event"]
    head = alerts.headline(m.library, spoken, referral, m.name(referral))
    told = dossier.told(m.library, spoken, m.name(referral), [_spoken(line) for line in said])
    text = f"{head}\n\n{told.text or m.library.say(spoken, 'console-expired')}"
    held = [line for line in said if line.media and not line.opened] if referral.owner == member.id else []
    opens = tuple(_open(m, spoken, referral, line) for line in held[-OPENED:])
    m.post(
        private(m, member),
        outgoing.say(Reply(text, opens, language=spoken), protect=True),
        Purpose.NOTICE,
        priority=PERSON,
        referral=referral.id,
    )


def _open(m: Moment, spoken: str, referral: Referral, line: Line) -> Button:
    kind = m.library.say(spoken, f"desk-kind-{line.kind}")
    label = f"{m.library.say(spoken, 'desk-button-open')} {kind} {alerts.local(m.library, line.at, m.now)}"
    return Button(label, desk.payload(Verb.OPEN, referral.id, line.talk))


def _spoken(line: Line) -> Spoken:
    return Spoken(line.at, line.who, line.kind, line.words, line.edited, line.talk if line.media else None)


def checklist(m: Moment, referral: Referral, spoken: str, *, rest: bool = False) -> Reply:
    """The protocol of its category and country: what to ask first and never, and who is competent; with `rest` what else it says."""
    say, sheet = m.library.say, protocol.sheet(m.library, referral, spoken, m.now.date())
    if sheet is None:
        return Reply(say(spoken, "console-protocol-none"), language=spoken)
    if rest:
        parts = (("never-promise", sheet.never_promise), ("hear", sheet.hear), ("steps", sheet.steps))
        lines = [line for name, found in parts for line in _part(say(spoken, f"console-protocol-{name}"), found)]
        lines += _part(say(spoken, "console-protocol-deadlines"), sheet.deadlines)
        return Reply("\n".join(lines).strip(), language=spoken)
    lines = [] if sheet.reviewed else [say(spoken, "console-protocol-review")]
    for name, found in (("ask", sheet.ask), ("never-ask", sheet.never_ask)):
        lines += _part(say(spoken, f"console-protocol-{name}"), found)
    more = Button(say(spoken, "desk-button-protocol-rest"), desk.payload("protocol", referral.id, "rest"))
    return Reply("\n".join([*lines, *_competent(m, referral, spoken, sheet.competent)]).strip(), (more,), language=spoken)


def _competent(m: Moment, referral: Referral, spoken: str, found: tuple[str, ...]) -> list[str]:
    country = referral.where.country
    if country is None:
        return ["\n" + m.library.say(spoken, "console-protocol-no-country")]
    named = m.library.say(spoken, f"country-{country}")
    nothing = ["\n" + m.library.say(spoken, "console-protocol-no-entry", country=named)]
    return _part(m.library.say(spoken, "console-protocol-competent", country=named), found) or nothing


def _part(title: str, found: tuple[str, ...]) -> list[str]:
    return [f"\n{title}", *(f"· {line}" for line in found)] if found else []


def body(reply: Reply, *, thread: str | None) -> Body:
    """A card as a line of its kind."""
    return outgoing.say(reply, thread=thread) | {"line": CARD}
