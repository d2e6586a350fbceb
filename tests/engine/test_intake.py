"""What arrives is worked on once, in order, and never dropped in silence."""

from dataclasses import replace

import pytest

from faro.assistant import turn
from faro.assistant.message import Kind, Message
from faro.engine import conversation, effects, intake

from .conftest import GRAVE
from .house import GROUP, House


async def test_a_delivery_that_comes_twice_is_answered_once(house: House) -> None:
    """The same update delivered again changes nothing and is acknowledged."""
    await house.receive(Message(Kind.COMMAND, command="help"), user="1")
    raw = b'{"channel":"test","chat":"1","user":"1","room":"private","message":{"kind":"command","command":"start","parts":[],"ids":["1"]}}'
    assert await house.engine.receive("test", "1", "1", raw) is False
    await house.engine.settle()
    assert len(house.bodies("1", "say")) == 1


async def test_a_person_is_answered_in_the_order_of_writing(house: House) -> None:
    """What waited while nobody worked is answered in order."""
    for command in ("help", "privacy", "language"):
        await house.receive(Message(Kind.COMMAND, command=command, language_hint="en"), user="1")
    await house.engine.settle()
    say = house.engine.library.say
    heard = house.texts("1")
    assert heard[0] == say("en", "help")
    assert heard[-1] == say("en", "ask-language")


async def test_a_burst_of_texts_is_read_as_a_whole(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Short messages that wait together are one turn; each keeps its own line in the talk."""
    taken = _spied(monkeypatch)
    for text in ("hola", "estoy en tapachula", "donde puedo dormir"):
        await house.receive(Message(parts=(text,), language_hint="es"), user="1")
    await house.engine.settle()
    assert [message.parts for message in taken] == [("hola", "estoy en tapachula", "donde puedo dormir")]
    assert await house.scalar("select count(*) from talk where said_by = 'person'") == 3


async def test_a_phrase_of_danger_in_a_burst_is_worked_on_by_itself(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text with a phrase of danger is never joined with small talk."""
    taken = _spied(monkeypatch)
    for text in ("hola", GRAVE, "perdon"):
        await house.receive(Message(parts=(text,), language_hint="es"), user="1")
    await house.engine.settle()
    assert [message.parts for message in taken] == [("hola",), (GRAVE,), ("perdon",)]


async def test_commands_buttons_and_edits_are_never_joined(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only plain words are read together."""
    taken = _spied(monkeypatch)
    await house.receive(Message(parts=("hola",)), user="1")
    await house.receive(Message(Kind.COMMAND, command="help"), user="1")
    await house.receive(Message(parts=("hola",), edited=True), user="1")
    await house.receive(Message(parts=("buenas",)), user="1")
    await house.engine.settle()
    assert [message.kind for message in taken] == [Kind.TEXT, Kind.COMMAND, Kind.TEXT, Kind.TEXT]


async def test_what_no_channel_can_read_is_parked_and_shown(house: House) -> None:
    """Broken JSON stops nobody: it is put aside, staff are told, and the person's next message is answered."""
    await house.engine.receive("test", "x", "1", b"{broken")
    assert await house.says("1", "/start")
    assert await house.scalar("select state from inbox where delivery_id = 'x'") == "parked"
    assert house.engine.library.say("es", "desk-parked") in house.texts(GROUP)


async def test_another_bot_is_not_answered(house: House) -> None:
    """Two machines must not talk to each other."""
    assert await house.says("1", "hola", is_bot=True) == []
    assert await house.scalar("select count(*) from inbox where state = 'done'") == 1


async def test_a_strange_group_hears_one_line_and_is_left(house: House) -> None:
    """However many write there, the bot says one line and leaves once."""
    for _ in range(3):
        await house.says("1", "hola", chat="-5", room="group")
    assert len(house.bodies("-5", "say")) == 1
    assert len(house.bodies("-5", "leave")) == 1


async def test_when_the_assistant_breaks_the_person_hears_so_at_once(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """No second try is waited for: an honest sentence, a referral, and the delivery is shown to staff."""
    _break(monkeypatch, turn, "take")
    heard = await house.says("1", "hola")
    assert heard
    assert heard[0].startswith(house.engine.library.say("es", "machine-failed"))
    live = await house.live()
    assert [(one.category, one.severity) for one in live] == [("system", "medium")]
    fault = await house.scalar("select fault from inbox")
    assert fault.startswith("RuntimeError at ")
    assert "secret" not in fault


async def test_when_the_assistant_breaks_over_a_danger_staff_look_at_once(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A phrase of danger that cannot be worked on is as grave as can be."""
    _break(monkeypatch, turn, "take")
    await house.says("1", GRAVE)
    assert [one.severity for one in await house.live()] == ["critical"]
    assert len(house.alerts()) == 1


async def test_what_fails_three_times_is_parked_and_answered_honestly(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Effects that cannot be stored are tried again with a pause, then a person looks; nothing of the tries is left behind."""
    _break(monkeypatch, effects, "apply", times=3)
    assert await house.says("1", "hola") == []
    house.later(seconds=2)
    await house.engine.settle()
    house.later(seconds=10)
    await house.engine.settle()
    assert house.texts("1")[0].startswith(house.engine.library.say("es", "machine-failed"))
    assert await house.scalar("select state from inbox") == "parked"
    assert [one.category for one in await house.live()] == ["system"]
    assert await house.scalar("select count(*) from talk where said_by = 'person'") == 1


async def test_danger_does_not_wait_behind_what_failed(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text with a phrase of danger overtakes a message that is tried again later."""
    _break(monkeypatch, effects, "apply", times=1)
    assert await house.says("1", "hola") == []
    assert await house.says("1", GRAVE)
    assert len(house.alerts()) == 1


async def test_a_thing_that_no_channel_understands_as_for_us_is_done(house: House) -> None:
    """A delivery with nothing in it for us is marked done and answered by nobody."""
    await house.engine.receive("test", "x", "1", b'{"nothing": true}')
    await house.engine.settle()
    assert await house.scalar("select state from inbox") == "done"
    assert house.channel.sent == []


async def test_half_characters_are_stored_and_answered(house: House) -> None:
    """A lone surrogate, as some phones send it, breaks nothing."""
    assert await house.says("1", "hola \ud83d")


async def test_the_next_unit_is_empty_when_nothing_is_due() -> None:
    """A chat whose head waits for its next try and has no danger behind it is left alone."""
    assert intake.next_unit([]) == []


def _spied(monkeypatch: pytest.MonkeyPatch) -> list[Message]:
    """Every message that a turn is taken of."""
    seen: list[Message] = []
    real = turn.take

    def spy(message: Message, *rest: object) -> turn.Turn:
        seen.append(replace(message))
        return real(message, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(conversation.turn, "take", spy)
    return seen


def _break(monkeypatch: pytest.MonkeyPatch, where: object, name: str, times: int = 99) -> None:
    """This function raises so many times, then works again."""
    real, left = getattr(where, name), [times]

    def broken(*given: object) -> object:
        left[0] -= 1
        if left[0] >= 0:
            raise RuntimeError("secret words")
        return real(*given)

    monkeypatch.setattr(where, name, broken)


def test_every_event_has_its_effect() -> None:
    """An event that the assistant can tell and nobody stores would break the turn that tells it."""
    from typing import get_args

    from faro.assistant.events import Event

    assert set(get_args(Event)) == set(effects._EFFECTS)
