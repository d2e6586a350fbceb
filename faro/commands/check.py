"""`check`: every problem of content and locales at once, each with file, line and id; and two small helps for editors."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import typer
from rich.console import Console

from faro.commands import missing, opening, revision
from faro.commands import schemas as schema_files
from faro.library import open_library
from faro.library.checks import all_problems, readability
from faro.library.entries import LANGUAGES

out = Console(highlight=False, soft_wrap=True)


def check(
    folder: Path = typer.Argument(None, help="A folder that holds content/ and locales/; by default the one in use."),
    warnings: bool = typer.Option(
        False, "--warnings", help="Also list what is only a warning (readability, dates that come near)."
    ),
    bump: str = typer.Option(
        None,
        "--bump",
        metavar="TOPIC",
        help="Only raise the revision of this topic: a fact changed, its words must be read again.",
    ),
    schemas: bool = typer.Option(
        False, "--schemas", help="Only write content/schemas, with which editors' programs complete keys."
    ),
) -> None:
    """List all problems of content and locales, each with file, line and id. Exit status 1 when there is one."""
    root = opening.root(folder, needs=("content",)) if bump or schemas else opening.root(folder)
    if bump:
        _bump(root, bump)
    if schemas:
        _write_schemas(root)
    if not bump and not schemas:
        mistakes = _list(root, warnings=warnings)
        if folder is None:
            with suppress(typer.Exit):  # a database that is away is no mistake of the content; that it is, is said
                missing.look(out)
        raise typer.Exit(1 if mistakes else 0)


def _list(root: Path, *, warnings: bool) -> int:
    """Tell every problem; how many are mistakes."""
    library = open_library(root, strict=False)
    problems = all_problems(library, datetime.now(UTC).date())
    mistakes = [problem for problem in problems if not problem.warning]
    for problem in problems if warnings else mistakes:
        out.print(f"{'warning' if problem.warning else 'problem'} ({problem.rule}) {problem}", markup=False)
    for language in LANGUAGES:
        read = readability.measured(library, language)
        figure = f"middle text {read.middle} ({read.formula})" if read.formula else "no formula is known"
        out.print(
            f"{language} reads: {figure}; {read.over} of {read.sentences} sentences over 12 words, the longest {read.longest}."
        )
    unread = sum(wording.review == "needed" for wording in library.wordings.values())
    out.print(
        f"{len(mistakes)} problems, {len(problems) - len(mistakes)} warnings, {unread} texts not yet read by a native speaker."
    )
    return len(mistakes)


def _bump(root: Path, topic: str) -> None:
    try:
        now_at = revision.bump(root, topic)
    except (revision.NoTopic, OSError) as error:
        opening.fail(str(error))
    out.print(f"{topic} is at revision {now_at}. Its words count as old until they say 'of_revision: {now_at}'.", markup=False)


def _write_schemas(root: Path) -> None:
    try:
        written = schema_files.write(root)
    except OSError as error:
        opening.fail(str(error))
    out.print(f"{len(written)} files written to {root / 'content' / 'schemas'}.", markup=False)
