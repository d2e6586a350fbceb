"""How a critical case ends well: the person is asked whether they are safe, and whoever owns it writes down that it ended well.

Fail-safe: only after a human word, only where the person had the last word and no danger is in it or said to be safe; coordinators are
told, and whatever the person writes afterwards takes it back.
"""

from faro.assistant import referral as life
from faro.assistant import risk
from faro.assistant.desk import Act
from faro.assistant.institution import REASON
from faro.assistant.referral import Referral, Refused
from faro.assistant.reply import Button, Reply
from faro.engine import announce, relay
from faro.engine.moment import PERSON, Moment
from faro.storage import audit, referrals, staff, talk


def ask_safe(m: Moment, act: Act, referral: Referral) -> Referral:
    """The bot asks in the team's name; a no is a danger like any other."""
    say, spoken = m.library.say, referral.language
    ways = (Button(say(spoken, "safe-yes"), "safe"), Button(say(spoken, "safe-no"), "risk:yes"))
    relay.ask(m, referral, Reply(say(spoken, "safe-ask"), ways, language=spoken))
    m.audit("safety.asked", audit.by(act.staff), referral.id)
    return referral


def well(m: Moment, act: Act, referral: Referral) -> Referral:
    """It ended well; why, stands as a note beside the case."""
    if len(act.words.strip()) < REASON:
        raise Refused("refused-reason-short")
    ended = life.ended_well(referral, fine=_fine(m, referral))
    referrals.put(m.db, m.seal, ended)
    audit.add_note(m.db, m.seal, referral.id, act.words.strip(), m.now, staff=act.staff)
    m.audit("referral.ended_well", audit.by(act.staff), referral.id, safe=referral.safe_at is not None)
    member = staff.get(m.db, m.seal, act.staff)
    about = {"pseudonym": m.name(referral), "number": str(referral.id), "name": member.name if member else "?"}
    announce.to_overseers(m, "desk-ended-well", but=act.staff, priority=PERSON, referral=referral.id, **about)
    return ended


def _fine(m: Moment, referral: Referral) -> bool:
    """Whether the person had the last word, in writing, and no danger is in it."""
    said = [line for line in talk.of_referral(m.db, m.seal, referral.id) if line.said_by in ("person", "staff")]
    last = said[-1] if said else None
    if last is None or last.said_by != "person" or last.kind != "text" or not last.words:
        return False
    return risk.assess([last.words], m.library) is None
