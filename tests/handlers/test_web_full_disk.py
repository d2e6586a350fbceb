"""A disk without room, seen from the web: who writes keeps the words, who reads can read, whoever watches is told; with room all goes on."""

from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path

import httpx
import pytest

from faro.assistant.rights import Role
from faro.library import Library
from tests.databases import full
from tests.web_house import DANGER, House, Migrant, Worker, open_house, said

from .test_web_without_script import fields, step


@pytest.fixture
async def house(tmp_path: Path, library: Library) -> AsyncIterator[House]:
    async with open_house(tmp_path, library) as opened:
        yield opened


@pytest.fixture
async def browser(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with house.browser() as opened:
        yield opened


async def test_a_message_is_refused_and_taken_when_there_is_room(house: House, browser: httpx.AsyncClient) -> None:
    """The page is told "not now" and sends again by itself; the second time it is stored, once, and a danger reaches staff."""
    migrant = await Migrant.arrives(browser)
    with full(house.store):
        assert (await browser.post("/chat/open")).status_code == 503
        assert (await migrant.sends(number=1, text=DANGER)).status_code == 503
    assert (await migrant.sends(number=1, text=DANGER)).status_code == 200
    assert said(await migrant.hears())
    assert len(await house.queue()) == 1


async def test_without_scripts_the_words_stay_in_the_field(house: House, browser: httpx.AsyncClient, library: Library) -> None:
    """Both in a chat that lives and in a first message, with the honest sentence and the emergency number in it."""
    page = await step(browser, (await browser.get("/?l=es")).text, text="hola")
    with full(house.store):
        for fresh in (fields(page), {"l": "es"}):
            answer = unescape((await browser.post("/", data={**fresh, "text": "donde hay comida"})).text)
            assert library.say("es", "web-busy") in answer
            assert ">donde hay comida</textarea>" in answer


async def test_staff_read_on_and_everybody_is_told(house: House, browser: httpx.AsyncClient, library: Library) -> None:
    """Pages of the console open, with a line that says since when nothing is kept; `/ready` says so, `/health` names it and stays well."""
    worker = await Worker.enters(house, browser, await house.hire("Ana", Role.RESPONDER))
    house.later(minutes=5)
    told = library.say("es", "desk-status-stuck", hour="").partition(":")[0].split("{")[0][:30]
    with full(house.store):
        migrant = {"X-Faro-Chat": "none"}
        await browser.post("/chat/open", headers=migrant)
        assert told in unescape(await worker.sees("/staff"))
        ready = await browser.get("/ready")
        assert (ready.status_code, ready.json()["ready"]) == (503, False)
        assert ready.json()["stuck_since"]
        health = await browser.get("/health")
        assert health.status_code == 200
        assert "takes nothing" in health.text
    await Migrant.arrives(browser)
    assert (await browser.get("/ready")).json()["ready"]
    assert (await browser.get("/health")).text == "ok"
    assert told not in unescape(await worker.sees("/staff"))
