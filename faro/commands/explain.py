"""`explain`: why a message is understood as it is - language votes, nearest ways of asking, scores, thresholds, phrases and examples."""

import typer

from faro.assistant import explanation
from faro.commands import opening


def explain(
    text: str = typer.Argument(..., help="The message, in quotes."),
    encoder: bool = typer.Option(True, help="With the sentence encoder, where it is installed."),
) -> None:
    """Show what was understood of one message, and why. Nothing is stored."""
    library = opening.library(learned=True, encoder=encoder)
    for line in explanation.lines(text, library):
        typer.echo(line)
