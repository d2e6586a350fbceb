"""Learned arrays at work, numpy only: a linear model over sparse and dense features, and the written lines nearest to a text.

Arrays are memory-mapped: only the rows that a text touches are read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faro.library.features import Floats, Vector

Halves = NDArray[np.float16]
Ints = NDArray[np.int32]

CLOSE = 128
"""Numbers in which nearness of meaning is measured, of the encoder's 512."""

CANDIDATES = 6
"""How many topics are looked at closely: the right one is among the first six in 97 of 100 messages."""


def reduced(dense: Floats, directions: Floats) -> Floats:
    """Vectors in fewer numbers, of length 1 again."""
    moved = dense @ directions
    return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=-1, keepdims=True), 1e-6), np.float32)


@dataclass(frozen=True, slots=True)
class Linear:
    """One score a class: the sum of the weights of the rows of a text, plus those of its dense vector where there is one."""

    weights: Halves
    bias: Floats
    dense: Floats | None = None

    def scores(self, vector: Vector, dense: Floats | None) -> Floats:
        """The scores of all classes."""
        total = vector.values @ np.asarray(self.weights[vector.rows], np.float32) + self.bias
        if self.dense is not None and dense is not None:
            total = total + dense @ self.dense
        return np.asarray(total, np.float32)

    def reasons(self, vector: Vector, column: int) -> Floats:
        """What each row of a text adds to the score of one class, for `explain`."""
        return vector.values * np.asarray(self.weights[vector.rows, column], np.float32)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The written lines as sparse (and dense) rows, those of one class together: `start[c]` to `start[c + 1]`. `line`: their numbers."""

    start: Ints
    pointer: NDArray[np.int64]
    rows: Ints
    values: Floats
    line: Ints
    dense: Floats | None = None

    def meant(self, dense: Floats, classes: Sequence[int]) -> tuple[Floats, Ints]:
        """For each class: best and mean-of-three cosine by meaning alone; and the number of its best line."""
        found, best = np.zeros((len(classes), 2), np.float32), np.zeros(len(classes), np.int32)
        for place, number in enumerate(classes):
            first, last = int(self.start[number]), int(self.start[number + 1])
            if self.dense is not None and first < last:
                cosines = self.dense[first:last] @ dense
                found[place] = _best_and_three(cosines)
                best[place] = self.line[first + int(np.argmax(cosines))]
        return found, best

    def near(self, vector: Vector, dense: Floats | None, classes: Sequence[int], size: int) -> tuple[Floats, Ints]:
        """For each class: best and mean-of-three cosine by features, then by meaning (0 without dense); and the number of its best line.

        `size` is the number of rows of the vocabulary.
        """
        query = np.zeros(size, np.float32)
        norm = float(np.sqrt(vector.values @ vector.values)) or 1.0
        query[vector.rows] = vector.values / norm
        found, best = np.zeros((len(classes), 4), np.float32), np.zeros(len(classes), np.int32)
        for place, number in enumerate(classes):
            first, last = int(self.start[number]), int(self.start[number + 1])
            if first == last:
                continue
            cosines = self._cosines(query, first, last)
            found[place, :2] = _best_and_three(cosines)
            if self.dense is not None and dense is not None:
                meant = self.dense[first:last] @ dense
                found[place, 2:] = _best_and_three(meant)
                cosines = cosines + meant
            best[place] = self.line[first + int(np.argmax(cosines))]
        return found, best

    def _cosines(self, query: Floats, first: int, last: int) -> Floats:
        begin, end = int(self.pointer[first]), int(self.pointer[last])
        if begin == end:
            return np.zeros(last - first, np.float32)
        products = query[self.rows[begin:end]] * self.values[begin:end]
        starts = np.minimum(self.pointer[first:last] - begin, len(products) - 1)
        sums = np.add.reduceat(products, starts)
        sums[np.diff(self.pointer[first : last + 1]) == 0] = 0
        return np.asarray(sums, np.float32)


def _best_and_three(cosines: Floats) -> tuple[float, float]:
    top = np.sort(cosines[np.argpartition(cosines, -3)[-3:]]) if len(cosines) > 3 else np.sort(cosines)
    return float(top[-1]), float(top.mean())


def candidates(scores: Floats, number: int = CANDIDATES) -> list[int]:
    """The classes with the best scores, best first."""
    return [int(place) for place in np.argsort(-scores, kind="stable")[:number]]


def evidence(scores: Floats, near: Floats, is_none: NDArray[np.bool_], words: int) -> Floats:
    """What speaks for each candidate, one row each: its score, how near its lines are, and how far the next best is behind.

    `scores` are those of the candidates, best first. Training and answering both use this function.
    """
    length = np.log1p(words)
    columns = [scores, scores - _rival(scores)]
    for column in range(near.shape[1]):
        columns.append(near[:, column])
        if column % 2 == 0:
            columns.append(near[:, column] - _rival(near[:, column]))
    first = np.zeros(len(scores), np.float32)
    first[0] = 1
    none = is_none.astype(np.float32)
    columns += [none, np.full(len(scores), length), none * length, first, scores * length]
    return np.stack(columns, axis=1).astype(np.float32)


def danger_evidence(score: float, categories: Floats, none: int, near: Floats) -> Floats:
    """What speaks for danger: the score, the best category against none, and how near disclosures, look-alikes and questions are.

    `near` has a row for each of the three: best and mean-of-three cosine.
    """
    harmless = float(categories[none])
    best = float(np.delete(categories, none).max())
    return np.concatenate([[score, best, harmless, best - harmless], near.ravel()]).astype(np.float32)


def _rival(values: Floats) -> Floats:
    """For each entry the largest of the others."""
    if len(values) < 2:
        return values - 1
    order = np.argsort(-values, kind="stable")
    rival = np.full(len(values), values[order[0]], np.float32)
    rival[order[0]] = values[order[1]]
    return rival


@dataclass(frozen=True, slots=True)
class Logistic:
    """Evidence -> probability, calibrated on writers that the model had not seen."""

    weights: Floats
    bias: float

    def probability(self, rows: Floats) -> Floats:
        return np.asarray(1 / (1 + np.exp(-np.clip(rows @ self.weights + self.bias, -30, 30))), np.float32)
