"""The board: one pinned message in the staff group that says how things stand, edited when something changed. No word of a person."""

from faro.assistant import alerts, desk, shifts
from faro.assistant.reply import Reply
from faro.engine import outgoing
from faro.engine.announce import BOARD
from faro.engine.moment import NOTICE, Moment, Purpose
from faro.storage import gauges, outbox, pulses, referrals, staff

SHOWN = 8
"""Referrals on the board; /queue shows more."""


def keep(m: Moment) -> bool:
    """Post the board, or edit it where it says something else than what is true; whether anything had to be done."""
    if m.staff_key is None or outbox.waits_for(m.db, m.staff_key, Purpose.BOARD):
        return False
    said, hour = _text(m), m.library.say(m.language, "desk-board-at", hour=alerts.local(m.library, m.now, m.now))
    known = pulses.detail(m.db, BOARD)
    if known is None and referrals.counted(m.db) == referrals.Counted(0, 0, 0, 0):
        return False  # a group in which nothing ever happened needs none
    number, _, before = (known or "").partition(":")
    digest = m.seal.hash("board", said).hex()[:16]
    if before == digest:
        return False
    reply = Reply(f"{said}\n\n{hour}", language=m.language)
    body = outgoing.edit(number, reply) if number else outgoing.say(reply) | {"pin_it": True}
    m.post(m.staff_key, body | {"digest": digest}, Purpose.BOARD, priority=NOTICE)
    return True


def stands(m: Moment, message: str, digest: str) -> None:
    """The board was posted or edited."""
    pulses.beat(m.db, BOARD, m.now, f"{message}:{digest}")


def gone(m: Moment) -> None:
    """Somebody deleted it: it is posted anew, at once."""
    pulses.beat(m.db, BOARD, m.now, "")
    keep(m)


def drill(m: Moment, spoken: str) -> Reply:
    """When the last drill was."""
    last, missed = pulses.last(m.db, "drill"), pulses.last(m.db, "drill.missed")
    if missed is not None and (last is None or missed > last):
        return desk.line(m.library, spoken, "desk-drill-last-missed", hour=alerts.local(m.library, missed, m.now))
    if last is None:
        return desk.line(m.library, spoken, "desk-drill-none")
    return desk.line(m.library, spoken, "desk-drill-last", hour=alerts.local(m.library, last, m.now))


def _text(m: Moment) -> str:
    say, spoken = m.library.say, m.language
    found = referrals.counted(m.db)
    counts = {"open": found.free, "owned": found.owned, "unsure": found.unsure}
    lines = [say(spoken, "desk-board"), say(spoken, "desk-board-counts", **counts), _who(m), _hours(m), *_ways(m)]
    burning = referrals.burning(m.db, m.seal, SHOWN)
    lines += [alerts.headline(m.library, spoken, one, m.name(one)) for one in burning]
    return "\n".join(lines)


def _ways(m: Moment) -> list[str]:
    """The platforms that do not answer."""
    return [
        m.library.say(m.language, "desk-status-away", channel=name.title(), hour=alerts.local(m.library, since, m.now))
        for name, since in gauges.away(m.db, m.seal, now=m.now)
    ]


def _who(m: Moment) -> str:
    names = [one.name for one in staff.everybody(m.db, m.seal) if one.on_call]
    if names:
        return m.library.say(m.language, "desk-board-on-call", names=", ".join(names))
    return m.library.say(m.language, "desk-board-none")


def _hours(m: Moment) -> str:
    say, spoken = m.library.say, m.language
    duty = m.duty
    if shifts.on_call(m.library.operator, m.now, duty):
        return say(spoken, "desk-board-hours", state=say(spoken, "desk-board-open"))
    opens = shifts.next_open(m.library.operator, m.now, duty)
    if opens is None:
        return say(spoken, "desk-board-hours", state=say(spoken, "desk-board-never"))
    hour = alerts.local(m.library, opens, m.now)
    return say(spoken, "desk-board-hours", state=say(spoken, "desk-board-opens", hour=hour))
