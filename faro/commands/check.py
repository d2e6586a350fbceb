"""`check`: every problem of content and locales at once, each with file, line and id."""

from datetime import UTC, datetime
from pathlib import Path

import typer
from rich.console import Console

from faro.commands import opening
from faro.library import open_library
from faro.library.checks import all_problems
from faro.library.library import PROJECT

out = Console(highlight=False, soft_wrap=True)


def check(
    folder: Path = typer.Argument(None, help="A folder that holds content/ and locales/; by default the one in use."),
    warnings: bool = typer.Option(
        False, "--warnings", help="Also list what is only a warning (readability, dates that come near)."
    ),
) -> None:
    """List all problems of content and locales, each with file, line and id. Exit status 1 when there is one."""
    root = folder or opening.settings().content or PROJECT
    library = open_library(root.absolute(), strict=False)
    problems = all_problems(library, datetime.now(UTC).date())
    mistakes = [problem for problem in problems if not problem.warning]
    for problem in problems if warnings else mistakes:
        out.print(f"{'warning' if problem.warning else 'problem'} ({problem.rule}) {problem}", markup=False)
    unread = sum(wording.review == "needed" for wording in library.wordings.values())
    out.print(
        f"{len(mistakes)} problems, {len(problems) - len(mistakes)} warnings, {unread} texts not yet read by a native speaker."
    )
    raise typer.Exit(1 if mistakes else 0)
