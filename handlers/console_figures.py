"""The dashboard and its export: how many, how fast, how useful. Plots are plain SVG in the page; small counts leave it hidden."""

import csv
import io
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from faro.assistant import numbers, shifts
from faro.storage import views
from handlers.console_frame import Part
from handlers.sign_in import Visit

PERIODS = (7, 30, 90, 365)
"""Days that can be looked at."""

HIDDEN = 5
"""Counts under this do not leave the house: with few people a number can be a person."""

OTHERS = "others"
"""What is too small to be told apart."""


class ConsoleFigures(Part):
    """The pages over one engine."""

    def routes(self) -> list[Route]:
        return [
            Route("/staff/figures", self.seeing("figures", "figures.see", self.page), methods=["GET"]),
            Route("/staff/figures.csv", self.seeing("figures", "figures.see", self.export), methods=["GET"]),
        ]

    async def page(self, request: Request, visit: Visit) -> Response:
        """All plots of one period."""
        days = _days(request)
        found = await self._figures(days, self._engine.clock())
        words = self._frame.words(visit)
        known: dict[str, Any] = {
            "days": days,
            "periods": PERIODS,
            "figures": found,
            "plots": [
                ("category", [(words.say(f"desk-category-{id}"), number) for id, number in found.categories.items()]),
                ("language", [(words.tongue(code), number) for code, number in found.languages.items()]),
                ("country", [(_country(words, code), number) for code, number in found.countries.items()]),
                ("outcome", [(words.say(f"desk-outcome-{id}"), number) for id, number in found.outcomes.items()]),
            ],
        }
        return await self._frame.page("console_figures.html", visit, "figures", **known)

    async def export(self, request: Request, visit: Visit) -> Response:
        """The numbers of whole days, today's left out, as CSV; what is small is not told apart."""
        days, zone = _days(request), ZoneInfo(self._engine.library.operator.timezone)
        midnight = self._engine.clock().astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
        found = await self._figures(days, midnight - timedelta(seconds=1))
        headers = {"Content-Disposition": f'attachment; filename="faro-{found.since.isoformat()}-{days}.csv"'}
        return Response(as_csv(found), media_type="text/csv; charset=utf-8", headers=headers)

    async def _figures(self, days: int, until: datetime) -> views.Figures:
        operator, since = self._engine.library.operator, until - timedelta(days=days)
        spans = await self._engine.view(views.on_duty, since=since)
        about = {"zone": ZoneInfo(operator.timezone), "minutes": operator.clocks_minutes.model_dump()}
        ran = shifts.counting(operator, since, until, spans)
        return await self._engine.view(views.figures, since=since, until=until, ran=ran, **about)  # type: ignore[arg-type]


def as_csv(found: views.Figures) -> str:
    """One line a number: what, which, how many. No small number can be worked out of the others: see `told_apart`."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("what", "which", "value"))
    table.writerow(("from", "", found.since.isoformat()))
    table.writerow(("to", "", found.until.isoformat()))
    table.writerow(("referrals", "", shown(found.referrals)))
    still = {"not_closed": found.referrals - sum(found.outcomes.values())}
    counted: list[tuple[str, Mapping[Any, int]]] = [
        ("referrals_by_category", found.categories),
        ("referrals_by_language", found.languages),
        ("referrals_by_country", found.countries),
        ("referrals_by_hour", found.hours),
        ("referrals_by_outcome", found.outcomes | still),
        ("first_word_cases", {severity: speed.cases for severity, speed in found.speeds.items()}),
    ]
    for what, counts in counted:
        for which, number in told_apart(counts):
            table.writerow((what, which, shown(number)))
    for severity, _ in told_apart({severity: speed.cases for severity, speed in found.speeds.items()}):
        if severity in found.speeds:
            _speed(table.writerow, severity, found.speeds[severity])
    unanswered = round((found.unanswered or 0) * found.asked)
    telling = all(not 0 < number < HIDDEN for number in (unanswered, found.asked - unanswered))
    table.writerow(("questions", "", shown(found.asked)))
    table.writerow(("questions_unanswered_share", "", _number(found.unanswered if telling else None)))
    for one in found.topics:
        for what, number in (("topic_given", one.given), ("topic_useful", one.useful), ("topic_not_useful", one.wrong)):
            table.writerow((what, one.topic, shown(number)))
    return out.getvalue()


def told_apart(numbers: Mapping[Any, int]) -> list[tuple[Any, int]]:
    """These counts as they leave the house: small ones stand together as `others`, and where these would be few (or one alone, which is the
    total less the rest) the next larger one stands with them. So no count under five can be had by subtraction."""
    told = sorted(((which, number) for which, number in numbers.items() if number >= HIDDEN), key=lambda one: -one[1])
    others = sum(number for number in numbers.values() if number < HIDDEN)
    while 0 < others < HIDDEN and told:
        others += told.pop()[1]
    return told + ([(OTHERS, others)] if others else [])


def shown(number: int) -> str:
    """A count as it leaves the house."""
    return f"<{HIDDEN}" if 0 < number < HIDDEN else str(number)


def _speed(row: Callable[[tuple[str, str, str]], object], severity: str, speed: views.Speed) -> None:
    enough = speed.answered >= HIDDEN
    row(("first_word_minutes_median", severity, _number(speed.median if enough else None)))
    row(("first_word_minutes_90th_percentile", severity, _number(speed.ninetieth if enough else None)))
    row(("first_word_share_inside_clock", severity, _number(speed.inside if enough else None)))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _country(words: Any, code: str) -> str:
    return str(words.country(None if code == "?" else code))


def _days(request: Request) -> int:
    given = request.query_params.get("days", "")
    days = numbers.number(given)
    return days if days is not None and days in PERIODS else 30
