"""Where the person is, and where the person at risk is: taken from the text, a choice or a shared position."""

from faro.assistant import danger, giving, menu, nearby, places, services
from faro.assistant.events import PlaceLearned
from faro.assistant.person import MayWrite, Where
from faro.assistant.reply import Reply
from faro.assistant.risk import Risk
from faro.assistant.talk import Talk
from faro.library.entries import COUNTRIES


def place(talk: Talk, text: str | None = None) -> bool:
    """Take over the country or town that the text names; of a town elsewhere only its name. Whether it named one."""
    named = places.named(text or talk.message.text, talk.library, talk.person.where)
    if named.country is None or (named.elsewhere and talk.person.where.country is not None):
        return False
    if named.country not in COUNTRIES:
        talk.remember(where=Where(None, named.town), outside=True, country_asked=True)
        return True
    if named.country != talk.person.where.country or named.town:
        talk.remember(where=Where(named.country, named.town), outside=False)
    return True


def where_of(talk: Talk) -> Where:
    """The place of the person at risk: the one named in this very text, else where the writer is."""
    named = places.named(talk.message.text, talk.library, talk.person.where)
    if named.country in COUNTRIES:
        return Where(named.country, named.town)
    return Where(None, named.town) if named.country else talk.person.where


def ask_what_is_missing(talk: Talk) -> None:
    """After words of safety: where she is, else whether we may write here."""
    if talk.person.where.country is None and not talk.person.outside:
        talk.add(danger.where_question(talk.library, talk.language))
        talk.ask("country", "danger")
    elif talk.library.read and talk.person.may_write == MayWrite.UNKNOWN:
        talk.add(danger.may_write_question(talk.library, talk.language))
        talk.ask("write")


def country_question(talk: Talk) -> Reply:
    """Which country, by a keyboard, a town in words or a shared position."""
    return Reply(
        talk.words("ask-country"),
        keyboard=menu.countries(talk.library, talk.language),
        ask_location=talk.words("button-location"),
        language=talk.language,
    )


def place_set(talk: Talk) -> None:
    """The country or town is known now: say so, bring the menu back, and answer what waited for it."""
    person = talk.person
    known = person.where.country in COUNTRIES
    waiting = person.asked_about[0] if person.asked == "country" and person.asked_about else None
    if person.referral is not None:
        talk.tell(PlaceLearned(person.where, corrected=waiting == CORRECT))
    talk.ask(None)
    if known:
        talk.with_menu("place-set", place=name(talk))
    elif waiting != "danger" or not person.outside:
        talk.with_menu("location-outside")
    if waiting == "danger":
        _numbers_here(talk)
        if person.topic in giving.SERVICES:
            services.offer(talk)
    elif waiting == "shelter":
        services.offer(talk)
    elif waiting is not None and waiting.startswith(nearby.NEAR):
        nearby.add(talk, waiting.removeprefix(nearby.NEAR))
    else:
        topic = waiting if waiting in talk.library.topics else person.topic if known else None
        if topic in talk.library.topics and not str(topic).startswith("bot."):
            giving.give(talk, str(topic))


CORRECT = "correct"
"""What a place is asked for when what is noted is wrong."""


def corrects(talk: Talk) -> bool:
    """Whether these words name the place that is asked for as a correction; then it is taken over, also while somebody answers."""
    person = talk.person
    if person.asked != "country" or person.asked_about[:1] != (CORRECT,) or not place(talk):
        return False
    place_set(talk)
    return True


def name(talk: Talk) -> str:
    """The place that is known, as it is read: town and country."""
    where = talk.person.where
    country = talk.words(f"country-{where.country}") if where.country else None
    return ", ".join(part for part in (where.town, country) if part)


def _numbers_here(talk: Talk) -> None:
    """The numbers of the country just named, then whether we may write here."""
    referral = talk.person.referral
    category, severity = (referral.category, referral.severity) if referral else ("immediate_danger", "high")
    risk = Risk(category, severity, "refer", 1.0)
    talk.add(danger.again(risk, talk.person, talk.library, talk.language, talk.now, first_here=True))
    if talk.person.where.country is not None or talk.person.outside:
        ask_what_is_missing(talk)
