"""The library: all of `content/` and `locales/`, read once. Immutable; a reload makes a new one or changes nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from faro.library import everyday, gazetteer_files, lines, nearest
from faro.library import gazetteer as gazetteers
from faro.library import land as lands
from faro.library import who as whos
from faro.library.entries import CATEGORIES, INTERNATIONAL, LANGUAGES, Contact, Fact, Operator, Place, Protocol, Topic, Wording
from faro.library.likeness import WordIndex
from faro.library.phrases import Dangers, Signs, read_signs
from faro.library.problems import ContentError, Problem
from faro.library.reading import Reader
from faro.library.spelling import Spelling
from faro.library.strings import Strings
from faro.library.text import expanded, fold, numberless

if TYPE_CHECKING:
    from faro.library.model import Learned

T = TypeVar("T", Fact, Contact, Place)

PROJECT = Path(__file__).resolve().parents[2]
"""Where `content/` and `locales/` lie beside the code."""


@dataclass(frozen=True)
class Library:
    """Everything that Faro can say and knows. `learned` is None until the arrays are built; all works without it, only less well."""

    root: Path
    strings: Strings
    operator: Operator
    topics: Mapping[str, Topic]
    wordings: Mapping[tuple[str, str], Wording]
    facts: Mapping[str, Fact]
    contacts: Mapping[str, Contact]
    protocols: Mapping[str, Protocol]
    places: tuple[Place, ...]
    asks: tuple[lines.Ask, ...]
    examples: tuple[lines.Example, ...]
    phrases: tuple[lines.Phrase, ...]
    abbreviations: Mapping[str, str]
    pseudonyms: tuple[str, ...]
    courtesies: Mapping[str, str]
    signs: Signs = field(default_factory=Signs)
    followups: Mapping[str, str] = field(default_factory=dict)
    asked_after: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    """By language: words with which somebody asks whether a person is at a place, folded, by kind."""
    towns: gazetteers.Gazetteer = field(default_factory=gazetteers.Gazetteer)
    land: tuple[lands.Ring, ...] = ()
    who: whos.Signs = field(default_factory=whos.Signs)
    drills: tuple[tuple[str, str], ...] = ()
    """Known disclosures (language, text) with which a running Faro checks itself."""
    plain: frozenset[str] = frozenset()
    """Whole messages, folded and with every number as 0, that by themselves raise no doubt: an age, how many there are."""
    missing_risks: tuple[str, ...] = ()
    """Files of phrases that should stand in `content/risks` and do not: what they would notice goes to a person instead."""
    problems: tuple[Problem, ...] = ()
    held: frozenset[str] = frozenset()
    """Places that nobody is sent to until an editor has looked: several people found them closed or were not let in."""
    learned: "Learned | None" = field(default=None, compare=False)
    manned: bool = field(default=True, compare=False)
    """Whether anybody is registered who can take a case: an operator with hours and nobody in the team is nobody."""
    duty: tuple[tuple[datetime, datetime], ...] = field(default=(), compare=False)
    """When somebody is on call by their own word: what is told of hours must hold for them too."""

    def say(self, language: str, key: str, /, **args: object) -> str:
        """A string of `locales/` in this language, Spanish where it lacks one.

        Where nobody reads, `<key>-nobody` is said instead if it stands there: nobody is promised who is not there.
        """
        if not self.read and self.strings.has("es", f"{key}-nobody"):
            key = f"{key}-nobody"
        return self.strings.say(language, key, **args)

    def wording(self, topic: str, language: str) -> Wording | None:
        """The words of a topic in this language, else in Spanish or English, else None."""
        for candidate in (language, "es", "en"):
            if (candidate, topic) in self.wordings:
                return self.wordings[candidate, topic]
        return None

    def with_learned(self, learned: "Learned | None") -> "Library":
        """The same library with these learned arrays."""
        return self._with(learned=learned)

    def holding(self, places: frozenset[str]) -> "Library":
        """The same library with these places on hold."""
        if places == self.held:
            return self
        _ = self.gazetteer, self.nearest_places
        return self._with(held=places)

    def on_duty(self, duty: tuple[tuple[datetime, datetime], ...]) -> "Library":
        """The same library, knowing when somebody is on call by their own word."""
        if duty == self.duty:
            return self
        self.warm()  # what is worked out on the copy would be lost with it
        return self._with(duty=duty)

    def with_team(self, *, manned: bool) -> "Library":
        """The same library, knowing whether anybody can take a case."""
        if manned == self.manned:
            return self
        self.warm()
        return self._with(manned=manned)

    def _with(self, **changes: Any) -> "Library":
        made = replace(self, **changes)
        # What was worked out from the same content stays worked out: folding all lines again would hold up every message.
        made.__dict__.update({name: value for name, value in self.__dict__.items() if name not in made.__dict__})
        return made

    def warm(self) -> "Library":
        """Work out now what the first message would otherwise wait for."""
        _ = self.dangers, self.gazetteer, self.nearest_places
        if self.learned is None:
            _ = self.words_of_asks
        else:
            self.learned.warm()
        return self

    @property
    def staffed(self) -> bool:
        """Whether a person really reads: a sample operator is nobody, and nobody is never promised (DESIGN.md, "Who runs it")."""
        return not self.operator.sample

    @property
    def read(self) -> bool:
        """Whether what is written to staff now is read by anybody, sooner or later."""
        return self.staffed and self.manned

    def answered_for(self, country: str | None) -> bool:
        """Whether somebody answers for what is told of this country. Where nobody runs this Faro, all is shown as it was written."""
        served = self.operator.countries_served.get(country or "")
        return self.operator.sample or country == INTERNATIONAL or (served is not None and served.owner is not None)

    @property
    def entries(self) -> tuple[Contact | Fact | Place, ...]:
        """Everything that has a country, a source and a date."""
        return (*self.contacts.values(), *self.facts.values(), *self.places)

    @cached_property
    def dangers(self) -> Dangers:
        """Phrases and signs of danger, ready to be looked for; made once for these lines."""
        return Dangers(self.phrases, self.signs, self.abbreviations, self._common_words, self.spelling)

    @cached_property
    def spelling(self) -> Spelling:
        """How Spanish words are mostly written that others write by ear; out of phrases and written disclosures."""
        told = (fold(one.text) for one in self.examples if one.language == "es")
        said = (fold(phrase.text) for phrase in self.phrases if phrase.language == "es")
        return Spelling(expanded(line, self.abbreviations) for line in (*told, *said))

    @cached_property
    def gazetteer(self) -> gazetteers.Gazetteer:
        """Countries and towns to be looked for in a text; words of everyday sentences are no misspelt towns."""
        kept = self.learned.everyday if self.learned is not None else None
        if kept is not None and kept.print == everyday.fingerprint(self.root):
            return replace(self.towns, common=kept.no_towns)
        return gazetteers.with_common_words(self.towns, self.folded_asks, (ask.text for ask in self.asks))

    @cached_property
    def nearest_places(self) -> nearest.Nearest:
        """The directory by position: a place's own, else the middle of its town."""
        return nearest.made_of(self.places, self._position_of, fold)

    def _position_of(self, place: Place) -> tuple[float, float] | None:
        if place.latitude is not None and place.longitude is not None:
            return place.latitude, place.longitude
        town = self.towns.town(place.town, place.country)
        return (town.latitude, town.longitude) if town else None

    @cached_property
    def folded_asks(self) -> tuple[str, ...]:
        """Every way of asking, folded and with abbreviations written out, for comparing as strings."""
        return tuple(expanded(fold(ask.text), self.abbreviations) for ask in self.asks)

    @cached_property
    def words_of_asks(self) -> WordIndex:
        """Which ways of asking share words with a text."""
        return WordIndex(self.folded_asks)

    @cached_property
    def stops(self) -> tuple[tuple[tuple[str, ...], bool], ...]:
        """Ways to say "don't write to me": the words, and whether they can mean nothing else wherever they stand."""
        kinds = {"stop": False, "stop anywhere": True}
        said = ((expanded(words, self.abbreviations), kinds[kind]) for words, kind in self.courtesies.items() if kind in kinds)
        return tuple((tuple(words.split()), anywhere) for words, anywhere in said)

    @property
    def words_of_every_day(self) -> frozenset[str]:
        """Words that people write in ordinary messages."""
        return self._common_words

    @cached_property
    def _common_words(self) -> frozenset[str]:
        """Words that stand in several harmless lines: never a slip of the finger in a phrase of danger."""
        return everyday.common(self.folded_asks) if self.learned is None else self.learned.everyday.common

    @cached_property
    def contacts_by_country(self) -> Mapping[str, tuple[Contact, ...]]:
        """Contacts of each country, in the order of their files."""
        countries = sorted({contact.country for contact in self.contacts.values()})
        return {c: tuple(x for x in self.contacts.values() if x.country == c) for c in countries}


def open_library(root: Path = PROJECT, *, strict: bool = True) -> Library:
    """Read everything below `root`. Raises ContentError with all problems when `strict`, else they stand in `.problems`."""
    reader = Reader(root)
    content = root / "content"
    strings = Strings(root / "locales")
    topics = {topic.id: topic for topic in _topics(reader, content / "topics")}
    library = Library(
        root=root,
        strings=strings,
        operator=_operator(reader, content / "operator.yaml"),
        topics=topics,
        wordings={(lang, words.topic): words for lang, words in _wordings(reader, content / "words")},
        facts=_by_id(reader, Fact, content / "topics" / "facts", "facts"),
        contacts=_by_id(reader, Contact, content / "contacts", "contacts"),
        protocols={protocol.category: protocol for protocol in _protocols(reader, content / "protocols")},
        places=tuple(_by_id(reader, Place, content / "places", "places").values()),
        asks=tuple(lines.asks(reader, content / "asks", frozenset(topics))),
        examples=tuple(lines.examples(reader, content / "risks")),
        phrases=tuple(lines.phrases(reader, content / "risks")),
        drills=tuple(lines.drills(reader, content / "risks" / "drills.txt")),
        plain=frozenset(
            numberless(line) for path in sorted((content / "risks" / "plain").glob("*.txt")) for _, line in reader.lines(path)
        ),
        missing_risks=tuple(lines.missing_phrases(content / "risks")),
        abbreviations=_abbreviations(reader, content / "chat"),
        courtesies=_courtesies(reader, content / "courtesies"),
        followups=_courtesies(reader, content / "followups"),
        asked_after=_asked_after(reader, content / "asked_after"),
        signs=read_signs(reader, content / "risks"),
        who=whos.read(reader, content / "who"),
        towns=gazetteer_files.read(reader, content / "gazetteer", dict(_pairs(reader, content / "chat"))),
        land=lands.read(reader, content / "gazetteer" / "land.txt"),
        pseudonyms=tuple(line for _, line in reader.lines(content / "pseudonyms.txt")),
        problems=tuple(reader.problems + strings.problems),
    )
    if strict and library.problems:
        raise ContentError(list(library.problems))
    return library


def _topics(reader: Reader, folder: Path) -> list[Topic]:
    found = (reader.entry(Topic, reader.yaml(path), path, path.stem) for path in sorted(folder.glob("*.yaml")))
    return [topic for topic in found if topic is not None]


def _wordings(reader: Reader, folder: Path) -> list[tuple[str, Wording]]:
    found = []
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.yaml")):
            wording = reader.entry(Wording, reader.yaml(path), path, path.stem)
            if wording is not None:
                found.append((language, wording))
    return found


def _protocols(reader: Reader, folder: Path) -> list[Protocol]:
    found = (reader.entry(Protocol, reader.yaml(folder / f"{c}.yaml"), folder / f"{c}.yaml", c) for c in CATEGORIES)
    return [protocol for protocol in found if protocol is not None]


def _operator(reader: Reader, path: Path) -> Operator:
    """Without a usable operator.yaml nobody runs this Faro, and so nobody is promised."""
    operator = reader.entry(Operator, reader.yaml(path), path, "operator")
    return operator or Operator(sample=True, name="-", country="XX", contact="-", timezone="UTC")


def _by_id(reader: Reader, kind: type[T], folder: Path, key: str) -> dict[str, T]:
    found: dict[str, T] = {}
    for path in sorted(folder.glob("*.yaml")):
        for entry in reader.listed(kind, path, key, country=path.stem):
            if entry.id in found:
                reader.wrong(path, entry.id, "the id stands twice")
            found[entry.id] = entry
    return found


def _abbreviations(reader: Reader, folder: Path) -> dict[str, str]:
    """`content/chat/<lang>.txt`: `xq = porque`, one a line."""
    return dict(_pairs(reader, folder))


def _courtesies(reader: Reader, folder: Path) -> dict[str, str]:
    """`content/courtesies/<lang>.txt`: `thanks = gracias`, one a line; folded text -> kind. `content/followups` has the same form."""
    return {fold(words): kind for kind, words in _pairs(reader, folder)}


def _asked_after(reader: Reader, folder: Path) -> tuple[dict[str, tuple[str, ...]], ...]:
    """`content/asked_after/<lang>.txt`: `kind = words, words`, one kind a line."""
    languages = []
    for path in sorted(folder.glob("*.txt")):
        pairs = (line.partition("=") for _, line in reader.lines(path))
        languages.append(
            {kind.strip(): tuple(fold(words) for words in said.split(",") if fold(words)) for kind, _, said in pairs}
        )
    return tuple(languages)


def _pairs(reader: Reader, folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.txt")):
        for number, line in reader.lines(path):
            left, equals, right = (part.strip() for part in line.partition("="))
            if equals and left and right:
                yield left, right
            else:
                reader.wrong(path, line, f"line {number} must be 'left = right'")
