"""Learning which of our languages a text is in, from the ways of asking: whole lines and short pieces of them, letters with accents."""

import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from faro.library import letters

if TYPE_CHECKING:
    from faro.library.training import Lines, Progress

PIECES = (1, 2, 3, 5)
"""Words of the short pieces that are learned beside each whole line: people begin with one to four words."""


def learn(asks: "Lines", examples: "Lines", folder: Path, tell: "Progress") -> dict[str, Any]:
    """Write `language*.npy`; returns the languages in the order of the columns."""
    tell("languages", 0, 1)
    texts, labels = [], []
    for lines in (asks, examples):
        for text, language in zip(lines.texts, lines.languages, strict=True):
            for piece in _pieces(text):
                texts.append(piece)
                labels.append(str(language))
    if len(set(labels)) < 2:
        return {"classes": []}
    model = LogisticRegression(C=20.0, max_iter=60).fit(_matrix(texts), labels)
    weights, bias, classes = model.coef_, model.intercept_, list(model.classes_)
    if len(weights) == 1:
        weights, bias = np.concatenate([-weights, weights]), np.concatenate([-bias, bias])
    np.save(folder / "language.npy", np.ascontiguousarray(weights.T).astype(np.float16))
    np.save(folder / "language_bias.npy", bias.astype(np.float32))
    _save_words(asks, examples, folder)
    tell("languages", 1, 1)
    return {"classes": classes}


def _pieces(text: str) -> list[str]:
    """The line and one short stretch of each length, chosen by the line itself so that every build learns the same."""
    words = text.split()
    found = [text]
    start = zlib.crc32(text.encode())
    for size in PIECES:
        if len(words) > size:
            first = start % (len(words) - size + 1)
            found.append(" ".join(words[first : first + size]))
    return found


def _matrix(texts: list[str]) -> Any:
    rows = [letters.weighed(text) for text in texts]
    pointer = np.cumsum([0] + [len(places) for places, _ in rows])
    return sparse.csr_matrix(
        (np.concatenate([values for _, values in rows]), np.concatenate([places for places, _ in rows]), pointer),
        shape=(len(rows), letters.SIZE),
    )


def _save_words(asks: "Lines", examples: "Lines", folder: Path) -> None:
    """Hashes of the words that people of our languages write, for noticing languages that are none of them."""
    seen: dict[int, int] = {}
    for lines in (asks, examples):
        for text in lines.texts:
            for place in {letters.word_place(word) for word in letters.words(text)}:
                seen[place] = seen.get(place, 0) + 1
    np.save(folder / "language_words.npy", np.array(sorted(place for place, times in seen.items() if times >= 2), np.uint32))
