"""Features of a folded text: pieces of words (2-5 characters) and words alone and in pairs, as weighted rows of the learned arrays.

A piece is found by a hash, so no list of pieces is kept; the hash is CRC-32, the same on every machine. Only numpy is used here.
"""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

VERSION = 1
"""Raised when the features change, so that arrays learned from older ones are not used."""

BITS = 20
"""Two to this power are the places of the hash table; with some 200,000 pieces in use about one in six shares its place."""

WORD_WEIGHT = 0.7
"""How much words count beside pieces of words (measured with writers held out: 0.5 to 1 are alike, more for dialects below 1)."""

SHORTEST, LONGEST_PIECE = 2, 5

Floats = NDArray[np.float32]
Rows = NDArray[np.int32]
_MASK = (1 << BITS) - 1


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each hashed piece and each hashed word stands in a text."""

    pieces: Counter[int]
    words: Counter[int]


@dataclass(frozen=True, slots=True)
class Vector:
    """A sparse text: rows of the vocabulary and their weights. Pieces and words have length 1 and `WORD_WEIGHT`."""

    rows: Rows
    values: Floats

    @property
    def known(self) -> bool:
        return len(self.rows) > 0


def counts(folded: str) -> Counts:
    """The pieces and words of a folded text."""
    parts = folded.split()
    pairs = (f"{first} {second}" for first, second in pairwise(parts))
    return Counts(Counter(map(_place, pieces(parts))), Counter(map(_place, (*parts, *pairs))))


def pieces(parts: Sequence[str]) -> Iterator[str]:
    """Stretches of 2-5 characters inside each word, its borders as spaces. The tilde keeps them apart from whole words."""
    for part in parts:
        padded = f" {part[:60]} "
        for size in range(SHORTEST, LONGEST_PIECE + 1):
            if len(padded) <= size:
                yield f"~{padded}"
                break
            for start in range(len(padded) - size + 1):
                yield f"~{padded[start : start + size]}"


def _place(piece: str) -> int:
    return zlib.crc32(piece.encode("utf-8", "surrogatepass")) & _MASK


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Which places of the hash table are in use (`table`: place -> row, -1 unused) and how telling each row is (`weights`, IDF)."""

    table: Rows
    weights: Floats

    def vector(self, counted: Counts) -> Vector:
        """The weighted rows of a text; pieces never seen in training are left out."""
        rows, values = [], []
        for found, scale in ((counted.pieces, 1.0), (counted.words, WORD_WEIGHT)):
            places = np.fromiter(found.keys(), np.int64, len(found))
            times = np.fromiter(found.values(), np.float32, len(found))
            row = self.table[places]
            seen = row >= 0
            row = row[seen]
            value = (1 + np.log(times[seen])) * self.weights[row]
            norm = float(np.sqrt(value @ value))
            if norm > 0:
                rows.append(row)
                values.append((value * (scale / norm)).astype(np.float32))
        if not rows:
            return Vector(np.empty(0, np.int32), np.empty(0, np.float32))
        return Vector(np.concatenate(rows).astype(np.int32), np.concatenate(values))

    @property
    def size(self) -> int:
        return len(self.weights)


def vocabulary(texts: Iterable[Counts], *, least: int = 2) -> Vocabulary:
    """The vocabulary of these texts: places seen in at least `least` of them, weighted by rarity."""
    seen: Counter[int] = Counter()
    number = 0
    for counted in texts:
        number += 1
        seen.update(counted.pieces.keys() | counted.words.keys())
    places = np.array(sorted(place for place, times in seen.items() if times >= least), np.int64)
    times = np.array([seen[int(place)] for place in places], np.float32)
    table = np.full(1 << BITS, -1, np.int32)
    table[places] = np.arange(len(places), dtype=np.int32)
    weights = np.log((1 + number) / (1 + times)) + 1
    return Vocabulary(table, weights.astype(np.float32))
