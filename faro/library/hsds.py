"""Places as Open Referral HSDS 3 services, and back. One service a place, whole: organization, location, schedules, phones within it.

What HSDS has a field for stands there; what it has none for (who is let in, with `unknown` as a value) stands as attributes whose
`link_type` is `faro:<field>`, so that nothing is lost on the way back. Of a confidential place no address, position or note leaves.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from faro.library.entries import Eligibility, Place

SPACE = UUID("6f1b6b2e-5b0a-5f0e-9d5c-2d3a8f1f7c11")
"""Ids are made from our own, so that the same place keeps its id from export to export."""

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
STATUS = {"open": "active", "closed": "defunct", "unknown": "inactive"}
BACK = {"active": "open", "defunct": "closed", "temporarily closed": "closed", "inactive": "unknown"}
PHONES = {"call": "voice", "sms": "text", "whatsapp": "cell", "telegram": "cell"}
MARK = "faro:"
LISTS = ("services", "alerts", "more_sources")
PLAIN = (
    "service", "country", "state", "town", "timezone", "address_confirmed", "position", "confidential", "admission", "assured_date",
    "closed_from", "closed_until", "checked_on", "check_again_on", "withdrawn_on", "source", "status",
)  # fmt: skip
"""Fields without a place of their own in HSDS, or finer here than there."""


def services(places: tuple[Place, ...], today: date) -> list[dict[str, Any]]:
    """Every place as an HSDS service. `today` gives the offset from UTC that local times carry."""
    return [service(place, today) for place in places]


def service(place: Place, today: date) -> dict[str, Any]:
    """One place."""
    made = {
        "id": _id(place.id, "service"),
        "name": place.name,
        "description": ", ".join(place.services) or None,
        "url": place.url,
        "status": "temporarily closed" if place.closed_until else STATUS[place.status],
        "application_process": "By referral only; nobody can walk in." if place.admission == "referral" else None,
        "fees_description": place.cost,
        "eligibility_description": "; ".join(f"{name}: {value}" for name, value in _eligibility(place)),
        "assured_date": _day(place.assured_date) if place.assured_date else None,
        "alert": ", ".join(place.alerts) or None,
        "organization": _organization(place),
        "phones": [_phone(place, number) for number in range(len(place.phones))],
        "languages": [{"id": _id(place.id, f"language {code}"), "code": code} for code in place.languages],
        "schedules": [_schedule(place, number, today) for number in range(len(place.schedule))],
        "service_at_locations": [{"id": _id(place.id, "at"), "location": _location(place)}],
        "attributes": list(_attributes(place)),
    }
    return {name: value for name, value in made.items() if value not in (None, [])}


def place_data(row: Mapping[str, Any]) -> dict[str, Any]:
    """What an HSDS service says, as data for `Place`; what it does not say is left out, never guessed."""
    own = {str(a.get("link_type", "")).removeprefix(MARK): a.get("value") for a in _dicts(row.get("attributes"))
           if str(a.get("link_type", "")).startswith(MARK)}  # fmt: skip
    location: dict[str, Any] = next(
        (at["location"] for at in _dicts(row.get("service_at_locations")) if isinstance(at.get("location"), dict)), {}
    )
    address = next(iter(_dicts(location.get("addresses") or location.get("addresss"))), {})
    found: dict[str, Any] = {
        "id": own.get("id"),
        "name": row.get("name"),
        "organization": (row.get("organization") or {}).get("name"),
        "url": row.get("url"),
        "cost": row.get("fees_description"),
        "status": BACK.get(str(row.get("status")), "unknown"),
        "assured_date": row.get("assured_date"),
        "town": address.get("city"),
        "state": address.get("state_province") or None,
        "country": address.get("country"),
        "address": address.get("address_1"),
        "latitude": location.get("latitude"),
        "longitude": location.get("longitude"),
        "accessibility": next((one.get("description") for one in _dicts(location.get("accessibility"))), None),
        "phones": [_number(phone) for phone in _dicts(row.get("phones"))],
        "languages": [one.get("code") or one.get("name") for one in _dicts(row.get("languages"))],
        "schedule": [_opening(one) for one in _dicts(row.get("schedules"))],
    }
    found |= {name: own[name] for name in (*PLAIN, "note") if name in own}
    found |= {name: [part for part in str(own[name]).split("; ") if part] for name in LISTS if isinstance(own.get(name), str)}
    found["eligibility"] = {name: own[name] for name in Eligibility.model_fields if name in own}
    found["address_confirmed"] = own.get("address_confirmed") == "true"
    found["confidential"] = own.get("confidential") == "true"
    if own.get("organization") == "none":
        found["organization"] = None
    return {name: value for name, value in found.items() if value is not None}


def _attributes(place: Place) -> Iterator[dict[str, Any]]:
    values = [("id", place.id)] + [(name, _text(getattr(place, name))) for name in PLAIN]
    values += [(name, "; ".join(getattr(place, name))) for name in LISTS]
    values += list(_eligibility(place))
    if place.note and not place.confidential:
        values.append(("note", place.note))
    if place.organization is None:
        values.append(("organization", "none"))
    for name, value in values:
        if value:
            yield {
                "id": _id(place.id, f"attribute {name}"),
                "link_entity": "service",
                "link_type": f"{MARK}{name}",
                "value": value,
            }


def _eligibility(place: Place) -> Iterator[tuple[str, str]]:
    """Who is let in and what a door asks; what is not known is told as unknown."""
    for name in Eligibility.model_fields:
        value = getattr(place.eligibility, name)
        if value is not None:
            yield name, str(value)


def _organization(place: Place) -> dict[str, Any]:
    name = place.organization or place.name
    return {"id": _id(name, "organization"), "name": name, "description": f"{place.name}, {place.town}, {place.country}"}


def _location(place: Place) -> dict[str, Any]:
    """Where it is, as far as that may be said: a confidential place is reached by phone only."""
    made: dict[str, Any] = {"id": _id(place.id, "location"), "name": place.name}
    if place.confidential:
        return made | {"location_type": "virtual"}
    made["location_type"] = "physical"
    if place.latitude is not None and place.longitude is not None:
        made |= {"latitude": place.latitude, "longitude": place.longitude, "description": f"position: {place.position}"}
    if place.accessibility:
        made["accessibility"] = [{"id": _id(place.id, "access"), "description": place.accessibility}]
    if place.address and place.address_confirmed:
        made["addresses"] = [
            {
                "id": _id(place.id, "address"), "address_1": place.address, "city": place.town, "state_province": place.state or "",
                "postal_code": "", "country": place.country, "address_type": "physical",
            }
        ]  # fmt: skip
    return made


def _phone(place: Place, number: int) -> dict[str, Any]:
    phone = place.phones[number]
    made = {"id": _id(place.id, f"phone {number}"), "number": phone.number, "type": PHONES[phone.channel]}
    said = "; ".join(part for part in (phone.channel, phone.text, phone.option and f"option {phone.option}") if part)
    return made | {"description": said}


def _number(phone: Mapping[str, Any]) -> dict[str, Any]:
    said = str(phone.get("description") or "").split("; ")
    channel = said[0] if said[0] in PHONES else "sms" if phone.get("type") == "text" else "call"
    return {"number": phone.get("number"), "channel": channel}


def _schedule(place: Place, number: int, today: date) -> dict[str, Any]:
    """HSDS knows weeks and months: every day is a week of seven days. Local times carry the offset of the day of export."""
    opening = place.schedule[number]
    offset = datetime.combine(today, time(12), ZoneInfo(place.timezone)).strftime("%z")
    shift = f"{offset[:3]}:{offset[3:]}"
    made: dict[str, Any] = {
        "id": _id(place.id, f"schedule {number}"),
        "freq": "WEEKLY",
        "interval": 1,
        "byday": ",".join(WEEK if opening.freq == "DAILY" else opening.byday),
        "opens_at": f"{opening.opens_at}{shift}",
        "closes_at": f"{'23:59' if opening.closes_at == '24:00' else opening.closes_at}{shift}",
        "timezone": int(offset[:3]) + int(offset[0] + offset[3:]) / 60,
        "notes": f"Local time of {place.timezone}, also when the clocks change.",
    }
    if opening.valid_from:
        made["valid_from"] = opening.valid_from.isoformat()
    if opening.valid_to:
        made["valid_to"] = opening.valid_to.isoformat()
    return made


def _opening(row: Mapping[str, Any]) -> dict[str, Any]:
    days = [day for day in str(row.get("byday") or "").split(",") if day]
    daily = len(days) in (0, len(WEEK))
    closes = _hour(row.get("closes_at"))
    return {
        "freq": "DAILY" if daily else "WEEKLY",
        "byday": [] if daily else days,
        "opens_at": _hour(row.get("opens_at")),
        "closes_at": "24:00" if closes == "23:59" else closes,
        "valid_from": row.get("valid_from"),
        "valid_to": row.get("valid_to"),
    }


def _hour(value: Any) -> str:
    """The local time, whatever offset stands behind it."""
    found = re.match(r"\d\d:\d\d", str(value or ""))
    return found.group() if found else str(value)


def _day(assured: str) -> str:
    """A whole date, as HSDS wants it: the first day of a year or month. The attribute keeps how exactly it is known."""
    return "-".join([*assured.split("-"), "01", "01"][:3])


def _text(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _id(own: str, part: str) -> str:
    return str(uuid5(SPACE, f"{part}|{own}"))


__all__ = ["place_data", "service", "services"]
