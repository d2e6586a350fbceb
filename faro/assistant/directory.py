"""The directory asked: which places would be offered to whom, best first. Only what is written of a place counts; unknown is not yes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from faro.assistant import opening_hours
from faro.assistant.person import Where
from faro.library import Library
from faro.library.entries import Place
from faro.library.gazetteer import kilometres
from faro.library.text import fold

SHOWN = 3
HERE_KM = 30.0
"""Places up to so far away are "here"."""
FARTHEST_KM = 400.0
"""Farther away nothing is offered: nobody walks there tonight."""
FRESH = timedelta(days=548)
"""18 months: what was last known to work before that comes only after the person to call."""

ADMITTED = {
    "minor_alone": "minors_alone",
    "family": "families",
    "woman_with_children": "families",
    "baby": "families",
    "woman": "women",
    "man": "men",
    "lgbtiq": "lgbtiq",
    "disability": "disability",
}
"""Who asks -> the field of eligibility that must not say no."""
SPECIAL = (frozenset({"minors_alone"}), frozenset({"lgbtiq"}), frozenset({"minors_alone", "lgbtiq"}))
"""Places that say yes to these alone are for these alone."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A place that may be shown. `km` None: no position known. `fresh`: its newest source is under 18 months old."""

    place: Place
    km: float | None
    fresh: bool
    hours: opening_hours.Hours
    suits: int
    """How many of the conditions of who asks are known to be met."""

    @property
    def here(self) -> bool:
        return self.km is not None and self.km <= HERE_KM


def offers(
    library: Library, where: Where, position: tuple[float, float] | None, who: tuple[str, ...], now: datetime, service: str = "shelter"
) -> list[Offer]:
    """Every place of this country that may be offered, best first: those here before others, fresh before old, then what suits, then near."""
    found = []
    for place in library.places:
        if place.country == where.country and place.service == service and may_offer(place, who, now.date()):
            km = _kilometres(place, where, position, library)
            if km is None or km <= FARTHEST_KM:
                found.append(Offer(place, km, is_fresh(place, now.date()), opening_hours.at(place, now), _suits(place, who)))
    return sorted(found, key=_order)


def may_offer(place: Place, who: tuple[str, ...], today: date) -> bool:
    """Whether a place may be offered at all: open as far as known, one can walk in, and nobody who asks is shut out."""
    if place.status == "closed" or opening_hours.shut(place, today) or (place.withdrawn_on and place.withdrawn_on <= today):
        return False
    if place.admission == "referral" or place.eligibility.closed_door == "yes":
        return False
    if "minor_alone" in who and place.eligibility.minors_alone != "yes":
        return False
    asked = {ADMITTED[kind] for kind in who}
    if any(getattr(place.eligibility, name) == "no" for name in asked):
        return False
    welcome = {name for name in ADMITTED.values() if getattr(place.eligibility, name) == "yes"}
    return frozenset(welcome) not in SPECIAL or bool(welcome & asked)


def is_fresh(place: Place, today: date) -> bool:
    """Whether its newest source is under 18 months old and its entry in date; a year alone counts from its first day, no date as old."""
    if place.assured_date is None or not place.in_date(today):
        return False
    year, month, day = [*map(int, place.assured_date.split("-")), 1, 1][:3]
    return today - date(year, month, day) <= FRESH


def offered(
    where: Where, position: tuple[float, float] | None, who: tuple[str, ...], library: Library, now: datetime
) -> tuple[str, ...]:
    """Ids of up to three places that would be offered: those here, else the nearest known."""
    return tuple(offer.place.id for offer in best(offers(library, where, position, who, now)))


def best(found: list[Offer], start: int = 0) -> list[Offer]:
    """Three offers from `start` on; at the start only those here, where there are some."""
    here = [offer for offer in found if offer.here]
    if start < len(here):
        return here[start : start + SHOWN]
    return [offer for offer in found if offer.km is not None][start : start + SHOWN]


def _order(offer: Offer) -> tuple[bool, bool, int, bool, float]:
    return (not offer.here, not offer.fresh, -offer.suits, offer.hours.open is not True, offer.km if offer.km is not None else 9e9)


def _suits(place: Place, who: tuple[str, ...]) -> int:
    return sum(getattr(place.eligibility, ADMITTED[kind]) == "yes" for kind in who)


def _kilometres(place: Place, where: Where, position: tuple[float, float] | None, library: Library) -> float | None:
    """How far, by the middle of its town where its own position is not known; none at all where the person's is not known."""
    if where.latitude is None and where.town is not None and fold(place.town) == fold(where.town):
        return 0.0
    if position is None:
        return None
    latitude, longitude = place.latitude, place.longitude
    if latitude is None or longitude is None:
        town = library.gazetteer.town(place.town, place.country)
        if town is None:
            return None
        latitude, longitude = town.latitude, town.longitude
    return kilometres(*position, latitude, longitude)
