"""Chats to which a process was sending when it died: free again within seconds, so that another one sends what is left.

A lease says which process holds it; a process that lives holds its own seat on the line. One whose seat was empty for a while is gone.
A short absence is none: after a restart of PostgreSQL all have to sit down again.
"""

import logging
from time import monotonic

from faro.engine.hall import Hall
from faro.storage import chats, line, outbox
from faro.storage.outbox import Lease

log = logging.getLogger(__name__)

ABSENT = 3.0
"""Seconds after which an empty seat means that its process is gone."""

HUNG = 600.0
"""Seconds after which a process that lives and does not end what it is sending counts as gone too: longer than a database is away."""


GAP = 30.0
"""Seconds between two looks after which the first one tells nothing any more."""


class Leases:
    """What the process that minds the clocks saw of the leases, in seconds of its own that no wrong clock changes."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._seen: dict[Lease, float] = {}
        self._missed: dict[int, float] = {}
        self._looked = 0.0

    async def once(self) -> int:
        """Free the chats of those who are gone; how many chats."""
        store, now = self._hall.store, monotonic()
        if store.sqlite:
            return 0
        if now - self._looked > GAP:
            self._seen, self._missed = {}, {}  # the database was away: those who waited for it have to store first what they sent
        held, present = await store.read(lambda db: (found, line.present(db)) if (found := outbox.leases(db)) else ([], set()))
        self._looked = now
        self._seen = {lease: self._seen.get(lease, now) for lease in held}
        self._missed = {seat: self._missed.get(seat, now) for seat in {lease.by for lease in held} - present - {store.line.me}}
        over = [lease for lease in held if self._is_over(lease, now)]
        if not over:
            return 0
        freed = await store.transaction(lambda db: sum(chats.end_lease(db, lease.key, lease.until) for lease in over))
        log.warning("leases_freed chats=%d", freed)
        self._hall.wake()
        return freed

    def _is_over(self, lease: Lease, now: float) -> bool:
        return now - self._missed.get(lease.by, now) >= ABSENT or now - self._seen[lease] >= HUNG
