"""Limits of the web: bytes of a body, new chats an address, messages a chat. Kept in memory, for one process; generous.

A shelter shares one address, and danger is never limited: the caller lets through what `risk.urgent` knows.
"""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta

from starlette.requests import Request

BODY = 4 * 1024
"""Bytes of one message of the page, which splits longer texts itself."""

FORM = 16 * 1024
"""Bytes of a form: a browser without scripts writes six bytes for an Arabic letter."""

REMEMBERED = 10_000
"""Addresses or chats counted at the same time; the oldest is forgotten first."""


class TooLarge(Exception):
    """The body is longer than allowed."""


async def body(request: Request, most: int) -> bytes:
    """The whole body. Raises TooLarge as soon as it is longer than `most` bytes."""
    read = bytearray()
    async for piece in request.stream():
        read += piece
        if len(read) > most:
            raise TooLarge
    return bytes(read)


class Allowance:
    """At most `most` times in `span`, for each key. Whoever is refused has not used anything up."""

    def __init__(self, most: int, span: timedelta, clock: Callable[[], datetime]) -> None:
        self._most = most
        self._span = span
        self._clock = clock
        self._used: OrderedDict[str, list[datetime]] = OrderedDict()

    def take(self, key: str) -> bool:
        """Whether this may happen now; if so it counts."""
        now = self._clock()
        recent = [at for at in self._used.pop(key, []) if abs(now - at) < self._span]
        allowed = len(recent) < self._most
        self._used[key] = [*recent, now] if allowed else recent
        if len(self._used) > REMEMBERED:
            self._used.popitem(last=False)
        return allowed
