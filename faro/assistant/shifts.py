"""When a person reads: the operator's hours, in the operator's time zone. Nobody is ever promised outside them."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from faro.library.entries import Hours, Operator

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AHEAD = 14
"""Days that are searched for the next opening."""


def on_call(operator: Operator, now: datetime) -> bool:
    """Whether a person reads now."""
    if operator.sample:
        return False
    return operator.on_call_at_night or any(start <= now < end for start, end in _periods(operator, now, 1))


def next_open(operator: Operator, now: datetime) -> datetime | None:
    """When a person reads next, in the operator's time zone; `now` itself while somebody reads; None when nobody ever does."""
    zone = ZoneInfo(operator.timezone)
    if operator.sample:
        return None
    if on_call(operator, now):
        return now.astimezone(zone)
    starts = [start for start, _ in _periods(operator, now, AHEAD) if start > now]
    return min(starts).astimezone(zone) if starts else None


def time_on_call(operator: Operator, start: datetime, end: datetime) -> timedelta:
    """How much of this time somebody was on call: clocks of referrals run only then."""
    if operator.sample or end <= start:
        return timedelta()
    if operator.on_call_at_night:
        return end - start
    shared = (min(end, to) - max(start, since) for since, to in _periods(operator, start, (end - start).days + 1))
    return sum((part for part in shared if part > timedelta()), timedelta())


def deadline(operator: Operator, start: datetime, allowed: timedelta) -> datetime | None:
    """When that much time on call will have passed since `start`; None when nobody is on call so soon."""
    if operator.sample:
        return None
    if operator.on_call_at_night:
        return start + allowed
    left = allowed
    for since, to in sorted(_periods(operator, start, AHEAD)):
        begins = max(since, start)
        if to - begins >= left:
            return begins + left
        left -= max(to - begins, timedelta())
    return None


def _periods(operator: Operator, now: datetime, days: int) -> list[tuple[datetime, datetime]]:
    """The periods of yesterday (one may run past midnight), today and the next `days`, holidays left out."""
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


def _period(hours: Hours, midnight: datetime) -> tuple[datetime, datetime]:
    start, end = _at(midnight, hours.from_), _at(midnight, hours.to)
    return start, end if end > start else _at(midnight + timedelta(days=1), hours.to)


def _at(midnight: datetime, clock: str) -> datetime:
    """Wall-clock arithmetic, so that a day with a change of the clock keeps its hours."""
    hour, minute = (int(part) for part in clock.split(":"))
    if hour == 24:
        return midnight + timedelta(days=1)
    return midnight.replace(hour=hour, minute=minute)
