"""What the commands open before they work: settings, the library, the learned arrays. A mistake is one sentence and exit status 2."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from rich.console import Console
from rich.progress import Progress, TaskID

from faro.library import ContentError, Library, model, open_library
from faro.library.library import PROJECT
from faro.settings import Settings, SettingsError, read

errors = Console(stderr=True, highlight=False)


def settings() -> Settings:
    """The settings, or the sentence that says which is wrong."""
    try:
        return read()
    except SettingsError as error:
        fail(str(error))


def library(*, learned: bool = False, encoder: bool = True) -> Library:
    """The library, with the learned arrays built when they are asked for and absent. `encoder`: with it, where it is installed."""
    chosen = settings()
    try:
        opened = open_library(chosen.content or PROJECT)
    except ContentError as error:
        for problem in error.problems:
            errors.print(str(problem), markup=False)
        fail("content cannot be used; `python bot.py check` lists all problems.")
    return with_learned(opened, chosen, encoder=encoder) if learned else opened


def with_learned(opened: Library, chosen: Settings, *, encoder: bool = True) -> Library:
    """The library with its learned arrays. Without them all works, less well: then one sentence says so and the start goes on."""
    folder = chosen.data / "learned"
    try:
        if not (folder / model.content_hash(opened) / "meta.json").is_file():
            with learning() as progress:
                model.build(opened, folder, progress)
        return opened.with_learned(model.load(opened, folder, use_encoder=encoder and chosen.encoder))
    except (model.LearnedError, OSError) as error:
        errors.print(f"Nothing is learned, strings are compared instead: {error}", style="yellow", markup=False)
        return opened


@contextmanager
def learning() -> Iterator[model.Progress]:
    """A progress bar on standard error for what is being learned."""
    with Progress(console=errors, transient=True) as bars:
        known: dict[str, TaskID] = {}

        def tell(stage: str, done: int, of: int) -> None:
            if stage not in known:
                known[stage] = bars.add_task(f"learning: {stage}", total=of)
            bars.update(known[stage], completed=done, total=of)

        yield tell


def fail(sentence: str) -> NoReturn:
    """Say one sentence on standard error and end with status 2."""
    errors.print(sentence, style="bold red", markup=False)
    raise typer.Exit(2)
