"""What was learned from `content/`: built in a process of its own, kept by content hash, loaded as plain arrays.

    content -> content_hash -> <data>/learned/<hash>/*.npy + meta.json -> Learned

Nothing here decides: `Learned` gives scores, probabilities and nearest lines; the assistant compares them with thresholds.
Errors:  LearnedError (arrays cannot be built or are damaged) - the service goes on without them.
"""

import hashlib
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from faro.library import encoder, everyday, features, gloss, letters, linear
from faro.library.calibration import GROUPS
from faro.library.everyday import Everyday
from faro.library.features import Floats, Vector, Vocabulary
from faro.library.gazetteer import with_common_words
from faro.library.linear import Linear, Logistic, Neighbours
from faro.library.lines import spelled
from faro.library.text import LONGEST, expanded, fold

if TYPE_CHECKING:
    from faro.library.library import Library

log = logging.getLogger(__name__)

VERSION = 10
"""Raised when the arrays or their meaning change."""

KEPT = 3
"""Learned folders that are kept: the one in use and two before it."""

FORSAKEN = 3600
"""Seconds after which a folder that is still being built belongs to a process that was killed."""

SPELLED = 2
"""Sentences that are learned from of each phrase of danger."""

MEMORY = 64
"""Texts whose vectors are remembered, since one message is asked about topic, danger and language in turn."""

Progress = Callable[[str, int, int], None]
Found = TypeVar("Found")


class LearnedError(Exception):
    """The arrays could not be built or read; the message says why."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the models see it."""

    vector: Vector
    dense: Floats | None
    close: Floats | None
    words: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic that a text may ask about: the calibrated probability, what speaks for it, and the nearest written line (its number)."""

    topic: str
    probability: float
    score: float
    near: tuple[float, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Suspicion:
    """How likely a text tells of a danger, of which kind and how grave; and the nearest written disclosure (its number)."""

    probability: float
    categories: tuple[tuple[str, float], ...]
    severities: Mapping[str, float]
    line: int
    near: float


@dataclass(frozen=True)
class _Mode:
    """The arrays of one mode, with or without the encoder."""

    topics: Linear
    likely: Logistic
    thresholds: Mapping[str, Mapping[str, float]]
    danger: Linear | None
    category: Linear | None
    severity: Linear | None
    dangerous: Logistic | None
    danger_thresholds: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Learned:
    """All arrays of one content. Everything is for one text at a time and touches only the rows that the text needs."""

    meta: Mapping[str, Any]
    vocabulary: Vocabulary
    abbreviations: Mapping[str, str]
    classes: tuple[str, ...]
    near: Neighbours
    danger_near: Neighbours | None
    modes: Mapping[str, _Mode]
    language_weights: Linear | None
    language_words: frozenset[int]
    centre: Floats | None
    directions: Floats | None
    encoder: encoder.Encoder | None
    everyday: Everyday
    _readings: dict[str, Reading] = field(default_factory=dict, repr=False, compare=False)
    _said: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False, compare=False)

    def warm(self) -> None:
        """Read once what the first message would otherwise wait for: the encoder's weights, above all."""
        self.topics("hola")
        self.danger("hola")

    @property
    def mode(self) -> str:
        """`encoder` when the encoder speaks with the model, else `plain`."""
        return "encoder" if self.encoder is not None and "encoder" in self.modes else "plain"

    @property
    def _mode(self) -> _Mode:
        return self.modes[self.mode]

    def reading(self, text: str) -> Reading:
        """The vectors of a text, remembered for a moment."""
        if text not in self._readings:
            self.prepare([text])
        return self._readings[text]

    def prepare(self, texts: Sequence[str]) -> None:
        """Read several texts at once, which is quicker with the encoder."""
        new = [text for text in dict.fromkeys(texts) if text not in self._readings]
        if len(self._readings) + len(new) > MEMORY:
            self._readings.clear()
            new = list(dict.fromkeys(texts))
        dense: Sequence[Floats | None] = [None] * len(new)
        if self.mode == "encoder" and self.encoder is not None and self.centre is not None:
            meant = [gloss.glossed(text[:LONGEST], self._spoken(text), self.abbreviations) for text in new]
            moved = self.encoder.vectors(meant) - self.centre
            dense = list(moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-6))
        for text, meaning in zip(new, dense, strict=True):
            folded = expanded(fold(text[:LONGEST]), self.abbreviations)
            vector = self.vocabulary.vector(features.counts(folded))
            close = None if meaning is None or self.directions is None else linear.reduced(meaning, self.directions)
            self._readings[text] = Reading(vector, meaning, close, len(text.split()))

    def closeness(self, texts: Sequence[str]) -> Floats | None:
        """The encoder's reduced vector of each text; None without the encoder."""
        close = [self.reading(text).close for text in texts]
        return np.stack([one for one in close if one is not None]) if close and all(one is not None for one in close) else None

    def _once(self, what: str, text: str, find: Callable[[str], Found]) -> Found:
        """What `find` says of a text, remembered for a moment: one message is asked the same several times in a turn."""
        if (what, text) not in self._said:
            if len(self._said) >= 4 * MEMORY:
                self._said.clear()
            self._said[what, text] = find(text)
        found: Found = self._said[what, text]
        return found

    def _spoken(self, text: str) -> str:
        """The likeliest of our languages, for the gloss."""
        shares = self.languages(text)
        return max(shares, key=lambda name: shares[name]) if shares else ""

    def topics(self, text: str) -> list[Candidate]:
        """The likeliest topics of a text ("none" among them), the likeliest first; empty when no piece of it is known."""
        return self._once("topics", text, self._topics)

    def _topics(self, text: str) -> list[Candidate]:
        read, mode = self.reading(text), self._mode
        if not read.vector.known:
            return []
        scores = mode.topics.scores(read.vector, read.dense)
        chosen = linear.candidates(scores)
        near, lines = self.near.near(read.vector, read.close, chosen, self.vocabulary.size)
        near = near if self.mode == "encoder" else near[:, :2]
        is_none = np.array([self.classes[place] == "none" for place in chosen])
        rows = linear.evidence(scores[chosen], near, is_none, read.words)
        found = [
            Candidate(self.classes[place], float(p), float(scores[place]), tuple(map(float, close)), int(line))
            for place, p, close, line in zip(chosen, mode.likely.probability(rows), near, lines, strict=True)
        ]
        return sorted(found, key=lambda candidate: -candidate.probability)

    def thresholds(self, group: str) -> Mapping[str, float]:
        """`answer` and `choose` of a group of languages (`calibration.GROUPS`)."""
        known = self._mode.thresholds
        return known.get(group) or next(iter(known.values()), {"answer": 0.9, "choose": 0.5})

    def danger(self, text: str) -> Suspicion | None:
        """How likely a text tells of a danger; None when nothing was learned or no piece of it is known."""
        return self._once("danger", text, self._danger)

    def _danger(self, text: str) -> Suspicion | None:
        read, mode = self.reading(text), self._mode
        if mode.danger is None or mode.category is None or mode.severity is None or mode.dangerous is None:
            return None
        if self.danger_near is None or not read.vector.known:
            return None
        names, grades = self.meta["danger"]["categories"], self.meta["danger"]["severities"]
        if self.mode == "encoder" and read.close is not None:
            near, lines = self.danger_near.meant(read.close, range(3))
        else:
            near, lines = self.danger_near.near(read.vector, None, range(3), self.vocabulary.size)
            near = near[:, :2]
        score = float(mode.danger.scores(read.vector, read.dense)[0])
        kinds = mode.category.scores(read.vector, read.dense)
        none = names.index("none")
        probability = float(mode.dangerous.probability(linear.danger_evidence(score, kinds, none, near)[None, :])[0])
        categories = {name: share for name, share in _shares(kinds, names).items() if name != "none"}
        return Suspicion(
            probability,
            tuple(sorted(categories.items(), key=lambda pair: -pair[1])),
            _shares(mode.severity.scores(read.vector, read.dense), grades),
            int(lines[0]),
            float(near[0].max()),
        )

    def danger_thresholds(self, text: str) -> Mapping[str, float]:
        """`refer` and `ask`, of the languages that the text seems to be in."""
        known = self._mode.danger_thresholds
        spoken = self._spoken(text)
        group = next((name for name, members in GROUPS.items() if spoken in members), "all")
        return known.get(group) or known.get("all") or next(iter(known.values()), {"refer": 0.9, "ask": 0.5})

    def languages(self, text: str) -> dict[str, float]:
        """How likely each of our languages is, as far as letters and words tell; empty when nothing was learned."""
        return self._once("languages", text, self._languages)

    def _languages(self, text: str) -> dict[str, float]:
        if self.language_weights is None:
            return {}
        places, values = letters.weighed(text)
        scores = self.language_weights.scores(Vector(places, values), None)
        spread = np.exp(scores - scores.max())
        return dict(zip(self.meta["languages"]["classes"], (spread / spread.sum()).tolist(), strict=True))

    def known_words(self, text: str) -> float:
        """The share of the words of a text that people of our languages write."""
        parts = letters.words(text)
        if not parts:
            return 0.0
        return sum(letters.word_place(word) in self.language_words for word in parts) / len(parts)


def _shares(scores: Floats, names: list[str]) -> dict[str, float]:
    """Scores of classes as shares of one."""
    if len(scores) == 1:
        scores = np.array([-scores[0], scores[0]], np.float32)
    spread = np.exp(3 * (scores - scores.max()))
    return dict(zip(names, (spread / spread.sum()).tolist(), strict=True))


def content_hash(library: "Library") -> str:
    """What the arrays depend on: every written line, the abbreviations, the features and the encoder that is installed."""
    digest = hashlib.sha256()
    for part in (VERSION, features.VERSION, encoder.version(), gloss.version(), sorted(library.abbreviations.items())):
        digest.update(repr(part).encode())
    for ask in library.asks:
        digest.update(f"{ask.language}\t{ask.topic}\t{ask.writer}\t{ask.text}\n".encode())
    for phrase in (one for one in library.phrases if one.sure):
        digest.update(f"{phrase.category}\t{phrase.severity}\t{phrase.text}\n".encode())
    for example in library.examples:
        digest.update(f"{example.language}\t{example.category}\t{example.severity}\t{example.text}\n".encode())
    return digest.hexdigest()[:20]


def load(library: "Library", folder: Path, *, use_encoder: bool = True) -> Learned | None:
    """The arrays of this content below `folder`, or None when they were not built yet. Raises LearnedError when damaged."""
    place = folder / content_hash(library)
    if not (place / "meta.json").is_file():
        return None
    try:
        return _loaded(place, library, use_encoder)
    except (OSError, ValueError, KeyError) as error:
        raise LearnedError(
            f"the learned arrays in {place} cannot be read ({error}); `python bot.py build` makes them anew"
        ) from error


def meaning_of_asks(library: "Library", folder: Path) -> Floats | None:
    """The encoder's reduced vector of each way of asking, in their order; None where this content was not learned with the encoder."""
    place = folder / content_hash(library)
    if not (place / "near_dense.npy").is_file():
        return None
    try:
        found = np.empty((len(library.asks), linear.CLOSE), np.float32)
        found[_array(place, "near_line")] = _array(place, "near_dense")
    except (OSError, ValueError, IndexError) as error:
        raise LearnedError(f"the learned arrays in {place} cannot be read ({error})") from error
    return found


def _loaded(place: Path, library: "Library", use_encoder: bool) -> Learned:
    meta = json.loads((place / "meta.json").read_text("utf-8"))
    speaks = bool(use_encoder and meta["encoder"] and meta["encoder"] == encoder.version())
    names = ["plain", "encoder"] if speaks else ["plain"]
    languages = meta["languages"]["classes"]
    words = np.load(place / "language_words.npy") if languages else np.empty(0, np.uint32)
    return Learned(
        meta=meta,
        vocabulary=Vocabulary(_array(place, "table"), _array(place, "table_weights")),
        abbreviations=library.abbreviations,
        classes=tuple(meta["topics"]["classes"]),
        near=_neighbours(place, "near", speaks),
        danger_near=_neighbours(place, "danger_near", speaks) if meta["danger"]["modes"] else None,
        modes={name: _read_mode(place, name, meta) for name in names},
        language_weights=_linear(place, "language") if languages else None,
        language_words=frozenset(words.tolist()),
        centre=np.asarray(_array(place, "centre"), np.float32) if speaks else None,
        directions=np.asarray(_array(place, "directions"), np.float32) if speaks else None,
        encoder=encoder.Encoder() if speaks else None,
        everyday=everyday.load(place),
    )


def _read_mode(place: Path, name: str, meta: Mapping[str, Any]) -> _Mode:
    topics, danger = meta["topics"]["modes"][name], meta["danger"]["modes"].get(name)
    return _Mode(
        topics=_linear(place, f"{name}_topics"),
        likely=_logistic(topics),
        thresholds=topics["thresholds"],
        danger=_linear(place, f"{name}_danger") if danger else None,
        category=_linear(place, f"{name}_category") if danger else None,
        severity=_linear(place, f"{name}_severity") if danger else None,
        dangerous=_logistic(danger) if danger else None,
        danger_thresholds=danger["thresholds"] if danger else {},
    )


def _logistic(meta: Mapping[str, Any]) -> Logistic:
    return Logistic(np.array(meta["weights"], np.float32), float(meta["bias"]))


def _linear(place: Path, name: str) -> Linear:
    dense = np.asarray(_array(place, f"{name}_dense"), np.float32) if (place / f"{name}_dense.npy").is_file() else None
    return Linear(_array(place, name), np.asarray(_array(place, f"{name}_bias"), np.float32), dense)


def _neighbours(place: Path, name: str, speaks: bool) -> Neighbours:
    start, pointer, rows, values, line = (
        _array(place, f"{name}_{part}") for part in ("start", "pointer", "rows", "values", "line")
    )
    return Neighbours(start, pointer, rows, values, line, _array(place, f"{name}_dense") if speaks else None)


def _array(place: Path, name: str) -> Any:
    return np.asarray(np.load(place / f"{name}.npy", mmap_mode="r", allow_pickle=False))


def build(library: "Library", folder: Path, progress: Progress | None = None, *, meaning: bool = True) -> Path:
    """Learn from this content in a process of its own, unless it was done before; returns the folder of the arrays.

    `meaning`: with the encoder too, where it is installed. Raises LearnedError when the process fails; what stood there before stays.
    """
    place = folder / content_hash(library)
    if (place / "meta.json").is_file():
        return place
    folder.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="building-", dir=folder))
    try:
        corpus = fresh / "corpus.json"
        corpus.write_text(json.dumps(_corpus(library, meaning)), "utf-8")
        _run(corpus, fresh, progress or (lambda *_: None))
        corpus.unlink()
        everyday.save(_everyday(library), fresh)
        shutil.rmtree(place, ignore_errors=True)
        fresh.rename(place)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    _tidy(folder, place)
    return place


def _everyday(library: "Library") -> Everyday:
    folded = library.folded_asks
    towns = with_common_words(library.towns, folded, (ask.text for ask in library.asks))
    return Everyday(everyday.common(folded), towns.common, everyday.fingerprint(library.root))


def _corpus(library: "Library", meaning: bool) -> dict[str, Any]:
    """All that the training process needs to know."""
    return {
        "asks": [{"text": a.text, "language": a.language, "topic": a.topic, "writer": a.writer} for a in library.asks],
        "examples": [
            {"text": e.text, "language": e.language, "category": e.category, "severity": e.severity, "writer": e.writer}
            for e in library.examples
        ],
        "phrases": [
            {"text": text, "language": p.language, "category": p.category, "severity": p.severity, "writer": "phrases"}
            for p in library.phrases
            if p.sure
            for text in islice(spelled(p.text), SPELLED)
        ],
        "abbreviations": dict(library.abbreviations),
        "encoder": meaning and bool(encoder.version()),
    }


def _run(corpus: Path, folder: Path, progress: Progress) -> None:
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-W", "ignore", "-m", "faro.library.training", str(corpus), str(folder)]
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment)  # noqa: S603
        with process:
            for line in process.stdout or ():
                stage, _, rest = line.rstrip("\n").partition("\t")
                done, _, of = rest.partition("\t")
                if done.isdigit() and of.isdigit():
                    progress(stage, int(done), int(of))
        if process.returncode != 0:
            errors.seek(0)
            last = (errors.read().strip().splitlines() or [f"the process ended with {process.returncode}"])[-1]
            raise LearnedError(f"learning from content failed: {last}")


def _tidy(folder: Path, used: Path) -> None:
    """Older arrays go, except for a few; and what a killed process left behind."""
    old = sorted((p for p in folder.iterdir() if (p / "meta.json").is_file() and p != used), key=lambda p: -p.stat().st_mtime)
    forsaken = (p for p in folder.glob("building-*") if time.time() - p.stat().st_mtime > FORSAKEN)
    for place in [*old[KEPT - 1 :], *forsaken]:
        shutil.rmtree(place, ignore_errors=True)
