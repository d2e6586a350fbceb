"""The web chat of a migrant, through a real server: what the page gets, what it sends, when it ends."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.requests import Request
from starlette.types import Message

from faro.assistant.rights import Role
from faro.library import Library
from faro.library.entries import LANGUAGES
from faro.storage import pulses
from handlers.web_chat import SECRET, WebChat
from tests.web_house import DANGER, House, Migrant, Settings, open_house, said, until


@pytest.fixture
async def house(tmp_path: Path, library: Library) -> AsyncIterator[House]:
    async with open_house(tmp_path, library) as opened:
        yield opened


@pytest.fixture
async def browser(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with house.browser() as opened:
        yield opened


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_opens_in_the_language_that_was_asked_for(
    browser: httpx.AsyncClient, library: Library, language: str
) -> None:
    """Whoever opens the page reads who this is and the six choices in her language, written in its direction."""
    page = (await browser.get("/", params={"l": language})).text
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
    assert len(re.findall(r'<button name="choice"', page)) == 6
    assert library.say(language, "menu-danger") in page


async def test_the_page_opens_in_the_browser_s_language(browser: httpx.AsyncClient) -> None:
    """Without a choice the browser's first language that we have is taken."""
    page = (await browser.get("/", headers={"Accept-Language": "sw,ht;q=0.8,fr;q=0.6"})).text
    assert '<html lang="ht"' in page


async def test_the_page_keeps_nothing_in_the_browser(browser: httpx.AsyncClient) -> None:
    """No cookie is set, nothing may be cached, nothing may come from elsewhere, no script or style stands in the page."""
    await Migrant.arrives(browser)
    answer = await browser.get("/")
    assert not browser.cookies
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "<style" not in answer.text
    assert re.findall(r"<script(?! src=\"/static/)", answer.text) == []


async def test_whoever_says_something_is_answered(browser: httpx.AsyncClient) -> None:
    """Words get an answer in the same chat."""
    migrant = await Migrant.arrives(browser)
    assert said(await migrant.says("hola"))


async def test_a_message_sent_twice_is_stored_once(house: House, browser: httpx.AsyncClient) -> None:
    """A page that repeats a message over a bad line gets one answer."""
    migrant = await Migrant.arrives(browser)
    for _ in range(2):
        assert (await migrant.sends(number=7, text="hola")).status_code == 200
    first = await migrant.hears()
    assert len(first) == 1
    assert (await migrant.says("gracias"))[0]["id"] == first[0]["id"] + 1


async def test_a_danger_is_answered_with_words_of_safety_and_calls_staff(house: House, browser: httpx.AsyncClient) -> None:
    """Danger told on the page: urgent words at once, and a referral stands in the queue."""
    migrant = await Migrant.arrives(browser)
    lines = await migrant.says(DANGER)
    assert lines[0]["urgent"]
    assert [one.category for one in await house.queue()] == ["kidnapping"]


async def test_too_many_messages_are_held_back_but_danger_never_is(house: House, browser: httpx.AsyncClient) -> None:
    """A flood is told to wait a minute; a danger in it passes."""
    migrant = await Migrant.arrives(browser)
    statuses = [(await migrant.sends(press="menu")).status_code for _ in range(41)]
    assert statuses == [200] * 40 + [429]
    assert (await migrant.sends(text="hola")).status_code == 429
    assert (await migrant.sends(text=DANGER)).status_code == 200
    house.later(minutes=1)
    assert (await migrant.sends(text="hola")).status_code == 200


async def test_new_chats_of_one_address_have_a_generous_limit(house: House, browser: httpx.AsyncClient) -> None:
    """A shelter shares an address: 120 chats a minute may be opened from it, the next one a little later."""
    statuses = [(await browser.post("/chat/open")).status_code for _ in range(121)]
    assert statuses == [200] * 120 + [429]
    house.later(minutes=1)
    assert (await browser.post("/chat/open")).status_code == 200


async def test_behind_a_balancer_each_address_has_its_own_limit(browser: httpx.AsyncClient) -> None:
    """A balancer that we trust says for whom it asks: what one address uses up is not taken from another."""

    async def opened(address: str) -> int:
        return (await browser.post("/chat/open", headers={"X-Forwarded-For": address})).status_code

    assert [await opened("198.51.100.7") for _ in range(121)][-1] == 429
    assert await opened("198.51.100.8") == 200


async def test_nobody_but_the_balancer_says_for_whom_they_ask(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, library: Library
) -> None:
    """Where no balancer stands before us, whoever writes another address into the call is still counted as who they are."""
    monkeypatch.setattr(Settings, "proxies", "192.0.2.1")
    async with open_house(tmp_path, library) as bare, bare.browser() as caller:
        calls = [await caller.post("/chat/open", headers={"X-Forwarded-For": f"198.51.100.{n}"}) for n in range(121)]
    assert calls[-1].status_code == 429


async def test_a_request_that_a_bad_line_left_behind_takes_no_answer_from_the_next(house: House) -> None:
    """It finds its page gone, and what was just sent to the chat is still called for the request that comes after it."""
    secret = await house.engine.doors.open_chat()
    chat = await house.engine.doors.chat(secret)
    assert chat is not None
    await house.channel.send(chat, {"text": "hola"})

    async def gone() -> Message:
        return {"type": "http.disconnect"}

    scope = {"type": "http", "query_string": b"", "headers": [(SECRET.lower().encode(), secret.encode())]}
    answer = await WebChat(house.engine, house.channel).updates(Request(scope, gone))
    assert b'"lines":[]' in answer.body
    assert house.channel.fresh[chat]


async def test_a_chat_without_use_ends_after_ten_minutes(house: House, browser: httpx.AsyncClient) -> None:
    """Ten minutes after the last use nothing more can be read or written with that chat."""
    migrant = await Migrant.arrives(browser)
    await migrant.says("hola")
    house.later(minutes=10)
    assert (await migrant.looks()).json()["ended"]
    assert (await migrant.sends(text="hola")).status_code == 410


async def test_looking_for_answers_is_no_use_of_the_chat_but_staying_is(house: House, browser: httpx.AsyncClient) -> None:
    """A page that lies open on a table ends; a person who says that she is there goes on."""
    idle, present = await Migrant.arrives(browser), await Migrant.arrives(browser)
    await idle.says("hola")
    await present.says("hola")
    house.later(minutes=6)
    assert (await browser.post("/chat/stay", headers=present.headers)).status_code == 204
    house.later(minutes=6)
    assert (await idle.looks()).json()["ended"]
    assert (await present.sends(text="hola")).status_code == 200


async def test_leave_now_ends_the_chat_at_once(browser: httpx.AsyncClient) -> None:
    """After "leave now" the secret opens nothing."""
    migrant = await Migrant.arrives(browser)
    await migrant.says("hola")
    assert (await browser.post("/chat/leave", content=migrant.secret)).status_code == 204
    assert (await migrant.looks()).json()["ended"]
    assert (await migrant.sends(text="hola")).status_code == 410


async def test_a_chat_reads_only_its_own_answers(browser: httpx.AsyncClient) -> None:
    """Two people on one address never see each other's words, and an invented secret opens nothing."""
    one, other = await Migrant.arrives(browser), await Migrant.arrives(browser)
    assert (await one.says("hola"))[0]["id"] != (await other.says("hola"))[0]["id"]
    stranger = Migrant(browser, "invented")
    assert (await stranger.looks()).json() == {"ended": True, "after": "", "lines": []}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[]", 400),
        (b'{"n": 1}', 400),
        (b'{"text": "hola"}', 400),
        (b'{"n": 1e400, "text": "a"}', 400),
        (b'{"n": 1.5, "text": "a"}', 400),
        (b'{"n": -1, "text": "a"}', 400),
        (b'{"n": true, "text": "a"}', 400),
        (b'{"n": 99999999999999999999, "text": "a"}', 400),
        (b'{"n": 1, "text": ["a"]}', 400),
        (b'{"n": 1, "press": {"a": 1}}', 400),
        (b'{"n": 1, "text": "a", "language": ["a"]}', 400),
        (b'{"n": 1, "text": "a", "language": 7}', 400),
        (b'{"n": 1, "latitude": 1%s, "longitude": 0}' % (b"0" * 400), 400),
        (b'{"n": 1, "text": "a", "language": null}', 200),
        (b'{"n": 1, "latitude": 200, "longitude": 0}', 400),
        (b'{"n": 1, "latitude": "NaN", "longitude": 0}', 400),
        (b'{"n": 1, "text": "' + b"a" * 4096 + b'"}', 413),
        (b'{"n": 1, "text": "\\ud800 hola"}', 200),
        (b'{"n": 2, "latitude": 14.9, "longitude": -92.26}', 200),
    ],
)
async def test_what_a_page_may_send(browser: httpx.AsyncClient, body: bytes, status: int) -> None:
    """What cannot be understood or is too long is refused with the reason; odd letters are no reason."""
    migrant = await Migrant.arrives(browser)
    answer = await browser.post("/chat/say", content=body, headers=migrant.headers)
    assert answer.status_code == status


async def test_clear_takes_away_what_stood_and_leaves_a_neutral_line(library: Library, browser: httpx.AsyncClient) -> None:
    """/clear tells the page to clean itself; one neutral line remains."""
    migrant = await Migrant.arrives(browser)
    await migrant.says(DANGER)
    seen = await migrant.says("/clear")

    async def neutral() -> bool:
        if library.say("es", "cleared") not in said(seen):
            seen.extend(await migrant.hears())
        return library.say("es", "cleared") in said(seen)

    await until(neutral)
    kinds = [line["do"] for line in seen]
    assert kinds[-2:] == ["clear", "say"]


async def test_words_of_the_page_change_with_the_language(browser: httpx.AsyncClient) -> None:
    """The script gets all words of another language, with its direction and choices."""
    arabic = (await browser.get("/chat/words", params={"l": "ar"})).json()
    spanish = (await browser.get("/chat/words", params={"l": "es"})).json()
    assert arabic["dir"] == "rtl"
    assert arabic["words"].keys() == spanish["words"].keys()
    assert len(arabic["choices"]) == 6
    assert not set(arabic["words"].values()) & set(spanish["words"].values())


async def test_an_address_that_is_none_leads_back(browser: httpx.AsyncClient) -> None:
    """A wrong address is a plain page with a way to the start."""
    answer = await browser.get("/nada")
    assert answer.status_code == 404
    assert 'href="/"' in answer.text


async def test_ready_tells_whether_the_store_answers(tmp_path: Path, library: Library) -> None:
    """Ready while the store answers; not ready, with a time to come back, when it does not."""
    async with open_house(tmp_path, library) as house, house.browser() as browser:
        assert (await browser.get("/ready")).json() == {"ready": True, "learned": False, "missing": ["nobody"]}
        await house.hire("Ana", Role.RESPONDER)
        await house.store.transaction(lambda db: pulses.beat(db, "drill.missed", house.now, "es:1"))
        assert (await browser.get("/ready")).json()["missing"] == ["no-coordinator", "drill"]
        with_store, house.engine.store.study = house.engine.store.study, _away  # type: ignore[method-assign]
        answer = await browser.get("/ready")
        house.engine.store.study = with_store  # type: ignore[method-assign]
        assert answer.status_code == 503
        assert answer.headers["retry-after"]


async def _away(fn: object) -> object:
    raise OSError("the disk is gone")


def test_every_language_has_all_words_of_the_page(sample_library: Library) -> None:
    """No language of the page falls back to Spanish."""
    keys = {key for key, path in sample_library.strings.keys["es"].items() if path.endswith("web.ftl")}
    for language in LANGUAGES:
        assert keys - sample_library.strings.keys[language].keys() == set(), language
