"""What could not be sent for a reason that waiting does not mend: mended where it can be, told to staff where not. Never silent."""

import logging

from faro.assistant.referral import Referral, Status
from faro.engine import announce, conversation, footing, outgoing, relay
from faro.engine.moment import MOVED, NORMAL, PERSON, Moment, Purpose
from faro.engine.outgoing import Body
from faro.storage import audit, chats, outbox, pulses, referrals, staff, talk
from faro.storage.outbox import Parcel

log = logging.getLogger(__name__)

QUIET = (Purpose.CLEAN, Purpose.EDIT, Purpose.BOARD)
"""What nobody misses."""

NEW_TOPICS = 3
"""How often one line may have its topic made anew."""


def blocked(m: Moment, parcel: Parcel) -> None:
    """The chat is closed to us: staff's words wait for the person's return, the machine's are dropped, staff are told."""
    chat = chats.get(m.db, m.seal, parcel.chat_key)
    if chat is None or chat.person is None:
        _dead(m, parcel, "Blocked")
        return
    for waiting in outbox.waiting(m.db, m.seal, parcel.chat_key):
        if waiting.purpose == Purpose.TO_PERSON:
            outbox.hold(m.db, waiting.id, relay.UNTIL_SAFE)
            if waiting.talk is not None:
                talk.mark(m.db, waiting.talk, "held")
        else:
            outbox.dead(m.db, waiting.id, "Blocked", m.now)
    conversation.lost(m, chat.person, parcel.chat_key, "person.unreachable")


def moved(m: Moment, parcel: Parcel, address: str) -> None:
    """The chat has another address (a group became a supergroup): sent there next."""
    chats.moved(m.db, m.seal, parcel.chat_key, address)
    if parcel.chat_key == m.staff_key:
        pulses.beat(m.db, MOVED, m.now, m.room_mark(address))
    outbox.again(m.db, parcel.id, "Moved")


def thread_gone(m: Moment, parcel: Parcel) -> None:
    """The topic was deleted: it is made anew, and what was meant for it waits."""
    referral = None if parcel.referral is None else referrals.get(m.db, m.seal, parcel.referral)
    if parcel.purpose in QUIET:
        _dead(m, parcel, "ThreadGone")
    elif referral is None or referral.status is Status.CLOSED or parcel.attempts >= NEW_TOPICS:
        rejected(m, parcel)
    elif referral.thread is not None and referral.thread != parcel.body.get("thread"):
        outbox.change(m.db, m.seal, parcel.id, parcel.body | {"thread": referral.thread})
    else:
        _make_anew(m, parcel, referral)


def _make_anew(m: Moment, parcel: Parcel, referral: Referral) -> None:
    if referral.thread is not None:
        referrals.forget_thread(m.db, referral.id)
    outbox.again(m.db, parcel.id, "ThreadGone")
    for waiting in outbox.waiting(m.db, m.seal, parcel.chat_key):
        if waiting.body.get("thread") == parcel.body.get("thread") and waiting.purpose not in QUIET:
            outbox.hold(m.db, waiting.id, announce.THREAD)
    if not outbox.pending(m.db, referral.id, Purpose.TOPIC):
        body = outgoing.topic(m.title(referral)) | {"again": True}
        m.post(parcel.chat_key, body, Purpose.TOPIC, priority=PERSON, referral=referral.id)


def not_allowed(m: Moment, parcel: Parcel, right: str) -> None:
    """Somebody took a right away: what ends a topic waits until it is back, a new topic becomes a private chat."""
    footing.lost(m, [right])
    if parcel.body.get("do") == "topic_end":
        outbox.hold(m.db, parcel.id, footing.UNTIL_ALLOWED)
    else:
        rejected(m, parcel)


def rejected(m: Moment, parcel: Parcel) -> None:
    """Refused as it is: once more as plain text, then dead and an alarm. A refused topic: the owner reads in private."""
    if parcel.purpose == Purpose.TOPIC:
        _no_topic(m, parcel)
    elif parcel.body.get("do") == "say" and not parcel.body.get("plain"):
        outbox.change(m.db, m.seal, parcel.id, _plain(parcel), "Rejected")
    else:
        _dead(m, parcel, "Rejected")


def _plain(parcel: Parcel) -> Body:
    """Only the words, those of a file too. Lines to staff keep their topic: elsewhere the whole group would read them."""
    file = parcel.body.get("paper")
    text = "\n\n".join([parcel.body["text"], *([file["text"]] if file else [])])
    body: Body = outgoing.words(text, parcel.body.get("language", "es")) | {"plain": True}
    if parcel.purpose in (Purpose.TO_STAFF, Purpose.NOTICE):
        body["thread"] = parcel.body.get("thread")
    return body


def _no_topic(m: Moment, parcel: Parcel) -> None:
    outbox.dead(m.db, parcel.id, "no topics here", m.now)
    announce.without_topics(m)
    referral = None if parcel.referral is None else referrals.get(m.db, m.seal, parcel.referral)
    if referral is None:
        return
    for held in outbox.held(m.db, m.seal, held_for=announce.THREAD, referral=referral.id):
        outbox.dead(m.db, held.id, "no topics here", m.now)
    announce.show(m, referral)


def _dead(m: Moment, parcel: Parcel, fault: str) -> None:
    """Never to be sent: what that means to staff depends on what it was."""
    if parcel.purpose in QUIET:
        outbox.dead(m.db, parcel.id, fault, m.now)
        return
    if parcel.chat_key == m.staff_key and _by_another_way(m, parcel):
        return
    outbox.dead(m.db, parcel.id, fault, m.now)
    log.error("send_dead outbox=%s purpose=%s fault=%s", parcel.id, parcel.purpose, fault)
    referral = None if parcel.referral is None else referrals.get(m.db, m.seal, parcel.referral)
    m.audit("send.failed", audit.MACHINE, parcel.referral, purpose=parcel.purpose, fault=fault)
    if parcel.purpose == Purpose.TO_PERSON and referral is not None:
        if parcel.talk is not None:
            talk.mark(m.db, parcel.talk, "failed")
        announce.tell(m, referral, "desk-words-failed", priority=NORMAL)
    elif parcel.purpose == Purpose.MEDIA and parcel.talk is not None:
        talk.shut(m.db, parcel.talk)
        announce.to_room(m, "desk-could-not-send", referral=parcel.referral)
    elif parcel.purpose in (Purpose.REPLY, Purpose.TO_STAFF):
        announce.to_room(m, "desk-could-not-send", referral=parcel.referral)


def _by_another_way(m: Moment, parcel: Parcel) -> bool:
    """What the staff group does not take goes to private chats: an alert to all, the owner's lines to the owner."""
    referral = None if parcel.referral is None else referrals.get(m.db, m.seal, parcel.referral)
    if referral is None:
        return False
    if parcel.purpose == Purpose.ALERT:
        outbox.dead(m.db, parcel.id, "sent in private", m.now)
        announce.alert(m, referral, "desk-alert-new", to=announce.everybody(m))
        return True
    door = staff.door(m.db, m.seal, referral.owner) if referral.owner is not None else None
    if door is None or parcel.purpose not in (Purpose.TO_STAFF, Purpose.NOTICE) or parcel.body.get("thread") is None:
        return False
    outbox.change(m.db, m.seal, parcel.id, parcel.body | {"thread": None})
    outbox.readdress(m.db, parcel.id, chats.ensure(m.db, m.seal, door.channel, door.address))
    return True
