"""Rows that come in become places: every bad row with its reason, and the files as they would be. Nothing is written here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from pydantic import ValidationError

from faro.library.entries import COUNTRIES, Place
from faro.library.reading import LARGEST
from faro.library.text import fold

Zones = Callable[[str, Any, Any], str | None]
"""(country, latitude, longitude) -> the time zone there."""

AGAIN = timedelta(days=182)
"""When a place is looked at again after it was checked."""

ORDER = (
    "id", "organization", "name", "service", "state", "town", "address", "address_confirmed", "latitude", "longitude", "position",
    "confidential", "phones", "url", "languages", "cost", "accessibility", "services", "eligibility", "schedule", "timezone", "status",
    "closed_from", "closed_until", "admission", "alerts", "assured_date", "source", "more_sources", "checked_on", "check_again_on",
    "withdrawn_on", "note",
)  # fmt: skip
OPENING = ("freq", "byday", "opens_at", "closes_at", "valid_from", "valid_to")
DATES = ("checked_on", "check_again_on", "withdrawn_on", "closed_from", "closed_until")
ALWAYS = frozenset(ORDER) - {"languages", "accessibility", "closed_from", "closed_until", "withdrawn_on", "note"}
"""Shown in a file also where nothing is known: whoever fills it in sees what is missing."""

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass
class Taken:
    """What came of an import: the good places, and the bad rows as (number, id, reason)."""

    good: dict[str, Place] = field(default_factory=dict)
    bad: list[tuple[int, str, str]] = field(default_factory=list)


def taken(rows: Iterable[Mapping[str, Any]], today: date) -> Taken:
    """Check every row; an id may come once."""
    found = Taken()
    for number, row in enumerate(rows, 1):
        id = str(row.get("id") or "")
        place, reasons = _checked(row, today)
        if place is not None and place.id in found.good:
            place, reasons = None, ["the id stands in an earlier row too"]
        if place is None:
            found.bad += [(number, id, reason) for reason in reasons]
        else:
            found.good[place.id] = place
    return found


def _checked(row: Mapping[str, Any], today: date) -> tuple[Place | None, list[str]]:
    """The place, or why not. A reason never quotes what was given: it may be an address that nobody may read."""
    try:
        place = Place.model_validate(dict(row))
    except ValidationError as error:
        return None, [
            f"{'.'.join(str(part) for part in fault['loc']) or 'row'}: {_plain(fault['msg'])}" for fault in error.errors()
        ]
    reasons = list(_doubts(place, today))
    return (None, reasons) if reasons else (place, [])


def _doubts(place: Place, today: date) -> Iterable[str]:
    """What the shape of a place cannot say."""
    if place.country not in COUNTRIES:
        yield "country: not one of the countries of this directory"
    if not place.id.startswith(f"{place.country.lower()}-"):
        yield f"id: must begin with {place.country.lower()}-"
    if (place.latitude is None) != (place.longitude is None) or not _on_earth(place):
        yield "latitude, longitude: both or none, in degrees"
    try:
        ZoneInfo(place.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield "timezone: no such time zone"
    if place.checked_on > today:
        yield "checked_on: lies in the future"
    if place.check_again_on <= place.checked_on:
        yield "check_again_on: must be after checked_on"
    if place.assured_date is not None and not _is_date(place.assured_date):
        yield "assured_date: must be a year, year-month or day"
    if place.address_confirmed and not place.address:
        yield "address_confirmed: there is no address"
    if any(opening.freq == "WEEKLY" and not opening.byday for opening in place.schedule):
        yield "schedule: a weekly opening names its days"


def completed(row: Mapping[str, Any], *, source: str | None, service: str | None, zones: Zones) -> dict[str, Any]:
    """A row of somebody else's directory with what it cannot know: our id, the time zone of its town, when to look again."""
    made = dict(row)
    country, name = str(made.get("country") or ""), fold(str(made.get("name") or ""))
    if not made.get("id") and country and name:
        made["id"] = f"{country.lower()}-{'-'.join(name.split())[:30].strip('-')}"
    if not made.get("timezone"):
        made["timezone"] = zones(country, made.get("latitude"), made.get("longitude"))
    assured = str(made.get("assured_date") or "")
    if not made.get("checked_on") and len(assured) == 10 and _is_date(assured):
        made["checked_on"] = assured
        made.setdefault("check_again_on", (date.fromisoformat(assured) + AGAIN).isoformat())
    for field_name, value in (("source", source), ("service", service)):
        if value and not made.get(field_name):
            made[field_name] = value
    return {name: value for name, value in made.items() if value is not None}


def files(known: Iterable[Place], good: Mapping[str, Place]) -> dict[str, str]:
    """The text of each country's file that changes: good rows in the place of entries with their id, new ones at the end.

    Raises ValueError when a file would become too large to be read.
    """
    made: dict[str, str] = {}
    before = {place.id: place for place in known}
    everything = before | {id: _with_note(place, before.get(id)) for id, place in good.items()}
    for country in sorted({place.country for place in good.values()}):
        rows = [as_data(place) for place in everything.values() if place.country == country]
        text = yaml.dump({"places": rows}, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=130)
        if len(text.encode()) > LARGEST:
            raise ValueError(f"{country}: the file would be larger than {LARGEST} bytes, which is not read")
        made[f"{country}.yaml"] = text
    return made


def _with_note(place: Place, before: Place | None) -> Place:
    """The note of a confidential place is in no export, so that a row without one does not take it away."""
    kept = before.note if before is not None and place.confidential and place.note is None else place.note
    return place.model_copy(update={"note": kept})


def as_data(place: Place) -> dict[str, Any]:
    """An entry as it stands in a file, in the order of the files: the country is the file's name, who is not known of is left out."""
    kept = place.model_dump(mode="json") | {name: getattr(place, name) for name in DATES}
    kept["eligibility"] = place.eligibility.model_dump(exclude_defaults=True)
    kept["schedule"] = [
        opening.model_dump(mode="json", exclude_defaults=True) | {"freq": opening.freq} for opening in place.schedule
    ]
    kept["phones"] = [phone.model_dump(exclude_none=True) for phone in place.phones]
    made = {name: kept[name] for name in ORDER if kept[name] not in (None, [], ()) or name in ALWAYS}
    made["schedule"] = [{name: one[name] for name in OPENING if name in one} for one in made["schedule"]]
    return made


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ").removeprefix("Assertion failed, ")


def _on_earth(place: Place) -> bool:
    return abs(place.latitude or 0) <= 90 and abs(place.longitude or 0) <= 180


def _is_date(value: str) -> bool:
    parts = value.split("-")
    try:
        date(*[*map(int, parts), 1, 1][:3])
    except (ValueError, TypeError):
        return False
    return len(parts) <= 3 and len(parts[0]) == 4
