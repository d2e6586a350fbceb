"""Other needs than a bed: what the directory knows near, said after the answer of the topic."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from faro.assistant import giving, nearby, turn
from faro.assistant.message import Kind, Message
from faro.assistant.person import Person, Where
from faro.assistant.reply import BUTTONS, LIMIT
from faro.assistant.talk import Talk
from faro.library import Library
from faro.library.entries import LANGUAGES, Eligibility, Place

from .test_services import a_place

DAY = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


def given(library: Library, topic: str, *, where: Where = Where("MX", "Tapachula"), language: str = "es", **more: Any) -> Talk:
    """The talk after a topic was answered there."""
    talk = Talk(Message(Kind.TEXT, parts=("x",)), Person("x", where=where, language=language, **more), library, DAY, language)
    giving.give(talk, topic)
    return talk


def with_places(library: Library, *places: Place) -> Library:
    return replace(library, places=places)


def heard(talk: Talk) -> str:
    return "\n".join(reply.text for reply in talk.replies)


def test_food_is_named_where_a_place_gives_it(library: Library) -> None:
    """A place for food, and a shelter that gives food with the advice to ask first; a shelter without food is not named."""
    known = with_places(
        library,
        a_place("kitchen", service="food"),
        a_place("shelter", services=("bed", "food")),
        a_place("bare", services=("bed",)),
    )
    said = heard(given(known, "needs.food_water"))
    assert "Casa kitchen" in said
    assert "Casa shelter" in said
    assert "Casa bare" not in said
    assert "Son albergues" in said


def test_a_town_without_an_entry_is_told_so_honestly(library: Library) -> None:
    """Nothing within a hundred kilometres: said, with a person, and no place far away."""
    far = with_places(library, a_place("far", town="Tijuana", service="health", latitude=32.5, longitude=-117.0))
    talk = given(far, "health.care")
    assert "no sé de ningún lugar con atención médica" in heard(talk)
    assert "Casa far" not in heard(talk)
    assert "person" in [button.payload for button in talk.replies[-1].buttons]


def test_a_minor_alone_is_named_only_places_known_to_let_minors_in(library: Library) -> None:
    """The rule of the bed holds for every door."""
    known = with_places(
        library, a_place("unknown", service="food"), a_place("yes", service="food", eligibility=Eligibility(minors_alone="yes"))
    )
    said = heard(given(known, "needs.food_water", who=("minor_alone",)))
    assert "Casa yes" in said
    assert "Casa unknown" not in said


def test_only_the_country_is_known(library: Library) -> None:
    """The town is asked, and its answer brings the places."""
    person = Person("x", where=Where("MX"), language="es", greeted=True, country_asked=True)
    taken = turn.take(Message(Kind.BUTTON, payload="topic:needs.food_water"), person, library, DAY)
    assert "¿En qué pueblo o ciudad estás?" in taken.replies[-1].text
    told = turn.take(Message(Kind.TEXT, parts=("Tapachula",), language_hint="es"), taken.person, library, DAY)
    assert "En Tapachula sé de lugares con comida" in "\n".join(reply.text for reply in told.replies)


def test_another_one_by_word_and_by_button(library: Library) -> None:
    """`otro` after three places shows the next."""
    known = with_places(library, *(a_place(str(n), service="food") for n in range(5)))
    person = Person("x", where=Where("MX", "Tapachula"), language="es", greeted=True, country_asked=True)
    first = turn.take(Message(Kind.BUTTON, payload="topic:needs.food_water"), person, known, DAY)
    payloads = [button.payload for button in first.replies[-1].buttons]
    assert "near:needs.food_water:3" in payloads
    for message in (Message(Kind.TEXT, parts=("otro",), language_hint="es"), Message(Kind.BUTTON, payload=payloads[0])):
        more = turn.take(message, first.person, known, DAY)
        assert "Casa 3" in more.replies[-1].text
        assert "Casa 0" not in more.replies[-1].text


def test_how_it_was_there_is_asked_too(library: Library) -> None:
    """Below the places stands the same button as below beds."""
    known = with_places(library, a_place("mx-one", service="food"), a_place("mx-two", service="food"))
    person = Person("x", where=Where("MX", "Tapachula"), language="es", greeted=True, country_asked=True)
    first = turn.take(Message(Kind.BUTTON, payload="topic:needs.food_water"), person, known, DAY)
    assert "near:needs.food_water:was0" in [button.payload for button in first.replies[-1].buttons]
    which = turn.take(Message(Kind.BUTTON, payload="near:needs.food_water:was0"), first.person, known, DAY)
    assert [b.payload for b in which.replies[-1].buttons][:2] == ["shelter:was:mx-one", "shelter:was:mx-two"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_fits(language: str, library: Library) -> None:
    """Every need in every town of the directory: within 900 characters and four buttons."""
    for town, country in sorted({(place.town, place.country) for place in library.places}):
        for topic in nearby.NEEDS:
            for reply in given(library, topic, where=Where(country, town), language=language).replies:
                assert len(reply.text) <= LIMIT
                assert len(reply.buttons) <= BUTTONS
                assert all(len(button.payload.encode()) <= 64 for button in reply.buttons)
