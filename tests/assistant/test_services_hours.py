"""Whether a door is open, at fixed clocks, in the place's own time zone."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from faro.assistant import opening_hours
from faro.library.entries import Opening, Place


def a_place(**more: Any) -> Place:
    given = {
        "id": "x", "name": "Casa", "country": "US", "town": "Laredo", "timezone": "America/Chicago", "status": "open", "source": "s",
        "checked_on": date(2026, 11, 1), "check_again_on": date(2027, 5, 1),
    } | more  # fmt: skip
    return Place(**given)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type]


EVENINGS = (Opening(opens_at="18:00", closes_at="07:00"),)


def test_unknown_hours_never_count_as_open() -> None:
    """Without a schedule nothing is known."""
    assert opening_hours.at(a_place(), utc(2026, 11, 25, 3)).open is None


@pytest.mark.parametrize(
    ("now", "is_open"),
    [
        (utc(2026, 11, 24, 23, 59), False),  # 17:59 in Laredo
        (utc(2026, 11, 25, 0, 0), True),  # 18:00
        (utc(2026, 11, 25, 12, 59), True),  # 6:59 next morning
        (utc(2026, 11, 25, 13, 0), False),
    ],
)
def test_a_night_runs_past_midnight(now: datetime, is_open: bool) -> None:
    """18:00 to 07:00 is open at night, in the place's time zone and not in ours."""
    assert opening_hours.at(a_place(schedule=EVENINGS), now).open is is_open


def test_when_it_opens_is_said_in_local_time() -> None:
    """The next opening is a moment in the place's own zone."""
    opens = opening_hours.at(a_place(schedule=EVENINGS), utc(2026, 11, 25, 20)).opens
    assert opens is not None
    assert opens.strftime("%d %H:%M") == "25 18:00"


def test_daylight_saving_moves_with_the_place() -> None:
    """In summer 18:00 in Laredo is 23:00 UTC, in winter midnight; Mexico City does not change."""
    assert opening_hours.at(a_place(schedule=EVENINGS), utc(2026, 7, 1, 23, 0)).open
    assert not opening_hours.at(a_place(schedule=EVENINGS), utc(2026, 12, 1, 23, 0)).open
    mexico = a_place(schedule=EVENINGS, timezone="America/Mexico_City")
    assert not opening_hours.at(mexico, utc(2026, 7, 1, 23, 0)).open


def test_the_night_of_the_change_has_its_own_length() -> None:
    """On 1 November 2026 the night is an hour longer: at 6:30 the second time it is still open until 7:00."""
    hours = opening_hours.at(a_place(schedule=EVENINGS), utc(2026, 11, 1, 12, 30))
    assert hours.open
    assert hours.until is not None
    assert hours.until.astimezone(UTC) == utc(2026, 11, 1, 13, 0)


def test_some_days_only() -> None:
    """A weekly rule is open on its days."""
    weekly = (Opening(freq="WEEKLY", byday=("MO", "FR"), opens_at="09:00", closes_at="17:00"),)
    tuesday = opening_hours.at(a_place(schedule=weekly), utc(2026, 11, 24, 18))
    assert tuesday.open is False
    assert tuesday.opens is not None
    assert tuesday.opens.strftime("%a") == "Fri"


def test_day_and_night() -> None:
    """00:00 to 24:00 every day never closes."""
    always = opening_hours.at(a_place(schedule=(Opening(opens_at="00:00", closes_at="24:00"),)), utc(2026, 11, 25, 6))
    assert always.open
    assert always.always


def test_a_temporary_closure_counts_before_the_schedule() -> None:
    """Closed from a day until a day, then open again."""
    place = a_place(schedule=EVENINGS, closed_from=date(2026, 12, 24), closed_until=date(2026, 12, 26))
    assert opening_hours.at(place, utc(2026, 12, 25, 2)).open is False
    assert opening_hours.at(place, utc(2026, 12, 28, 2)).open
