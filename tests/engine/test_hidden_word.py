"""The hidden word: chosen once, gone from the phone at once, kept as a hash, and answered as if nothing were."""

import pytest

from faro.assistant import hidden_word
from faro.assistant.message import Message
from faro.assistant.referral import Severity
from faro.library import Library

from .house import House

WORD = "Turpial de Ixchiguan"


async def choose(house: House, word: str = WORD) -> list[str]:
    """The button, the question, the word; what is answered to the word."""
    await house.presses("1", "hidden:ask")
    return await house.sends("1", Message(parts=(word,), language_hint="es", ids=("700",)))


async def test_question_and_word_leave_the_phone_at_once(house: House) -> None:
    """Both messages are deleted, neither is kept, and what stays tells nothing."""
    await house.presses("1", "hidden:ask")
    question = [sent.message for sent in house.channel.sent if sent.chat == "1"][-1]
    assert await house.sends("1", Message(parts=(WORD,), language_hint="es", ids=("700",))) == ["Listo."]
    [deleted] = house.bodies("1", "delete")
    assert set(deleted["messages"]) == {question, "700"}
    assert await house.scalar("select count(*) from talk where said_by = 'person' and kind = 'text'") == 0


async def test_the_word_alone_opens_a_referral_and_the_answer_is_innocent(house: House) -> None:
    """However it is typed: critical, announced, nothing is written to the phone, and the answer looks like any other."""
    await choose(house)
    assert await house.says("1", "turpial de IXCHIGUÁN!!") == [house.engine.library.say("es", "cleared")]
    [live] = await house.live()
    assert (live.category, live.severity, live.evidence) == ("immediate_danger", Severity.CRITICAL, ("hidden word",))
    assert len(house.alerts()) == 1


async def test_only_a_whole_message_is_the_word(house: House) -> None:
    """The word inside a sentence, and the same word of somebody else, call nobody."""
    await choose(house)
    await house.says("1", f"vi un {WORD} en el monte ayer")
    await house.says("2", WORD)
    assert await house.live() == []


async def test_the_word_is_kept_as_a_keyed_hash(house: House) -> None:
    """Nowhere in the store stands the word, sealed or not."""
    await choose(house)
    store = house.engine.store
    from faro.storage import people

    memory = await store.read(lambda db: people.load(db, store.seal, 1))
    assert memory.hidden_word is not None
    assert "turpial" not in str(memory).lower()


async def test_a_word_of_every_day_is_refused(house: House) -> None:
    """It could be written by chance; it leaves the phone too, and another is asked for."""
    heard = await choose(house, "hola")
    assert heard == [house.engine.library.say("es", "hidden-word-other")]
    assert await house.sends("1", Message(parts=(WORD,), language_hint="es", ids=("701",))) == ["Listo."]
    assert len(house.bodies("1", "delete")) == 2


async def test_a_question_written_later_is_not_taken_for_the_word(house: House) -> None:
    """Something else in between ends the question."""
    await house.presses("1", "hidden:ask")
    await house.says("1", "/help")
    await house.says("1", "turpial blanco quetzal")
    assert not house.bodies("1", "delete")


async def test_a_danger_comes_before_the_word(house: House) -> None:
    """Instead of a word somebody cries for help: that is heard."""
    await house.presses("1", "hidden:ask")
    await house.says("1", "zafarrancho")
    assert len(house.alerts()) == 1


@pytest.mark.parametrize(
    "text", ["hola", "gracias", "no", "si", "1234", "Guatemala", "Mis derechos", "comida", "abc", "donde hay comida", "ayuda"]
)
def test_what_anybody_may_write_is_no_hidden_word(text: str, library: Library) -> None:
    """Courtesies, labels, places, questions and common words do not fit."""
    assert not hidden_word.fits(text, library)


@pytest.mark.parametrize("text", [WORD, "zanate morado", "kikirikix"])
def test_a_rare_word_fits(text: str, library: Library) -> None:
    """What nobody writes by chance fits."""
    assert hidden_word.fits(text, library)


async def test_where_nobody_reads_no_word_is_offered(sample_library: Library) -> None:
    """It would call nobody."""
    from faro.assistant import danger

    assert "hidden:ask" not in dict(danger.ways_out(sample_library)).values()
