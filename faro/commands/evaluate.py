"""`evaluate`: how well messages are understood, on labelled messages in a file of JSON lines (formats: docs/understanding.md)."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any

import typer
from rich.progress import track

from faro.assistant import understanding
from faro.assistant.language import detect
from faro.commands import danger_figures, opening
from faro.commands.danger_figures import does
from faro.commands.figures import Figure, Report, shares
from faro.library import Library
from faro.library.calibration import FAR, FAR_ALSO
from faro.library.entries import LANGUAGES

Row = dict[str, Any]


class What(StrEnum):
    QUESTIONS = "questions"
    LANGUAGE = "language"
    RISK = "risk"
    PERSON = "person"
    PLACES = "places"
    FOLLOWUPS = "followups"
    PIECES = "pieces"


def evaluate(
    what: What = typer.Argument(..., help="What the file is labelled for."),
    file: Path = typer.Argument(..., exists=True, dir_okay=False, help="Labelled messages, one JSON object a line."),
    html: Path | None = typer.Option(None, help="Write a page with a picture here, too."),
    encoder: bool = typer.Option(True, help="With the sentence encoder, where it is installed."),
) -> None:
    """Print the figures with 95 % intervals beside their targets, the worst confusions and the misses."""
    library = opening.library(learned=True, encoder=encoder)
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    report = REPORTS[what](rows, library)
    typer.echo(report.text())
    if html is not None:
        html.write_text(report.page(), "utf-8")


def _understood(rows: list[Row], library: Library, previous: Callable[[Row], list[str]] = lambda _: []) -> list[tuple[Row, Row]]:
    """Each labelled row with what `classify` says of it."""
    now = datetime.now(UTC)
    found = []
    for row in track(rows, "understanding", console=opening.errors, transient=True):
        given = {"id": row["id"], "text": row.get("text") or row["messages"][-1], "previous": previous(row)}
        found.append((row, understanding.row(given, library, now)))
    return found


def questions(rows: list[Row], library: Library) -> Report:
    """Topics: answered, shown, wrong; and what happens outside the subject."""
    report = Report("questions")
    pairs = _understood(rows, library)
    asked = [(row, got) for row, got in pairs if row["topic"] != "none"]
    outside = [(row, got) for row, got in pairs if row["topic"] == "none"]
    three = {"es": 0.80, "en pt fr": 0.78, "ht ar": 0.72}, {"es": 0.95, "en pt fr": 0.94, "ht ar": 0.90}
    report.figures += shares("answered_right", ((r["lang"], _answered(g) and _right(r, g)) for r, g in asked), three[0])
    report.figures += shares("right_shown", ((r["lang"], _shown(r, g)) for r, g in asked), three[1])
    wrong = {"es": 0.05, "en pt fr": 0.05, "ht ar": 0.06}
    report.figures += shares(
        "wrong_answer", ((r["lang"], _answered(g) and not _right(r, g)) for r, g in asked), wrong, at_most=True
    )
    many = {"es": 0.20, "en pt fr": 0.22, "ht ar": 0.25}
    report.figures += shares("choose", ((r["lang"], g["decision"] == "choose") for r, g in asked), many, at_most=True)
    false = {"es": 0.04, "en pt fr": 0.04, "ht ar": 0.05}
    report.figures += shares("false_answer (none)", ((r["lang"], _answered(g)) for r, g in outside), false, at_most=True)
    none = {"es": 0.30, "en pt fr": 0.30, "ht ar": 0.35}
    report.figures += shares("choose (none)", ((r["lang"], g["decision"] == "choose") for r, g in outside), none, at_most=True)
    report.figures += shares("language right", ((r["lang"], r["lang"] == g["language"]) for r, g in pairs), {"all": 0.995})
    report.figures += shares(
        "taken for no language of ours", ((r["lang"], _foreign(g)) for r, g in pairs), {"all": 0.01}, at_most=True
    )
    wish = ((r["lang"], g["wants_person"]) for r, g in pairs if "bot.human" not in [r["topic"], *r["alt"]])
    report.figures += shares("taken for a wish for a person", wish, {"all": 0.01}, at_most=True)
    report.figures += _far_from_danger(pairs)
    report.figures += _reliability(pairs)
    report.figures += _by_topic(asked)
    for row, got in asked:
        if not _right(row, got):
            report.confusions[row["topic"], got["candidates"][0] if got["candidates"] else "nothing"] += 1
        if not _shown(row, got):
            report.misses.append(f"{row['lang']} {row['topic']}: {row['text']!r} -> {got['decision']} {got['candidates']}")
    report.misses += [f"{row['lang']} none: {row['text']!r} -> answer {got['topic']}" for row, got in outside if _answered(got)]
    return report


def _answered(got: Row) -> bool:
    return bool(got["decision"] == "answer")


def _right(row: Row, got: Row) -> bool:
    wanted = [row["topic"], *row.get("alt", [])]
    return bool(got["candidates"]) and (got["topic"] or got["candidates"][0]) in wanted


def _shown(row: Row, got: Row) -> bool:
    wanted = [row["topic"], *row.get("alt", [])]
    if got["decision"] == "choose":
        return any(topic in wanted for topic in got["candidates"])
    return _answered(got) and _right(row, got)


def _foreign(got: Row) -> bool:
    return got["language"] not in LANGUAGES and got["language"] != "und"


def _far_from_danger(pairs: list[tuple[Row, Row]]) -> list[Figure]:
    far = [(row, got) for row, got in pairs if row["topic"].startswith(FAR) or row["topic"] in FAR_ALSO]
    referred = sum(bool(got["risk"]) and got["risk"]["action"] == "refer" for _, got in far)
    asked = sum(bool(got["risk"]) and got["risk"]["action"] == "ask" for _, got in far)
    return [
        Figure("far from danger: referred", "all", referred, len(far), 0.02, at_most=True),
        Figure("far from danger: asked", "all", asked, len(far), 0.05, at_most=True),
    ]


def _reliability(pairs: list[tuple[Row, Row]]) -> list[Figure]:
    """Of the messages whose best topic has a confidence in each band, the share where it is right: it should lie in the band."""
    found = []
    for low, high in pairwise((0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01)):
        inside = [(row, got) for row, got in pairs if low <= got["confidence"] < high]
        right = sum(bool(got["candidates"]) and got["candidates"][0] in [row["topic"], *row["alt"]] for row, got in inside)
        found.append(Figure(f"right at confidence {low:.1f}-{min(high, 1.0):.1f}", "all", right, len(inside)))
    return found


def _by_topic(asked: list[tuple[Row, Row]]) -> list[Figure]:
    """Right topic shown, of each topic, the weakest first."""
    topics = sorted({row["topic"] for row, _ in asked})
    found = []
    for topic in topics:
        hits = [_shown(row, got) for row, got in asked if row["topic"] == topic]
        found.append(Figure(f"shown: {topic}", "all", sum(hits), len(hits)))
    return sorted(found, key=lambda figure: figure.share)


def language(rows: list[Row], library: Library) -> Report:
    """Short messages without a hint and with the right one; languages without content noticed."""
    report = Report("language")
    plain, hinted, noticed, named = [], [], [], []
    for row in rows:
        wanted = row.get("ok") or [row["lang"]]
        got = detect(row["text"], library).language
        if row["lang"] in LANGUAGES or "ok" in row:
            plain.append((row["lang"], got in wanted))
            hinted.append((row["lang"], detect(row["text"], library, hint=wanted[0]).language in wanted))
        else:
            noticed.append(("all", got not in LANGUAGES))
            named.append(("all", got == row["lang"]))
        if got not in wanted:
            report.confusions[row["lang"], got] += 1
            report.misses.append(f"{row['lang']}: {row['text']!r} -> {got}")
    for code in (*LANGUAGES, "mix"):
        hits = [hit for lang, hit in plain if lang == code]
        if hits:
            report.figures.append(Figure("without a hint", code, sum(hits), len(hits), 0.90))
    report.figures += shares("without a hint", plain, {"all": 0.95})
    report.figures += shares("with the right hint", hinted, {"all": 0.99})
    report.figures += shares("noticed as without content", noticed, {"all": 0.92})
    report.figures += shares("named rightly", named, {"all": 0.85})
    return report


def risk(rows: list[Row], library: Library) -> Report:
    """Danger: recall and false alarms by language and category, severity confusion, the worst misses first."""
    return danger_figures.report([(row, got["risk"]) for row, got in _understood(rows, library)])


def person(rows: list[Row], library: Library) -> Report:
    """Requests for a person that are recognised."""
    report = Report("person")
    pairs = _understood(rows, library)
    report.figures += shares("recognised", ((row["lang"], got["wants_person"]) for row, got in pairs), {"all": 0.97})
    report.misses = [f"{row['lang']}: {row['text']!r} -> {got['candidates']}" for row, got in pairs if not got["wants_person"]]
    return report


def places(rows: list[Row], library: Library) -> Report:
    """Towns and countries named in a text, and towns invented where none is named."""
    report = Report("places")
    pairs = [(row, got["place"] or {"country": None, "town": None}) for row, got in _understood(rows, library)]
    towns = ((r["lang"], g["town"] == r["town"]) for r, g in pairs if r["town"])
    report.figures += shares("town", towns, {"all": 0.90})
    report.figures += shares("country", ((r["lang"], g["country"] == r["country"]) for r, g in pairs), {"all": 0.92})
    invented = ((r["lang"], bool(g["town"])) for r, g in pairs if not r["town"])
    report.figures += shares("town invented", invented, {"all": 0.03}, at_most=True)
    wrong = [(r, g) for r, g in pairs if (g["town"], g["country"]) != (r["town"], r["country"])]
    report.misses = [f"{r['text']!r}: {r['country']} {r['town']} -> {g['country']} {g['town']}" for r, g in wrong]
    return report


def followups(rows: list[Row], library: Library) -> Report:
    """Last messages that make sense only with the earlier ones."""
    report = Report("followups")
    pairs = _understood(rows, library, lambda row: list(row["messages"][:-1]))
    report.figures += shares("right topic shown", ((row["lang"], _shown(row, got)) for row, got in pairs), {"all": 0.85})
    country = ((r["lang"], (g["place"] or {}).get("country") == r["country"]) for r, g in pairs if r.get("country"))
    report.figures += shares("country", country, {"all": 0.90})
    for row, got in pairs:
        if not _shown(row, got):
            report.misses.append(f"{row['messages']!r}: {row['topic']} -> {got['decision']} {got['candidates']}")
    return report


def pieces(rows: list[Row], library: Library) -> Report:
    """Dangers told over several messages, and harmless look-alikes."""
    report = Report("pieces")
    pairs = _understood(rows, library, lambda row: list(row["messages"][:-1]))
    report.figures += shares("noticed", ((r["lang"], g["risk"] is not None) for r, g in pairs if r["danger"]), {"all": 0.90})
    false = ((r["lang"], does(g["risk"], "refer")) for r, g in pairs if not r["danger"])
    report.figures += shares("look-alikes referred", false, {"all": 0.10}, at_most=True)
    for row, got in pairs:
        if row["danger"] == (got["risk"] is None):
            report.misses.append(f"{'danger' if row['danger'] else 'harmless'} {row['messages']!r} -> {got['risk']}")
    return report


REPORTS: dict[What, Callable[[list[Row], Library], Report]] = {
    What.QUESTIONS: questions,
    What.LANGUAGE: language,
    What.RISK: risk,
    What.PERSON: person,
    What.PLACES: places,
    What.FOLLOWUPS: followups,
    What.PIECES: pieces,
}
