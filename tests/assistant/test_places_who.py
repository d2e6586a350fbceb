"""Who asks, as far as a text says it."""

import pytest

from faro.assistant import places, who
from faro.library import Library


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("albergue pa mi y mi bebe", ("family", "baby")),
        ("tengo 15 y vengo solo", ("minor_alone",)),
        ("tengo 16 y vengo con mi mamá", ("family",)),
        ("tengo 15 días sin comer", ()),
        ("i'm 17, by myself", ("minor_alone",)),
        ("j'ai 16 ans", ("minor_alone",)),
        ("m gen 14 an", ("minor_alone",)),
        ("عمري ١٧ لحالي", ("minor_alone",)),
        ("soy mujer y viajo sola", ("woman",)),
        ("somos una mujer con dos niños", ("woman_with_children",)),
        ("single men shelter", ("man",)),
        ("soy trans", ("lgbtiq",)),
        ("mi abuela usa silla de ruedas", ("family", "disability")),
        ("se perdió mi hijo, no lo encuentro", ()),
        ("donde hay comida", ()),
    ],
)
def test_who_asks_is_told_by_the_text(text: str, told: tuple[str, ...], library: Library) -> None:
    """Family, baby, a minor alone, women, men and conditions are read from plain words in six languages."""
    assert places.who(text, library) == told


def test_a_minor_alone_stays_one_until_an_adult_is_named() -> None:
    """Later words add up, but only an adult beside her ends being alone."""
    assert who.joined(("minor_alone",), ()) == ("minor_alone",)
    assert who.joined(("minor_alone",), ("baby",)) == ("baby", "minor_alone")
    assert who.joined(("minor_alone",), ("family",)) == ("family",)
    assert who.joined(("family",), ("minor_alone",)) == ("minor_alone",)
