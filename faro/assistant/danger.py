"""What a person reads when there is danger: plain text, the number that answers here, and the honest hour when somebody reads."""

from datetime import datetime

from faro.assistant import help_lines, menu, shifts
from faro.assistant.person import MayWrite, Person
from faro.assistant.reply import LIMIT, Button, Reply
from faro.assistant.risk import Risk
from faro.library import Library

WAYS_OUT = (("button-not-about-me", "risk:notme"), ("button-cannot-talk", "hush"))
"""The buttons below words of safety."""


def first_words(risk: Risk, person: Person, library: Library, language: str, now: datetime) -> Reply:
    """Believe, what is safe now, whom to call here, who will know and when. The first line tells nothing to who reads over a shoulder."""
    today = now.date()
    country = person.where.country
    contacts = help_lines.for_danger(library, country, risk.category, risk.severity, today, harm_by=risk.harm_by)
    pieces = [
        library.say(language, f"risk-{risk.category}-{risk.severity}"),
        "\n".join(help_lines.line(library, contact, language, today) for contact in contacts),
        next_step(library, language, now),
        duty_to_report(library, language, country),
    ]
    kept = [piece for piece in pieces if piece]
    while len("\n\n".join(kept)) > LIMIT and len(kept) > 3:
        kept.pop()
    return Reply("\n\n".join(kept)[:LIMIT], _buttons(library, language), urgent=True, language=language)


def gentle_question(risk: Risk, library: Library, language: str) -> Reply:
    """Unsure: one question, with a way to a person. Silence on it does not close it (staff see it all the same)."""
    offered = (
        Button(library.say(language, "ask-danger-yes"), f"risk:yes:{risk.category}:{risk.severity}"),
        Button(library.say(language, "ask-danger-no"), "risk:no"),
        Button(library.say(language, "ask-danger-person"), "person"),
    )
    return Reply(library.say(language, "ask-danger"), offered, urgent=True, language=language)


def next_step(library: Library, language: str, now: datetime) -> str:
    """When a person reads: now, at a true hour, or never. Nobody is promised who is not there."""
    if not library.staffed:
        return library.say(language, "staff-nobody")
    if shifts.on_call(library.operator, now):
        return library.say(language, "staff-now")
    opens = shifts.next_open(library.operator, now)
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
    served = library.operator.countries_served.get(country or "")
    return library.say(language, "duty-to-report") if served is not None and served.duty_to_report else ""


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


def again(risk: Risk, person: Person, library: Library, language: str, now: datetime) -> Reply:
    """The same danger told further while it is still in the queue: short, with the number once more, or when a person reads."""
    today = now.date()
    contacts = help_lines.for_danger(library, person.where.country, risk.category, risk.severity, today, harm_by=risk.harm_by)
    lines = [help_lines.line(library, contact, language, today) for contact in contacts]
    text = [library.say(language, "risk-again"), *lines] if lines else noted(library, language, now)
    return Reply("\n\n".join(text), _buttons(library, language), urgent=True, language=language)


def noted(library: Library, language: str, now: datetime) -> list[str]:
    """That the words are kept for the people of the team, where there are any, and when they read."""
    kept = [library.say(language, "noted-for-staff")] if library.staffed else []
    return [*kept, next_step(library, language, now)]


def _buttons(library: Library, language: str) -> tuple[Button, ...]:
    return tuple(Button(library.say(language, label), payload) for label, payload in WAYS_OUT)
