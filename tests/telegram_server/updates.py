"""How a bot hears of what happened: the queue of updates, long polling and webhook deliveries."""

import asyncio
import copy
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import httpx

from .errors import Conflict
from .ticking import Clock, Json, Pulse

KEPT_FOR = timedelta(hours=24)
LONGEST_POLL = 50
UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}  # sent only to a bot that asks for them
HOOKED = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
SECOND_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass
class Webhook:
    url: str
    secret_token: str = ""
    max_connections: int = 40
    last_error: Json = field(default_factory=dict)


class Updates:
    """Updates not confirmed yet. `duplicates` and `disorder` are chances; `twice()` repeats the next update once."""

    def __init__(self, clock: Clock, pulse: Pulse, seed: int = 0) -> None:
        self.clock, self.pulse, self.random = clock, pulse, random.Random(seed)
        self.webhook: Webhook | None = None
        self.allowed: list[str] = []
        self.next_id = 70_000_001
        self.duplicates = self.disorder = 0.0
        self.retry_seconds = 0.05
        self._pending: list[tuple[datetime, Json]] = []
        self._again: list[Json] = []
        self._seen: set[int] = set()
        self._repeats = 0
        self._poll = 0
        self.polls = 0  # open at this moment

    @property
    def pending(self) -> list[Json]:
        """Updates that the bot has not confirmed, oldest first."""
        return [update for at, update in self._pending if self.clock() - at < KEPT_FOR]

    @property
    def is_due(self) -> bool:
        return bool(self._again or self.pending)

    def push(self, kind: str, payload: Json) -> Json | None:
        """Queue an update, unless the bot did not ask for its kind."""
        wanted = kind in self.allowed if self.allowed else kind not in UNASKED
        update = {"update_id": self.next_id, kind: copy.deepcopy(payload)}
        if wanted:
            self._pending.append((self.clock(), update))
            self.next_id += 1
        self.pulse.beat()
        return update if wanted else None

    def twice(self, times: int = 1) -> None:
        """Deliver the next `times` updates a second time, also when the bot confirmed them."""
        self._repeats += times

    def allow(self, kinds: list[str] | None) -> None:
        """Kinds for updates from now on; None keeps what was asked before."""
        self.allowed = self.allowed if kinds is None else kinds

    def forget(self) -> None:
        self._pending.clear()
        self._again.clear()

    async def poll(self, arguments: dict[str, Any]) -> list[Json]:
        """getUpdates: a newer poll ends an open one with 409, as Telegram does."""
        if self.webhook:
            raise Conflict(HOOKED)
        self._poll += 1
        mine = self._poll
        self.allow(arguments.get("allowed_updates"))
        self._confirm(arguments.get("offset", 0))
        limit = min(max(arguments.get("limit", 100), 1), 100)
        self.polls += 1
        self.pulse.beat()
        try:
            async with asyncio.timeout(min(arguments.get("timeout", 0), LONGEST_POLL)):
                while not (batch := self._batch(limit)):
                    await self.pulse.wait()
                    self._check_still_open(mine)
        except TimeoutError:
            return []
        finally:
            self.polls -= 1
            self.pulse.beat()
        self._handed_over(batch)
        return batch

    def _check_still_open(self, poll: int) -> None:
        if self.webhook:
            raise Conflict("terminated by setWebhook request")
        if poll != self._poll:
            raise Conflict(SECOND_POLL)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._pending = self._pending[offset:]
        self._pending = [(at, update) for at, update in self._pending if update["update_id"] >= offset]

    def _batch(self, limit: int) -> list[Json]:
        batch = (self._again + self.pending)[:limit]
        if len(batch) > 1 and self.random.random() < self.disorder:
            self.random.shuffle(batch)
        return batch

    def _handed_over(self, batch: Iterable[Json]) -> None:
        """Draw which of these updates come a second time."""
        for update in batch:
            if update in self._again:
                self._again.remove(update)
            elif update["update_id"] not in self._seen:
                self._seen.add(update["update_id"])
                if self._repeats or self.random.random() < self.duplicates:
                    self._repeats = max(0, self._repeats - 1)
                    self._again.append(update)

    async def deliver(self, client: httpx.AsyncClient) -> bool:
        """Post the next update to the webhook; False if there was none or the bot did not take it."""
        hook, due = self.webhook, self._batch(2)[:1]
        if not hook or not due:
            return False
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret_token} if hook.secret_token else {}
        try:
            (await client.post(hook.url, json=due[0], headers=headers)).raise_for_status()
        except httpx.HTTPError as error:
            hook.last_error = {
                "last_error_date": int(self.clock().timestamp()),
                "last_error_message": f"Wrong response from the webhook: {error}"[:200],
            }
            return False
        self._handed_over(due)
        self._pending = [(at, update) for at, update in self._pending if update is not due[0]]
        self.pulse.beat()
        return True
