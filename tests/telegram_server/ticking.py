"""The clock that tests may replace, and the pulse that wakes whoever waits for a change."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]
Clock = Callable[[], datetime]


def now() -> datetime:
    return datetime.now(UTC)


class Pulse:
    """Wakes whoever waits for something to change."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def beat(self) -> None:
        self._next.set()
        self._next = asyncio.Event()

    async def wait(self) -> None:
        await self._next.wait()
