"""Nobody is lost in silence: doubts stand in a list of their own, and a critical case that falls silent goes to a coordinator."""

import pytest

from faro.assistant.desk import Verb
from faro.assistant.referral import Outcome, Refused, Status
from faro.assistant.rights import Role
from faro.engine.silence import SILENCE

from .conftest import GRAVE, SERIOUS
from .house import GROUP, House

DOUBT = "que significa " + GRAVE
"""What is asked about rather than referred."""


async def test_an_unanswered_doubt_stands_in_its_own_list(house: House) -> None:
    """The gentle question is not answered: the group hears nothing, and /look shows it, gravest first, until somebody closes it."""
    await house.hire("Ana", "9")
    await house.says("2", "que significa " + SERIOUS)
    await house.says("1", DOUBT)
    assert not house.alerts()
    assert all(one.unsure for one in await house.live())
    [listed] = await house.says("9", "/look", chat=GROUP, room="staff")
    assert listed.index("Crítica") < listed.index("Alta")
    house.later(hours=30)
    await house.engine.settle()
    assert len(await house.live()) == 2


async def test_silence_on_a_critical_doubt_goes_to_a_coordinator(house: House) -> None:
    """Asked whether somebody is in danger now, the person does not answer: the coordinator is told in private, once."""
    await house.hire("Clara", "7", Role.COORDINATOR)
    await house.says("1", DOUBT)
    house.later(minutes=SILENCE.total_seconds() / 60 + 1)
    await house.engine.settle()
    assert len(house.alerts("7")) == 1
    house.later(minutes=30)
    await house.engine.settle()
    assert len(house.alerts("7")) == 1
    [live] = await house.live()
    assert live.unsure
    assert live.silent


async def test_without_a_coordinator_a_silent_doubt_is_announced_to_all(house: House) -> None:
    """Somebody must look: it becomes a danger like any other, with a clock."""
    await house.says("1", DOUBT)
    house.later(minutes=SILENCE.total_seconds() / 60 + 1)
    await house.engine.settle()
    assert len(house.alerts()) == 1
    [live] = await house.live()
    assert not live.unsure


async def test_only_a_coordinator_closes_a_critical_case_that_fell_silent(house: House) -> None:
    """The owner is refused in words; the coordinator may; and when the person writes again the owner may, too."""
    await house.hire("Ana", "9")
    await house.hire("Clara", "7", Role.COORDINATOR)
    await house.says("1", GRAVE)
    await house.act("Ana", Verb.CLAIM, 1)
    house.later(minutes=SILENCE.total_seconds() / 60 + 1)
    await house.engine.settle()
    assert any("ya no contesta" in text for text in house.texts("7"))
    with pytest.raises(Refused, match="refused-silent"):
        await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.UNREACHABLE)
    await house.says("1", "aqui sigo, perdon")
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)
    assert (await house.referral()).status is Status.CLOSED
    await house.says("2", GRAVE)
    await house.act("Ana", Verb.CLAIM, 2)
    house.later(minutes=SILENCE.total_seconds() / 60 + 1)
    await house.engine.settle()
    await house.act("Clara", Verb.CLOSE, 2, outcome=Outcome.UNREACHABLE)
    assert (await house.referral(2)).status is Status.CLOSED


async def test_silence_in_a_lesser_danger_is_the_owners_matter(house: House) -> None:
    """Only a critical one is taken to the coordinator."""
    await house.hire("Clara", "7", Role.COORDINATOR)
    await house.says("1", SERIOUS)
    house.later(hours=2)
    await house.engine.settle()
    assert not any("ya no contesta" in text for text in house.texts("7"))
