"""What stands around every page of the console: menu, counts, who is signed in, hours; and the page that says why not."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from faro.assistant import desk, rights, shifts
from faro.assistant.referral import Refused
from faro.engine.engine import Engine
from faro.storage import views
from handlers.console_words import Words
from handlers.sign_in import Deed, Page, SignIn, Visit
from handlers.web_pages import page

MENU = (
    ("queue", "/staff", "queue.see"),
    ("mine", "/staff/mine", "referral.claim"),
    ("look", "/staff/look", "queue.see"),
    ("closed", "/staff/closed", "queue.see"),
    ("shifts", "/staff/shifts", "queue.see"),
    ("people", "/staff/people", "queue.see"),
    ("deliveries", "/staff/deliveries", "parked.see"),
    ("questions", "/staff/questions", "questions.see"),
    ("complaints", "/staff/complaints", "complaint.read"),
    ("figures", "/staff/figures", "figures.see"),
    ("places", "/staff/places", "content.see"),
    ("content", "/staff/content", "content.see"),
    ("test", "/staff/test", ""),
)
"""Entry, address, the right that it needs ("" for none)."""


class Frame:
    """The frame over one engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def page(self, template: str, visit: Visit, name: str, *, status: int = 200, **known: Any) -> Response:
        """A page with what stands around all of them. `name`: which entry of the menu it is."""
        words, library, now = self.words(visit), self._engine.library, self._engine.clock()
        found = await self._engine.view(views.around, now=now)
        opens = shifts.next_open(library.operator, now, found.duty)
        reads = shifts.on_call(library.operator, now, found.duty)
        counts = found.counts
        away = [words.say("desk-status-away", channel=way.title(), hour=words.hour(since)) for way, since in found.away]
        stuck = [words.say("desk-status-stuck", hour=words.hour(self._engine.stuck))] if self._engine.stuck else []
        around = {
            "away": [*stuck, *away],
            "gaps": [words.gap(one) for one in found.gaps if one.what != views.NOBODY or library.staffed],
            "say": words.say,
            "words": words,
            "visit": visit,
            "name": name,
            "counts": counts,
            "badges": {"queue": counts.open + counts.owned, "look": counts.unsure, "deliveries": counts.parked + counts.dead},
            "menu": [(entry, path) for entry, path, right in MENU if not right or rights.may(visit.staff, right)],
            "spoken": desk.SPOKEN,
            "sample": library.operator.sample,
            "may_be_on_call": rights.may(visit.staff, "shift.own"),
            "opens": words.hour(opens) if opens is not None and not reads else "",
            "problem": "",
            "back": f"/staff/{name}" if name not in ("", "queue") else "/staff",
        }
        return page(template, around | known, status)

    async def closed(self, visit: Visit, name: str, why: str, status: int = 403) -> Response:
        """The page that says why there is nothing to see."""
        return await self.page("console_refused.html", visit, name, status=status, problem=why)

    def words(self, visit: Visit) -> Words:
        """How this visitor is spoken to."""
        return Words(self._engine.library, visit.language, self._engine.clock())

    def refused(self, visit: Visit, action: str) -> str | None:
        """Why this may not be seen, in words; None when it may."""
        try:
            rights.check(visit.staff, action)
        except Refused as refused:
            return self.words(visit).refusal(refused, {})
        return None


class Part:
    """Pages of the console over one engine: what all modules of pages begin with."""

    def __init__(self, engine: Engine, door: SignIn, frame: Frame) -> None:
        self._engine = engine
        self._door = door
        self._frame = frame

    def seeing(self, name: str, action: str, show: Page) -> Callable[[Request], Awaitable[Response]]:
        """A page for those who are signed in and have this right; for others the page that says why not. `name`: its entry of the menu."""

        async def shown(request: Request, visit: Visit) -> Response:
            refused = self._frame.refused(visit, action)
            return await show(request, visit) if refused is None else await self._frame.closed(visit, name, refused)

        return self._door.seeing(shown)

    def doing(self, name: str, action: str, do: Deed) -> Callable[[Request], Awaitable[Response]]:
        """The same for a form."""

        async def done(request: Request, visit: Visit, form: dict[str, str]) -> Response:
            refused = self._frame.refused(visit, action)
            return await do(request, visit, form) if refused is None else await self._frame.closed(visit, name, refused)

        return self._door.doing(done)
