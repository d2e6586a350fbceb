"""Danger written by ear: whoever left school early is understood as whoever did not."""

from dataclasses import replace

import pytest

from faro.assistant import risk
from faro.library import Library


@pytest.fixture(scope="module")
def plain(library: Library) -> Library:
    """The real lines without what was learned from them: phrases alone must do."""
    return replace(library, learned=None)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("me biola mi tio", "sexual_violence"),
        ("mi tio me toka", "sexual_violence"),
        ("el señor me kiere tokar", "sexual_violence"),
        ("ayuda me pegan", "physical_abuse"),
        ("me ban a matar", "gang_threat"),
        ("me biolaron", "sexual_violence"),
        ("me biola", "sexual_violence"),
    ],
)
def test_what_sounds_right_is_read_right(text: str, category: str, plain: Library) -> None:
    """b for v, k for qu, y for ll: the sound is that of a phrase of danger, and it is referred at once."""
    found = risk.assess([text], plain)
    assert found is not None
    assert (found.category, found.action) == (category, "refer")


@pytest.mark.parametrize("text", ["ke m ap fè m mal", "mon oncle travaille ici", "he says hello", "li fè m pwomès"])
def test_another_language_is_left_as_it_is(text: str, library: Library) -> None:
    """Words of Creole, French and English are not bent into Spanish ones."""
    assert library.spelling.put_right(text) == text
