"""The public directory in a real browser: small screens, from right to left, by keyboard, without scripts, and on one printed page."""

from typing import Any

import pytest

from faro.library.entries import LANGUAGES
from tests.browser.pages import DESK, PHONE, ZOOMED, faults, fits, opened
from tests.web_house import House

PATHS = ("/places?", "/places?country=MX&town=Tapachula", "/places?country=GT&map=1", "/places/sheet?country=MX&town=Tapachula")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_fits_and_has_no_fault_for_axe(house: House, chromium: Any, language: str) -> None:
    """Every page on a phone and at 200 %, in every language."""
    for path in PATHS:
        for size in (PHONE, ZOOMED):
            seen = await opened(chromium, f"{house.url}{path}&l={language}", size)
            assert await fits(seen.page), (path, size)
        assert await faults(seen.page) == []
        assert seen.complaints == []
        await seen.page.context.close()


async def test_light_and_asks_nobody_else(house: House, chromium: Any) -> None:
    """The map of everything weighs less than 30 kB, and no other address is asked."""
    seen = await opened(chromium, f"{house.url}/places?map=1&l=es", PHONE)
    assert 0 < seen.weight < 30_000
    assert [address for address in seen.addresses if not address.startswith(house.url)] == []


async def test_works_without_scripts_by_keyboard_alone(house: House, chromium: Any) -> None:
    """Choose a town, press Enter, open what is known of a place: no script, no mouse."""
    seen = await opened(chromium, f"{house.url}/places?l=es", DESK, java_script_enabled=False)
    await seen.page.focus("#where")
    await seen.page.keyboard.type("Tapach")
    for _ in range(4):
        await seen.page.keyboard.press("Tab")
    await seen.page.keyboard.press("Enter")
    await seen.page.wait_for_selector("text=Lugares: 4")
    assert seen.page.url.endswith("/places")
    await seen.page.focus(".place summary")
    await seen.page.keyboard.press("Enter")
    assert await seen.page.is_visible(".place dl")


@pytest.mark.parametrize("form", ["A4", "Letter"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_sheet_is_one_page(house: House, chromium: Any, form: str, language: str) -> None:
    """The towns with most places, printed in every language on both papers."""
    for country, town in (("MX", "Tapachula"), ("MX", "Tijuana"), ("MX", "Ciudad Juárez"), ("GT", "Ciudad de Guatemala")):
        seen = await opened(chromium, f"{house.url}/places/sheet?country={country}&town={town}&l={language}", DESK)
        printed = await seen.page.pdf(format=form)
        assert printed.count(b"/Type /Page\n") == 1, town
        await seen.page.context.close()
