"""What staff look at from the channel: queue, look at these, mine, closed, search, what was not delivered, places on hold. No word of a person."""

from collections.abc import Callable
from datetime import datetime

from faro.assistant import alerts, rights
from faro.assistant.desk import Verb, payload
from faro.assistant.referral import RANK, Referral, Status
from faro.assistant.reply import Button, Reply
from faro.assistant.rights import Staff
from faro.engine.moment import Moment
from faro.storage import place_reports, referrals, views, waiting
from faro.storage import suggestions as given

CLOSED = 50
"""Closed cases that are listed; the console finds older ones."""

NAMED = 8
"""Cases that a search shows."""

PARKED = 8
"""Rows of each kind of what was not delivered."""


def queue(m: Moment, member: Staff, spoken: str, start: int) -> Reply:
    """What waits: free ones first."""
    return _page(m, member, spoken, referrals.waiting(m.db, m.now, unsure=False), key="desk-queue", start=start)


def look(m: Moment, member: Staff, spoken: str, start: int) -> Reply:
    """Where the machine was not sure and asked the person, the gravest first."""
    return _page(m, member, spoken, referrals.waiting(m.db, m.now, unsure=True), key="desk-look", start=start)


def mine(m: Moment, member: Staff, spoken: str, start: int) -> Reply:
    """What one owns: first where a word is owed, paused ones last."""
    found = sorted(referrals.owned(m.db, m.seal, member.id), key=_burning(m.now))
    return _page(m, member, spoken, [one.id for one in found], key="desk-mine", start=start)


def closed(m: Moment, member: Staff, spoken: str, start: int) -> Reply:
    """The last closed ones, each with its card."""
    found = [one.referral.id for one in waiting.closed(m.db, m.seal, limit=CLOSED)]
    return _page(m, member, spoken, found, key="desk-list-closed", start=start)


def search(m: Moment, member: Staff, spoken: str, wanted: str) -> list[Referral]:
    """Cases by number, pseudonym, town or owner; never by what people wrote. A number or a whole name means that one."""
    rights.check(member, "queue.see")
    found = waiting.searched(m.db, m.seal, wanted, minutes=m.minutes, limit=NAMED)
    exact = [one for one in found if wanted.strip().casefold() in (str(one.referral.id), one.pseudonym.casefold())]
    lives = [one for one in exact if one.referral.status is not Status.CLOSED]
    return [one.referral for one in (lives[:1] or exact[:1] or found)]


def found(m: Moment, spoken: str, cases: list[Referral]) -> Reply:
    """Several that a search found, each with its card."""
    known = [m.known(one) for one in cases]
    lines = [alerts.headline(m.library, spoken, one.referral, one.pseudonym) for one in known]
    buttons = tuple(Button(f"{one.pseudonym} · {one.referral.id}", payload("card", one.referral.id)) for one in known)
    return Reply("\n".join(lines) or m.library.say(spoken, "console-search-empty"), buttons, language=spoken)


def undelivered(m: Moment, member: Staff, spoken: str, start: int) -> Reply:
    """What could not be worked on or sent, the newest first. The words in it stay closed."""
    rights.check(member, "parked.see")
    say = m.library.say
    parked, dead = views.parked(m.db, m.seal)[:PARKED], views.dead(m.db, m.seal)[:PARKED]
    lines = [say(spoken, "console-parked" if parked else "console-parked-empty")]
    for one in parked:
        told = say(spoken, "console-parked-line", channel=one.channel, attempts=one.attempts, fault=one.fault)
        lines.append(f"· {_hour(m, one.received_at)} {told}")
    lines.append("\n" + say(spoken, "console-dead" if dead else "console-dead-empty"))
    for row in dead:
        whose = f" · {referrals.pseudonym(m.db, m.seal, row.referral)}" if row.referral else ""
        lines.append(f"· {_hour(m, row.made_at)} {say(spoken, f'console-purpose-{row.purpose}')} · {row.fault}{whose}")
    cards = dict.fromkeys(row.referral for row in dead if row.referral)
    buttons = tuple(Button(referrals.pseudonym(m.db, m.seal, number), payload("card", number)) for number in cards)
    return Reply("\n".join(lines), buttons, language=spoken)


def places(m: Moment, member: Staff, spoken: str, start: int) -> Reply:
    """Places that people told bad things of: on hold until somebody has called, with the button that ends it."""
    rights.check(member, "content.see")
    names = {place.id: f"{place.name}, {place.town} ({place.country})" for place in m.library.places}
    held = [one for one in place_reports.listed(m.db, m.now) if one.since is not None]
    if not held:
        return Reply(m.library.say(spoken, "desk-places-empty"), language=spoken)
    lines = [m.library.say(spoken, "desk-places")]
    lines += [f"· {names.get(one.place, one.place)}: {_hour(m, one.since)}" for one in held if one.since]
    may = rights.may(member, "place.release")
    release = m.library.say(spoken, "console-places-release")
    buttons = [
        Button(f"{release}: {names.get(one.place, one.place)}"[:60], payload(Verb.OFFER_AGAIN, 0, one.place)) for one in held
    ]
    return Reply("\n".join(lines), tuple(buttons[:NAMED]) if may else (), language=spoken)


def suggestions(m: Moment, member: Staff, spoken: str) -> Reply:
    """Sentences that wait for an editor, the newest, each with the button that takes it off. They hold words of people: never for a group."""
    rights.check(member, "example.done")
    say, found = m.library.say, given.listed(m.db, m.seal, limit=NAMED)
    verdicts = {"missed": "console-suggest-missed", "no_danger": "console-suggest-no-danger"}
    lines = [f"{n}. {say(spoken, verdicts[one.verdict])} ({one.file}): {one.words}" for n, one in enumerate(found, 1)]
    buttons = tuple(
        Button(f"{n}. {say(spoken, 'console-suggestion-done')}", payload(Verb.WRITTEN_IN, 0, one.id))
        for n, one in enumerate(found, 1)
    )
    return Reply("\n".join(lines) or say(spoken, "console-suggestions-empty"), buttons, language=spoken)


def _page(m: Moment, member: Staff, spoken: str, numbers: list[int], *, key: str, start: int) -> Reply:
    """The cases of one page; of the others only the numbers are read, however many there are."""
    rights.check(member, "queue.see")
    start = start if 0 <= start < len(numbers) else 0
    shown = numbers[start : start + alerts.SHOWN]
    cases = referrals.looked_at(m.db, m.seal, shown)
    page = [m.known(cases[number]) for number in shown if number in cases]
    return alerts.queue(m.library, spoken, page, key=key, reader=member.id, count=len(numbers), start=start)


Order = Callable[[Referral], tuple[object, ...]]


def _burning(now: datetime) -> Order:
    """Paused ones last, before them those that nobody owes a word; the gravest first, then the oldest clock."""

    def key(one: Referral) -> tuple[object, ...]:
        asleep = one.snoozed_until is not None and one.snoozed_until > now
        return asleep, one.status not in (Status.OPEN, Status.CLAIMED), -RANK[one.severity], one.clock_from

    return key


def _hour(m: Moment, at: datetime) -> str:
    return alerts.local(m.library, at, m.now)
