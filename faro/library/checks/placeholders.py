"""Placeholders exist, can be filled, and are the same in every language that speaks of the same country."""

from collections.abc import Iterator
from datetime import date
from string import Formatter

from faro.library.checks import where
from faro.library.checks.digits import texts
from faro.library.entries import Wording
from faro.library.library import Library
from faro.library.problems import Problem


def problems(library: Library, today: date) -> Iterator[Problem]:
    for (language, topic), wording in library.wordings.items():
        for text in texts(wording):
            for fault in _faults(library, text):
                yield where.words(library, language, topic, fault, needle=text[:25])
    yield from _differences(library)


def _faults(library: Library, text: str) -> Iterator[str]:
    try:
        parsed = list(Formatter().parse(text))
    except ValueError as error:
        yield f"braces do not fit: {error}"
        return
    for _, name, reference, _ in parsed:
        if name is None:
            continue
        if name not in ("fact", "contact"):
            yield f"{{{name}}} is neither {{fact:id.value}} nor {{contact:id}}"
        elif name == "contact" and reference not in library.contacts:
            yield f"{{contact:{reference}}} points to an unknown contact"
        elif name == "fact" and not _known_value(library, reference or ""):
            yield f"{{fact:{reference}}} points to an unknown fact or value"


def _known_value(library: Library, reference: str) -> bool:
    id, _, name = reference.partition(".")
    fact = library.facts.get(id)
    return fact is not None and (name in fact.values if name else len(fact.values) == 1)


def used(wording: Wording, country: str) -> frozenset[str]:
    """The placeholders in the note for this country."""
    try:
        parsed = Formatter().parse(wording.countries[country])
        return frozenset(f"{name}:{reference}" for _, name, reference, _ in parsed if name)
    except ValueError:
        return frozenset()


def _differences(library: Library) -> Iterator[Problem]:
    """The Spanish words lead; another language that has the same note must carry the same placeholders."""
    for (language, topic), wording in library.wordings.items():
        leading = library.wordings.get(("es", topic))
        if leading is None or language == "es":
            continue
        for country in wording.countries.keys() & leading.countries.keys():
            ours, theirs = used(wording, country), used(leading, country)
            if ours != theirs:
                differ = ", ".join(sorted(ours ^ theirs))
                yield where.words(
                    library, language, topic, f"{country}: other placeholders than in es: {differ}", needle=f"{country}:"
                )
        for country in leading.countries.keys() ^ wording.countries.keys():
            has = "has" if country in wording.countries else "lacks"
            yield where.words(library, language, topic, f"{has} a note for {country}, unlike es", needle="countries:")
