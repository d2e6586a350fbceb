"""The same conversation for a browser without scripts: every step is a form that comes back as a page."""

import re
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path

import httpx
import pytest

from faro.assistant.rights import Role
from faro.library import Library
from tests.web_house import DANGER, House, open_house


@pytest.fixture
async def house(tmp_path: Path, library: Library) -> AsyncIterator[House]:
    async with open_house(tmp_path, library) as opened:
        yield opened


@pytest.fixture
async def browser(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with house.browser() as opened:
        yield opened


def fields(page: str) -> dict[str, str]:
    """The hidden fields of the form."""
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))


async def step(browser: httpx.AsyncClient, page: str, **given: str) -> str:
    """The form of this page sent with these fields; the page that comes back."""
    answer = await browser.post("/", data=fields(page) | given)
    assert answer.status_code == 200
    return unescape(answer.text)


async def test_a_choice_comes_back_with_its_answer(browser: httpx.AsyncClient, library: Library) -> None:
    """Pressing a choice shows what was chosen and the answer below it."""
    page = await step(browser, (await browser.get("/?l=es")).text, choice=library.say("es", "menu-rights"))
    assert '<div class="line mine">' in page
    assert page.index('<div class="line mine">') < page.rindex('<div class="line faro')


async def test_the_page_promises_people_only_where_somebody_is_registered(
    house: House, browser: httpx.AsyncClient, library: Library
) -> None:
    """An operator with hours and without staff has nobody who reads, and the page says so; with the first responder it says they read."""

    async def says(key: str) -> bool:
        words = library.say("es", key, operator=library.operator.name)
        return words.split(".")[0] in unescape((await browser.get("/?l=es")).text)

    assert library.staffed
    assert await says("start-nobody")
    await house.hire("Ana", Role.RESPONDER)
    assert await says("start-people")


async def test_the_talk_goes_on_from_step_to_step(browser: httpx.AsyncClient) -> None:
    """What was answered before still stands above the new words."""
    first = await step(browser, (await browser.get("/?l=es")).text, text="hola")
    second = await step(browser, first, text="gracias")
    assert fields(first)["secret"] == fields(second)["secret"]
    assert second.count('<div class="line faro') == first.count('<div class="line faro') + 1


async def test_a_button_below_an_answer_can_be_pressed(browser: httpx.AsyncClient) -> None:
    """Buttons are buttons of the same form."""
    page = await step(browser, (await browser.get("/?l=es")).text, text="xyzzy plugh")
    label, payload = re.findall(r'<button form="write" name="press" value="([^"]+)">([^<]+)<', page)[0][::-1]
    answered = await step(browser, page, press=payload)
    assert f'<p dir="auto">{label}</p>' in answered


async def test_a_copy_of_what_is_kept_can_be_read(browser: httpx.AsyncClient) -> None:
    """Without scripts the file stands folded below its words."""
    page = await step(browser, (await browser.get("/?l=es")).text, text="busco a mi hermana")
    copied = await step(browser, await step(browser, page, press="copy:ask"), press="copy:yes")
    assert "busco a mi hermana" in copied.partition("<pre")[2].partition("</pre>")[0]


async def test_danger_works_without_script_too(house: House, browser: httpx.AsyncClient) -> None:
    """A danger told by form opens a referral and shows the words of safety."""
    page = await step(browser, (await browser.get("/?l=es")).text, text=DANGER)
    assert "line faro urgent" in page
    assert len(await house.queue()) == 1


async def test_a_reloaded_page_says_nothing_twice(house: House, browser: httpx.AsyncClient) -> None:
    """The same form sent again is the same message."""
    page = (await browser.get("/?l=es")).text
    first = await step(browser, page, text="hola")
    once = await step(browser, first, text="gracias")
    again = await step(browser, first, text="gracias")
    assert again.count('<div class="line faro') == once.count('<div class="line faro')


async def test_looking_says_so_when_there_is_nothing_new(browser: httpx.AsyncClient, library: Library) -> None:
    """The button "see if there is an answer" answers also when there is none, and keeps what was being written."""
    first = await step(browser, (await browser.get("/?l=es")).text, text="hola")
    page = await step(browser, first, look="1", text="todavia no termino")
    assert library.say("es", "web-nothing-new") in page
    assert ">todavia no termino</textarea>" in page


async def test_an_arabic_page_stays_arabic(browser: httpx.AsyncClient) -> None:
    """The language of the page travels with the form."""
    page = await step(browser, (await browser.get("/?l=ar")).text, text="مرحبا")
    assert '<html lang="ar" dir="rtl">' in page


async def test_a_text_that_is_too_long_is_told_so(browser: httpx.AsyncClient, library: Library) -> None:
    """A form beyond the limit comes back with the reason."""
    answer = await browser.post("/", data={"text": "a" * 20_000})
    assert answer.status_code == 413
    assert library.say("es", "web-too-long") in unescape(answer.text)
