"""The gazetteer: countries, regions and the towns of the route, and where a text names one (content/gazetteer).

Here a text is only searched: exact names, then slips of the finger and spellings of other languages. What a mention means - where the
person is, where she comes from - is decided in faro/assistant/places.py.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from faro.library import sounds
from faro.library.reading import Reader
from faro.library.text import fold

LONGEST_NAME = 5
"""Words of the longest name that is looked for."""
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
        found = list(self._exact(words, taken))
        found += self._misspelt(words, taken)
        return sorted(found, key=lambda mention: mention.start)

    def nearest(self, latitude: float, longitude: float, people: int = NOTABLE) -> tuple[Town, float] | None:
        """The nearest town of at least so many people, and how many kilometres away; None without towns."""
        reach = [(kilometres(latitude, longitude, town.latitude, town.longitude), town) for town in self.towns if town.people >= people]
        if not reach:
            return None
        far, town = min(reach, key=lambda pair: pair[0])
        return town, far

    def town(self, name: str, country: str) -> Town | None:
        """The largest town of this name in a country."""
        there = [self.towns[i] for i in self.names.get(fold(name), ()) if self.towns[i].country == country]
        return max(there, key=lambda town: town.people, default=None)

    def _exact(self, words: list[str], taken: list[bool]) -> Iterator[Mention]:
        for size in range(min(LONGEST_NAME, len(words)), 0, -1):
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

    def _misspelt(self, words: list[str], taken: list[bool]) -> Iterator[Mention]:
        guesses = 0
        for at, word in enumerate(words):
            if taken[at] or len(word) < 4 or word in self.common or word.isdigit():
                continue
            for start, end in _stretches(at, words, taken):
                guesses += 1
                if guesses > MOST_GUESSES:
                    return
                name, prefix = self._guessed(" ".join(words[start:end]))
                found = self._name(name, start, end, prefix, slip=True) if name else None
                if found is not None:
                    taken[start:end] = [True] * (end - start)
                    yield found
                    break

    def _guessed(self, phrase: str) -> tuple[str, str]:
        """The name that was meant, and Arabic letters before it; empty when none is near enough."""
        if sounds.is_arabic(phrase):
            return self._guessed_arabic(phrase)
        key = sounds.key(phrase)
        bucket = self._sounds.get((key[:1], phrase.count(" ")))
        if bucket is None:
            return "", ""
        allowed = _slips(key)
        best = process.extractOne(key, bucket[0], scorer=OSA.distance, score_cutoff=allowed)
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


_FAR = frozenset({"US", "CA"})
"""Large countries off the route: of their towns only the larger ones are guessed."""

_ARABIC_LIKE = 84
"""Likeness (0-100) of vowels and consonants from which an Arabic spelling is taken for a name whose consonants agree."""


def _capital(town: Town, country: str, phrase: str) -> bool:
    """Whether a town bears the very name of the region it lies in, as Veracruz does and Chiapa (`chiapas`) does not."""
    return town.country == country and fold(town.name) == phrase


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Between two positions, on a flat earth that is narrower in the north: good to one part in a hundred at 500 km."""
    from math import cos, hypot, radians

    across = (longitude - other_longitude) * cos(radians((latitude + other_latitude) / 2))
    return hypot(across, latitude - other_latitude) * 111.2


def _slips(key: str) -> int:
    """Slips of the finger allowed, by the length of the sound: none in short names."""
    letters = len(key) - key.count(" ")
    return 0 if letters < 6 else 1 if letters < 9 else 2


def _stretches(at: int, words: list[str], taken: list[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of three, two and one words around a word that nobody knows."""
    for size in (3, 2, 1):
        for start in range(at - size + 1, at + 1):
            if start >= 0 and start + size <= len(words) and not any(taken[start : start + size]):
                yield start, start + size


def read(reader: Reader, folder: Path, abbreviations: Mapping[str, str]) -> Gazetteer:
    """The gazetteer of a folder; empty where there is none."""
    towns, names, risky = _towns_of(reader, folder)
    countries = {_plain(fold(name)): left for left, name in _pairs(reader, folder / "countries.txt")}
    regions = {_plain(fold(name)): _region(left) for left, name in _pairs(reader, folder / "regions.txt")}
    for left, name in _pairs(reader, folder / "nicknames.txt"):
        _nickname(reader, folder, left, _plain(fold(name)), towns, names, risky)
    kinds = [(kind, _plain(fold(words))) for kind, words in _pairs(reader, folder / "signs.txt")]
    known = {name: tuple(ids) for name, ids in names.items()}
    return Gazetteer(
        towns=tuple(towns),
        names=known,
        risky=frozenset(risky),
        countries=countries,
        regions=regions,
        signs={words: kind for kind, words in reversed(kinds) if kind != "plain"},
        plain=frozenset(words for kind, words in kinds if kind == "plain"),
        abbreviations=abbreviations,
        _sounds=_by_sound(towns, known, risky, countries, regions),
        _bones=_by_bones(towns, known, countries),
    )


def with_common_words(gazetteer: Gazetteer, asks: Iterable[str]) -> Gazetteer:
    """The same gazetteer that knows the words of folded everyday sentences: those in several, and no town's or country's name."""
    counted: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for line in asks:
        before = ""
        for word in line.replace("'", " ").split():
            counted[word] += 1
            bare[word] += gazetteer.signs.get(before) not in ("in", "goal")
            before = word
    everyday = {word for word, times in counted.items() if times >= 2 and _everyday(word, times, bare[word], gazetteer)}
    return replace(gazetteer, common=frozenset(everyday))


def _everyday(word: str, times: int, bare: int, gazetteer: Gazetteer) -> bool:
    """Whether a word of the written sentences is no name, or a small town's name that mostly stands as a word."""
    if word in gazetteer.countries:
        return False
    if word not in gazetteer.names or word in gazetteer.risky:
        return True
    people = max(gazetteer.towns[i].people for i in gazetteer.names[word])
    return people < 60_000 and times >= 5 and bare >= 0.6 * times


def _towns_of(reader: Reader, folder: Path) -> tuple[list[Town], dict[str, list[int]], set[str]]:
    towns: list[Town] = []
    names: dict[str, list[int]] = {}
    risky: set[str] = set()
    for path in (folder / "towns.tsv", folder / "more.tsv"):
        for number, line in reader.lines(path) if path.exists() else ():
            cells = line.split("\t")
            if len(cells) not in (8, 9):
                reader.wrong(path, "", f"line {number} must have 8 or 9 cells parted by tabs")
                continue
            _add(cells, towns, names, risky)
    return towns, names, risky


def _add(cells: list[str], towns: list[Town], names: dict[str, list[int]], risky: set[str]) -> None:
    country, region, latitude, longitude, people, timezone, flags, name = cells[:8]
    town = Town(country, region, float(latitude), float(longitude), int(people), timezone, name, "w" in flags, "n" in flags, "r" in flags)
    towns.append(town)
    folded = _plain(fold(name))
    names.setdefault(folded, []).append(len(towns) - 1)
    if town.word or town.person:
        risky.add(folded)
    for other in cells[8].split("|") if len(cells) == 9 else ():
        if other.startswith("~"):
            risky.add(other[1:])
        if other:
            names.setdefault(_plain(other.lstrip("~")), []).append(len(towns) - 1)


def _plain(folded: str) -> str:
    return folded.replace("'", " ")


def _nickname(
    reader: Reader, folder: Path, left: str, folded: str, towns: list[Town], names: dict[str, list[int]], risky: set[str]
) -> None:
    country, _, town = left.partition(" ")
    there = [i for i in names.get(_plain(fold(town)), ()) if towns[i].country == country]
    if not there:
        reader.wrong(folder / "nicknames.txt", left, "is no town of towns.tsv or more.tsv")
        return
    largest = max(there, key=lambda i: towns[i].people)
    ids = names.setdefault(_plain(folded), [])
    if largest not in ids:
        ids.append(largest)


def _region(left: str) -> tuple[str, str | None]:
    country, _, region = left.partition(".")
    return country, region or None


def _pairs(reader: Reader, path: Path) -> Iterator[tuple[str, str]]:
    """`left = one, two` as (left, one), (left, two)."""
    for number, line in reader.lines(path) if path.exists() else ():
        left, equals, right = (part.strip() for part in line.partition("="))
        if not equals or not left:
            reader.wrong(path, line, f"line {number} must be 'left = right, right'")
            continue
        for name in right.split(","):
            if name.strip():
                yield left, name.strip()


def _by_sound(
    towns: list[Town], names: Mapping[str, tuple[int, ...]], risky: set[str], countries: Mapping[str, str], regions: Mapping[str, object]
) -> dict[tuple[str, int], tuple[list[str], list[str]]]:
    """Names that a misspelt word may mean, by first sound and number of spaces: their sounds beside the names."""
    buckets: dict[tuple[str, int], tuple[list[str], list[str]]] = {}
    meant = [name for name, ids in names.items() if name not in risky and any(_notable(towns[i]) for i in ids)]
    for name in [*countries, *regions, *meant]:
        if sounds.is_arabic(name) or len(name) < 5:
            continue
        key = sounds.key(name)
        heard, written = buckets.setdefault((key[:1], name.count(" ")), ([], []))
        heard.append(key)
        written.append(name)
    return buckets


def _notable(town: Town) -> bool:
    """Whether a town is known enough, or near enough to the route, to be meant by a misspelt word."""
    if town.country in ("BR", "PE", "CL", "VE", "EC", "CU"):
        return town.people >= 900_000
    return town.people >= (150_000 if town.country in _FAR else NOTABLE) or (town.country in ("PA", "GT", "HN") and town.people < 1000)


def _by_bones(towns: list[Town], names: Mapping[str, tuple[int, ...]], countries: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Names that Arabic letters may mean, by their consonants: countries and towns of some size, with at least three consonants."""
    found: dict[str, list[str]] = {}
    meant = [name for name, ids in names.items() if any(_notable(towns[i]) for i in ids)]
    for name in [*countries, *meant]:
        bones = sounds.bones(name)
        if len(bones) >= 3 and not sounds.is_arabic(name):
            found.setdefault(bones, []).append(name)
    return {bones: tuple(same) for bones, same in found.items()}


