"""`status`: what the content covers by language and country, how old it is, what was reviewed, what expires next."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

from faro.commands import missing, opening, service, status_page
from faro.commands.coverage import Coverage, Knowledge, coverage
from faro.library import open_library

out = Console(highlight=False)

SIGNS = {Knowledge.KNOWN: "[green]●[/]", Knowledge.INTERNATIONAL: "[yellow]○[/]", Knowledge.UNKNOWN: "[dim]·[/]"}


def status(
    folder: Path = typer.Argument(None, help="A folder that holds content/ and locales/; by default the one in use."),
    as_json: bool = typer.Option(False, "--json", help="Print the figures as one JSON object, and nothing else."),
    html: Path = typer.Option(None, "--html", help="Write one page with pictures to this file."),
) -> None:
    """Show what the content covers by language and by country, its age and review, what expires next, and how the service fares."""
    root = opening.root(folder)
    figures = coverage(open_library(root, strict=False), _today())
    if html is not None:
        try:
            html.write_text(status_page.page(figures), "utf-8")
        except OSError as error:
            opening.fail(f"{html} cannot be written ({error.strerror}).")
    if as_json:
        typer.echo(json.dumps(as_data(figures), ensure_ascii=False, indent=1))
    elif html is None:
        for table in tables(figures):
            out.print(table)
        service.look(out)
        missing.look(out)


def as_data(figures: Coverage) -> dict[str, Any]:
    """What `--json` prints. A topic holds only the languages in which it has words."""
    return {
        "topics": {
            id: {
                language: {"characters": cell.characters, "review": cell.review, "asks": cell.asks}
                for language, cell in by_language.items()
            }
            for id, by_language in figures.topics.items()
        },
        "countries": {country: figures.counted(country) for country in figures.owners},
        "readability": {language: asdict(read) for language, read in figures.reading.items()},
        "expires": [
            {"kind": e.kind, "id": e.id, "country": e.country, "check_again_on": e.check_again_on.isoformat(), "days": e.days}
            for e in figures.expires
        ],
    }


def tables(figures: Coverage) -> Iterator[Table]:
    """All tables, the widest question first: which language, which country, how old, what next."""
    yield _languages(figures)
    yield _reading(figures)
    yield _countries(figures)
    yield _topics_by_country(figures)
    yield _ages(figures)
    yield _expires(figures)
    yield _uncovered(figures)


def _languages(figures: Coverage) -> Table:
    heads = ("", "topics", "letters", "asks", "phrases", "examples", "unread", "stale")
    table = _table("Languages", *heads)
    for language, spoken in figures.languages.items():
        words = f"{spoken.words} of {len(figures.topics)}"
        counts = (spoken.characters, spoken.asks, spoken.phrases, spoken.examples, spoken.unread, spoken.stale)
        table.add_row(language, words, *map(str, counts))
    return table


def _reading(figures: Coverage) -> Table:
    heads = ("", "formula", "middle text", "hardest text", "sentences", "over 12 words", "longest")
    table = _table("How it reads", *heads)
    for language, read in figures.reading.items():
        hardest = f"{read.hardest:.1f} ({read.hardest_topic})" if read.hardest is not None else "-"
        middle = f"{read.middle:.1f}" if read.middle is not None else "-"
        counts = (read.sentences, read.over, read.longest)
        table.add_row(language, read.formula or "none is known", middle, hardest, *map(str, counts))
    return table


def _countries(figures: Coverage) -> Table:
    """A country without an owner stands here as such: nobody answers for what is shown of it."""
    table = _table("Countries: topics known there, known internationally only, unknown", "country", *Knowledge, "owner")
    for country, owner in figures.owners.items():
        table.add_row(country, *map(str, figures.counted(country).values()), owner or "[red]nobody yet[/]")
    return table


def _topics_by_country(figures: Coverage) -> Table:
    title = f"Topics by country ({', '.join(f'{sign} {kind}' for kind, sign in SIGNS.items())})"
    table = _table(title, "topic", *figures.owners)
    for id, by_country in figures.knowledge.items():
        table.add_row(id, *(SIGNS[by_country[country]] for country in figures.owners))
    return table


def _ages(figures: Coverage) -> Table:
    table = _table("Age, in days since somebody looked", "kind", "entries", "middle", "oldest", "past their date")
    for kind, aged in figures.ages.items():
        table.add_row(kind, *map(str, (aged.entries, aged.middle, aged.oldest, aged.past)))
    return table


def _expires(figures: Coverage) -> Table:
    table = _table("What expires next", "check again on", "days", "kind", "country", "id")
    for expiry in figures.expires:
        table.add_row(str(expiry.check_again_on), str(expiry.days), expiry.kind, expiry.country, expiry.id)
    return table


def _uncovered(figures: Coverage) -> Table:
    table = _table("Not covered", "language", "how many", "what is missing")
    for language in figures.languages:
        missing = [what for spoken, what in figures.uncovered if spoken == language]
        if missing:
            table.add_row(language, str(len(missing)), ", ".join(missing))
    return table


def _table(title: str, *heads: str) -> Table:
    """The first column names the row."""
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold")
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


def _today() -> date:
    return datetime.now(UTC).date()
