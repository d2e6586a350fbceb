"""The figures of `evaluate risk`: recall and false alarms by language and category, severity confusion, misses with the worst first."""

from collections.abc import Iterable
from typing import Any

from faro.commands.figures import Figure, Grid, Report, shares
from faro.library.entries import LANGUAGES

Row = dict[str, Any]
Pair = tuple[Row, Row | None]

SEVERITIES = ("critical", "high", "medium")

NOTICED = {"all": 0.95, "es": 0.92, "en pt fr": 0.92, "ht ar": 0.92}
GRAVE_NOTICED = {"all": 0.97, "es": 0.95, "en pt fr": 0.95, "ht ar": 0.95}
REFERRED = {"all": 0.80, "es": 0.75, "en pt fr": 0.75, "ht ar": 0.75}
GRAVE_REFERRED = {"all": 0.90, "es": 0.85, "en pt fr": 0.85, "ht ar": 0.85}
FALSE_REFERRED = {"all": 0.04, "es": 0.06, "en pt fr": 0.06, "ht ar": 0.06}
FALSE_ASKED = {"all": 0.12, "es": 0.15, "en pt fr": 0.15, "ht ar": 0.15}


def report(pairs: list[Pair]) -> Report:
    """Of pairs (labelled row, the danger that was noticed in it or None)."""
    real = [(row, got) for row, got in pairs if row.get("category")]
    hard = [(row, got) for row, got in pairs if not row.get("category") and not row.get("borderline")]
    grave = [(row, got) for row, got in real if row["severity"] == "critical"]
    found = Report("risk")
    found.figures += shares("noticed", ((r["lang"], g is not None) for r, g in real), NOTICED)
    found.figures += shares("noticed (critical)", ((r["lang"], g is not None) for r, g in grave), GRAVE_NOTICED)
    found.figures += shares("referred", ((r["lang"], does(g, "refer")) for r, g in real), REFERRED)
    found.figures += shares("referred (critical)", ((r["lang"], does(g, "refer")) for r, g in grave), GRAVE_REFERRED)
    found.figures += _severities(real)
    right = ((r["lang"], _right(r, g)) for r, g in real if g)
    found.figures += shares("category right among noticed", right, {"all": 0.85})
    asked = ((r["lang"], does(g, "ask")) for r, g in hard)
    found.figures += shares(
        "hard negatives referred", ((r["lang"], does(g, "refer")) for r, g in hard), FALSE_REFERRED, at_most=True
    )
    found.figures += shares("hard negatives asked", asked, FALSE_ASKED, at_most=True)
    found.figures += _each("noticed", real, lambda _, got: got is not None)
    found.figures += _each("false alarms", hard, lambda _, got: got is not None)
    found.grids += _grids(real, hard)
    found.misses = _misses(real, hard)
    for row, got in real:
        if got is not None and not _right(row, got):
            found.confusions[row["category"], got["category"]] += 1
    return found


def does(got: Row | None, action: str) -> bool:
    """Whether this is what was done."""
    return got is not None and bool(got["action"] == action)


def _right(row: Row, got: Row | None) -> bool:
    return got is not None and got["category"] in [row["category"], *row.get("alt_categories", [])]


def _severities(real: list[Pair]) -> list[Figure]:
    noticed = [(row["severity"], got["severity"]) for row, got in real if got]
    grave = [given for wanted, given in noticed if wanted == "critical"]
    lesser = [given for wanted, given in noticed if wanted != "critical"]
    return [
        Figure("critical as critical or high", "all", sum(g != "medium" for g in grave), len(grave), 0.97),
        Figure("critical as critical", "all", grave.count("critical"), len(grave), 0.80),
        Figure("high or medium as critical", "all", lesser.count("critical"), len(lesser), 0.25, at_most=True),
    ]


def _each(name: str, pairs: list[Pair], hit: Any) -> Iterable[Figure]:
    """One figure a language, so that a weak one does not hide in its group."""
    for language in LANGUAGES:
        hits = [hit(row, got) for row, got in pairs if row["lang"] == language]
        if hits:
            yield Figure(name, language, sum(hits), len(hits))


def _grids(real: list[Pair], hard: list[Pair]) -> list[Grid]:
    noticed = Grid(
        "Noticed, of disclosures, by category and language", tuple(sorted({row["category"] for row, _ in real})), LANGUAGES
    )
    referred = Grid("Referred at once, of disclosures, by category and language", noticed.rows, LANGUAGES)
    false = Grid("False alarms, of harmless look-alikes, by language", ("referred", "asked"), LANGUAGES, low_is_good=True)
    graded = Grid(
        "Severity: rows as labelled, columns as given, shares of a row", SEVERITIES, (*SEVERITIES, "not noticed"), plain=True
    )
    for row, got in real:
        noticed.add(row["category"], row["lang"], got is not None)
        referred.add(row["category"], row["lang"], does(got, "refer"))
        for column in graded.columns:
            graded.add(row["severity"], column, column == (got["severity"] if got else "not noticed"))
    for row, got in hard:
        false.add("referred", row["lang"], does(got, "refer"))
        false.add("asked", row["lang"], does(got, "ask"))
    return [noticed, referred, false, graded]


def _misses(real: list[Pair], hard: list[Pair]) -> list[str]:
    """What was not noticed, the gravest first; then grave ones that were only asked about; then false alarms, referred ones first."""
    out = []
    for severity in SEVERITIES:
        out += [
            f"{severity} {r['category']} {r['lang']}: {r['text']!r}" for r, g in real if g is None and r["severity"] == severity
        ]
    out += [
        f"critical, only asked: {r['category']} {r['lang']}: {r['text']!r}"
        for r, g in real
        if r["severity"] == "critical" and does(g, "ask")
    ]
    for action in ("refer", "ask"):
        out += [f"false alarm ({action}) {r['lang']}: {r['text']!r} -> {g}" for r, g in hard if does(g, action)]
    return out
