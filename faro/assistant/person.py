"""What is remembered of a person: little, sealed at rest, and gone when it has expired."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class MayWrite(StrEnum):
    """Whether staff's words may appear on this phone (promise 9). Until `YES` they wait."""

    UNKNOWN = "unknown"
    YES = "yes"
    WHEN_I_WRITE = "when_i_write"
    NOT_NOW = "not_now"


@dataclass(frozen=True, slots=True)
class Where:
    """A place as far as it is known. `country` is ISO 3166-1 alpha-2 in capitals."""

    country: str | None = None
    town: str | None = None
    latitude: float | None = None
    longitude: float | None = None


NOWHERE = Where()


@dataclass(frozen=True, slots=True)
class Said:
    """One earlier text of the person, for dangers told in pieces and for follow-ups."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class OpenReferral:
    """What the assistant needs to know of the referral that is not closed, if there is one."""

    id: int
    status: str
    category: str
    severity: str
    opened_at: datetime
    unsure: bool = False
    """The machine only asked: words of safety were not said yet."""
    late: bool = False
    """Its clock ran out, and nobody has taken it."""


WISH = "person"
"""The category of a case that the person asked for."""


@dataclass(frozen=True, slots=True)
class Person:
    """The memory of one conversation.

    `asked` is the question that stands open (`country`, `risk`, `write`, `forget`, `language`, `hidden_word` ...), `asked_about` what it was
    about (a topic id, candidates). `offered` are the buttons shown last, label and payload, so that typing a label works.
    `seen_danger` is the hour of the last risk noticed.
    """

    pseudonym: str
    language: str | None = None
    language_chosen: bool = False
    where: Where = NOWHERE
    outside: bool = False
    """In a country of which nothing is known here: it was said, and is not asked for again."""
    topic: str | None = None
    recent: tuple[Said, ...] = ()
    asked: str | None = None
    asked_about: tuple[str, ...] = ()
    country_asked: bool = False
    offered: tuple[tuple[str, str], ...] = ()
    may_write: MayWrite = MayWrite.UNKNOWN
    hidden_word: str | None = None
    who: tuple[str, ...] = ()
    greeted: bool = False
    warned: tuple[str, ...] = ()
    """Kinds of danger whose first words were said beside the referral that is open."""
    referral: OpenReferral | None = None
    asked_for: int = 0
    """The last of staff's words that wait for which it was asked again whether we may write."""
    acknowledged: int = 0
    """When, in seconds, it was last said that something had come, while somebody of the staff has the case and nothing else may be said."""
    withdrew: bool = False
    """Said to want the help no more beside the referral that is open."""
    told_once: tuple[str, ...] = ()
    """What need not be said again beside the referral that is open."""
    hidden: bool = False
    """Asked to be forgotten while a referral is open: nothing on this phone may tell of it."""

    @property
    def hushed(self) -> bool:
        """Whether somebody else may hold the phone: nothing that was said may come back to it."""
        return self.hidden or (self.may_write is MayWrite.NOT_NOW and self.referral is not None)

    @property
    def guarded(self) -> bool:
        """Whether nothing may tell whoever holds the phone that there is a case, nor give what was said: after a danger until "yes"."""
        return self.hushed or (self.in_danger and self.may_write is not MayWrite.YES)

    @property
    def in_danger(self) -> bool:
        """Whether staff know of a danger of this person."""
        return self.referral is not None and self.referral.category not in (WISH, "system")


RECENT = 6
"""How many earlier texts are kept for context."""


def heard(person: Person, texts: tuple[str, ...], now: datetime) -> Person:
    """The person with these texts remembered as the latest ones."""
    said = person.recent + tuple(Said(now, text) for text in texts if text.strip())
    return replace(person, recent=said[-RECENT:])
