"""The six large choices: a keyboard that sends text, so that it works after an outage; and the questions with a keyboard of answers."""

from functools import cache

from faro.library import Library
from faro.library.entries import COUNTRIES, LANGUAGES
from faro.library.strings import Strings
from faro.library.text import fold

CHOICES = (("rights", "shelter"), ("danger", "family"), ("person", "language"))
"""The rows of the keyboard; each name has a string `menu-<name>`."""


def keyboard(library: Library, language: str) -> tuple[tuple[str, ...], ...]:
    """The six choices in this language."""
    return tuple(tuple(library.say(language, f"menu-{name}") for name in row) for row in CHOICES)


def countries(library: Library, language: str) -> tuple[tuple[str, ...], ...]:
    """The countries as a keyboard, three a row, and a way out."""
    names = [library.say(language, f"country-{country}") for country in COUNTRIES]
    names.append(library.say(language, "country-other"))
    return tuple(tuple(names[start : start + 3]) for start in range(0, len(names), 3))


def languages(library: Library) -> tuple[tuple[str, ...], ...]:
    """The languages, each by its own name, two a row."""
    names = [library.say(language, "language-name") for language in LANGUAGES]
    return tuple(tuple(names[start : start + 2]) for start in range(0, len(names), 2))


def pressed(text: str, library: Library) -> str | None:
    """The payload of a keyboard label typed or pressed in any language: `menu:rights`, `country:MX`, `language:es`; else None."""
    return _labels(library.strings).get(fold(text)) if len(text) <= 60 else None


@cache
def _labels(strings: Strings) -> dict[str, str]:
    """Every label of every keyboard in every language, folded."""
    say = strings.say
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for country in COUNTRIES:
            found[fold(say(language, f"country-{country}"))] = f"country:{country}"
        found[fold(say(language, "country-other"))] = "country:-"
        found[fold(say(language, "language-name"))] = f"language:{language}"
        for row in CHOICES:
            for name in row:
                found[fold(say(language, f"menu-{name}"))] = f"menu:{name}"
    return found
