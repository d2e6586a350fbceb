"""What happens because time passes: clocks of referrals, snoozes that end, web chats that end, retention, the heartbeat."""

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from faro.assistant import referral as life
from faro.assistant import shifts
from faro.assistant.referral import Referral
from faro.engine import announce, conversation, erasure
from faro.engine.hall import Hall
from faro.engine.moment import DANGER, NORMAL, Moment
from faro.storage import audit, chats, people, pulses, referrals, retention, sessions, staff
from faro.storage.referrals import Clock

log = logging.getLogger(__name__)

HEARTBEAT = timedelta(seconds=60)
RETENTION = timedelta(hours=1)

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
    clocks = len(_run_out(m))
    return clocks + len(referrals.wake(db, m.seal, now)) + len(sessions.expired_chats(db, now)) + _chores(db, now)


def _chores(db: Connection, now: datetime) -> int:
    return sum(_since(db, name, now) >= every for name, every in (("heartbeat", HEARTBEAT), ("retention", RETENTION)))


def _since(db: Connection, name: str, now: datetime) -> timedelta:
    at = pulses.last(db, name)
    return timedelta.max if at is None else now - at


def _work(hall: Hall, db: Connection) -> None:
    m = hall.moment(db, f"clock:{hall.clock().timestamp():.6f}")
    for clock in _run_out(m):
        _step(m, clock.referral, clock.step + 1)
    for referral in referrals.wake(db, m.seal, m.now):
        _woken(m, referral)
    for name in sessions.expired_chats(db, m.now):
        end_web_chat(m, name)
    if _since(db, "retention", m.now) >= RETENTION:
        gone = retention.expire(db, m.seal, m.now)
        pulses.beat(db, "retention", m.now)
        log.info("retention %s", gone)
    if _since(db, "heartbeat", m.now) >= HEARTBEAT:
        pulses.beat(db, "heartbeat", m.now)


def _run_out(m: Moment) -> list[Clock]:
    """Referrals whose next step is due. Clocks run only while somebody is on call."""
    since = staff.on_call_since(m.db)
    if since is None and not shifts.on_call(m.library.operator, m.now):
        return []
    clocks = referrals.clocks_run_out(m.db, m.seal, m.minutes, m.now)
    return [clock for clock in clocks if _next_is_due(m, clock, since)]


def _next_is_due(m: Moment, clock: Clock, since: float | None) -> bool:
    """Never two steps at once, also after the machine was away: each gives people time to act."""
    minutes = m.minutes[clock.referral.severity]
    rested = clock.step == 0 or m.now - clock.stepped_at >= pause(minutes, clock.step)
    return rested and waited(m, clock.referral, since) >= timedelta(minutes=minutes)


def pause(minutes: int, step: int) -> timedelta:
    """How long after this step the next is due: a quarter of the clock, at least five minutes; in the end a whole clock."""
    return timedelta(minutes=max(5, minutes if step >= BACK else minutes // 4))


def waited(m: Moment, referral: Referral, since: float | None) -> timedelta:
    """How long the clock has run: the operator's hours since it started, or the time that somebody has been on call by their own word."""
    by_hours = shifts.time_on_call(m.library.operator, referral.clock_from, m.now)
    if since is None:
        return by_hours
    return max(by_hours, m.now - max(referral.clock_from, datetime.fromtimestamp(since, UTC)))


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


def end_web_chat(m: Moment, name: str) -> None:
    """A web chat is over: nothing reaches it any more. Without an open referral its person is forgotten; else staff are told."""
    key = m.seal.chat_key("web", name)
    number = people.of_chat(m.db, key)
    if number is None:
        chats.lost(m.db, key, m.now)
    elif people.open_referral(m.db, number) is None:
        erasure.finish(m, number)
    else:
        conversation.lost(m, number, key, "web_chat.ended")
    sessions.end_named(m.db, name)
