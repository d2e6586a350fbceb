"""`build`: learn from `content/` now, so that starting does not have to."""

import time

import typer

from faro.commands import opening
from faro.library import model


def build() -> None:
    """Learn topics, dangers and languages from content. Does nothing when the content is the same as last time."""
    settings = opening.settings()
    library = opening.library()
    folder = settings.data / "learned"
    begun = time.monotonic()
    if (folder / model.content_hash(library) / "meta.json").is_file():
        typer.echo(f"Nothing changed: {folder / model.content_hash(library)}")
        return
    try:
        with opening.learning() as progress:
            place = model.build(library, folder, progress)
    except model.LearnedError as error:
        opening.fail(str(error))
    typer.echo(f"Learned {len(library.asks)} ways of asking and {len(library.examples)} examples: {place}")
    typer.echo(f"{time.monotonic() - begun:.0f} s")
