"""Wake-up inside one process: somebody committed something. No content, no queue; who sleeps through one looks once a second anyway."""

import asyncio
from contextlib import suppress


class Signal:
    """A counter that can be waited for. `version` grows by each `set`."""

    def __init__(self) -> None:
        self.version = 0
        self._event = asyncio.Event()

    def set(self) -> None:
        """Wake everybody who waits."""
        self.version += 1
        self._event.set()
        self._event = asyncio.Event()

    async def wait(self, since: int, timeout: float) -> int:  # noqa: ASYNC109
        """Until `version` is no longer `since`, or `timeout` seconds passed; the version then."""
        if self.version == since:
            with suppress(TimeoutError):
                async with asyncio.timeout(timeout):
                    await self._event.wait()
        return self.version
