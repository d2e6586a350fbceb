"""Places named in a text: countries and towns on the routes, with typos. The directory of services is asked here too."""

from dataclasses import dataclass

from faro.assistant.person import NOWHERE as UNKNOWN_PLACE
from faro.assistant.person import Where
from faro.library import Library
from faro.library.entries import COUNTRIES
from faro.library.text import fold


@dataclass(frozen=True, slots=True)
class Named:
    """What a text says of a place. `undecided`: countries that have a town of this name, when nothing says which."""

    country: str | None = None
    town: str | None = None
    undecided: tuple[str, ...] = ()


NOWHERE = Named()


def named(text: str, library: Library, near: Where = UNKNOWN_PLACE) -> Named:
    """The country and town that a text names. `near` is where the person is, which decides between towns of one name."""
    padded = f" {fold(text)} "
    for country in COUNTRIES:
        for language in library.strings.languages():
            if f" {fold(library.say(language, f'country-{country}'))} " in padded:
                return Named(country)
    return NOWHERE


def at(latitude: float, longitude: float, library: Library) -> Named:
    """The country and nearest known town of a shared position."""
    return NOWHERE


def who(text: str, library: Library) -> tuple[str, ...]:
    """Who asks, as far as the text says: family, baby, minor_alone, woman, woman_with_children, man, lgbtiq, disability."""
    return ()


def offered(place: Named, text: str, library: Library) -> tuple[str, ...]:
    """Ids of up to three places of the directory that would be offered there."""
    return ()
