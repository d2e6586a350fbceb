"""An answer given: the topic, the choice between topics, the question for the country where the answer needs it."""

from faro.assistant import answers, menu, nearby, services
from faro.assistant.events import QuestionMatched
from faro.assistant.reply import Button, Reply
from faro.assistant.talk import Talk

SERVICES = ("shelter.find",)
"""Topics that the directory answers rather than a text."""


def give(talk: Talk, topic: str, near: tuple[str, ...] = ()) -> None:
    """The answer of a topic; the country is asked once where the answer needs it."""
    if topic in SERVICES:
        services.asked(talk)
        return
    talk.tell(QuestionMatched(topic, talk.language))
    talk.add(answers.topic(talk.library, topic, talk.language, talk.person.where.country, talk.today))
    talk.remember(topic=topic)
    if not urgent_question(talk):
        talk.ask(None, *near)
    entry = talk.library.topics[topic]
    nearby.add(talk, topic)
    if entry.needs_country and talk.person.where.country is None and not (talk.person.country_asked or urgent_question(talk)):
        ask_country(talk, topic)


def urgent_question(talk: Talk) -> bool:
    """Whether a question stands open that an answer given in between must not replace: about a danger, or whether we may write."""
    asked, about = talk.person.asked, talk.person.asked_about
    return asked in ("risk", "write", "write_later") or (asked == "country" and about[:1] == ("danger",))


def more(talk: Talk) -> bool:
    """ "More": what is near the topic answered last. False where there is none."""
    topic = talk.person.topic
    if topic is None or topic in SERVICES or topic.startswith("bot.") or topic not in talk.library.topics:
        return False
    near = [other for other in talk.library.topics[topic].related if talk.library.wording(other, talk.language) is not None]
    if near:
        offer(talk, near, "ask-more")
    return bool(near)


def ask_country(talk: Talk, about: str) -> None:
    """In which country? Asked once; a town, a shared position or "no" are fine too."""
    talk.add(
        Reply(
            talk.words("ask-country"),
            keyboard=menu.countries(talk.library, talk.language),
            ask_location=talk.words("button-location"),
            language=talk.language,
        )
    )
    talk.remember(country_asked=True)
    talk.ask("country", about)


def offer(talk: Talk, topics: list[str], key: str) -> None:
    """Two or three topics as buttons, and a person."""
    buttons = []
    for topic in topics[:3]:
        wording = talk.library.wording(topic, talk.language)
        if wording is not None:
            buttons.append(Button(wording.title, f"topic:{topic}"))
    buttons.append(answers.person_button(talk.library, talk.language))
    talk.add(Reply(talk.words(key), tuple(buttons), language=talk.language))
