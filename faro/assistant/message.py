"""What a person sent, whatever the channel: the one shape in which the assistant reads it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing arrived. Only `TEXT`, `COMMAND`, `BUTTON` and `LOCATION` can be understood by a machine."""

    TEXT = "text"
    COMMAND = "command"
    BUTTON = "button"
    LOCATION = "location"
    VOICE = "voice"
    PHOTO = "photo"
    VIDEO = "video"
    DOCUMENT = "document"
    STICKER = "sticker"
    CONTACT = "contact"
    OTHER = "other"
    BLOCKED = "blocked"
    """The person blocked the bot; nothing was said."""
    RETURNED = "returned"
    """The person unblocked the bot; nothing was said."""
    RIGHTS = "rights"
    """Somebody changed what the bot may do in the staff group (`payload`: what it may, by comma); nothing was said."""


@dataclass(frozen=True, slots=True)
class Message:
    """One thing that a person sent, or a burst of texts that waited together and are read as a whole.

    `parts` holds the texts in the order in which they were written (captions of media too); risk looks at each,
    the match at all of them together. `ids` are the channel's own message ids, kept for /clear.
    """

    kind: Kind = Kind.TEXT
    parts: tuple[str, ...] = ()
    command: str | None = None
    arguments: str = ""
    payload: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    media: str | None = None
    edited: bool = False
    language_hint: str | None = None
    signal: bool = False
    """The person's hidden word, alone: the engine found it by its hash."""
    ids: tuple[str, ...] = field(default=())

    @property
    def text(self) -> str:
        """All that was written, one part a line."""
        return "\n".join(part for part in self.parts if part)


def joined(messages: list[Message]) -> Message:
    """A burst of texts as one message: parts and ids in order, the last language hint.

    Only messages of kind `TEXT` that are not edits can be joined; the caller keeps to that.
    """
    first, last = messages[0], messages[-1]
    if len(messages) == 1:
        return first
    return Message(
        kind=Kind.TEXT,
        parts=tuple(part for message in messages for part in message.parts),
        language_hint=last.language_hint or first.language_hint,
        ids=tuple(i for message in messages for i in message.ids),
    )
