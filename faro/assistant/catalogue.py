"""The public directory, as a page or a printed sheet lists it: which places, in which order, and what is known of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from faro.assistant import directory, help_lines, nearby, opening_hours
from faro.library import Library
from faro.library.entries import COUNTRIES, Eligibility, Place

NEEDS = {"bed": directory.BED} | {name: need for name, need in nearby.NEEDS.values() if name != "consulate"}
"""What can be looked for, by its word in `nearby-what-<word>` (`bed`: `places-need-bed`)."""

WHO = ("minor_alone", "family", "woman", "man", "lgbtiq", "disability")
"""Who may be going, one at a time."""

LAWS = {"MX": "mx-det-2", "GT": "gt-det-1", "PA": "pa-gua-1", "BZ": "bz-asy-1", "US": "us-det-1"}
"""The fact behind what is said of the law of a country (`services-law-<CC>`); past its date, only that it is not known."""

DOOR = tuple(name for name in Eligibility.model_fields if name != "max_nights")

GIVES = {
    "bed": "bed", "food": "food", "three meals a day": "food", "two meals a day": "food", "shower": "shower", "hygiene": "shower",
    "clothes": "clothes", "laundry": "laundry", "medical_care": "health", "medicine": "health", "first aid": "health", "first care": "health",
    "psychological_support": "feelings", "legal_advice": "legal", "legal orientation": "legal", "asylum information": "legal",
    "school_activities": "school", "day care": "school", "phone_call": "phone", "internet": "internet", "computers": "internet",
    "family tracing": "family",
}  # fmt: skip
"""What a place gives, as the files have it -> the word of `places-gives-<word>`. What has no word is left to the editors' note."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for. Empty: everything."""

    country: str = ""
    town: str = ""
    who: str = ""
    need: str = ""
    open_now: bool = False

    @property
    def narrow(self) -> bool:
        """Whether only places are wanted to which somebody may be sent."""
        return bool(self.who or self.need or self.open_now)


@dataclass(frozen=True, slots=True)
class Listed:
    """A place with what is true of it now. `shut`: for good or these days."""

    place: Place
    hours: opening_hours.Hours
    fresh: bool
    shut: bool


def listed(library: Library, wanted: Wanted, now: datetime) -> list[Listed]:
    """The places, by country and town; what is fresh first, what is closed last. Places on hold or withdrawn never."""
    today = now.date()
    found = [
        Listed(place, directory.hours(place, now), directory.is_fresh(place, today), shut(place, today))
        for place in library.places
        if place.id not in library.held
        and not (place.withdrawn_on and place.withdrawn_on <= today)
        and _fits(place, wanted, today)
    ]
    if wanted.open_now:
        found = [one for one in found if one.hours.open]
    return sorted(
        found, key=lambda one: (COUNTRIES.index(one.place.country), one.place.town, one.shut, not one.fresh, one.place.name)
    )


def shut(place: Place, today: date) -> bool:
    """Whether nobody should go there now."""
    return place.status == "closed" or opening_hours.shut(place, today)


def towns(library: Library, now: datetime) -> dict[str, dict[str, int]]:
    """Country -> town -> places that are not closed, the countries in their order."""
    counted: dict[str, dict[str, int]] = {}
    for one in listed(library, Wanted(), now):
        if not one.shut:
            here = counted.setdefault(one.place.country, {})
            here[one.place.town] = here.get(one.place.town, 0) + 1
    return counted


def gives(place: Place) -> list[str]:
    """What the place gives, as words of `places-gives-<word>`."""
    return list(dict.fromkeys(GIVES[name] for name in place.services if name in GIVES))


def door(place: Place) -> list[tuple[str, str]]:
    """Who is let in and what the door asks: (field, yes, no or unknown)."""
    return [(name, getattr(place.eligibility, name)) for name in DOOR]


def law(library: Library, country: str, today: date) -> str:
    """The key of what a shelter must do by law with a minor alone in that country; past its date only that it is not known."""
    fact = library.facts.get(LAWS.get(country, ""))
    known = fact is not None and fact.in_date(today) and library.answered_for(country)
    return f"services-law-{country}" if known else "services-law-unknown"


def emergency(library: Library, country: str, language: str, today: date) -> list[str]:
    """Whom to call in that country: the number that answers now, and whoever protects children."""
    kinds = ("emergency", "police", "child_protection", "child_line")
    return [help_lines.line(library, one, language, today) for one in help_lines.pick(library, country, kinds, today, most=3)]


def _fits(place: Place, wanted: Wanted, today: date) -> bool:
    if (wanted.country and place.country != wanted.country) or (wanted.town and place.town != wanted.town):
        return False
    need = NEEDS.get(wanted.need)
    if need is not None and not need.met_by(place):
        return False
    who: Iterable[str] = (wanted.who,) if wanted.who in WHO else ()
    return not wanted.narrow or directory.may_offer(place, tuple(who), today)


__all__ = ["DOOR", "Listed", "NEEDS", "WHO", "Wanted", "door", "emergency", "gives", "law", "listed", "shut", "towns"]
