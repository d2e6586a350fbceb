"""What it means that something was sent or could not be: receipts, the first human word, and every failure told to staff."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from faro.assistant import referral as life
from faro.engine import announce, board, footing, losses, outgoing, relay
from faro.engine.channels import Blocked, ChannelError, Moved, NotAllowed, Rejected, SlowDown, ThreadGone
from faro.engine.moment import Moment, Purpose
from faro.storage import audit, chats, outbox, referrals, staff_lines, talk
from faro.storage.outbox import Parcel

log = logging.getLogger(__name__)

LONGEST_PAUSE = 60.0
"""Seconds between tries, at most; there is no last try."""


def went_out(m: Moment, parcel: Parcel, receipt: dict[str, Any], *, keep_body: bool = False) -> None:
    """It was sent: the receipt is kept, and what was waiting for it happens."""
    messages = [str(number) for number in receipt["messages"]]
    if not outbox.still_waiting(m.db, parcel.id):
        # Cleared or erased while it was on its way: it must not stay on any phone. Unless it was noted before, where the connection
        # broke in the middle of that.
        if outbox.was_sent(m.db, parcel.id):
            return
        if messages and parcel.purpose in (Purpose.REPLY, Purpose.TO_PERSON, Purpose.TO_STAFF, Purpose.MEDIA):
            m.post(parcel.chat_key, outgoing.delete(messages), Purpose.CLEAN)
        if messages and parcel.purpose == Purpose.ALERT:
            _alert_sent(m, parcel, messages, receipt)  # it stands there beside a newer one, and must not say what is no longer so
        if receipt.get("thread") is not None:
            m.post(parcel.chat_key, outgoing.topic_end(str(receipt["thread"]), remove=True), Purpose.CLEAN)
        return
    outbox.sent(m.db, m.seal, parcel.id, receipt, m.now, keep_body=keep_body)
    does = _SENT.get(Purpose(parcel.purpose))
    if does is not None:
        does(m, parcel, messages, receipt)


def failed(m: Moment, parcel: Parcel, error: ChannelError) -> None:
    """It was not sent: the error says who acts and whether to try again."""
    if not outbox.still_waiting(m.db, parcel.id):
        return
    log.warning("send_failed outbox=%s purpose=%s fault=%s", parcel.id, parcel.purpose, type(error).__name__)
    match error:
        case SlowDown():
            outbox.again(m.db, parcel.id, "SlowDown")
            chats.wait_until(m.db, parcel.chat_key, m.now + timedelta(seconds=max(error.seconds, 0.0)))
        case Blocked():
            losses.blocked(m, parcel)
        case Moved():
            losses.moved(m, parcel, error.address)
        case ThreadGone():
            losses.thread_gone(m, parcel)
        case NotAllowed():
            losses.not_allowed(m, parcel, error.right)
        case Rejected():
            losses.rejected(m, parcel)
        case _:
            outbox.again(m.db, parcel.id, type(error).__name__)
            pause = min(LONGEST_PAUSE, 0.5 * 2 ** min(parcel.attempts, 10))
            chats.wait_until(m.db, parcel.chat_key, m.now + timedelta(seconds=pause))


def broke(m: Moment, parcel: Parcel, receipt: dict[str, Any] | None, *, tell: bool) -> None:
    """What should have followed broke: only that it was sent (or never will be) is stored, and staff see that something is lacking."""
    if not outbox.still_waiting(m.db, parcel.id):
        return
    if receipt is None:
        outbox.dead(m.db, parcel.id, "outcome broke", m.now)
    else:
        outbox.sent(m.db, m.seal, parcel.id, receipt, m.now)
    if tell:
        m.audit("send.failed", audit.MACHINE, parcel.referral, purpose=parcel.purpose, fault="outcome broke")
        announce.to_room(m, "desk-could-not-send", referral=parcel.referral)


def _reply_sent(m: Moment, parcel: Parcel, messages: list[str], receipt: dict[str, Any]) -> None:
    if parcel.talk is not None:
        talk.delivered(m.db, m.seal, parcel.talk, messages, "sent")


def _words_sent(m: Moment, parcel: Parcel, messages: list[str], receipt: dict[str, Any]) -> None:
    """A human word was delivered: now, and not before, the referral is answered."""
    if parcel.talk is not None:
        talk.delivered(m.db, m.seal, parcel.talk, messages, "sent")
    referral = None if parcel.referral is None else referrals.get(m.db, m.seal, parcel.referral)
    if referral is None or referral.status is life.Status.CLOSED:
        return
    if referral.owner is not None:
        referrals.put(m.db, m.seal, life.answered(referral, m.now))
    m.audit("words.delivered", audit.MACHINE, referral.id)
    if parcel.held_for == relay.UNTIL_SAFE:
        announce.to_owner(m, referral, "desk-words-delivered")


def _line_sent(m: Moment, parcel: Parcel, messages: list[str], receipt: dict[str, Any]) -> None:
    kind = str(parcel.body.get("line", "line"))
    if parcel.referral is not None or kind != "line":
        staff_lines.note(m.db, parcel.chat_key, messages, m.now, referral=parcel.referral or 0, kind=kind)


def _alert_sent(m: Moment, parcel: Parcel, messages: list[str], receipt: dict[str, Any]) -> None:
    """An alert that was taken while it was on its way is brought up to date at once."""
    referral = None if parcel.referral is None else referrals.get(m.db, m.seal, parcel.referral)
    if referral is None:
        return
    staff_lines.note(m.db, parcel.chat_key, messages, m.now, referral=referral.id, kind="alert")
    if referral.owner is not None or referral.status is life.Status.CLOSED:
        announce.edit_alerts(m, referral)


def _topic_made(m: Moment, parcel: Parcel, messages: list[str], receipt: dict[str, Any]) -> None:
    """The topic stands: what waited for it goes there. A first topic begins with what is known and what was written."""
    referral = None if parcel.referral is None else referrals.get(m.db, m.seal, parcel.referral)
    thread = receipt.get("thread")
    if referral is None or thread is None:
        return
    referral = replace(referral, thread=str(thread))
    referrals.put(m.db, m.seal, referral)
    waiting = outbox.held(m.db, m.seal, held_for=announce.THREAD, referral=referral.id)
    lives = referral.owner is not None and referral.status is not life.Status.CLOSED
    again = bool(parcel.body.get("again"))
    for held in waiting:
        if lives and (again or held.purpose != Purpose.TO_STAFF):
            outbox.change(m.db, m.seal, held.id, held.body | {"thread": referral.thread})
            outbox.release(m.db, held.id)
        else:
            outbox.dead(m.db, held.id, "shown with the rest" if lives else "not owned", m.now)
    if lives and not again:
        announce.show(m, referral)


def _board_stands(m: Moment, parcel: Parcel, messages: list[str], receipt: dict[str, Any]) -> None:
    """An edit of a message that is gone comes back without a message id."""
    if receipt.get("lacks"):
        footing.lost(m, [str(receipt["lacks"])])
    if messages:
        board.stands(m, messages[0], str(parcel.body.get("digest", "")))
    else:
        board.gone(m)


_SENT: dict[Purpose, Callable[[Moment, Parcel, list[str], dict[str, Any]], None]] = {
    Purpose.REPLY: _reply_sent,
    Purpose.TO_PERSON: _words_sent,
    Purpose.TO_STAFF: _line_sent,
    Purpose.NOTICE: _line_sent,
    Purpose.MEDIA: _line_sent,
    Purpose.ALERT: _alert_sent,
    Purpose.TOPIC: _topic_made,
    Purpose.BOARD: _board_stands,
}
