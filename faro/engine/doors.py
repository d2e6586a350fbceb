"""Who comes in through the web: one-time sign-in links, console sessions, web chats. Secrets leave here once; the store keeps hashes."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import TypeVar

from sqlalchemy import Connection

from faro.assistant.rights import Role, Staff
from faro.engine import timers
from faro.engine.hall import Hall
from faro.storage import audit, sessions, staff
from faro.storage.errors import lost

T = TypeVar("T")

LINK = timedelta(minutes=15)
"""How long a sign-in link can be used, once."""

IDLE = timedelta(minutes=30)
"""How long a console session lives without use."""

NOTED = timedelta(minutes=1)
"""Use within so short a time is one use: a page that is only read must not wait for whoever writes."""

CHAT = timedelta(minutes=10)
"""How long a web chat lives without use."""


class Full(Exception):
    """The database takes nothing now."""


class Doors:
    """The only way to make, use and end sessions."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._seal = hall.store.seal

    async def local_staff(self) -> int:
        """The staff id for the local default: made with every role when nobody is registered, else the first active admin.

        Raises LookupError when staff are registered and none is an admin.
        """
        return await self._hall.store.transaction(self._local)

    async def link(self, staff: int) -> str:
        """A one-time token for a sign-in link of this member of staff."""
        now = self._hall.clock()
        return await self._hall.store.transaction(lambda db: sessions.make(db, self._seal, "link", now, LINK, staff=staff))

    async def enter(self, token: str) -> str | None:
        """Use a token up; the secret of the new console session, or None when the token is used, old or unknown."""
        return await self._hall.store.transaction(lambda db: self._enter(db, token))

    async def who(self, secret: str, *, touch: bool = True) -> Staff | None:
        """Whose console session this is; using it keeps it alive, unless a page only refreshes itself (`touch` false)."""
        known, rested = await self._hall.store.read(lambda db: self._who(db, secret))
        if known is not None and touch and rested:
            now = self._hall.clock()
            with suppress(Full):
                await self._used(lambda db: sessions.touch(db, self._seal, "console", secret, now, life=IDLE))
        return known

    def csrf(self, secret: str) -> str:
        """The token that each form of this session carries."""
        return self._seal.hash("csrf", secret).hex()

    async def leave(self, secret: str) -> None:
        """End a console session or a web chat now. A web chat's person without an open referral is forgotten."""
        await self._hall.store.transaction(lambda db: self._leave(db, secret))
        self._hall.wake()

    async def open_chat(self) -> str:
        """A new web chat; its secret, which the page keeps in memory only."""
        now = self._hall.clock()
        return await self._hall.store.transaction(lambda db: sessions.make(db, self._seal, "web", now, CHAT))

    async def chat(self, secret: str, *, touch: bool = True) -> str | None:
        """The chat id (channel "web") behind a secret, or None when it ended; with `touch` it lives on."""
        if touch:
            with suppress(Full):
                return await self._used(lambda db: self._chat(db, secret))
        return await self._hall.store.read(lambda db: sessions.lives(db, self._seal, "web", secret, self._hall.clock()))

    async def _used(self, fn: Callable[[Connection], T]) -> T:
        """Note that a session was used. Raises Full where the database takes nothing: what is there can be read all the same."""
        try:
            return await self._hall.store.transaction(fn)
        except Exception as error:
            if lost(error):
                raise Full from error
            raise

    def _local(self, db: Connection) -> int:
        known = staff.everybody(db, self._seal)
        admins = [member.id for member in known if Role.ADMIN in member.roles]
        if admins:
            return admins[0]
        if known:
            raise LookupError("nobody of the registered staff is an admin")
        return staff.add(db, self._seal, staff.LOCAL, self._hall.clock(), roles=list(Role), languages=[])

    def _enter(self, db: Connection, token: str) -> str | None:
        now = self._hall.clock()
        member = sessions.staff_of(db, self._seal, "link", token, now)
        sessions.end(db, self._seal, "link", token)
        known = staff.get(db, self._seal, member)
        if known is None or not known.active:
            return None
        audit.write(db, self._seal, "staff.signed_in", audit.by(known.id), now)
        return sessions.make(db, self._seal, "console", now, IDLE, staff=known.id)

    def _who(self, db: Connection, secret: str) -> tuple[Staff | None, bool]:
        """Who it is, and whether their last use is worth noting anew."""
        now = self._hall.clock()
        member = sessions.staff_of(db, self._seal, "console", secret, now)
        known = staff.get(db, self._seal, member) if member is not None else None
        if known is None or not known.active:
            return None, False
        return known, sessions.rested(db, self._seal, "console", secret, now - NOTED)

    def _leave(self, db: Connection, secret: str) -> None:
        sessions.end(db, self._seal, "console", secret)
        name = sessions.lives(db, self._seal, "web", secret, self._hall.clock())
        if name is not None:
            timers.end_web_chat(self._hall.moment(db, f"leave:{name}"), name)

    def _chat(self, db: Connection, secret: str) -> str | None:
        now = self._hall.clock()
        name = sessions.lives(db, self._seal, "web", secret, now)
        if name is not None:
            sessions.touch(db, self._seal, "web", secret, now, life=CHAT)
        return name
