"""Who does the harm, as far as a text says: somebody who is only spoken of is no doer."""

import pytest

from faro.assistant.risk import assess
from faro.library import Library


@pytest.mark.parametrize(
    "text",
    [
        "un sr me toca y me obliga a tener sexo, no le diga a mi mama",
        "me violo un hombre, mi mama no sabe",
        "me quiero morir, un señor me toca, mi mama trabaja todo el dia",
        "quiero morirme, extraño a mi mama",
        "a man raped me, please don't tell my mom",
        "je veux mourir, ne dites rien à ma mère",
    ],
)
def test_from_whom_it_must_be_kept_is_no_doer(text: str, library: Library) -> None:
    """A child who asks that the mother be told nothing has not said that the family does the harm."""
    found = assess([text], library)
    assert found is not None
    assert found.harm_by == "unknown"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("mi padrastro me viola", "family"),
        ("mi papa me pega con el cinturon y le tengo miedo a mi papa", "family"),
        ("me quiero morir, le tengo miedo a mi papa", "family"),
        ("mi mama no sabe que mi padrastro me viola", "family"),
        ("la policia me violo, se lo dije a la policia", "official"),
        ("la policia me violo, no le diga a mi mama", "official"),
        ("my stepdad raped me, don't tell my mom", "family"),
    ],
)
def test_who_does_it_is_still_known(text: str, doer: str, library: Library) -> None:
    """Also where somebody else of the family is named beside."""
    found = assess([text], library)
    assert found is not None
    assert found.harm_by == doer
