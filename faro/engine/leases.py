"""Chats to which a process was sending when it died: free again within seconds, so that another one sends what is left.

A lease says which process holds it; a process that lives holds its own seat on the line. One whose seat was empty for a while is gone.
A short absence is none: after a restart of PostgreSQL all have to sit down again.
"""

import logging
from time import monotonic

from faro.engine.hall import Hall
from faro.storage import chats, line, outbox

log = logging.getLogger(__name__)

ABSENT = 3.0
"""Seconds after which an empty seat means that its process is gone."""


class Leases:
    """What the process that minds the clocks saw of the others."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._missed: dict[int, float] = {}

    async def once(self) -> int:
        """Free the chats of those who are gone; how many chats."""
        store, now = self._hall.store, monotonic()
        if store.sqlite:
            return 0
        missing = await store.read(lambda db: senders - line.present(db) if (senders := outbox.senders(db)) else set())
        self._missed = {seat: self._missed.get(seat, now) for seat in missing - {store.line.me}}
        gone = [seat for seat, since in self._missed.items() if now - since >= ABSENT]
        if not gone:
            return 0
        freed = await store.transaction(lambda db: chats.free_all(db, gone))
        log.warning("leases_freed processes=%d chats=%d", len(gone), freed)
        self._hall.wake()
        return freed
