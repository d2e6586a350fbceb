"""A copy of what is kept of a person, for that person: a plain text to keep or to show. It holds what the phone may show and nothing else.

What was cleared from the chat, what waits until writing is safe, what a hidden word set going, and staff's own notes stand in none: whoever holds
the phone could ask for it. The first lines say so, the same for everybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from faro.assistant import keeping
from faro.assistant.dossier import Spoken
from faro.assistant.person import MayWrite, Person
from faro.assistant.reply import Paper
from faro.library import Library
from faro.library.entries import LANGUAGES

NAME = "faro.txt"


@dataclass(frozen=True, slots=True)
class Help:
    """One time that the team had to do with the person."""

    since: datetime
    closed: datetime | None


@dataclass(frozen=True, slots=True)
class Report:
    """How it was at a place, as the person told it."""

    at: datetime
    place: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a person, as far as the person may see it on this phone."""

    memory: Person
    since: datetime
    last: datetime
    spoken: Sequence[Spoken]
    helps: Sequence[Help] = ()
    reports: Sequence[Report] = ()


def paper(library: Library, language: str, kept: Kept, now: datetime) -> Paper:
    """The copy as a text file."""
    writing = _Writing(library, language, now)
    parts = [writing.head(), writing.memory(kept), writing.team(kept), writing.reports(kept), writing.talk(kept.spoken)]
    return Paper(NAME, "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n")


class _Writing:
    """The parts of one copy."""

    def __init__(self, library: Library, language: str, now: datetime) -> None:
        self._library = library
        self._language = language
        self._now = now
        self._zone = ZoneInfo(library.operator.timezone)

    def head(self) -> list[str]:
        at = f"{self._day(self._now)} {self._hour(self._now)} ({self._library.operator.timezone})"
        return [self._say("copy-head", at=at), self._say("copy-left-out")]

    def memory(self, kept: Kept) -> list[str]:
        person, where = kept.memory, kept.memory.where
        country = self._say(f"country-{where.country}") if where.country else None
        place = ", ".join(part for part in (where.town, country) if part)
        lines = [
            self._say(
                "copy-since", since=self._day(kept.since), last=self._day(kept.last), until=self._day(kept.last + keeping.WORDS)
            )
        ]
        if person.language in LANGUAGES:
            lines.append(self._say("kept-language", language=self._library.say(str(person.language), "language-name")))
        if place:
            lines.append(self._say("kept-place", place=place))
        if where.latitude is not None and where.longitude is not None:
            lines.append(self._say("copy-position", at=f"{where.latitude}, {where.longitude}"))
        if person.who:
            lines.append(self._say("copy-who", who=", ".join(self._say(f"copy-who-{kind}") for kind in person.who)))
        wording = self._library.wordings.get((self._language, person.topic or ""))
        if wording is not None:
            lines.append(self._say("copy-topic", topic=wording.title))
        if self._library.staffed:
            lines.append(self._say("copy-name", name=person.pseudonym))
            if person.may_write is not MayWrite.UNKNOWN:
                lines.append(self._say(f"copy-may-write-{person.may_write.replace('_', '-')}"))
        return [self._say("copy-memory"), *(f"- {line}" for line in lines)]

    def team(self, kept: Kept) -> list[str]:
        lines = []
        for one in kept.helps:
            if one.closed is None:
                lines.append(self._say("copy-help-open", since=self._day(one.since), days=keeping.REFERRAL.days))
                continue
            until = self._day(one.closed + keeping.REFERRAL)
            lines.append(self._say("copy-help-over", since=self._day(one.since), closed=self._day(one.closed), until=until))
        return [self._say("copy-team"), *(f"- {line}" for line in lines)] if lines else []

    def reports(self, kept: Kept) -> list[str]:
        lines = [
            self._say(
                f"copy-was-{one.outcome}", place=one.place, date=self._day(one.at), until=self._day(one.at + keeping.PLACES)
            )
            for one in kept.reports
        ]
        return [self._say("copy-places"), *(f"- {line}" for line in lines)] if lines else []

    def talk(self, spoken: Sequence[Spoken]) -> list[str]:
        lines = [self._say("copy-talk")]
        for day, said in groupby(spoken, key=lambda one: self._day(one.at)):
            lines += ["", day, *(self._line(one) for one in said)]
        return lines if spoken else []

    def _line(self, one: Spoken) -> str:
        words = one.words or ""
        if one.kind in _HELD:
            words = f"{self._say(f'copy-kind-{one.kind}')} {words}".strip()
        return f"{self._hour(one.at)} {self._say(f'copy-said-{one.who}')}: {words}"

    def _say(self, key: str, /, **about: object) -> str:
        return self._library.say(self._language, key, **about)

    def _day(self, at: datetime) -> str:
        return keeping.day(self._library, at)

    def _hour(self, at: datetime) -> str:
        return at.astimezone(self._zone).strftime("%H:%M")


_HELD = ("voice", "photo", "video", "document", "sticker", "contact", "location", "other")
"""Kinds that are no words: named before what was written with them."""
