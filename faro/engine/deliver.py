"""The outbox: of each chat the next row, sent through its channel, chats side by side; what it became is stored by `outcomes`."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import asdict
from datetime import timedelta
from functools import partial

from sqlalchemy import Connection

from faro.engine import outcomes, pace
from faro.engine.channels import Channel, ChannelError, Receipt, Rejected, Unreachable
from faro.engine.conversation import told
from faro.engine.hall import Hall
from faro.storage import chats, outbox
from faro.storage.errors import lost
from faro.storage.outbox import Parcel

log = logging.getLogger(__name__)

SIDE_BY_SIDE = 32
"""Chats written to at once, of each channel: while one platform hangs, people on another are answered."""

LEASE = timedelta(minutes=10)
"""How long an older Faro beside this one leaves a chat to us for sending. Among processes of today no clock ends a lease (`leases`)."""

AGAIN = 1.0
"""Seconds between two tries to store what became of a row while the database is away or full. There is no last try: a row of which
that is not known would be sent a second time."""


class Deliverer:
    """Sends what was posted. In one process a set of busy chats keeps the order; on PostgreSQL a lease does so between processes."""

    def __init__(self, hall: Hall, answered: Callable[[str, bool], Awaitable[None]]) -> None:
        self._hall = hall
        self._answered = answered
        self._busy: dict[bytes, asyncio.Task[None]] = {}
        self._side_by_side: Counter[str] = Counter()

    async def once(self) -> int:
        """Begin to send the next row of each chat that is free and due; how many were begun."""
        parcels = await self._claim() if self._hall.store.line.seated else []
        for parcel in parcels:
            task = asyncio.create_task(self._send(parcel))
            self._busy[parcel.chat_key] = task
            self._side_by_side[parcel.channel] += 1
            task.add_done_callback(partial(self._free, parcel))
        return len(parcels)

    async def drain(self, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """Wait for what is being sent; after `timeout` seconds the rest is broken off and stays to be sent."""
        tasks = list(self._busy.values())
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=timeout)
        for task in late:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _claim(self) -> list[Parcel]:
        hall, busy, on = self._hall, frozenset(self._busy), self._side_by_side.copy()
        full = [channel for channel, count in on.items() if count >= SIDE_BY_SIDE]

        def fits(parcel: Parcel, taken: Counter[str]) -> bool:
            taken[parcel.channel] += 1
            return taken[parcel.channel] <= SIDE_BY_SIDE

        def claim(db: Connection) -> list[Parcel]:
            now = hall.clock()
            staff_key = None if hall.room is None else hall.store.seal.chat_key(*hall.room)
            slow = None if staff_key is None else partial(pace.limit, db, staff_key, now)
            seal, taken = hall.store.seal, on.copy()
            found = outbox.due(
                db, seal, now, SIDE_BY_SIDE, busy=busy, full=full, me=hall.store.line.me, by_priority=staff_key, slow=slow
            )
            due = [parcel for parcel in found if fits(parcel, taken)]
            if hall.store.sqlite or not due:
                return due
            mine = outbox.lease(db, [parcel.chat_key for parcel in due], now, LEASE, hall.store.line.me)
            return [parcel for parcel in due if parcel.chat_key in mine and outbox.still_waiting(db, parcel.id)]

        # One process holds the SQLite file, so its own set of busy chats is lease enough and a commit is saved.
        return await (hall.store.read(claim) if hall.store.sqlite else hall.store.transaction(claim))

    async def _send(self, parcel: Parcel) -> None:
        hall = self._hall
        try:
            receipt = await self._carry(hall.channels.get(parcel.channel), parcel)
        except ChannelError as error:
            await self._store(parcel, error)
            await self._answered(parcel.channel, not isinstance(error, Unreachable))
        except Exception as error:
            log.error("send_broke outbox=%s fault=%s", parcel.id, told(error))  # noqa: TRY400
            await self._store(parcel, Unreachable(type(error).__name__))
        else:
            await self._store(parcel, receipt)
            await self._answered(parcel.channel, True)

    async def _carry(self, channel: Channel | None, parcel: Parcel) -> Receipt:
        if channel is None:
            raise Unreachable("this process has no such channel")
        if not parcel.body:
            raise Rejected("what was stored cannot be read")
        return await channel.send(parcel.address, parcel.body | {"row": parcel.id})

    async def _store(self, parcel: Parcel, result: Receipt | ChannelError) -> None:
        """What became of it, tried until it is stored: the row would be sent again otherwise. What follows from it may break; it must
        neither be repeated for that nor hold up its chat."""
        hall, broke = self._hall, 0
        keep = bool(getattr(hall.channels.get(parcel.channel), "reads_store", False))

        def store(db: Connection) -> None:
            # The chat first, as each turn does: two that lock in the same order never wait for each other.
            chats.free(db, parcel.chat_key)
            m = hall.moment(db, f"outbox:{parcel.id}:{parcel.attempts}")
            receipt = asdict(result) if isinstance(result, Receipt) else None
            if broke:
                outcomes.broke(m, parcel, receipt, tell=broke == 1)
            elif receipt is not None:
                outcomes.went_out(m, parcel, receipt, keep_body=keep)
            elif isinstance(result, ChannelError):
                outcomes.failed(m, parcel, result)

        while True:
            try:
                await hall.store.transaction(store)
            except Exception as error:
                log.error("receipt_lost outbox=%s fault=%s", parcel.id, told(error))  # noqa: TRY400
                broke += not lost(error)
                await asyncio.sleep(AGAIN)
            else:
                return

    def _free(self, parcel: Parcel, task: asyncio.Task[None]) -> None:
        self._busy.pop(parcel.chat_key, None)
        self._side_by_side[parcel.channel] -= 1
        self._hall.wake()
