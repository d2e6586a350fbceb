"""Whom to call: the few contacts shown to a person, chosen by country, kind and who does the harm. Never a neighbour's number."""

import re
from datetime import date

from faro.library import Library
from faro.library.entries import INTERNATIONAL, Contact, Number

NEVER_BY_KIND = ("consulate", "other")
"""A consulate belongs to a nationality, an `other` to one town: neither can be chosen by kind."""

EMERGENCY_KINDS = ("emergency", "police", "ambulance", "fire")
AMBULANCE_FIRST = ("medical_emergency", "self_harm")

BY_OFFICIALS = ("child_detained", "forced_return")
"""Dangers that officials do by their nature, whoever else is feared."""

INSTEAD = ("child_protection", "child_line", "human_rights", "humanitarian", "asylum")
"""Who is not the police: asked where an official may be the doer and the protocol's own kinds have nobody in this country."""

IN_DANGER = (
    "emergency",
    "police",
    "ambulance",
    "fire",
    "rescue",
    "child_line",
    "child_protection",
    "women_line",
    "sexual_violence_line",
    "trafficking_line",
    "crisis_line",
)
"""Whom somebody in danger calls: shown also where nobody answers for the country yet."""

CHANNELS = {"sms": "SMS", "whatsapp": "WhatsApp", "telegram": "Telegram"}
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
ALWAYS = "24 h"


def pick(library: Library, country: str | None, kinds: tuple[str, ...], today: date, most: int = 2) -> list[Contact]:
    """At most `most` contacts of this country, one of each kind in this order, then regional ones. No country: regional only."""
    found: list[Contact] = []
    for place in (country, INTERNATIONAL):
        for kind in kinds:
            contact = _first(library, place, kind, today)
            if contact is not None and len(found) < most and not _repeats(contact, found):
                found += _with_company(library, contact, found, most, today)
    return found


def _with_company(library: Library, contact: Contact, found: list[Contact], most: int, today: date) -> list[Contact]:
    """A number that only one source knows stands beside a sure one, or not at all."""
    beside = named(library, (contact.beside,), today) if contact.beside else []
    fresh = [contact, *(other for other in beside if not _repeats(other, [*found, contact]))]
    return fresh if len(found) + len(fresh) <= most else []


def emergency(library: Library, country: str | None, category: str, today: date) -> Contact | None:
    """The number that answers now in this country, the ambulance first where a body is in danger."""
    # A page in the web is no emergency number: only what can be dialled counts here.
    kinds = ("emergency", "ambulance", "police") if category in AMBULANCE_FIRST else EMERGENCY_KINDS
    for kind in kinds:
        contact = _first(library, country, kind, today)
        if contact is not None and contact.numbers:
            return contact
    return None


def for_danger(
    library: Library, country: str | None, category: str, severity: str, today: date, *, harm_by: str = "unknown"
) -> list[Contact]:
    """Two contacts for a danger: the number that answers now, and whom the protocol names for this kind of doer.

    The emergency number comes first when it is critical; where an official may be the doer it is never alone and never first.
    """
    protocol = library.protocols.get(category)
    doers = protocol.doers if protocol else {}
    kinds = doers.get(harm_by) or doers.get("unknown") or ("child_line", "child_protection")
    urgent = emergency(library, country, category, today)
    others = [c for c in pick(library, country, kinds, today, most=2 * len(kinds)) if urgent is None or not _repeats(c, [urgent])]
    # "Call now" is no place for a page in the web, unless there is nothing else.
    others = [c for c in others if c.numbers] or others
    if urgent is None:
        return others[:2]
    if harm_by == "official" or category in BY_OFFICIALS:
        alone_too = category in AMBULANCE_FIRST and urgent.kind != "police"
        return _not_police_alone(urgent, others or _instead(library, country, urgent, today), alone_too=alone_too)
    return [urgent, *others[:1]] if severity == "critical" else [*others[:1], urgent]


def _instead(library: Library, country: str | None, urgent: Contact, today: date) -> list[Contact]:
    return [c for c in pick(library, country, INSTEAD, today, most=len(INSTEAD)) if not _repeats(c, [urgent])]


def _not_police_alone(urgent: Contact, others: list[Contact], *, alone_too: bool) -> list[Contact]:
    """Somebody who is not the police first, then the number that answers now; an ambulance may come alone: a body cannot wait."""
    if alone_too:
        return [urgent, *others[:1]]
    return [others[0], urgent] if others else []


def named(library: Library, ids: tuple[str, ...], today: date) -> list[Contact]:
    """The contacts of these ids that may be shown today."""
    found = (library.contacts.get(id) for id in ids)
    return [contact for contact in found if contact is not None and _shown(library, contact, today)]


def _shown(library: Library, contact: Contact, today: date) -> bool:
    """In date, reachable, and either for danger or of a country that somebody answers for."""
    vouched = contact.kind in IN_DANGER or library.answered_for(contact.country)
    return vouched and contact.shown(today) and bool(contact.numbers or contact.url)


def line(library: Library, contact: Contact, language: str, today: date) -> str:
    """One contact in one line: name (country): number, whether it is free, when it answers, and its age where it is past its date."""
    if not contact.numbers:
        where = country_name(library, contact.country, language)
        return library.say(language, "contact-line-no-number", name=contact.name, country=where, url=contact.url or "")
    numbers = library.say(language, "contact-or").join(_numbers(library, contact, language))
    country = country_name(library, contact.country, language)
    free = {True: "contact-free", False: "contact-paid", None: "contact-free-unknown"}[contact.free]
    text = library.say(
        language, "contact-line", name=contact.name, country=country, number=numbers, free=library.say(language, free)
    )
    if contact.hours and contact.hours != ALWAYS:
        text += " " + library.say(language, "contact-hours", hours=_hours(library, contact.hours, language))
    if not contact.in_date(today):
        text += " " + library.say(language, "contact-last-checked", month=contact.checked_on.strftime("%m/%Y"))
    return text


def _hours(library: Library, hours: str, language: str) -> str:
    """`Mo-Fr 09:00-17:00` with the days' names in the reader's language."""

    def days(found: re.Match[str]) -> str:
        first, last = (library.say(language, f"weekday-{DAYS.index(day)}") if day else "" for day in found.groups())
        return library.say(language, "contact-days", **{"from": first, "to": last}) if last else first

    return re.sub(rf"\b({'|'.join(DAYS)})\b(?:-({'|'.join(DAYS)})\b)?", days, hours)


def country_name(library: Library, country: str, language: str) -> str:
    """The country in the reader's language."""
    return library.say(language, f"country-{country}")


def _repeats(contact: Contact, found: list[Contact]) -> bool:
    """Whether its first number is among those already shown (one number often serves several kinds)."""
    reached = {other.numbers[0].number if other.numbers else other.url for other in found}
    return (contact.numbers[0].number if contact.numbers else contact.url) in reached


def _numbers(library: Library, contact: Contact, language: str) -> list[str]:
    """The first two numbers, each with its channel where it is no call, the word to write and the key to press."""
    return [_number(library, number, language) for number in contact.numbers[:2]]


def _number(library: Library, number: Number, language: str) -> str:
    said = number.number if number.channel == "call" else f"{CHANNELS[number.channel]} {number.number}"
    if number.text:
        return library.say(language, "contact-word", number=said, word=number.text)
    return library.say(language, "contact-key", number=said, key=number.option) if number.option else said


def _first(library: Library, country: str | None, kind: str, today: date) -> Contact | None:
    if kind in NEVER_BY_KIND:
        return None
    there = [c for c in library.contacts_by_country.get(country or "", ()) if c.kind == kind and _shown(library, c, today)]
    with_number = next((contact for contact in there if contact.numbers), None)
    return with_number or next((contact for contact in there if contact.url), None)
