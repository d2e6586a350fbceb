"""The drill: known disclosures go the whole way once a day, and whatever breaks on that way raises an alarm."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from faro.assistant import risk
from faro.engine.channels import SlowDown
from faro.library import Library
from faro.storage import pulses

from ..conftest import NIGHT
from .house import GROUP, House, build


@pytest.fixture
async def drilled(tmp_path: Path, library: Library) -> AsyncIterator[House]:
    """A Faro that checks itself with three known disclosures."""
    few = replace(library, drills=library.drills[:3])
    made = await build(tmp_path / "faro.db", few, drills=True)
    yield made
    await made.engine.store.close()


async def pulse(house: House, name: str) -> str | None:
    return await house.engine.store.read(lambda db: pulses.detail(db, name))


async def test_a_drill_goes_the_whole_way_and_leaves_nothing(drilled: House) -> None:
    """All are noticed, one line reaches the staff, and no referral, person or word of it stays."""
    await drilled.engine.settle()
    assert await pulse(drilled, "drill") == "3"
    assert drilled.texts(GROUP) == [drilled.engine.library.say("es", "desk-drill")]
    for table in ("referral", "person", "talk"):
        assert await drilled.scalar(f"select count(*) from {table}") == 0


async def test_one_a_day_and_all_once_a_week(drilled: House) -> None:
    """The canary of the day; after a week the whole set again."""
    await drilled.engine.settle()
    drilled.later(days=1)
    await drilled.engine.settle()
    assert await pulse(drilled, "drill") == "1"
    for _ in range(6):
        drilled.later(days=1)
        await drilled.engine.settle()
    assert await pulse(drilled, "drill") == "3"


async def test_a_danger_that_is_not_noticed_raises_an_alarm(drilled: House) -> None:
    """Ten minutes after the start the staff are told how many were missed."""
    drilled.engine.library = replace(
        drilled.engine.library, drills=(("es", "hola buenas tardes"), *drilled.engine.library.drills)
    )
    await drilled.engine.settle()
    assert len(drilled.texts(GROUP)) == 1
    drilled.later(minutes=11)
    await drilled.engine.settle()
    assert "1 de 4" in drilled.texts(GROUP)[-1]
    assert await pulse(drilled, "drill") is None


async def test_an_alert_that_does_not_arrive_raises_an_alarm(drilled: House) -> None:
    """The staff group does not take it in time: that is an alarm too, kept where the console and the log show it."""
    drilled.channel.fail(GROUP, *[SlowDown(900)])
    await drilled.engine.settle()
    drilled.later(minutes=11)
    await drilled.engine.settle()
    assert await pulse(drilled, "drill.missed") == "alert"


async def test_no_drill_where_nobody_reads(drilled: House) -> None:
    """At night nobody is there to see an alarm; with a sample operator nobody ever is."""
    drilled.now = NIGHT
    await drilled.engine.settle()
    assert await pulse(drilled, "drill.started") is None


async def test_a_drill_stands_in_no_list_of_the_staff(drilled: House) -> None:
    """While it runs the queue does not show it."""
    drilled.channel.fail(GROUP, *[SlowDown(60)])
    await drilled.engine.settle()
    assert await drilled.live() == []


def test_every_known_disclosure_is_noticed_by_phrases_alone(library: Library) -> None:
    """A drill must not depend on what was learned: it is run in the first minute, too."""
    assert len({language for language, _ in library.drills}) == 6
    missed = [text for _, text in library.drills if risk.assess([text], library) is None]
    assert missed == []
