"""What staff do to a referral: rights checked, the pure transition taken, its traces stored. The same from Telegram and the console."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from faro.assistant import language, rights
from faro.assistant import referral as life
from faro.assistant.desk import RIGHT, Act, Verb
from faro.assistant.referral import Outcome, Referral, Refused, Status
from faro.assistant.rights import Staff
from faro.engine import announce, ending, erasure, handing, outgoing, oversight, relay, saying
from faro.engine.moment import PERSON, Moment, Purpose
from faro.library.entries import CATEGORIES
from faro.storage import audit, chats, duty, people, place_reports, referrals, staff, suggestions, talk

LONGEST_SHIFT = timedelta(hours=24)


def perform(m: Moment, act: Act, member: Staff | None) -> Referral | None:
    """Carry out an act; the referral afterwards. Raises Refused, and the caller's transaction must then change nothing."""
    if act.verb in _ALONE:
        rights.check(member, RIGHT[act.verb])
        _ALONE[act.verb](m, act)
        return None
    referral = referrals.get(m.db, m.seal, act.referral)
    if referral is None:
        rights.check(member, RIGHT[act.verb])
        raise Refused("refused-gone")
    rights.check(member, RIGHT[act.verb], referral)
    return _ACTS[act.verb](m, act, referral)


def _claim(m: Moment, act: Act, referral: Referral) -> Referral:
    taken = life.claim(referral, act.staff)
    if taken == referral:
        return referral
    oversight.may_take(m, act.staff, referral)
    taken = replace(taken, unsure=False)
    referrals.put(m.db, m.seal, taken)
    _audited(m, act, "referral.claimed")
    announce.taken(m, taken)
    return taken


def _release(m: Moment, act: Act, referral: Referral) -> Referral:
    free = life.release(referral, m.now)
    announce.to_owner(m, referral, "desk-released")
    _back_to_queue(m, free, "desk-alert-released")
    _audited(m, act, "referral.released", owner=referral.owner)
    return free


def _back_to_queue(m: Moment, free: Referral, key: str) -> None:
    referrals.put(m.db, m.seal, free)
    announce.alert(m, free, key)


def _transfer(m: Moment, act: Act, referral: Referral) -> Referral:
    """To a colleague, with what they must know: without that note the person would have to tell everything again."""
    to, note = staff.get(m.db, m.seal, act.to), act.words.strip()
    if to is None or to.id == referral.owner or not rights.may(to, "referral.claim", referral):
        raise Refused("refused-cannot-take")
    if not note:
        raise Refused("refused-no-note")
    given = life.transfer(referral, to.id, m.now)
    oversight.may_take(m, to.id, referral)
    announce.to_owner(m, referral, "desk-transferred", owner=to.name)
    audit.add_note(m.db, m.seal, referral.id, note, m.now, staff=act.staff)
    referrals.put(m.db, m.seal, given)
    _audited(m, act, "referral.transferred", to=to.id)
    announce.taken(m, given)
    announce.to_owner(m, given, "desk-handover-note", priority=PERSON, words=note)
    return given


def _note(m: Moment, act: Act, referral: Referral) -> Referral:
    if not act.words.strip():
        raise Refused("refused-only-words")
    audit.add_note(m.db, m.seal, referral.id, act.words.strip(), m.now, staff=act.staff)
    _audited(m, act, "referral.noted")
    return referral


def _wait(m: Moment, act: Act, referral: Referral) -> Referral:
    return _stored(m, act, life.wait(referral), "referral.waiting")


def _snooze(m: Moment, act: Act, referral: Referral) -> Referral:
    if act.until is None:
        raise Refused("refused-snooze-past")
    return _stored(m, act, life.snooze(referral, act.until, m.now), "referral.snoozed", until=act.until.isoformat())


def _close(m: Moment, act: Act, referral: Referral) -> Referral:
    if act.outcome is None:
        raise Refused("refused-no-outcome")
    closed = life.close(referral, act.outcome, m.now)
    unsaid = relay.drop(m, referral, "closed")
    if referral.person:
        people.let_rest(m.db, m.seal, referral.person)
    announce.to_owner(m, referral, "desk-closed", outcome=m.library.say(m.language, f"desk-outcome-{act.outcome}"))
    _stored(m, act, closed, "referral.closed", outcome=str(act.outcome), unsaid=unsaid)
    announce.edit_alerts(m, closed)
    announce.end_topic(m, closed, remove=False)
    return closed


def _open(m: Moment, act: Act, referral: Referral) -> Referral:
    """A held picture or voice note goes to the private chat of who asked for it, once, protected; never to a group."""
    line = talk.get(m.db, m.seal, act.held or 0)
    if not act.words.strip():
        raise Refused("refused-no-reason")
    if line is None or line.media is None or line.referral != referral.id:
        raise Refused("refused-gone")
    door = staff.door(m.db, m.seal, act.staff)
    home = chats.of_person(m.db, m.seal, line.person)
    if door is None or home is None or door.channel != home.channel:
        raise Refused("refused-no-door")
    if not talk.opened(m.db, line.id, m.now):
        raise Refused("refused-opened")
    key = chats.ensure(m.db, m.seal, door.channel, door.address)
    m.post(key, outgoing.media(line.media, line.kind), Purpose.MEDIA, priority=PERSON, referral=referral.id, talk=line.id)
    _audited(m, act, "media.opened", line=line.id, kind=line.kind, reason=act.words.strip())
    return referral


def _erase(m: Moment, act: Act, referral: Referral) -> Referral:
    """Finish what the person asked for: close what is open, then everything goes."""
    if not referral.person or not people.is_hidden(m.db, referral.person):
        raise Refused("refused-no-erasure")
    if referral.status is not Status.CLOSED:
        referral = _close(m, replace(act, outcome=act.outcome or Outcome.WITHDRAWN), referral)
    _audited(m, act, "erasure.finished")
    erasure.finish(m, referral.person)
    return replace(referral, person=0)


def _suggest(m: Moment, act: Act) -> None:
    """A sentence for editors, without who. The audit says that it was done, not what."""
    if act.state not in suggestions.VERDICTS or not act.words.strip():
        raise Refused("refused-only-words")
    spoken = language.detect(act.words, m.library).language
    category = act.name if act.name in CATEGORIES else ""
    suggestions.add(m.db, m.seal, act.words, m.now, language=spoken, verdict=act.state, category=category)
    m.audit("example.suggested", audit.by(act.staff), verdict=act.state)


def _written_in(m: Moment, act: Act) -> None:
    """An editor dealt with it, by a line in the content or by leaving it."""
    if not suggestions.done(m.db, act.number or 0):
        raise Refused("refused-gone")
    m.audit("example.dealt_with", audit.by(act.staff), number=act.number)


def _offer_again(m: Moment, act: Act) -> None:
    if not place_reports.release(m.db, act.name, m.now):
        raise Refused("refused-not-on-hold")
    m.audit("place.released", audit.by(act.staff), place=act.name)


def _on_call(m: Moment, act: Act) -> None:
    changed = duty.begin(m.db, act.staff, m.now) if act.on else duty.end(m.db, act.staff, m.now)
    if changed:
        m.audit("staff.on_call" if act.on else "staff.off_call", audit.by(act.staff))


def _handover(m: Moment, act: Act) -> None:
    """All that one owns goes back to the queue with a note for whoever takes it next, and one is off call."""
    note = act.words.strip()
    for referral in referrals.owned(m.db, m.seal, act.staff):
        if note:
            audit.add_note(m.db, m.seal, referral.id, note, m.now, staff=act.staff)
        _release(m, replace(act, referral=referral.id), referral)
    _on_call(m, replace(act, on=False))


def _shift(m: Moment, act: Act) -> None:
    """A shift is planned: one's own, or a colleague's by who may plan."""
    whose = act.to or act.staff
    if whose != act.staff:
        rights.check(staff.get(m.db, m.seal, act.staff), "shift.plan")
    member = staff.get(m.db, m.seal, whose)
    if member is None or not member.active or not rights.may(member, "shift.own"):
        raise Refused("refused-cannot-take")
    if act.starts is None or act.until is None or not act.starts < act.until <= act.starts + LONGEST_SHIFT or act.until <= m.now:
        raise Refused("refused-shift-hours", hours=str(int(LONGEST_SHIFT.total_seconds() // 3600)))
    number = duty.plan(m.db, whose, act.starts, act.until)
    m.audit("shift.planned", audit.by(act.staff), number=number, staff=whose)


def _unshift(m: Moment, act: Act) -> None:
    planned = duty.get(m.db, act.number or 0)
    if planned is None:
        raise Refused("refused-gone")
    if planned.staff != act.staff:
        rights.check(staff.get(m.db, m.seal, act.staff), "shift.plan")
    if not duty.cancel(m.db, planned.id):
        raise Refused("refused-shift-begun")
    m.audit("shift.cancelled", audit.by(act.staff), number=planned.id, staff=planned.staff)


def _reopen(m: Moment, act: Act, referral: Referral) -> Referral:
    free = life.reopen(referral, m.now)
    if referral.person and people.open_referral(m.db, referral.person) is not None:
        raise Refused("refused-another-open")
    _back_to_queue(m, free, "desk-alert-reopened")
    _audited(m, act, "referral.reopened")
    return free


def _interpreter(m: Moment, act: Act, referral: Referral) -> Referral:
    """Somebody is wanted who speaks the person's language; said once more it is not."""
    wanted = None if referral.interpreter else referral.language
    changed = _stored(m, act, replace(referral, interpreter=wanted), "interpreter.wanted" if wanted else "interpreter.found")
    if wanted:
        language = m.library.strings.say(wanted, "language-name") if m.library.strings.has(wanted, "language-name") else wanted
        announce.to_room(m, "desk-interpreter", referral=referral.id, pseudonym=m.name(referral), language=language)
    return changed


def _stored(m: Moment, act: Act, changed: Referral, verb: str, **detail: object) -> Referral:
    referrals.put(m.db, m.seal, changed)
    _audited(m, act, verb, **detail)
    return changed


def _audited(m: Moment, act: Act, verb: str, **detail: object) -> None:
    m.audit(verb, audit.by(act.staff), act.referral or None, **detail)


_ACTS: dict[Verb, Callable[[Moment, Act, Referral], Referral]] = {
    Verb.CLAIM: _claim,
    Verb.READ: oversight.read,
    Verb.RELEASE: _release,
    Verb.TRANSFER: _transfer,
    Verb.SAY: saying.say,
    Verb.NOTE: _note,
    Verb.WAIT: _wait,
    Verb.SNOOZE: _snooze,
    Verb.SAFE: ending.ask_safe,
    Verb.WELL: ending.well,
    Verb.CLOSE: _close,
    Verb.OPEN: _open,
    Verb.ERASE: _erase,
    Verb.REOPEN: _reopen,
    Verb.INTERPRETER: _interpreter,
    Verb.BLOCK: oversight.block,
    Verb.LIFT: oversight.lift,
    Verb.REFER: handing.refer,
    Verb.PROGRESS: handing.progress,
    Verb.UNMASK: oversight.ask_account,
    Verb.GRANT: oversight.grant,
    Verb.ACCOUNT: oversight.see,
}

_ALONE: dict[Verb, Callable[[Moment, Act], None]] = {
    Verb.SUGGEST: _suggest,
    Verb.WRITTEN_IN: _written_in,
    Verb.OFFER_AGAIN: _offer_again,
    Verb.ON_CALL: _on_call,
    Verb.HANDOVER: _handover,
    Verb.SHIFT: _shift,
    Verb.UNSHIFT: _unshift,
}
