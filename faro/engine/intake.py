"""What waits in one chat, read and taken to its room: a person's turn, the staff's desk, or out of a group that is not ours."""

import re
from dataclasses import dataclass, replace

from faro.assistant.message import Kind, Message
from faro.engine import announce, conversation, outgoing, staffroom
from faro.engine.channels import Arrival, Channel
from faro.engine.moment import DANGER, NORMAL, Moment, Purpose
from faro.storage import chats, inbox, staff
from faro.storage.inbox import Delivery

BURST = 20
"""Texts of one person that are read as a whole at most."""

SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Read:
    """A delivery as its channel understands it; `fault` when it cannot be read."""

    delivery: Delivery
    arrival: Arrival | None
    fault: str | None = None

    @property
    def urgent(self) -> bool:
        """Whether a phrase of danger stands in it."""
        return self.delivery.priority == DANGER


def read(delivery: Delivery, channel: Channel | None) -> Read:
    """Understand one delivery. Whatever a channel raises means that it cannot be read."""
    if channel is None:
        return Read(delivery, None, "no such channel")
    if delivery.body is None:
        return Read(delivery, None, "cannot be opened")
    try:
        arrival = channel.read(delivery.body)
    except Exception as error:
        return Read(delivery, None, conversation.told(error))
    return Read(delivery, None if arrival is None else replace(arrival, message=_clean(arrival.message)))


def next_unit(waiting: list[Read]) -> list[Read]:
    """What is worked on next in one chat: the oldest, with the plain texts that came right after it.

    A text with a phrase of danger is worked on by itself, and does not wait behind one that failed and is tried again later, nor behind
    more than a burst.
    """
    if not waiting:
        return []
    head = waiting[0]
    if len(waiting) > BURST and waiting[-1].urgent and waiting[-1].delivery.due:
        return waiting[-1:]
    if not head.delivery.due:
        return [one for one in waiting if one.urgent and one.delivery.due][:1]
    if not _joinable(head):
        return [head]
    unit = [head]
    for one in waiting[1:BURST]:
        if not _joinable(one) or not one.delivery.due or not _same(head, one):
            break
        unit.append(one)
    return unit


def work(m: Moment, unit: list[Read]) -> None:
    """Do what these deliveries ask for, and mark them done."""
    ids = [one.delivery.id for one in unit]
    head = unit[0]
    if head.fault is not None:
        inbox.park(m.db, ids, head.fault, m.now)
        announce.to_room(m, "desk-parked", priority=NORMAL)
        return
    fault = _room(m, [one.arrival for one in unit if one.arrival is not None], urgent=head.urgent)
    if fault is None:
        inbox.done(m.db, ids, m.now)
    else:
        inbox.park(m.db, ids, fault, m.now)


def is_person(m: Moment, unit: list[Read]) -> bool:
    """Whether it is a person who writes here, and no member of staff, group or machine."""
    arrival = unit[0].arrival
    if arrival is None or arrival.room != "private" or arrival.is_bot or m.is_staff_room(arrival.channel, arrival.chat):
        return False
    return staff.of_user(m.db, m.seal, arrival.channel, arrival.user) is None


def given_up(m: Moment, unit: list[Read]) -> None:
    """What failed again and again: a person gets the honest answer and a referral, staff see that something is parked."""
    announce.to_room(m, "desk-parked", priority=NORMAL)
    for one in unit:
        arrival = one.arrival
        if arrival is None or arrival.room != "private" or arrival.is_bot:
            continue
        if staff.of_user(m.db, m.seal, arrival.channel, arrival.user) is None:
            conversation.failing(m, arrival, urgent=one.urgent)


def _room(m: Moment, arrivals: list[Arrival], *, urgent: bool) -> str | None:
    if not arrivals or arrivals[0].is_bot:
        return None
    first = arrivals[0]
    if first.room == "staff" or m.is_staff_room(first.channel, first.chat):
        staffroom.in_group(m, first)
    elif first.room == "group":
        _leave(m, first)
    elif first.room == "private":
        return _private(m, arrivals, urgent=urgent)
    return None


def _private(m: Moment, arrivals: list[Arrival], *, urgent: bool) -> str | None:
    """Staff at their desk, or a person."""
    first = arrivals[0]
    member = staff.of_user(m.db, m.seal, first.channel, first.user)
    if member is not None:
        for arrival in arrivals:
            staffroom.in_private(m, arrival, member)
        return None
    if staffroom.is_staff_press(first):
        staffroom.not_for_you(m, first)
        return None
    return conversation.take(m, arrivals, urgent=urgent)


def _leave(m: Moment, arrival: Arrival) -> None:
    """A group that is not ours: one line, and out. Once an hour, however many write there meanwhile."""
    key = chats.ensure(m.db, m.seal, arrival.channel, arrival.chat)
    once = replace_cause(m, f"leave:{key.hex()}:{m.now:%Y%m%d%H}")
    spoken = (arrival.message.language_hint or "es")[:2]
    once.post(key, outgoing.words(m.library.say(spoken, "group-only-private"), spoken), Purpose.CLEAN)
    once.post(key, outgoing.leave(), Purpose.CLEAN)


def replace_cause(m: Moment, cause: str) -> Moment:
    """The same moment, because of something else."""
    return replace(m, cause=cause, n=0)


def _joinable(one: Read) -> bool:
    """Plain words of one person that are no phrase of danger, no edit and no command."""
    arrival = one.arrival
    if arrival is None or one.urgent or arrival.room != "private" or arrival.is_bot:
        return False
    return arrival.message.kind is Kind.TEXT and not arrival.message.edited


def _same(head: Read, one: Read) -> bool:
    return head.arrival is not None and one.arrival is not None and head.arrival.user == one.arrival.user


def _clean(message: Message) -> Message:
    """Half characters, which no channel can send on and no table keeps, become the sign for the unknown."""
    parts = tuple(SURROGATES.sub("\ufffd", part) for part in message.parts)
    return replace(message, parts=parts, arguments=SURROGATES.sub("\ufffd", message.arguments))
