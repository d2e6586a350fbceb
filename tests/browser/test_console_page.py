"""The staff console in a real browser: live, by keyboard alone, on a phone, in light and dark."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from faro.assistant.desk import Act, Verb
from faro.assistant.rights import Role
from faro.storage import complaints, pulses, questions
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
        await person.sends(press="write:yes")
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


PAGES = (
    "mine", "look", "closed", "deliveries", "people", "shifts", "complaints", "figures", "questions", "places", "content", "test",
    "search?q=a", "case/2",
)  # fmt: skip
"""Beside the queue and the case that is worked on: all that the menu leads to, a search, and a case of somebody else."""

ARABIC = "نحن مخطوفون منذ يومين، رقم 55"


async def worked_on(house: House, browser: Any) -> None:
    """Two cases, one told in Arabic and answered, and something on each page: a complaint, a suggestion, a shift, a failed drill."""
    engine, person, other = house.engine, await Migrant.arrives(browser), await Migrant.arrives(browser)
    await person.says(f"{DANGER} {ARABIC} {'x' * 200}")
    await person.sends(press="write:yes")
    await other.says(f"hablar con una persona {DANGER}")
    eva = await house.hire("Eva", Role.RESPONDER, Role.EDITOR)
    await engine.perform(Act(Verb.CLAIM, eva, 2))
    await engine.perform(Act(Verb.SUGGEST, eva, words="me muero de risa", state="no_danger"))
    starts = house.now + timedelta(hours=3)
    await engine.perform(Act(Verb.SHIFT, eva, to=eva, starts=starts, until=starts + timedelta(hours=4)))

    def noted(db: Connection) -> None:
        seal, now = house.store.seal, house.now
        complaints.add(db, seal, 1, f"me gritan {'y' * 120}", now, pseudonym="Colibrí 11", referral=1)
        questions.unanswered(db, seal, "quien gano el mundial de ajedrez", now, language="es", near=())
        pulses.beat(db, "drill.missed", now, "es:1")

    await house.store.transaction(noted)


async def at_a_case(house: House, seen: Watched) -> None:
    """Case 1 is taken and answered, its forms stand open."""
    await seen.page.goto(f"{house.url}/staff/case/1")
    await seen.page.click("#acts button.strong")
    await seen.page.locator("#say").wait_for()
    await seen.page.fill("#words", "Soy del equipo.")
    await seen.page.click("#say button")
    await seen.page.locator(".by-staff.is-sent").wait_for()
    await seen.page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")


async def test_every_page_can_be_read_at_twice_the_size(house: House, chromium: Any) -> None:
    """At 200 % on a phone nothing must be scrolled sideways."""
    async with house.browser() as browser:
        await worked_on(house, browser)
        seen = await signed_in(house, chromium, ZOOMED)
        await at_a_case(house, seen)
        assert await fits(seen.page)
        for path in ("", *(f"/{path}" for path in PAGES)):
            await seen.page.goto(f"{house.url}/staff{path}")
            assert await fits(seen.page), path


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone"])
async def test_axe_finds_nothing_serious_and_every_page_fits(
    house: House, chromium: Any, size: dict[str, int], scheme: str
) -> None:
    """Sign-in, queue, a case with open forms, and each page, on a desk in light and on a phone in dark."""
    async with house.browser() as browser:
        await worked_on(house, browser)
        link = await house.engine.doors.link(await house.hire("Ana", Role.RESPONDER))
        outside = await opened(chromium, f"{house.url}/staff/enter?token={link}", size, color_scheme=scheme)
        assert await faults(outside.page) == []
        seen = await signed_in(house, chromium, size, color_scheme=scheme)
        await at_a_case(house, seen)
        assert await faults(seen.page) == []
        for path in ("", *(f"/{path}" for path in PAGES)):
            await seen.page.goto(f"{house.url}/staff{path}")
            assert await fits(seen.page), path
            await seen.page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
            assert await faults(seen.page) == [], path
        assert seen.complaints == []


async def test_where_the_keyboard_is_can_be_seen_on_every_page(house: House, chromium: Any) -> None:
    """Whatever Tab comes to has an outline, is on the screen, and is not covered by anything."""
    look = """() => {
        const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
        if (one === document.body) return "";
        const ring = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none";
        const seen = box.width > 0 && box.bottom > 0 && box.top < window.innerHeight;
        return ring && seen ? "ok" : one.outerHTML.slice(0, 90);
    }"""
    async with house.browser() as browser:
        await worked_on(house, browser)
        seen = await signed_in(house, chromium, DESK)
        for path in ("", *(f"/{path}" for path in PAGES)):
            await seen.page.goto(f"{house.url}/staff{path}")
            await seen.page.evaluate(
                "document.getElementById('main').focus()" if path else "null"
            )  # what stands above is everywhere the same
            for _ in range(12 if path else 30):
                await seen.page.keyboard.press("Tab")
                found = await seen.page.evaluate(look)
                if not found:
                    break
                assert found == "ok", (path, found)


async def test_arabic_words_stand_from_right_to_left(house: House, chromium: Any) -> None:
    """In a console that reads from left to right, a person's Arabic words, and the field when somebody answers in Arabic."""
    async with house.browser() as browser:
        person = await Migrant.arrives(browser)
        await person.says(f"{ARABIC} {DANGER}")
        seen = await signed_in(house, chromium, PHONE)
        await seen.page.goto(f"{house.url}/staff/case/1")
        await seen.page.click("#acts button.strong")
        await seen.page.fill("#words", "مرحبا")
        for what in (".by-person .words", "#words"):
            assert await seen.page.locator(what).first.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
        assert await seen.page.evaluate("getComputedStyle(document.body).direction") == "ltr"
