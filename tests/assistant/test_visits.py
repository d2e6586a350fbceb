"""How it was at a place: asked by one button, told in words, and never shown again while it is on hold."""

from datetime import UTC, datetime

import pytest

from faro.assistant import turn, visits
from faro.assistant.events import PlaceReported
from faro.assistant.message import Kind, Message
from faro.assistant.person import Person, Where
from faro.assistant.turn import Turn
from faro.library import Library
from faro.library.entries import LANGUAGES

NOW = datetime(2026, 11, 25, 3, 40, tzinfo=UTC)
TAPACHULA = Person("x", where=Where("MX", "Tapachula"), language="es", language_chosen=True, greeted=True)


def take(library: Library, person: Person, text: str) -> Turn:
    if text.startswith("!"):
        return turn.take(Message(Kind.BUTTON, payload=text[1:]), person, library, NOW)
    return turn.take(Message(Kind.TEXT, parts=(text,), language_hint="es"), person, library, NOW)


def payloads(taken: Turn) -> list[str]:
    return [button.payload for reply in taken.replies for button in reply.buttons]


def test_from_the_places_to_the_report(library: Library) -> None:
    """I was there -> which -> it was closed; then the other places are told again, without that one."""
    shown = take(library, TAPACHULA, "!menu:shelter")
    assert "shelter:was:0" in payloads(shown)
    which = take(library, shown.person, "!shelter:was:0")
    assert "shelter:was:mx-tap-belen" in payloads(which)
    how = take(library, which.person, "!shelter:was:mx-tap-belen")
    assert payloads(how)[:3] == [f"shelter:was:mx-tap-belen:{outcome}" for outcome in visits.OUTCOMES]
    told = take(library, how.person, "!shelter:was:mx-tap-belen:closed")
    assert PlaceReported("mx-tap-belen", "closed") in told.events
    assert "Hospitalidad" in told.replies[0].text
    assert "Belén" not in told.replies[0].text


def test_in_words(library: Library) -> None:
    """`no nos dejaron entrar` asks where, and takes it down."""
    shown = take(library, TAPACHULA, "!menu:shelter")
    which = take(library, shown.person, "no nos dejaron entrar")
    assert "shelter:was:mx-tap-belen:refused" in payloads(which)
    told = take(library, which.person, "!shelter:was:mx-tap-belen:refused")
    assert PlaceReported("mx-tap-belen", "refused") in told.events


def test_it_helped(library: Library) -> None:
    """Thanked, and no other place is pushed."""
    told = take(library, TAPACHULA, "!shelter:was:mx-tap-belen:helped")
    assert PlaceReported("mx-tap-belen", "helped") in told.events
    assert len(told.replies[0].text) < 100


def test_a_place_on_hold_is_not_offered(library: Library) -> None:
    """Neither in the conversation nor among the towns."""
    on_hold = library.holding(frozenset({"mx-tap-belen"}))
    assert "Belén" not in take(on_hold, TAPACHULA, "!menu:shelter").replies[0].text
    assert "Belén" in take(library, TAPACHULA, "!menu:shelter").replies[0].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_old_and_broken_buttons_do_no_harm(language: str, library: Library) -> None:
    """A place that is gone, a number out of range, an unknown outcome: an answer with a person, in every language."""
    person = Person("x", where=Where("MX", "Tapachula"), language=language, language_chosen=True, greeted=True)
    for about in ("gone", "gone:closed", "999", "mx-tap-belen:exploded", ""):
        taken = take(library, person, f"!shelter:was:{about}")
        assert taken.replies
        assert "person" in payloads(taken)
        assert not [event for event in taken.events if isinstance(event, PlaceReported)]
