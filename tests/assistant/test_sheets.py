"""The sheet of a town as a picture in the chat: what stands on it, what never does, and the button that brings it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from faro.assistant import sheets, turn
from faro.assistant.message import Kind, Message
from faro.assistant.person import Person, Where
from faro.library import Library
from faro.library.entries import LANGUAGES, Eligibility, Number

from .test_services import a_place

NOW = datetime(2026, 11, 25, 3, 40, tzinfo=UTC)


def words(made: sheets.Sheet | None) -> str:
    assert made is not None
    return "\n".join([made.title, *(line for _, line in made.lines)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_numbers_law_and_what_is_not_known(language: str, library: Library) -> None:
    """All that a phone without data needs, in every language."""
    text = words(sheets.sheet(library, "MX", "Tapachula", language, NOW))
    for piece in ("Albergue Diocesano Belén", "911", "DIF", library.say(language, "places-unknown")):
        assert piece in text


def test_closed_and_shut_doors_are_not_on_it(library: Library) -> None:
    """Nobody is sent to a door that does not open, by a picture that stays for weeks."""
    known = (
        a_place("closed", status="closed"), a_place("sent", admission="referral"),
        a_place("locked", eligibility=Eligibility(closed_door="yes")), a_place("good"),
    )  # fmt: skip
    text = words(sheets.sheet(replace(library, places=known), "MX", "Tapachula", "es", NOW))
    assert "Casa good" in text
    assert not any(f"Casa {name}" in text for name in ("closed", "sent", "locked"))
    assert sheets.sheet(replace(library, places=known[:3]), "MX", "Tapachula", "es", NOW) is None


def test_no_confidential_address(library: Library) -> None:
    """Only the phone."""
    held = a_place("a", address="Calle Secreta 5", address_confirmed=True, note="Calle Secreta 5")
    secret = held.model_copy(update={"confidential": True, "phones": (Number(number="555 0101"),)})
    text = words(sheets.sheet(replace(library, places=(secret,)), "MX", "Tapachula", "es", NOW))
    assert "555 0101" in text
    assert "Secreta" not in text


def test_by_a_button_below_the_places(library: Library) -> None:
    """The button stands there, and brings the sheet; without a town a person is offered."""
    person = Person("x", where=Where("MX", "Tapachula"), language="es", language_chosen=True, greeted=True)
    shown = turn.take(Message(Kind.BUTTON, payload="menu:shelter"), person, library, NOW)
    assert sheets.PAYLOAD in [button.payload for reply in shown.replies for button in reply.buttons]
    given = turn.take(Message(Kind.BUTTON, payload=sheets.PAYLOAD), shown.person, library, NOW)
    assert given.replies[0].sheet is not None
    nowhere = turn.take(Message(Kind.BUTTON, payload=sheets.PAYLOAD), replace(person, where=Where()), library, NOW)
    assert nowhere.replies[0].sheet is None
    assert [button.payload for button in nowhere.replies[0].buttons] == ["person"]
