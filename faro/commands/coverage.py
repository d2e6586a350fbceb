"""The figures behind `status`: what the content covers, how old it is, what was reviewed, what expires next. Nothing is shown here."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median

from faro.assistant import answers
from faro.library import Library
from faro.library.checks import readability
from faro.library.checks.digits import texts
from faro.library.entries import CATEGORIES, COUNTRIES, INTERNATIONAL, LANGUAGES, Contact, Dated, Fact, Place

NO_PLACE = "bot."
"""Topics about Faro itself hold for no country."""

SOONEST = 20
"""How many of the entries that expire next are listed."""


class Knowledge(StrEnum):
    """What is known on a topic in one country."""

    KNOWN = "known"
    INTERNATIONAL = "international"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Cell:
    """A topic in one language. `characters`: of the longest whole message, as sent to any country."""

    characters: int
    review: str
    asks: int
    stale: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one language has. `words`: topics with words; `characters`: of all words together."""

    words: int
    characters: int
    asks: int
    phrases: int
    examples: int
    unread: int
    stale: int


@dataclass(frozen=True, slots=True)
class Aged:
    """How long ago one kind of entry was checked (days, the middle one and the longest), and how many are past their date."""

    entries: int
    middle: int
    oldest: int
    past: int


@dataclass(frozen=True, slots=True)
class Expiry:
    """The day after which an entry is not shown any more, unless somebody looks again. `days` from today; below 0 it is past."""

    kind: str
    id: str
    country: str
    check_again_on: date
    days: int


@dataclass(frozen=True)
class Coverage:
    """All figures of one library on one day."""

    today: date
    topics: dict[str, dict[str, Cell]]
    languages: dict[str, Spoken]
    knowledge: dict[str, dict[str, Knowledge]]
    owners: dict[str, str | None]
    ages: dict[str, Aged]
    expires: tuple[Expiry, ...]
    uncovered: tuple[tuple[str, str], ...]
    reading: dict[str, readability.Measured]

    def counted(self, country: str) -> dict[str, int]:
        """How many topics are known, international only and unknown in this country."""
        found = Counter(by_country[country] for by_country in self.knowledge.values())
        return {kind.value: found[kind] for kind in Knowledge}


def coverage(library: Library, today: date) -> Coverage:
    """Count everything."""
    cells = _cells(library, today)
    knowledge = {id: {c: known(library, id, c, today) for c in COUNTRIES} for id in library.topics if not id.startswith(NO_PLACE)}
    served = library.operator.countries_served
    return Coverage(
        today=today,
        topics=cells,
        languages={language: _spoken(library, language, cells) for language in LANGUAGES},
        knowledge=knowledge,
        owners={country: served[country].owner if country in served else None for country in COUNTRIES},
        ages={kind: _aged(entries, today) for kind, entries in _dated(library).items()},
        expires=expiries(library, today)[:SOONEST],
        uncovered=tuple(_uncovered(library)),
        reading={language: readability.measured(library, language) for language in LANGUAGES},
    )


def known(library: Library, id: str, country: str, today: date) -> Knowledge:
    """Facts or a note of the country that may be shown today; else international facts; else nothing."""
    topic = library.topics[id]
    if not topic.in_date(today):
        return Knowledge.UNKNOWN
    here = topic.facts.get(country, ())
    noted = any(country in words.countries for (_, topic_id), words in library.wordings.items() if topic_id == id)
    # A note rests on all facts of its country: with the first that is past its date it is not sent.
    if (here or noted) and library.answered_for(country) and answers.stands(library, here, today):
        return Knowledge.KNOWN
    wide = topic.facts.get(INTERNATIONAL, ())
    return Knowledge.INTERNATIONAL if wide and answers.stands(library, wide, today) else Knowledge.UNKNOWN


def longest(library: Library, id: str, language: str, today: date) -> int:
    """Characters of the longest message that this topic becomes in any country, or in none."""
    return max(len(answers.topic(library, id, language, country, today).text) for country in (None, *COUNTRIES))


def expiries(library: Library, today: date) -> tuple[Expiry, ...]:
    """Everything with a date that is not withdrawn, the soonest first."""
    found = []
    for kind, entries in _dated(library).items():
        for id, entry in entries.items():
            if entry.withdrawn_on is None or entry.withdrawn_on > today:
                country = entry.country if isinstance(entry, Contact | Fact | Place) else INTERNATIONAL
                found.append(Expiry(kind, id, country, entry.check_again_on, (entry.check_again_on - today).days))
    return tuple(sorted(found, key=lambda expiry: (expiry.check_again_on, expiry.kind, expiry.id)))


def _cells(library: Library, today: date) -> dict[str, dict[str, Cell]]:
    """Topics by language; a language without words for a topic is left out, never counted as empty words."""
    asked = Counter((ask.language, ask.topic) for ask in library.asks)
    cells: dict[str, dict[str, Cell]] = {}
    for id, topic in library.topics.items():
        cells[id] = {}
        for language in LANGUAGES:
            words = library.wordings.get((language, id))
            if words is not None:
                stale = words.of_revision < topic.revision
                cells[id][language] = Cell(longest(library, id, language, today), words.review, asked[language, id], stale)
    return cells


def _spoken(library: Library, language: str, cells: dict[str, dict[str, Cell]]) -> Spoken:
    here = [by_language[language] for by_language in cells.values() if language in by_language]
    written = (text for (spoken, _), words in library.wordings.items() if spoken == language for text in texts(words))
    return Spoken(
        words=len(here),
        characters=sum(map(len, written)),
        asks=sum(ask.language == language for ask in library.asks),
        phrases=sum(phrase.language == language for phrase in library.phrases),
        examples=sum(example.language == language for example in library.examples),
        unread=sum(cell.review == "needed" for cell in here),
        stale=sum(cell.stale for cell in here),
    )


def _dated(library: Library) -> dict[str, dict[str, Dated]]:
    """Everything that was checked on a day, by kind."""
    return {
        "topic": dict(library.topics),
        "fact": dict(library.facts),
        "contact": dict(library.contacts),
        "place": {place.id: place for place in library.places},
        "protocol": dict(library.protocols),
    }


def _aged(entries: dict[str, Dated], today: date) -> Aged:
    days = [(today - entry.checked_on).days for entry in entries.values()]
    past = sum(not entry.in_date(today) for entry in entries.values())
    return Aged(len(days), int(median(days)) if days else 0, max(days, default=0), past)


def _uncovered(library: Library) -> Iterable[tuple[str, str]]:
    """(language, what it lacks): topics without words or ways of asking, categories of danger without phrases or examples."""
    asked = {(ask.language, ask.topic) for ask in library.asks}
    phrased = {(phrase.language, phrase.category) for phrase in library.phrases}
    shown = {(example.language, example.category) for example in library.examples}
    for language in LANGUAGES:
        yield from ((language, f"words: {id}") for id in library.topics if (language, id) not in library.wordings)
        yield from ((language, f"asks: {id}") for id in library.topics if (language, id) not in asked)
        yield from ((language, f"phrases: {category}") for category in CATEGORIES if (language, category) not in phrased)
        yield from ((language, f"examples: {category}") for category in CATEGORIES if (language, category) not in shown)
