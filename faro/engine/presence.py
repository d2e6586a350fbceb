"""That somebody of the team is writing, shown to the person for a few seconds, and only where the person said that writing is safe.

Nothing of it is stored or tried again: what is lost is missed by nobody, and it ends by itself.
"""

import asyncio
import logging
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from sqlalchemy import Connection

from faro.assistant import rights
from faro.assistant.person import MayWrite
from faro.assistant.referral import Status
from faro.engine.channels import ChannelError
from faro.engine.hall import Hall
from faro.storage import chats, people, referrals, staff
from faro.storage.chats import Chat

log = logging.getLogger(__name__)

EVERY = timedelta(seconds=4)
"""A platform shows it for about five seconds; it is told no more often than this."""

PATIENCE = 3.0
"""Seconds that a platform is given; later it would be told of somebody who has sent it already."""

KEPT = 1000


@runtime_checkable
class Shows(Protocol):
    """A channel that can show that somebody writes."""

    async def typing(self, address: str) -> None: ...


class Presence:
    """Who was shown as writing to whom lately, in this process."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._shown: dict[int, datetime] = {}
        self._tasks: set[asyncio.Task[bool]] = set()

    def soon(self, member: int, number: int) -> None:
        """Show it beside whatever goes on."""
        task = asyncio.create_task(self.writes(member, number))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def settled(self) -> None:
        """Until nothing is being shown."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def writes(self, member: int, number: int) -> bool:
        """Whether it was shown that this member of staff is writing in this case."""
        now = self._hall.clock()
        before = self._shown.get(number)
        if before is not None and before <= now < before + EVERY:
            return False
        self._shown = {number: now, **dict(list(self._shown.items())[:KEPT])}
        chat = await self._hall.store.read(lambda db: self._whom(db, member, number))
        channel = None if chat is None else self._hall.channels.get(chat.channel)
        if chat is None or not isinstance(channel, Shows):
            return False
        with suppress(ChannelError, TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await channel.typing(chat.address)
                return True
        return False

    def _whom(self, db: Connection, member: int, number: int) -> Chat | None:
        """The person's chat: only for the owner of an open case, only after a plain yes to being written to."""
        seal = self._hall.store.seal
        referral = referrals.get(db, seal, number)
        if referral is None or referral.status is Status.CLOSED or not referral.person or referral.owner != member:
            return None
        if not rights.may(staff.get(db, seal, member), "referral.say", referral):
            return None
        chat = chats.of_person(db, seal, referral.person)
        safe = people.load(db, seal, referral.person).may_write is MayWrite.YES and not people.is_hidden(db, referral.person)
        return chat if safe and chat is not None and not chat.unreachable else None
