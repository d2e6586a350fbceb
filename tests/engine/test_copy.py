"""The person's own copy of what is kept, and what `/privacy` says of it."""

from dataclasses import replace
from typing import Any

import pytest

from faro.assistant import keeping
from faro.assistant.desk import Verb
from faro.assistant.message import Kind, Message
from faro.assistant.referral import Outcome
from faro.assistant.rights import Role
from faro.engine.channels import Rejected
from faro.library import Library
from faro.library.entries import LANGUAGES
from faro.library.text import fold

from ..conftest import NOON
from .conftest import GRAVE
from .house import GROUP, House
from .test_hidden_word import WORD, choose


def copies(house: House, chat: str = "1", start: int = 0) -> list[dict[str, Any]]:
    """The files sent to this chat."""
    return [sent.body["paper"] for sent in house.channel.sent[start:] if sent.chat == chat and sent.body.get("paper")]


def offered(house: House, chat: str = "1") -> list[str]:
    """The payloads of the buttons shown so far."""
    return [payload for body in house.bodies(chat, "say") for _, payload in body["buttons"]]


async def test_privacy_says_until_when_each_thing_is_kept(house: House) -> None:
    """The dates follow the clock, thirty days on."""
    heard = await house.says("1", "/privacy")
    assert any("24/12/2026" in text and "90" in text and "180" in text for text in heard)
    house.later(days=2)
    assert any("26/12/2026" in text for text in await house.says("1", "/privacy"))


async def test_what_is_kept_tells_nothing_of_the_talk(house: House) -> None:
    """The same words for everybody, in danger or not."""
    await house.says("1", GRAVE)
    mine, theirs = [[text for text in await house.says(user, "/privacy") if "24/12/2026" in text] for user in ("1", "2")]
    assert mine == theirs


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_kept_fits_into_a_message(language: str, library: Library) -> None:
    """In each language, with the team and where nobody reads."""
    alone = replace(library, operator=library.operator.model_copy(update={"sample": True}))
    assert 100 < len(keeping.until(alone, language, NOON)) < len(keeping.until(library, language, NOON)) <= 900


async def test_a_copy_is_asked_about_first_and_holds_what_is_kept(house: House) -> None:
    """Own words, our answers, place and language; both ways to it; the file is a row of the outbox and stands in the audit."""
    await house.says("1", "vivo en Tapachula y busco a mi hermana")
    await house.presses("1", "country:MX")
    await house.says("1", "/privacy")
    await house.says("1", "/forget")
    assert offered(house).count("copy:ask") == 2
    asked = await house.presses("1", "copy:ask")
    assert "Otra persona" in asked[0]
    assert not copies(house)
    await house.says("1", "sí")
    [file] = copies(house)
    assert file["name"] == "faro.txt"
    for words in ("busco a mi hermana", "México", "Español", "24/11/2026", "24/12/2026", asked[0]):
        assert words in file["text"], words
    assert await house.scalar("select count(*) from audit where verb = 'copy.given'") == 1
    assert await house.scalar("select count(*) from outbox where body is not null and state = 'sent'") == 0


async def test_no_means_no_copy(house: House) -> None:
    """Nothing is sent, and the menu is back."""
    await house.presses("1", "copy:ask")
    assert await house.says("1", "no") == [house.engine.library.say("es", "copy-not")]
    assert not copies(house)


async def test_a_copy_holds_staff_s_words_that_arrived_and_no_note(house: House) -> None:
    """What was said to the person is there, what waits and what staff noted is not; the time with the team is told in plain words."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.act("Ana", Verb.CLAIM, 1)
    await house.act("Ana", Verb.SAY, 1, words="hola, te leo")
    await house.act("Ana", Verb.NOTE, 1, words="parece menor")
    await house.presses("1", "write:when_i_write")
    house.later(minutes=30)
    await house.act("Ana", Verb.SAY, 1, words="esto espera")
    held = await house.scalar("select count(*) from outbox where state = 'held'")
    store = house.engine.store
    from faro.storage import kept

    found = await store.read(lambda db: kept.of_person(db, store.seal, 1, {}))
    said = [one.words for one in found.spoken]
    assert held == 1
    assert "hola, te leo" in said
    assert "esto espera" not in said
    assert "parece menor" not in said
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)
    await house.presses("1", "copy:yes")
    [file] = copies(house)
    assert "Del 24/11/2026 al 24/11/2026. Se borra el 22/02/2027." in file["text"]
    assert "esto espera" not in file["text"]
    assert "parece menor" not in file["text"]
    for word in ("caso", "referencia", "crític", "self_harm"):
        assert word not in file["text"].replace(GRAVE, "")


async def test_what_was_cleared_is_in_no_copy(house: House) -> None:
    """Whoever asks for the copy after the chat was cleaned learns neither the words nor that the team knows of something."""
    await house.says("1", f"{GRAVE} mi secreto")
    await house.presses("1", "write:yes")
    await house.says("1", "/clear")
    await house.presses("1", "copy:yes")
    [file] = copies(house)
    assert "mi secreto" not in file["text"]
    assert house.engine.library.say("es", "copy-team") not in file["text"].splitlines()


async def test_a_hidden_word_is_in_no_copy(house: House) -> None:
    """Neither the word nor what it set going, not even after it was dealt with."""
    await house.hire("Ana", "9")
    await choose(house)
    await house.says("1", WORD)
    assert await house.presses("1", "copy:yes") == [house.engine.library.say("es", "help")]
    await house.act("Ana", Verb.CLAIM, 1)
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)
    await house.presses("1", "copy:yes")
    [file] = copies(house)
    assert fold(WORD) not in fold(file["text"])
    assert house.engine.library.say("es", "desk-hidden-word") not in file["text"]
    assert house.engine.library.say("es", "copy-team") not in file["text"].splitlines()


async def test_while_the_chat_is_hidden_there_is_no_copy_and_no_trace_of_the_talk(house: House) -> None:
    """After /forget with an open case neither the copy nor a button nor a line tells that anybody knows."""
    await house.hire("Clara", None, Role.COORDINATOR)
    await house.says("1", f"{GRAVE} mi secreto")
    await house.presses("1", "forget:yes")
    start = len(house.channel.sent)
    await house.says("1", "/privacy")
    heard = await house.says("1", "/forget")
    assert house.engine.library.say("es", "kept-talk") not in "\n".join(heard)
    payloads = [p for sent in house.channel.sent[start:] if sent.chat == "1" for _, p in sent.body.get("buttons", [])]
    assert not {"copy:ask", "withdraw"} & set(payloads)
    assert await house.presses("1", "copy:yes") == [house.engine.library.say("es", "help")]
    assert not copies(house)


async def test_who_cannot_talk_now_is_offered_no_copy(house: House) -> None:
    """ "I can't talk now" beside a danger: somebody else may hold the phone."""
    await house.says("1", GRAVE)
    await house.presses("1", "hush")
    before = offered(house).count("copy:ask")
    await house.says("1", "/privacy")
    assert offered(house).count("copy:ask") == before
    await house.presses("1", "copy:yes")
    assert not copies(house)


async def test_a_file_that_is_refused_comes_as_words(house: House) -> None:
    """The copy is not lost where a channel takes no file."""
    await house.says("1", "busco a mi hermana")
    await house.presses("1", "copy:ask")
    house.channel.fail("1", Rejected("no files"))
    heard = await house.says("1", "sí")
    assert any("busco a mi hermana" in text for text in heard)


async def test_clear_takes_the_copy_off_the_phone(house: House) -> None:
    """The file is one of the messages that go."""
    await house.presses("1", "copy:yes")
    sent = [one.message for one in house.channel.sent if one.chat == "1" and one.body.get("paper")]
    await house.sends("1", Message(Kind.COMMAND, command="clear", ids=("502",)))
    [delete] = house.bodies("1", "delete")
    assert set(sent) <= set(delete["messages"])


async def test_places_that_were_told_of_stand_in_the_copy(house: House) -> None:
    """How it was at a place, under the place's name."""
    place = house.engine.library.places[0]
    await house.presses("1", f"shelter:was:{place.id}:closed")
    await house.presses("2", "copy:yes")
    await house.presses("1", "copy:yes")
    assert place.name in copies(house)[0]["text"]
    assert place.name not in copies(house, "2")[0]["text"]
    assert GROUP not in copies(house)[0]["text"]
