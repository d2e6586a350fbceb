"""Several processes on one database: which of them minds the clocks, and live pages that hear of each other's commits.

The queue itself needs none of this: rows are locked by whoever works on them. On SQLite there is one process, which has every seat.
"""

import asyncio
import logging

from faro.engine.hall import Hall

log = logging.getLogger(__name__)

CLOCKS, POLLING = "clocks", "polling"
"""Seats: one process at a time does what time brings; one asks Telegram for updates."""

CALM = 0.3
"""Seconds between two words to the others: a burst of commits is one change."""

AGAIN = 5.0
"""Seconds after which a broken line is tried again; it also means that a listener who lost its line hears again by then."""


class Neighbours:
    """Tells the other processes that something changed here, and wakes the pages of this one when they say so."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._theirs = 0

    async def minds_clocks(self) -> bool:
        """Whether clocks are this process' task now."""
        return await self._hall.store.line.hold(CLOCKS)

    async def talk(self) -> None:
        """Until cancelled."""
        if self._hall.store.sqlite:
            return
        changed = self._hall.changed
        seen, told = changed.version, 0
        while True:
            try:
                await self._hall.store.line.hear(self._heard)
                seen = await changed.wait(seen, AGAIN)
                if seen - self._theirs > told:
                    told = seen - self._theirs
                    await self._hall.store.line.tell()
            except Exception as error:
                log.warning("line_broken fault=%s", type(error).__name__)
                await asyncio.sleep(AGAIN)
            await asyncio.sleep(CALM)

    def _heard(self) -> None:
        """Another process committed something: pages look, and what it left to send or do is looked for at once."""
        self._theirs += 1
        self._hall.changed.set()
