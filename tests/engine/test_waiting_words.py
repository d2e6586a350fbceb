"""Staff's words appear on the phone only when that is safe (promise 9)."""

import pytest

from faro.assistant.desk import Verb

from .conftest import GRAVE
from .house import GROUP, House

WORDS = "👤 Hola, soy del equipo"


@pytest.fixture
async def owned(house: House) -> House:
    """A danger that Ana took, an hour after the person last wrote."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    return house


async def say(house: House) -> None:
    await house.act("Ana", Verb.SAY, 1, words="Hola, soy del equipo")


QUESTION = "¿Podemos escribirte a este teléfono?"


async def test_who_asked_for_a_person_and_just_wrote_is_answered(house: House) -> None:
    """Within ten minutes of the own words, where the person asked for somebody and was not heard on whether we may write."""
    await house.hire("Ana", "9")
    await house.says("1", "Hablar con una persona")
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    house.later(minutes=9)
    await say(house)
    assert house.texts("1")[-1] == WORDS


async def test_after_a_danger_nothing_appears_unanswered(owned: House) -> None:
    """Also who wrote a minute ago may have handed the phone to somebody else: the words wait for yes, and staff know."""
    owned.later(minutes=1)
    await say(owned)
    assert WORDS not in owned.texts("1")
    assert any("esperan" in text for text in owned.texts(GROUP))
    assert (await owned.referral()).first_word_at is None


async def test_who_writes_while_words_wait_unanswered_is_asked_again(owned: House) -> None:
    """Once for all that waits, with the same buttons; a yes typed lets the words out and the owner hears of it."""
    await say(owned)
    owned.later(hours=1)
    heard = await owned.says("1", "hola?")
    assert [text for text in heard if QUESTION in text]
    assert WORDS not in owned.texts("1")
    assert not await owned.says("1", "estás?")
    await say(owned)
    assert [text for text in await owned.says("1", "oye") if QUESTION in text]
    heard = await owned.says("1", "sí")
    assert heard.count(WORDS) == 2
    assert (await owned.referral()).first_word_at == owned.now
    assert any("ya le llegaron" in text for text in owned.texts(GROUP))
    assert owned.engine.library.say("es", "desk-may-write-yes") in owned.texts(GROUP)


async def test_a_clean_chat_is_not_asked_again(owned: House) -> None:
    """Whoever just cleaned the chat gets no question that tells of anything."""
    await say(owned)
    assert not [text for text in await owned.says("1", "/clear") if QUESTION in text]


@pytest.mark.parametrize("yes", ["sí", "si", "yes", "Sim", "oui", "wi", "نعم"])
async def test_the_promised_yes_works_also_when_somebody_has_the_case(owned: House, yes: str) -> None:
    """ "When you want to read, write yes here": it is no word for the owner, it lets the owner's words out."""
    await owned.presses("1", "write:not_now")
    await say(owned)
    before = len(owned.texts(GROUP))
    assert WORDS in await owned.says("1", yes)
    told = owned.texts(GROUP)[before:]
    assert owned.engine.library.say("es", "desk-may-write-yes") in told
    assert not [text for text in told if text.endswith(yes)]


async def test_who_said_yes_is_written_to_at_any_hour(owned: House) -> None:
    """ "Yes, write to me"."""
    await owned.presses("1", "write:yes")
    owned.later(hours=5)
    await say(owned)
    assert WORDS in owned.texts("1")


async def test_who_said_not_now_is_not_written_to_even_when_writing(owned: House) -> None:
    """ "Not now" holds until it is taken back, also within ten minutes."""
    await owned.presses("1", "write:not_now")
    await say(owned)
    await owned.says("1", "espera un momento")
    assert WORDS not in owned.texts("1")
    await owned.presses("1", "write:yes")
    assert WORDS in owned.texts("1")


async def test_only_after_i_write(owned: House) -> None:
    """ "Only after I write first"."""
    await owned.presses("1", "write:when_i_write")
    owned.later(hours=1)
    await say(owned)
    assert WORDS not in owned.texts("1")
    await owned.says("1", "ya puedo")
    assert WORDS in owned.texts("1")


async def test_words_that_still_wait_are_dropped_when_it_is_closed(owned: House) -> None:
    """After the end nothing surprises the person."""
    from faro.assistant.referral import Outcome

    owned.later(hours=1)
    await say(owned)
    await owned.act("Ana", Verb.CLOSE, 1, outcome=Outcome.UNREACHABLE)
    await owned.says("1", "hola de nuevo")
    assert WORDS not in owned.texts("1")


async def test_i_cannot_talk_now_clears_the_chat_and_holds_words(owned: House) -> None:
    """One press takes everything off the phone and makes staff wait."""
    await owned.presses("1", "hush")
    assert owned.bodies("1", "delete")
    await say(owned)
    assert WORDS not in owned.texts("1")
