"""What a turn's events do to the store, one small function an event, all in the turn's own transaction."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from faro.assistant import events
from faro.assistant.message import Message
from faro.assistant.person import Person
from faro.engine import announce, erasure, relay
from faro.engine.moment import PERSON, Moment
from faro.storage import audit, people, place_reports, questions, referrals, talk

BEFORE = timedelta(hours=24)
"""How far back what was said belongs to a referral: a danger is often told in pieces."""


@dataclass
class Scene:
    """The person whose turn it is. `lines`: the talk rows of what was just sent. `gone`: nothing of the person is left."""

    person: int
    memory: Person
    key: bytes
    message: Message
    lines: list[int]
    gone: bool = False


def apply(m: Moment, scene: Scene, happened: tuple[events.Event, ...]) -> None:
    """Store the effects of each event, in order."""
    for event in happened:
        _EFFECTS[type(event)](m, scene, event)


def _opened(m: Moment, scene: Scene, event: events.ReferralOpened) -> None:
    opened = referrals.open_or_raise(m.db, m.seal, scene.person, event, m.now, pseudonym=scene.memory.pseudonym)
    talk.belongs(m.db, scene.person, opened.referral.id, m.now - BEFORE)
    verb = "referral.opened" if opened.before is None else "referral.raised"
    actor = audit.PERSON if event.action == "wish" else audit.MACHINE
    what = {"category": event.category, "severity": event.severity, "action": event.action}
    m.audit(verb, actor, opened.referral.id, **what)
    announce.opened(m, opened)


def _words(m: Moment, scene: Scene, event: events.WordsForStaff) -> None:
    live = referrals.for_person(m.db, m.seal, scene.person)
    if live is not None:
        talk.belongs(m.db, scene.person, live.id, m.now)
        relay.from_person(m, live, scene.lines)


def _denied(m: Moment, scene: Scene, event: events.DangerDenied) -> None:
    _told(m, scene, "danger.denied", "desk-denied", how=event.how)


def _confirmed(m: Moment, scene: Scene, event: events.DangerConfirmed) -> None:
    _told(m, scene, "danger.confirmed", "desk-confirmed")


def _withdrawn(m: Moment, scene: Scene, event: events.Withdrawn) -> None:
    _told(m, scene, "referral.withdrawal_asked", "desk-withdrawn")


def _may_write(m: Moment, scene: Scene, event: events.MayWriteChosen) -> None:
    _told(m, scene, "writing.chosen", f"desk-may-write-{event.choice.replace('_', '-')}", choice=str(event.choice))


def _told(m: Moment, scene: Scene, verb: str, key: str, **detail: Any) -> None:
    """Something the person did about an open referral: in the audit, and told to its owner."""
    live = referrals.for_person(m.db, m.seal, scene.person)
    if live is not None:
        m.audit(verb, audit.PERSON, live.id, **detail)
        announce.to_owner(m, live, key, priority=PERSON)


def _place(m: Moment, scene: Scene, event: events.PlaceLearned) -> None:
    live = referrals.for_person(m.db, m.seal, scene.person)
    if live is not None and live.where.country is None:
        referrals.put(m.db, m.seal, replace(live, where=event.where))
        m.audit("referral.place_learned", audit.PERSON, live.id)


def _matched(m: Moment, scene: Scene, event: events.QuestionMatched) -> None:
    questions.count(m.db, f"{event.shown}:{event.topic}", event.language, m.now)


def _unmatched(m: Moment, scene: Scene, event: events.QuestionUnmatched) -> None:
    questions.unanswered(m.db, m.seal, event.text, m.now, language=event.language, near=event.near)
    questions.count(m.db, "unknown", event.language, m.now)


def _judged(m: Moment, scene: Scene, event: events.AnswerJudged) -> None:
    what = "useful" if event.useful else "wrong"
    questions.count(m.db, f"{what}:{event.topic}", scene.memory.language or "und", m.now)


def _reported(m: Moment, scene: Scene, event: events.PlaceReported) -> None:
    """How it was at a place; with the third bad report in a week it is on hold until an editor has looked."""
    questions.count(m.db, f"{event.outcome}:{event.place}", scene.memory.language or "und", m.now)
    if place_reports.report(m.db, m.seal, event.place, event.outcome, m.now, person=scene.person):
        m.audit("place.held", audit.MACHINE, place=event.place)


def _language(m: Moment, scene: Scene, event: events.LanguageChanged) -> None:
    live = referrals.for_person(m.db, m.seal, scene.person)
    if live is not None and live.language != event.language:
        referrals.put(m.db, m.seal, replace(live, language=event.language))


def _cleared(m: Moment, scene: Scene, event: events.ChatCleared) -> None:
    erasure.clear(m, scene.person, scene.key)
    scene.memory = replace(scene.memory, recent=(), offered=(), topic=None)


def _off_phone(m: Moment, scene: Scene, event: events.TakenOffPhone) -> None:
    erasure.take_off(m, scene.person, scene.key, scene.lines)


def _hidden_word(m: Moment, scene: Scene, event: events.HiddenWordChosen) -> None:
    scene.memory = replace(scene.memory, hidden_word=people.hidden_word(m.seal, scene.person, event.word))


def _forgotten(m: Moment, scene: Scene, event: events.Forgotten) -> None:
    scene.gone = erasure.forget(m, scene.person, scene.key)
    if not scene.gone:
        scene.memory = people.load(m.db, m.seal, scene.person)


_EFFECTS: dict[type, Callable[[Moment, Scene, Any], None]] = {
    events.ReferralOpened: _opened,
    events.WordsForStaff: _words,
    events.DangerDenied: _denied,
    events.DangerConfirmed: _confirmed,
    events.Withdrawn: _withdrawn,
    events.MayWriteChosen: _may_write,
    events.PlaceLearned: _place,
    events.QuestionMatched: _matched,
    events.QuestionUnmatched: _unmatched,
    events.AnswerJudged: _judged,
    events.PlaceReported: _reported,
    events.LanguageChanged: _language,
    events.ChatCleared: _cleared,
    events.TakenOffPhone: _off_phone,
    events.HiddenWordChosen: _hidden_word,
    events.Forgotten: _forgotten,
}
