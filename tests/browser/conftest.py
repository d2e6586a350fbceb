"""A real browser for the tests of this folder: Debian's Chromium, headless, without any outside address. Skipped with a reason where absent."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from faro.library import Library
from tests.web_house import House, open_house

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


@pytest.fixture
async def house(tmp_path: Path, library: Library) -> AsyncIterator[House]:
    async with open_house(tmp_path, library) as opened:
        yield opened


@pytest.fixture
async def chromium() -> AsyncIterator[Any]:
    """The browser. FARO_CHROMIUM names another one than the one in the path."""
    playwright = pytest.importorskip("playwright.async_api", reason="playwright is not installed")
    program = os.environ.get("FARO_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    async with playwright.async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        await browser.close()
