"""The pages of the staff console: queue, look at these, closed, search, one case, what was not delivered, staff. Acts stand beside.

A case shows a person's words only to whoever may read them, and each reading is an act that the engine checks and writes down.
"""

import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from faro.assistant import asking, institution, numbers, ready, rights, shifts
from faro.assistant.desk import Act, Verb
from faro.assistant.protocol import sheet
from faro.assistant.referral import Outcome, Referral, Refused, Status
from faro.assistant.shifts import Span
from faro.engine.engine import Engine
from faro.storage import views
from handlers.console_frame import Frame, Part
from handlers.numbered import CASE
from handlers.sign_in import SignIn, Visit

PAGE = 50
"""Cases of the queue on one page."""

MOST = 99_999
"""More are never asked for at once."""

READ_AGAIN = timedelta(minutes=5)
"""A page that stays open and refreshes itself is one reading, written down again after this."""


class Console(Part):
    """The pages over one engine."""

    def __init__(self, engine: Engine, door: SignIn, frame: Frame) -> None:
        super().__init__(engine, door, frame)
        self._read: dict[tuple[int, int], datetime] = {}

    def routes(self) -> list[Route]:
        lists = {"queue": self.queue, "mine": self.mine, "look": self.look, "closed": self.closed, "search": self.search}
        pages = [(name, "queue.see", page) for name, page in (lists | {"people": self.people}).items()]
        return [
            Route(CASE, self._door.seeing(self.case), methods=["GET"]),
            *(
                Route("/staff" if name == "queue" else f"/staff/{name}", self.seeing(name, right, page), methods=["GET"])
                for name, right, page in [*pages, ("deliveries", "parked.see", self.deliveries)]
            ),
        ]

    async def queue(self, request: Request, visit: Visit) -> Response:
        """What waits, what burns first."""
        return await self._list(request, visit, "queue", "console-empty")

    async def mine(self, request: Request, visit: Visit) -> Response:
        """What this member of staff owns."""
        return await self._list(request, visit, "mine", "console-mine-empty", owner=visit.staff.id)

    async def look(self, request: Request, visit: Visit) -> Response:
        """Where the machine was not sure."""
        return await self._list(request, visit, "look", "console-look-empty", lead="console-look-lead", unsure=True)

    async def closed(self, request: Request, visit: Visit) -> Response:
        """The last closed ones."""
        found = await self._engine.view(views.closed)
        return await self._shown(request, visit, found, "closed", "console-empty", lead="console-closed-lead")

    async def search(self, request: Request, visit: Visit) -> Response:
        """Cases by number, pseudonym, town or owner; never by what people wrote."""
        words = request.query_params.get("q", "")[:80]
        found = await self._engine.view(views.searched, words, minutes=self._minutes)
        return await self._shown(
            request, visit, found, "search", "console-search-empty", lead="console-search-lead", wanted=words
        )

    async def case(self, request: Request, visit: Visit) -> Response:
        """One case, as far as this member of staff may see it."""
        return await self.case_page(request, visit, request.path_params["number"])

    async def deliveries(self, request: Request, visit: Visit) -> Response:
        """What could not be worked on or sent. The words in it stay closed."""
        parked, dead = await self._engine.view(views.parked), await self._engine.view(views.dead)
        return await self._frame.page("console_deliveries.html", visit, "deliveries", parked=parked, dead=dead)

    async def people(self, request: Request, visit: Visit) -> Response:
        """Who works here, with how much."""
        known: dict[str, Any] = {
            "colleagues": await self._engine.view(views.colleagues),
            "limit": self._engine.library.operator.case_limit,
        }
        return await self._frame.page("console_people.html", visit, "people", **known)

    async def case_page(
        self,
        request: Request,
        visit: Visit,
        number: int,
        *,
        problem: str = "",
        typed: str = "",
        status: int = 200,
        twice: bool = False,
        account: str = "",
    ) -> Response:
        """A case's page; `problem` and `typed` where an act on it was refused, `twice` where it only wants a second click."""
        now = self._engine.clock()
        case = await self._engine.view(views.case, number, minutes=self._minutes, now=now, ends=self._ends)
        if case is None:
            return await self._frame.closed(visit, "", self._frame.words(visit).say("refused-gone"), 404)
        readable = await self._opened(visit, case)
        known = self._around(visit, case) | {
            "case": case if readable else None,
            "names": {},
            "timeline": told_once(case.timeline) if readable else [],
            "done": _done(request),
            "key": _key(),
            "back": f"/staff/case/{number}",
            "twice": twice,
            "account": account,
            "now": now,
        }
        colleagues = [one.staff for one in await self._engine.view(views.colleagues)]
        known["names"] = {one.id: one.name for one in colleagues}
        known["colleagues"] = [one for one in colleagues if one.id != visit.staff.id and self._can_take(one, case)]
        if readable:
            known |= self._ready(request, case.queued.referral, typed)
        return await self._frame.page(
            "console_case.html", visit, "", status=status, problem=problem, **({"typed": typed} | known)
        )

    def _around(self, visit: Visit, case: views.Case) -> dict[str, Any]:
        """What stands beside a case whoever sees it."""
        referral = case.queued.referral
        return {
            "queued": case.queued,
            "referral": referral,
            "sheet": sheet(self._engine.library, referral, visit.language, self._today),
            "outcomes": list(Outcome),
            "reasons": asking.REASONS,
            "pauses": [(minutes, timedelta(minutes=minutes)) for minutes in asking.PAUSES],
            "blocks": asking.BLOCKS,
            "next_states": institution.NEXT,
            "may": lambda action: rights.may(visit.staff, action, referral),
        }

    def _ready(self, request: Request, referral: Referral, typed: str) -> dict[str, Any]:
        """The ready answers in the person's language; a chosen one stands in the field, to be read and changed before it is sent."""
        library, wanted = self._engine.library, request.query_params.get("ready", "")
        spoken = ready.language(referral)
        answer = ready.answer(library, wanted, referral, self._today) if wanted and not typed else None
        topics = [(id, library.wordings[spoken, id].title) for id in ready.topics(library, referral)]
        return {"topics": topics, "ready": wanted if answer else "", "typed": typed or answer or ""}

    def _can_take(self, member: rights.Staff, case: views.Case) -> bool:
        return member.active and rights.may(member, "referral.claim", case.queued.referral)

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
        self,
        request: Request,
        visit: Visit,
        name: str,
        empty: str,
        *,
        lead: str = "",
        unsure: bool = False,
        owner: int | None = None,
    ) -> Response:
        most, now = _most(request), self._engine.clock()
        about = {"unsure": unsure, "owner": owner, "limit": most + 1, "ends": self._ends}
        found = await self._engine.view(views.queue, minutes=self._minutes, now=now, **about)  # type: ignore[arg-type]
        return await self._shown(request, visit, found, name, empty, lead=lead)

    async def _shown(
        self,
        request: Request,
        visit: Visit,
        found: list[views.Queued],
        name: str,
        empty: str,
        *,
        lead: str = "",
        wanted: str = "",
    ) -> Response:
        most = _most(request)
        known: dict[str, Any] = {
            "found": found[:most],
            "left": len(found) > most,
            "more": most + PAGE,
            "empty": empty,
            "lead": lead,
            "wanted": wanted,
            "key": _key(),
            "closed": Status.CLOSED,
            "limit": self._engine.library.operator.case_limit,
        }
        return await self._frame.page("console_queue.html", visit, name, **known)

    def _ends(self, duty: Sequence[Span]) -> Callable[[Referral], datetime | None]:
        """When a clock really ends: it runs only while somebody is on call."""
        minutes = self._minutes
        deadline = shifts.deadlines(self._engine.library.operator, self._engine.clock(), duty)
        return lambda referral: deadline(referral.clock_from, timedelta(minutes=minutes[referral.severity]))

    @property
    def _minutes(self) -> dict[str, int]:
        return self._engine.library.operator.clocks_minutes.model_dump()

    @property
    def _today(self) -> date:
        return self._engine.clock().date()


def told_once(lines: Iterable[views.Line]) -> list[tuple[views.Line, int]]:
    """Events of one kind and one person in a row stand as one, the last, with how many they were: a case that lies open is read every few
    minutes, and each of it is in the audit."""
    found: list[tuple[views.Line, int]] = []
    for line in lines:
        last, times = found[-1] if found else (None, 0)
        alike = (
            last is not None
            and line.who == "event"
            and (last.who, last.words, last.staff_name) == ("event", line.words, line.staff_name)
        )
        if alike:
            found[-1] = (line, times + 1)
        else:
            found.append((line, 1))
    return found


def _most(request: Request) -> int:
    shown = request.query_params.get("shown", "")
    return max(PAGE, min(numbers.number(shown) or PAGE, MOST))


def _done(request: Request) -> str:
    done = request.query_params.get("done", "")
    return done if done in set(Verb) else ""


def _key() -> str:
    """What makes two sendings of one form one act."""
    return secrets.token_urlsafe(12)
