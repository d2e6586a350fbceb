"""A place of the directory in words: what is known of who is let in, of hours, of the way to reach it, and when that was last known."""

from datetime import datetime
from zoneinfo import ZoneInfo

from faro.assistant import danger, opening_hours
from faro.assistant.directory import ADMITTED, Offer
from faro.assistant.reply import Pin
from faro.library import Library
from faro.library.entries import Place

PEOPLE = ("minors_alone", "families", "women", "men", "lgbtiq", "disability")
MATTERS = {
    "minor_alone": ("minors_alone",),
    "family": ("families",),
    "woman_with_children": ("women", "families"),
    "woman": ("women",),
    "man": ("men",),
    "baby": ("families",),
    "lgbtiq": ("lgbtiq",),
    "disability": ("disability",),
}
"""What each asker must hear, also when it is not known."""
NEAR_KM = 1.0


def paragraph(library: Library, offer: Offer, who: tuple[str, ...], language: str, now: datetime, *, number: int) -> str:
    """One place in two or three lines."""
    place = offer.place
    lines = [f"{number}. {head(library, offer, language)}", people(library, place, who, language)]
    said = [
        hours(library, place, offer.hours, language, now=now),
        *_more(library, place, language),
        checked(library, place, language),
    ]
    lines.append(" ".join(said))
    return "\n".join(line for line in lines if line)


def head(library: Library, offer: Offer, language: str) -> str:
    """Name, where, how far. Of a confidential place only the town: it has no address that could be said."""
    place = offer.place
    where = [place.town]
    if place.address and place.address_confirmed and not place.confidential:
        where.insert(0, place.address)
    if offer.km >= NEAR_KM:
        where.append(library.say(language, "services-km", km=str(max(1, round(offer.km)))))
    return f"{place.name} ({', '.join(where)})"


def people(library: Library, place: Place, who: tuple[str, ...], language: str) -> str:
    """Who is let in, who is not, and what the asker must know is unknown."""
    known = place.eligibility
    matters = {name for kind in who for name in MATTERS[kind]} or {"minors_alone"}
    yes = [name for name in PEOPLE if getattr(known, name) == "yes"]
    no = [name for name in PEOPLE if getattr(known, name) == "no"]
    unknown = [name for name in PEOPLE if getattr(known, name) == "unknown" and name in matters]
    said = [
        library.say(language, key, who=", ".join(library.say(language, f"services-who-{name}") for name in names))
        for key, names in (("services-lets-in", yes), ("services-not-for", no), ("services-unknown-for", unknown))
        if names
    ]
    return " ".join(said)


def hours(library: Library, place: Place, state: opening_hours.Hours, language: str, *, now: datetime) -> str:
    """Open now and until when, or when it opens, in the place's own time; unknown is said as unknown."""
    if state.open is None:
        return library.say(language, "services-hours-unknown")
    if state.always:
        return library.say(language, "services-open-always")
    if state.open and state.until is not None:
        return library.say(language, "services-open-now", hour=state.until.strftime("%H:%M"))
    if state.opens is None:
        return library.say(language, "services-hours-unknown")
    local = now.astimezone(ZoneInfo(place.timezone))
    day = danger.day_name(library, language, state.opens, local)
    return library.say(language, "services-opens-at", day=day, hour=state.opens.strftime("%H:%M"))


def checked(library: Library, place: Place, language: str) -> str:
    """When somebody last wrote that it works."""
    if place.assured_date is None:
        return library.say(language, "services-checked-unknown")
    return library.say(language, "services-checked", date="/".join(reversed(place.assured_date.split("-"))))


def pin(offer: Offer) -> Pin | None:
    """A pin only where the very site and its address are confirmed, and never of a confidential place."""
    place = offer.place
    sure = place.position == "site" and place.address_confirmed and place.address and not place.confidential
    if not sure or place.latitude is None or place.longitude is None:
        return None
    return Pin(place.name, f"{place.address}, {place.town}", place.latitude, place.longitude)


def _more(library: Library, place: Place, language: str) -> list[str]:
    """What else must be heard before going: nights, papers, how to call, and warnings."""
    nights = place.eligibility.max_nights
    # The number is shown as typed, in digits that stand on every keyboard; the count only chooses the form of the noun.
    say = [library.say(language, "services-nights", nights=str(nights), count=nights)] if nights else []
    if place.eligibility.asks_for_papers != "unknown":
        say.append(library.say(language, f"services-papers-{place.eligibility.asks_for_papers}"))
    say += [library.say(language, "services-phone", number=number.number) for number in place.phones[:1]]
    if place.confidential:
        say.append(library.say(language, "services-no-address"))
        if place.url and not place.phones:
            say.append(place.url)
    return say + [library.say(language, f"services-alert-{alert}") for alert in place.alerts]


__all__ = ["ADMITTED", "checked", "head", "hours", "paragraph", "people", "pin"]
