"""Long polling: each update is stored before the offset moves past it. No decision about what an update holds.

Fetched as raw JSON, for python-telegram-bot's own polling confirms updates before anybody worked on them, and spins for ever on one
that it cannot parse. Ends by being cancelled: what was fetched and not stored comes again; what was stored comes again too and is known then.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from itertools import pairwise
from typing import Any, NoReturn, Protocol, TypeVar

from telegram import Bot
from telegram.error import Conflict, NetworkError, TelegramError

from faro.engine.channels import SlowDown
from faro.engine.receive import Given
from handlers import telegram_reading as reading
from handlers.telegram_errors import TokenRefused, meaning

log = logging.getLogger(__name__)

T = TypeVar("T")
Pause = Callable[[float], Awaitable[None]]

WAIT = 10
"""Seconds for which Telegram holds a poll open when nothing happens; a connection that died unnoticed costs no more than this."""


class Office(Protocol):
    """What polling asks of the engine and tells it."""

    async def polls(self) -> bool: ...

    async def answered(self, channel: str, well: bool) -> None: ...

    async def receive_all(self, given: Sequence[Given]) -> int: ...


STAND_BY = 1.0
"""Seconds after which a process that does not poll asks whether it should."""

PATIENCE = 5
"""Seconds more until a poll without an answer counts as lost."""


class Backoff:
    """Growing pauses between failing tries: 0.5 s, doubled up to 5 s: after an outage nobody should wait long."""

    FIRST, LONGEST = 0.5, 5.0

    def __init__(self, pause: Pause = asyncio.sleep) -> None:
        self._pause = pause
        self._next = self.FIRST

    def reset(self) -> None:
        self._next = self.FIRST

    async def wait(self, error: Exception | None = None) -> None:
        """Pause; for as long as Telegram asked where it did."""
        seconds = error.seconds if isinstance(error, SlowDown) else self._next
        self._next = min(self._next * 2, self.LONGEST)
        await self._pause(seconds)


class Rarely:
    """Whether a fault that goes on is worth a line: the first time, then at intervals that grow to an hour."""

    FEW, MANY = 16, 1024
    """Tries until the second line (a minute and more), and at most between two."""

    def __init__(self) -> None:
        self.tries = 0

    def reset(self) -> None:
        self.tries = 0

    def due(self) -> bool:
        """Count one more try that failed."""
        self.tries += 1
        doubled = self.tries >= self.FEW and self.tries & (self.tries - 1) == 0
        return self.tries == 1 or doubled or self.tries % self.MANY == 0


async def poll(bot: Bot, receive: reading.Receive, pause: Pause = asyncio.sleep, office: Office | None = None) -> NoReturn:
    """Fetch and store until cancelled, whatever fails. `office` says whether it is this process that polls, where there are several."""
    backoff, rarely, offset = Backoff(pause), Rarely(), 0
    while True:
        if office is not None and not await office.polls():
            offset = 0  # whoever polls meanwhile moves on; what comes twice is known
            await pause(STAND_BY)
            continue
        try:
            updates = await _fetch(bot, offset)
        except TelegramError as error:
            if office is not None:
                await office.answered(reading.CHANNEL, False)
            await _mend(bot, error, say=rarely.due())
            await backoff.wait(meaning(error))
            continue
        if office is not None:
            await office.answered(reading.CHANNEL, True)
        rarely.reset()
        confirmed = after(offset, {update["update_id"] for update in updates})
        # What lies beyond a gap comes again: a chat is stored in order.
        taken = [update for update in updates if update["update_id"] < confirmed]
        if await _store_together(taken, office) or await _store_all(taken, receive):
            # Nothing left means that all below the offset is confirmed. Asked for without it, ids that begin anew after a quiet week
            # (at random, so perhaps lower) are not taken for confirmed ones.
            offset = confirmed if updates else 0
            backoff.reset()
        else:
            await backoff.wait()


def after(offset: int, ids: Collection[int]) -> int:
    """The next offset: one more than the last id without a gap before it. It confirms everything below, and what came out of order may
    have left one behind: it is asked for once. When it does not come then, there is none."""
    ahead = sorted(number for number in ids if number >= offset)
    if not ahead:
        return offset
    for number, following in pairwise(ahead):
        if following > number + 1:
            return number + 1
    return ahead[-1] + 1


async def _fetch(bot: Bot, offset: int) -> list[dict[str, Any]]:
    """The updates that wait, in the order in which they happened."""
    asked = {"timeout": WAIT, "allowed_updates": list(reading.ASKED)} | ({"offset": offset} if offset else {})
    try:
        # Spelt "get_Updates", which is getUpdates on the wire, because the library warns that its parsing twin has that name.
        updates = await bot.do_api_request("get_Updates", asked, read_timeout=WAIT + PATIENCE)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise NetworkError("an answer that is not Telegram's") from error
    numbered = [update for update in updates if _numbered(update)] if isinstance(updates, list) else []
    if numbered != updates:
        log.error("telegram_updates_without_id")
    return sorted(numbered, key=lambda update: int(update["update_id"]))


async def _mend(bot: Bot, error: TelegramError, *, say: bool) -> None:
    """Say what is wrong, not at every try; a webhook that somebody set is taken away, for Telegram allows only one of the two."""
    if say:
        log.warning("telegram_poll_failed error=%s", type(error).__name__)
    if say and isinstance(meaning(error), TokenRefused):
        log.error("%s", meaning(error))
    if isinstance(error, Conflict) and "webhook" in error.message.lower():
        try:
            await bot.delete_webhook()
        except TelegramError as again:
            log.warning("telegram_webhook_stays error=%s", type(again).__name__)
    elif isinstance(error, Conflict) and say:
        log.error("telegram_conflict: another program reads the updates of this bot; only one may.")


async def _store_together(updates: list[dict[str, Any]], office: Office | None) -> bool:
    """Store them at once: one commit for a hundred, so that a danger behind a flood is known soon. False where one by one must be tried."""
    if office is None or len(updates) < 2:
        return False
    try:
        given = [reading.given(update) for update in updates]
        await _to_the_end(office.receive_all(given))
    except Exception as error:
        log.warning("telegram_updates_not_stored_together error=%s", type(error).__name__)
        return False
    return True


async def _store_all(updates: list[dict[str, Any]], receive: reading.Receive) -> bool:
    """Store in order up to the first that fails. Only when all are stored may the offset move."""
    for update in updates:
        try:
            await _to_the_end(store(update, receive))
        except Exception as error:
            # The trace is left out: a driver's error can quote what it was given.
            log.error("telegram_update_not_stored error=%s", type(error).__name__)  # noqa: TRY400
            return False
    return True


async def store(update: dict[str, Any], receive: reading.Receive) -> bool:
    """Store one update; False when it was there. Raises ValueError for what is no update, and whatever the store raises."""
    one = reading.given(update)
    return await receive(one.channel, one.delivery_id, one.chat, one.raw, one.text)


async def _to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """The result. When cancelled meanwhile, the work still ends first, so that a stop breaks no transaction off."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task}, timeout=PATIENCE)
        raise


def _numbered(update: object) -> bool:
    return isinstance(update, dict) and isinstance(update.get("update_id"), int)
