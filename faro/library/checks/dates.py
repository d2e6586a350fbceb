"""What is past its date, and what will be within 30 days (editors are told before it vanishes)."""

from collections.abc import Iterator
from datetime import date, timedelta

from faro.library.checks import where
from faro.library.library import Library
from faro.library.problems import Problem

SOON = timedelta(days=30)


def problems(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.entries:
        if entry.withdrawn_on is not None and entry.withdrawn_on <= today:
            continue
        if entry.check_again_on < today:
            yield where.entry(library, entry, f"is past its date ({entry.check_again_on}) and is not shown any more")
        elif entry.check_again_on < today + SOON:
            yield where.entry(library, entry, f"must be checked again by {entry.check_again_on}", warning=True)
    for topic in library.topics.values():
        if topic.check_again_on < today:
            yield where.topic(
                library, topic.id, f"is past its date ({topic.check_again_on}) and is not shown any more", needle="check_again_on"
            )
