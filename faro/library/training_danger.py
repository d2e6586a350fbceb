"""Learning what danger looks like: disclosures against hard negatives, and against ordinary questions far from danger.

Three linear models read the same features: danger or not, which category or none, how severe. What they say, with the nearest written
lines, becomes one probability on lines kept aside; thresholds follow from how many false alarms staff can bear.
"""

import zlib
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
    from faro.library.training import Lines, Progress, Written

FOLDS = 4

ORDINARY = 14000
"""Ordinary questions learned from, spread over topics and languages; only languages that have disclosures, else the language itself
would look harmless."""

ORDINARY_WEIGHT = 1.0
"""Weight of an ordinary question beside a hard negative: 0.7 notices no more danger (0.4 points) and refers a third more questions."""

REFER = {"hard": 0.05, "far": 0.018}
ASK = {"hard": 0.17, "far": 0.06}
"""Share of hard negatives, and of questions far from danger, that may be referred at once, and noticed at all (referred or asked)."""

PHRASE_WEIGHT = 0.5
"""Weight of a phrase of danger beside a disclosure: it teaches short and plain ones, but nobody writes only phrases."""

KINDS = ("danger", "hard", "ordinary")
PHRASE = "phrase"
"""Kind of the lines that are learned from but never kept aside: they are no messages, and would make figures too good."""


@dataclass(frozen=True)
class _Corpus:
    """Disclosures and hard negatives, ordinary questions, phrases, in this order: what each line is, its category and weight."""

    lines: "Lines"
    rows: Any
    kind: NDArray[Any]
    category: NDArray[Any]
    severity: NDArray[Any]
    weight: Floats

    @property
    def danger(self) -> NDArray[np.bool_]:
        return np.isin(self.kind.astype(str), ("danger", PHRASE))

    @property
    def messages(self) -> NDArray[np.bool_]:
        """All lines but the phrases."""
        return np.asarray(self.kind != PHRASE)

    def both(self, meaning: bool) -> Any:
        """Features, with meaning beside them."""
        from faro.library import training

        return training.beside(self.rows, self.lines.dense if meaning else None)


def learn(
    written: "Written",
    vocabulary: Vocabulary,
    *,
    folder: Path,
    tell: "Progress",
) -> dict[str, Any]:
    """Write the arrays of danger with and without the encoder. Returns what belongs into meta.json."""
    from faro.library import training

    examples = written.examples
    corpus = _corpus(written, vocabulary)
    severity = corpus.severity
    danger = corpus.danger
    found: dict[str, Any] = {
        "categories": sorted(set(corpus.category)), "severities": sorted(set(severity[danger])), "modes": {},
    }  # fmt: skip
    if not danger.any() or danger.all():
        return found
    _save_neighbours(corpus, folder)
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


def _save_neighbours(corpus: _Corpus, folder: Path) -> None:
    from faro.library import training

    kept = corpus.messages
    lines = training.chosen(corpus.lines, np.flatnonzero(kept))
    kinds = np.array(KINDS, dtype=object)
    training.save_neighbours(lines, corpus.rows[kept], corpus.kind[kept], kinds, folder=folder, name="danger_near")


def _corpus(written: "Written", vocabulary: Vocabulary) -> _Corpus:
    from faro.library import training

    examples, asks, phrases = written.examples, written.asks, written.phrases
    danger = examples.labels != training.NONE
    spoken = set(examples.languages[danger])
    places = [
        place
        for place, (label, language) in enumerate(zip(asks.labels, asks.languages, strict=True))
        if language in spoken and (label.startswith(FAR) or label in FAR_ALSO or label == training.NONE)
    ]
    far = np.array(places[:: max(1, len(places) // ORDINARY)], np.int64)
    ordinary = training.chosen(asks, far)
    kinds = ["danger" if d else "hard" for d in danger] + ["ordinary"] * len(far) + [PHRASE] * len(phrases.texts)
    lines = training.joined([examples, replace(ordinary, labels=np.full(len(far), training.NONE, dtype=object)), phrases])
    severity = [*written.severities, *[""] * len(far), *written.phrase_severities]
    kind = np.array(kinds, dtype=object)
    return _Corpus(
        lines, lines.sparse(vocabulary), kind, lines.labels, np.array(severity, dtype=object), _weights(kind, lines.languages)
    )


def _weights(kind: NDArray[Any], languages: NDArray[Any]) -> Floats:
    """Disclosures and the rest weigh the same in every language, so that no language looks dangerous or harmless by itself."""
    weight = np.where(kind == "ordinary", ORDINARY_WEIGHT, np.where(kind == PHRASE, PHRASE_WEIGHT, 1.0))
    for language in set(languages):
        here = languages == language
        harmful = (kind == "danger") | (kind == PHRASE)
        danger, rest = here & harmful, here & ~harmful
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
    told = corpus.messages
    fold = np.where(told, [zlib.crc32(text.encode()) % FOLDS for text in corpus.lines.texts], -1)
    both = corpus.both(meaning)
    parts = [_aside(corpus, both, fold == number, meaning) for number in range(FOLDS)]
    table = np.zeros((len(fold), parts[0].shape[1]), np.float32)
    for number, part in enumerate(parts):
        table[fold == number] = part
    mean, spread = table[told].mean(axis=0), table[told].std(axis=0) + 1e-6
    model = LogisticRegression(C=1.0, max_iter=500).fit((table[told] - mean) / spread, corpus.danger[told])
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
    shown = kept & corpus.messages
    model, kinds = _models(both[kept], corpus, kept)
    close = corpus.lines.close if meaning else None
    near = training.near_classes(
        corpus.rows[shown], None if close is None else close[shown], corpus.kind[shown],
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
