"""Phone numbers have a possible form for their country, by libphonenumber's metadata (package `phonenumbers`)."""

from collections.abc import Iterator
from datetime import date

from faro.library.checks import where
from faro.library.entries import INTERNATIONAL, Contact, Number, Place
from faro.library.library import Library
from faro.library.problems import Problem

SHORT = 6
"""Digits up to which a number is a short code, dialled only in its own country."""


def problems(library: Library, today: date) -> Iterator[Problem]:
    numbered: list[tuple[Contact | Place, tuple[Number, ...]]] = [(c, c.numbers) for c in library.contacts.values()]
    numbered += [(place, place.phones) for place in library.places]
    for entry, numbers in numbered:
        for number in numbers:
            fault = wrong(number.number, entry.country)
            if fault:
                yield where.entry(library, entry, f"{number.number}: {fault}")


def wrong(number: str, country: str) -> str | None:
    """Why this cannot be a number of this country; None when it can."""
    import phonenumbers  # its tables take a tenth of a second, which a start need not wait for

    digits = [char for char in number if char.isdigit()]
    if not digits or any(char not in "0123456789+-() *#" for char in number):
        return "is not a phone number"
    if len(digits) <= SHORT and not number.startswith("+"):
        return None if len(digits) >= 2 else "is too short"
    region = None if number.startswith("+") or country == INTERNATIONAL else country
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return "cannot be read as a phone number (long numbers need +country code)"
    return None if phonenumbers.is_possible_number(parsed) else "has an impossible length for its country"
