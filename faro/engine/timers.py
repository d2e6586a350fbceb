"""What happens because time passes: clocks of referrals, snoozes that end, web chats that end, retention, the heartbeat."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from faro.assistant import keeping, shifts
from faro.assistant import referral as life
from faro.assistant.referral import Referral
from faro.assistant.shifts import Span
from faro.engine import announce, board, conversation, erasure, pace
from faro.engine.hall import Hall
from faro.engine.moment import DANGER, NORMAL, Moment
from faro.storage import audit, chats, duty, moved_clock, people, pulses, referrals, retention, sessions
from faro.storage.referrals import Clock

log = logging.getLogger(__name__)

HEARTBEAT = timedelta(seconds=60)
RETENTION = timedelta(hours=1)

AWAKE, GAP = "awake", timedelta(minutes=10)
"""A gap in the heartbeat is a stop, or a clock that leapt ahead. Nobody can tell, so nothing is erased in the first hour after it."""

BOARD = timedelta(seconds=30)
CHORES = (("heartbeat", HEARTBEAT), ("board.look", BOARD))

LOOKED_AT, AT_ONCE = 200, 20
"""Clocks read at a look, and steps taken in one transaction: a day on which all run out must not hold up the next message."""

AGAIN, ON_CALL, ALL, BACK = 1, 2, 3, 4
"""The steps of a clock that ran out: announced again, to whoever is on call, to all, taken back."""


async def once(hall: Hall) -> int:
    """Do what is due; how much that was."""
    now = hall.clock()
    due = await hall.store.read(lambda db: _due(hall, db, now))
    if due:
        await hall.store.transaction(lambda db: _work(hall, db))
        hall.wake()
    return due


def _due(hall: Hall, db: Connection, now: datetime) -> int:
    m = hall.moment(db, "look")
    clocks = len(_run_out(m)) + len(referrals.wake(db, m.seal, now)) + len(referrals.orphaned(db, m.seal))
    shifted = len(duty.due_to_begin(db, now)) + len(duty.due_to_end(db, now))
    if moved_clock.ahead(db, now):
        return 1
    return clocks + shifted + len(sessions.expired_chats(db, now)) + pace.crowded(m) + _chores(db, now)


def _chores(db: Connection, now: datetime) -> int:
    return sum(_since(db, name, now) >= every for name, every in CHORES) + _erases(db, now)


def _erases(db: Connection, now: datetime) -> bool:
    """Whether retention is due, and the clock was steady for long enough to be believed."""
    return _since(db, "retention", now) >= RETENTION and _since(db, AWAKE, now) >= RETENTION


def _since(db: Connection, name: str, now: datetime) -> timedelta:
    at = pulses.last(db, name)
    return timedelta.max if at is None else now - at


def _work(hall: Hall, db: Connection) -> None:
    m = hall.moment(db, f"clock:{hall.clock().timestamp():.6f}")
    if gap := moved_clock.ahead(db, m.now):
        log.warning("clock_went_back seconds=%d", gap.total_seconds())
        moved_clock.bring_back(db, m.now)
    for clock in _run_out(m):
        _step(m, clock.referral, clock.step + 1)
    for referral in referrals.wake(db, m.seal, m.now):
        _woken(m, referral)
    for orphan in referrals.orphaned(db, m.seal):
        _orphaned(m, orphan)
    _shifts(m)
    if pace.crowded(m):
        pace.group(m)
    for name in sessions.expired_chats(db, m.now):
        end_web_chat(m, name)
    _do_chores(m)


def _do_chores(m: Moment) -> None:
    if _since(m.db, "heartbeat", m.now) >= GAP:
        pulses.beat(m.db, AWAKE, m.now)
    if _erases(m.db, m.now):
        _erase(m)
    if _since(m.db, "heartbeat", m.now) >= HEARTBEAT:
        pulses.beat(m.db, "heartbeat", m.now)
        m.seal.look()
    if _since(m.db, "board.look", m.now) >= BOARD:
        board.keep(m)
        pulses.beat(m.db, "board.look", m.now)


def _erase(m: Moment) -> None:
    """What is over its time goes."""
    for over in referrals.topics_over(m.db, m.seal, m.now - keeping.REFERRAL):
        announce.end_topic(m, over, remove=True)
        referrals.forget_thread(m.db, over.id)
    gone = retention.expire(m.db, m.seal, m.now)
    pulses.beat(m.db, "retention", m.now)
    log.info("retention %s", gone)


def _run_out(m: Moment) -> list[Clock]:
    """Referrals whose next step is due. Clocks run only while somebody is on call."""
    clocks = referrals.clocks_run_out(m.db, m.seal, m.minutes, m.now, pause=pause, limit=LOOKED_AT)
    if not clocks:
        return []
    duty = m.duty
    if not shifts.on_call(m.library.operator, m.now, duty):
        return []
    return [clock for clock in clocks if _ran_out(m, clock.referral, duty)][:AT_ONCE]


def _ran_out(m: Moment, referral: Referral, duty: tuple[Span, ...]) -> bool:
    """Whether it ran out in on-call time."""
    ran = shifts.time_on_call(m.library.operator, referral.clock_from, m.now, duty)
    return ran >= timedelta(minutes=m.minutes[referral.severity])


def pause(minutes: int, step: int) -> timedelta:
    """How long after this step the next is due, never two at once, also after the machine was away: a quarter of the clock, at least
    five minutes; in the end a whole clock."""
    return timedelta(minutes=max(5, minutes if step >= BACK else minutes // 4))


def _step(m: Moment, referral: Referral, step: int) -> None:
    """One step further: nobody is left alone with a referral that nobody answers."""
    m.audit("clock.ran_out", audit.MACHINE, referral.id, step=step)
    if step >= BACK and referral.owner is not None:
        _take_back(m, referral)
        return
    referrals.reminded(m.db, referral.id, step, m.now)
    if referral.owner is not None:
        announce.to_owner(m, referral, "desk-clock-owner", priority=DANGER)
    to = {ON_CALL: announce.on_duty(m), ALL: announce.everybody(m)}.get(step)
    if to or to is None:
        announce.remind(m, referral, to)


def _take_back(m: Moment, referral: Referral) -> None:
    announce.to_owner(m, referral, "desk-taken-back", priority=NORMAL)
    free = life.taken_back(referral, m.now)
    referrals.put(m.db, m.seal, free)
    m.audit("referral.taken_back", audit.MACHINE, referral.id, owner=referral.owner)
    announce.alert(m, free, "desk-alert-taken-back")


def _woken(m: Moment, referral: Referral) -> None:
    """The snooze is over; the clock starts anew."""
    awake = replace(referral, snoozed_until=None, clock_from=m.now)
    referrals.put(m.db, m.seal, awake)
    m.audit("referral.woken", audit.MACHINE, referral.id)
    announce.tell(m, awake, "desk-woken", priority=NORMAL)


def _orphaned(m: Moment, referral: Referral) -> None:
    """Whoever had it does not work here any more."""
    free = life.taken_back(referral, m.now)
    referrals.put(m.db, m.seal, free)
    m.audit("referral.taken_back", audit.MACHINE, referral.id, owner=referral.owner)
    announce.alert(m, free, "desk-orphaned")


def _shifts(m: Moment) -> None:
    """Planned shifts begin and end by themselves, and who is meant is told."""
    for shift in duty.due_to_end(m.db, m.now):
        duty.end(m.db, shift.staff, m.now)
        m.audit("staff.off_call", audit.MACHINE, staff=shift.staff)
        count = len(referrals.owned(m.db, m.seal, shift.staff))
        announce.to_member(m, shift.staff, "desk-shift-ends", priority=NORMAL, count=count)
    for shift in duty.due_to_begin(m.db, m.now):
        duty.begin(m.db, shift.staff, m.now, planned=shift.id)
        m.audit("staff.on_call", audit.MACHINE, staff=shift.staff)
        announce.to_member(m, shift.staff, "desk-shift-begins", priority=NORMAL)


def end_web_chat(m: Moment, name: str) -> None:
    """A web chat is over: nothing reaches it any more. Without an open referral its person is forgotten; else staff are told."""
    key = m.seal.chat_key("web", name)
    number = people.of_chat(m.db, key)
    if number is None:
        chats.lost(m.db, key, m.now)
    elif people.open_referral(m.db, number) is None:
        erasure.finish(m, number, wished=False)
    else:
        conversation.lost(m, number, key, "web_chat.ended")
    sessions.end_named(m.db, name)
