"""Who asks for a place, as far as a text says: words of content/who, and the own age."""

from collections.abc import Sequence

from faro.library import Library
from faro.library.who import Signs

KINDS = ("family", "baby", "minor_alone", "woman", "woman_with_children", "man", "lgbtiq", "disability")
ADULT = 18
YOUNGEST, OLDEST = 5, 99
"""Numbers read as an age; others are prices, days and house numbers."""


def told(text: str, library: Library) -> tuple[str, ...]:
    """Who asks, of KINDS: those that the text says, in their order; empty when it says nothing."""
    words = library.gazetteer.words(text)
    said = library.who.kinds(words)
    found = set(_people(said, own_age(words, library.who)))
    return tuple(kind for kind in KINDS if kind in found)


def own_age(words: Sequence[str], signs: Signs) -> int | None:
    """The age that the person says of herself, in years."""
    ages = [age for age in signs.ages(words) if YOUNGEST <= age <= OLDEST]
    return min(ages) if ages else None


def joined(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """What is known of who asks after one more text: a child alone stays one until an adult is named, the rest is added up."""
    kinds = set(before) | set(now)
    if "family" in now or "woman_with_children" in now:
        kinds.discard("minor_alone")
    elif "minor_alone" in now:
        kinds -= {"family", "woman_with_children", "woman", "man"}
    return tuple(kind for kind in KINDS if kind in kinds)


def _people(said: frozenset[str], age: int | None) -> list[str]:
    found: list[str] = [kind for kind in ("lgbtiq", "disability") if kind in said]
    minor = (age is not None and age < ADULT) or "minor" in said
    company = said - {"child", "kin"} if "lost" in said else said
    if minor and not company & {"adult", "mother", "child"}:
        return [*found, "minor_alone"]
    grown = age is not None and age >= ADULT
    if "man" in said or (grown and "lone_man" in said):
        found.append("man")
    if grown and "sibling" in said:
        company = company | {"kin"}
    with_children = company & {"child", "children", "baby"}
    if ("woman" in said and with_children and "man" not in said) or ("mother" in said and not minor):
        found.append("woman_with_children")
    elif company & {"child", "kin", "adult", "family", "baby", "mother"}:
        found.append("family")
        if "woman" in said and "kin" not in said and "family" not in said:
            found.append("woman")
    elif "woman" in said:
        found.append("woman")
    return [*found, "baby"] if "baby" in said else found
