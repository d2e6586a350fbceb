"""`staff`: who may take, read and answer. Only registered people can, on Telegram as on the console."""

from datetime import UTC, datetime
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection

from faro.assistant.rights import Role
from faro.commands import missing, opening
from faro.commands.stored import with_store
from faro.engine.doors import LINK
from faro.library.entries import LANGUAGES
from faro.storage import Seal, sessions, staff

T = TypeVar("T")

app = typer.Typer(help="Register who may take, read and answer.", no_args_is_help=True)
out = Console(highlight=False)


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="How colleagues call them; migrants never see it.")],
    telegram: Annotated[int | None, typer.Option(help="Their Telegram user id (a number; @userinfobot tells it).")] = None,
    role: Annotated[list[Role] | None, typer.Option(help="What they may do; may be given several times.")] = None,
    language: Annotated[
        list[str] | None, typer.Option(help="A language they speak: es, en, pt, fr, ht or ar; several times.")
    ] = None,
    tie: Annotated[
        list[str] | None, typer.Option(help="A shelter or partner they belong to: cases naming it are not theirs.")
    ] = None,
) -> None:
    """Register somebody. The same Telegram id again changes the entry."""
    user = str(telegram) if telegram is not None else None
    channel = "telegram" if user else None
    roles, languages = role or [Role.RESPONDER], language or ["es"]
    strange = [spoken for spoken in languages if spoken not in LANGUAGES]
    if strange:
        opening.fail(f"--language: {strange[0]} is none of {', '.join(LANGUAGES)}.")
    number = with_store(
        lambda db, seal: staff.add(
            db, seal, name, datetime.now(UTC), roles=roles, languages=languages, ties=tie or (), channel=channel, user=user
        )
    )
    out.print(f"{name} is registered as number {number}: {', '.join(roles)}.", markup=False)
    missing.look(out)


@app.command(name="list")
def show(everybody: Annotated[bool, typer.Option("--all", help="Also those who were removed.")] = False) -> None:
    """List who is registered."""
    people = with_store(lambda db, seal: staff.everybody(db, seal, active=not everybody))
    table = Table("number", "name", "roles", "languages", "on call")
    for person in people:
        call = "yes" if person.on_call else ""
        state = "" if person.active else " (removed)"
        table.add_row(str(person.id), person.name + state, ", ".join(sorted(person.roles)), ", ".join(person.languages), call)
    out.print(table if people else "Nobody is registered yet: `python bot.py staff add NAME`.")


@app.command()
def link(number: Annotated[int, typer.Argument(help="The number that `staff list` shows.")]) -> None:
    """Print a link to the console that opens once, for somebody who has no Telegram."""

    def made(db: Connection, seal: Seal) -> str | None:
        known = staff.get(db, seal, number)
        if known is None or not known.active:
            return None
        return sessions.make(db, seal, "link", datetime.now(UTC), LINK, staff=number)

    token = with_store(made)
    if token is None:
        opening.fail(f"There is nobody with number {number}.")
    minutes = LINK.seconds // 60
    out.print(f"{opening.settings().address}/staff/enter?token={token}  (opens once, within {minutes} minutes)", soft_wrap=True)


@app.command()
def remove(number: Annotated[int, typer.Argument(help="The number that `staff list` shows.")]) -> None:
    """Take somebody's rights away at once. What they did stays in the audit; what they own goes back to the queue."""
    if not with_store(lambda db, seal: staff.remove(db, number)):
        opening.fail(f"There is nobody with number {number}.")
    out.print(f"Number {number} is removed.")
    missing.look(out)
