"""What staff do to a referral: rights checked, the pure transition taken, its traces stored. The same from Telegram and the console."""

from collections.abc import Callable
from dataclasses import replace

from faro.assistant import referral as life
from faro.assistant import rights
from faro.assistant.desk import RIGHT, Act, Verb
from faro.assistant.referral import Outcome, Referral, Refused, Status
from faro.assistant.rights import Staff
from faro.engine import announce, erasure, outgoing, relay
from faro.engine.moment import NORMAL, PERSON, Moment, Purpose
from faro.storage import audit, chats, people, referrals, staff, talk

LONGEST = 4000
"""Characters of one thing that staff say; more is refused, never cut."""


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
    taken = replace(taken, unsure=False)
    referrals.put(m.db, m.seal, taken)
    _audited(m, act, "referral.claimed")
    announce.taken(m, taken)
    return taken


def _read(m: Moment, act: Act, referral: Referral) -> Referral:
    _audited(m, act, "words.opened")
    return referral


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
    to = staff.get(m.db, m.seal, act.to)
    if to is None or not rights.may(to, "referral.claim", referral):
        raise Refused("refused-cannot-take")
    announce.to_owner(m, referral, "desk-transferred", owner=to.name)
    given = life.transfer(referral, to.id, m.now)
    referrals.put(m.db, m.seal, given)
    _audited(m, act, "referral.transferred", to=to.id, reason=act.words)
    announce.taken(m, given)
    return given


def _say(m: Moment, act: Act, referral: Referral) -> Referral:
    words = act.words.strip()
    if referral.status is Status.CLOSED:
        raise Refused("refused-closed")
    if not words:
        raise Refused("refused-only-words")
    if len(words) > LONGEST:
        raise Refused("refused-too-long", limit=LONGEST)
    leaves = relay.to_person(m, referral, act.staff, words)
    _audited(m, act, "words.said", waits=not leaves)
    if not leaves:
        announce.to_owner(m, referral, "desk-words-wait", priority=PERSON)
    return referral


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
    announce.to_owner(m, referral, "desk-closed", outcome=m.library.say(m.language, f"desk-outcome-{act.outcome}"))
    _stored(m, act, closed, "referral.closed", outcome=str(act.outcome), unsaid=unsaid)
    announce.edit_alerts(m, closed)
    _end_topic(m, closed, remove=False)
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
    _end_topic(m, referral, remove=True)
    _audited(m, act, "erasure.finished")
    erasure.finish(m, referral.person)
    return replace(referral, person=0)


def _on_call(m: Moment, act: Act) -> None:
    staff.call(m.db, act.staff, m.now if act.on else None)
    m.audit("staff.on_call" if act.on else "staff.off_call", audit.by(act.staff))


def _handover(m: Moment, act: Act) -> None:
    """All that one owns goes back to the queue, and one is off call."""
    for referral in referrals.owned(m.db, m.seal, act.staff):
        _release(m, act, referral)
    _on_call(m, replace(act, on=False))


def _end_topic(m: Moment, referral: Referral, *, remove: bool) -> None:
    room = m.staff_key
    if referral.thread is not None and room is not None:
        body = outgoing.topic_end(referral.thread, remove=remove)
        m.post(room, body, Purpose.CLEAN, priority=NORMAL, referral=referral.id)


def _stored(m: Moment, act: Act, changed: Referral, verb: str, **detail: object) -> Referral:
    referrals.put(m.db, m.seal, changed)
    _audited(m, act, verb, **detail)
    return changed


def _audited(m: Moment, act: Act, verb: str, **detail: object) -> None:
    m.audit(verb, audit.by(act.staff), act.referral or None, **detail)


_ACTS: dict[Verb, Callable[[Moment, Act, Referral], Referral]] = {
    Verb.CLAIM: _claim,
    Verb.READ: _read,
    Verb.RELEASE: _release,
    Verb.TRANSFER: _transfer,
    Verb.SAY: _say,
    Verb.NOTE: _note,
    Verb.WAIT: _wait,
    Verb.SNOOZE: _snooze,
    Verb.CLOSE: _close,
    Verb.OPEN: _open,
    Verb.ERASE: _erase,
}

_ALONE: dict[Verb, Callable[[Moment, Act], None]] = {Verb.ON_CALL: _on_call, Verb.HANDOVER: _handover}
