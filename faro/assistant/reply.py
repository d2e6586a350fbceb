"""What a person reads: plain text, a few buttons, perhaps a keyboard or a pin on a map. Channels only carry it."""

from dataclasses import dataclass

LIMIT = 900
"""Characters of a whole message as sent (DESIGN.md, one turn)."""
BUTTONS = 4
STEPS = 3
CONTACTS = 2


@dataclass(frozen=True, slots=True)
class Button:
    """A button below an answer. `payload` comes back when it is pressed (at most 64 bytes, Telegram's limit).

    Typing the label does the same, because presses are lost in an outage after 150 seconds.
    """

    label: str
    payload: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on a map, sent only where site and address are confirmed."""

    title: str
    address: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known in a town, as lines for one picture that a phone keeps for days without data.

    `lines`: (`name`, `strong`, `text` or `small`; what is read). `code`: the words below the square code that leads back here.
    """

    country: str
    town: str
    title: str
    lines: tuple[tuple[str, str], ...]
    code: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A plain text as a file that the person keeps. `name` is neutral, it stands in the phone's list of files."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to a person.

    `keyboard`: the six menu choices, row by row, to be shown as a keyboard that sends text; empty leaves it as it is.
    `hide_keyboard` takes it away. `urgent` words leave before everything else. `ask_location` adds a key that shares the position.
    `neutral`: stays after /clear (holds nothing that tells what was talked about).
    """

    text: str
    buttons: tuple[Button, ...] = ()
    keyboard: tuple[tuple[str, ...], ...] = ()
    hide_keyboard: bool = False
    ask_location: str | None = None
    urgent: bool = False
    neutral: bool = False
    pin: Pin | None = None
    sheet: Sheet | None = None
    paper: Paper | None = None
    language: str = "es"
