"""Whether a door is open at a moment, in the place's own time zone. Unknown hours never count as open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from faro.library.entries import Opening, Place

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
AHEAD = 14
"""Days ahead that are searched for the next opening."""


@dataclass(frozen=True, slots=True)
class Hours:
    """`open` None: not known. `until` and `opens` are aware, in the place's time zone; `always`: open day and night."""

    open: bool | None = None
    until: datetime | None = None
    opens: datetime | None = None
    always: bool = False


UNKNOWN = Hours()


def at(place: Place, now: datetime) -> Hours:
    """The place's hours at this moment. A closure with dates counts before any schedule."""
    local = now.astimezone(ZoneInfo(place.timezone))
    if shut(place, local.date()):
        return Hours(open=False, opens=None)
    if not place.schedule:
        return UNKNOWN
    if all(_whole_day(opening) for opening in place.schedule) and _every_day(place.schedule) and not _dated(place.schedule):
        return Hours(open=True, always=True)
    spans = sorted(_spans(place, local))
    inside = [span for span in spans if span[0] <= now < span[1]]
    if inside:
        return Hours(open=True, until=_end(inside, spans).astimezone(local.tzinfo))
    later = [begins for begins, _ in spans if begins > now]
    return Hours(open=False, opens=later[0].astimezone(local.tzinfo) if later else None)


def shut(place: Place, day: date) -> bool:
    """Whether the place is closed for good, or for this day."""
    if place.status == "closed" and place.closed_until is None and (place.closed_from is None or day >= place.closed_from):
        return True
    begun = place.closed_from is not None and day >= place.closed_from
    return begun and (place.closed_until is None or day <= place.closed_until)


def _spans(place: Place, local: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Each opening from yesterday on, as moments in UTC: so that a night of 23 or 25 hours is right."""
    zone = local.tzinfo
    for ahead in range(-1, AHEAD):
        day = local.date() + timedelta(days=ahead)
        if shut(place, day):
            continue
        for opening in place.schedule:
            if _on(opening, day):
                begins = datetime.combine(day, _time(opening.opens_at), zone)
                last = day + timedelta(days=1) if opening.closes_at == "24:00" or opening.closes_at <= opening.opens_at else day
                ends = datetime.combine(last, _time(opening.closes_at), zone)
                yield begins.astimezone(UTC), ends.astimezone(UTC)


def _end(inside: list[tuple[datetime, datetime]], spans: list[tuple[datetime, datetime]]) -> datetime:
    """When it closes: openings that touch are one."""
    until = max(ends for _, ends in inside)
    for begins, ends in spans:
        if begins <= until < ends:
            until = ends
    return until


def _on(opening: Opening, day: date) -> bool:
    within = (opening.valid_from is None or day >= opening.valid_from) and (opening.valid_to is None or day <= opening.valid_to)
    return within and (opening.freq == "DAILY" or DAYS[day.weekday()] in opening.byday)


def _time(hour: str) -> time:
    return time(0, 0) if hour == "24:00" else time.fromisoformat(hour)


def _whole_day(opening: Opening) -> bool:
    return opening.opens_at == "00:00" and opening.closes_at == "24:00"


def _every_day(schedule: tuple[Opening, ...]) -> bool:
    days = {day for opening in schedule for day in (DAYS if opening.freq == "DAILY" else opening.byday)}
    return len(days) == len(DAYS)


def _dated(schedule: tuple[Opening, ...]) -> bool:
    return any(opening.valid_from or opening.valid_to for opening in schedule)
