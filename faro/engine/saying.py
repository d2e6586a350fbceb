"""Words of staff to a person: thought about once more where they hold a number, a link, money or a meeting, then on their way or held."""

from dataclasses import replace

from faro.assistant import caution
from faro.assistant.desk import Act
from faro.assistant.referral import Referral, Refused, Status
from faro.engine import announce, relay
from faro.engine.moment import PERSON, Moment
from faro.storage import audit, staff, talk

LONGEST = 4000
"""Characters of one thing that staff say; more is refused, never cut."""

SECOND_CLICK = "refused-second-click"
"""The reason that asks for a second click; `about` holds what it is about."""


def say(m: Moment, act: Act, referral: Referral) -> Referral:
    """Words on their way, or held until writing is safe."""
    if act.held is not None:
        act = replace(act, words=drafted(m, act.held, referral, act.staff), sure=True)
    words = act.words.strip()
    if referral.status is Status.CLOSED:
        raise Refused("refused-closed")
    if not words:
        raise Refused("refused-only-words")
    if len(words) > LONGEST:
        raise Refused("refused-too-long", limit=LONGEST)
    found = caution.of(words, m.library, referral.language)
    if found and not act.sure:
        raise Refused(SECOND_CLICK, about=",".join(found))
    leaves = relay.to_person(m, referral, act.staff, words)
    m.audit("words.said", audit.by(act.staff), referral.id, waits=not leaves, **({"cautions": list(found)} if found else {}))
    if found:
        _shown_to_overseers(m, act, referral, found)
    if not leaves:
        announce.to_owner(m, referral, "desk-words-wait", priority=PERSON)
    return referral


def draft(m: Moment, referral: Referral, member: int, words: str) -> int:
    """Words that wait for a click, where there is no page to keep them; the talk row."""
    m.writing.append((member, referral.id))
    return talk.add(m.db, m.seal, referral.person, talk.DRAFT, m.now, words=words, referral=referral.id, staff=member)


def drafted(m: Moment, number: int, referral: Referral, member: int) -> str:
    """The words of one's own draft; it is used up."""
    line = talk.get(m.db, m.seal, number)
    if line is None or line.said_by != talk.DRAFT or line.referral != referral.id or line.staff != member:
        raise Refused("refused-old-button")
    talk.remove(m.db, line.id)
    return line.words or ""


def _shown_to_overseers(m: Moment, act: Act, referral: Referral, found: tuple[caution.Caution, ...]) -> None:
    member = staff.get(m.db, m.seal, act.staff)
    if set(found) == {caution.Caution.LANGUAGE} or member is None:
        return
    kinds = ", ".join(m.library.say(m.language, f"desk-caution-{one}") for one in found)
    name = m.name(referral)
    announce.to_overseers(
        m, "desk-risky-words", but=act.staff, referral=referral.id, pseudonym=name, name=member.name, kinds=kinds
    )
