"""Learning what danger looks like: disclosures against hard negatives, and against ordinary questions far from danger.

Three linear models read the same features: danger or not, which category or none, how severe. What they say, with the nearest written
lines, becomes one probability on lines kept aside; thresholds follow from how many false alarms staff can bear.
"""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from faro.library.calibration import FAR, FAR_ALSO, GROUPS
from faro.library.features import Floats, Vocabulary
from faro.library.linear import Logistic, danger_evidence

if TYPE_CHECKING:
    from faro.library.training import Lines, Progress

FOLDS = 4

ORDINARY = 8000
"""Ordinary questions learned from, spread over topics and languages; only languages that have disclosures, else the language itself
would look harmless."""

ORDINARY_WEIGHT = 0.7
"""Weight of an ordinary question beside a hard negative (0.5 finds 2 points more danger and refers twice as many questions, 1.0 the reverse)."""

REFER = {"hard": 0.05, "far": 0.018}
ASK = {"hard": 0.17, "far": 0.06}
"""Share of hard negatives, and of questions far from danger, that may be referred at once, and noticed at all (referred or asked)."""

KINDS = ("danger", "hard", "ordinary")


@dataclass(frozen=True)
class _Corpus:
    """Disclosures, hard negatives and ordinary questions, in this order: what each line is, its category and weight."""

    lines: "Lines"
    rows: Any
    kind: NDArray[Any]
    category: NDArray[Any]
    weight: Floats

    @property
    def danger(self) -> NDArray[np.bool_]:
        return np.asarray(self.kind == "danger")

    def both(self, meaning: bool) -> Any:
        """Features, with meaning beside them."""
        from faro.library import training

        return training.beside(self.rows, self.lines.dense if meaning else None)


def learn(
    examples: "Lines",
    asks: "Lines",
    given: Sequence[Mapping[str, Any]],
    vocabulary: Vocabulary,
    *,
    folder: Path,
    tell: "Progress",
) -> dict[str, Any]:
    """Write the arrays of danger with and without the encoder. Returns what belongs into meta.json."""
    from faro.library import training

    corpus = _corpus(examples, asks, vocabulary)
    severity = np.array([row["severity"] or "" for row in given] + [""] * (len(corpus.kind) - len(given)), dtype=object)
    danger = corpus.danger
    found: dict[str, Any] = {
        "categories": sorted(set(corpus.category)), "severities": sorted(set(severity[danger])), "modes": {},
    }  # fmt: skip
    if not danger.any() or danger.all():
        return found
    training.save_neighbours(
        corpus.lines, corpus.rows, corpus.kind, np.array(KINDS, dtype=object), folder=folder, name="danger_near"
    )
    modes = ["plain"] if examples.dense is None else ["plain", "encoder"]
    for number, mode in enumerate(modes):
        both = corpus.both(mode == "encoder")
        model, kinds = _models(both, corpus)
        training.save_linear(model, folder, f"{mode}_danger", vocabulary.size)
        training.save_linear(kinds, folder, f"{mode}_category", vocabulary.size)
        graver = training.fit(both[danger], severity[danger], weight="balanced", strength=0.3)
        training.save_linear(graver, folder, f"{mode}_severity", vocabulary.size)
        tell(f"danger ({mode})", 2 * number + 1, 2 * len(modes))
        found["modes"][mode] = _calibrated(corpus, mode == "encoder")
        tell(f"danger ({mode})", 2 * number + 2, 2 * len(modes))
    return found


def _corpus(examples: "Lines", asks: "Lines", vocabulary: Vocabulary) -> _Corpus:
    from faro.library import training

    danger = examples.labels != training.NONE
    spoken = set(examples.languages[danger])
    places = [
        place
        for place, (label, language) in enumerate(zip(asks.labels, asks.languages, strict=True))
        if language in spoken and (label.startswith(FAR) or label in FAR_ALSO or label == training.NONE)
    ]
    far = np.array(places[:: max(1, len(places) // ORDINARY)], np.int64)
    kind = np.array(["danger" if d else "hard" for d in danger] + ["ordinary"] * len(far), dtype=object)
    lines = _joined(examples, asks, far)
    weight = _weights(kind, lines.languages)
    category = np.array([*examples.labels, *[training.NONE] * len(far)], dtype=object)
    return _Corpus(lines, lines.sparse(vocabulary), kind, category, weight)


def _joined(examples: "Lines", asks: "Lines", chosen: NDArray[np.int64]) -> "Lines":
    def both(one: Floats | None, other: Floats | None) -> Floats | None:
        return None if one is None or other is None else np.concatenate([one, other[chosen]])

    return replace(
        examples,
        texts=[*examples.texts, *(asks.texts[place] for place in chosen)],
        labels=np.concatenate([examples.labels, asks.labels[chosen]]),
        languages=np.concatenate([examples.languages, asks.languages[chosen]]),
        writers=np.concatenate([examples.writers, asks.writers[chosen]]),
        counted=[*examples.counted, *(asks.counted[place] for place in chosen)],
        dense=both(examples.dense, asks.dense),
        close=both(examples.close, asks.close),
    )


def _weights(kind: NDArray[Any], languages: NDArray[Any]) -> Floats:
    """Disclosures and the rest weigh the same in every language, so that no language looks dangerous or harmless by itself."""
    weight = np.where(kind == "ordinary", ORDINARY_WEIGHT, 1.0)
    for language in set(languages):
        here = languages == language
        danger, rest = here & (kind == "danger"), here & (kind != "danger")
        if danger.any() and rest.any():
            weight[rest] *= np.clip(weight[danger].sum() / weight[rest].sum(), 0.3, 3.0)
    return np.asarray(weight / weight.mean(), np.float32)


def _models(rows: Any, corpus: _Corpus, chosen: NDArray[np.bool_] | slice = slice(None)) -> tuple[Any, Any]:
    """Danger or not; and which category, or none."""
    from faro.library import training

    weight = corpus.weight[chosen]
    danger = training.fit(rows, corpus.danger[chosen], strength=0.5, weights=weight)
    return danger, training.fit(rows, corpus.category[chosen], strength=0.5, weights=weight)


def _calibrated(corpus: _Corpus, meaning: bool) -> dict[str, Any]:
    """The probability of danger from lines kept aside, and thresholds that keep false alarms within bounds."""
    fold = np.array([zlib.crc32(text.encode()) % FOLDS for text in corpus.lines.texts])
    both = corpus.both(meaning)
    parts = [_aside(corpus, both, fold == number, meaning) for number in range(FOLDS)]
    table = np.zeros((len(fold), parts[0].shape[1]), np.float32)
    for number, part in enumerate(parts):
        table[fold == number] = part
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-6
    model = LogisticRegression(C=1.0, max_iter=500).fit((table - mean) / spread, corpus.danger)
    weights = model.coef_[0] / spread
    logistic = Logistic(weights.astype(np.float32), float(model.intercept_[0] - weights @ mean))
    probability = logistic.probability(table)
    found: dict[str, Any] = {"weights": weights.tolist(), "bias": logistic.bias, "thresholds": {}, "held_out": {}}
    for group, languages in {**GROUPS, "all": tuple(set(corpus.lines.languages))}.items():
        here = np.isin(corpus.lines.languages.astype(str), languages)
        if all((here & (corpus.kind == kind)).sum() >= 200 for kind in KINDS):
            limits, figures = _thresholds(probability[here], corpus.kind[here])
            found["thresholds"][group], found["held_out"][group] = limits, figures
    return found


def _aside(corpus: _Corpus, both: Any, aside: NDArray[np.bool_], meaning: bool) -> Floats:
    """The evidence of the lines kept aside, by models that have not seen them."""
    from faro.library import training

    kept = ~aside
    model, kinds = _models(both[kept], corpus, kept)
    close = corpus.lines.close if meaning else None
    near = training.near_classes(
        corpus.rows[kept], None if close is None else close[kept], corpus.kind[kept],
        aside=corpus.rows[aside], aside_dense=None if close is None else close[aside], classes=np.array(KINDS, dtype=object),
    )  # fmt: skip
    near = near[:, :, 2:] if meaning else near
    none = list(kinds.classes_).index("none")
    scores, categories = model.decision_function(both[aside]), kinds.decision_function(both[aside])
    return np.stack([danger_evidence(float(s), c, none, n) for s, c, n in zip(scores, categories, near, strict=True)])


def _thresholds(probability: Floats, kind: NDArray[Any]) -> tuple[dict[str, float], dict[str, float]]:
    real, hard, ordinary = (probability[kind == name] for name in KINDS)
    limits = {}
    for name, bounds in (("refer", REFER), ("ask", ASK)):
        limit = max(np.quantile(hard, 1 - bounds["hard"]), np.quantile(ordinary, 1 - bounds["far"]))
        limits[name] = round(float(limit), 4)
    figures = {"lines": float(len(real))}
    for name, lines in (("danger", real), ("hard", hard), ("far", ordinary)):
        figures[f"{name}_referred"] = float((lines >= limits["refer"]).mean())
        figures[f"{name}_noticed"] = float((lines >= limits["ask"]).mean())
    return limits, figures
