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


async def test_who_just_wrote_is_answered(owned: House) -> None:
    """Within ten minutes of the person's own words the phone is in the person's hands."""
    owned.later(minutes=9)
    await say(owned)
    assert owned.texts("1")[-1] == WORDS


async def test_unasked_the_words_wait_until_the_person_writes(owned: House) -> None:
    """An hour later they wait, staff are told, and they leave with the person's next message."""
    owned.later(hours=1)
    await say(owned)
    assert WORDS not in owned.texts("1")
    assert any("esperan" in text for text in owned.texts(GROUP))
    assert (await owned.referral()).first_word_at is None
    await owned.says("1", "hola?")
    assert WORDS in owned.texts("1")
    assert (await owned.referral()).first_word_at == owned.now
    assert any("ya le llegaron" in text for text in owned.texts(GROUP))


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
