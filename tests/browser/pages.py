"""What tests ask of a page in a real browser: screen sizes, requests, weight, contrast, axe."""

from importlib import resources
from typing import Any

import pytest

PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}
ZOOMED = {"width": 320, "height": 400}
"""A phone of 640 pixels at 200 %: what WCAG 1.4.10 asks to be readable without scrolling sideways."""


class Watched:
    """A page with all its requests and complaints written down."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.addresses: list[str] = []
        self.complaints: list[str] = []
        self.weight = 0
        page.on("request", lambda request: self.addresses.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._spoken)
        page.on("response", self._weighed)

    def _spoken(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    async def _weighed(self, response: Any) -> None:
        """Bytes as they went over the line: the packed length where the server packed it."""
        self.weight += int(response.headers.get("content-length", 0)) + len(str(response.headers))


async def opened(browser: Any, address: str, size: dict[str, int], **context: Any) -> Watched:
    """This address in a window of its own."""
    window = await browser.new_context(viewport=size, **context)
    watched = Watched(await window.new_page())
    await watched.page.goto(address)
    return watched


async def fits(page: Any) -> bool:
    """Nothing that can be seen or pressed stands outside the screen sideways."""
    inside = """() => document.documentElement.scrollWidth <= window.innerWidth && Array.from(
        document.querySelectorAll('a, button, summary, textarea, p')).every((one) => {
            const box = one.getBoundingClientRect();
            return box.width < 2 || one.closest('nav') || (box.left >= -1 && box.right <= window.innerWidth + 1);
        })"""
    return bool(await page.evaluate(inside))


async def faults(page: Any) -> list[str]:
    """What axe calls serious or critical, rule by rule; with the size of what is pressed (WCAG 2.2, 2.5.8), which it does not ask by itself."""
    package = pytest.importorskip("axe_playwright_python", reason="axe is not installed")
    script = resources.files(package.__name__).joinpath("axe.min.js").read_text("utf-8")
    # The page's own policy forbids foreign scripts: the tool is put in from outside.
    await page.evaluate(script)
    found = await page.evaluate("axe.run({resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})")
    return [
        f"{one['id']}: {node['html'][:120]} ({node['failureSummary'][:200]})"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
