"""A person's turn: what was sent is kept, the assistant decides, its effects and its words are stored with it."""

import logging
import traceback
from dataclasses import replace
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError

from faro.assistant import keeping, shifts, turn
from faro.assistant.events import ChatCleared, ReferralOpened, TakenOffPhone
from faro.assistant.labels import label
from faro.assistant.message import Kind, Message, joined
from faro.assistant.person import OpenReferral, Person
from faro.assistant.reply import Reply
from faro.engine import announce, blocks, effects, outgoing, relay
from faro.engine.channels import Arrival
from faro.engine.effects import Scene
from faro.engine.moment import DANGER, NORMAL, Moment, Purpose
from faro.library.text import fold
from faro.storage import audit, chats, people, place_reports, referrals, staff, talk
from faro.storage.errors import KeyUnusable
from faro.storage.kept import SIGNAL

log = logging.getLogger(__name__)

HELD = (Kind.VOICE, Kind.PHOTO, Kind.VIDEO, Kind.DOCUMENT)


def take(m: Moment, arrivals: list[Arrival], *, urgent: bool) -> str | None:
    """One turn of one person: a message, or a burst of texts that waited together. The fault when the assistant broke.

    `urgent`: a phrase of danger stands in it.
    """
    first = arrivals[0]
    key = chats.ensure(m.db, m.seal, first.channel, first.chat)
    number = people.find_or_create(m.db, m.seal, key, m.library.pseudonyms, m.now)
    if first.message.kind is Kind.BLOCKED:
        lost(m, number, key, "person.blocked")
        return None
    if chats.found(m.db, key):
        _came_back(m, number)
    people.wrote(m.db, number, m.now)
    scene = Scene(number, _memory(m, number), key, joined([a.message for a in arrivals]), [])
    scene.message = replace(scene.message, signal=_is_hidden_word(m, scene, scene.message))
    scene.lines = [_keep(m, scene, arrival.message) for arrival in arrivals if arrival.message.kind is not Kind.RETURNED]
    if first.press is not None:
        m.post(key, outgoing.press(first.press), Purpose.CLEAN, priority=NORMAL)
    return _turn(m, scene, urgent=urgent)


def _memory(m: Moment, number: int) -> Person:
    """What is remembered, without texts that are over their time."""
    memory = people.load(m.db, m.seal, number)
    recent = tuple(said for said in memory.recent if m.now - said.at < keeping.WORDS)
    return replace(memory, recent=recent, referral=_how_long(m, memory.referral))


def _how_long(m: Moment, live: OpenReferral | None) -> OpenReferral | None:
    """The open case, marked where its clock ran out and nobody has taken it: then nobody is said to be reading."""
    case = referrals.get(m.db, m.seal, live.id) if live is not None and live.status == "open" else None
    if live is None or case is None:
        return live
    waited = shifts.time_on_call(m.library.operator, case.clock_from, m.now, m.duty)
    return replace(live, late=waited >= timedelta(minutes=m.minutes[case.severity]))


def _is_hidden_word(m: Moment, scene: Scene, message: Message) -> bool:
    """Whether one of the texts is the word that this person chose."""
    kept = scene.memory.hidden_word
    return kept is not None and any(people.hidden_word(m.seal, scene.person, fold(part)) == kept for part in message.parts)


def failing(m: Moment, arrival: Arrival, *, urgent: bool) -> None:
    """A message that failed again and again: an honest answer, and a person looks (promise 2)."""
    key = chats.ensure(m.db, m.seal, arrival.channel, arrival.chat)
    number = people.find_or_create(m.db, m.seal, key, m.library.pseudonyms, m.now)
    people.wrote(m.db, number, m.now)
    try:
        memory = people.load(m.db, m.seal, number)
    except (ValueError, TypeError, KeyError, AttributeError, KeyUnusable):
        memory = Person(people.pseudonym(number, m.library.pseudonyms), referral=people.open_referral(m.db, number))
    scene = Scene(number, memory, key, arrival.message, [])
    scene.message = replace(scene.message, signal=_is_hidden_word(m, scene, scene.message))
    scene.lines = [_keep(m, scene, arrival.message)]
    _carry_out(m, scene, _as_grave(turn.failed(scene.message, scene.memory, m.library, m.now), urgent=urgent))


def lost(m: Moment, person: int, key: bytes, verb: str) -> None:
    """The person cannot be reached any more: staff's words wait, and whoever has an open referral is told."""
    if not chats.lost(m.db, key, m.now):
        return
    live = referrals.for_person(m.db, m.seal, person)
    if live is not None:
        m.audit(verb, audit.PERSON, live.id)
        announce.tell(m, live, "desk-unreachable", priority=NORMAL)


def _came_back(m: Moment, person: int) -> None:
    live = referrals.for_person(m.db, m.seal, person)
    if live is not None:
        m.audit("person.returned", audit.PERSON, live.id)
        announce.tell(m, live, "desk-returned", priority=NORMAL)


def _turn(m: Moment, scene: Scene, *, urgent: bool) -> str | None:
    fault = None
    try:
        library = m.library.holding(place_reports.held(m.db)).on_duty(m.duty).with_team(manned=staff.manned(m.db, m.seal))
        taken = turn.take(scene.message, scene.memory, library, m.now)
    except SQLAlchemyError:
        raise  # the transaction is broken with it: nothing said now could be stored
    except Exception as error:
        # Danger must not wait for another try: the honest sentence now, a person looks, and the delivery is shown to staff.
        fault = told(error)
        log.error("turn_failed cause=%s fault=%s", m.cause, fault)  # noqa: TRY400  (a traceback may hold a person's words)
        taken = _as_grave(turn.failed(scene.message, scene.memory, m.library, m.now), urgent=urgent)
    _carry_out(m, scene, blocks.held_off(m, scene, taken))
    return fault


def _as_grave(taken: turn.Turn, *, urgent: bool) -> turn.Turn:
    """Where the machine broke over a phrase of danger, whoever looks must look at once (promise 2)."""
    if not urgent:
        return taken
    graver = tuple(replace(event, severity="critical") if isinstance(event, ReferralOpened) else event for event in taken.events)
    return replace(taken, events=graver)


def told(error: BaseException) -> str:
    """What broke and where, without what was said."""
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = f" at {last[0].filename.rsplit('/', 1)[-1]}:{last[0].lineno}" if last else ""
    return f"{type(error).__name__}{where}"


def _carry_out(m: Moment, scene: Scene, taken: turn.Turn) -> None:
    scene.memory = replace(taken.person, referral=None)
    # Kept before the effects: whether staff may write, and in which language, is asked while they are stored.
    people.save(m.db, m.seal, scene.person, scene.memory)
    kept = scene.memory
    effects.apply(m, scene, taken.events)
    if scene.gone:
        for reply in taken.replies:
            m.post(scene.key, outgoing.say(reply), Purpose.REPLY, priority=_priority(reply))
        return
    if scene.memory is not kept:
        people.save(m.db, m.seal, scene.person, scene.memory)
    live = people.open_referral(m.db, scene.person)
    for reply in taken.replies:
        line = talk.add(m.db, m.seal, scene.person, "bot", m.now, words=reply.text, referral=live.id if live else None)
        m.post(scene.key, outgoing.say(reply), Purpose.REPLY, priority=_priority(reply), talk=line)
    relay.release(m, scene.person, scene.key)
    if _may_ask_again(scene, taken):
        relay.ask_again(m, scene.person, scene.key)


def _may_ask_again(scene: Scene, taken: turn.Turn) -> bool:
    """Whether the question whether we may write may follow: the person said something, was asked nothing else, and left no clean chat."""
    cleaned = any(isinstance(event, ChatCleared | TakenOffPhone) for event in taken.events)
    asked = taken.person.asked is not None and bool(taken.replies)
    return not cleaned and not asked and scene.message.kind not in (Kind.COMMAND, Kind.BUTTON, Kind.RETURNED)


def _priority(reply: Reply) -> int:
    return DANGER if reply.urgent else NORMAL


def _keep(m: Moment, scene: Scene, message: Message) -> int:
    """What was sent, as a row of the talk."""
    words, kind = message.text, str(message.kind)
    if _is_hidden_word(m, scene, message):
        words, kind = m.library.say(m.language, "desk-hidden-word"), SIGNAL
    if message.kind is Kind.COMMAND:
        words = f"/{message.command} {message.arguments}".strip()
    elif message.kind is Kind.BUTTON:
        labels = {payload: label for label, payload in scene.memory.offered}
        pressed = message.payload or ""
        words = labels.get(pressed) or label(m.library, m.language, pressed)
    elif message.kind is Kind.LOCATION:
        words = f"{message.latitude}, {message.longitude}"
    live = scene.memory.referral
    return talk.add(
        m.db,
        m.seal,
        scene.person,
        "person",
        m.now,
        words=words,
        kind=kind,
        media=message.media if message.kind in HELD else None,
        ids=message.ids,
        edited=message.edited,
        referral=live.id if live else None,
    )
