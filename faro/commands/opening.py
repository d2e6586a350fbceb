"""What the commands open before they work: settings, the library, the learned arrays. A mistake is one sentence and exit status 2."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console
from rich.progress import Progress, TaskID

from faro.library import ContentError, Library, model, open_library
from faro.library.library import PROJECT
from faro.settings import Settings, SettingsError, read
from faro.storage import Seal
from faro.storage.errors import KeyUnusable

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
        opened = open_library(root())
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


def root(given: Path | None = None, *, needs: tuple[str, ...] = ("content", "locales")) -> Path:
    """The folder with content/ and locales/: the one that was given, else of the setting, else beside the program."""
    chosen = given or settings().content
    folder = (chosen or PROJECT).absolute()
    lacking = [name for name in needs if not (folder / name).is_dir()]
    if lacking:
        named = "" if given else "FARO_CONTENT: " if chosen else ""
        fail(f"{named}{folder} holds no folder {' and no folder '.join(lacking)}.")
    return folder


def seal(chosen: Settings) -> Seal:
    """The keys in use. A key is made for a new database alone, and in a folder that is there. Raises KeyUnusable."""
    if chosen.key_file is not None and not chosen.key.absolute().parent.is_dir():
        raise KeyUnusable(f"FARO_KEY_FILE: the folder {chosen.key.absolute().parent} is not there.")
    chosen.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Seal.at(chosen.key)


def has_database(chosen: Settings) -> bool:
    """Whether there is one to be looked at; a look makes none."""
    return chosen.database_url is not None or (chosen.data / "faro.db").is_file()


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
