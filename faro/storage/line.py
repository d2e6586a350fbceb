"""What the processes on one database say to each other apart from rows: who does what only one may do, and "something changed".

One connection a process, beside the pool. A seat (`hold`) is a session's advisory lock: it falls with its process or connection, and
whoever asks next has it. Each process has a seat of its own (`me`), by which the others see that it lives (`present`). `tell` and
`hear` are NOTIFY and LISTEN; no word travels there, only the number of the process that speaks.
On SQLite there is one process, which holds every seat (`Alone`).
"""

import asyncio
import hashlib
import logging
import os
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from sqlalchemy import Connection, text

log = logging.getLogger(__name__)

CHANGED = "faro_changed"

SHARED = "pg_try_advisory_lock_shared"

SETTINGS = {
    "application_name": "faro line",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
}
"""A machine that loses its power says no goodbye: PostgreSQL notices within 20 seconds, and its seats are free."""

PRESENT = text(
    "SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)

PATIENCE = 5.0
"""Seconds for an answer on this connection; then it counts as lost."""


SILENCE = 20
"""Seconds without a sign from PostgreSQL's machine after which a connection counts as broken. Without this a machine that vanished
would be waited for as long as the system tries: a quarter of an hour."""

KEEPALIVE = (
    ("SO_KEEPALIVE", 1),
    ("TCP_KEEPIDLE", 5),
    ("TCP_KEEPINTVL", 5),
    ("TCP_KEEPCNT", 3),
    ("TCP_USER_TIMEOUT", 1000 * SILENCE),
)


def notice_silence(connection: Any) -> None:
    """Set a connection of the driver so; what this system does not know is left out."""
    found = connection._transport.get_extra_info("socket")
    if found is None or found.family not in (socket.AF_INET, socket.AF_INET6):
        return
    for name, value in KEEPALIVE:
        if hasattr(socket, name):
            found.setsockopt(socket.SOL_SOCKET if name.startswith("SO_") else socket.IPPROTO_TCP, getattr(socket, name), value)


class Between(Protocol):
    """What both engines offer."""

    me: int

    @property
    def seated(self) -> bool: ...

    async def hold(self, seat: str) -> bool: ...

    async def share(self, seat: str) -> bool: ...

    async def tell(self) -> None: ...

    async def hear(self, heard: Callable[[], None]) -> None: ...

    async def close(self) -> None: ...


class Alone:
    """The one process of a SQLite file."""

    me = 0
    seated = True

    async def hold(self, seat: str) -> bool:
        """Nobody else is there."""
        return True

    async def share(self, seat: str) -> bool:
        """Nobody else is there."""
        return True

    async def tell(self) -> None:
        """Nobody listens."""

    async def hear(self, heard: Callable[[], None]) -> None:
        """Nobody speaks."""

    async def close(self) -> None:
        """Nothing is open."""


class Line:
    """The connection of this process. It is opened when it is first needed, and anew when it broke (its seats are free then)."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: Any = None
        self._held: set[str] = set()
        self._shared: set[str] = set()
        self._heard: Callable[[], None] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self.me = number(self._name)

    @property
    def seated(self) -> bool:
        """Whether the others can see that this process lives."""
        return self._connection is not None and not self._connection.is_closed()

    async def hold(self, seat: str) -> bool:
        """Whether this process has the seat (takes it when it is free). Asked again and again: a broken connection has lost it."""
        return await self._seat(seat, "pg_try_advisory_lock")

    async def share(self, seat: str) -> bool:
        """Sit beside others who share the seat; False while somebody holds it alone."""
        self._shared.add(seat)
        return await self._seat(seat, SHARED)

    async def tell(self) -> None:
        """Something was committed here; the others hear of it."""
        async with self._one_at_a_time:
            await self._ask("SELECT pg_notify($1, $2)", CHANGED, self._name)

    async def hear(self, heard: Callable[[], None]) -> None:
        """`heard` is called when another process told. Nothing is missed for long: whoever shows something looks by itself too."""
        async with self._one_at_a_time:
            if self._heard is None and self._connection is not None and not self._connection.is_closed():
                await self._connection.add_listener(CHANGED, self._said)
            self._heard = heard
            await self._ask("SELECT 1")

    async def close(self) -> None:
        """Let go of the seats."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Exception):
                await connection.close(timeout=PATIENCE)

    async def _seat(self, seat: str, function: str) -> bool:
        async with self._one_at_a_time:
            try:
                await self._ask("SELECT 1")
                if seat in self._held:
                    return True
                if await self._ask(f"SELECT {function}($1)", number(seat)):
                    self._held.add(seat)
                    return True
            except Exception as error:
                # Whatever the driver raises means that nothing is sure, and a seat that is not sure is not held.
                log.warning("line_broken fault=%s", type(error).__name__)
                await self._drop()
            return False

    async def _ask(self, sql: str, *given: Any) -> Any:
        if self._connection is None or self._connection.is_closed():
            await self._open()
        return await self._connection.fetchval(sql, *given, timeout=PATIENCE)

    async def _open(self) -> None:
        import asyncpg

        self._held.clear()
        connection = await asyncpg.connect(self._url, timeout=PATIENCE, server_settings=SETTINGS)
        notice_silence(connection)
        await connection.fetchval("SELECT pg_advisory_lock($1)", self.me, timeout=PATIENCE)
        self._connection = connection
        if self._heard is not None:
            await self._connection.add_listener(CHANGED, self._said)
        for seat in self._shared:
            if await self._connection.fetchval(f"SELECT {SHARED}($1)", number(seat), timeout=PATIENCE):
                self._held.add(seat)

    async def _drop(self) -> None:
        self._held.clear()
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Exception):
                connection.terminate()

    def _said(self, connection: Any, pid: int, channel: str, by: str) -> None:
        if by != self._name and self._heard is not None:
            self._heard()


def present(db: Connection) -> set[int]:
    """The seats that somebody holds now."""
    return set(db.execute(PRESENT).scalars())


def number(seat: str) -> int:
    """The number of a seat, as PostgreSQL wants it: 64 bits with a sign."""
    return int.from_bytes(hashlib.sha256(f"faro:{seat}".encode()).digest()[:8], "big", signed=True)
