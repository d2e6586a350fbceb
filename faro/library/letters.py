"""Letters of a text for telling languages apart: pieces of 1-4 characters with accents kept, hashed. Numpy only."""

import unicodedata
import zlib
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from faro.library.features import Floats

SIZE = 1 << 16
LONGEST = 300
"""Characters that are read: a language shows long before."""


def words(text: str) -> list[str]:
    """The words of a text in lower case with accents: letters, marks and apostrophes only."""
    lowered = unicodedata.normalize("NFC", text[:LONGEST]).lower().replace("\u2019", "'")
    kept = "".join(char if unicodedata.category(char)[0] in "LM" or char == "'" or char.isdigit() else " " for char in lowered)
    return [word for word in (part.strip("'") for part in kept.split()) if not word.isdigit() and word]


def weighed(text: str) -> tuple[NDArray[np.int32], Floats]:
    """Hashed pieces of a text and their weights; longer texts weigh more, by the root of their number of pieces."""
    counted: Counter[int] = Counter()
    for word in words(text):
        padded = f" {word[:40]} "
        counted[_place("=" + padded)] += 2
        for size in range(1, 5):
            for start in range(len(padded) - size + 1):
                counted[_place(padded[start : start + size])] += 1
    total = sum(counted.values())
    values = np.fromiter(counted.values(), np.float32, len(counted)) / np.sqrt(max(total, 1))
    return np.fromiter(counted.keys(), np.int32, len(counted)), values.astype(np.float32)


def word_place(word: str) -> int:
    """A whole word as a number."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def _place(piece: str) -> int:
    return zlib.crc32(piece.encode("utf-8", "surrogatepass")) & (SIZE - 1)
