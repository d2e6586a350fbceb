"""The test box of the console: what fires on a text and why, and the sentences that staff hand to editors. What is typed is not kept."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from faro.assistant import explanation, rights
from faro.library.entries import CATEGORIES
from faro.library.text import LONGEST
from faro.storage import views
from handlers.console_frame import Part
from handlers.sign_in import Visit


class ConsoleTest(Part):
    """The page over one engine."""

    def routes(self) -> list[Route]:
        return [
            Route("/staff/test", self._door.seeing(self.box), methods=["GET"]),
            Route("/staff/test", self._door.doing(self.explained), methods=["POST"]),
        ]

    async def box(self, request: Request, visit: Visit) -> Response:
        """An empty box."""
        return await self._page(visit, "")

    async def explained(self, request: Request, visit: Visit, form: dict[str, str]) -> Response:
        """What fires on this text, and why."""
        return await self._page(visit, form.get("text", "")[:LONGEST])

    async def _page(self, visit: Visit, text: str) -> Response:
        lines = list(explanation.lines(text, self._engine.library)) if text.strip() else []
        editor = rights.may(visit.staff, "example.done")
        suggested = await self._engine.view(views.suggestions) if editor else []
        known: dict[str, Any] = {"text": text, "lines": lines, "suggested": suggested, "categories": CATEGORIES, "editor": editor}
        return await self._frame.page("console_test.html", visit, "test", **known)
