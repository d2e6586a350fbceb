"""`places`: the directory for editors. What is on hold and why, out to HSDS or a table, and in again with every bad row named."""

import json
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection

from faro.commands import opening
from faro.commands.stored import with_store
from faro.library import Library, hsds, places_import, places_table
from faro.library.gazetteer import Town
from faro.storage import Seal, audit, place_reports

T = TypeVar("T")

app = typer.Typer(help="Look after the directory of places.", no_args_is_help=True)
out = Console(highlight=False, soft_wrap=True)


class Format(StrEnum):
    HSDS = "hsds"
    CSV = "csv"


@app.command()
def held() -> None:
    """List the places on hold, and what people told of places in the last week."""
    library = opening.library()
    names = {place.id: f"{place.name} ({place.town}, {place.country})" for place in library.places}
    listed = with_store(lambda db, seal: place_reports.listed(db, _now()))
    table = Table("id", "place", "on hold since", "closed", "not let in", "helped")
    for one in listed:
        since = one.since.strftime("%Y-%m-%d %H:%M") if one.since else ""
        table.add_row(
            one.place,
            names.get(one.place, "(no longer in the directory)"),
            since,
            *map(str, (one.closed, one.refused, one.helped)),
        )
    out.print(table if listed else "Nobody reported anything in the last week, and no place is on hold.")


@app.command()
def release(id: Annotated[str, typer.Argument(help="The id that `places held` shows.")]) -> None:
    """Send people to a place again: somebody has called it. What was reported before counts no more."""
    if not with_store(lambda db, seal: _release(db, seal, id)):
        opening.fail(f"{id} is not on hold.")
    out.print(f"{id} is offered again.")


@app.command()
def export(
    to: Annotated[Path | None, typer.Argument(help="The file to write; - or none writes to standard output.")] = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="hsds (JSON) or csv; by default what the file's name says.")
    ] = None,
    country: Annotated[str | None, typer.Option(help="Only this country, such as MX.")] = None,
) -> None:
    """Write the directory as Open Referral HSDS 3 JSON (a list of services) or as a table. No address of a confidential place leaves."""
    places = tuple(place for place in opening.library().places if country in (None, place.country))
    chosen = form or (Format.CSV if to is not None and to.suffix.lower() == ".csv" else Format.HSDS)
    if chosen is Format.CSV:
        text = places_table.written(places)
    else:
        text = json.dumps(hsds.services(places, _now().date()), ensure_ascii=False, indent=1) + "\n"
    if to is None or str(to) == "-":
        typer.echo(text, nl=False)
        return
    try:
        # Spreadsheets take a table for UTF-8 only with the mark in front.
        to.write_text(text, "utf-8-sig" if chosen is Format.CSV else "utf-8")
    except OSError as error:
        opening.fail(f"{to} cannot be written ({error.strerror}).")
    out.print(f"{len(places)} places are in {to}.", markup=False)


@app.command(name="import")
def bring_in(
    file: Annotated[Path, typer.Argument(help="A .json file (HSDS services) or a .csv file (the table of `places export`).")],
    keep_good: Annotated[bool, typer.Option("--keep-good", help="Take the good rows although others are bad.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    source: Annotated[str | None, typer.Option(help="Where rows without a source are from (an address).")] = None,
    service: Annotated[str | None, typer.Option(help="What rows without a kind are, such as shelter or food.")] = None,
) -> None:
    """Bring places into content/places. Every bad row is told with its reason, and nothing changes unless all rows are good.

    Exit status 1 when a row is bad (with --keep-good too), 2 when the file cannot be read.
    """
    library = opening.library()
    zones = _zones(library)
    rows = [places_import.completed(row, source=source, service=service, zones=zones) for row in _rows(file)]
    found = places_import.taken(rows, _now().date())
    for number, id, reason in found.bad:
        out.print(f"row {number} ({id or 'no id'}): {reason}", markup=False)
    bad = len({number for number, _, _ in found.bad})
    if (bad and not keep_good) or not found.good or dry_run:
        out.print(f"{len(found.good)} rows are good, {bad} are bad. Nothing was changed.")
        raise typer.Exit(1 if bad or not found.good else 0)
    _write(library, found.good)
    out.print(f"{len(found.good)} places were taken, {bad} rows were left out.")
    raise typer.Exit(1 if bad else 0)


def _rows(file: Path) -> list[Mapping[str, Any]]:
    """The rows of the file as data for places. One sentence and status 2 when it is no such file."""
    try:
        text = file.read_text("utf-8-sig")
        return list(places_table.read(text)) if file.suffix.lower() == ".csv" else [_row(row) for row in _services(text)]
    except OSError as error:
        opening.fail(f"{file} cannot be read ({error.strerror}).")
    except (ValueError, RecursionError) as error:
        opening.fail(f"{file}: {error if isinstance(error, ValueError) else 'nested too deeply'}")


def _services(text: str) -> Iterable[Any]:
    """The list of services, also of a page of an HSDS interface."""
    data = json.loads(text)
    rows = data.get("contents", data.get("services")) if isinstance(data, dict) else data
    if not isinstance(rows, list):
        raise ValueError("holds no list of HSDS services")  # noqa: TRY004  (the content is wrong, not a type of ours)
    return rows


def _row(row: Any) -> Mapping[str, Any]:
    if not isinstance(row, dict):
        return {}
    try:
        return hsds.place_data(row)
    except (AttributeError, TypeError, KeyError):
        return {"id": row.get("id")}


def _write(library: Library, good: Mapping[str, Any]) -> None:
    """All files or none: written beside the old ones first, then put in their place."""
    folder = library.root / "content" / "places"
    try:
        made = places_import.files(library.places, good)
        for name, text in made.items():
            (folder / f"{name}.new").write_text(text, "utf-8")
        for name in made:
            os.replace(folder / f"{name}.new", folder / name)
    except (OSError, ValueError) as error:
        for path in folder.glob("*.yaml.new"):
            path.unlink()
        opening.fail(f"content/places cannot be written: {error}")


def _zones(library: Library) -> places_import.Zones:
    """The time zone of the nearest town of the country; without a position the country's only one."""
    towns: dict[str, list[Town]] = {}
    for town in library.towns.towns:
        towns.setdefault(town.country, []).append(town)

    def zone(country: str, latitude: Any, longitude: Any) -> str | None:
        known = towns.get(country, [])
        if isinstance(latitude, int | float) and isinstance(longitude, int | float) and known:
            return min(known, key=lambda town: (town.latitude - latitude) ** 2 + (town.longitude - longitude) ** 2).timezone
        zones = {town.timezone for town in known}
        return zones.pop() if len(zones) == 1 else None

    return zone


def _release(db: Connection, seal: Seal, id: str) -> bool:
    done = place_reports.release(db, id, _now())
    if done:
        audit.write(db, seal, "place.released", "editor", _now(), place=id)
    return done


def _now() -> datetime:
    return datetime.now(UTC)
