"""Danger noticed in four ways on the same labelled messages, and what a hostile text costs.

python benchmarks/danger.py risk.jsonl --html danger.html     # {"text", "lang", "category", "severity", ...} a line, category null = harmless

- phrases alone: what a Faro does before anything is learned;
- rule sentences by likeness: 20 written sentences a category, the nearest by the sentence encoder, one threshold (the way of Ask-a-Question);
- n-grams alone: the learned model without the encoder and without phrases;
- ours: phrases and the learned model with the encoder, whichever fires.

The threshold of the rule sentences is the one at which 12 % of the harmless look-alikes of `content/` fire, the bound that ours has, too.
"""

import argparse
import html
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from faro.assistant import risk
from faro.commands import opening
from faro.commands.figures import GROUPS, Figure
from faro.library import Library
from faro.library.encoder import Encoder
from faro.library.entries import CATEGORIES

RULES = 20
"""Sentences a category."""

FALSE = 0.12
"""Share of harmless look-alikes at which the rule sentences' threshold is set."""

HOSTILE = (
    "a",
    "me quiero ",
    "no nadie ",
    "me nos siguen ",
    "\u0301",
    "\U0001f198 ",
    "aaaaab ",
    "((((",
    "he they ",
    "\ufffd",
    "m yo li ",
)
"""Pieces that are repeated to make a text of 4,096 characters."""

Row = dict[str, Any]
Notices = Callable[[str], bool]


@dataclass(frozen=True)
class Way:
    """One way of noticing, and what it did."""

    name: str
    figures: list[Figure]
    milliseconds: float


def main() -> None:
    """Print every figure; with `--html` a page with a picture, too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", help="labelled messages; without it only the cost of hostile texts")
    parser.add_argument("--html", type=Path)
    chosen = parser.parse_args()
    library = opening.library(learned=True).warm()
    if chosen.file is not None:
        rows = [json.loads(line) for line in chosen.file.read_text("utf-8").splitlines() if line.strip()]
        ways = compared(library, rows)
        for way in ways:
            print(f"\n{way.name}: {way.milliseconds:.2f} ms a message")
            print("\n".join(figure.line() for figure in way.figures))
        if chosen.html:
            chosen.html.write_text(page(ways), "utf-8")
    hostile(library)


def compared(library: Library, rows: Sequence[Row]) -> list[Way]:
    """All four ways on these messages; the ones that need the encoder only where it is installed."""
    ways = {"phrases alone": _phrases(library)}
    learned = library.learned
    if learned is not None and learned.encoder is not None:
        ways["rule sentences by likeness"] = _rules(library, learned.encoder)
    ways["n-grams alone"] = _ngrams(library)
    ways["ours"] = lambda text: risk.assess([text], library) is not None
    return [_measured(name, notices, rows) for name, notices in ways.items()]


def _measured(name: str, notices: Notices, rows: Sequence[Row]) -> Way:
    begun = time.perf_counter()
    said = [(row, notices(row["text"])) for row in rows]
    spent = 1000 * (time.perf_counter() - begun) / max(len(rows), 1)
    figures = []
    for where, members in [*GROUPS.items(), ("all", None)]:
        here = [(row, hit) for row, hit in said if members is None or row["lang"] in members]
        for what, chosen in (
            ("noticed", [hit for row, hit in here if row.get("category")]),
            ("noticed (critical)", [hit for row, hit in here if row.get("category") and row["severity"] == "critical"]),
            ("harmless flagged", [hit for row, hit in here if not row.get("category") and not row.get("borderline")]),
        ):
            figures.append(Figure(what, where, sum(chosen), len(chosen)))
    return Way(name, figures, spent)


def _phrases(library: Library) -> Notices:
    bare = replace(library, learned=None).warm()
    return lambda text: risk.assess([text], bare) is not None


def _ngrams(library: Library) -> Notices:
    """The plain mode of the same arrays: no encoder, no phrase."""
    learned = library.learned
    if learned is None:
        return lambda text: False
    plain = replace(learned, encoder=None, _readings={})

    def notices(text: str) -> bool:
        found = plain.danger(text)
        return found is not None and found.probability >= plain.danger_thresholds(text)["ask"]

    return notices


def _rules(library: Library, encoder: Encoder) -> Notices:
    """Twenty sentences a category, spread over its written disclosures and languages."""
    chosen: list[str] = []
    for category in CATEGORIES:
        written = [example.text for example in library.examples if example.category == category and len(example.parts) == 1]
        chosen += written[:: max(1, len(written) // RULES)][:RULES]
    rules = encoder.vectors(chosen)
    harmless = [example.text for example in library.examples if example.category is None][::3]
    nearest = (encoder.vectors(harmless) @ rules.T).max(axis=1)
    threshold = float(np.quantile(nearest, 1 - FALSE))
    return lambda text: bool((encoder.vectors([text]) @ rules.T).max() >= threshold)


def hostile(library: Library) -> None:
    """What a character of a long hostile text costs beside one of a text of 40 characters. Should stay below ten times."""
    plain = "hola donde puedo dormir hoy en tapachula"
    halves = {
        "phrases (at receipt)": lambda text: risk.urgent(text, library),
        "the whole check": lambda text: risk.assess([text], library),
    }
    for name, check in halves.items():
        base = _cost(library, check, plain) / len(plain)
        print(f"\n{name}: {base * 1e6:.1f} microseconds for each of 40 ordinary characters")
        for piece in HOSTILE:
            text = (piece * 4096)[:4096]
            each = _cost(library, check, text) / len(text)
            print(f"4,096 of {piece!r:<16} {each * 1e6:8.2f} microseconds a character, {each / base:5.2f} times")


def _cost(library: Library, check: Callable[[str], object], text: str) -> float:
    """Seconds of a check, the best of five; what is remembered of the last text is forgotten first."""
    spent = []
    for _ in range(5):
        if library.learned is not None:
            library.learned._readings.clear()
        begun = time.perf_counter()
        check(text)
        spent.append(time.perf_counter() - begun)
    return min(spent)


def page(ways: Sequence[Way]) -> str:
    """The figures as bars with their intervals, one file that needs nothing else."""
    parts = [
        _bars(what, where, ways)
        for what in ("noticed", "noticed (critical)", "harmless flagged")
        for where in ("all", *GROUPS)
    ]  # fmt: skip
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Danger in four ways</title>'
        f"<style>body{{font:14px sans-serif;margin:2em}}</style><h1>Danger in four ways</h1>{''.join(parts)}</html>"
    )


def _bars(what: str, where: str, ways: Sequence[Way]) -> str:
    rows = []
    for number, way in enumerate(ways):
        figure = next(one for one in way.figures if (one.name, one.where) == (what, where))
        low, high = figure.interval
        y, colour = 24 * number, "#a30" if what == "harmless flagged" else "#036"
        rows.append(
            f'<text x="0" y="{y + 15}">{html.escape(way.name)}</text>'
            f'<rect x="200" y="{y + 3}" width="{400 * figure.share:.0f}" height="16" fill="{colour}" fill-opacity="0.7"/>'
            f'<rect x="{200 + 400 * low:.0f}" y="{y + 10}" width="{max(1.0, 400 * (high - low)):.0f}" height="2" fill="#111"/>'
            f'<text x="612" y="{y + 15}">{100 * figure.share:.0f} % of {figure.n}</text>'
        )
    return f'<h2>{html.escape(what)}: {html.escape(where)}</h2><svg width="760" height="{24 * len(ways)}">{"".join(rows)}</svg>'


if __name__ == "__main__":
    main()
