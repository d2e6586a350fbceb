"""Ways of asking held against each other: which say the same, which lie nearest to another topic, which nobody would miss.

    content/asks -> Table (the model's features, and the encoder's reduced vectors where they are learned) -> Found | Effect

A line is never compared with itself. Nothing is learned here and nothing is written; `commands/asks` shows what is found.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faro.library import features
from faro.library.features import Counts, Floats, Vocabulary
from faro.library.library import Library
from faro.library.lines import Ask, placed_asks
from faro.library.reading import Reader
from faro.library.text import LONGEST, expanded, fold

SAME = 0.8
"""Nearness from which two lines of a topic say the same in nearly the same letters."""

ADDS_NOTHING = 0.85
"""Nearness from which a line teaches nothing beside the other."""

NEAR = 0.5
"""Nearness from which a line has a neighbour: without any it stands alone, and what it says hangs on it."""

CHUNK = 256
"""Lines compared with all others at once; a table of this many rows is held in memory."""


class Kind(StrEnum):
    """What may be wrong with a line."""

    SAME = "same"
    STRAY = "stray"
    SPARE = "spare"


@dataclass(frozen=True, slots=True)
class Placed:
    """A way of asking, where it stands, and its number in `library.asks`."""

    ask: Ask
    file: str
    line: int
    number: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was noticed of a line beside another. `own`: how near the nearest line of its own topic is."""

    kind: Kind
    line: Placed
    other: Placed
    figure: float
    own: float

    @property
    def weight(self) -> float:
        """How bad it is: the nearness; for a stray how much nearer the other topic is than its own."""
        return self.figure - self.own if self.kind is Kind.STRAY else self.figure


@dataclass(frozen=True, slots=True)
class Near:
    """A line and how near it is; `before`: how near the nearest was until now."""

    line: Placed
    figure: float
    before: float = 0.0


@dataclass(frozen=True, slots=True)
class Effect:
    """What a new line would do. `own`: the nearest lines of its topic; `conflicts`: lines of other topics that are nearer than those;
    `pulled`: lines of other topics that would lie nearer to it than to all of their own; `questions`: numbers of the questions
    to which it would be nearer than any written line, with the nearness then and until now."""

    own: tuple[Near, ...]
    conflicts: tuple[Near, ...]
    pulled: tuple[Near, ...]
    questions: tuple[tuple[int, float, float], ...]

    @property
    def adds(self) -> bool:
        """Whether it says anything that no line of its topic says already."""
        return not self.own or self.own[0].figure < ADDS_NOTHING


@dataclass(frozen=True)
class Table:
    """The lines of one language and some texts more, as rows of length 1. `meaning` is None without the encoder."""

    lines: tuple[Placed, ...]
    topics: NDArray[Any]
    rows: Any
    columns: Any
    meaning: Floats | None

    def near(self, part: slice) -> Floats:
        """How near these rows are to every line: cosine of the features, or the mean of that and the cosine of the meanings."""
        table = np.asarray((self.rows[part] @ self.columns).toarray(), np.float32)
        if self.meaning is None:
            return table
        return np.asarray((table + self.meaning[part] @ self.meaning[: len(self.lines)].T) / 2, np.float32)

    def between(self, one: int, others: slice) -> Floats:
        """How near one row is to some others, which need not be lines."""
        table = np.asarray((self.rows[others] @ self.rows[one].T).toarray(), np.float32)[:, 0]
        if self.meaning is None:
            return table
        return np.asarray((table + self.meaning[others] @ self.meaning[one]) / 2, np.float32)


def placed(library: Library) -> list[Placed]:
    """Every way of asking with its file and line."""
    reader = Reader(library.root)
    found = placed_asks(reader, library.root / "content" / "asks", frozenset(library.topics))
    return [Placed(ask, reader.name(path), line, number) for number, (path, line, ask) in enumerate(found)]


def table(
    library: Library,
    lines: Sequence[Placed],
    meaning: Floats | None = None,
    more: Sequence[str] = (),
    meant: Floats | None = None,
) -> Table:
    """These lines, and more texts behind them. `meaning` is of all ways of asking, `meant` of the further texts."""
    texts = [*(placed.ask.text for placed in lines), *more]
    counted = [features.counts(expanded(fold(text[:LONGEST]), library.abbreviations)) for text in texts]
    rows = _rows(counted)
    close = None
    if meaning is not None and (meant is not None or not more):
        close = meaning[[placed.number for placed in lines]]
        close = close if meant is None else np.concatenate([close, meant])
    topics = np.array([placed.ask.topic for placed in lines], dtype=object)
    return Table(tuple(lines), np.unique(topics, return_inverse=True)[1], rows, rows[: len(lines)].T.tocsr(), close)


def _rows(counted: Sequence[Counts]) -> Any:
    """One sparse row of length 1 a text. A piece that stands once only counts too: it tells a line from all others."""
    from scipy import sparse  # only editors' commands need it, and the service starts without

    words: Vocabulary = features.vocabulary(counted, least=1)
    vectors = [words.vector(one) for one in counted]
    values = [vector.values / max(float(np.linalg.norm(vector.values)), 1e-6) for vector in vectors]
    pointer = np.cumsum([0, *map(len, values)])
    places = np.concatenate([vector.rows for vector in vectors]) if vectors else np.empty(0, np.int32)
    weights = np.concatenate(values) if values else np.empty(0, np.float32)
    return sparse.csr_matrix((weights.astype(np.float32), places, pointer), shape=(len(vectors), words.size))


def compared(table: Table) -> list[Found]:
    """All that was noticed, worst first."""
    beside: dict[int, dict[int, float]] = defaultdict(dict)
    own, strays = np.full(len(table.lines), -1.0, np.float32), []
    for first in range(0, len(table.lines), CHUNK):
        part = slice(first, min(first + CHUNK, len(table.lines)))
        near = table.near(part)
        places = np.arange(part.start, part.stop)
        near[places - first, places] = -1
        ours = table.topics[part][:, None] == table.topics[None, :]
        inside = np.where(ours, near, -1)
        own[part] = inside.max(axis=1)
        for row, other in zip(*np.nonzero(inside >= NEAR), strict=True):
            beside[first + int(row)][int(other)] = float(inside[row, other])
        near[ours] = -1
        best = near.argmax(axis=1)
        figures = near[places - first, best]
        strays += [(int(places[row]), int(best[row]), float(figures[row])) for row in np.nonzero(figures > own[part])[0]]
    found = [Found(Kind.STRAY, table.lines[at], table.lines[to], figure, max(float(own[at]), 0.0)) for at, to, figure in strays]
    for kind, pairs in ((Kind.SAME, _same(beside)), (Kind.SPARE, _spare(beside))):
        found += [Found(kind, table.lines[at], table.lines[to], figure, figure) for at, to, figure in pairs]
    return sorted(found, key=lambda one: (-one.weight, one.line.number))


def _same(beside: dict[int, dict[int, float]]) -> Iterator[tuple[int, int, float]]:
    """Each line with the nearest of those before it that say the same."""
    for at, others in beside.items():
        before = {other: figure for other, figure in others.items() if other < at and figure >= SAME}
        if before:
            to = max(before, key=lambda other: before[other])
            yield at, to, before[to]


def _spare(beside: dict[int, dict[int, float]]) -> Iterator[tuple[int, int, float]]:
    """Lines that may all be removed together: each has a twin that stays, and leaves no third line without a neighbour."""
    pairs = [(figure, at, to) for at, others in beside.items() for to, figure in others.items() if figure >= ADDS_NOTHING]
    gone: set[int] = set()
    for figure, at, to in sorted(pairs, key=lambda pair: (-pair[0], -pair[1], pair[2])):
        if at in gone or to in gone or _is_needed(at, to, beside, gone):
            continue
        gone.add(at)
        yield at, to, figure


def _is_needed(at: int, twin: int, beside: dict[int, dict[int, float]], gone: set[int]) -> bool:
    """Whether a line other than its twin has it as its only neighbour."""
    leaning = (other for other in beside[at] if other != twin and other not in gone)
    return any(all(near == at or near in gone for near in beside[other]) for other in leaning)


def effect(table: Table, topic: str, most: int) -> Effect:
    """What the first text behind the lines would do as a line of this topic; the texts behind it are the unanswered questions."""
    new, count = len(table.lines), len(table.lines)
    near = table.near(slice(new, new + 1))[0]
    ours = np.array([placed.ask.topic == topic for placed in table.lines], bool)
    order = [int(place) for place in np.argsort(-near, kind="stable")]
    own = [place for place in order if ours[place]]
    best = float(near[own[0]]) if own else 0.0
    conflicts = [place for place in order if not ours[place] and near[place] > best]
    return Effect(
        tuple(Near(table.lines[place], float(near[place])) for place in own[:most]),
        tuple(Near(table.lines[place], float(near[place])) for place in conflicts),
        tuple(_pulled(table, near, ours)),
        tuple(_closer(table, new, count + 1)),
    )


def _pulled(table: Table, near: Floats, ours: NDArray[np.bool_]) -> Iterator[Near]:
    """Lines of other topics that the new line lies nearer to than any line of their own topic, the nearest first."""
    likely = [int(place) for place in np.argsort(-near, kind="stable")[:CHUNK] if not ours[place] and near[place] >= NEAR / 2]
    for place in likely:
        row = table.near(slice(place, place + 1))[0]
        row[place] = -1
        before = float(row[table.topics == table.topics[place]].max())
        if near[place] > before:
            yield Near(table.lines[place], float(near[place]), max(before, 0.0))


def _closer(table: Table, new: int, first: int) -> Iterator[tuple[int, float, float]]:
    """The questions to which the new line would be the nearest."""
    number = table.rows.shape[0] - first
    if number <= 0:
        return
    questions = slice(first, first + number)
    before, then = table.near(questions).max(axis=1, initial=0.0), table.between(new, questions)
    for place in np.argsort(-then, kind="stable"):
        if then[place] > before[place]:
            yield int(place), float(then[place]), float(before[place])


def stands_already(lines: Sequence[Placed], text: str, abbreviations: Any) -> list[Placed]:
    """The lines that are this text, folded."""
    said = expanded(fold(text), abbreviations)
    return [placed for placed in lines if expanded(fold(placed.ask.text), abbreviations) == said]


def home(root: Path, language: str, topic: str, writer: str) -> Path:
    """The file of a writer's ways of asking of a topic."""
    return root / "content" / "asks" / language / f"{topic}.{writer}.txt"
