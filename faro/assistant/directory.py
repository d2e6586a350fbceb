"""The directory asked: which places would be offered to whom, best first. Only what is written of a place counts; unknown is not yes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from faro.assistant import opening_hours
from faro.assistant.person import Where
from faro.library import Library
from faro.library.entries import Place
from faro.library.text import fold

SHOWN = 3
HERE_KM = 30.0
"""Places up to so far away are "here"."""
BANDS = (HERE_KM, 100.0, 400.0)
"""How far is looked, in kilometres: farther only while there is not enough. Beyond the last nothing is offered tonight."""
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
class Need:
    """What is looked for: places of these kinds. `gives`: of other kinds than the first only those that give one of these things."""

    services: tuple[str, ...]
    gives: frozenset[str] = frozenset()

    def met_by(self, place: Place) -> bool:
        """Whether the place is there for this, or gives it beside what it is there for."""
        return place.service == self.services[0] or not self.gives.isdisjoint(place.services)


BED = Need(("shelter",))


@dataclass(frozen=True, slots=True)
class Offer:
    """A place that may be shown. `fresh`: its newest source is under 18 months old."""

    place: Place
    km: float
    fresh: bool
    hours: opening_hours.Hours
    suits: int
    """How many of the conditions of who asks are known to be met."""

    @property
    def here(self) -> bool:
        return self.km <= HERE_KM


def offers(
    library: Library,
    where: Where,
    position: tuple[float, float] | None,
    who: tuple[str, ...],
    now: datetime,
    *,
    need: Need = BED,
    enough: int = SHOWN + 1,
) -> list[Offer]:
    """Places of this country that may be offered, best first: those here, then farther bands until there are enough.

    In each band fresh ones come before old ones, then what suits who asks, what is open, what is near. Those on hold never.
    """
    found: dict[str, Offer] = {}
    for km in BANDS:
        for far, place in _around(library, where, position, need, km):
            if place.id not in found and place.id not in library.held and may_offer(place, who, now.date()):
                fresh = is_fresh(place, now.date())
                found[place.id] = Offer(place, far, fresh, hours(place, now), _suits(place, who))
        if len(found) >= enough:
            break
    return sorted(found.values(), key=_order)


def _around(
    library: Library, where: Where, position: tuple[float, float] | None, need: Need, km: float
) -> Iterator[tuple[float, Place]]:
    """Places of the country so near that meet the need; those of the very town are here however far its edge is."""
    if where.country is None:
        return
    for service in need.services:
        if where.town is not None and where.latitude is None:
            for place in library.nearest_places.in_town(where.country, service, fold(where.town)):
                if need.met_by(place):
                    yield 0.0, place
        if position is not None:
            for far, place in library.nearest_places.around(where.country, service, *position, km):
                if need.met_by(place):
                    yield far, place


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


def hours(place: Place, now: datetime) -> opening_hours.Hours:
    """Whether it is open now; of a place that was last known to work 18 months ago nobody knows."""
    return opening_hours.at(place, now) if is_fresh(place, now.date()) else opening_hours.UNKNOWN


def offered(
    where: Where, position: tuple[float, float] | None, who: tuple[str, ...], library: Library, now: datetime
) -> tuple[str, ...]:
    """Ids of up to three places that would be offered: those here, else the nearest known."""
    return tuple(offer.place.id for offer in best(offers(library, where, position, who, now)))


def best(found: list[Offer], start: int = 0) -> list[Offer]:
    """Three offers from `start` on; at the start only those here, where there are some."""
    here = [offer for offer in found if offer.here]
    return (here if start < len(here) else found)[start : start + SHOWN]


def _order(offer: Offer) -> tuple[int, bool, int, bool, float]:
    band = next(number for number, km in enumerate(BANDS) if offer.km <= km)
    return (band, not offer.fresh, -offer.suits, offer.hours.open is not True, offer.km)


def _suits(place: Place, who: tuple[str, ...]) -> int:
    return sum(getattr(place.eligibility, ADMITTED[kind]) == "yes" for kind in who)
