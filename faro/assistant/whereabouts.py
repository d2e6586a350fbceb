"""Where the person is, and where the person at risk is: taken from the text, a choice or a shared position."""

from faro.assistant import danger, giving, places, services
from faro.assistant.events import PlaceLearned
from faro.assistant.person import MayWrite, Where
from faro.assistant.risk import Risk
from faro.assistant.talk import Talk


def place(talk: Talk, text: str | None = None) -> bool:
    """Take over the country or town that the text names. Whether it named one."""
    named = places.named(text or talk.message.text, talk.library, talk.person.where)
    if named.country is None:
        return False
    if named.country != talk.person.where.country or named.town:
        talk.remember(where=Where(named.country, named.town))
    return True


def where_of(talk: Talk) -> Where:
    """The place of the person at risk: the one named in this very text, else where the writer is."""
    named = places.named(talk.message.text, talk.library, talk.person.where)
    return Where(named.country, named.town) if named.country else talk.person.where


def place_set(talk: Talk) -> None:
    """The country or town is known now: say so, bring the menu back, and answer what waited for it."""
    person = talk.person
    country = person.where.country
    place = talk.words(f"country-{country}") if country else (person.where.town or "")
    if person.where.town and country:
        place = f"{person.where.town}, {place}"
    if person.referral is not None:
        talk.tell(PlaceLearned(person.where))
    waiting = person.asked_about[0] if person.asked == "country" and person.asked_about else None
    talk.ask(None)
    talk.with_menu("place-set", place=place)
    if waiting == "danger":
        _numbers_here(talk)
    elif waiting == "shelter":
        services.offer(talk)
    elif waiting in talk.library.topics or person.topic in talk.library.topics:
        topic = waiting if waiting in talk.library.topics else person.topic
        giving.give(talk, str(topic))


def _numbers_here(talk: Talk) -> None:
    """The numbers of the country just named, then whether we may write here."""
    referral = talk.person.referral
    category, severity = (referral.category, referral.severity) if referral else ("immediate_danger", "high")
    risk = Risk(category, severity, "refer", 1.0)
    talk.add(danger.again(risk, talk.person, talk.library, talk.language, talk.now))
    if talk.library.staffed and talk.person.may_write == MayWrite.UNKNOWN:
        talk.add(danger.may_write_question(talk.library, talk.language))
        talk.ask("write")
