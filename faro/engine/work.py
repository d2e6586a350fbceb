"""The inbox: one claim loop a process, up to 16 chats side by side, each chat in order, each turn in one transaction."""

import asyncio
import logging
from datetime import timedelta
from functools import partial

from sqlalchemy import Connection

from faro.engine import conversation, intake
from faro.engine.fairness import Fairness
from faro.engine.hall import Hall
from faro.engine.intake import Read
from faro.engine.moment import DANGER
from faro.engine.presence import Presence
from faro.storage import chats, inbox
from faro.storage.errors import lost

log = logging.getLogger(__name__)

SIDE_BY_SIDE, ONE_WRITER = 16, 4
"""Chats taken at once. One loop that takes many beats many loops: each commit would wake them all. Where there is one writer few are taken,
because a danger waits for those that were taken before it."""

TRIES = 3
URGENT_TRIES = 2
"""A phrase of danger waits for one more try, a second later; then staff look at it themselves."""
PAUSE = 0.1
"""Seconds of rest where the database itself failed, which no message is to blame for."""

BACK_OFF = (timedelta(seconds=1), timedelta(seconds=5), timedelta(minutes=1))


class Worker:
    """Works on what was received."""

    def __init__(self, hall: Hall, presence: Presence) -> None:
        self._hall = hall
        self._presence = presence
        self._fairness = Fairness(hall)
        self._busy: set[bytes] = set()

    async def once(self) -> int:
        """Work on one message (or burst) of each chat in which something is due; how many chats it was (others may have the rest)."""
        hall, now = self._hall, self._hall.clock()
        most, resting = ONE_WRITER if hall.store.sqlite else SIDE_BY_SIDE, self._fairness.resting(now)
        due = await hall.store.read(lambda db: inbox.due_chats(db, now, most, resting=resting))
        return sum(await asyncio.gather(*(self._chat(key, grave=priority == DANGER) for key, priority in due))) if due else 0

    async def urgent(self) -> int:
        """The same for chats in which a danger waits, at once: a round of others that is under way may be long amid a flood."""
        hall = self._hall
        keys = await hall.store.read(lambda db: inbox.urgent_chats(db, hall.clock(), SIDE_BY_SIDE))
        done = sum(await asyncio.gather(*(self._chat(key, grave=True) for key in keys))) if keys else 0
        if done:
            hall.arrived.set()  # what else waits in these chats
        return done

    async def _chat(self, key: bytes, *, grave: bool) -> bool:
        """One turn; whether there was one. A chat that is worked on already is left alone."""
        if key in self._busy:
            return False
        self._busy.add(key)
        try:
            return await self._try(key, grave=grave)
        finally:
            self._busy.discard(key)

    async def _try(self, key: bytes, *, grave: bool) -> bool:
        """What fails is rolled back as a whole and counted."""
        unit: list[Read] = []
        writing: list[tuple[int, int]] = []
        try:
            if await self._hall.store.transaction(lambda db: self._turn(db, key, unit, writing), first=grave):
                self._fairness.rest(key, self._hall.clock())
        except Exception as error:
            fault = conversation.told(error)
            log.error("work_failed inbox=%s fault=%s", [one.delivery.id for one in unit], fault)  # noqa: TRY400
            if not unit or lost(error) or not await self._counted(unit, fault):
                await asyncio.sleep(PAUSE)
                return False
        if unit:
            self._hall.wake()
        for member, number in writing:
            self._presence.soon(member, number)
        return bool(unit)

    def _turn(self, db: Connection, key: bytes, unit: list[Read], writing: list[tuple[int, int]]) -> bool:
        """Whether this chat has had its share for now."""
        hall = self._hall
        unit.clear()  # it may run a second time, where another process was quicker
        writing.clear()
        if not chats.lock(db, key):
            return False
        waiting = inbox.waiting(db, hall.store.seal, key, hall.clock(), intake.BURST)
        unit[:] = intake.next_unit([intake.read(one, hall.channels.get(one.channel)) for one in waiting])
        if not unit:
            return False
        m = hall.moment(db, f"inbox:{unit[0].delivery.id}")
        intake.work(m, unit)
        writing += m.writing
        return self._fairness.turn(m, key, unit)

    async def _counted(self, unit: list[Read], fault: str) -> bool:
        """That it failed is stored: once more after a while; after the third time the honest answer, and staff look. Where even that
        breaks it is put aside alone, and staff look. False when the database takes nothing now."""
        last = unit[0].delivery.attempts + 1 >= (URGENT_TRIES if unit[0].urgent else TRIES)
        ways = (partial(self._parked, answer=True), partial(self._parked, answer=False)) if last else ()
        for way in (*ways, self._later):
            try:
                await self._hall.store.transaction(partial(way, unit=unit, fault=fault))
            except Exception as error:
                log.error("failure_not_stored fault=%s", conversation.told(error))  # noqa: TRY400
                if lost(error):
                    return False
            else:
                return True
        return False

    def _later(self, db: Connection, unit: list[Read], fault: str) -> None:
        pause = BACK_OFF[min(unit[0].delivery.attempts, len(BACK_OFF) - 1)]
        inbox.retry(db, [one.delivery.id for one in unit], fault, self._hall.clock() + pause)

    def _parked(self, db: Connection, unit: list[Read], fault: str, *, answer: bool) -> None:
        m = self._hall.moment(db, f"inbox:{unit[0].delivery.id}")
        inbox.park(db, [one.delivery.id for one in unit], fault, m.now)
        intake.given_up(m, unit if answer else [])
