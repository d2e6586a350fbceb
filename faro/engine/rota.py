"""Shifts from the channel: who is on call when, planned by buttons or by typed hours, taken off again. Hours are the operator's."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from faro.assistant import asking, numbers, rights
from faro.assistant.asking import TYPED, Question
from faro.assistant.desk import Act, Pressed, Verb, payload
from faro.assistant.referral import Refused
from faro.assistant.reply import Button, Reply
from faro.assistant.rights import Staff
from faro.engine.moment import Moment
from faro.storage import duty, staff
from faro.storage.duty import Shift

VERBS = (Verb.SHIFT, Verb.UNSHIFT)

AHEAD = timedelta(days=28)
SHOWN = 20
"""Shifts in one list."""
OFFERED = 8
"""Those of them that have a button to take them off."""

HOURS = re.compile(r"(\d{1,2})(?::?(\d{2}))?\s*(?:-|–|a|to|às|as)\s*(\d{1,2})(?::?(\d{2}))?")
DAY = re.compile(r"\b(\d{1,2})[/.](\d{1,2})\b")


def listed(m: Moment, member: Staff, spoken: str) -> Reply:
    """Who is on call and who will be, with a button to plan and one to take off what has not begun."""
    say = m.library.say
    names = {one.id: one.name for one in staff.everybody(m.db, m.seal, active=False)}
    found = [one for one in duty.listed(m.db, m.now, m.now + AHEAD) if one.ended_at is None][:SHOWN]
    lines = [say(spoken, "console-shifts-planned" if found else "console-shifts-none")]
    lines += [f"{names.get(one.staff, '?')}: {_when(m, spoken, one)}" for one in found]
    plan = Button(say(spoken, "console-shifts-plan"), payload(Verb.SHIFT))
    may_plan = rights.may(member, "shift.plan")
    coming = [one for one in found if one.begun_at is None and (one.staff == member.id or may_plan)]
    off = say(spoken, "console-shifts-cancel")
    takes = [
        Button(f"{off}: {names.get(one.staff, '?')} {_start(m, one):%d/%m %H:%M}", _unshift(one)) for one in coming[:OFFERED]
    ]
    return Reply("\n".join(lines), (*((plan,) if may_plan or rights.may(member, "shift.own") else ()), *takes), language=spoken)


def _unshift(shift: Shift) -> str:
    return payload(Verb.UNSHIFT, 0, shift.id)


def _start(m: Moment, shift: Shift) -> datetime:
    return (shift.begun_at or shift.starts_at).astimezone(_zone(m))


def _when(m: Moment, spoken: str, shift: Shift) -> str:
    start, end = _start(m, shift), shift.ends_at
    day = asking.day_name(m.library, spoken, start.date())
    if end is None:
        return f"{day} {start:%H:%M} - … ({m.library.say(spoken, 'console-duty')})"
    on = f" ({m.library.say(spoken, 'console-duty')})" if shift.begun_at else ""
    return f"{day} {start:%H:%M}-{end.astimezone(_zone(m)):%H:%M}{on}"


def missing(m: Moment, member: Staff, spoken: str, pressed: Pressed, words: str) -> Question | None:
    """Whose, which day, which hours: what is not known yet."""
    given = pressed.arguments
    if not given and rights.may(member, "shift.plan"):
        others = [one for one in staff.everybody(m.db, m.seal) if rights.may(one, "shift.own")]
        return asking.whose(m.library, spoken, sorted(others, key=lambda one: one.id != member.id))
    to = _number(given[0]) if given else member.id
    if len(given) < 2:
        return asking.which_day(m.library, spoken, to, m.now.astimezone(_zone(m)).date())
    if len(given) < 3:
        return asking.which_hours(m.library, spoken, to, _day(given[1]))
    if given[2] == TYPED and not words.strip():
        return asking.words(m.library, spoken, "desk-ask-hours", payload(Verb.SHIFT, 0, *given))
    return None


def act(m: Moment, member: Staff, pressed: Pressed, words: str) -> Act:
    """The shift that was put together."""
    to, day, hours = pressed.arguments[:3]
    starts, until = _span(m, _day(day), words if hours == TYPED else hours)
    return Act(Verb.SHIFT, member.id, to=_number(to), starts=starts, until=until)


def typed(m: Moment, member: Staff, words: str) -> Act:
    """One's own shift in one line, such as "02/12 22:00-06:00"; without a day it is today."""
    today = m.now.astimezone(_zone(m)).date()
    named = DAY.search(words)
    day = _next(today, int(named[1]), int(named[2])) if named else today
    starts, until = _span(m, day, DAY.sub(" ", words))
    return Act(Verb.SHIFT, member.id, to=member.id, starts=starts, until=until)


def again(m: Moment, spoken: str, done: Act) -> Reply:
    """It is planned; the same hours a week later are one press away."""
    zone = _zone(m)
    if done.starts is None or done.until is None:
        raise Refused("refused-old-button")
    starts, until = done.starts.astimezone(zone), done.until.astimezone(zone)
    next_week = starts.date() + timedelta(weeks=1)
    button = Button(
        m.library.say(spoken, "desk-button-next-week"),
        payload(Verb.SHIFT, 0, done.to, f"{next_week:%Y%m%d}", f"{starts:%H%M}-{until:%H%M}"),
    )
    day = asking.day_name(m.library, spoken, starts.date())
    name = next((one.name for one in staff.everybody(m.db, m.seal) if one.id == done.to), "?")
    said = m.library.say(spoken, "desk-done-shift")
    return Reply(f"{said}\n{name}: {day} {starts:%H:%M}-{until:%H:%M}", (button,), language=spoken)


def _span(m: Moment, day: date, hours: str) -> tuple[datetime | None, datetime | None]:
    """Start and end in the operator's time; an end that is not after the start is on the next day. What cannot be read is none."""
    found = HOURS.search(hours)
    if found is None:
        return None, None
    try:
        start, end = _at(m, day, found[1], found[2]), _at(m, day, found[3], found[4])
    except ValueError:
        return None, None
    return start, end if end > start else end + timedelta(days=1)


def _at(m: Moment, day: date, hour: str, minute: str | None) -> datetime:
    midnight = datetime(day.year, day.month, day.day, tzinfo=_zone(m))
    if int(hour) == 24 and not int(minute or 0):
        return midnight + timedelta(days=1)
    return midnight.replace(hour=int(hour), minute=int(minute or 0))


def _next(today: date, day: int, month: int) -> date:
    """The next such day. Raises Refused for one that is in no calendar."""
    try:
        found = date(today.year, month, day)
        return found if found >= today else date(today.year + 1, month, day)
    except ValueError:
        raise Refused("refused-shift-typed") from None


def _day(given: str) -> date:
    try:
        return datetime.strptime(given, "%Y%m%d").date()
    except ValueError:
        raise Refused("refused-old-button") from None


def _number(given: str) -> int:
    found = numbers.number(given)
    if found is None:
        raise Refused("refused-old-button")
    return found


def _zone(m: Moment) -> ZoneInfo:
    return ZoneInfo(m.library.operator.timezone)
