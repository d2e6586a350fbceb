"""The engine: everything that moves, behind a few verbs. Channels and the console speak to this and to nothing else of the engine."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from faro.assistant.desk import Act
from faro.assistant.referral import Referral, Refused
from faro.assistant.rights import Staff
from faro.engine import acts, conversation, saying, timers, watch
from faro.engine import receive as receiving
from faro.engine.channels import Channel
from faro.engine.deliver import Deliverer
from faro.engine.doors import Doors
from faro.engine.drill import DrillChannel
from faro.engine.hall import Hall
from faro.engine.leases import Leases
from faro.engine.neighbours import POLLING, Neighbours
from faro.engine.presence import Presence
from faro.engine.receive import Given
from faro.engine.signal import Signal
from faro.engine.ways import Ways
from faro.engine.work import Worker
from faro.library import Library
from faro.storage import Seal, Store, audit, inbox, staff

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

LOOK = 1.0
"""Seconds after which each loop looks by itself, for what a dead process or another one left."""

DRAIN = 10.0
"""Seconds that a stop waits for what is being sent."""


class Engine:
    """One process' work on one store.

    `clock` gives aware UTC times. `staff_room` is (channel, chat) of the staff group, such as ("telegram", "-1001234567890").
    `console` is the address under which staff reach the console.
    `library` may be replaced at any time (learned arrays, changed content); what is being done keeps the old one.
    `drills`: known disclosures go through once a day, so that it shows when danger is not noticed any more.
    `presence` shows that staff are writing. `changed` wakes live pages after each commit. `doors` are sign-in links, console sessions and web chats.
    A channel with a true attribute `reads_store` (the web page) keeps its sent bodies a quarter of an hour, to be read by `views.web_out`.
    """

    def __init__(
        self,
        store: Store,
        library: Library,
        channels: Iterable[Channel],
        clock: Callable[[], datetime],
        *,
        staff_room: tuple[str, str] | None = None,
        console: str | None = None,
        drills: bool = False,
    ) -> None:
        self.store = store
        known = {channel.name: channel for channel in [*channels, *([DrillChannel()] if drills else [])]}
        self._hall = Hall(store, library, known, clock, staff_room, console)
        self.presence = Presence(self._hall)
        self._worker = Worker(self._hall, self.presence)
        self._deliverer = Deliverer(self._hall, self.answered)
        self._neighbours = Neighbours(self._hall)
        self._leases = Leases(self._hall)
        self._ways = Ways(self._hall)
        self._stopping = False
        self._halt = Signal()
        self._ended = asyncio.Event()
        self.doors = Doors(self._hall)
        self.content_refused: tuple[datetime, int, str] | None = None
        """When changed content was last refused, how many mistakes it has, and the first of them; None when what stands in the files is in force."""

    @property
    def library(self) -> Library:
        """The words and rules in use."""
        return self._hall.library

    @library.setter
    def library(self, library: Library) -> None:
        self._hall.library = library

    @property
    def changed(self) -> Signal:
        """Wakes live pages."""
        return self._hall.changed

    @property
    def clock(self) -> Callable[[], datetime]:
        """The clock in use."""
        return self._hall.clock

    @property
    def stuck(self) -> datetime | None:
        """Since when the database takes nothing; None while all is well."""
        for_so_long = self.store.stuck
        return None if for_so_long is None else self.clock() - for_so_long

    async def receive(self, channel: str, delivery_id: str, chat: str, raw: bytes, text: str | None = None) -> bool:
        """Store a delivery; when this returns it is committed and may be acknowledged.

        `delivery_id` is unique in its channel (an update id); `chat` the channel's chat id ("" where none can be read); `raw` what
        `Channel.read` will be given; `text` the words in it, looked at for danger. False: it was there already. Raises what the database
        raises when it could not be stored.
        """
        return bool(await self.receive_all([Given(channel, delivery_id, chat, raw, text)]))

    async def receive_all(self, given: Sequence[Given]) -> int:
        """The same for several, in this order, all or none: a flood is stored before it can hide what comes after it."""
        return await receiving.receive(self._hall, given)

    async def perform(self, act: Act) -> Referral | None:
        """Carry out what a member of staff does; the referral afterwards (None for acts without one, or done before with this key).

        Raises `Refused` (`reason` is a key of `locales/`, `about` its arguments) and changes nothing then.
        """
        key = act.key or secrets.token_urlsafe(16)
        try:
            done = await self.store.transaction(lambda db: self._perform(db, act, key))
        except Refused as refused:
            reason = refused.reason
            if reason == saying.SECOND_CLICK:
                raise
            await self.store.transaction(lambda db: self._refused(db, act, reason))
            raise
        self._hall.wake()
        return done

    async def view(self, fn: Callable[Concatenate[Connection, Seal, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Read with a function of `storage.views`."""
        return await self.store.study(lambda db: fn(db, self.store.seal, *args, **kwargs))

    async def note(self, verb: str, member: int, **detail: Any) -> None:
        """A look of a member of staff that belongs into the audit."""
        now, by = self._hall.clock(), audit.by(member)
        await self.store.transaction(lambda db: audit.write(db, self.store.seal, verb, by, now, **detail))

    async def who(self, channel: str, user: str) -> Staff | None:
        """The active member of staff behind a channel's user id, or None."""
        return await self.store.read(lambda db: staff.of_user(db, self.store.seal, channel, user))

    async def polls(self) -> bool:
        """Whether this process is the one that asks the platform for updates; asked before each time."""
        return await self.store.line.hold(POLLING)

    async def answered(self, channel: str, well: bool) -> None:
        """A platform answered a call, or did not: staff see since when it is away."""
        try:
            await self._ways.seen(channel, well)
        except Exception as error:
            log.warning("way_not_noted channel=%s fault=%s", channel, type(error).__name__)

    async def run(self) -> None:
        """Work until `stop` is called: inbox, outbox, clocks. May be run again afterwards."""
        self._stopping = False
        self._ended.clear()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._loop(self._worker.once, self._hall.arrived), name="work")
            tasks.create_task(self._loop(self._worker.urgent, self._hall.alarmed), name="urgent")
            tasks.create_task(self._loop(self._deliverer.once, self._hall.posted), name="deliver")
            tasks.create_task(self._loop(self._timers, self._halt), name="timers")
            talking = tasks.create_task(self._neighbours.talk(), name="neighbours")
            await self._ended.wait()
            talking.cancel()
        await self._deliverer.drain(DRAIN)
        await self.presence.settled()

    async def stop(self) -> None:
        """Let what is being done come to its end (at most 10 s for sending), then `run` returns."""
        self._stopping = True
        self._ended.set()
        for signal in (self._hall.arrived, self._hall.alarmed, self._hall.posted, self._halt):
            signal.set()

    async def settle(self) -> None:
        """Work until nothing is due. For tests and the terminal; not beside `run`."""
        busy = 1
        while busy:
            busy = await timers.once(self._hall)
            busy += await watch.once(self._hall)
            busy += await self._worker.once()
            busy += await self._deliverer.once()
            await self._deliverer.drain()
        await self.presence.settled()

    def _perform(self, db: Connection, act: Act, key: str) -> Referral | None:
        """An act is a delivery of the console: the same key is done once."""
        seal, now = self.store.seal, self._hall.clock()
        chat = seal.chat_key("console", str(act.staff))
        if not inbox.put(db, seal, b"", now, channel="console", delivery_id=key, key=chat, priority=1, done=True):
            return None
        return acts.perform(self._hall.moment(db, f"act:{key}"), act, staff.get(db, seal, act.staff))

    def _refused(self, db: Connection, act: Act, reason: str) -> None:
        detail = {"act": str(act.verb), "reason": reason}
        actor = audit.by(act.staff)
        audit.write(db, self.store.seal, "act.refused", actor, self._hall.clock(), referral=act.referral or None, **detail)

    async def _timers(self) -> int:
        if await self._neighbours.minds_clocks():
            await timers.once(self._hall)
            await watch.once(self._hall)
            await self._leases.once()
        return 0

    async def _loop(self, once: Callable[[], Awaitable[int]], wake: Signal) -> None:
        """Again at once while there is something to do, else at the next wake-up or look. A failing look is told and tried again."""
        while not self._stopping:
            seen = wake.version
            try:
                found = await once()
            except Exception as error:
                log.error("loop_failed task=%s fault=%s", once.__qualname__, conversation.told(error))  # noqa: TRY400
                found = 0
            if not found and not self._stopping:
                await wake.wait(seen, LOOK)
