"""Places by where they are: sorted by latitude, so that those around a position are found without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import cos, hypot, radians

from faro.library.entries import Place

KM_PER_DEGREE = 111.2


@dataclass(frozen=True)
class Nearest:
    """For each country and service its places with a position, by latitude; and those of each town, with or without a position."""

    _latitudes: Mapping[tuple[str, str], list[float]]
    _placed: Mapping[tuple[str, str], list[tuple[float, Place]]]
    _towns: Mapping[tuple[str, str, str], tuple[Place, ...]]

    def around(self, country: str, service: str, latitude: float, longitude: float, km: float) -> Iterator[tuple[float, Place]]:
        """Places up to so many kilometres away, with how far; in no order."""
        latitudes = self._latitudes.get((country, service), [])
        placed = self._placed.get((country, service), [])
        reach = km / KM_PER_DEGREE
        first, last = bisect_left(latitudes, latitude - reach), bisect_right(latitudes, latitude + reach)
        narrow = cos(radians(latitude))
        for at in range(first, last):
            far = hypot((placed[at][0] - longitude) * narrow, latitudes[at] - latitude) * KM_PER_DEGREE
            if far <= km:
                yield far, placed[at][1]

    def in_town(self, country: str, service: str, town: str) -> tuple[Place, ...]:
        """Places of a town, by its folded name."""
        return self._towns.get((country, service, town), ())


def made_of(
    places: Iterable[Place], position: Callable[[Place], tuple[float, float] | None], fold: Callable[[str], str]
) -> Nearest:
    """The index of these places; `position` gives a place's own, else its town's."""
    found: dict[tuple[str, str], list[tuple[float, float, int, Place]]] = {}
    towns: dict[tuple[str, str, str], list[Place]] = {}
    for number, place in enumerate(places):
        at = position(place)
        if at is not None:
            found.setdefault((place.country, place.service), []).append((*at, number, place))
        towns.setdefault((place.country, place.service, fold(place.town)), []).append(place)
    ordered = {key: sorted(rows, key=lambda row: row[:3]) for key, rows in found.items()}
    return Nearest(
        {key: [row[0] for row in rows] for key, rows in ordered.items()},
        {key: [(row[1], row[3]) for row in rows] for key, rows in ordered.items()},
        {key: tuple(same) for key, same in towns.items()},
    )
