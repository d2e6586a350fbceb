"""Whatever fails on the way of a danger fails toward a human: a referral and an honest answer, never silence (promise 2)."""

from dataclasses import replace

import pytest

from faro.assistant import risk
from faro.assistant.message import Kind, Message
from faro.library import Library
from faro.library.phrases import Dangers

from .conftest import GRAVE
from .house import House


async def opens(house: House, text: str, category: str) -> None:
    """A message opens a referral of this category that is announced, and something is answered."""
    heard = await house.says("1", text)
    assert heard
    [live] = await house.live()
    assert live.category == category
    assert len(house.alerts()) == 1


async def test_an_exception_in_the_check_calls_a_person(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check itself breaks: the honest sentence, a referral, and the delivery is shown to staff."""

    def breaks(*args: object, **more: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(risk, "assess", breaks)
    await opens(house, "donde hay comida", "system")
    assert house.engine.library.say("es", "machine-failed") in house.texts("1")[0]


async def test_zero_rules_call_a_person(house: House) -> None:
    """Without any phrase nothing can be called harmless."""
    house.engine.library = without_dangers(house.engine.library)
    await opens(house, "donde hay comida", "system")


async def test_a_missing_risk_file_calls_a_person(house: House) -> None:
    """One file of phrases is gone: what it might have noticed goes to a person; what others notice is answered as ever."""
    house.engine.library = replace(house.engine.library, missing_risks=("self_harm/phrases/ht.txt",))
    await opens(house, "donde hay comida", "system")
    await house.says("2", GRAVE)
    assert [one.category for one in await house.live()] == ["system", "self_harm"]


@pytest.mark.parametrize("text", ["\ufffd\ufffd\ufffd\ufffd\ufffd \ufffd\ufffd", "\ud83d\ud83d\ud83d\ud83d\ud83d\ud83d"])
async def test_an_unreadable_text_calls_a_person(text: str, house: House) -> None:
    """Broken or half characters instead of letters."""
    await opens(house, text, "immediate_danger")


@pytest.mark.parametrize("place", [0, 2500, 30_000])
async def test_a_danger_in_an_over_long_text_is_found(place: int, house: House) -> None:
    """However long the text and wherever in it."""
    filler = "bla " * 10_000
    await opens(house, f"{filler[:place]} {GRAVE} {filler[place:]}", "self_harm")


@pytest.mark.parametrize(
    "text", ["polis lütfen gelin", "помогите", "救命 救命", "nisaidie tafadhali polisi", "SOS 5512345678", "cứu tôi với công an"]
)
async def test_an_alarm_in_a_language_without_content_calls_a_person(text: str, house: House) -> None:
    """Police and help in languages that Faro does not speak, and SOS with a number."""
    await opens(house, text, "immediate_danger")


@pytest.mark.parametrize("text", ["SOS", "\U0001f631\U0001f631\U0001f631", "AYUDA", "911"])
async def test_a_bare_alarm_is_asked_about_and_seen(text: str, house: House) -> None:
    """One gentle question; staff see it in their list whatever is answered."""
    heard = await house.says("1", text)
    assert house.engine.library.say("es", "ask-danger") in heard
    [live] = await house.live()
    assert live.unsure


async def test_danger_is_never_rate_limited(house: House) -> None:
    """Fifty messages in a row, and the danger among them is answered before the rest is done."""
    for number in range(50):
        await house.receive(Message(parts=(f"hola {number}",), language_hint="es"), user="1")
    await house.receive(Message(parts=(GRAVE,), language_hint="es"), user="1")
    await house.engine.settle()
    assert len(house.alerts()) == 1


async def test_a_voice_note_is_a_matter_for_a_person(house: House) -> None:
    """What a machine cannot hear may be a cry for help."""
    await house.sends("1", Message(Kind.VOICE, media="file"))
    assert len(await house.live()) == 1


def without_dangers(library: Library) -> Library:
    made = replace(library, phrases=())
    made.__dict__["dangers"] = Dangers((), library.signs, library.abbreviations)
    return made
