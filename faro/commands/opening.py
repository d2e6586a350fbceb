"""What the commands open before they work: settings, the library, the learned arrays. A mistake is one sentence and exit status 2."""

from typing import NoReturn

import typer
from rich.console import Console

from faro.library import ContentError, Library, open_library
from faro.library.library import PROJECT
from faro.settings import Settings, SettingsError, read

errors = Console(stderr=True, highlight=False)


def settings() -> Settings:
    """The settings, or the sentence that says which is wrong."""
    try:
        return read()
    except SettingsError as error:
        fail(str(error))


def library(*, learned: bool = False) -> Library:
    """The library, with the learned arrays built when they are asked for and absent."""
    chosen = settings()
    try:
        opened = open_library(chosen.content or PROJECT)
    except ContentError as error:
        for problem in error.problems:
            errors.print(str(problem), markup=False)
        fail("content cannot be used; `python bot.py check` lists all problems.")
    return opened


def fail(sentence: str) -> NoReturn:
    """Say one sentence on standard error and end with status 2."""
    errors.print(sentence, style="bold red", markup=False)
    raise typer.Exit(2)
