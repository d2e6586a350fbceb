"""Each fact, contact and place has a source that somebody can open, and a date on which somebody looked (promise 7)."""

from collections.abc import Iterator
from datetime import date

from faro.library.checks import where
from faro.library.library import Library
from faro.library.problems import Problem

SEED = "seed document"
"""The documents from which the project was conceived have no address."""


def problems(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.entries:
        source = entry.source.strip()
        if not source.startswith(("https://", "http://", SEED)):
            yield where.entry(library, entry, "has no source with an address")
        if entry.checked_on > today:
            yield where.entry(library, entry, f"was checked on {entry.checked_on}, which has not come yet")
        if entry.check_again_on <= entry.checked_on:
            yield where.entry(library, entry, "is to be checked again before it was checked")
    for topic in library.topics.values():
        if topic.checked_on > today:
            yield where.topic(
                library, topic.id, f"was checked on {topic.checked_on}, which has not come yet", needle="checked_on"
            )
        if topic.check_again_on <= topic.checked_on:
            yield where.topic(library, topic.id, "is to be checked again before it was checked", needle="check_again_on")
