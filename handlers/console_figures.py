"""The dashboard and its export: how many, how fast, how useful. Plots are plain SVG in the page; small counts leave it hidden."""

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from faro.assistant import shifts
from faro.engine.engine import Engine
from faro.storage import views
from handlers.console_frame import Frame
from handlers.sign_in import SignIn, Visit

PERIODS = (7, 30, 90, 365)
"""Days that can be looked at."""

HIDDEN = 5
"""Counts under this leave the house as "<5": with few people a number can be a person."""

SHOWN = 12
"""Bars of one plot."""


class ConsoleFigures:
    """The pages over one engine."""

    def __init__(self, engine: Engine, door: SignIn, frame: Frame) -> None:
        self._engine = engine
        self._door = door
        self._frame = frame

    def routes(self) -> list[Route]:
        see = self._door.seeing
        return [
            Route("/staff/figures", see(self.page), methods=["GET"]),
            Route("/staff/figures.csv", see(self.export), methods=["GET"]),
        ]

    async def page(self, request: Request, visit: Visit) -> Response:
        """All plots of one period."""
        refused = self._frame.refused(visit, "figures.see")
        if refused is not None:
            return await self._frame.closed(visit, "figures", refused)
        days = _days(request)
        found = await self._figures(days)
        words = self._frame.words(visit)
        known: dict[str, Any] = {
            "days": days,
            "periods": PERIODS,
            "figures": found,
            "plots": [
                ("category", [(words.say(f"desk-category-{id}"), number) for id, number in found.categories.items()][:SHOWN]),
                ("language", [(words.tongue(code), number) for code, number in found.languages.items()][:SHOWN]),
                ("country", [(_country(words, code), number) for code, number in found.countries.items()][:SHOWN]),
                ("outcome", [(words.say(f"desk-outcome-{id}"), number) for id, number in found.outcomes.items()][:SHOWN]),
            ],
        }
        return await self._frame.page("console_figures.html", visit, "figures", **known)

    async def export(self, request: Request, visit: Visit) -> Response:
        """The same numbers as CSV, small ones hidden."""
        refused = self._frame.refused(visit, "figures.see")
        if refused is not None:
            return await self._frame.closed(visit, "figures", refused)
        days = _days(request)
        found = await self._figures(days)
        headers = {"Content-Disposition": f'attachment; filename="faro-{found.since.isoformat()}-{days}.csv"'}
        return Response(as_csv(found), media_type="text/csv; charset=utf-8", headers=headers)

    async def _figures(self, days: int) -> views.Figures:
        operator, now = self._engine.library.operator, self._engine.clock()
        since = now - timedelta(days=days)
        spans = await self._engine.view(views.on_duty, since=since)

        def ran(start: datetime, end: datetime) -> timedelta:
            return shifts.time_on_call(operator, start, end, spans)

        zone, minutes = ZoneInfo(operator.timezone), operator.clocks_minutes.model_dump()
        return await self._engine.view(views.figures, since=since.astimezone(UTC), zone=zone, minutes=minutes, ran=ran)


def as_csv(found: views.Figures) -> str:
    """One line a number: what, which, how many."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("what", "which", "value"))
    counted: list[tuple[str, dict[Any, int]]] = [
        ("referrals_by_category", found.categories),
        ("referrals_by_language", found.languages),
        ("referrals_by_country", found.countries),
        ("referrals_by_hour", found.hours),
        ("referrals_by_outcome", found.outcomes),
    ]
    table.writerow(("referrals", "", shown(found.referrals)))
    for what, numbers in counted:
        for which, number in numbers.items():
            table.writerow((what, which, shown(number)))
    for severity, speed in found.speeds.items():
        enough = speed.answered >= HIDDEN
        table.writerow(("first_word_cases", severity, shown(speed.cases)))
        table.writerow(("first_word_minutes_median", severity, _number(speed.median if enough else None)))
        table.writerow(("first_word_minutes_90th_percentile", severity, _number(speed.ninetieth if enough else None)))
        table.writerow(("first_word_share_inside_clock", severity, _number(speed.inside if speed.cases >= HIDDEN else None)))
    table.writerow(("questions", "", shown(found.asked)))
    table.writerow(("questions_unanswered_share", "", _number(found.unanswered if found.asked >= HIDDEN else None)))
    for one in found.topics:
        for what, number in (("topic_given", one.given), ("topic_useful", one.useful), ("topic_not_useful", one.wrong)):
            table.writerow((what, one.topic, shown(number)))
    return out.getvalue()


def shown(number: int) -> str:
    """A count as it leaves the house."""
    return f"<{HIDDEN}" if 0 < number < HIDDEN else str(number)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _country(words: Any, code: str) -> str:
    return str(words.country(None if code == "?" else code))


def _days(request: Request) -> int:
    given = request.query_params.get("days", "")
    return int(given) if given.isdigit() and int(given) in PERIODS else 30
