"""The staff console in a real browser: live, by keyboard alone, on a phone, in light and dark."""

from typing import Any

import pytest

from faro.assistant.rights import Role
from tests.browser.pages import DESK, PHONE, ZOOMED, Watched, faults, fits, opened
from tests.web_house import DANGER, House, Migrant

WORDS = "estamos en la casa azul"


async def signed_in(house: House, chromium: Any, size: dict[str, int], **context: Any) -> Watched:
    """A coordinator at her queue."""
    link = await house.engine.doors.link(await house.hire("Bea", Role.COORDINATOR, Role.RESPONDER))
    seen = await opened(chromium, f"{house.url}/staff/enter?token={link}", size, **context)
    await seen.page.click("button.strong")
    await seen.page.locator("#news").wait_for()
    return seen


async def test_a_danger_appears_by_itself_and_the_talk_is_live(house: House, chromium: Any) -> None:
    """A danger comes into the open queue without reloading; the owner's words reach the person, her answer reaches the owner."""
    seen = await signed_in(house, chromium, DESK)
    async with house.browser() as browser:
        person = await Migrant.arrives(browser)
        await person.says(f"{DANGER}, {WORDS}")
        await seen.page.locator("ol.queue .case.critical").wait_for()
        await seen.page.click("ol.queue button")
        await seen.page.locator(".by-person", has_text=WORDS).wait_for()
        await seen.page.fill("#words", "Soy del equipo.")
        await seen.page.click("#say button")
        await seen.page.locator(".by-staff.is-sent").wait_for()
        await seen.page.fill("#words", "Y ademas")
        await person.sends(text="gracias, seguimos aqui")
        await seen.page.locator(".by-person", has_text="seguimos aqui").wait_for()
        assert await seen.page.input_value("#words") == "Y ademas"
    assert seen.complaints == []
    assert [address for address in seen.addresses if not address.startswith(house.url)] == []


async def test_everything_can_be_done_by_keyboard(house: House, chromium: Any) -> None:
    """From the link to the answer without a mouse."""
    async with house.browser() as browser:
        person = await Migrant.arrives(browser)
        await person.says(DANGER)
        link = await house.engine.doors.link(await house.hire("Bea", Role.RESPONDER))
        page = (await opened(chromium, f"{house.url}/staff/enter?token={link}", DESK)).page
        await page.locator("button:focus").wait_for()
        await page.keyboard.press("Enter")
        await page.locator("ol.queue").wait_for()
        await reach(page, "take-1")
        await page.keyboard.press("Enter")
        await page.locator("#say").wait_for()
        await reach(page, "words")
        await page.keyboard.type("Soy del equipo.")
        await page.keyboard.press("Control+Enter")
        await page.locator(".by-staff", has_text="Soy del equipo.").wait_for()


async def reach(page: Any, name: str) -> None:
    """Tab until the element with this id has the focus."""
    for _ in range(60):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement.id") == name:
            return
    raise AssertionError(f"{name} cannot be reached by Tab")


async def test_acts_work_without_scripts(house: House, chromium: Any) -> None:
    """Without scripts a case is taken, answered and closed by plain forms."""
    async with house.browser() as browser:
        person = await Migrant.arrives(browser)
        await person.says(DANGER)
        page = (await signed_in(house, chromium, PHONE, java_script_enabled=False)).page
        await page.click("ol.queue button")
        await page.fill("#words", "Soy del equipo.")
        await page.click("#say button")
        await page.locator(".by-staff", has_text="Soy del equipo.").wait_for()
        await page.locator("details.act", has=page.locator("#outcome")).locator("summary").click()
        await page.select_option("#outcome", "helped")
        await page.locator("form:has(#outcome) button").click()
        await page.locator(".empty").wait_for()


@pytest.mark.parametrize("size", [PHONE, DESK, ZOOMED], ids=["phone", "desk", "zoomed"])
async def test_the_console_fits_every_screen(house: House, chromium: Any, size: dict[str, int]) -> None:
    """Queue and case can be read on a phone and at 200 % without scrolling sideways."""
    async with house.browser() as browser:
        person = await Migrant.arrives(browser)
        await person.says(f"{DANGER} {'x' * 200}")
        page = (await signed_in(house, chromium, size)).page
        assert await fits(page)
        await page.click("ol.queue button")
        await page.locator("#say").wait_for()
        assert await fits(page)
        for path in ("shifts", "figures", "questions", "content", "people"):
            await page.goto(f"{house.url}/staff/{path}")
            assert await fits(page), path


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_serious(house: House, chromium: Any, scheme: str) -> None:
    """Sign-in, queue, case with open forms, lists: no serious finding, light and dark."""
    async with house.browser() as browser:
        person = await Migrant.arrives(browser)
        await person.says(DANGER)
        await (await Migrant.arrives(browser)).says("hablar con una persona")
        link = await house.engine.doors.link(await house.hire("Ana", Role.RESPONDER))
        outside = await opened(chromium, f"{house.url}/staff/enter?token={link}", DESK, color_scheme=scheme)
        assert await faults(outside.page) == []
        page = (await signed_in(house, chromium, DESK, color_scheme=scheme)).page
        assert await faults(page) == []
        await page.click("ol.queue button")
        await page.fill("#words", "Soy del equipo.")
        await page.click("#say button")
        await page.locator(".by-staff.is-sent").wait_for()
        await page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
        assert await faults(page) == []
        for path in ("mine", "look", "closed", "deliveries", "people", "shifts", "figures", "questions", "content", "search?q=a"):
            await page.goto(f"{house.url}/staff/{path}")
            assert await faults(page) == [], path
