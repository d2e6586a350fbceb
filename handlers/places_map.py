"""The simple map of the directory as numbers for a drawing: land, towns as dots with room for their names. Asked of nobody else."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from faro.library import Library
from faro.library.entries import Place

WIDTH = 520
MARGIN = 1.2
"""Degrees around the outermost towns."""
TALLEST = 640
NAME = 9.0
"""Width of a letter of a town's name, in the units of the drawing."""
LINE = 19


@dataclass(frozen=True, slots=True)
class Dot:
    """A town: where it is drawn, how many places it has, whether its name has room, and on which side."""

    country: str
    town: str
    count: int
    x: int
    y: int
    named: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """`land`: the path of all outlines."""

    width: int
    height: int
    land: str
    dots: tuple[Dot, ...]


def drawn(library: Library, places: Iterable[Place]) -> Drawing | None:
    """The map of these places; None when no place has a position. Several places of a town are one dot."""
    at: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for place in places:
        if place.latitude is not None and place.longitude is not None and not place.confidential:
            at.setdefault((place.country, place.town), []).append((place.longitude, place.latitude))
    if not at:
        return None
    middle = {town: (sum(x for x, _ in all_) / len(all_), sum(y for _, y in all_) / len(all_)) for town, all_ in at.items()}
    frame = _Frame(list(middle.values()))
    dots = [Dot(*town, len(at[town]), *frame.at(*where)) for town, where in middle.items()]
    return Drawing(
        WIDTH, frame.height, _land(library, frame), tuple(_named(sorted(dots, key=lambda dot: (-dot.count, dot.town))))
    )


class _Frame:
    """From degrees to the units of the drawing."""

    def __init__(self, points: list[tuple[float, float]]) -> None:
        west, east = min(x for x, _ in points) - MARGIN, max(x for x, _ in points) + MARGIN
        south, north = min(y for _, y in points) - MARGIN, max(y for _, y in points) + MARGIN
        self._narrow = cos(radians((south + north) / 2))
        self._scale = min(WIDTH / ((east - west) * self._narrow), TALLEST / (north - south))
        spare = WIDTH / self._scale / self._narrow - (east - west)
        self.west, self.east, self.south, self.north = west - spare / 2, east + spare / 2, south, north
        self.height = round((north - south) * self._scale)

    def at(self, longitude: float, latitude: float) -> tuple[int, int]:
        return round((longitude - self.west) * self._narrow * self._scale), round((self.north - latitude) * self._scale)

    def sees(self, box: tuple[float, float, float, float]) -> bool:
        return box[0] < self.east and box[2] > self.west and box[1] < self.north and box[3] > self.south


def _land(library: Library, frame: _Frame) -> str:
    """Only what lies in the frame, without points that fall on the one before."""
    paths = []
    for ring in library.land:
        if frame.sees(ring.box):
            points = list(dict.fromkeys(frame.at(*point) for point in ring.points))
            paths.append("M" + "L".join(f"{x} {y}" for x, y in points) + "Z")
    return "".join(paths)


def _named(dots: list[Dot]) -> Iterable[Dot]:
    """Names where there is room, towns with most places first; the others are read from the list below."""
    taken = [(dot.x - 10, dot.y - 10, dot.x + 10, dot.y + 10) for dot in dots]
    for dot in dots:
        wide = round(len(dot.town) * NAME) + 6
        for before in (False, True):
            left = dot.x - 14 - wide if before else dot.x + 14
            box = (left, dot.y - LINE // 2, left + wide, dot.y + LINE // 2)
            if left >= 0 and box[2] <= WIDTH and not any(_meet(box, other) for other in taken):
                taken.append(box)
                yield Dot(dot.country, dot.town, dot.count, dot.x, dot.y, named=True, before=before)
                break
        else:
            yield dot


def _meet(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
