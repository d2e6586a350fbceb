"""Shifts: who is on call, who will be; planned and taken off by plain forms. Hours are the operator's."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from faro.assistant import numbers, rights
from faro.assistant.desk import Act, Verb
from faro.assistant.referral import Refused
from faro.storage import views
from handlers.console_frame import Part
from handlers.sign_in import Visit

AHEAD = timedelta(days=28)
BEHIND = timedelta(days=2)
WEEKS = 8
"""How often one form may plan the same hours."""


class ConsoleShifts(Part):
    """The page and its two forms."""

    def routes(self) -> list[Route]:
        return [
            Route("/staff/shifts", self.seeing("shifts", "queue.see", self.page), methods=["GET"]),
            Route("/staff/shifts/plan", self._door.doing(self.plan), methods=["POST"]),
            Route("/staff/shifts/cancel", self._door.doing(self.cancel), methods=["POST"]),
        ]

    async def page(self, request: Request, visit: Visit, *, problem: str = "", status: int = 200) -> Response:
        """What is planned, and the hours of the team."""
        now, operator = self._engine.clock(), self._engine.library.operator
        colleagues = await self._engine.view(views.colleagues)
        known: dict[str, Any] = {
            "shifts": await self._engine.view(views.shifts, start=now - BEHIND, end=now + AHEAD),
            "names": {one.staff.id: one.staff.name for one in colleagues},
            "colleagues": [one.staff for one in colleagues if one.staff.active and rights.may(one.staff, "shift.own")],
            "may_plan": rights.may(visit.staff, "shift.plan"),
            "operator": operator,
            "today": now.astimezone(ZoneInfo(operator.timezone)).date().isoformat(),
            "now": now,
            "weeks": WEEKS,
            "problem": problem,
        }
        return await self._frame.page("console_shifts.html", visit, "shifts", status=status, **known)

    async def plan(self, request: Request, visit: Visit, form: dict[str, str]) -> Response:
        """The same hours on one day, or on that day of several weeks."""
        weeks = numbers.number(form.get("weeks")) or 1
        to = numbers.number(form.get("to")) or visit.staff.id
        try:
            for week in range(max(1, min(weeks, WEEKS))):
                starts, until = self._hours(form, week)
                await self._engine.perform(Act(Verb.SHIFT, visit.staff.id, to=to, starts=starts, until=until))
        except Refused as refused:
            why = self._frame.words(visit).refusal(refused, {})
            return await self.page(request, visit, problem=why, status=409)
        return RedirectResponse("/staff/shifts", 303)

    async def cancel(self, request: Request, visit: Visit, form: dict[str, str]) -> Response:
        """A planned shift is taken off."""
        number = numbers.number(form.get("number")) or 0
        try:
            await self._engine.perform(Act(Verb.UNSHIFT, visit.staff.id, number=number))
        except Refused as refused:
            why = self._frame.words(visit).refusal(refused, {})
            return await self.page(request, visit, problem=why, status=409)
        return RedirectResponse("/staff/shifts", 303)

    def _hours(self, form: dict[str, str], week: int) -> tuple[datetime | None, datetime | None]:
        """Start and end in the operator's time; an end before the start is on the next day. Broken fields are none."""
        zone = ZoneInfo(self._engine.library.operator.timezone)
        try:
            start = datetime.fromisoformat(f"{form.get('day', '')}T{form.get('from', '')}")
            end = datetime.fromisoformat(f"{form.get('day', '')}T{form.get('until', '')}")
            later = timedelta(weeks=week)
            if end <= start:
                end += timedelta(days=1)
            hours = (start + later).replace(tzinfo=zone), (end + later).replace(tzinfo=zone)
            return hours[0].astimezone(UTC), hours[1].astimezone(UTC)
        except (ValueError, OverflowError):  # a day at the end of time is none
            return None, None
