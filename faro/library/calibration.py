"""From held-out writers to honest confidence: what the model says of lines it has not seen, and the thresholds that follow.

Targets stand here with their reasons; docs/understanding.md shows the reliability curve they lead to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faro.library.features import Floats
from faro.library.linear import CANDIDATES, Logistic, evidence

GROUPS = {"es": ("es",), "en pt fr": ("en", "pt", "fr"), "ht ar": ("ht", "ar")}
"""Languages that share thresholds: what is written in them, and how well the encoder knows them, is alike."""

WRONG = {"es": 0.105, "en pt fr": 0.092, "ht ar": 0.11}
"""Share of held-out questions that may be answered with the wrong topic. A held-out model knows three quarters of the lines and nothing of the
hand kept aside; of messages that nobody here wrote the whole model answers a fifth to a third of that wrongly (2 to 3 of 100, measured
on 30 November 2026). One honest "I don't know" harms less than one wrong law: the limit there is 5 of 100."""

FALSE = {"es": 0.115, "en pt fr": 0.064, "ht ar": 0.115}
"""Share of held-out messages outside the subject that may be answered all the same; of those that nobody here wrote it is 0 to 5 of 100."""

WITHOUT_MEANING = 0.5
"""What is left of that limit without the encoder: letters alone took 10 of 100 messages outside the subject for a question, not 2."""

OFFERED_NONE = {"es": 0.17, "en pt fr": 0.15, "ht ar": 0.25}
"""Share of held-out messages outside the subject that may be answered with buttons; of others it is up to half as much again."""


FAR = ("needs.", "health.care", "education.", "community.", "bot.", "asylum.", "status.", "consulate.")
FAR_ALSO = ("rights.documents", "rights.lawyer", "rights.interpreter")
"""Topics whose questions are hardly ever a danger: a flag on one of them is a false alarm."""


@dataclass(frozen=True)
class Held:
    """Held-out lines: the evidence for their candidates (lines x candidates x columns), which candidate is right, which is `none`."""

    rows: Floats
    right: NDArray[np.bool_]
    none: NDArray[np.bool_]
    outside: NDArray[np.bool_]
    languages: NDArray[Any]


def held(
    scores: Floats,
    near: Floats,
    words: NDArray[np.int64],
    *,
    classes: NDArray[Any],
    labels: NDArray[Any],
    languages: NDArray[Any],
) -> Held:
    """The evidence of lines of known class, as the service would see it."""
    order = np.argsort(-scores, axis=1, kind="stable")[:, :CANDIDATES]
    is_none = classes == "none"
    rows = [
        evidence(scores[line, chosen], near[line, chosen], is_none[chosen], int(words[line])) for line, chosen in enumerate(order)
    ]
    right = classes[order] == labels[:, None]
    return Held(np.stack(rows), right, is_none[order], labels == "none", languages)


def thresholds(parts: Sequence[Held], logistic: Logistic, *, meaning: bool) -> dict[str, Any]:
    """`answer` and `choose` of each group: the lowest ones that keep the targets on held-out lines; the figures and curves there.

    `meaning`: whether the encoder spoke with.
    """
    found: dict[str, Any] = {"thresholds": {}, "held_out": {}, "curves": {}}
    for group, languages in GROUPS.items():
        views = [_view(part, logistic, languages) for part in parts]
        best, right, none, outside, shown = (np.concatenate([view[i] for view in views]) for i in range(5))
        if (~outside).sum() < 50:
            continue
        false = FALSE[group] * (1 if meaning else WITHOUT_MEANING)
        answer = _answer(best, right, none, outside, wrong=WRONG[group], false=false)
        asked = ~outside
        answered = (best >= answer) & (best > none)
        choose = _choose(best, none, outside, answered, OFFERED_NONE[group])
        shows = offered(best, none) >= choose
        found["thresholds"][group] = {"answer": answer, "choose": choose}
        found["held_out"][group] = {
            "lines": int(asked.sum()),
            "first": float(right[asked].mean()),
            "third": float(shown[asked].mean()),
            "answered_right": float((answered & right)[asked].mean()),
            "wrong_answer": float((answered & ~right)[asked].mean()),
            "right_shown": float(((answered & right) | (~answered & shows & shown))[asked].mean()),
            "false_answer": float(answered[outside].mean()) if outside.any() else None,
        }
        found["curves"][group] = {
            "answer": _answer_curve(best, right, none, outside),
            "choose": _choose_curve(best, none, outside, answered),
        }
    return found


def _answer_curve(best: Floats, right: NDArray[np.bool_], none: Floats, outside: NDArray[np.bool_]) -> list[tuple[float, ...]]:
    """What other thresholds would do on held-out lines: (threshold, answered right, answered wrongly, outside and answered)."""
    found: list[tuple[float, ...]] = []
    for threshold in np.arange(0.30, 0.96, 0.05):
        answered = (best >= threshold) & (best > none)
        asked, misled = answered[~outside], answered[outside].mean() if outside.any() else 0.0
        true = (asked & right[~outside]).mean()
        found.append((round(float(threshold), 2), *(round(float(v), 4) for v in (true, asked.mean() - true, misled))))
    return found


def _choose_curve(best: Floats, none: Floats, outside: NDArray[np.bool_], answered: NDArray[np.bool_]) -> list[tuple[float, ...]]:
    """The same for buttons: (threshold, questions offered buttons, messages outside the subject offered buttons)."""
    share = offered(best, none)
    found: list[tuple[float, ...]] = []
    for threshold in (0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6):
        chosen = (share >= threshold) & ~answered
        shares = chosen[~outside].mean(), chosen[outside].mean() if outside.any() else 0.0
        found.append((threshold, *(round(float(value), 4) for value in shares)))
    return found


def _view(part: Held, logistic: Logistic, languages: tuple[str, ...]) -> tuple[Any, ...]:
    """Of the lines of these languages: probability of the best topic, whether it is right, that of `none`, outside, right in three."""
    chosen = np.isin(part.languages.astype(str), languages)
    rows = part.rows[chosen]
    if not len(rows):
        empty = np.empty(0)
        return empty, empty.astype(bool), empty, empty.astype(bool), empty.astype(bool)
    probability = logistic.probability(rows.reshape(-1, rows.shape[-1])).reshape(rows.shape[:2])
    none, right = part.none[chosen], part.right[chosen] & ~part.none[chosen]
    topics = np.where(none, -1.0, probability)
    order = np.argsort(-topics, axis=1)
    first = order[:, 0]
    line = np.arange(len(rows))
    nothing = np.where(none, probability, 0.0).max(axis=1)
    in_three = np.asarray(np.take_along_axis(right, order[:, :3], axis=1).any(axis=1))
    return topics[line, first], right[line, first], nothing, part.outside[chosen], in_three


def _answer(
    best: Floats, right: NDArray[np.bool_], none: Floats, outside: NDArray[np.bool_], *, wrong: float, false: float
) -> float:
    for threshold in np.arange(0.30, 0.96, 0.01):
        answered = (best >= threshold) & (best > none)
        mistaken = (answered & ~right)[~outside].mean()
        misled = answered[outside].mean() if outside.any() else 0.0
        if mistaken <= wrong and misled <= false:
            return round(float(threshold), 2)
    return 0.95


def _choose(best: Floats, none: Floats, outside: NDArray[np.bool_], answered: NDArray[np.bool_], limit: float) -> float:
    """The lowest share of the best topic against `none` from which buttons are offered."""
    share = offered(best, none)
    for threshold in np.arange(0.02, 0.96, 0.01):
        if not outside.any() or ((share >= threshold) & ~answered)[outside].mean() <= limit:
            return round(float(threshold), 2)
    return 0.95


def offered(best: Any, none: Any) -> Any:
    """How much likelier the best topic is than no topic at all: 1 much, 0 not at all (numbers or arrays of probabilities)."""
    return best / (best + none + 1e-6)
