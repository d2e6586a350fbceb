"""Whether the way to each platform is open: kept in the store while it is not, so that every process can say since when.

A failure is written at most every 20 seconds, a success only after a failure: on a good day this costs nothing.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from faro.engine.hall import Hall
from faro.storage import gauges, pulses

AWAY = "away."
"""Pulses `away.<channel>`: `at` the last failure, `detail` the first one of this outage."""

OFTEN = timedelta(seconds=20)


class Ways:
    """What this process saw of each channel."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._failed: dict[str, datetime] = {}

    async def seen(self, channel: str, well: bool) -> None:
        """A call to this platform was answered, or was not."""
        now, last = self._hall.clock(), self._failed.get(channel)
        if well:
            if last is not None:
                del self._failed[channel]
                await self._hall.store.transaction(lambda db: pulses.beat(db, AWAY + channel, now, ""))
                self._hall.changed.set()
        elif last is None or abs(now - last) >= OFTEN:
            self._failed[channel] = now
            await self._hall.store.transaction(lambda db: _failing(db, channel, now))
            self._hall.changed.set()


def _failing(db: Connection, channel: str, now: datetime) -> None:
    last = pulses.last(db, AWAY + channel)
    # An outage in whose midst the process died was never noted as over: what is older than that is another one.
    goes_on = last is not None and abs(now - last) < gauges.AWAY
    since = (pulses.detail(db, AWAY + channel) if goes_on else None) or now.isoformat()
    pulses.beat(db, AWAY + channel, now, since)
