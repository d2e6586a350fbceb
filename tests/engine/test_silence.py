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


async def ours(house: House) -> None:
    """A critical case that Ana has and whose person may be written to, with a coordinator there."""
    await house.hire("Ana", "9")
    await house.hire("Clara", "7", Role.COORDINATOR)
    await house.says("1", GRAVE)
    await house.presses("1", "write:yes")
    await house.act("Ana", Verb.CLAIM, 1)


async def fell_silent(house: House) -> None:
    house.later(minutes=SILENCE.total_seconds() / 60 + 1)
    await house.engine.settle()


async def test_a_talk_that_ended_well_is_closed_by_its_owner(house: House) -> None:
    """The person had the last word and no danger is in it: with a reason, which coordinators hear of, silence is no alarm any more."""
    await ours(house)
    with pytest.raises(Refused, match="refused-well-no-word"):
        await house.act("Ana", Verb.WELL, 1, words="ya está con su tía")
    await house.act("Ana", Verb.SAY, 1, words="¿Cómo sigues?")
    await house.says("1", "muchas gracias, ya estoy con mi tía")
    with pytest.raises(Refused, match="refused-reason-short"):
        await house.act("Ana", Verb.WELL, 1, words="bien")
    await house.act("Ana", Verb.WELL, 1, words="ya está con su tía")
    assert any("terminó bien" in text for text in house.texts("7"))
    assert not any("su tía" in text for text in house.texts("7"))
    await fell_silent(house)
    assert not (await house.referral()).silent
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)


async def test_after_silence_the_last_words_or_a_yes_still_count(house: House) -> None:
    """It was taken for silence already: with the person's own good last word the owner may still say that it ended well, and close it."""
    await ours(house)
    await house.act("Ana", Verb.SAY, 1, words="¿Cómo sigues?")
    await house.says("1", "bien, gracias")
    await fell_silent(house)
    assert (await house.referral()).silent
    await house.act("Ana", Verb.WELL, 1, words="ya está con su tía")
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)


async def test_neither_silence_nor_danger_is_a_good_end(house: House) -> None:
    """Staff had the last word, or danger is in the person's: refused, and a coordinator's matter as before."""
    await ours(house)
    await house.act("Ana", Verb.SAY, 1, words="¿Cómo sigues?")
    for words in (GRAVE, DOUBT):
        await house.says("1", words)
        with pytest.raises(Refused, match="refused-well-not-told"):
            await house.act("Ana", Verb.WELL, 1, words="creo que está bien")
    await house.says("1", "gracias")
    await house.act("Ana", Verb.SAY, 1, words="Cuídate mucho")
    with pytest.raises(Refused, match="refused-well-not-told"):
        await house.act("Ana", Verb.WELL, 1, words="creo que está bien")
    await fell_silent(house)
    with pytest.raises(Refused, match="refused-silent"):
        await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)


async def test_the_person_is_asked_whether_they_are_safe(house: House) -> None:
    """A yes is enough, until they write again; a no is a danger like any other."""
    await ours(house)
    await house.act("Ana", Verb.SAY, 1, words="Cuídate mucho")
    await house.act("Ana", Verb.SAFE, 1)
    assert any("a salvo" in text for text in house.texts("1"))
    await house.presses("1", "safe")
    assert (await house.referral()).safe_at is not None
    assert any("está a salvo" in text for text in house.texts("9") + house.texts(GROUP))
    await house.act("Ana", Verb.WELL, 1, words="dijo que está a salvo")
    assert (await house.referral()).well
    await house.says("1", "oye")
    case = await house.referral()
    assert (case.well, case.safe_at) == (False, None)
    await house.presses("1", "safe")
    await house.presses("1", "risk:yes")
    assert (await house.referral()).safe_at is None
