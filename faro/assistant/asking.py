"""What an act of staff still needs, asked: by buttons, each with one more piece of the payload, or by words in answer to a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from faro.assistant import institution, ready
from faro.assistant.desk import Verb, line, payload
from faro.assistant.institution import Consent, State
from faro.assistant.referral import Outcome, Referral
from faro.assistant.reply import Button, Reply
from faro.assistant.rights import Staff
from faro.library import Library
from faro.library.entries import Operator


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `words`: the payload that typed words complete, in answer to it; empty where a button is the answer.

    `private`: it, or its answer, is for nobody else's eyes, so that it is asked in the private chat.
    """

    reply: Reply
    words: str = ""
    private: bool = False


def choice(library: Library, spoken: str, key: str, offered: Iterable[Button], **about: object) -> Question:
    """A question that buttons answer."""
    return Question(Reply(library.say(spoken, key, **about), tuple(offered), language=spoken))


def words(library: Library, spoken: str, key: str, completes: str, *, private: bool = False, **about: object) -> Question:
    """A question that typed words answer."""
    return Question(line(library, spoken, key, **about), completes, private)


def outcomes(library: Library, spoken: str, referral: int) -> Question:
    """How did it end?"""
    ends = (Button(library.say(spoken, f"desk-outcome-{outcome}"), payload(Verb.CLOSE, referral, outcome)) for outcome in Outcome)
    return choice(library, spoken, "desk-ask-outcome", ends)


REASONS = ("hear", "injury", "place", "asked")
"""Why a held picture or voice note is opened; each has a string `desk-reason-<name>`."""


def reasons(library: Library, spoken: str, referral: int, held: int) -> Question:
    """Why must it be opened?"""
    why = (Button(library.say(spoken, f"desk-reason-{reason}"), payload(Verb.OPEN, referral, held, reason)) for reason in REASONS)
    return choice(library, spoken, "desk-ask-reason", why)


PAUSES = (15, 60, 240, 720, 1440)
"""Minutes for which a case can be put out of sight; each has a string `desk-snooze-<minutes>`."""


def pauses(library: Library, spoken: str, referral: int) -> Question:
    """For how long?"""
    long = (Button(library.say(spoken, f"desk-snooze-{minutes}"), payload(Verb.SNOOZE, referral, minutes)) for minutes in PAUSES)
    return choice(library, spoken, "desk-ask-snooze", long)


def colleagues(library: Library, spoken: str, referral: int, staff: Sequence[Staff], load: dict[int, int]) -> Question:
    """To whom is it handed? Whoever is on call first, each with how many they have."""
    among = sorted(staff, key=lambda one: (not one.on_call, load.get(one.id, 0)))
    offered = [Button(_with_load(library, spoken, one, load), payload(Verb.TRANSFER, referral, one.id)) for one in among]
    return choice(library, spoken, "desk-ask-colleague" if offered else "desk-no-colleague", offered)


def _with_load(library: Library, spoken: str, member: Staff, load: dict[int, int]) -> str:
    on = " · " + library.say(spoken, "console-duty") if member.on_call else ""
    return f"{member.name} · {load.get(member.id, 0)}{on}"


BLOCKS = (1, 3, 7, 30)
"""Days for which somebody can be held off."""


def days_off(library: Library, spoken: str, referral: int) -> Question:
    """For how many days is the person held off?"""
    long = (Button(library.say(spoken, "desk-days", count=days), payload(Verb.BLOCK, referral, days)) for days in BLOCKS)
    return choice(library, spoken, "desk-ask-block", long)


def block_sure(library: Library, spoken: str, referral: int, days: int) -> Question:
    """There is a danger in the case: is it really closed?"""
    yes = Button(library.say(spoken, "desk-button-block-sure"), payload(Verb.BLOCK, referral, days, "sure"))
    return choice(library, spoken, "refused-block-danger", (yes,))


def sure(library: Library, spoken: str, referral: int) -> Question:
    """Really erase everything?"""
    yes = Button(library.say(spoken, "desk-button-erase-sure"), payload(Verb.ERASE, referral, "sure"))
    return choice(library, spoken, "console-erase-lead", (yes,))


VERDICTS = ("no_danger", "missed")
"""What a sentence for editors was."""


def verdicts(library: Library, spoken: str, referral: int) -> Question:
    """Was it no danger, or was it missed?"""
    keys = (("no_danger", "console-suggest-no-danger"), ("missed", "console-suggest-missed"))
    offered = (Button(library.say(spoken, key), payload(Verb.SUGGEST, referral, verdict)) for verdict, key in keys)
    return choice(library, spoken, "console-suggest-lead", offered)


@dataclass(frozen=True, slots=True)
class HandedOn:
    """An institution that a case was handed on to, as staff read it."""

    id: int
    name: str
    state: State
    consent: str


def institutions(library: Library, spoken: str, referral: Referral, handed: Sequence[HandedOn], names: Sequence[str]) -> Question:
    """Where those stand that know already, with what may be noted next; then who may be told, the competent ones by name."""
    say = library.say
    lines = [say(spoken, "desk-ask-institution")]
    lines += [f"· {one.name}: {_stands(library, spoken, one)}" for one in handed]
    steps = [
        Button(
            f"{one.name[:30]}: {say(spoken, f'console-institution-{state}')}", payload(Verb.PROGRESS, referral.id, one.id, state)
        )
        for one in handed
        for state in institution.NEXT.get(one.state, ())
    ]
    known = {one.name for one in handed if one.state not in (State.REFUSED, State.REJECTED)}
    new = [Button(name[:60], payload(Verb.REFER, referral.id, mark(name))) for name in names if name not in known]
    other = Button(say(spoken, "desk-button-other-institution"), payload(Verb.REFER, referral.id, OTHER))
    return Question(Reply("\n".join(lines), (*steps, *new, other), language=spoken))


def _stands(library: Library, spoken: str, one: HandedOn) -> str:
    state, consent = (
        library.say(spoken, f"console-institution-{one.state}"),
        library.say(spoken, f"console-consented-{one.consent}"),
    )
    return f"{state} ({consent})"


OTHER = "other"
"""In the place of an institution: its name is typed."""


def mark(name: str) -> str:
    """A name as a piece of a payload: it must not become another one when content changes below an old button."""
    return sha256(name.encode()).hexdigest()[:8]


def consents(library: Library, spoken: str, referral: int, institution: str, name: str, *, override: bool) -> Question:
    """Has the person said yes? `institution`: its mark; `override`: whether it may be done without."""
    ways = [Consent.ASK, Consent.SAID, *([Consent.OVERRIDE] if override else [])]
    offered = (
        Button(library.say(spoken, f"desk-button-consent-{way}"), payload(Verb.REFER, referral, institution, way)) for way in ways
    )
    return choice(library, spoken, "desk-ask-consent", offered, name=name)


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody's wish to see an account, not seen yet. `own`: of whoever looks at it."""

    id: int
    asked_by: str
    reason: str
    granted: bool
    own: bool


def account(library: Library, spoken: str, referral: int, wishes: Sequence[Wish]) -> Question:
    """Who wants to see which account stands behind the pseudonym, and what is left to be done about it."""
    say = library.say
    lines = [
        say(spoken, "console-account-lead"),
        *(say(spoken, "desk-account-wish", name=one.asked_by, reason=one.reason) for one in wishes),
    ]
    see = [
        Button(say(spoken, "console-account-see"), payload(Verb.ACCOUNT, referral, one.id))
        for one in wishes
        if one.own and one.granted
    ]
    grant = [
        Button(f"{say(spoken, 'console-account-grant')}: {one.asked_by}", payload(Verb.GRANT, referral, one.id))
        for one in wishes
        if not one.own and not one.granted
    ]
    ask = Button(say(spoken, "console-account-ask"), payload(Verb.UNMASK, referral))
    return Question(Reply("\n\n".join(lines), (*see, *grant, ask), language=spoken), private=True)


def areas(library: Library, spoken: str, referral: Referral) -> Question:
    """Ready answers: about what?"""
    found = dict.fromkeys(topic.partition(".")[0] for topic in ready.topics(library, referral))
    offered = (Button(library.say(spoken, f"desk-area-{area}"), payload("ready", referral.id, area)) for area in found)
    return choice(library, spoken, "desk-ask-ready", offered)


def topics(library: Library, spoken: str, referral: Referral, area: str) -> Question:
    """The topics of one area, by their titles in the language of whoever chooses."""
    found = [topic for topic in ready.topics(library, referral) if topic.partition(".")[0] == area]
    offered = (Button(_titled(library, spoken, referral, topic), payload("ready", referral.id, topic)) for topic in found)
    return choice(library, spoken, "desk-ask-ready", offered)


def _titled(library: Library, spoken: str, referral: Referral, topic: str) -> str:
    wording = library.wordings.get((spoken, topic)) or library.wordings[ready.language(referral), topic]
    return wording.title


def whose(library: Library, spoken: str, staff: Sequence[Staff]) -> Question:
    """Whose shift is planned?"""
    offered = (Button(member.name, payload(Verb.SHIFT, 0, member.id)) for member in staff)
    return choice(library, spoken, "desk-ask-shift-who", offered)


AHEAD = 7
"""Days that are offered for a shift; later ones are typed."""


def which_day(library: Library, spoken: str, to: int, today: date) -> Question:
    """On which day?"""
    found = (today + timedelta(days=n) for n in range(AHEAD))
    offered = (Button(day_name(library, spoken, day), payload(Verb.SHIFT, 0, to, f"{day:%Y%m%d}")) for day in found)
    return choice(library, spoken, "desk-ask-shift-day", offered)


WHOLE_DAY = ("00:00-08:00", "08:00-16:00", "16:00-00:00")
"""Hours that are offered beside those of the team."""

TYPED = "typed"


def which_hours(library: Library, spoken: str, to: int, day: date) -> Question:
    """At which hours? Those of the team on that day first."""
    found = dict.fromkeys((*_hours(library.operator, day), *WHOLE_DAY))
    start = (Verb.SHIFT, 0, to, f"{day:%Y%m%d}")
    offered = [Button(hours, payload(*start, hours.replace(":", ""))) for hours in found]
    typed = Button(library.say(spoken, "desk-button-other-hours"), payload(*start, TYPED))
    return choice(library, spoken, "desk-ask-shift-hours", (*offered, typed), day=day_name(library, spoken, day))


def _hours(operator: Operator, day: date) -> list[str]:
    name = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[day.weekday()]
    return [f"{hours.from_}-{hours.to}" for hours in operator.hours if name in hours.days]


def day_name(library: Library, spoken: str, day: date) -> str:
    """Such as "Wed 02/12"."""
    name = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[day.weekday()]
    return f"{library.say(spoken, f'console-day-{name}')} {day:%d/%m}"
