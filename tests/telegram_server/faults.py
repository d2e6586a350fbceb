"""What goes wrong on demand: once, a number of times, or by a chance drawn from a seeded Random."""

import random
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from .errors import ApiError, BadRequest, Forbidden, TooManyRequests
from .specification import Arguments
from .ticking import Clock, Pulse


class Kind(StrEnum):
    SLOW_DOWN = "429"
    FORBIDDEN = "403"
    BAD_REQUEST = "400"
    BROKEN = "500"
    HANG = "hang"  # no answer until the bot gives up or `Faults.heal` is called
    CUT = "cut"  # the connection closes before anything happened
    ANSWER_LOST = "answer_lost"  # it happens, then the connection closes


@dataclass
class Fault:
    """One way to fail; without `method` or `chat_id` it fits every call. `chance` replaces `times`."""

    kind: Kind
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    chance: float | None = None
    retry_after: int = 1
    reason: str = "injected"

    def fits(self, method: str, arguments: Arguments) -> bool:
        same_method = self.method is None or self.method.lower() == method.lower()
        return same_method and self.chat_id in (None, arguments.get("chat_id"))

    def error(self) -> ApiError | None:
        """The refusal to answer with, or None for a fault of the connection."""
        match self.kind:
            case Kind.SLOW_DOWN:
                return TooManyRequests(self.retry_after)
            case Kind.FORBIDDEN:
                return Forbidden(self.reason)
            case Kind.BAD_REQUEST:
                return BadRequest(self.reason)
            case Kind.BROKEN:
                return ApiError(self.reason)
        return None


@dataclass
class RateLimits:
    """Telegram's published limits; every sending call counts, and one past a limit gets a 429."""

    per_chat_second: int = 1
    per_group_minute: int = 20
    overall_second: int = 30
    _sent: deque[tuple[datetime, int]] = field(default_factory=deque)

    def admit(self, chat_id: int, now: datetime) -> None:
        """Count a call to this chat, or raise TooManyRequests with the seconds to wait."""
        while self._sent and now - self._sent[0][0] >= timedelta(minutes=1):
            self._sent.popleft()
        to_chat = [at for at, chat in self._sent if chat == chat_id]
        everywhere = [at for at, _ in self._sent]
        self._check(everywhere, self.overall_second, 1, now)
        self._check(to_chat, self.per_chat_second, 1, now)
        if chat_id < 0:
            self._check(to_chat, self.per_group_minute, 60, now)
        self._sent.append((now, chat_id))

    @staticmethod
    def _check(sent: list[datetime], most: int, seconds: int, now: datetime) -> None:
        recent = [at for at in sent if (now - at).total_seconds() < seconds]
        if len(recent) >= most:
            raise TooManyRequests(max(1, seconds - int((now - recent[-most]).total_seconds())))


class Faults:
    """The faults that wait to happen, and the time during which Telegram is down."""

    def __init__(self, clock: Clock, seed: int = 0) -> None:
        self.clock, self.random = clock, random.Random(seed)
        self.limits: RateLimits | None = None
        self.healed = Pulse()
        self._waiting: list[Fault] = []
        self._down_until: datetime | None = None
        self._floods: dict[int | None, datetime] = {}

    def add(
        self,
        kind: Kind | str,
        *,
        method: str | None = None,
        chat_id: int | None = None,
        times: int = 1,
        chance: float | None = None,
        retry_after: int = 1,
        reason: str = "injected",
    ) -> Fault:
        """Once by default; `times` of them; or with `chance`, for ever with that probability."""
        fault = Fault(Kind(kind), method, chat_id, times, chance, retry_after, reason)
        self._waiting.append(fault)
        return fault

    def flood(self, seconds: int, chat_id: int | None = None) -> None:
        """Answer 429 with the time left, to one chat or to all, until the server's clock has passed."""
        self._floods[chat_id] = self.clock() + timedelta(seconds=seconds)

    def down(self, seconds: float | None = None) -> None:
        """Cut every connection unread, for so long by the server's clock, or until `heal`."""
        for_ever = timedelta(days=36500)
        self._down_until = self.clock() + (for_ever if seconds is None else timedelta(seconds=seconds))

    def heal(self) -> None:
        """End every fault, also the hanging calls."""
        self._waiting.clear()
        self._floods.clear()
        self._down_until = None
        self.healed.beat()

    @property
    def is_down(self) -> bool:
        return self._down_until is not None and self.clock() < self._down_until

    def strike(self, method: str, arguments: Arguments) -> Fault | None:
        """The fault that meets this call; used up if it was counted."""
        for fault in [fault for fault in self._waiting if fault.fits(method, arguments)]:
            if fault.chance is not None:
                if self.random.random() < fault.chance:
                    return fault
                continue
            fault.times -= 1
            if not fault.times:
                self._waiting.remove(fault)
            return fault
        return None

    def slow_down(self, method: str, arguments: Arguments) -> None:
        """Raise TooManyRequests if a flood or a rate limit meets this sending call."""
        verb = method.lower()
        if not verb.startswith(("send", "copy", "forward", "edit", "createforum")) or verb == "sendchataction":
            return
        chat_id, now = arguments.get("chat_id"), self.clock()
        for until in (self._floods.get(None), self._floods.get(chat_id)):
            if until and now < until:
                raise TooManyRequests(max(1, round((until - now).total_seconds())))
        if self.limits and isinstance(chat_id, int):
            self.limits.admit(chat_id, now)
