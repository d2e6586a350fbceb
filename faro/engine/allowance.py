"""At most so many times in a while, for each key: kept in memory, for one process."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import datetime, timedelta

REMEMBERED = 10_000
"""Keys counted at the same time; the oldest is forgotten first."""


class Allowance:
    """At most `most` times in `span`, for each key. Whoever is refused has not used anything up."""

    def __init__(self, most: int, span: timedelta, clock: Callable[[], datetime]) -> None:
        self._most = most
        self._span = span
        self._clock = clock
        self._used: OrderedDict[Hashable, list[datetime]] = OrderedDict()

    def take(self, key: Hashable) -> bool:
        """Whether this may happen now; if so it counts."""
        now = self._clock()
        recent = [at for at in self._used.pop(key, []) if abs(now - at) < self._span]
        allowed = len(recent) < self._most
        self._used[key] = [*recent, now] if allowed else recent
        if len(self._used) > REMEMBERED:
            self._used.popitem(last=False)
        return allowed
