"""What a person reads when there is danger: plain text, the number that answers here, and the honest hour when somebody reads."""

from datetime import datetime

from faro.assistant import help_lines, menu, shifts
from faro.assistant.person import MayWrite, Person
from faro.assistant.reply import LIMIT, Button, Reply
from faro.assistant.risk import Risk
from faro.assistant.talk import Talk
from faro.library import Library

WAYS_OUT = (("button-not-about-me", "risk:notme"), ("button-cannot-talk", "hush"), ("button-clear", "clear"))
"""The buttons below words of safety."""

HIDDEN_WORD = ("button-hidden-word", "hidden:ask")
"""One more where people read: a word that calls them without showing it."""


def warn(talk: Talk, risk: Risk) -> None:
    """Say the first words of this danger, and remember of which kind they were: each kind has its own."""
    talk.add(first_words(risk, talk.person, talk.library, talk.language, talk.now))
    talk.remember(warned=(*warned(talk.person), risk.category), told_once=())


def warned(person: Person) -> tuple[str, ...]:
    """The kinds of danger whose first words were said beside the referral that is open."""
    if person.referral is None or not person.in_danger or person.referral.unsure:
        return ()
    return person.warned or (person.referral.category,)


def first_words(risk: Risk, person: Person, library: Library, language: str, now: datetime) -> Reply:
    """Believe, what is safe now, whom to call here, who will know and when. The first line tells nothing to who reads over a shoulder."""
    today = now.date()
    country = person.where.country
    contacts = help_lines.for_danger(library, country, risk.category, risk.severity, today, harm_by=risk.harm_by)
    lines = [help_lines.line(library, contact, language, today) for contact in contacts]
    before = [_opening(risk, library, language)]
    if not lines and person.outside:
        before.append(library.say(language, "no-number-here"))
    after = [duty_to_report(library, language, country), _when(person, library, language, now), who_knows(library, language)]
    text = _fitting(before, lines, [piece for piece in after if piece])
    return Reply(text, _buttons(library, language), urgent=True, language=language)


def _opening(risk: Risk, library: Library, language: str) -> str:
    """The words of this danger. Their first line tells nothing; where nobody reads it does not say that somebody does."""
    words = library.say(language, f"risk-{risk.category}-{risk.severity}")
    return words if library.read else "\n".join([library.say(language, "risk-first-line-nobody"), *words.split("\n")[1:]])


def _when(person: Person, library: Library, language: str, now: datetime) -> str:
    """When a person reads; to whom nothing may be written now, no answer is promised."""
    reads_now = library.read and shifts.on_call(library.operator, now, library.duty)
    silent = reads_now and person.may_write is MayWrite.NOT_NOW
    return library.say(language, "noted-for-staff") if silent else next_step(library, language, now, person)


def _fitting(words: list[str], lines: list[str], after: list[str]) -> str:
    """All of it; where that is too long first who will know goes, then the second number. The duty to report always stays."""
    for numbers, kept in ((lines, after), (lines, after[:-1]), (lines[:1], after), (lines[:1], after[:-1])):
        text = "\n\n".join([*words, *(["\n".join(numbers)] if numbers else []), *kept])
        if len(text) <= LIMIT:
            return text
    return text[:LIMIT]


def gentle_question(risk: Risk, library: Library, language: str) -> Reply:
    """Unsure: one question, with a way to a person. Silence on it does not close it (staff see it all the same)."""
    offered: tuple[Button, ...] = (
        Button(library.say(language, "ask-danger-yes"), f"risk:yes:{risk.category}:{risk.severity}"),
        Button(library.say(language, "ask-danger-no"), "risk:no"),
    )
    if library.staffed:
        offered += (Button(library.say(language, "ask-danger-person"), "person"),)
    return Reply(library.say(language, "ask-danger"), offered, urgent=True, language=language)


def next_step(library: Library, language: str, now: datetime, person: Person | None = None) -> str:
    """When a person reads: now, at a true hour, or never. Nobody is promised who is not there, nor who should have read by now."""
    if not library.read:
        return library.say(language, "staff-nobody")
    if person is not None and person.referral is not None and person.referral.late:
        return library.say(language, "staff-late")
    if shifts.on_call(library.operator, now, library.duty):
        return library.say(language, "staff-now")
    opens = shifts.next_open(library.operator, now, library.duty)
    if opens is None:
        return library.say(language, "staff-nobody")
    return library.say(language, "staff-later", hour=opens.strftime("%H:%M"), day=day_name(library, language, opens, now))


def day_name(library: Library, language: str, opens: datetime, now: datetime) -> str:
    """Today, tomorrow, or the day of the week."""
    days = (opens.date() - now.astimezone(opens.tzinfo).date()).days
    key = {0: "day-today", 1: "day-tomorrow"}.get(days, f"day-{opens.weekday()}")
    return library.say(language, key)


def duty_to_report(library: Library, language: str, country: str | None) -> str:
    """The operator's duty to report, told before she tells more; nothing where there is none or it is not known."""
    # Where she is may not be known yet; the operator's own duty is then the one to be told of.
    served = library.operator.countries_served.get(country or library.operator.country)
    told = library.staffed and served is not None and served.duty_to_report
    return library.say(language, "duty-to-report") if told else ""


def who_knows(library: Library, language: str) -> str:
    """Who will read what was said; nothing where nobody does."""
    return library.say(language, "who-knows", operator=library.operator.name) if library.read else ""


def where_question(library: Library, language: str) -> Reply:
    """After the first words, where it is not known: in which country."""
    return Reply(
        library.say(language, "ask-where"),
        keyboard=menu.countries(library, language),
        ask_location=library.say(language, "button-location"),
        urgent=True,
        language=language,
    )


def may_write_question(library: Library, language: str) -> Reply:
    """Whether staff's words may appear on this phone (promise 9)."""
    offered = (
        Button(library.say(language, "may-write-yes"), f"write:{MayWrite.YES}"),
        Button(library.say(language, "may-write-when"), f"write:{MayWrite.WHEN_I_WRITE}"),
        Button(library.say(language, "may-write-not"), f"write:{MayWrite.NOT_NOW}"),
    )
    return Reply(library.say(language, "ask-may-write"), offered, urgent=True, language=language)


def again(risk: Risk, person: Person, library: Library, language: str, now: datetime, *, first_here: bool = False) -> Reply:
    """The same danger told further while it is still in the queue: short, with the number once more, or when a person reads.

    `first_here`: the country has just become known, so its duty to report was not told yet.
    """
    lines = numbers(risk, person, library, language, now)
    text = [library.say(language, "risk-again"), *lines] if lines else noted(person, library, language, now)
    if not lines and person.outside:
        text = [library.say(language, "no-number-here"), *text]
    duty = duty_to_report(library, language, person.where.country) if first_here else ""
    text += [duty] if duty else []
    return Reply("\n\n".join(text), _buttons(library, language), urgent=True, language=language)


def here(person: Person, library: Library, language: str, now: datetime) -> Reply:
    """The answer to "are you there?" beside a case: here, who reads and when, and in danger the number."""
    text = [library.say(language, "danger-here"), next_step(library, language, now, person)]
    if person.referral is not None and person.in_danger:
        risk = Risk(person.referral.category, person.referral.severity, "refer", 1.0)
        lines = numbers(risk, person, library, language, now)
        text += ["\n".join([library.say(language, "danger-call"), *lines])] if lines else []
    return Reply("\n\n".join(text), _buttons(library, language) if person.in_danger else (), urgent=True, language=language)


def numbers(risk: Risk, person: Person, library: Library, language: str, now: datetime) -> list[str]:
    """The lines of whom to call in this danger, where the person is."""
    today = now.date()
    contacts = help_lines.for_danger(library, person.where.country, risk.category, risk.severity, today, harm_by=risk.harm_by)
    return [help_lines.line(library, contact, language, today) for contact in contacts]


def noted(person: Person, library: Library, language: str, now: datetime) -> list[str]:
    """That the words are kept for the people of the team, where there are any, and when they read."""
    kept = [library.say(language, "noted-for-staff")] if library.read else []
    return [*kept, next_step(library, language, now, person)]


def ways_out(library: Library) -> tuple[tuple[str, str], ...]:
    """The buttons below words of safety, as far as they are of use here."""
    return (*WAYS_OUT, HIDDEN_WORD) if library.staffed else WAYS_OUT


def _buttons(library: Library, language: str) -> tuple[Button, ...]:
    return tuple(Button(library.say(language, label), payload) for label, payload in ways_out(library))
