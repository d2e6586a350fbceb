"""Telling staff of a referral: alerts without a word of the person, their edits, lines to the owner, topics."""

from dataclasses import replace
from datetime import timedelta

from faro.assistant import alerts, desk, dossier, rights
from faro.assistant.dossier import Spoken
from faro.assistant.person import MayWrite
from faro.assistant.referral import RANK, Referral, Status
from faro.assistant.rights import Role, Staff
from faro.engine import outgoing
from faro.engine.moment import DANGER, NORMAL, NOTICE, PERSON, SEVERITY, Moment, Purpose
from faro.storage import audit, chats, outbox, people, pulses, referrals, staff, staff_lines, talk
from faro.storage.referrals import Opened
from faro.storage.staff import Door
from faro.storage.talk import Line

TOPICS = "staff_room.topics"
"""Noted when the staff group turned out to have no topics (or to give the bot no right to make one)."""

LACKS = "staff_room.lacks."
"""Before the name of a right: the pulse that holds whether the bot was found without it (`engine.footing`)."""

BOARD = "staff_room.board"
"""The pulse that holds the board's message id and what it said."""

ENDED = "ended"
"""Kind of the line that stands for a topic that is gone."""

THREAD = "thread"
"""Lines that wait until their topic is made."""


def opened(m: Moment, what: Opened) -> None:
    """A referral was opened or raised: announced when there is something new for those who look."""
    referral, before = what.referral, what.before
    if referral.unsure:
        return
    graver = before is None or before.unsure or RANK[referral.severity] > RANK[before.severity]
    if referral.owner is None:
        lost = before is not None and before.owner is not None
        if before is None or graver or lost or _new(referral, before):
            alert(m, referral, "desk-alert-new" if before is None or before.unsure else "desk-alert-raised")
    elif before is not None and _new(referral, before):
        severity = m.library.say(m.language, f"desk-severity-{referral.severity}")
        to_owner(m, referral, "desk-new-risk", priority=DANGER, severity=severity)
        if graver:
            edit_alerts(m, referral)


def _new(referral: Referral, before: Referral) -> bool:
    """Whether the owner learns anything: the same danger told on is read in the person's own words."""
    return (referral.severity, referral.category) != (before.severity, before.category)


def alert(m: Moment, referral: Referral, key: str, *, to: list[Door] | None = None) -> None:
    """Announce it: in the staff group, or with `to` (or without a group) in private chats. What names staff goes to coordinators alone,
    where there is none to an admin."""
    if referral.conflict:
        referral = _whose(m, referral)
    reply = alerts.alert(m.library, m.language, m.known(referral), key=key)
    room = m.staff_key
    private = [door for door in staff.doors(m.db, m.seal) if _answers(door.staff) or referral.for_admin]
    if referral.conflict:
        coordinators = [door for door in private if rights.may(door.staff, "referral.claim", referral)]
        room, private = (None, coordinators) if coordinators else (room, [])
        to = None if to is None else [door for door in to if door in coordinators] or None
    doors = to if to is not None else [] if room is not None else _first(private)
    keys = [chats.ensure(m.db, m.seal, door.channel, door.address) for door in doors]
    for key_ in keys + ([room] if room is not None and to is None else []):
        # One that still waits is older: after an outage staff read how it is, once, and not how it was.
        outbox.supersede(m.db, key_, referral.id, Purpose.ALERT, m.now)
        m.post(key_, outgoing.say(reply), Purpose.ALERT, priority=SEVERITY[referral.severity], referral=referral.id)


def _whose(m: Moment, referral: Referral) -> Referral:
    """What names staff is an admin's as long as no coordinator may take it: looked at whenever it is announced."""
    members, known = staff.everybody(m.db, m.seal), replace(referral, for_admin=False)
    lacking = not any(rights.may(member, "referral.claim", known) for member in members)
    if lacking == referral.for_admin:
        return referral
    changed = replace(referral, for_admin=lacking)
    referrals.put(m.db, m.seal, changed)
    m.audit("referral.without_coordinator" if lacking else "referral.coordinator_found", audit.MACHINE, referral.id)
    return changed


def remind(m: Moment, referral: Referral, to: list[Door] | None) -> None:
    """It waits too long: told again, to the group or with `to` in private. An owned one is told with its owner's name."""
    if referral.owner is None:
        alert(m, referral, "desk-alert-again", to=to)
        return
    known = m.known(referral)
    head = alerts.headline(m.library, m.language, referral, known.pseudonym)
    reply = desk.line(m.library, m.language, "desk-silent", headline=head, owner=known.owner or "?")
    room = m.staff_key
    keys = [chats.ensure(m.db, m.seal, door.channel, door.address) for door in to or []]
    for key in keys or ([room] if room is not None else []):
        m.post(key, outgoing.say(reply), Purpose.NOTICE, priority=SEVERITY[referral.severity], referral=referral.id)


def edit_alerts(m: Moment, referral: Referral) -> None:
    """What stands in the staff chats says who has it now."""
    reply = alerts.alert(m.library, m.language, m.known(referral))
    for key, message in staff_lines.alerts(m.db, referral.id):
        m.post(key, outgoing.edit(message, reply), Purpose.EDIT, priority=PERSON, referral=referral.id)
    if referral.status is Status.CLOSED:
        staff_lines.forget(m.db, referral.id, "alert")


def on_duty(m: Moment) -> list[Door]:
    """The private chats of those who are on call by their own word."""
    return [door for door in staff.doors(m.db, m.seal) if door.staff.on_call and _answers(door.staff)]


def everybody(m: Moment) -> list[Door]:
    """The private chats of all who may take a referral."""
    return [door for door in staff.doors(m.db, m.seal) if _answers(door.staff)]


def taken(m: Moment, referral: Referral) -> None:
    """Somebody owns it: the alerts say so, and the owner gets what was written, in a topic of its own or in private."""
    edit_alerts(m, referral)
    room = m.staff_key
    if referral.thread is None and room is not None and _topics(m) and not referral.conflict:
        if not outbox.pending(m.db, referral.id, Purpose.TOPIC):
            m.post(room, outgoing.topic(m.title(referral)), Purpose.TOPIC, priority=PERSON, referral=referral.id)
        return
    show(m, referral)


def show(m: Moment, referral: Referral) -> None:
    """The owner's first lines: what is known, then what the person wrote and the owner was not yet sent."""
    place = owners_place(m, referral)
    if place is None or referral.owner is None:
        return
    known, memory = m.known(referral), _may_write(m, referral)
    head = dossier.taken(m.library, language_of(m, referral), known, memory)
    _line(m, place, outgoing.say(head, thread=place[1], protect=True), referral, PERSON)
    last = outbox.last_talk(m.db, referral.id, place[0], Purpose.TO_STAFF)
    said = [line for line in talk.of_referral(m.db, m.seal, referral.id) if line.id > last]
    _tell(m, referral, place, said[-dossier.LATEST :])
    m.audit("words.opened", f"staff:{referral.owner}", referral.id, lines=len(said))


def _tell(m: Moment, referral: Referral, place: tuple[bytes, str | None], said: list[Line]) -> None:
    """Words in one message, each held thing below it in one of its own."""
    spoken, name = language_of(m, referral), referrals.pseudonym(m.db, m.seal, referral.id)
    words = [line for line in said if line.media is None]
    if words:
        reply = dossier.told(m.library, spoken, name, [as_spoken(line) for line in words])
        body = outgoing.say(reply, thread=place[1], protect=True)
        m.post(place[0], body, Purpose.TO_STAFF, priority=PERSON, referral=referral.id, talk=words[-1].id)
    for line in said:
        if line.media is not None:
            relay(m, referral, line)


def relay(m: Moment, referral: Referral, line: Line) -> None:
    """One new thing of the person to the owner's topic or private chat; without either it stands in the console."""
    place = owners_place(m, referral)
    if place is None:
        return
    name = referrals.pseudonym(m.db, m.seal, referral.id)
    reply = dossier.relayed(m.library, language_of(m, referral), name, referral.id, as_spoken(line))
    body = outgoing.say(reply, thread=place[1], protect=True)
    waits = THREAD if place == (m.staff_key, None) else None
    m.post(place[0], body, Purpose.TO_STAFF, priority=PERSON, referral=referral.id, talk=line.id, held_for=waits)


def to_owner(m: Moment, referral: Referral, key: str, *buttons: tuple[str, str], priority: int = NOTICE, **about: object) -> None:
    """A line about the referral to its owner, where the owner reads it."""
    place = owners_place(m, referral)
    if place is None:
        return
    reply = desk.line(m.library, language_of(m, referral), key, *buttons, **about)
    _line(m, place, outgoing.say(reply, thread=place[1]), referral, priority)


def _line(m: Moment, place: tuple[bytes, str | None], body: outgoing.Body, referral: Referral, priority: int) -> None:
    waits = THREAD if place == (m.staff_key, None) else None
    m.post(place[0], body, Purpose.NOTICE, priority=priority, referral=referral.id, held_for=waits)


def owners_place(m: Moment, referral: Referral) -> tuple[bytes, str | None] | None:
    """Where the owner reads: (chat, topic). The topic is None in a private chat, and while the topic is being made.

    None: nobody owns it, or the owner has only the console.
    """
    if referral.owner is None:
        return None
    room = m.staff_key
    if room is not None and not referral.conflict and not pulses.detail(m.db, f"{LACKS}admin"):
        if referral.thread is not None:
            return room, referral.thread
        if outbox.pending(m.db, referral.id, Purpose.TOPIC):
            return room, None
    door = staff.door(m.db, m.seal, referral.owner)
    return None if door is None else (chats.ensure(m.db, m.seal, door.channel, door.address), None)


def to_room(
    m: Moment, key: str, *buttons: tuple[str, str], referral: int | None = None, priority: int = NOTICE, **about: object
) -> None:
    """A line to the staff group; without one, to the private chats of those on call, else of all. No word of a person."""
    reply = desk.line(m.library, m.language, key, *buttons, **about)
    for chat in room_or_doors(m):
        m.post(chat, outgoing.say(reply), Purpose.NOTICE, priority=priority, referral=referral)


def room_or_doors(m: Moment) -> list[bytes]:
    """Where all are told: the staff group; without one the private chats of those on call, else of all."""
    room = m.staff_key
    doors = [] if room is not None else _first(everybody(m))
    return [room] if room is not None else [chats.ensure(m.db, m.seal, door.channel, door.address) for door in doors]


def to_overseers(
    m: Moment,
    key: str,
    *buttons: tuple[str, str],
    but: int | None,
    priority: int = NOTICE,
    referral: int | None = None,
    **about: object,
) -> None:
    """A line to the private chats of coordinators and admins, but for the one whom it is about. It stands in the audit in any case."""
    over = {Role.COORDINATOR, Role.ADMIN}
    for door in staff.doors(m.db, m.seal):
        if door.staff.id != but and door.staff.roles & over:
            reply = desk.line(m.library, desk.language(m.library, door.staff), key, *buttons, **about)
            chat = chats.ensure(m.db, m.seal, door.channel, door.address)
            m.post(chat, outgoing.say(reply, protect=bool(buttons)), Purpose.NOTICE, priority=priority, referral=referral)


def to_member(m: Moment, member: int, key: str, *buttons: tuple[str, str], priority: int = NOTICE, **about: object) -> None:
    """A line to the private chat of one member of staff; nothing where they have none."""
    door = staff.door(m.db, m.seal, member)
    if door is not None:
        reply = desk.line(m.library, desk.language(m.library, door.staff), key, *buttons, **about)
        m.post(chats.ensure(m.db, m.seal, door.channel, door.address), outgoing.say(reply), Purpose.NOTICE, priority=priority)


def end_topic(m: Moment, referral: Referral, *, remove: bool) -> None:
    """Its topic is closed, or removed with all words in it."""
    room = m.staff_key
    if referral.thread is not None and room is not None:
        body = outgoing.topic_end(referral.thread, remove=remove)
        m.post(room, body, Purpose.CLEAN, priority=NORMAL, referral=referral.id)


def leave_topic(m: Moment, referral: Referral) -> None:
    """Whoever had the case may read it no more: its topic goes, and it is kept whose it was, for words that are still written there."""
    end_topic(m, referral, remove=True)
    if referral.thread is not None and m.staff_key is not None:
        staff_lines.note(m.db, m.staff_key, [f"{ENDED}:{referral.thread}"], m.now, referral=referral.id, kind=ENDED)


def ended_topic(m: Moment, thread: str) -> int | None:
    """The case that this topic was about, before its owner lost it."""
    found = staff_lines.found(m.db, m.staff_key, f"{ENDED}:{thread}") if m.staff_key is not None else None
    return None if found is None else found[0]


def tell(m: Moment, referral: Referral, key: str, *buttons: tuple[str, str], priority: int = NOTICE, **about: object) -> None:
    """A line about a referral to whoever must know: its owner where there is one with a place to read, else the group."""
    if owners_place(m, referral) is not None:
        to_owner(m, referral, key, *buttons, priority=priority, **about)
    else:
        name = referrals.pseudonym(m.db, m.seal, referral.id)
        said = m.library.say(m.language, key, **about)
        to_room(m, "desk-about", *buttons, referral=referral.id, priority=priority, pseudonym=name, line=said)


def as_spoken(line: Line) -> Spoken:
    """A stored line as staff read it."""
    return Spoken(line.at, line.said_by, line.kind, line.words, line.edited, line.id if line.media else None)


def language_of(m: Moment, referral: Referral) -> str:
    """The owner's: their topic is theirs to read, as their private chat is."""
    owner = staff.get(m.db, m.seal, referral.owner) if referral.owner is not None else None
    return desk.language(m.library, owner)


def without_topics(m: Moment) -> None:
    """The staff group has no topics: from now on owners read in private."""
    pulses.beat(m.db, TOPICS, m.now)


def with_topics(m: Moment) -> None:
    """It may make topics again: not only after an hour."""
    pulses.beat(m.db, TOPICS, m.now - AGAIN)


AGAIN = timedelta(hours=1)


def _topics(m: Moment) -> bool:
    """Looked at anew after an hour: somebody may have given the bot the right meanwhile."""
    noted = pulses.last(m.db, TOPICS)
    return noted is None or m.now - noted >= AGAIN


def _may_write(m: Moment, referral: Referral) -> MayWrite:
    return people.load(m.db, m.seal, referral.person).may_write if referral.person else MayWrite.UNKNOWN


def _answers(member: Staff) -> bool:
    return bool(member.roles & {Role.RESPONDER, Role.COORDINATOR})


def _first(doors: list[Door]) -> list[Door]:
    """Those on call, else all."""
    return [door for door in doors if door.staff.on_call] or doors
