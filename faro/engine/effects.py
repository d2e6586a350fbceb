"""What a turn's events do to the store, one small function an event, all in the turn's own transaction."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from faro.assistant import conflict, events, paper, rights
from faro.assistant import referral as life
from faro.assistant.message import Message
from faro.assistant.person import Person
from faro.assistant.referral import Outcome, Referral
from faro.assistant.reply import Reply
from faro.engine import announce, drill, erasure, handing, outgoing, oversight, relay
from faro.engine.moment import PERSON, Moment, Purpose
from faro.storage import audit, chats, people, place_reports, questions, referrals, staff, talk
from faro.storage.kept import of_person
from faro.storage.referrals import Opened

BEFORE = timedelta(hours=24)
"""How far back what was said belongs to a referral: a danger is often told in pieces."""

AGAIN = timedelta(days=7)
"""How long after its closing a case is opened again by words that no topic fits."""

NOT_AGAIN = (Outcome.ABUSE, Outcome.DUPLICATE)


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
    """Store the effects of each event, in order. Of a drill nothing counts but that a danger was noticed."""
    if drill.is_drill(m, scene.key):
        happened = tuple(event for event in happened if isinstance(event, events.ReferralOpened))
    for event in happened:
        _EFFECTS[type(event)](m, scene, event)


def _opened(m: Moment, scene: Scene, event: events.ReferralOpened) -> None:
    """The names of staff, shelters and partners are known here only, so that this is where a conflict is noticed."""
    said = (*scene.message.parts, *(one.text for one in scene.memory.recent))
    named = conflict.named(said, _names(m, first=event.harm_by == "shelter"))
    if named or event.harm_by == "shelter":
        event = replace(event, conflict=True, names=named)
    opened = _not_theirs(m, referrals.open_or_raise(m.db, m.seal, scene.person, event, m.now, pseudonym=scene.memory.pseudonym))
    if drill.is_drill(m, scene.key):
        drill.noticed(m, opened.referral.id)
        return
    talk.belongs(m.db, scene.person, opened.referral.id, m.now - BEFORE)
    verb = "referral.opened" if opened.before is None else "referral.raised"
    actor = audit.PERSON if event.action == "wish" else audit.MACHINE
    what = {"category": event.category, "severity": event.severity, "action": event.action}
    m.audit(verb, actor, opened.referral.id, **what)
    announce.opened(m, opened)
    if event.action == "refer" and opened.before is not None and event.category != opened.referral.category:
        _also(m, opened.referral, event.category)


def _not_theirs(m: Moment, opened: Opened) -> Opened:
    """The person names whoever has the case, or their house: it is taken from them before they read a word of it."""
    case = opened.referral
    owner = staff.get(m.db, m.seal, case.owner)
    if opened.before is None or opened.before.conflict or not case.conflict or rights.may(owner, "referral.claim", case):
        return opened
    announce.to_owner(m, opened.before, "desk-coordinators-take")
    announce.leave_topic(m, case)
    free = replace(life.taken_back(case, m.now), thread=None)
    referrals.put(m.db, m.seal, free)
    m.audit("referral.taken_back", audit.MACHINE, free.id, owner=case.owner)
    announce.edit_alerts(m, free)
    return replace(opened, referral=free)


def _also(m: Moment, referral: Referral, category: str) -> None:
    """A danger of another kind, no graver than the one that staff know of: said to them once."""
    mark = f"also: {category}"
    if mark not in referral.evidence:
        referrals.put(m.db, m.seal, replace(referral, evidence=(*referral.evidence, mark)))
        announce.tell(m, referral, "desk-also", priority=PERSON, category=m.library.say(m.language, f"desk-category-{category}"))


def _names(m: Moment, *, first: bool) -> list[str]:
    """Everybody and everything of the operator that a message could name. `first`: also first names, which many others bear too."""
    members, operator = staff.everybody(m.db, m.seal), m.library.operator
    people = [one.name for one in members if first or " " in one.name]
    return [operator.name, *operator.partners, *people, *(tie for one in members for tie in one.ties)]


def _words(m: Moment, scene: Scene, event: events.WordsForStaff) -> None:
    if scene.message.edited and talk.was_apart(m.db, m.seal, scene.person, scene.message.ids):
        _complaint_told(m, scene, events.ComplaintTold())
        return
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
    if live is None or live.where == event.where or (live.where.country is not None and not event.corrected):
        return
    changed = replace(live, where=event.where)
    referrals.put(m.db, m.seal, changed)
    if not event.corrected:
        m.audit("referral.place_learned", audit.PERSON, live.id)
        return
    m.audit("referral.place_corrected", audit.PERSON, live.id)
    announce.edit_alerts(m, changed)
    announce.to_owner(
        m, changed, "desk-place-corrected", priority=PERSON, town=event.where.town or "-", country=event.where.country or "?"
    )


def _matched(m: Moment, scene: Scene, event: events.QuestionMatched) -> None:
    questions.count(m.db, f"{event.shown}:{event.topic}", event.language, m.now)


def _unmatched(m: Moment, scene: Scene, event: events.QuestionUnmatched) -> None:
    if _came_back(m, scene):
        return
    questions.unanswered(m.db, m.seal, event.text, m.now, language=event.language, near=event.near)
    questions.count(m.db, "unknown", event.language, m.now)


def _came_back(m: Moment, scene: Scene) -> bool:
    """Words that no topic fits, soon after a case was closed, are about that case: it is open again, and they are for staff."""
    last = referrals.last_closed(m.db, m.seal, scene.person, m.now - AGAIN)
    if last is None or last.outcome in NOT_AGAIN:
        return False
    free = life.reopen(last, m.now)
    referrals.put(m.db, m.seal, free)
    talk.belongs(m.db, scene.person, free.id, m.now)
    m.audit("referral.reopened", audit.PERSON, free.id)
    announce.alert(m, free, "desk-alert-reopened")
    return True


def _other_person(m: Moment, scene: Scene, event: events.OtherPersonWanted) -> None:
    live = referrals.for_person(m.db, m.seal, scene.person)
    if live is not None:
        oversight.unwanted(m, live)


def _complained(m: Moment, scene: Scene, event: events.Complained) -> None:
    oversight.complained(m, referrals.for_person(m.db, m.seal, scene.person), scene.memory.pseudonym)


def _complaint_told(m: Moment, scene: Scene, event: events.ComplaintTold) -> None:
    talk.set_apart(m.db, scene.lines)
    live = referrals.for_person(m.db, m.seal, scene.person)
    oversight.complaint_told(m, scene.person, live, scene.memory.pseudonym, "\n".join(scene.message.parts))


def _share(m: Moment, scene: Scene, event: events.ShareAnswered) -> None:
    live = referrals.for_person(m.db, m.seal, scene.person)
    if live is not None:
        handing.answered(m, live, event.number, yes=event.yes)


def _safe(m: Moment, scene: Scene, event: events.SaidSafe) -> None:
    live = referrals.for_person(m.db, m.seal, scene.person)
    if live is not None:
        referrals.put(m.db, m.seal, life.said_safe(live, m.now))
        _told(m, scene, "person.said_safe", "desk-safe-yes")


def _judged(m: Moment, scene: Scene, event: events.AnswerJudged) -> None:
    what = "useful" if event.useful else "wrong"
    questions.count(m.db, f"{what}:{event.topic}", scene.memory.language or "und", m.now)


def _reported(m: Moment, scene: Scene, event: events.PlaceReported) -> None:
    """How it was at a place; with the third bad report in a week it is on hold until an editor has looked."""
    questions.count(m.db, f"{event.outcome}:{event.place}", scene.memory.language or "und", m.now)
    passing = chats.channel_of(m.db, scene.key) == "web"
    if place_reports.report(m.db, m.seal, event.place, event.outcome, m.now, person=None if passing else scene.person):
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


def _copy(m: Moment, scene: Scene, event: events.CopyWanted) -> None:
    """A copy of what is kept, as a file of its own; what was said in this turn does not stand in it."""
    names = {place.id: place.name for place in m.library.places}
    kept = of_person(m.db, m.seal, scene.person, names)
    made = paper.paper(m.library, event.language, kept, m.now)
    reply = Reply(m.library.say(event.language, "copy-title"), paper=made, language=event.language)
    line = talk.add(m.db, m.seal, scene.person, "bot", m.now, words=reply.text)
    m.post(scene.key, outgoing.say(reply), Purpose.REPLY, talk=line)
    live = referrals.for_person(m.db, m.seal, scene.person)
    m.audit("copy.given", audit.PERSON, live.id if live else None)


_EFFECTS: dict[type, Callable[[Moment, Scene, Any], None]] = {
    events.ReferralOpened: _opened,
    events.WordsForStaff: _words,
    events.DangerDenied: _denied,
    events.DangerConfirmed: _confirmed,
    events.Withdrawn: _withdrawn,
    events.OtherPersonWanted: _other_person,
    events.Complained: _complained,
    events.ComplaintTold: _complaint_told,
    events.ShareAnswered: _share,
    events.SaidSafe: _safe,
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
    events.CopyWanted: _copy,
}
