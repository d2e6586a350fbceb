"""Free words that are a question: courtesy, place, match, and the answer, the choice or the honest "I don't know"."""

from faro.assistant import answers, match, menu, places, services
from faro.assistant.events import QuestionMatched, QuestionUnmatched, ReferralOpened, WordsForStaff
from faro.assistant.match import Decision, Match
from faro.assistant.person import Where
from faro.assistant.reply import Button, Reply
from faro.assistant.risk import Risk
from faro.assistant.talk import Talk
from faro.library.entries import COUNTRIES
from faro.library.text import fold

SERVICES = ("shelter.find",)
"""Topics that the directory answers rather than a text."""


def answer(talk: Talk, found: Risk | None) -> None:
    """Answer what was asked, also beside a danger (there only when it is clear what was asked)."""
    text = talk.message.text
    if found is None and _courtesy(talk, text):
        return
    place(talk)
    earlier = tuple(said.text for said in talk.person.recent)
    result = match.rank(text, talk.library, talk.language, earlier=earlier, last_topic=talk.person.topic)
    if found is not None:
        if result.decision is Decision.ANSWER and result.topic and not result.topic.startswith("bot."):
            give(talk, result.topic)
        return
    if talk.person.asked == "country" and _bare_place(talk, text):
        from faro.assistant import presses

        presses.place_set(talk)
        return
    _decide(talk, result)


def _decide(talk: Talk, result: Match) -> None:
    if result.decision is Decision.ANSWER and result.topic == "bot.human":
        from faro.assistant import presses

        presses.pressed(talk, "person")
    elif result.decision is Decision.ANSWER and result.topic is not None:
        give(talk, result.topic, result.candidates)
        if result.second is not None:
            give(talk, result.second)
    elif result.decision is Decision.CHOOSE and result.candidates:
        for topic in result.candidates:
            talk.tell(QuestionMatched(topic, talk.language, "choose"))
        offer(talk, list(result.candidates), "choose")
    else:
        _unknown(talk, result)


def give(talk: Talk, topic: str, near: tuple[str, ...] = ()) -> None:
    """The answer of a topic; the country is asked once where the answer needs it."""
    if topic in SERVICES:
        services.asked(talk)
        return
    talk.tell(QuestionMatched(topic, talk.language))
    talk.add(answers.topic(talk.library, topic, talk.language, talk.person.where.country, talk.today))
    talk.remember(topic=topic, asked_about=near)
    entry = talk.library.topics[topic]
    if entry.needs_country and talk.person.where.country is None and not talk.person.country_asked:
        ask_country(talk, topic)


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


def foreign(talk: Talk, language: str) -> None:
    """A language without content: a greeting in its own words where that is certain, and somebody who speaks it is looked for."""
    key = f"foreign-{language}"
    if talk.library.strings.has("es", key):
        talk.add(Reply(talk.library.say("es", key), language=language))
    else:
        both = [talk.library.say(spoken, "foreign") for spoken in ("es", "en")]
        talk.add(Reply("\n\n".join(both), (answers.person_button(talk.library, "es"),), language="es"))
    talk.tell(ReferralOpened("person", "medium", "wish", language, talk.person.where, 1.0, (f"interpreter: {language}",)))
    talk.tell(WordsForStaff())


def _unknown(talk: Talk, result: Match) -> None:
    """Said honestly; the question is kept for editors without who."""
    if not fold(talk.message.text):
        talk.with_menu("ack-neutral")
        return
    talk.tell(QuestionUnmatched(talk.message.text, talk.language, result.candidates))
    buttons = (answers.person_button(talk.library, talk.language), Button(talk.words("button-menu"), "menu"))
    talk.add(Reply(talk.words("unknown"), buttons, language=talk.language))


def _bare_place(talk: Talk, text: str) -> bool:
    """Whether the text is little more than the place that was asked for."""
    return talk.person.where.country in COUNTRIES and len(text.split()) <= 4


def _courtesy(talk: Talk, text: str) -> bool:
    """Thanks, goodbye, "somebody is coming": short, neutral, and nothing else is done."""
    kind = talk.library.courtesies.get(fold(text))
    if kind is None:
        return False
    if kind == "hush":
        talk.add(Reply(talk.words("hush"), neutral=True, language=talk.language))
    else:
        talk.with_menu(f"courtesy-{kind}")
    return True
