"""The land of the simple map: outlines in degrees, drawn behind the towns of the directory. No map of anybody else is needed."""

from dataclasses import dataclass
from pathlib import Path

from faro.library.reading import Reader


@dataclass(frozen=True, slots=True)
class Ring:
    """One outline as (longitude, latitude), and the box around it: west, south, east, north."""

    points: tuple[tuple[float, float], ...]
    box: tuple[float, float, float, float]


def read(reader: Reader, path: Path) -> tuple[Ring, ...]:
    """The rings of the file, the largest first; none where there is no such file."""
    return tuple(
        ring for number, line in (reader.lines(path) if path.is_file() else ()) if (ring := _ring(reader, path, number, line))
    )


def _ring(reader: Reader, path: Path, number: int, line: str) -> Ring | None:
    """Hundredths of a degree, each pair after the first a step from the one before."""
    points, x, y = [], 0, 0
    try:
        for pair in line.split():
            east, north = map(int, pair.split(","))
            x, y = x + east, y + north
            points.append((x / 100, y / 100))
    except ValueError:
        reader.wrong(path, "", f"line {number} holds no outline")
        return None
    across, up = [point[0] for point in points], [point[1] for point in points]
    return Ring(tuple(points), (min(across), min(up), max(across), max(up)))
