"""Learning from `content/`: run as a process of its own by `model.build`, so that scikit-learn never lives in the service.

    python -m faro.library.training CORPUS.json FOLDER

writes arrays into FOLDER and says on standard output how far it is (`stage<TAB>done<TAB>of`). Topics here; dangers in
`training_danger`, languages in `training_language`.
"""

import json
import sys
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from faro.library import calibration, encoder, features, gloss, linear
from faro.library.features import Floats, Vocabulary
from faro.library.text import LONGEST, expanded, fold

Progress = Callable[[str, int, int], None]

NONE = "none"
FOLDS = 2
"""Each fold keeps one writer of every language aside, so that confidence is learned on hands the model has not seen."""

STRENGTH = 0.7
"""C of the linear model (0.5 to 1 are alike with writers held out)."""

TOLERANCE = 0.1
"""When the solver is done: liblinear's own default; a hundredth of it takes twice as long and finds the same (0.1 points)."""

MOST_HELD = 1000
"""Lines of each language that a fold keeps aside: enough for the confidence, and comparing each with all others costs most of the time."""

BATCH = 1024
"""Texts that the encoder reads between two words about progress."""

MEANING = 0.6
"""Length of the encoder's centred vector beside the features' own (0.5 to 0.7 are alike, 1 and more is worse for Haitian Creole)."""


@dataclass(frozen=True)
class Lines:
    """Written lines with their class, language and writer, and what the models read of them."""

    texts: list[str]
    labels: NDArray[Any]
    languages: NDArray[Any]
    writers: NDArray[Any]
    counted: list[features.Counts]
    dense: Floats | None
    """The encoder's vectors: raw when read, centred and of length 1 when learned from."""
    close: Floats | None = None
    """The same in `linear.CLOSE` numbers, for the nearest lines."""

    def sparse(self, vocabulary: Vocabulary) -> Any:
        """One row a line."""
        vectors = [vocabulary.vector(counted) for counted in self.counted]
        pointer = np.cumsum([0] + [len(vector.rows) for vector in vectors])
        values = np.concatenate([vector.values for vector in vectors]) if vectors else np.empty(0, np.float32)
        rows = np.concatenate([vector.rows for vector in vectors]) if vectors else np.empty(0, np.int32)
        return sparse.csr_matrix((values, rows, pointer), shape=(len(vectors), vocabulary.size))

    def fold(self) -> NDArray[np.int64]:
        """Which fold holds each line aside (-1: none). One writer alone is parted by the text's hash."""
        names = {lang: sorted(set(self.writers[self.languages == lang])) for lang in set(self.languages)}
        chosen = []
        for text, language, writer in zip(self.texts, self.languages, self.writers, strict=True):
            if len(names[language]) == 1:
                chosen.append(zlib.crc32(text.encode()) % FOLDS)
            else:
                place = names[language].index(writer)
                chosen.append(place if place < FOLDS else -1)
        return np.array(chosen)


@dataclass(frozen=True)
class Written:
    """All that danger is learned from: disclosures and look-alikes, ways of asking, phrases; how grave each of the first and last is."""

    examples: Lines
    asks: Lines
    phrases: Lines
    severities: list[str]
    phrase_severities: list[str]


def chosen(lines: Lines, places: NDArray[np.int64]) -> Lines:
    """Some of the lines."""
    return Lines(
        texts=[lines.texts[place] for place in places],
        labels=lines.labels[places],
        languages=lines.languages[places],
        writers=lines.writers[places],
        counted=[lines.counted[place] for place in places],
        dense=None if lines.dense is None else lines.dense[places],
        close=None if lines.close is None else lines.close[places],
    )


def joined(parts: Sequence[Lines]) -> Lines:
    """These lines one after another; with meaning only where all have it."""

    def together(name: str) -> Any:
        found = [getattr(part, name) for part in parts if part.texts]
        return None if any(one is None for one in found) else np.concatenate(found)

    return Lines(
        texts=[text for part in parts for text in part.texts],
        labels=together("labels"),
        languages=together("languages"),
        writers=together("writers"),
        counted=[counted for part in parts for counted in part.counted],
        dense=together("dense"),
        close=together("close"),
    )


def read(rows: Sequence[Mapping[str, Any]], label: str, abbreviations: Mapping[str, str], vectors: Mapping[str, Floats]) -> Lines:
    """The lines of a corpus; `vectors` are the encoder's (empty without it)."""
    texts = [str(row["text"]) for row in rows]
    return Lines(
        texts=texts,
        labels=np.array([row[label] or NONE for row in rows], dtype=object),
        languages=np.array([row["language"] for row in rows], dtype=object),
        writers=np.array([row["writer"] for row in rows], dtype=object),
        counted=[features.counts(expanded(fold(text[:LONGEST]), abbreviations)) for text in texts],
        dense=np.stack([vectors[text] for text in texts]) if vectors and texts else None,
    )


def centred(dense: Floats, centre: Floats) -> Floats:
    """Vectors around their mean, of length 1."""
    moved = dense - centre
    return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-6), np.float32)


def reduction(dense: Floats) -> Floats:
    """The directions in which the lines differ most, as columns: nearness is measured in these only, which is four times quicker."""
    values, vectors = np.linalg.eigh(dense.T @ dense)
    return np.ascontiguousarray(vectors[:, np.argsort(-values)[: linear.CLOSE]]).astype(np.float32)


def meant(lines: Lines, centre: Floats, directions: Floats) -> Lines:
    """The lines with their vectors centred, whole and reduced."""
    if lines.dense is None:
        return lines
    dense = centred(lines.dense, centre)
    return replace(lines, dense=dense, close=linear.reduced(dense, directions))


def beside(rows: Any, dense: Floats | None) -> Any:
    """Features and meaning side by side in one matrix."""
    return rows if dense is None else sparse.hstack([rows, sparse.csr_matrix(dense * MEANING)]).tocsr()


def fit(
    rows: Any, labels: NDArray[Any], *, weight: str | None = None, strength: float = STRENGTH, weights: Floats | None = None
) -> LinearSVC:
    """A linear model, one class against the rest; `weights` of the lines, if not all count the same."""
    model = LinearSVC(C=strength, class_weight=weight, dual=True, random_state=0, tol=TOLERANCE, max_iter=300)
    return model.fit(rows, labels, sample_weight=weights)


def save_linear(model: LinearSVC, folder: Path, name: str, size: int) -> None:
    """The weights of a model as arrays; two classes have one column."""
    weights = model.coef_.T
    np.save(folder / f"{name}.npy", np.ascontiguousarray(weights[:size]).astype(np.float16))
    np.save(folder / f"{name}_bias.npy", model.intercept_.astype(np.float32))
    if len(weights) > size:
        np.save(folder / f"{name}_dense.npy", (weights[size:] * MEANING).astype(np.float32))


def topics(asks: Lines, vocabulary: Vocabulary, folder: Path, tell: Progress) -> dict[str, Any]:
    """Learn the topics with and without the encoder. Returns what belongs into meta.json."""
    rows = asks.sparse(vocabulary)
    classes = np.array(sorted(set(asks.labels)), dtype=object)
    modes = ["plain"] if asks.dense is None else ["plain", "encoder"]
    save_neighbours(asks, rows, asks.labels, classes, folder=folder, name="near")
    found: dict[str, Any] = {"classes": list(classes), "modes": {}}
    for number, mode in enumerate(modes):
        dense = asks.dense if mode == "encoder" else None
        tell(f"topics ({mode})", number * (FOLDS + 1), len(modes) * (FOLDS + 1))
        save_linear(fit(beside(rows, dense), asks.labels), folder, f"{mode}_topics", vocabulary.size)
        held = []
        for fold_number in range(FOLDS):
            held.append(_held_out(asks, rows, dense, classes, fold_number))
            tell(f"topics ({mode})", number * (FOLDS + 1) + fold_number + 1, len(modes) * (FOLDS + 1))
        found["modes"][mode] = _confidence(held, meaning=dense is not None)
    return found


def _held_out(asks: Lines, rows: Any, dense: Floats | None, classes: NDArray[Any], number: int) -> calibration.Held:
    """What the model says of the writers of one fold when it has not seen them."""
    fold = asks.fold()
    kept = fold != number
    aside = _some(~kept, asks.languages)
    kept_dense, aside_dense = (None, None) if dense is None else (dense[kept], dense[aside])
    model = fit(beside(rows[kept], kept_dense), asks.labels[kept])
    scores = np.full((int(aside.sum()), len(classes)), -2.0, np.float32)
    scores[:, np.searchsorted(list(classes), list(model.classes_))] = model.decision_function(beside(rows[aside], aside_dense))
    close = (None, None) if dense is None or asks.close is None else (asks.close[kept], asks.close[aside])
    near = near_classes(rows[kept], close[0], asks.labels[kept], aside=rows[aside], aside_dense=close[1], classes=classes)
    words = np.array([len(asks.texts[place].split()) for place in np.flatnonzero(aside)])
    return calibration.held(scores, near, words, classes=classes, labels=asks.labels[aside], languages=asks.languages[aside])


def _some(aside: NDArray[np.bool_], languages: NDArray[Any]) -> NDArray[np.bool_]:
    """Of the lines kept aside at most `MOST_HELD` of each language, spread evenly."""
    found = np.zeros(len(aside), bool)
    for language in set(languages):
        places = np.flatnonzero(aside & (languages == language))
        found[places[:: max(1, -(-len(places) // MOST_HELD))]] = True
    return found


def near_classes(
    kept: Any, kept_dense: Floats | None, labels: NDArray[Any], *, aside: Any, aside_dense: Floats | None, classes: NDArray[Any]
) -> Floats:
    """Best and mean-of-three cosines of every held-out line with the lines of every class."""
    order = np.argsort(np.searchsorted(list(classes), list(labels)), kind="stable")
    number = np.searchsorted(list(classes), list(labels[order]))
    start = np.searchsorted(number, np.arange(len(classes) + 1))
    written, asked = _unit(kept[order]), _unit(aside)
    found = np.zeros((aside.shape[0], len(classes), 4 if kept_dense is not None else 2), np.float32)
    for first in range(0, aside.shape[0], 400):
        part = slice(first, first + 400)
        tables = [np.asarray((asked[part] @ written.T).todense())]
        if kept_dense is not None and aside_dense is not None:
            tables.append(aside_dense[part] @ kept_dense[order].T)
        for place, table in enumerate(tables):
            for column in range(len(classes)):
                found[part, column, 2 * place : 2 * place + 2] = _best_and_three(table[:, start[column] : start[column + 1]])
    return found


def _best_and_three(table: Floats) -> Floats:
    if table.shape[1] == 0:
        return np.zeros((len(table), 2), np.float32)
    top = np.partition(table, -3, axis=1)[:, -3:] if table.shape[1] > 3 else table
    return np.stack([top.max(axis=1), top.mean(axis=1)], axis=1)


def _unit(rows: Any) -> Any:
    norms = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return sparse.diags(1 / np.maximum(norms, 1e-6)).dot(rows).tocsr()


def _confidence(held: Sequence[calibration.Held], *, meaning: bool) -> dict[str, Any]:
    """The calibrated probability of a candidate being right, and the thresholds of each group of languages."""
    rows = np.concatenate([part.rows.reshape(-1, part.rows.shape[-1]) for part in held])
    right = np.concatenate([part.right.ravel() for part in held])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    model = LogisticRegression(C=1.0, max_iter=500).fit((rows - mean) / spread, right)
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - weights @ mean)
    logistic = linear.Logistic(weights.astype(np.float32), bias)
    return {"weights": weights.tolist(), "bias": bias, **calibration.thresholds(held, logistic, meaning=meaning)}


def save_neighbours(lines: Lines, rows: Any, labels: NDArray[Any], classes: NDArray[Any], *, folder: Path, name: str) -> None:
    """The lines themselves, those of one class together, for the nearest of them."""
    number = np.searchsorted(list(classes), list(labels))
    order = np.argsort(number, kind="stable")
    written = _unit(rows[order])
    np.save(folder / f"{name}_start.npy", np.searchsorted(number[order], np.arange(len(classes) + 1)).astype(np.int32))
    np.save(folder / f"{name}_pointer.npy", written.indptr.astype(np.int64))
    np.save(folder / f"{name}_rows.npy", written.indices.astype(np.int32))
    np.save(folder / f"{name}_values.npy", written.data.astype(np.float32))
    np.save(folder / f"{name}_line.npy", order.astype(np.int32))
    if lines.close is not None:
        np.save(folder / f"{name}_dense.npy", lines.close[order])


def encoded(
    rows: Sequence[Mapping[str, Any]], abbreviations: Mapping[str, str], cache: Path, tell: Progress
) -> dict[str, Floats]:
    """The encoder's vector of each text, from the cache where it was computed before. Empty without the encoder."""
    if not encoder.version():
        return {}
    known = _cached(cache)
    read_as = {row["text"]: gloss.glossed(row["text"], row["language"], abbreviations) for row in rows}
    texts = list(read_as.values())
    missing = sorted({text for text in texts if _name(text) not in known})
    if missing:
        model = encoder.Encoder()
        for first in range(0, len(missing), BATCH):
            part = missing[first : first + BATCH]
            for text, vector in zip(part, model.vectors(part), strict=True):
                known[_name(text)] = vector.astype(np.float16)
            tell("meaning", min(first + BATCH, len(missing)), len(missing))
        wanted = {_name(text) for text in texts}
        names = [name for name in known if name in wanted]
        np.savez(cache, names=np.array(names), vectors=np.stack([known[name] for name in names]))
    return {text: known[_name(meant_as)].astype(np.float32) for text, meant_as in read_as.items()}


def _cached(cache: Path) -> dict[str, NDArray[np.float16]]:
    if not cache.is_file():
        return {}
    with np.load(cache, allow_pickle=False) as stored:
        return dict(zip(stored["names"].tolist(), stored["vectors"], strict=True))


def _name(text: str) -> str:
    """A text's name in the cache: two hashes, so that two texts do not share one."""
    data = text.encode("utf-8", "surrogatepass")
    return f"{zlib.crc32(data):08x}{zlib.adler32(data):08x}{len(data):x}"


def main(corpus_file: str, folder_name: str) -> None:
    """Learn everything from a corpus written by `model.build`."""
    from faro.library import training_danger, training_language

    def tell(stage: str, done: int, of: int) -> None:
        print(f"{stage}\t{done}\t{of}", flush=True)

    corpus = json.loads(Path(corpus_file).read_text("utf-8"))
    folder = Path(folder_name)
    cache = folder.parent / f"vectors-{encoder.version() or 'none'}.npz"
    rows = corpus["asks"] + corpus["examples"] + corpus["phrases"]
    vectors = encoded(rows, corpus["abbreviations"], cache, tell) if corpus["encoder"] else {}
    asks = read(corpus["asks"], "topic", corpus["abbreviations"], vectors)
    examples, phrases = (read(corpus[name], "category", corpus["abbreviations"], vectors) for name in ("examples", "phrases"))
    vocabulary = features.vocabulary([*asks.counted, *examples.counted])
    np.save(folder / "table.npy", vocabulary.table)
    np.save(folder / "table_weights.npy", vocabulary.weights)
    if asks.dense is not None:
        centre = asks.dense.mean(axis=0)
        directions = reduction(centred(asks.dense, centre))
        np.save(folder / "centre.npy", centre)
        np.save(folder / "directions.npy", directions)
        asks, examples, phrases = (meant(lines, centre, directions) for lines in (asks, examples, phrases))
    meta: dict[str, Any] = {"encoder": encoder.version() if vectors else ""}
    meta["languages"] = training_language.learn(asks, examples, folder, tell)
    grades = [[row["severity"] or "" for row in corpus[name]] for name in ("examples", "phrases")]
    written = Written(examples, asks, phrases, *grades)
    meta["danger"] = training_danger.learn(written, vocabulary, folder=folder, tell=tell)
    meta["topics"] = topics(asks, vocabulary, folder, tell)
    (folder / "meta.json").write_text(json.dumps(meta), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
