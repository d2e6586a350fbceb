"""The protocol beside a case: what to ask first and never, who is responsible in that country, which deadlines run. Read from `content/`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from faro.assistant import help_lines
from faro.assistant.referral import Referral
from faro.library import Library
from faro.library.entries import Competent, Localised, Protocol


@dataclass(frozen=True, slots=True)
class Sheet:
    """A protocol in the reader's language. `competent` and `deadlines` are those of the country, empty where none is known."""

    ask: tuple[str, ...]
    never_ask: tuple[str, ...]
    never_promise: tuple[str, ...]
    hear: tuple[str, ...]
    steps: tuple[str, ...]
    competent: tuple[str, ...]
    deadlines: tuple[str, ...]
    reviewed: bool
    names: tuple[str, ...] = ()
    """The names of who is responsible there, to be chosen from."""


def sheet(library: Library, referral: Referral, language: str, today: date) -> Sheet | None:
    """The protocol of this category and country; None for a category that has none (a wish, a fault of the machine)."""
    protocol = library.protocols.get(referral.category)
    if protocol is None:
        return None

    def read(lines: tuple[Localised, ...]) -> tuple[str, ...]:
        return tuple(line[language] for line in lines)

    return Sheet(
        ask=read(protocol.ask_first),
        never_ask=read(protocol.never_ask),
        never_promise=read(protocol.never_promise),
        hear=read(protocol.child_should_hear),
        steps=read(protocol.steps),
        competent=_competent(library, protocol, referral.where.country, language, today),
        deadlines=_deadlines(library, protocol, referral.where.country, today),
        reviewed=protocol.review != "needed",
        names=_names(library, protocol, referral.where.country),
    )


FIRST = ("child_protection", "human_rights")
"""Who protects a child whatever the danger: told before others, also where no phone is confirmed, for staff know the way."""

NOW = ("emergency", "ambulance")
"""Who answers now: where the protocol begins with them they are called before anybody."""


def _responsible(library: Library, protocol: Protocol, country: str | None) -> tuple[Competent, ...]:
    """Whom the protocol names in this country, behind those who protect children and human rights there, each once."""
    entry = protocol.countries.get(country or "")
    found = {one.contact or one.name: one for one in (*_protecting(library, country), *(entry.competent if entry else ()))}
    return tuple(found.values())


def _protecting(library: Library, country: str | None) -> Iterator[Competent]:
    """The offices of a country that any protocol names as such, and those of the directory."""
    entries = [one.countries[country] for one in library.protocols.values() if country in one.countries] if country else []
    for role in FIRST:
        yield from (one for entry in entries for one in entry.competent if one.role == role)
        there = library.contacts_by_country.get(country or "", ())
        yield from (Competent(contact=one.id, role=role) for one in there if one.kind == role and one.withdrawn_on is None)


def _competent(library: Library, protocol: Protocol, country: str | None, language: str, today: date) -> tuple[str, ...]:
    entry = protocol.countries.get(country or "")
    now = tuple(takewhile(lambda one: one.role in NOW, entry.competent if entry else ()))
    responsible = (*now, *(one for one in _responsible(library, protocol, country) if one not in now))
    return tuple(line for one in responsible if (line := _who(library, one, language, today)))


def _names(library: Library, protocol: Protocol, country: str | None) -> tuple[str, ...]:
    named = (one.name or _contact_name(library, one.contact or "") for one in _responsible(library, protocol, country))
    return tuple(dict.fromkeys(name for name in named if name))


def _contact_name(library: Library, id: str) -> str | None:
    contact = library.contacts.get(id)
    return None if contact is None else contact.name


def _who(library: Library, one: Competent, language: str, today: date) -> str | None:
    """A contact that may be shown today as a line with its number, an authority without a number by its name."""
    contact = library.contacts.get(one.contact or "")
    if contact is not None and contact.shown(today) and (contact.numbers or contact.url):
        return help_lines.line(library, contact, language, today)
    return contact.name if contact is not None else one.name


def _deadlines(library: Library, protocol: Protocol, country: str | None, today: date) -> tuple[str, ...]:
    entry = protocol.countries.get(country or "")
    facts = (library.facts.get(id) for id in (entry.deadlines if entry else ()))
    return tuple(
        f"{fact.statement} ({fact.legal_basis})" if fact.legal_basis else fact.statement
        for fact in facts
        if fact is not None and fact.in_date(today)
    )
