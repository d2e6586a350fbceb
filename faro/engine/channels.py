"""What the engine asks of a channel, and how a channel says that sending failed.

    ChannelError
     +-- SlowDown       the channel asks to wait `seconds` (Telegram 429); that chat only
     +-- Unreachable    network, 5xx, 409: try again with back-off, without end
     +-- Blocked        the person cannot be reached (403): never again unasked, staff are told
     +-- Rejected       the channel will never take it as it is (400): once more as plain text, then dead and an alarm
     |    +-- NotAllowed   the bot lacks a right in the group (`right`): staff are told once, what can wait waits
     +-- Moved          the chat has another address now (`address`); send there
     +-- ThreadGone     the staff topic was deleted: make it anew and send again

An error says who acts and whether to try again; the driver's error stays as its cause.
"""

from dataclasses import dataclass
from typing import Any, Protocol

from faro.assistant.message import Message


class ChannelError(Exception):
    """Sending failed."""


class SlowDown(ChannelError):
    """Wait `seconds`, then send again."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"asked to wait {seconds} s")
        self.seconds = seconds


class Unreachable(ChannelError):
    """The channel did not answer, or answered with a fault of its own."""


class Blocked(ChannelError):
    """The person blocked us, or the chat is gone."""


class Rejected(ChannelError):
    """The channel refuses this content."""


class NotAllowed(Rejected):
    """The bot may not do this in the group. `right`: topics, delete or pin."""

    def __init__(self, right: str) -> None:
        super().__init__(f"the bot lacks the right: {right}")
        self.right = right


class Moved(ChannelError):
    """The chat has another address."""

    def __init__(self, address: str) -> None:
        super().__init__("the chat moved")
        self.address = address


class ThreadGone(ChannelError):
    """The topic that this was meant for does not exist any more."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A delivery as its channel understands it: who wrote where, and what.

    `room`: `private` (one person with the bot), `staff` (the staff group), `group` (any other group: the bot says one line and leaves).
    `user` is the channel's id of whoever acted: for staff acts the *user* is checked, never only the chat.
    `thread`: the staff topic, only when the message really stands in one. `reply_to`: channel message id it answers.
    `press`: id to acknowledge a button press with. `pressed_message`: channel message id below which the button stood.
    """

    channel: str
    chat: str
    user: str
    room: str
    message: Message
    thread: str | None = None
    reply_to: str | None = None
    press: str | None = None
    pressed_message: str | None = None
    user_name: str | None = None
    is_bot: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """What sending gave back: the channel's message ids, the id of a topic that was made, and a right that was lacking for a part of it."""

    messages: tuple[str, ...] = ()
    thread: str | None = None
    lacks: str = ""


class Channel(Protocol):
    """One way to people. `body` is an outbox body: JSON-ready, as `faro.engine.outgoing` writes it."""

    name: str

    def read(self, raw: bytes) -> Arrival | None:
        """A stored delivery understood; None when there is nothing in it for us. Raises ValueError for what cannot be read."""
        ...

    async def send(self, address: str, body: dict[str, Any]) -> Receipt:
        """Carry one outbox body out. Raises a `ChannelError`."""
        ...
