"""Reports on places through the whole engine: three people, then nobody is sent there any more."""

from faro.assistant.message import Message
from faro.storage import place_reports

from .house import House


async def test_the_third_report_takes_the_place_out_of_the_answers(house: House) -> None:
    """Each of three people tells that it was closed; the fourth does not hear of it, and the audit says why."""
    where = Message(parts=("albergue en tapachula",), language_hint="es")
    assert "Belén" in "\n".join(await house.sends("first", where))
    for user in ("first", "second", "third"):
        await house.sends(user, where)
        assert await house.presses(user, "shelter:was:mx-tap-belen:closed")
    assert "Belén" not in "\n".join(await house.sends("fourth", where))
    assert await house.engine.store.read(place_reports.held) == {"mx-tap-belen"}


async def test_one_person_alone_holds_nothing(house: House) -> None:
    """However often she presses."""
    for _ in range(4):
        await house.presses("first", "shelter:was:mx-tap-belen:closed")
    assert await house.engine.store.read(place_reports.held) == frozenset()
