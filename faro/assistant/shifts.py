"""When a person reads: the operator's hours in the operator's time zone, and the shifts that staff planned or began themselves.

Nobody is ever promised outside them. `duty` are those shifts, as (start, end); one that runs on without an end ends at `OPEN_END`.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from faro.library.entries import Hours, Operator

Span = tuple[datetime, datetime]

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AHEAD = 14
"""Days that are searched for the next opening."""

OPEN_END = datetime(9999, 1, 1, tzinfo=UTC)
"""The end of a shift that somebody began and has not ended."""


def on_call(operator: Operator, now: datetime, duty: Sequence[Span] = ()) -> bool:
    """Whether a person reads now."""
    return _always(operator) or any(start <= now < end for start, end in _spans(operator, now, 1, duty))


def next_open(operator: Operator, now: datetime, duty: Sequence[Span] = ()) -> datetime | None:
    """When a person reads next, in the operator's time zone; `now` itself while somebody reads; None when nobody ever does."""
    zone = ZoneInfo(operator.timezone)
    if on_call(operator, now, duty):
        return now.astimezone(zone)
    starts = [start for start, _ in _spans(operator, now, AHEAD, duty) if start > now]
    return min(starts).astimezone(zone) if starts else None


def time_on_call(operator: Operator, start: datetime, end: datetime, duty: Sequence[Span] = ()) -> timedelta:
    """How much of this time somebody was on call: clocks of referrals run only then."""
    if end <= start:
        return timedelta()
    if _always(operator):
        return end - start
    days = (end - start).days + 1
    shared = (min(end, to) - max(start, since) for since, to in _spans(operator, start, days, duty))
    return sum((part for part in shared if part > timedelta()), timedelta())


def counting(
    operator: Operator, start: datetime, end: datetime, duty: Sequence[Span] = ()
) -> Callable[[datetime, datetime], timedelta]:
    """`time_on_call` for many times within this one: the hours are worked out once."""
    if _always(operator):
        return lambda since, to: max(to - since, timedelta())
    spans = _spans(operator, start, (end - start).days + 1, duty)
    ends = [to for _, to in spans]

    def between(since: datetime, to: datetime) -> timedelta:
        spent = timedelta()
        for begins, over in spans[bisect_right(ends, since) :]:
            if begins >= to:
                break
            spent += min(to, over) - max(since, begins)
        return spent

    return between


def deadline(operator: Operator, start: datetime, allowed: timedelta, duty: Sequence[Span] = ()) -> datetime | None:
    """When that much time on call will have passed since `start`; None when nobody is on call so soon."""
    if _always(operator):
        return start + allowed
    return within(_spans(operator, start, AHEAD, duty), start, allowed)


def deadlines(operator: Operator, now: datetime, duty: Sequence[Span] = ()) -> Callable[[datetime, timedelta], datetime | None]:
    """`deadline` for many clocks that began lately: the hours are worked out once."""
    if _always(operator):
        return lambda start, allowed: start + allowed
    spans = _spans(operator, now - timedelta(days=AHEAD), 2 * AHEAD, duty)
    return lambda start, allowed: within(spans, start, allowed)


def within(spans: Sequence[Span], start: datetime, allowed: timedelta) -> datetime | None:
    """When that much of these spans, which stand in order, will have passed since `start`."""
    left = allowed
    for since, to in spans:
        begins = max(since, start)
        if to - begins >= left:
            return begins + left
        left -= max(to - begins, timedelta())
    return None


def _always(operator: Operator) -> bool:
    return operator.on_call_at_night and not operator.sample


def _spans(operator: Operator, now: datetime, days: int, duty: Sequence[Span]) -> list[Span]:
    """Hours and shifts together, in order; what overlaps is one span, so that no minute counts twice."""
    merged: list[Span] = []
    for start, end in sorted([*_periods(operator, now, days), *duty]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _periods(operator: Operator, now: datetime, days: int) -> list[Span]:
    """The periods of yesterday (one may run past midnight), today and the next `days`, holidays left out. A sample has none."""
    if operator.sample:
        return []
    zone = ZoneInfo(operator.timezone)
    today = now.astimezone(zone).date()
    found = []
    for offset in range(-1, days + 1):
        day = today + timedelta(days=offset)
        if day in operator.holidays:
            continue
        for hours in operator.hours:
            if DAYS[day.weekday()] in hours.days:
                found.append(_period(hours, datetime.combine(day, time(), zone)))
    return found


def _period(hours: Hours, midnight: datetime) -> Span:
    start, end = _at(midnight, hours.from_), _at(midnight, hours.to)
    return start, end if end > start else _at(midnight + timedelta(days=1), hours.to)


def _at(midnight: datetime, clock: str) -> datetime:
    """Wall-clock arithmetic, so that a day with a change of the clock keeps its hours."""
    hour, minute = (int(part) for part in clock.split(":"))
    if hour == 24:
        return midnight + timedelta(days=1)
    return midnight.replace(hour=hour, minute=minute)
