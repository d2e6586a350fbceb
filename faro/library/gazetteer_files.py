"""The files of the gazetteer (content/gazetteer) become one: towns, names, countries, regions, nicknames, signs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from faro.library import sounds
from faro.library.gazetteer import NOTABLE, Gazetteer, Town
from faro.library.reading import Reader
from faro.library.text import fold

LEAST = {"US": 150_000, "CA": 150_000, "HT": 50_000, "CO": 30_000, "DO": 10_000}
"""People from which a town of this country may be meant by a misspelt word; NOTABLE in the others."""
FAR = frozenset({"BR", "PE", "CL", "VE", "EC", "CU"})
"""Countries that people come from: their towns are found only as they are written."""
RISKY_NOTABLE = 10_000
"""People that a town with a first name or several ordinary words for a name needs."""


@dataclass
class _Towns:
    """Towns as they are read, the numbers of those of each name, and the names that mean one only with a sign."""

    towns: list[Town] = field(default_factory=list)
    names: dict[str, list[int]] = field(default_factory=dict)
    risky: set[str] = field(default_factory=set)

    def add(self, town: Town, others: Iterable[str]) -> None:
        """One more town with its other names (`~`: risky)."""
        number = len(self.towns)
        self.towns.append(town)
        self._named(fold(town.name), number, risky=town.word or town.person)
        for other in others:
            self._named(other.lstrip("~"), number, risky=other.startswith("~"))

    def also(self, country: str, town: str, nickname: str) -> bool:
        """The largest town of this name there is called so too; False where there is none. `country` may name a region: `MX.05`."""
        land, _, region = country.partition(".")
        there = [i for i in self.names.get(_plain(fold(town)), ()) if self.towns[i].country == land]
        there = [i for i in there if region in ("", self.towns[i].region)]
        if there:
            largest = max(there, key=lambda i: self.towns[i].people)
            # Who has a nickname is known on the route.
            self.towns[largest] = replace(self.towns[largest], route=True)
            self._named(fold(nickname), largest, risky=False)
        return bool(there)

    def notable(self, name: str) -> bool:
        """Whether a misspelt word may mean this name: no single ordinary word, and a town that is known."""
        if name in self.risky and " " not in name and any(self.towns[i].word for i in self.names[name]):
            return False
        least = RISKY_NOTABLE if name in self.risky else 0
        return any(
            _notable(town) and (town.route or town.people >= least) for town in map(self.towns.__getitem__, self.names[name])
        )

    def _named(self, name: str, number: int, *, risky: bool) -> None:
        plain = _plain(name)
        numbers = self.names.setdefault(plain, [])
        if plain and number not in numbers:
            numbers.append(number)
        if risky:
            self.risky.add(plain)


def read(reader: Reader, folder: Path, abbreviations: Mapping[str, str]) -> Gazetteer:
    """The gazetteer of a folder; empty where there is none."""
    known = _towns_of(reader, folder)
    countries = {_plain(fold(name)): left for left, name in _pairs(reader, folder / "countries.txt")}
    regions = {_plain(fold(name)): _region(left) for left, name in _pairs(reader, folder / "regions.txt")}
    for left, name in _pairs(reader, folder / "nicknames.txt"):
        country, _, town = left.partition(" ")
        if not known.also(country, town, name):
            reader.wrong(folder / "nicknames.txt", left, "is no town of towns.tsv or more.tsv")
    kinds = [(kind, _plain(fold(words))) for kind, words in _pairs(reader, folder / "signs.txt")]
    return Gazetteer(
        towns=tuple(known.towns),
        names={name: tuple(numbers) for name, numbers in known.names.items()},
        risky=frozenset(known.risky),
        countries=countries,
        regions=regions,
        signs={words: kind for kind, words in reversed(kinds) if kind != "plain"},
        plain=frozenset(words for kind, words in kinds if kind == "plain"),
        abbreviations=abbreviations,
        _sounds=_by_sound(known, [*countries, *regions]),
        _bones=_by_bones(known, countries),
    )


def _towns_of(reader: Reader, folder: Path) -> _Towns:
    found = _Towns()
    for path in (folder / "towns.tsv", folder / "more.tsv"):
        for number, line in reader.lines(path) if path.exists() else ():
            cells = line.split("\t")
            town = _town(cells)
            if town is None:
                reader.wrong(path, "", f"line {number} must have the cells that the head of the file names, parted by tabs")
            else:
                found.add(town, [other for other in cells[8].split("|") if other] if len(cells) == 9 else ())
    return found


def _town(cells: list[str]) -> Town | None:
    if len(cells) not in (8, 9):
        return None
    country, region, latitude, longitude, people, timezone, flags, name = cells[:8]
    try:
        where, size = (float(latitude), float(longitude)), int(people)
    except ValueError:
        return None
    return Town(country, region, *where, size, timezone, name, "w" in flags, "n" in flags, "r" in flags)


def _plain(folded: str) -> str:
    return folded.replace("'", " ")


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


def _notable(town: Town) -> bool:
    """Whether a town is known enough, or near enough to the route, to be meant by a misspelt word."""
    return town.route or (town.country not in FAR and town.people >= LEAST.get(town.country, NOTABLE))


def _by_sound(known: _Towns, lands: list[str]) -> dict[tuple[str, int], tuple[list[str], list[str]]]:
    """Names that a misspelt word may mean, by first sound and number of spaces: their sounds beside the names."""
    buckets: dict[tuple[str, int], tuple[list[str], list[str]]] = {}
    for name in [*lands, *(name for name in known.names if known.notable(name))]:
        if len(name) >= 5 and not sounds.is_arabic(name):
            key = sounds.key(name)
            heard, written = buckets.setdefault((key[:1], name.count(" ")), ([], []))
            heard.append(key)
            written.append(name)
    return buckets


def _by_bones(known: _Towns, countries: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Names that Arabic letters may mean, by their consonants, at least three."""
    found: dict[str, list[str]] = {}
    for name in [*countries, *(name for name in known.names if known.notable(name))]:
        bones = sounds.bones(name)
        if len(bones) >= 3 and not sounds.is_arabic(name):
            found.setdefault(bones, []).append(name)
    return {bones: tuple(same) for bones, same in found.items()}
