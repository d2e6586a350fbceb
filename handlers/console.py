"""The pages of the staff console: queue, look at these, closed, one case, what was not delivered, staff. Read only; acts stand beside.

A case shows a person's words only to whoever may read them, and each reading is an act that the engine checks and writes down.
"""

import secrets
from datetime import date, datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from faro.assistant import desk, rights, shifts
from faro.assistant.desk import Act, Verb
from faro.assistant.referral import Outcome, Refused, Status
from faro.engine.engine import Engine
from faro.storage import views
from handlers.console_sheet import sheet
from handlers.console_words import Words
from handlers.sign_in import SignIn, Visit
from handlers.web_pages import page

PAGE = 50
"""Cases of the queue on one page."""

READ_AGAIN = timedelta(minutes=5)
"""A page that stays open and refreshes itself is one reading, written down again after this."""

PAUSES = (15, 60, 240, 720, 1440)
"""Minutes for which a case can be put out of sight."""


class Console:
    """The pages over one engine."""

    def __init__(self, engine: Engine, door: SignIn) -> None:
        self._engine = engine
        self._door = door
        self._read: dict[tuple[int, int], datetime] = {}

    def routes(self) -> list[Route]:
        see = self._door.seeing
        return [
            Route("/staff", see(self.queue), methods=["GET"]),
            Route("/staff/mine", see(self.mine), methods=["GET"]),
            Route("/staff/look", see(self.look), methods=["GET"]),
            Route("/staff/closed", see(self.closed), methods=["GET"]),
            Route("/staff/case/{number:int}", see(self.case), methods=["GET"]),
            Route("/staff/deliveries", see(self.deliveries), methods=["GET"]),
            Route("/staff/people", see(self.people), methods=["GET"]),
        ]

    async def queue(self, request: Request, visit: Visit) -> Response:
        """What waits, what burns first."""
        found = await self._waiting()
        return await self._list(request, visit, found, "queue", "console-empty")

    async def mine(self, request: Request, visit: Visit) -> Response:
        """What this member of staff owns."""
        found = [one for one in await self._waiting() if one.referral.owner == visit.staff.id]
        return await self._list(request, visit, found, "mine", "console-mine-empty")

    async def look(self, request: Request, visit: Visit) -> Response:
        """Where the machine was not sure."""
        found = await self._waiting(unsure=True)
        return await self._list(request, visit, found, "look", "console-look-empty", lead="console-look-lead")

    async def closed(self, request: Request, visit: Visit) -> Response:
        """The last closed ones."""
        found = await self._engine.view(views.closed)
        return await self._list(request, visit, found, "closed", "console-empty", lead="console-closed-lead")

    async def case(self, request: Request, visit: Visit) -> Response:
        """One case, as far as this member of staff may see it."""
        return await self.case_page(request, visit, request.path_params["number"])

    async def deliveries(self, request: Request, visit: Visit) -> Response:
        """What could not be worked on or sent. The words in it stay closed."""
        refused = self._refused(visit, "parked.see")
        if refused is not None:
            return await self._page("console_refused.html", visit, "deliveries", status=403, problem=refused)
        parked, dead = await self._engine.view(views.parked), await self._engine.view(views.dead)
        return await self._page("console_deliveries.html", visit, "deliveries", parked=parked, dead=dead)

    async def people(self, request: Request, visit: Visit) -> Response:
        """Who works here."""
        return await self._page(
            "console_people.html", visit, "people", colleagues=await self._engine.view(views.colleagues), key=_key()
        )

    async def case_page(
        self, request: Request, visit: Visit, number: int, *, problem: str = "", typed: str = "", status: int = 200
    ) -> Response:
        """A case's page; `problem` and `typed` where an act on it was refused."""
        case = await self._engine.view(views.case, number, minutes=self._minutes)
        if case is None:
            problem = self._words(visit).say("refused-gone")
            return await self._page("console_refused.html", visit, "", status=404, problem=problem)
        readable = await self._opened(visit, case)
        colleagues = await self._engine.view(views.colleagues)
        done = request.query_params.get("done", "")
        known = {
            "queued": case.queued,
            "referral": case.queued.referral,
            "case": case if readable else None,
            "sheet": sheet(self._engine.library, case.queued.referral, visit.language, self._today),
            "colleagues": [one.staff for one in colleagues if one.staff.active and one.staff.id != visit.staff.id],
            "outcomes": list(Outcome),
            "reasons": desk.REASONS,
            "pauses": [(minutes, timedelta(minutes=minutes)) for minutes in PAUSES],
            "may": lambda action: rights.may(visit.staff, action, case.queued.referral),
            "done": done if done in set(Verb) else "",
            "key": _key(),
            "back": f"/staff/case/{number}",
        }
        return await self._page("console_case.html", visit, "", status=status, problem=problem, typed=typed, **known)

    async def _opened(self, visit: Visit, case: views.Case) -> bool:
        """Whether this member of staff may read the words; if so the reading is written down."""
        referral = case.queued.referral
        if not rights.may(visit.staff, "referral.read", referral):
            return False
        now, who = self._engine.clock(), (visit.staff.id, referral.id)
        if now - self._read.get(who, datetime.min.replace(tzinfo=now.tzinfo)) < READ_AGAIN:
            return True
        try:
            await self._engine.perform(Act(Verb.READ, visit.staff.id, referral.id))
        except Refused:
            return False
        self._read = {key: at for key, at in self._read.items() if now - at < READ_AGAIN} | {who: now}
        return True

    async def _list(
        self, request: Request, visit: Visit, found: list[views.Queued], name: str, empty: str, *, lead: str = ""
    ) -> Response:
        refused = self._refused(visit, "queue.see")
        if refused is not None:
            return await self._page("console_refused.html", visit, name, status=403, problem=refused)
        shown = request.query_params.get("shown", "")
        most = max(PAGE, int(shown)) if shown.isascii() and shown.isdigit() and len(shown) < 6 else PAGE
        return await self._page(
            "console_queue.html",
            visit,
            name,
            found=found[:most],
            left=max(0, len(found) - most),
            more=most + PAGE,
            empty=empty,
            lead=lead,
            key=_key(),
            closed=Status.CLOSED,
        )

    async def page(self, template: str, visit: Visit, name: str, *, status: int = 200, **known: Any) -> Response:
        """A page of another part of the console."""
        return await self._page(template, visit, name, status=status, **known)

    async def _page(self, template: str, visit: Visit, name: str, *, status: int = 200, **known: Any) -> Response:
        """A page with what stands around all of them. `name`: which entry of the menu it is."""
        words, library, now = self._words(visit), self._engine.library, self._engine.clock()
        opens = shifts.next_open(library.operator, now)
        around = {
            "say": words.say,
            "words": words,
            "visit": visit,
            "name": name,
            "counts": await self._engine.view(views.counts, now=now),
            "spoken": desk.SPOKEN,
            "sample": library.operator.sample,
            "may_see_parked": rights.may(visit.staff, "parked.see"),
            "opens": words.hour(opens) if opens is not None and not shifts.on_call(library.operator, now) else "",
            "problem": "",
            "back": f"/staff/{name}" if name not in ("", "queue") else "/staff",
        }
        return page(template, around | known, status)

    async def _waiting(self, *, unsure: bool = False) -> list[views.Queued]:
        return await self._engine.view(views.queue, minutes=self._minutes, now=self._engine.clock(), unsure=unsure)

    def _words(self, visit: Visit) -> Words:
        return Words(self._engine.library, visit.language, self._engine.clock())

    def _refused(self, visit: Visit, action: str) -> str | None:
        """Why this may not be seen, in words; None when it may."""
        try:
            rights.check(visit.staff, action)
        except Refused as refused:
            return self._words(visit).refusal(refused, {})
        return None

    @property
    def _minutes(self) -> dict[str, int]:
        return self._engine.library.operator.clocks_minutes.model_dump()

    @property
    def _today(self) -> date:
        return self._engine.clock().date()


def _key() -> str:
    """What makes two sendings of one form one act."""
    return secrets.token_urlsafe(12)
