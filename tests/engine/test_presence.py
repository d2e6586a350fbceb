"""That staff are writing: shown to whom it may be shown, never stored, never tried again."""

import pytest

from faro.assistant.desk import Verb
from faro.assistant.referral import Outcome
from faro.engine.channels import Unreachable
from faro.engine.presence import EVERY

from .conftest import SERIOUS
from .house import GROUP, House


async def owned(house: House, choice: str | None = "yes") -> int:
    """Ana has the case of a person who chose whether staff may write."""
    await house.hire("Ana", "9")
    await house.hire("Zoe", "8")
    await house.says("1", SERIOUS)
    await house.act("Ana", Verb.CLAIM, 1)
    if choice:
        await house.presses("1", f"write:{choice}")
    return house.staff["Ana"]


@pytest.mark.parametrize(("choice", "shown"), [("yes", 1), (None, 0), ("when_i_write", 0), ("not_now", 0)])
async def test_it_is_shown_after_a_plain_yes_alone(house: House, choice: str | None, shown: int) -> None:
    """Who said anything else, or nothing, sees nothing, also just after having written."""
    member = await owned(house, choice)
    assert await house.engine.presence.writes(member, 1) is bool(shown)
    assert house.channel.typed == ["1"] * shown


async def test_it_is_shown_for_the_owner_of_an_open_case_alone(house: House) -> None:
    """A colleague at the same page, or somebody after the end, is nobody who writes."""
    member = await owned(house)
    await house.engine.presence.writes(house.staff["Zoe"], 1)
    house.later(seconds=10)
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)
    await house.engine.presence.writes(member, 1)
    await house.engine.presence.writes(member, 77)
    assert house.channel.typed == []


async def test_it_is_told_no_more_often_than_it_lasts_and_leaves_no_trace(house: House) -> None:
    """Each key that is pressed costs nothing; nothing waits to be sent and nothing is in the audit."""
    member = await owned(house)
    before = await house.scalar("select (select count(*) from outbox) + (select count(*) from audit)")
    for _ in range(5):
        await house.engine.presence.writes(member, 1)
    house.now += EVERY
    await house.engine.presence.writes(member, 1)
    assert house.channel.typed == ["1", "1"]
    assert await house.scalar("select (select count(*) from outbox) + (select count(*) from audit)") == before


async def test_a_platform_that_does_not_answer_does_no_harm(house: House) -> None:
    """It is lost, and the words that follow are not."""
    member = await owned(house)
    house.channel.fail("1", Unreachable("away"))
    assert await house.engine.presence.writes(member, 1) is False
    await house.act("Ana", Verb.SAY, 1, words="Hola")
    assert "👤 Hola" in house.texts("1")


async def test_words_that_wait_for_a_click_are_about_to_come(house: House) -> None:
    """On Telegram nobody sees that staff type; what is written and waits for a second click shows it."""
    await owned(house)
    thread = (await house.referral()).thread
    await house.says("9", "llama al 5512345678", chat=GROUP, room="staff", thread=thread)
    assert house.channel.typed == ["1"]
