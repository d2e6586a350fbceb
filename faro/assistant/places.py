"""Places named in a text: where the person is, among the countries and towns that are named, with typos, in six languages.

The gazetteer finds names (faro/library/gazetteer.py); here the words around them decide what each means: `here` outweighs `in`, that
outweighs where somebody wants to go, and where somebody comes from is no place to look for help. A town name of several countries stays
undecided unless the text, the neighbourhood or its size says which.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from faro.assistant import directory
from faro.assistant import who as who_asks
from faro.assistant.person import NOWHERE as UNKNOWN_PLACE
from faro.assistant.person import Where
from faro.library import Library
from faro.library.entries import COUNTRIES
from faro.library.gazetteer import Gazetteer, Mention, Town, kilometres
from faro.library.sounds import is_arabic
from faro.library.text import fold


@dataclass(frozen=True, slots=True)
class Named:
    """What a text says of a place. `undecided`: countries that have a town of this name, when nothing says which."""

    country: str | None = None
    town: str | None = None
    undecided: tuple[str, ...] = ()
    elsewhere: bool = False
    """Somebody else is or was there, or it is where somebody wants to go: no news of where the person is."""


NOWHERE = Named()

WEIGHT = {"here": 4.0, "in": 3.0, "bare": 2.0, "goal": 2.0, "other": 1.5, "origin": 0.5, "of": 0.0}
"""How much the words before a name say that help is wanted there; below LEAST it is not a place to look for help in."""
LEAST = 1.0
LONGEST_SIGN = 5
SHORT = 4
"""Words up to which a text is little more than a name."""

VERBS = frozenset({"usa"})
"""Countries' letters that are also a word: in Spanish and Portuguese somebody `usa` a wheelchair."""

CITY = 80_000
"""People from which a name that is also a word is the town when it is all that was written."""

CORE = frozenset(COUNTRIES)
ROUTE = CORE - {"US", "CA"}
ELSEWHERE = 0.15
"""What people of towns outside the eleven countries count, when one of several towns of a name must be meant."""
DOMINANT = 20.0
"""How many times larger than any town of its name elsewhere a town must be to be meant without a sign."""
ON_ROUTE = 10
"""How many times more a crossing or town of the route counts: Agua Caliente is not surely in California."""
VILLAGE = 2000
"""Beside a village of its name half as much is enough: Esquipulas is the town in Guatemala."""
NEIGHBOURHOOD_KM = 250.0
OUTSIDE_KM = 150.0
"""A position farther from every known town of some size is outside of what Faro knows."""


def named(text: str, library: Library, near: Where = UNKNOWN_PLACE) -> Named:
    """The country and town that a text names. `near` is where the person is, which decides between towns of one name."""
    gazetteer = library.gazetteer
    words = gazetteer.words(text)
    heard = [_Heard(mention, *_role(mention, words, gazetteer)) for mention in gazetteer.mentions(words)]
    heard = [one for one in heard if _believed(one, heard, words, text, near) and not _by_ear(one, words, library)]
    useful = [one for one in heard if one.weight >= LEAST]
    if not useful:
        return NOWHERE
    top = max(one.weight for one in useful)
    best = [one for one in useful if one.weight == top]
    chosen = best[-1] if top == WEIGHT["here"] else best[0]
    chosen = _more_exact(chosen, useful)
    is_town = (chosen.mention.towns and chosen.mention.country is None) or _is_town(chosen)
    found = _town(chosen, heard, near) if is_town else Named(chosen.mention.country)
    return replace(found, elsewhere=chosen.role in ("goal", "other"))


def at(latitude: float, longitude: float, library: Library) -> Named:
    """The country and nearest known town of a shared position; nowhere when that is far from all of them."""
    found = library.gazetteer.nearest(latitude, longitude)
    if found is None or found[1] > OUTSIDE_KM:
        return NOWHERE
    town, far = found
    return Named(town.country, town.name if far <= 30 else None)


def position(where: Where, library: Library) -> tuple[float, float] | None:
    """The person's position: the one that was shared, else the middle of the town."""
    if where.latitude is not None and where.longitude is not None:
        return where.latitude, where.longitude
    if where.country is None or where.town is None:
        return None
    town = library.gazetteer.town(where.town, where.country)
    return (town.latitude, town.longitude) if town else None


def who(text: str, library: Library) -> tuple[str, ...]:
    """Who asks, as far as the text says: family, baby, minor_alone, woman, woman_with_children, man, lgbtiq, disability."""
    return who_asks.told(text, library)


def offered(place: Named, asking: tuple[str, ...], library: Library, now: datetime) -> tuple[str, ...]:
    """Ids of up to three places of the directory that would be offered there to who asks."""
    if place.country is None:
        return ()
    where = Where(place.country, place.town)
    return directory.offered(where, position(where, library), asking, library, now)


@dataclass(frozen=True, slots=True)
class _Heard:
    """A name in the text, and what the words before it say of it."""

    mention: Mention
    role: str
    sign: str

    @property
    def weight(self) -> float:
        return WEIGHT[self.role]


def _role(mention: Mention, words: list[str], gazetteer: Gazetteer) -> tuple[str, str]:
    """What the words before a name say, and the word right before it."""
    after = words[mention.end] if mention.end < len(words) else ""
    if mention.country and not mention.towns and gazetteer.signs.get(after) == "after":
        return "of", after
    before = list(words[max(0, mention.start - LONGEST_SIGN) : mention.start])
    if mention.prefix:
        before.append(mention.prefix.replace("ال", "")[-1:] or mention.prefix)
    for skipped in (0, 1):
        for size in range(min(LONGEST_SIGN, len(before)), 0, -1):
            kind = gazetteer.signs.get(" ".join(before[-size:]))
            if kind is not None and kind not in ("article", "after"):
                return kind, before[-1]
        if not skipped and before and gazetteer.signs.get(before[-1]) == "article":
            before.pop()
        else:
            break
    return "bare", words[mention.start - 1] if mention.start else ""


def _believed(one: _Heard, heard: Sequence[_Heard], words: list[str], text: str, near: Where) -> bool:
    """Whether a name is really meant as a place. Names that are also words or first names need more than themselves."""
    mention = one.mention
    short = len(words) <= SHORT
    signed = one.role not in ("bare", "of")
    if (mention.slip and not _slip_believed(one, words, signed=signed)) or (not signed and _is_verb(mention, words, text)):
        return False
    if not mention.towns or (mention.country and not mention.plain):
        return True
    if any(_right_behind(other.mention, mention, words) for other in heard if _names_land(other)):
        return True
    if mention.plain:
        surely = signed and _surely(one, words, text, short=short, near=near)
        return surely or (not signed and _stands_alone(mention, words))
    if _small(mention.towns):
        on_route = any(town.country in ROUTE for town in mention.towns)
        known = any(town.route for town in mention.towns)
        return signed or known or mention.end - mention.start > 1 or len(mention.name) >= 7 or (short and on_route)
    return True


def _is_verb(mention: Mention, words: list[str], text: str) -> bool:
    """Whether a country's letters are the word here: neither in capitals nor at the end."""
    return mention.name in VERBS and mention.end < len(words) and mention.name.upper() not in text


def _stands_alone(mention: Mention, words: list[str]) -> bool:
    """Whether a name of several ordinary words or a first name stands as a town though no sign is beside it: a city, at the edge."""
    edge = mention.start == 0 or mention.end == len(words)
    if edge and len(words) == mention.end - mention.start:
        return len(words) > 1 or any(town.people >= CITY for town in mention.towns)
    if mention.end - mention.start == 1:
        return edge and any(town.route and not town.word for town in mention.towns)
    people = max(town.people for town in mention.towns)
    if words[mention.start] in _ARTICLES:
        after = words[mention.end] if mention.end < len(words) else ""
        return people >= CITY and mention.start == 0 and after not in _GOES_ON
    return people >= CITY or (edge and people >= 20_000)


def _slip_believed(one: _Heard, words: list[str], *, signed: bool) -> bool:
    """Whether a misspelt name is one: with a sign, or long and known on the route. Arabic spellings are guesses and need a sign."""
    name = one.mention.name
    if signed or is_arabic(words[one.mention.start]):
        return signed
    known = one.mention.country is not None or any(
        t.route or (t.country in ROUTE and t.people >= 10_000) for t in one.mention.towns
    )
    edge = one.mention.start == 0 or one.mention.end == len(words)
    return known and (len(words) == 1 or len(name) >= 7 or (edge and len(name) >= 5))


def _by_ear(one: _Heard, words: list[str], library: Library) -> bool:
    """Whether what looks like a misspelt town is an everyday word, written as it sounds: `yeva` is no Llera but `lleva`."""
    mention = one.mention
    if not mention.slip:
        return False
    typed = " ".join(words[mention.start : mention.end])
    return library.spelling.put_right(typed) not in (typed, mention.name)


def _right_behind(land: Mention, town: Mention, words: list[str]) -> bool:
    """Whether a country or region follows a town with nothing but small words between: `agua caliente del lado de honduras`."""
    between = words[town.end : land.start]
    return land.start >= town.end and len(between) <= 3 and all(word in _SMALL_WORDS for word in between)


_SMALL_WORDS = frozenset(
    {"de", "del", "lado", "la", "el", "en", "in", "of", "da", "do", "du", "au", "na", "no", "nan", "على", "في"}
)


def _surely(one: _Heard, words: list[str], text: str, *, short: bool, near: Where) -> bool:
    """Whether a name that is also a word stands as a name: said to be here, written large, alone, or known to be near."""
    mention = one.mention
    after = words[mention.end] if mention.end < len(words) else ""
    if after in _GOES_ON:
        return False
    city = any(town.people >= CITY and (town.route or town.country in ROUTE) for town in mention.towns)
    article = words[mention.start] in _ARTICLES and (one.sign in _FOREIGN_IN or (city and one.role in ("in", "here")))
    large = any(town.name in text for town in mention.towns)
    known = any(town.country == near.country and town.people >= 5000 for town in mention.towns)
    several = mention.end - mention.start > 1 and words[mention.start] not in _ARTICLES
    big = several and any(town.people >= 10_000 for town in mention.towns)
    saint = words[mention.start] in _SAINTS
    name = not any(town.word for town in mention.towns) and any(town.people >= 5000 for town in mention.towns)
    behind_article = mention.start > 0 and words[mention.start - 1] in _ARTICLES
    here = one.role == "here" and not behind_article and any(town.people >= 8000 for town in mention.towns)
    return article or here or large or short or known or big or saint or (name and one.role in ("in", "here"))


_GOES_ON = frozenset({"de", "del", "que", "of", "the", "da", "do", "du", "fronterizo", "mia", "mio"})
_ARTICLES = frozenset({"el", "la", "los", "las"})
_FOREIGN_IN = frozenset({"in", "at", "to", "from", "near", "a", "em", "nan", "around"})
_SAINTS = frozenset({"san", "santa", "santo", "sao", "saint", "ciudad", "puerto", "villa"})


def _small(towns: Sequence[Town]) -> bool:
    return max(town.people for town in towns) < 20_000


def _names_land(one: _Heard) -> bool:
    return one.mention.country is not None


def _is_town(one: _Heard) -> bool:
    """A region that is also a town (`Veracruz`) is the town; a country that is also a town (`Guatemala`) is the country."""
    return bool(one.mention.towns) and one.mention.region is not None


def _more_exact(chosen: _Heard, useful: Sequence[_Heard]) -> _Heard:
    """The town inside the country that was chosen, where one is named that help is wanted in."""
    country = chosen.mention.country
    if chosen.mention.towns and (country is None or _is_town(chosen)):
        return chosen
    inside = [
        one for one in useful if any(town.country == country for town in one.mention.towns) and one.mention.country != country
    ]
    inside = [one for one in inside if one.role in ("here", "in", "bare")]
    return inside[0] if inside else chosen


def _town(chosen: _Heard, heard: Sequence[_Heard], near: Where) -> Named:
    """The town with its country, as far as something says which."""
    towns = list(chosen.mention.towns)
    said = _said_lands(chosen, heard)
    for country, region in said:
        there = [town for town in towns if town.country == country and (region is None or town.region == region)]
        there = there or [town for town in towns if town.country == country]
        if there:
            return _largest(there)
    if len({town.country for town in towns}) == 1:
        return _largest(towns)
    return _by_neighbourhood(towns, chosen, heard, near) or _by_size(towns, chosen.mention.name)


def _said_lands(chosen: _Heard, heard: Sequence[_Heard]) -> list[tuple[str, str | None]]:
    """Countries and regions named in the same text, the one right behind the town first; not those somebody comes from or goes to."""
    own = [(chosen.mention.country, chosen.mention.region)] if chosen.mention.country else []
    beside = [
        one.mention
        for one in heard
        if _names_land(one) and 0 <= one.mention.start - chosen.mention.end <= 3 and one.role != "origin"
    ]
    rest = [
        one.mention
        for one in heard
        if _names_land(one) and one.role not in ("origin", "of", "goal", "other") and one is not chosen
    ]
    found = [(m.country, m.region) for m in [*beside, *rest]] + own
    return [(country, region) for country, region in found if country is not None]


def _by_neighbourhood(towns: list[Town], chosen: _Heard, heard: Sequence[_Heard], near: Where) -> Named | None:
    """By where the person is, or by another town in the text that is near only one of them."""
    here = [town for town in towns if town.country == near.country]
    largest = max(town.people for town in towns)
    if here and max(town.people for town in here) * 100 >= largest:
        return _largest(here)
    for one in heard:
        if one is not chosen and len({town.country for town in one.mention.towns}) == 1:
            known = one.mention.towns[0]
            close = [t for t in towns if kilometres(t.latitude, t.longitude, known.latitude, known.longitude) <= NEIGHBOURHOOD_KM]
            if len({town.country for town in close}) == 1:
                return _largest(close)
    return None


def _by_size(towns: list[Town], name: str) -> Named:
    """The town that dwarfs all others of its name; else the name with the countries that have one."""
    by_country: dict[str, float] = {}
    for town in towns:
        weight = max(town.people, 300) * (1.0 if town.country in CORE else ELSEWHERE) * (ON_ROUTE if town.route else 1)
        by_country[town.country] = max(by_country.get(town.country, 0.0), weight)
    ranked = sorted(by_country, key=lambda country: by_country[country], reverse=True)
    enough = DOMINANT if by_country[ranked[1]] >= VILLAGE else DOMINANT / 2
    if by_country[ranked[0]] >= enough * by_country[ranked[1]]:
        return _largest([town for town in towns if town.country == ranked[0]])
    # Of `San Jose` and `San José` the one with accents is shown: it is right in Spanish and understood in English.
    shown = max(towns, key=lambda town: (fold(town.name) == name, not town.name.isascii(), town.people))
    return Named(None, shown.name, tuple(ranked))


def _largest(towns: Sequence[Town]) -> Named:
    town = max(towns, key=lambda town: (town.route, town.people))
    return Named(town.country, town.name)
