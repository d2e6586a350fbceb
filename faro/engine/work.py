"""The inbox: one claim loop a process, up to 16 chats side by side, each chat in order, each turn in one transaction."""

import asyncio
import logging
from datetime import timedelta

from sqlalchemy import Connection

from faro.engine import conversation, intake
from faro.engine.hall import Hall
from faro.engine.intake import Read
from faro.storage import chats, inbox
from faro.storage.errors import lost

log = logging.getLogger(__name__)

SIDE_BY_SIDE = 16
"""Chats taken at once. One loop that takes many beats many loops: each commit would wake them all."""

TRIES = 3
URGENT_TRIES = 2
"""A phrase of danger waits for one more try, a second later; then staff look at it themselves."""
BACK_OFF = (timedelta(seconds=1), timedelta(seconds=5), timedelta(minutes=1))


class Worker:
    """Works on what was received."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    async def once(self) -> int:
        """Work on one message (or burst) of each chat in which something is due; how many chats it was (others may have the rest)."""
        hall = self._hall
        keys = await hall.store.read(lambda db: inbox.due_chats(db, hall.clock(), SIDE_BY_SIDE))
        return sum(await asyncio.gather(*(self._chat(key) for key in keys))) if keys else 0

    async def _chat(self, key: bytes) -> bool:
        """One turn; whether there was one. What fails is rolled back as a whole and counted."""
        unit: list[Read] = []
        try:
            await self._hall.store.transaction(lambda db: self._turn(db, key, unit))
        except Exception as error:
            fault = conversation.told(error)
            log.error("work_failed inbox=%s fault=%s", [one.delivery.id for one in unit], fault)  # noqa: TRY400
            await self._failed([] if lost(error) else unit, fault)
        if unit:
            self._hall.wake()
        return bool(unit)

    def _turn(self, db: Connection, key: bytes, unit: list[Read]) -> None:
        hall = self._hall
        unit.clear()  # it may run a second time, where another process was quicker
        if not chats.lock(db, key):
            return
        waiting = inbox.waiting(db, hall.store.seal, key, hall.clock(), intake.BURST)
        unit[:] = intake.next_unit([intake.read(one, hall.channels.get(one.channel)) for one in waiting])
        if unit:
            intake.work(hall.moment(db, f"inbox:{unit[0].delivery.id}"), unit)

    async def _failed(self, unit: list[Read], fault: str) -> None:
        """Once more after a while; after the third time the honest answer, and staff look."""
        if not unit:
            await asyncio.sleep(0.1)  # the database itself failed, which no message is to blame for: do not spin
            return
        tries = URGENT_TRIES if unit[0].urgent else TRIES
        if unit[0].delivery.attempts + 1 >= tries and await self._give_up(unit, fault):
            return
        ids, hall = [one.delivery.id for one in unit], self._hall
        pause = BACK_OFF[min(unit[0].delivery.attempts, len(BACK_OFF) - 1)]
        await hall.store.transaction(lambda db: inbox.retry(db, ids, fault, hall.clock() + pause))

    async def _give_up(self, unit: list[Read], fault: str) -> bool:
        """Park it and answer honestly; False when even that failed, and it is tried again later."""
        try:
            await self._hall.store.transaction(lambda db: self._parked(db, unit, fault))
        except Exception as error:
            log.error("parking_failed fault=%s", conversation.told(error))  # noqa: TRY400
            return False
        return True

    def _parked(self, db: Connection, unit: list[Read], fault: str) -> None:
        m = self._hall.moment(db, f"inbox:{unit[0].delivery.id}")
        inbox.park(db, [one.delivery.id for one in unit], fault, m.now)
        intake.given_up(m, unit)
