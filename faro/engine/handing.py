"""Handing a case on to an institution: the person is asked, or a coordinator writes down why it must be without her yes."""

from contextlib import suppress

from faro.assistant import institution as course
from faro.assistant import rights
from faro.assistant.desk import Act
from faro.assistant.institution import Consent, State
from faro.assistant.referral import Referral, Refused, Status
from faro.assistant.reply import Button, Reply
from faro.engine import announce, relay
from faro.engine.moment import PERSON, Moment
from faro.storage import audit, institutions, staff

LONGEST = 120
"""Characters of an institution's name."""


def refer(m: Moment, act: Act, referral: Referral) -> Referral:
    """Begin: with the person's yes asked for by the bot, said in the talk, or overridden."""
    name = act.name.strip()
    if not name or len(name) > LONGEST:
        raise Refused("refused-no-institution")
    if act.consent not in set(Consent):
        raise Refused("refused-no-consent")
    if referral.status is Status.CLOSED:
        raise Refused("refused-closed")
    consent = Consent(act.consent)
    if consent is Consent.OVERRIDE:
        rights.check(staff.get(m.db, m.seal, act.staff), "institution.override", referral)
    state = course.begun(consent, act.words)
    number = institutions.add(
        m.db, m.seal, referral.id, name, m.now, state=state, consent=str(consent), reason=act.words.strip(), staff=act.staff
    )
    m.audit(f"institution.{_VERBS[consent]}", audit.by(act.staff), referral.id, number=number)
    if consent is not Consent.SAID:
        _tell(m, referral, consent, name, number)
    return referral


_VERBS = {Consent.ASK: "consent_asked", Consent.SAID: "handed_on", Consent.OVERRIDE: "overridden"}


def progress(m: Moment, act: Act, referral: Referral) -> Referral:
    """What the institution did."""
    handed = institutions.get(m.db, m.seal, act.number or 0)
    if handed is None or handed.referral != referral.id or act.state not in set(State):
        raise Refused("refused-gone")
    to = course.moved(handed.state, State(act.state))
    institutions.put(m.db, handed.id, to, m.now)
    m.audit(f"institution.{to}", audit.by(act.staff), referral.id, number=handed.id)
    return referral


def answered(m: Moment, referral: Referral, number: int, *, yes: bool) -> None:
    """The person's own answer; a number of somebody else's case is none."""
    handed = institutions.get(m.db, m.seal, number)
    if handed is None or handed.referral != referral.id:
        return
    state = course.answered(handed.state, yes=yes)
    if state is handed.state:
        return
    institutions.put(m.db, handed.id, state, m.now, consent="yes" if yes else "no")
    m.audit("institution.consent_given" if yes else "institution.consent_refused", audit.PERSON, referral.id, number=number)
    announce.to_owner(m, referral, "desk-consent-yes" if yes else "desk-consent-no", priority=PERSON, name=handed.name)


def _tell(m: Moment, referral: Referral, consent: Consent, name: str, number: int) -> None:
    """The question, or that it will be told without her yes; like all words of staff it waits until writing is safe."""
    say, spoken = m.library.say, referral.language
    if consent is Consent.ASK:
        yes = Button(say(spoken, "share-yes"), f"share:yes:{number}")
        no = Button(say(spoken, "share-no"), f"share:no:{number}")
        relay.ask(m, referral, Reply(say(spoken, "share-ask", name=name), (yes, no), language=spoken))
        return
    with suppress(Refused):  # nobody is there to be told
        relay.ask(m, referral, Reply(say(spoken, "share-told", name=name), language=spoken))
