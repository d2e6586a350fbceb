"""A whole Faro for tests of the web: a real SQLite file, the real engine at work, a real server on 127.0.0.1. Only the clock is ours."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from faro.assistant.referral import Referral
from faro.assistant.rights import Role
from faro.engine.engine import Engine
from faro.library import Library
from faro.storage import Seal, Store, staff, views
from handlers import web
from tests.conftest import NOON

DANGER = "nos tienen secuestrados"
"""Words that the fast half of the danger check knows."""

PATIENCE = 10.0
"""Seconds within which anything must have happened."""


class Settings:
    """Where the test's server listens: a free port."""

    host = "127.0.0.1"
    port = 0
    address = "http://127.0.0.1"
    proxies = "127.0.0.1"


class House:
    """The running parts, and what tests do with them."""

    def __init__(self, store: Store, library: Library, now: datetime) -> None:
        self.now = now
        self.store = store
        self.channel = web.channel()
        self.engine = Engine(store, library, [self.channel], lambda: self.now)
        self.server = web.add(self, Settings, self.engine, self.channel)
        self.url = f"http://127.0.0.1:{self.server.port}"

    def add(self, part: Any) -> None:
        """The server is run by `open_house`."""

    def later(self, **time: float) -> None:
        """The clock moves."""
        self.now += timedelta(**time)

    def browser(self) -> httpx.AsyncClient:
        """Somebody with a browser of their own."""
        return httpx.AsyncClient(base_url=self.url, timeout=40)

    async def hire(self, name: str, *roles: Role, languages: tuple[str, ...] = ("es",)) -> int:
        """A member of staff; the id."""
        return await self.store.transaction(
            lambda db: staff.add(db, self.store.seal, name, self.now, roles=roles, languages=languages)
        )

    async def queue(self) -> list[Referral]:
        """What waits, as the console sees it."""
        found = await self.engine.view(views.queue, minutes={"critical": 5, "high": 60, "medium": 1440}, now=self.now)
        return [one.referral for one in found]


@asynccontextmanager
async def open_house(folder: Path, library: Library, now: datetime = NOON) -> AsyncIterator[House]:
    """A house at work until the block ends."""
    store = await Store.open(f"sqlite:///{folder / 'faro.db'}", Seal.fresh())
    house = House(store, library, now)
    working = [asyncio.create_task(house.engine.run()), asyncio.create_task(house.server.run())]
    try:
        async with house.browser() as browser:
            assert (await browser.get("/health")).text == "ok"
        yield house
    finally:
        house.server.stop()
        working[0].cancel()  # no message is under way any more, and waiting for its last look would cost each test a second
        await asyncio.gather(*working, return_exceptions=True)
        await store.close()


class Migrant:
    """Somebody on the chat page, as its script talks to the server."""

    def __init__(self, browser: httpx.AsyncClient, secret: str) -> None:
        self._browser = browser
        self._number = 0
        self._after = ""
        self.secret = secret
        self.headers = {"X-Faro-Chat": secret}

    @classmethod
    async def arrives(cls, browser: httpx.AsyncClient) -> "Migrant":
        return cls(browser, (await browser.post("/chat/open")).json()["secret"])

    async def sends(self, number: int | None = None, **what: Any) -> httpx.Response:
        """One message as it is."""
        self._number += 1
        body = {"n": self._number if number is None else number, "language": "es", **what}
        return await self._browser.post("/chat/say", json=body, headers=self.headers)

    async def says(self, text: str) -> list[dict[str, Any]]:
        """Words, and what came back."""
        assert (await self.sends(text=text)).status_code == 200
        return await self.hears()

    async def presses(self, payload: str) -> list[dict[str, Any]]:
        """A button, and what came back."""
        assert (await self.sends(press=payload)).status_code == 200
        return await self.hears()

    async def hears(self) -> list[dict[str, Any]]:
        """What came since the last time; waits for something."""
        answer = (await self.looks()).json()
        assert not answer["ended"]
        self._after = answer["after"]
        return list(answer["lines"])

    async def looks(self) -> httpx.Response:
        return await self._browser.get("/chat/updates", params={"after": self._after}, headers=self.headers)


class Worker:
    """A member of staff at the console, with plain forms and no script."""

    def __init__(self, browser: httpx.AsyncClient, csrf: str) -> None:
        self.browser = browser
        self.csrf = csrf

    @classmethod
    async def enters(cls, house: House, browser: httpx.AsyncClient, staff: int) -> "Worker":
        """By a one-time link."""
        token = await house.engine.doors.link(staff)
        assert (await browser.post("/staff/enter", data={"token": token})).status_code == 303
        page = (await browser.get("/staff")).text
        return cls(browser, re.findall(r'name="csrf" value="(\w+)"', page)[0])

    async def sees(self, path: str) -> str:
        """A page."""
        answer = await self.browser.get(path)
        assert answer.status_code == 200, answer.text
        return answer.text

    async def does(self, number: int, verb: str, /, **form: Any) -> httpx.Response:
        """A form on a case."""
        return await self.browser.post(f"/staff/case/{number}/{verb}", data={"csrf": self.csrf, **form})


def said(lines: list[dict[str, Any]]) -> str:
    """All words of these lines."""
    return "\n".join("".join(words for _, words, _ in line["parts"]) for line in lines if line["do"] == "say")


async def until(check: Any) -> Any:
    """What `check` (a coroutine function) gives as soon as it is something."""
    async with asyncio.timeout(PATIENCE):
        while not (found := await check()):
            await asyncio.sleep(0.02)
        return found
