"""The directory of services asked in a conversation: which door opens tonight, for whom, and what to do if none does."""

from faro.assistant import answers, menu
from faro.assistant.events import QuestionMatched
from faro.assistant.reply import Reply
from faro.assistant.talk import Talk

TOPIC = "shelter.find"


def asked(talk: Talk) -> None:
    """A place to sleep is asked for: where, if that is not known; else what is known there."""
    if talk.person.where.country is None:
        talk.tell(QuestionMatched(TOPIC, talk.language))
        talk.remember(topic=TOPIC)
        talk.add(
            Reply(
                talk.words("ask-place"),
                keyboard=menu.countries(talk.library, talk.language),
                ask_location=talk.words("button-location"),
                language=talk.language,
            )
        )
        talk.ask("country", "shelter")
        return
    offer(talk)


def offer(talk: Talk) -> None:
    """The answer for the place that is known."""
    talk.tell(QuestionMatched(TOPIC, talk.language))
    talk.remember(topic=TOPIC)
    talk.add(answers.topic(talk.library, TOPIC, talk.language, talk.person.where.country, talk.today))


def pressed(talk: Talk, about: str) -> None:
    """A button below a place."""
    offer(talk)
