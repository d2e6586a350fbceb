"""What the schema files of Open Referral HSDS 3 ask of the objects that an export uses: names, types, required fields, closed lists.

Written down from https://github.com/openreferral/specification (schema/*.json, version 3), in our own short form, because the files
themselves are not ours to carry. With FARO_HSDS_SCHEMA naming the official compiled `service.json` the tests use that instead.
"""

from typing import Any

TEXT, NUMBER = {"type": "string"}, {"type": "number"}
DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
ID = {"type": "string", "format": "uuid", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
LINK = {"type": "string", "format": "uri", "pattern": "^https?://"}
WHERE = {"enum": ["physical", "postal", "virtual"]}


def made(required: str, **properties: Any) -> dict[str, Any]:
    """An object of which nothing may be there that is not named."""
    return {"type": "object", "properties": properties, "required": required.split(), "additionalProperties": False}


def many(kind: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": kind}


ATTRIBUTE = made("id link_type", id=ID, link_id=ID, taxonomy_term_id=ID, link_type=TEXT, link_entity=TEXT, value=TEXT)
LANGUAGE = made("id", id=ID, name=TEXT, code=TEXT, note=TEXT)
PHONE = made("id number", id=ID, number=TEXT, extension=NUMBER, type=TEXT, description=TEXT, languages=many(LANGUAGE))
SCHEDULE = made(
    "id", id=ID, valid_from=DAY, valid_to=DAY, dtstart=DAY, timezone=NUMBER, until=DAY, count=NUMBER, interval=NUMBER, byday=TEXT,
    freq={"enum": ["WEEKLY", "MONTHLY"]}, wkst=TEXT, byweekno=TEXT, bymonthday=TEXT, byyearday=TEXT, description=TEXT,
    opens_at={"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d(Z|[+-]\d\d:\d\d)?$"},
    closes_at={"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d(Z|[+-]\d\d:\d\d)?$"},
    schedule_link=LINK, attending_type=TEXT, notes=TEXT, attributes=many(ATTRIBUTE),
)  # fmt: skip
ADDRESS = made(
    "id address_1 city state_province postal_code country address_type", id=ID, attention=TEXT, address_1=TEXT, address_2=TEXT,
    city=TEXT, region=TEXT, state_province=TEXT, postal_code=TEXT, country={"type": "string", "pattern": "^[A-Z]{2}$"}, address_type=WHERE,
)  # fmt: skip
ACCESSIBILITY = made("id", id=ID, description=TEXT, details=TEXT, url=LINK)
LOCATION = made(
    "id location_type", id=ID, location_type=WHERE, url=LINK, name=TEXT, alternate_name=TEXT, description=TEXT, transportation=TEXT,
    latitude=NUMBER, longitude=NUMBER, languages=many(LANGUAGE), addresses=many(ADDRESS), phones=many(PHONE),
    accessibility=many(ACCESSIBILITY), schedules=many(SCHEDULE), attributes=many(ATTRIBUTE),
)  # fmt: skip
ORGANIZATION = made("id name description", id=ID, name=TEXT, alternate_name=TEXT, description=TEXT, website=LINK)
SERVICE = made(
    "id name status", id=ID, name=TEXT, alternate_name=TEXT, description=TEXT, url=LINK,
    status={"enum": ["active", "inactive", "defunct", "temporarily closed"]}, interpretation_services=TEXT, application_process=TEXT,
    fees_description=TEXT, accreditations=TEXT, eligibility_description=TEXT, minimum_age=NUMBER, maximum_age=NUMBER, assured_date=DAY,
    alert=TEXT, phones=many(PHONE), schedules=many(SCHEDULE), languages=many(LANGUAGE), organization=ORGANIZATION,
    service_at_locations=many(made("id", id=ID, location=LOCATION)), attributes=many(ATTRIBUTE),
)  # fmt: skip
