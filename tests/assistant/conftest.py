"""A small library with learned arrays: a few topics, two languages, some dangers. Learned once a session, in seconds."""

from dataclasses import replace
from pathlib import Path

import pytest

from faro.library import Library, model

TOPICS = (
    "shelter.find",
    "education.school",
    "rights.lawyer",
    "asylum.how_to_apply",
    "bot.human",
    "bot.greeting",
    "health.care",
    "none",
)
CATEGORIES = ("self_harm", "trafficking", "immediate_danger", None)


@pytest.fixture(scope="session")
def learned(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The library cut down to a few topics and categories, with arrays learned from them (without the encoder)."""
    folder: Path = tmp_path_factory.mktemp("learned")
    small = replace(
        library,
        asks=tuple(ask for ask in library.asks if ask.topic in TOPICS and ask.language in ("es", "en")),
        examples=tuple(e for e in library.examples if e.category in CATEGORIES and e.language in ("es", "en")),
    )
    model.build(small, folder, meaning=False)
    return small.with_learned(model.load(small, folder))
