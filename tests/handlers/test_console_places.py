"""What people told of places, on the console: editors see it and end a hold; responders do not."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from faro.assistant.rights import Role
from faro.library import Library
from faro.storage import place_reports, views
from tests.web_house import House, Worker, open_house


@pytest.fixture
async def house(tmp_path: Path, library: Library) -> AsyncIterator[House]:
    async with open_house(tmp_path, library) as opened:
        yield opened


async def reported(house: House, place: str = "mx-tap-belen") -> None:
    await house.store.transaction(
        lambda db: [place_reports.report(db, house.store.seal, place, "closed", house.now, person=n) for n in (1, 2, 3)]
    )


async def test_an_editor_sees_what_is_on_hold_and_ends_it(house: House) -> None:
    """Name, counts, one button; afterwards the place is offered again and the audit says who did it."""
    await reported(house)
    async with house.browser() as browser:
        editor = await Worker.enters(house, browser, await house.hire("Eva", Role.EDITOR))
        page = (await browser.get("/staff/places")).text
        assert "Albergue Diocesano Belén, Tapachula (MX)" in page
        done = await browser.post("/staff/places/release", data={"csrf": editor.csrf, "place": "mx-tap-belen"})
        assert done.status_code == 303
        again = await browser.post("/staff/places/release", data={"csrf": editor.csrf, "place": "mx-tap-belen"})
        assert again.status_code == 409
    assert await house.engine.view(views.places_on_hold) == frozenset()
    assert "place.released" in [trace.verb for trace in await house.engine.view(views.trail)]


async def test_a_responder_may_not(house: House) -> None:
    """Neither see the list nor end a hold."""
    await reported(house)
    async with house.browser() as browser:
        worker = await Worker.enters(house, browser, await house.hire("Ana", Role.RESPONDER))
        assert (await browser.get("/staff/places")).status_code == 403
        await browser.post("/staff/places/release", data={"csrf": worker.csrf, "place": "mx-tap-belen"})
    assert await house.engine.view(views.places_on_hold) == {"mx-tap-belen"}


async def test_a_place_that_left_the_directory_and_an_empty_list(house: House) -> None:
    """Both are said."""
    async with house.browser() as browser:
        await Worker.enters(house, browser, await house.hire("Eva", Role.COORDINATOR))
        assert (
            "no place is on hold" in (await browser.get("/staff/places")).text
            or "ningún lugar" in (await browser.get("/staff/places")).text
        )
        await reported(house, "mx-gone")
        assert "mx-gone" in (await browser.get("/staff/places")).text
