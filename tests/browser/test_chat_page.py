"""The chat page in a real browser: on a small phone, from right to left, by keyboard alone, and when somebody must leave now."""

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from faro.library import Library
from faro.library.entries import LANGUAGES
from tests.browser.pages import DESK, PHONE, ZOOMED, faults, fits, opened
from tests.web_house import DANGER, House, until

STATIC = Path(__file__).resolve().parents[2] / "handlers" / "static"
ANSWER = ".line.faro:not(.greeting)"


async def say(page: Any, words: str) -> None:
    """Typed and sent by the keyboard; waits for one more answer."""
    before = await page.locator(ANSWER).count()
    await page.fill("#text", words)
    await page.press("#text", "Enter")
    await page.locator(ANSWER).nth(before).wait_for()


async def test_the_page_is_light_and_asks_nobody_else(house: House, chromium: Any) -> None:
    """The whole page weighs less than 60 kB, asks no other address, and the browser has nothing to complain about."""
    seen = await opened(chromium, f"{house.url}/?l=es", PHONE)
    await say(seen.page, "hola")
    assert 0 < seen.weight < 60_000
    assert [address for address in seen.addresses if not address.startswith(house.url)] == []
    assert seen.complaints == []


@pytest.mark.parametrize("size", [PHONE, DESK, ZOOMED], ids=["phone", "desk", "zoomed"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_fits_every_screen(house: House, chromium: Any, size: dict[str, int], language: str) -> None:
    """On a phone, a desk and at 200 % nothing is cut off sideways, also while the choices stand open."""
    seen = await opened(chromium, f"{house.url}/?l={language}", size)
    await seen.page.click("#languages summary")
    assert await fits(seen.page)
    await say(seen.page, "/place")
    assert await fits(seen.page)


async def test_nothing_stays_in_the_browser(house: House, chromium: Any) -> None:
    """After a talk there is no cookie, no storage and no database of this page."""
    seen = await opened(chromium, f"{house.url}/?l=es", PHONE)
    await say(seen.page, "hola")
    assert await seen.page.context.cookies() == []
    assert await seen.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert await seen.page.evaluate("indexedDB.databases().then((all) => all.length)") == 0


async def test_a_copy_of_what_is_kept_is_saved_as_a_file(house: House, chromium: Any, library: Library) -> None:
    """Asked for and confirmed, it is a link to a file that holds what was said; nothing is loaded from anywhere for it."""
    seen = await opened(chromium, f"{house.url}/?l=es", PHONE)
    await say(seen.page, "busco a mi hermana")
    await say(seen.page, "/privacy")
    await seen.page.get_by_role("button", name=library.say("es", "button-copy")).click()
    await seen.page.get_by_role("button", name=library.say("es", "copy-yes")).click()
    async with seen.page.expect_download() as begun:
        await seen.page.get_by_role("link", name="faro.txt").click()
    saved = await begun.value
    assert saved.suggested_filename == "faro.txt"
    assert "busco a mi hermana" in Path(await saved.path()).read_text("utf-8")
    assert seen.complaints == []


async def test_leave_now_shows_another_page_and_there_is_no_way_back(house: House, chromium: Any) -> None:
    """The button takes the page away; going back does not bring the talk again."""
    seen = await opened(chromium, f"{house.url}/?l=es", PHONE)
    await say(seen.page, "hola")
    await seen.page.click("#leave")
    await seen.page.wait_for_url("about:blank")
    await seen.page.go_back()
    assert seen.page.url == "about:blank"


async def test_escape_twice_leaves_too(house: House, chromium: Any) -> None:
    """One press is a slip, two leave."""
    seen = await opened(chromium, f"{house.url}/?l=es", DESK)
    await seen.page.keyboard.press("Escape")
    assert seen.page.url != "about:blank"
    await seen.page.keyboard.press("Escape")
    await seen.page.wait_for_url("about:blank")


async def test_leaving_goes_where_the_operator_says(house: House, chromium: Any) -> None:
    """With a neutral page in operator.yaml the button leads there."""
    neutral = f"{house.url}/health"
    library = house.engine.library
    told = library.operator.model_copy(update={"weather_page": neutral})
    object.__setattr__(library, "operator", told)
    try:
        seen = await opened(chromium, f"{house.url}/?l=es", PHONE)
        await seen.page.click("#leave")
        await seen.page.wait_for_url(neutral)
    finally:
        object.__setattr__(library, "operator", told.model_copy(update={"weather_page": None}))


async def test_arabic_stands_from_right_to_left(house: House, chromium: Any) -> None:
    """In Arabic the page is mirrored: her words on the left, answers on the right, commands and numbers readable."""
    seen = await opened(chromium, f"{house.url}/?l=ar", PHONE)
    await say(seen.page, "مرحبا")
    mine = await seen.page.locator(".mine").bounding_box()
    theirs = await seen.page.locator(ANSWER).first.bounding_box()
    assert mine["x"] < PHONE["width"] - theirs["x"] - theirs["width"] + mine["width"]
    assert theirs["x"] + theirs["width"] > PHONE["width"] - 30
    assert await seen.page.locator("bdi[dir=ltr]").first.inner_text() == "/forget"


async def test_everything_can_be_done_by_keyboard(house: House, chromium: Any, library: Library) -> None:
    """With Tab and Enter alone a choice is reached, pressed, and its answer read; what has the focus is seen."""
    seen = await opened(chromium, f"{house.url}/?l=es", DESK)
    for _ in range(20):
        await seen.page.keyboard.press("Tab")
        focused = seen.page.locator(":focus")
        if await focused.inner_text() == library.say("es", "menu-rights"):
            break
    assert await focused.evaluate("(node) => getComputedStyle(node).outlineWidth") == "3px"
    await seen.page.keyboard.press("Enter")
    await seen.page.locator(ANSWER).first.wait_for()


async def test_buttons_below_an_answer_work(house: House, chromium: Any) -> None:
    """A button is pressed, its label stands as the person's words, and an answer comes."""
    seen = await opened(chromium, f"{house.url}/?l=es", PHONE)
    await say(seen.page, "xyzzy plugh")
    button = seen.page.locator(f"{ANSWER} .buttons button").first
    label = await button.inner_text()
    await button.click()
    await seen.page.locator(ANSWER).nth(1).wait_for()
    assert await seen.page.locator(".mine p").last.inner_text() == label


async def test_words_of_safety_are_in_sight(house: House, chromium: Any) -> None:
    """After a danger the first words of the answer stand on the screen, however much follows."""
    seen = await opened(chromium, f"{house.url}/?l=es", PHONE)
    await say(seen.page, DANGER)
    await seen.page.locator(ANSWER).nth(1).wait_for()
    await asyncio.sleep(0.3)
    box = await seen.page.locator(ANSWER).first.bounding_box()
    assert 0 < box["y"] < PHONE["height"] / 2


async def test_another_language_changes_the_whole_page(house: House, chromium: Any, library: Library) -> None:
    """In the middle of a talk the language is changed from the menu, and the talk stays."""
    seen = await opened(chromium, f"{house.url}/?l=es", PHONE)
    await say(seen.page, "hola")
    await seen.page.click("#languages summary")
    await seen.page.click("#languages a[lang=ar]")
    await seen.page.locator("html[dir=rtl]").wait_for()
    await seen.page.locator(ANSWER).nth(1).wait_for()
    assert await seen.page.locator("#leave").inner_text() == library.say("ar", "web-leave")
    assert await seen.page.locator(".mine").count() == 2


async def test_clear_leaves_one_neutral_line(house: House, chromium: Any, library: Library) -> None:
    """After /clear nothing of the talk stands on the screen."""
    seen = await opened(chromium, f"{house.url}/?l=es", PHONE)
    await say(seen.page, DANGER)
    await seen.page.fill("#text", "/clear")
    await seen.page.press("#text", "Enter")
    await seen.page.locator(".line", has_text=library.say("es", "cleared")).wait_for()

    async def alone() -> bool:
        return bool(await seen.page.locator(".line").count() == 1)

    await until(alone)
    assert DANGER not in await seen.page.locator("body").inner_text()


async def test_words_survive_a_bad_line(house: House, chromium: Any, library: Library) -> None:
    """Without a connection the page says so and sends the words when it is back; they arrive once."""
    seen = await opened(chromium, f"{house.url}/?l=es", PHONE)
    await say(seen.page, "hola")
    await seen.page.context.set_offline(True)
    await seen.page.fill("#text", DANGER)
    await seen.page.press("#text", "Enter")
    await seen.page.locator(".mine .state").wait_for()
    assert await seen.page.locator(".mine .state").inner_text() == library.say("es", "web-not-sent")
    await seen.page.context.set_offline(False)
    await seen.page.locator(".urgent").first.wait_for()
    assert len(await house.queue()) == 1


async def test_a_page_without_use_ends_and_is_empty(house: House, chromium: Any, library: Library) -> None:
    """After eight minutes it asks; after ten it is over and nothing stands there."""
    window = await chromium.new_context(viewport=PHONE)
    page = await window.new_page()
    await page.clock.install()
    await page.goto(f"{house.url}/?l=es")
    await page.fill("#text", DANGER)
    await page.press("#text", "Enter")
    await page.locator(ANSWER).first.wait_for()
    await page.clock.fast_forward("08:10")
    box = await page.locator("#status button").bounding_box()
    assert 0 < box["y"] < PHONE["height"] - box["height"]
    await page.clock.fast_forward("02:00")
    await page.locator(".over").wait_for()
    assert library.say("es", "web-ended") in await page.locator("body").inner_text()
    assert DANGER not in await page.content()


async def test_without_scripts_the_page_still_talks(house: House, chromium: Any) -> None:
    """A browser without scripts sends a choice and reads the answer."""
    seen = await opened(chromium, f"{house.url}/?l=es", PHONE, java_script_enabled=False)
    await seen.page.click("#choices .rights")
    await seen.page.locator(ANSWER).first.wait_for()
    assert await seen.page.locator("noscript").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_axe_finds_nothing_serious(house: House, chromium: Any, language: str, scheme: str) -> None:
    """In each language, light and dark, with a danger on the screen: no serious finding."""
    seen = await opened(chromium, f"{house.url}/?l={language}", PHONE, color_scheme=scheme, reduced_motion="reduce")
    await seen.page.click("#emergency summary")
    await say(seen.page, DANGER)
    assert await faults(seen.page) == []


def test_the_script_and_the_style_are_for_old_phones() -> None:
    """Android 8's browser knows ES2015 and the styles of 2017."""
    script = re.sub(r"//.*", "", (STATIC / "chat.js").read_text("utf-8"))
    newer = r"\?\.[\w(\[]|\?\?|\basync\b|\bawait\b|\*\*|\{ ?\.\.\.|catch \{|\.flat\(|\.at\(|replaceAll|matchAll|^import |^export |static \{"
    assert re.findall(newer, script, re.MULTILINE) == []
    style = (STATIC / "chat.css").read_text("utf-8") + (STATIC / "places.css").read_text("utf-8")
    newer = (
        r"(?<!grid-)\bgap:|\binset:|\bclamp\(|\bmin\(|\bmax\(|:is\(|:where\(|:has\(|margin-inline|padding-inline|dvh|aspect-ratio"
    )
    assert re.findall(newer, style) == []
