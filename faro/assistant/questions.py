"""Free words that are a question: courtesy, place, match, and the answer, the choice or the honest "I don't know"."""

from faro.assistant import answers, asked_after, danger, giving, match, nearby, people, presses, services, whereabouts
from faro.assistant.events import DangerDenied, QuestionMatched, QuestionUnmatched, ReferralOpened, WordsForStaff
from faro.assistant.match import Decision, Match
from faro.assistant.person import MayWrite
from faro.assistant.reply import Button, Reply
from faro.assistant.risk import Risk
from faro.assistant.talk import Talk
from faro.library.text import fold, numberless

BED_BESIDE = ("child_alone", "urgent_needs")
"""Dangers beside which a question for a bed is answered by the directory, also where it is only the second reading."""

SHORT = 4
"""Words up to which a text may be no more than a place."""


def answer(talk: Talk, found: Risk | None) -> None:
    """Answer what was asked, also beside a danger (there only when it is clear what was asked)."""
    text = talk.message.text
    if (found is None and _courtesy(talk, text)) or asked_after.answered(talk):
        return
    placed = whereabouts.place(talk)
    if found is None and not talk.foreign:
        if services.follows(talk) or nearby.follows(talk):
            return
        if placed and _bare_place(talk, text):
            whereabouts.place_set(talk)
            return
        if (talk.library.followups.get(fold(text)) == "more" and giving.more(talk)) or _plain_fact(talk):
            return
    earlier = tuple(said.text for said in talk.person.recent)
    result = match.rank(text, talk.library, talk.language, earlier=earlier, last_topic=talk.person.topic)
    if found is not None or talk.foreign:
        _beside(talk, found, result)
        return
    if placed and result.decision is Decision.UNKNOWN and len(text.split()) <= 2 * SHORT:
        whereabouts.place_set(talk)
        return
    if result.decision is not Decision.ANSWER and services.plainly(talk):
        services.asked(talk)
    else:
        _decide(talk, result)


UNASKED = ("bot.", "health.", "violence.", "detention.", "safety.", "deportation.")
"""What is not said beside a danger (docs/decisions/0008): the first words and the team speak of these."""

WELCOME = {"urgent_needs": ("health.care", "health.pregnancy"), "medical_emergency": ("health.emergency",)}
"""The exceptions: what to do until the ambulance comes, and where a sick child is seen."""


def fits_beside(found: Risk | None, topic: str) -> bool:
    """Whether this answer may stand beside the words of safety; beside a language without content all but the bot's own may."""
    if found is None:
        return not topic.startswith("bot.")
    return topic in WELCOME.get(found.category, ()) or not topic.startswith(UNASKED)


def _beside(talk: Talk, found: Risk | None, result: Match) -> None:
    """Beside a danger, or in a language without content: only where it is clear what was asked."""
    if found is not None and found.category in BED_BESIDE and services.TOPIC in result.candidates[:2]:
        giving.give(talk, services.TOPIC)
    elif result.decision is Decision.ANSWER and result.topic and fits_beside(found, result.topic):
        giving.give(talk, result.topic)


def _plain_fact(talk: Talk) -> bool:
    """Whether no more was said than an age or how many there are: taken note of, with the question what is needed."""
    plain = numberless(talk.message.text) in talk.library.plain and not talk.person.in_danger and talk.person.asked is None
    if plain:
        talk.with_menu("plain-heard")
    return plain


def _decide(talk: Talk, result: Match) -> None:
    if result.decision is Decision.ANSWER and result.topic == "bot.human":
        people.wanted(talk)
    elif result.topic == "bot.greeting" and talk.person.in_danger:
        _here(talk) if talk.library.read else _unknown(talk, result)
    elif result.topic == "bot.privacy" and talk.person.in_danger:
        _who_reads(talk)
    elif result.decision is Decision.ANSWER and result.topic is not None:
        giving.give(talk, result.topic, result.candidates)
        if result.second is not None and not (talk.person.in_danger and result.second.startswith("bot.")):
            giving.give(talk, result.second)
    elif result.decision is Decision.CHOOSE and result.candidates and not talk.person.in_danger:
        near = [topic for topic in result.candidates if topic != "bot.greeting"]
        for topic in near:
            talk.tell(QuestionMatched(topic, talk.language, "choose"))
        if near:
            giving.offer(talk, near, "choose")
        else:
            _unknown(talk, result)
    else:
        _unknown(talk, result)


def foreign(talk: Talk, language: str, *, in_danger: bool = False) -> None:
    """A language without content: a greeting in its own words where that is certain, and somebody who speaks it is looked for."""
    talk.foreign, talk.tongue = True, language
    key = f"foreign-{language}"
    known = talk.library.staffed and talk.library.strings.has("es", key)
    said = [talk.library.say("es", key)] if known else [talk.library.say(spoken, "foreign") for spoken in ("es", "en")]
    said.append(talk.library.say("es", "foreign-languages"))
    talk.add(Reply("\n\n".join(said), (answers.person_button(talk.library, "es"),), language=language))
    if in_danger:
        return  # one referral, and one alert: that of the danger
    talk.tell(ReferralOpened("person", "medium", "wish", language, talk.person.where, 1.0, (f"interpreter: {language}",)))
    talk.tell(WordsForStaff())


def _unknown(talk: Talk, result: Match) -> None:
    """Said honestly; the question is kept for editors without who."""
    if not fold(talk.message.text):
        talk.with_menu("ack-neutral")
        return
    if talk.person.referral is not None and talk.person.withdrew:
        talk.with_menu("ack-neutral")
        return
    if talk.person.in_danger and not talk.library.read:
        _alone(talk, result)
        return
    if talk.person.in_danger or (talk.person.referral is not None and talk.library.read):
        text = "\n\n".join(danger.noted(talk.person, talk.library, talk.language, talk.now))
        talk.add(Reply(text, language=talk.language))
        return
    talk.tell(QuestionUnmatched(talk.message.text, talk.language, result.candidates))
    buttons = (answers.person_button(talk.library, talk.language), Button(talk.words("button-menu"), "menu"))
    talk.add(Reply(talk.words("unknown"), buttons, language=talk.language))


def _alone(talk: Talk, result: Match) -> None:
    """Beside a danger where nobody reads, which was said: once the numbers again, then what comes nearest to what was said, or the menu."""
    person = talk.person
    if "numbers" not in person.told_once and person.where.country is not None:
        talk.remember(told_once=(*person.told_once, "numbers"))
        risk = Risk(person.referral.category, person.referral.severity, "refer", 1.0) if person.referral else None
        lines = danger.numbers(risk, person, talk.library, talk.language, talk.now) if risk else []
        if lines:
            talk.add(Reply("\n".join([talk.words("nobody-but-numbers"), *lines]), language=talk.language))
            return
    near = [topic for topic in result.candidates if fits_near(topic)]
    if near:
        giving.offer(talk, near[:3], "choose")
    else:
        talk.with_menu("nobody-but-menu")


def fits_near(topic: str) -> bool:
    """Whether a topic may be offered beside a danger: nothing about the machine itself, and nothing that speaks of the danger."""
    return not topic.startswith(UNASKED)


def _bare_place(talk: Talk, text: str) -> bool:
    """Whether the text is little more than a place: the answer to "where?", or "and in Guatemala?" after an answer."""
    words = fold(text).split()
    if len(words) > SHORT:
        return False
    if talk.person.asked == "country" or len(words) == 1:
        return True
    named = {word for name in whereabouts.name(talk).split(",") for word in fold(name).split()}
    joining = {word for begun, kind in talk.library.followups.items() if kind == "begins" for word in begun.split()}
    return all(word in named or word in joining for word in words)


def _taken_back(talk: Talk, kind: str) -> None:
    """ "It was a joke" or a bare no: the same words where nothing was wrong and where a danger stays on staff's list (promise 9)."""
    if kind == "joke" and talk.person.in_danger:
        talk.tell(DangerDenied(kind))
    talk.with_menu("taken-back" if kind == "joke" or talk.person.in_danger else "courtesy-ok")


def _courtesy(talk: Talk, text: str) -> bool:
    """Thanks, goodbye, "somebody is coming", a yes or no to nothing: short, neutral, and nothing else is done."""
    kind = talk.library.courtesies.get(fold(text))
    if kind is None and (presses.is_yes(talk) or presses.is_no(talk)):
        kind = "no more"
    if kind is None:
        return False
    if kind in ("hush", "stop", "stop anywhere"):
        talk.remember(may_write=MayWrite.NOT_NOW)
        talk.add(Reply(talk.words("hush"), neutral=True, language=talk.language))
    elif kind in ("joke", "no more"):
        _taken_back(talk, kind)
    elif kind == "there":
        _here(talk)
    else:
        talk.with_menu(f"courtesy-{kind}")
    return True


def _who_reads(talk: Talk) -> None:
    """Who gets to know what was said, beside a danger: no page about privacy, which may be asked for with /privacy."""
    if talk.person.hushed or talk.person.withdrew:
        talk.with_menu("ack-neutral")
        return
    said = [danger.who_knows(talk.library, talk.language), danger.next_step(talk.library, talk.language, talk.now, talk.person)]
    talk.add(Reply("\n\n".join(piece for piece in said if piece), language=talk.language))


def _here(talk: Talk) -> None:
    """ "Are you there?": with a case who reads and when, and the number; where nothing may be told, and without a case, only that we are."""
    person = talk.person
    if person.referral is None or person.withdrew:
        talk.with_menu("courtesy-hello")
    elif person.hushed:
        talk.with_menu("ack-neutral")
    else:
        talk.add(danger.here(person, talk.library, talk.language, talk.now))
