"""What the staff group reads: pseudonym, category, severity, language, country, clock and a button; never a word of the person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from faro.assistant.desk import Verb, payload
from faro.assistant.referral import Referral, Status, due_at
from faro.assistant.reply import Button, Reply
from faro.assistant.shifts import deadline
from faro.library import Library


@dataclass(frozen=True, slots=True)
class Known:
    """A referral as it may be shown to all staff."""

    referral: Referral
    pseudonym: str
    owner: str | None = None


def alert(library: Library, spoken: str, known: Known, *, key: str = "desk-alert-new") -> Reply:
    """The announcement of a referral, and what it is turned into when somebody took or closed it. `key`: why it is announced."""
    referral = known.referral
    if referral.status is Status.CLOSED:
        outcome = library.say(spoken, f"desk-outcome-{referral.outcome}")
        return Reply(_lines(library, spoken, known, library.say(spoken, "desk-alert-closed", outcome=outcome)), language=spoken)
    if referral.owner is not None:
        taken = library.say(spoken, "desk-alert-taken", owner=known.owner or "?")
        return Reply(_lines(library, spoken, known, taken), language=spoken)
    take = Button(library.say(spoken, "desk-button-claim"), payload(Verb.CLAIM, referral.id))
    head = library.say(spoken, key)
    return Reply(_lines(library, spoken, known, f"{head}\n{clock(library, spoken, referral)}"), (take,), language=spoken)


def title(library: Library, spoken: str, known: Known) -> str:
    """The name of a staff topic."""
    return f"{library.say(spoken, f'desk-mark-{known.referral.severity}')} {known.pseudonym}"


def headline(library: Library, spoken: str, referral: Referral, pseudonym: str) -> str:
    """One line: how grave, who (by pseudonym), what, language, country."""
    country = referral.where.country
    return library.say(
        spoken,
        "desk-headline",
        mark=library.say(spoken, f"desk-mark-{referral.severity}"),
        severity=library.say(spoken, f"desk-severity-{referral.severity}"),
        category=_named(library, spoken, f"desk-category-{referral.category}", referral.category),
        pseudonym=pseudonym,
        language=referral.language,
        country=_named(library, spoken, f"country-{country}", country or "?"),
    )


def queue(
    library: Library, spoken: str, page: Sequence[Known], *, key: str, reader: int | None, count: int, start: int = 0
) -> Reply:
    """A page of what waits, one paragraph each, what burns first, each free one with a button to take it, each of the reader's own with
    one to its card. `key`: whose list it is (its command is the last word of it). `count`: how many there are in all."""
    if not page:
        return Reply(library.say(spoken, f"{key}-empty"), language=spoken)
    lines = [library.say(spoken, key, count=count)]
    lines += [
        f"{headline(library, spoken, one.referral, one.pseudonym)}\n{_stands(library, spoken, one, reader)}" for one in page
    ]
    buttons = [button for known in page if (button := _way_in(library, spoken, known, reader)) is not None]
    if start + SHOWN < count:
        left = library.say(spoken, "desk-button-next", count=count - start - SHOWN)
        buttons.append(Button(left, payload(key.rpartition("-")[2], start + SHOWN)))
    return Reply("\n\n".join(lines), tuple(buttons), language=spoken)


def _stands(library: Library, spoken: str, known: Known, reader: int | None) -> str:
    """Who has it, how it ended, or until when a word is owed."""
    referral = known.referral
    if referral.status is Status.CLOSED:
        return library.say(spoken, "desk-alert-closed", outcome=library.say(spoken, f"desk-outcome-{referral.outcome}"))
    if referral.owner is not None and referral.owner != reader:
        return library.say(spoken, "desk-alert-taken", owner=known.owner or "?")
    return clock(library, spoken, referral)


def _way_in(library: Library, spoken: str, known: Known, reader: int | None) -> Button | None:
    referral = known.referral
    if referral.status is Status.CLOSED or referral.owner == reader is not None:
        return Button(known.pseudonym, payload("card", referral.id))
    if referral.owner is not None:
        return None
    return Button(f"{library.say(spoken, 'desk-button-claim')}: {known.pseudonym}", payload(Verb.CLAIM, referral.id))


SHOWN = 10
"""Referrals on one page of a list."""


def _lines(library: Library, spoken: str, known: Known, last: str) -> str:
    referral = known.referral
    lines = [headline(library, spoken, referral, known.pseudonym), last]
    if referral.conflict:
        lines.append(library.say(spoken, "desk-alert-conflict"))
    return "\n".join(lines)


def clock(library: Library, spoken: str, referral: Referral) -> str:
    """Until when somebody owes a word, in the operator's time; the clock stands still while nobody is on call."""
    minutes = library.operator.clocks_minutes.model_dump()
    by_wall = due_at(referral, minutes)
    first = referral.first_word_at
    said = local(library, first, referral.clock_from) if first is not None else ""
    if by_wall is None:
        status = library.say(spoken, f"desk-status-{referral.status}")
        return f"{status}; {library.say(spoken, 'desk-first-word', hour=said)}" if said else status
    ends = deadline(library.operator, referral.clock_from, timedelta(minutes=minutes[referral.severity])) or by_wall
    hour = local(library, ends, referral.clock_from)
    if said:
        return library.say(spoken, "desk-clock-next", said=said, hour=hour)
    return library.say(spoken, "desk-clock", hour=hour)


def local(library: Library, at: datetime, start: datetime) -> str:
    """The hour, with the day where it is another one."""
    zone = ZoneInfo(library.operator.timezone)
    local = at.astimezone(zone)
    return local.strftime("%H:%M" if local.date() == start.astimezone(zone).date() else "%d/%m %H:%M")


def _named(library: Library, spoken: str, key: str, otherwise: str) -> str:
    """A string, or the bare id where there is none: an alert must leave in any case."""
    try:
        return library.say(spoken, key)
    except KeyError:
        return otherwise
