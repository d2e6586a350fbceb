"""Make content/gazetteer/land.txt, the simple map of the directory, from Natural Earth (public domain) as the npm package world-atlas packs it.

npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
python benchmarks/map_build.py package/countries-50m.json
"""

import argparse
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

WINDOW = (-126.0, 6.0, -59.0, 52.0)
"""West, south, east, north of what is drawn: the road and its neighbours."""

TOLERANCE = 0.035
"""Degrees that a simplified line may be off: under a pixel where a country fills a phone."""

SMALLEST = 0.04
"""Square degrees of the smallest island that is drawn."""

OUT = Path(__file__).resolve().parents[1] / "content" / "gazetteer" / "land.txt"

HEAD = """# The land of the simple map: one ring a line, longitude,latitude pairs in hundredths of a degree, each after the first as a step.
# Made by benchmarks/map_build.py from Natural Earth 1:50m (public domain, naturalearthdata.com), packed by world-atlas 2.0.2 (ISC).
"""

Point = tuple[float, float]


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("topology", type=Path)
    data = json.loads(parser.parse_args().topology.read_text("utf-8"))
    arcs = [decoded(arc, data["transform"]) for arc in data["arcs"]]
    rings = [ring for shape in data["objects"]["countries"]["geometries"] for ring in rings_of(shape, arcs)]
    kept = sorted((ring for ring in map(drawn, rings) if ring), key=area, reverse=True)
    OUT.write_text(HEAD + "".join(f"{steps(ring)}\n" for ring in kept), "utf-8")
    print(f"{len(kept)} rings, {sum(map(len, kept))} points, {OUT.stat().st_size} bytes")


def decoded(arc: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    (sx, sy), (tx, ty), x, y, points = transform["scale"], transform["translate"], 0, 0, []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def rings_of(shape: dict[str, Any], arcs: list[list[Point]]) -> list[list[Point]]:
    """The outer rings; lakes are left out."""
    parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]] if shape["type"] == "Polygon" else []
    return [[p for number in part[0] for p in (arcs[number] if number >= 0 else arcs[~number][::-1])] for part in parts]


def drawn(ring: list[Point]) -> list[Point]:
    """Cut to the window and simplified; empty when nothing worth drawing is left."""
    west, south, east, north = WINDOW
    for axis, bound, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        ring = cut(ring, axis, bound, sign)
    return simplified(ring) if len(ring) > 2 and area(ring) >= SMALLEST else []


def cut(ring: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    """The part of a ring on one side of a line (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for before, here in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
        inside, was = sign * (here[axis] - bound) >= 0, sign * (before[axis] - bound) >= 0
        if inside != was:
            share = (bound - before[axis]) / (here[axis] - before[axis])
            kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if inside:
            kept.append(here)
    return kept


def simplified(ring: list[Point]) -> list[Point]:
    """Fewer points, none farther off than TOLERANCE (Douglas and Peucker)."""
    keep, stack = {0, len(ring) - 1}, [(0, len(ring) - 1)]
    while stack:
        first, last = stack.pop()
        far, at = max(((distance(ring[n], ring[first], ring[last]), n) for n in range(first + 1, last)), default=(0.0, 0))
        if far > TOLERANCE:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [ring[n] for n in sorted(keep)]


def distance(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = (dx * dx + dy * dy) ** 0.5
    return abs(dx * (a[1] - p[1]) - dy * (a[0] - p[0])) / length if length else ((p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2) ** 0.5


def area(ring: list[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def steps(ring: list[Point]) -> str:
    whole = [(round(100 * x), round(100 * y)) for x, y in ring]
    pairs = [whole[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole) if a != b)]
    return " ".join(f"{x},{y}" for x, y in pairs)


if __name__ == "__main__":
    main()
