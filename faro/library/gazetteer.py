"""The gazetteer: countries, regions and the towns of the route, and where a text names one (content/gazetteer).

Here a text is only searched: exact names, then slips of the finger and spellings of other languages. What a mention means - where the
person is, where she comes from - is decided in faro/assistant/places.py.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import cos, hypot, radians

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from faro.library import sounds
from faro.library.text import fold

LONGEST_NAME = 5
"""Words of the longest name that is looked for."""
LONGEST_MISSPELT = 4
LONGEST_TEXT = 300
"""Words of a text that are searched: a place is named early."""
MOST_GUESSES = 60
"""Stretches of one text that are compared with names for slips, so that a long text costs no more than a short one."""
NOTABLE = 4000
"""People from which a town is known enough to be meant by a misspelt word."""

_PREFIXES = ("وبال", "وال", "بال", "فال", "لل", "هال", "ال", "وب", "وف", "ول", "ب", "ف", "ل", "و", "ع")
"""Arabic writes `in`, `to`, `and` and the article onto the word."""


@dataclass(frozen=True, slots=True)
class Town:
    """One town. `word`: its name is also an ordinary word; `person`: also a first name. Such names need a sign beside
    them. `route`: known on the route however small."""

    country: str
    region: str
    latitude: float
    longitude: float
    people: int
    timezone: str
    name: str
    word: bool = False
    person: bool = False
    route: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `start` to `end` name something: towns of this name, or a country, perhaps a region of it. `prefix`: Arabic letters before it."""

    start: int
    end: int
    name: str = ""
    """As it stands in the gazetteer, folded."""
    towns: tuple[Town, ...] = ()
    country: str | None = None
    region: str | None = None
    prefix: str = ""
    plain: bool = False
    """The words are also ordinary words or a person's name."""
    slip: bool = False
    """Not written as the name is."""


@dataclass(frozen=True)
class Gazetteer:
    """All names, ready to be looked for. `signs` are the words around a name, by kind (content/gazetteer/signs.txt)."""

    towns: tuple[Town, ...] = ()
    names: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    risky: frozenset[str] = frozenset()
    countries: Mapping[str, str] = field(default_factory=dict)
    regions: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)
    signs: Mapping[str, str] = field(default_factory=dict)
    plain: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    _sounds: Mapping[tuple[str, int], tuple[list[str], list[str]]] = field(default_factory=dict)
    _bones: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def words(self, text: str) -> list[str]:
        """The words of a text as they are searched: folded, abbreviations written out, parted at apostrophes."""
        found: list[str] = []
        for word in fold(text).split()[:LONGEST_TEXT]:
            written = self.abbreviations.get(word, word)
            found += written.replace("'", " ").split() if "'" in written or " " in written else [written]
        return found

    def mentions(self, words: list[str]) -> list[Mention]:
        """Every name in these words, in their order; longest names first, exact before misspelt; they do not overlap."""
        taken = [False] * len(words)
        found: list[Mention] = []
        for size in range(LONGEST_NAME, 0, -1):
            found += self._exact(words, taken, size)
            if size <= LONGEST_MISSPELT:
                found += self._misspelt(words, taken, size)
        return sorted(found, key=lambda mention: mention.start)

    def nearest(self, latitude: float, longitude: float, people: int = NOTABLE) -> tuple[Town, float] | None:
        """The nearest town of at least so many people, and how many kilometres away; None without towns."""
        reach = [
            (kilometres(latitude, longitude, town.latitude, town.longitude), town) for town in self.towns if town.people >= people
        ]
        if not reach:
            return None
        far, town = min(reach, key=lambda pair: pair[0])
        return town, far

    def town(self, name: str, country: str) -> Town | None:
        """The town of this name in a country: one on the route before others, then the largest."""
        there = [self.towns[i] for i in self.names.get(fold(name), ()) if self.towns[i].country == country]
        return max(there, key=lambda town: (town.route, town.people), default=None)

    def _exact(self, words: list[str], taken: list[bool], size: int) -> Iterator[Mention]:
        for start in range(len(words) - size + 1):
            if any(taken[start : start + size]):
                continue
            phrase = " ".join(words[start : start + size]) if size > 1 else words[start]
            found = self._looked_up(phrase, start, start + size)
            if found is not None or phrase in self.plain:
                taken[start : start + size] = [True] * size
            if found is not None:
                yield found

    def _looked_up(self, phrase: str, start: int, end: int) -> Mention | None:
        if phrase in self.plain or phrase in self.signs:
            return None
        found = self._name(phrase, start, end)
        if found is None and sounds.is_arabic(phrase):
            for prefix in _PREFIXES:
                if phrase.startswith(prefix) and len(phrase) > len(prefix) + 2:
                    found = self._name(phrase[len(prefix) :], start, end, prefix)
                    if found is not None:
                        break
        return found

    def _name(self, phrase: str, start: int, end: int, prefix: str = "", *, slip: bool = False) -> Mention | None:
        if phrase in self.countries:
            return Mention(start, end, phrase, self._towns(phrase), self.countries[phrase], prefix=prefix, slip=slip)
        if phrase not in self.names and phrase not in self.regions:
            return None
        country, region = self.regions.get(phrase, (None, None))
        # A region is not a small town of its name in another country: the Darien is not in Connecticut.
        towns = tuple(town for town in self._towns(phrase) if country is None or _capital(town, country, phrase))
        plain = phrase in self.risky or (" " not in phrase and phrase in self.common)
        return Mention(start, end, phrase, towns, country, region, prefix=prefix, plain=plain and country is None, slip=slip)

    def _towns(self, phrase: str) -> tuple[Town, ...]:
        return tuple(self.towns[i] for i in self.names.get(phrase, ()))

    def _misspelt(self, words: list[str], taken: list[bool], size: int) -> Iterator[Mention]:
        guesses = 0
        for at, word in enumerate(words):
            if taken[at] or not self._unknown(word):
                continue
            for start, end in _stretches(at, taken, size):
                if words[start] in self.signs:
                    continue
                guesses += 1
                if guesses > MOST_GUESSES:
                    return
                name, prefix = self._guessed(" ".join(words[start:end]), loose=self._signed(words, start))
                found = self._name(name, start, end, prefix, slip=True) if name else None
                if found is not None:
                    taken[start:end] = [True] * (end - start)
                    yield found
                    break

    def _unknown(self, word: str) -> bool:
        """Whether a word may be a misspelt name: no everyday word, and no name itself."""
        known = word in self.common or word in self.names or word in self.countries or word in self.signs
        return len(word) >= 4 and not known and not word.isdigit()

    def _signed(self, words: list[str], start: int) -> bool:
        """Whether the words before say that a place comes now: then one more slip is forgiven."""
        return any(self.signs.get(" ".join(words[start - size : start])) in _PLACE_COMES for size in range(1, min(4, start) + 1))

    def _guessed(self, phrase: str, *, loose: bool) -> tuple[str, str]:
        """The name that was meant, and Arabic letters before it; empty when none is near enough."""
        if sounds.is_arabic(phrase):
            return self._guessed_arabic(phrase)
        key = sounds.key(phrase)
        bucket = self._sounds.get((key[:1], phrase.count(" ")))
        if bucket is None:
            return "", ""
        allowed = _slips(key, loose=loose)
        best = process.extractOne(key, bucket[0], scorer=OSA.distance, score_cutoff=allowed)
        # A slip can change how a letter sounds (`ci`, `ic`): then the letters are nearer than the sounds.
        best = best or process.extractOne(phrase, bucket[1], scorer=OSA.distance, score_cutoff=allowed)
        return (bucket[1][best[2]], "") if best else ("", "")

    def _guessed_arabic(self, phrase: str) -> tuple[str, str]:
        for prefix in ("", *_PREFIXES):
            rest = phrase[len(prefix) :]
            if not phrase.startswith(prefix) or len(rest) < 5 or rest in self.common:
                continue
            bones, vowels = sounds.bones(rest), sounds.vowelled(rest)
            near = [(fuzz.ratio(vowels, sounds.vowelled(name)), name) for name in self._bones.get(bones, ())]
            best = max(near, default=(0.0, ""))
            if best[0] >= _ARABIC_LIKE:
                return best[1], prefix
        return "", ""


_ARABIC_LIKE = 84
"""Likeness (0-100) of vowels and consonants from which an Arabic spelling is taken for a name whose consonants agree."""


def _capital(town: Town, country: str, phrase: str) -> bool:
    """Whether a town bears the very name of the region it lies in, as Veracruz does and Chiapa (`chiapas`) does not."""
    return town.country == country and fold(town.name) == phrase


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Between two positions, on a flat earth that is narrower in the north: good to one part in a hundred at 500 km."""
    across = (longitude - other_longitude) * cos(radians((latitude + other_latitude) / 2))
    return hypot(across, latitude - other_latitude) * 111.2


def _slips(key: str, *, loose: bool) -> int:
    """Slips of the finger allowed, by the length of the sound: none in short names. `loose`: a place is expected here."""
    letters = len(key) - key.count(" ")
    one, two = (4, 8) if loose else (6, 9)
    return 0 if letters < one else 1 if letters < two else 2


_PLACE_COMES = frozenset({"here", "in", "goal", "origin", "other"})


def _stretches(at: int, taken: list[bool], size: int) -> Iterator[tuple[int, int]]:
    """The stretches of so many words around a word that nobody knows."""
    for start in range(max(0, at - size + 1), at + 1):
        if start + size <= len(taken) and not any(taken[start : start + size]):
            yield start, start + size


def with_common_words(gazetteer: Gazetteer, asks: Iterable[str], written: Iterable[str]) -> Gazetteer:
    """The same gazetteer that knows the words of everyday sentences: those in several, and no town's or country's name.

    `asks`: the sentences folded; `written`: as they were written, where capitals tell names from words.
    """
    capital = Counter(fold(word) for text in written for word in text.split()[1:] if word[:1].isupper())
    counted: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for line in asks:
        before = ""
        for word in line.replace("'", " ").split():
            counted[word] += 1
            bare[word] += gazetteer.signs.get(before) not in ("in", "goal")
            before = word
    often = {word: times for word, times in counted.items() if times >= 2 and capital[word] < 0.3 * times}
    everyday = {word for word, times in often.items() if _everyday(word, times, bare[word], gazetteer)}
    return replace(gazetteer, common=frozenset(everyday))


def _everyday(word: str, times: int, bare: int, gazetteer: Gazetteer) -> bool:
    """Whether a word of the written sentences is no name, or a small town's name that mostly stands as a word."""
    if word in gazetteer.countries:
        return False
    if word not in gazetteer.names or word in gazetteer.risky:
        return True
    people = max(gazetteer.towns[i].people for i in gazetteer.names[word])
    return people < 60_000 and times >= 5 and bare >= 0.6 * times
