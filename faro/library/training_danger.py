"""Learning what danger looks like: disclosures against hard negatives, never against ordinary questions (measured: they blur it).

Three linear models read the same features: danger or not, which category, how severe. The nearest written examples count too.
Ordinary questions of topics far from danger only help to choose the thresholds.
"""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from faro.library.calibration import FAR, FAR_ALSO
from faro.library.features import Floats, Vocabulary
from faro.library.linear import Logistic, danger_evidence

if TYPE_CHECKING:
    from faro.library.training import Lines, Progress

FOLDS = 4

REFER = {"hard": 0.04, "far": 0.015}
ASK = {"hard": 0.12, "far": 0.04}
"""Share of hard negatives, and of questions far from danger, that may be referred at once, and asked about."""


@dataclass(frozen=True)
class _Judged:
    """What held-out models say: evidence rows of each line, whether it is a danger."""

    rows: Floats
    danger: NDArray[np.bool_]


def learn(
    examples: "Lines", asks: "Lines", given: Sequence[Mapping[str, Any]], vocabulary: Vocabulary, folder: Path, tell: "Progress"
) -> dict[str, Any]:
    """Write the arrays of danger with and without the encoder. Returns what belongs into meta.json."""
    from faro.library import training

    rows = examples.sparse(vocabulary)
    danger = examples.labels != training.NONE
    severity = np.array([row["severity"] or "" for row in given], dtype=object)
    found: dict[str, Any] = {
        "categories": sorted(set(examples.labels[danger])), "severities": sorted(set(severity[danger])), "modes": {},
    }  # fmt: skip
    if not danger.any() or danger.all():
        return found
    _save_neighbours(examples, rows, danger, folder)
    far = _far(asks)
    modes = ["plain"] if examples.dense is None else ["plain", "encoder"]
    for number, mode in enumerate(modes):
        dense = examples.dense if mode == "encoder" else None
        both = training.beside(rows, dense)
        size = vocabulary.size
        training.save_linear(_model(both, danger), folder, f"{mode}_danger", size)
        training.save_linear(training.fit(both[danger], examples.labels[danger], strength=1.0), folder, f"{mode}_category", size)
        graver = training.fit(both[danger], severity[danger], weight="balanced", strength=0.3)
        training.save_linear(graver, folder, f"{mode}_severity", size)
        found["modes"][mode] = _calibrated(examples, asks, rows, dense is not None, danger, far, vocabulary)
        tell(f"danger ({mode})", number + 1, len(modes))
    return found


def _model(rows: Any, danger: NDArray[np.bool_]) -> Any:
    from faro.library import training

    return training.fit(rows, danger, weight="balanced", strength=0.5)


def _far(asks: "Lines") -> NDArray[np.int64]:
    """Lines of ordinary questions far from danger, at most some four thousand of them."""
    places = [
        place
        for place, label in enumerate(asks.labels)
        if label.startswith(FAR) or label in FAR_ALSO or label == "none"
    ]
    step = max(1, len(places) // 4000)
    return np.array(places[::step], np.int64)


def _calibrated(
    examples: "Lines", asks: "Lines", rows: Any, meaning: bool, danger: NDArray[np.bool_], far: NDArray[np.int64],
    vocabulary: Vocabulary,
) -> dict[str, Any]:  # fmt: skip
    """The probability of danger from held-out examples, and thresholds that keep false alarms within bounds."""
    from faro.library import training

    dense = examples.dense if meaning else None
    fold = np.array([zlib.crc32(text.encode()) % FOLDS for text in examples.texts])
    ordinary = asks.sparse(vocabulary)[far]
    far_dense = (asks.dense[far], asks.close[far]) if meaning and asks.dense is not None and asks.close is not None else (None, None)
    judged, questions = [], np.empty((0, 0), np.float32)
    for number in range(FOLDS):
        aside, kept = fold == number, fold != number
        close = examples.close if meaning else None
        model = _model(training.beside(rows[kept], None if dense is None else dense[kept]), danger[kept])
        near = (rows[kept], None if close is None else close[kept], danger[kept])
        aside_dense = (None, None) if dense is None or close is None else (dense[aside], close[aside])
        judged.append(_Judged(_rows(model, near, rows[aside], *aside_dense), danger[aside]))
        if number == 0:
            questions = _rows(model, near, ordinary, *far_dense)
    table = np.concatenate([part.rows for part in judged])
    truth = np.concatenate([part.danger for part in judged])
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-6
    logistic = LogisticRegression(C=1.0, max_iter=500).fit((table - mean) / spread, truth)
    weights = logistic.coef_[0] / spread
    learned = Logistic(weights.astype(np.float32), float(logistic.intercept_[0] - weights @ mean))
    return {"weights": weights.tolist(), "bias": learned.bias, **_thresholds(learned, table, truth, questions)}


def _rows(
    model: Any, near: tuple[Any, Floats | None, NDArray[np.bool_]], rows: Any, dense: Floats | None, close: Floats | None
) -> Floats:
    from faro.library import training

    scores = model.decision_function(training.beside(rows, dense))
    kept, kept_close, danger = near
    classes = np.array(["danger", "not"], dtype=object)
    labels = np.where(danger, "danger", "not").astype(object)
    cosines = training.near_classes(kept, kept_close, labels, rows, close, classes)
    return np.stack([danger_evidence(float(score), table) for score, table in zip(scores, cosines, strict=True)])


def _thresholds(logistic: Logistic, table: Floats, truth: NDArray[np.bool_], questions: Floats) -> dict[str, Any]:
    probability = logistic.probability(table)
    ordinary = logistic.probability(questions) if len(questions) else np.zeros(1, np.float32)
    hard, real = probability[~truth], probability[truth]
    found = {}
    for name, limits in (("refer", REFER), ("ask", ASK)):
        found[name] = float(max(np.quantile(hard, 1 - limits["hard"]), np.quantile(ordinary, 1 - limits["far"])))
    return {
        "thresholds": {name: round(value, 4) for name, value in found.items()},
        "held_out": {
            "lines": int(len(real)),
            "referred": float((real >= found["refer"]).mean()),
            "noticed": float((real >= found["ask"]).mean()),
            "hard_referred": float((hard >= found["refer"]).mean()),
            "hard_asked": float((hard >= found["ask"]).mean()),
            "far_referred": float((ordinary >= found["refer"]).mean()),
            "far_noticed": float((ordinary >= found["ask"]).mean()),
        },
    }


def _save_neighbours(examples: "Lines", rows: Any, danger: NDArray[np.bool_], folder: Path) -> None:
    from faro.library import training

    labels = np.where(danger, "danger", "not").astype(object)
    training.save_neighbours(examples, rows, labels, np.array(["danger", "not"], dtype=object), folder, "danger_near")
