"""Places as a table for editors: one row a place, one column a field, lists with `; `. Opens in any spreadsheet, reads back the same."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from faro.library.entries import Eligibility, Place

BEFORE = ("id", "country", "state", "town", "name", "organization", "service", "status", "admission")
WHO = tuple(Eligibility.model_fields)
AFTER = (
    "address", "address_confirmed", "latitude", "longitude", "position", "confidential", "phones", "url", "languages", "cost",
    "accessibility", "services", "schedule", "timezone", "closed_from", "closed_until", "alerts", "assured_date", "source",
    "more_sources", "checked_on", "check_again_on", "withdrawn_on", "note",
)  # fmt: skip
COLUMNS = (*BEFORE, *WHO, *AFTER)
LISTS = ("languages", "services", "alerts", "more_sources")
NUMBERS = ("latitude", "longitude")
FORMULA = ("=", "+", "-", "@", "\t")
"""Cells that begin so are run by spreadsheets; an apostrophe before them says that they are text."""


def written(places: tuple[Place, ...]) -> str:
    """The whole table. Of a confidential place no address, position or note."""
    out = io.StringIO()
    rows = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    rows.writeheader()
    for place in places:
        rows.writerow({name: value if name in NUMBERS else _safe(value) for name, value in _row(place).items()})
    return out.getvalue()


def read(text: str) -> Iterator[dict[str, Any]]:
    """Each row as data for `Place`, empty cells left out. Raises ValueError when it is not such a table."""
    table = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        unknown = sorted(set(table.fieldnames or ()) - set(COLUMNS))
        if "id" not in (table.fieldnames or ()) or unknown:
            raise ValueError(f"unknown columns: {', '.join(unknown)}" if unknown else "the first line must name the columns")
        for row in table:
            yield _data(row)
    except csv.Error as error:
        raise ValueError(f"line {table.line_num}: {error}") from error


def _row(place: Place) -> dict[str, str]:
    hidden = ("address", "latitude", "longitude", "note") if place.confidential else ()
    found = {name: "" if name in hidden else _text(getattr(place, name)) for name in (*BEFORE, *AFTER)}
    found |= {name: _text(getattr(place.eligibility, name)) for name in WHO}
    found |= {name: "; ".join(getattr(place, name)) for name in LISTS}
    found["phones"] = "; ".join(f"{phone.number} ({phone.channel})" for phone in place.phones)
    found["schedule"] = "; ".join(
        f"{','.join(opening.byday) or 'DAILY'} {opening.opens_at}-{opening.closes_at}"
        + (f" {opening.valid_from or ''}/{opening.valid_to or ''}" if opening.valid_from or opening.valid_to else "")
        for opening in place.schedule
    )
    return found


def _data(row: Mapping[str | None, Any]) -> dict[str, Any]:
    if None in row:
        raise ValueError(f"a row has more cells than there are columns: {row.get('id')}")
    cells = {str(name): str(value or "").strip().removeprefix("'") for name, value in row.items()}
    found: dict[str, Any] = {name: value for name, value in cells.items() if value and name not in (*WHO, *LISTS)}
    found |= {name: [part.strip() for part in cells[name].split(";") if part.strip()] for name in LISTS if cells.get(name)}
    found["eligibility"] = {name: cells[name] for name in WHO if cells.get(name)}
    if "phones" in found:
        found["phones"] = [_phone(part.strip()) for part in found["phones"].split(";") if part.strip()]
    if "schedule" in found:
        found["schedule"] = [_opening(part.split()) for part in found["schedule"].split(";") if part.strip()]
    return found


def _phone(cell: str) -> dict[str, str]:
    number, _, channel = cell.partition(" (")
    return {"number": number, "channel": channel.rstrip(")") or "call"}


def _opening(words: list[str]) -> dict[str, Any]:
    days, hours, dates = [*words, "", "", ""][:3]
    opens, _, closes = hours.partition("-")
    begins, _, ends = dates.partition("/")
    daily = days == "DAILY"
    made: dict[str, Any] = {"freq": "DAILY" if daily else "WEEKLY", "byday": [] if daily else days.split(",")}
    return made | {"opens_at": opens, "closes_at": closes, "valid_from": begins or None, "valid_to": ends or None}


def _text(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
