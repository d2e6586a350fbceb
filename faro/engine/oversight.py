"""Watching over those who have power here: blocks that end, accounts that only two people can uncover, and who reads too much."""

from datetime import timedelta

from faro.assistant import desk
from faro.assistant import referral as life
from faro.assistant.desk import Act, Verb, payload
from faro.assistant.institution import REASON
from faro.assistant.referral import Outcome, Referral, Refused, Status
from faro.engine import announce, outgoing, relay
from faro.engine.moment import PERSON, Moment, Purpose
from faro.storage import audit, chats, complaints, people, referrals, staff, unmaskings

LONGEST_BLOCK = timedelta(days=30)

WINDOW = timedelta(hours=24)
FOREIGN = 10
"""So many cases of others opened within the window raise an alarm, and again at each further such number."""

GRANTED = timedelta(hours=1)
"""How long an allowed look can be taken."""


def read(m: Moment, act: Act, referral: Referral) -> Referral:
    """Words are opened: by their owner, or by somebody whose case it is not, which is counted."""
    own = referral.owner == act.staff
    before = set() if own else audit.opened_of_others(m.db, m.seal, act.staff, m.now - WINDOW)
    m.audit("words.opened", audit.by(act.staff), referral.id, own=own)
    count = len(before) + 1
    if not own and referral.id not in before and count % FOREIGN == 0:
        member = staff.get(m.db, m.seal, act.staff)
        m.audit("staff.reads_many", audit.MACHINE, None, staff=act.staff, count=count)
        name = member.name if member else "?"
        announce.to_overseers(m, "desk-reads-many", but=act.staff, priority=PERSON, name=name, count=count)
    return referral


def block(m: Moment, act: Act, referral: Referral) -> Referral:
    """No talk with staff until then, because of abuse. The machine goes on answering, and a danger comes through as ever."""
    if act.until is None or act.until <= m.now or act.until > m.now + LONGEST_BLOCK:
        raise Refused("refused-block-length", days=LONGEST_BLOCK.days)
    if len(act.words.strip()) < REASON:
        raise Refused("refused-reason-short")
    if not referral.person:
        raise Refused("refused-nobody-there")
    if life.in_danger(referral) and not act.sure:
        raise Refused("refused-block-danger")
    people.block(m.db, referral.person, act.until)
    m.audit("person.held_off", audit.by(act.staff), referral.id, until=act.until.isoformat())
    audit.add_note(m.db, m.seal, referral.id, act.words.strip(), m.now, staff=act.staff)
    if referral.status is Status.CLOSED:
        return referral
    closed = life.close(referral, Outcome.ABUSE, m.now)
    unsaid = relay.drop(m, referral, "closed")
    people.let_rest(m.db, m.seal, referral.person)
    referrals.put(m.db, m.seal, closed)
    m.audit("referral.closed", audit.by(act.staff), referral.id, outcome=str(Outcome.ABUSE), unsaid=unsaid)
    if referral.owner != act.staff:
        announce.to_owner(m, referral, "desk-closed", outcome=m.library.say(m.language, f"desk-outcome-{Outcome.ABUSE}"))
    announce.edit_alerts(m, closed)
    announce.end_topic(m, closed, remove=False)
    return closed


def lift(m: Moment, act: Act, referral: Referral) -> Referral:
    """The person may talk with staff again before the time is over."""
    until = people.blocked_until(m.db, referral.person) if referral.person else None
    if until is None or until <= m.now:
        raise Refused("refused-not-held-off")
    people.unblock(m.db, referral.person)
    m.audit("person.let_back", audit.by(act.staff), referral.id)
    return referral


def ask_account(m: Moment, act: Act, referral: Referral) -> Referral:
    """Somebody wants to know whose account it is; another one is asked to allow it."""
    if len(act.words.strip()) < REASON:
        raise Refused("refused-reason-short")
    if not referral.person:
        raise Refused("refused-nobody-there")
    number = unmaskings.ask(m.db, m.seal, referral.id, act.words.strip(), m.now, staff=act.staff)
    m.audit("account.asked", audit.by(act.staff), referral.id, number=number)
    name, asked_by = m.name(referral), staff.get(m.db, m.seal, act.staff)
    who = asked_by.name if asked_by else "?"
    announce.to_overseers(
        m,
        "desk-account-asked",
        ("console-account-grant", payload(Verb.GRANT, referral.id, number)),
        but=act.staff,
        priority=PERSON,
        referral=referral.id,
        pseudonym=name,
        name=who,
        reason=act.words.strip(),
    )
    return referral


def grant(m: Moment, act: Act, referral: Referral) -> Referral:
    """The second person: never the one who asked."""
    wish = unmaskings.get(m.db, m.seal, act.number or 0)
    if wish is None or wish.referral != referral.id or wish.granted_at is not None:
        raise Refused("refused-gone")
    if wish.asked_by == act.staff:
        raise Refused("refused-two-people")
    unmaskings.grant(m.db, wish.id, m.now, staff=act.staff)
    m.audit("account.granted", audit.by(act.staff), referral.id, number=wish.id, to=wish.asked_by)
    see_it = ("console-account-see", payload(Verb.ACCOUNT, referral.id, wish.id))
    announce.to_member(m, wish.asked_by, "desk-account-granted", see_it, priority=PERSON, pseudonym=m.name(referral))
    return referral


def see(m: Moment, act: Act, referral: Referral) -> Referral:
    """The look that was allowed, once, by who asked for it. With a private chat it is written there, protected."""
    theirs = [one for one in unmaskings.of_referral(m.db, m.seal, referral.id) if one.asked_by == act.staff]
    wish = unmaskings.get(m.db, m.seal, act.number) if act.number else next(reversed(theirs), None)
    if wish is not None and wish in theirs and wish.seen_at is not None:
        raise Refused("refused-account-seen")
    if wish is None or wish.referral != referral.id or wish.asked_by != act.staff or wish.granted_at is None:
        raise Refused("refused-two-people")
    chat = chats.of_person(m.db, m.seal, referral.person) if referral.person else None
    if chat is None:
        raise Refused("refused-nobody-there")
    if m.now - wish.granted_at > GRANTED:
        raise Refused("refused-account-late")
    if not unmaskings.seen(m.db, wish.id, m.now):
        raise Refused("refused-account-seen")
    m.audit("account.seen", audit.by(act.staff), referral.id, number=wish.id)
    door = staff.door(m.db, m.seal, act.staff)
    if door is not None:
        key = chats.ensure(m.db, m.seal, door.channel, door.address)
        spoken = desk.language(m.library, door.staff)
        said = m.library.say(spoken, "desk-account", pseudonym=m.name(referral), account=f"{chat.channel}: {chat.address}")
        m.post(key, outgoing.words(said, spoken) | {"protect": True}, Purpose.NOTICE, priority=PERSON)
    return referral


def may_take(m: Moment, member: int, referral: Referral) -> None:
    """Raise Refused where somebody has as many cases as the operator allows. What is critical is nobody's limit."""
    limit = m.library.operator.case_limit
    if referral.severity is not life.Severity.CRITICAL and staff.load(m.db).get(member, 0) >= limit:
        raise Refused("refused-limit", limit=str(limit))


def unwanted(m: Moment, referral: Referral) -> Referral:
    """The person does not want to talk to its owner: free again, for everybody but them, and coordinators are told."""
    if referral.owner is None:
        return referral
    owner = referral.owner
    free = life.unwanted(referral, owner, m.now)
    unsaid = relay.unsay(m, referral, owner)
    announce.leave_topic(m, referral)
    referrals.put(m.db, m.seal, free)
    m.audit("referral.not_this_person", audit.PERSON, referral.id, staff=owner, unsaid=unsaid)
    lost = "desk-not-yours-unsaid" if unsaid else "desk-not-yours"
    announce.to_member(m, owner, lost, priority=PERSON, pseudonym=m.name(free))
    announce.alert(m, free, "desk-alert-not-wanted")
    member = staff.get(m.db, m.seal, owner)
    name = member.name if member else "?"
    announce.to_overseers(
        m, "desk-not-wanted", but=owner, priority=PERSON, referral=referral.id, pseudonym=m.name(free), name=name
    )
    return free


def complained(m: Moment, referral: Referral | None, pseudonym: str) -> None:
    """A complaint about the team: told outside of it, without a word of the person; who owns the case is not told."""
    number = referral.id if referral else None
    m.audit("complaint.made", audit.PERSON, number)
    _outside(m, m.library.say(m.language, "desk-complaint", pseudonym=pseudonym, number=str(number or "-")))
    owner = referral.owner if referral else None
    announce.to_overseers(m, "desk-complaint-made", but=owner, priority=PERSON, referral=number, pseudonym=pseudonym)


def complaint_told(m: Moment, person: int, referral: Referral | None, pseudonym: str, words: str) -> None:
    """What a complaint is about: kept sealed for coordinators whom it is not about, and told outside the team; nobody else reads it."""
    number = referral.id if referral else None
    complaints.add(m.db, m.seal, person, words, m.now, pseudonym=pseudonym, referral=number)
    m.audit("complaint.told", audit.PERSON, number)
    _outside(m, m.library.say(m.language, "desk-complaint-words", pseudonym=pseudonym, words=words))


def _outside(m: Moment, said: str) -> None:
    """To whoever receives complaints, where the bot can write to them."""
    channel = m.library.operator.complaint_channel
    if channel is not None and channel.telegram is not None:
        key = chats.ensure(m.db, m.seal, "telegram", str(channel.telegram))
        m.post(key, outgoing.words(said, m.language) | {"protect": True}, Purpose.NOTICE, priority=PERSON)
