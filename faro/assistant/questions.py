"""Free words that are a question: courtesy, place, match, and the answer, the choice or the honest "I don't know"."""

from faro.assistant import answers, danger, giving, match, people, whereabouts
from faro.assistant.events import QuestionMatched, QuestionUnmatched, ReferralOpened, WordsForStaff
from faro.assistant.match import Decision, Match
from faro.assistant.reply import Button, Reply
from faro.assistant.risk import Risk
from faro.assistant.talk import Talk
from faro.library.entries import COUNTRIES
from faro.library.text import fold


def answer(talk: Talk, found: Risk | None) -> None:
    """Answer what was asked, also beside a danger (there only when it is clear what was asked)."""
    text = talk.message.text
    if found is None and _courtesy(talk, text):
        return
    whereabouts.place(talk)
    earlier = tuple(said.text for said in talk.person.recent)
    result = match.rank(text, talk.library, talk.language, earlier=earlier, last_topic=talk.person.topic)
    if found is not None or talk.foreign:
        if result.decision is Decision.ANSWER and result.topic and not result.topic.startswith("bot."):
            giving.give(talk, result.topic)
        return
    if talk.person.asked == "country" and _bare_place(talk, text):
        whereabouts.place_set(talk)
        return
    _decide(talk, result)


def _decide(talk: Talk, result: Match) -> None:
    if result.decision is Decision.ANSWER and result.topic == "bot.human":
        people.wanted(talk)
    elif result.decision is Decision.ANSWER and result.topic is not None:
        giving.give(talk, result.topic, result.candidates)
        if result.second is not None:
            giving.give(talk, result.second)
    elif result.decision is Decision.CHOOSE and result.candidates:
        for topic in result.candidates:
            talk.tell(QuestionMatched(topic, talk.language, "choose"))
        giving.offer(talk, list(result.candidates), "choose")
    else:
        _unknown(talk, result)


def foreign(talk: Talk, language: str) -> None:
    """A language without content: a greeting in its own words where that is certain, and somebody who speaks it is looked for."""
    talk.foreign = True
    key = f"foreign-{language}"
    known = talk.library.staffed and talk.library.strings.has("es", key)
    said = [talk.library.say("es", key)] if known else [talk.library.say(spoken, "foreign") for spoken in ("es", "en")]
    said.append(talk.library.say("es", "foreign-languages"))
    talk.add(Reply("\n\n".join(said), (answers.person_button(talk.library, "es"),), language=language))
    talk.tell(ReferralOpened("person", "medium", "wish", language, talk.person.where, 1.0, (f"interpreter: {language}",)))
    talk.tell(WordsForStaff())


def _unknown(talk: Talk, result: Match) -> None:
    """Said honestly; the question is kept for editors without who."""
    if not fold(talk.message.text):
        talk.with_menu("ack-neutral")
        return
    if talk.person.referral is not None and talk.library.staffed:
        text = "\n\n".join([talk.words("noted-for-staff"), danger.next_step(talk.library, talk.language, talk.now)])
        talk.add(Reply(text, language=talk.language))
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
