"""One turn of a conversation: a message and a memory in, replies, the changed memory and events out.

The order is the promise: danger before anything else; then what was pressed or commanded; then language, place, match, answer.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from faro.assistant import commands, danger, hidden_word, menu, presses, questions, quiet, risk, things, whereabouts, wishes
from faro.assistant.events import Event, LanguageChanged, MayWriteChosen, ReferralOpened, WordsForStaff
from faro.assistant.language import SHORT, SURE, detect
from faro.assistant.message import Kind, Message
from faro.assistant.person import MayWrite, Person, heard
from faro.assistant.reply import Reply
from faro.assistant.risk import Risk
from faro.assistant.talk import Talk
from faro.library import Library
from faro.library.entries import LANGUAGES
from faro.library.text import fold

SURE_FOREIGN = 0.9
ENOUGH_WORDS = 3
"""A language of ours must not be taken for a foreign one by a word or two ("si" is Swahili too)."""

ACKNOWLEDGED = 300
"""Seconds until it may be said again that something had come."""

RANK = {"medium": 0, "high": 1, "critical": 2}


@dataclass(frozen=True, slots=True)
class Turn:
    """What should happen: what to say in this order, what to remember, and what occurred."""

    replies: tuple[Reply, ...]
    person: Person
    events: tuple[Event, ...] = ()


def take(message: Message, person: Person, library: Library, now: datetime) -> Turn:
    """One message (or a burst read as a whole) of one person, answered."""
    talk = Talk(message, person, library, now, _answer_language(message, person))
    if message.kind in (Kind.BLOCKED, Kind.RETURNED):
        return Turn((), person)
    if message.signal:
        hidden_word.used(talk)
        return _done(talk)
    found, payload = _danger(talk), _pressed(talk)
    if payload is None and _for_few_eyes(talk, found):
        return _done(talk)
    hidden_word.not_chosen(talk)
    wishes.complaint_left(talk)
    if payload is None or found is not None:
        _language(talk, in_danger=found is not None)
    if found is not None:
        _respond(talk, found, stopped=quiet.wanted(talk))
    if payload is not None and not (found is not None and message.kind is Kind.TEXT):
        presses.pressed(talk, payload)
    elif message.kind is Kind.COMMAND:
        commands.obey(talk, message.command or "", message.arguments)
    elif message.kind is Kind.TEXT:
        # A doubt that was asked about before is said to staff only; the person gets an answer as always.
        _text(talk, found if talk.replies else None)
    elif message.kind is not Kind.BUTTON:
        things.received(talk)
    return _done(talk)


def failed(message: Message, person: Person, library: Library, now: datetime) -> Turn:
    """What happens when `take` broke: a danger is answered all the same; an honest sentence, and a person looks (promise 2)."""
    talk = Talk(message, person, library, now, person.language if person.language in LANGUAGES else "es")
    if not _danger_alone(talk):
        talk = replace(talk, replies=[], events=[], person=person)
        text = "\n\n".join([talk.words("machine-failed"), danger.next_step(library, talk.language, now, talk.person)])
        talk.add(Reply(text, urgent=True, language=talk.language))
    talk.tell(ReferralOpened("system", "medium", "system", talk.language, person.where))
    talk.tell(WordsForStaff())
    return Turn(tuple(talk.replies), _heard(talk), tuple(talk.events))


def _danger_alone(talk: Talk) -> bool:
    """Only the danger of a turn that broke elsewhere. Whether there was one and it could be answered."""
    try:
        if talk.message.signal:
            hidden_word.used(talk)
            return True
        found = _danger(talk)
        if found is not None:
            _respond(talk, found)
    except Exception:
        # What broke may be the noticing of danger itself; the engine has logged it, and the caller calls a person.
        return False
    return found is not None and bool(talk.replies)


def _done(talk: Talk) -> Turn:
    """Never silent (promise 3), and the buttons shown last are remembered so that typing a label does the same."""
    if not talk.replies and not talk.message.edited:
        _acknowledge(talk)
    if any(isinstance(event, ReferralOpened) and event.action in ("refer", "wish") for event in talk.events):
        talk.remember(withdrew=False)
    offered = tuple((button.label, button.payload) for reply in talk.replies for button in reply.buttons)
    person = _heard(talk)
    if offered:
        person = replace(person, offered=offered[:12])
    return Turn(tuple(talk.replies), person, tuple(talk.events))


def _acknowledge(talk: Talk) -> None:
    """A line that tells nothing. Whoever has the case answers; where their words must wait, the machine says once in a while that it is here."""
    if not talk.owned:
        talk.with_menu("ack-neutral")
        return
    now = int(talk.now.timestamp())
    if talk.person.hushed and now - talk.person.acknowledged >= ACKNOWLEDGED:
        talk.remember(acknowledged=now)
        talk.add(Reply(talk.words("ack-neutral"), neutral=True, language=talk.language))


def _heard(talk: Talk) -> Person:
    """What was written is remembered for the next messages, but for the hidden word."""
    return talk.person if talk.secret else heard(talk.person, talk.message.parts, talk.now)


def _answer_language(message: Message, person: Person) -> str:
    """The language of the answer before the text is looked at."""
    if person.language in LANGUAGES:
        return str(person.language)
    hint = (message.language_hint or "")[:2]
    return hint if hint in LANGUAGES else "es"


def _danger(talk: Talk) -> Risk | None:
    """Danger in what was just written, alone and with the last messages. A fault in here is itself a reason to look.

    What only the earlier messages hold was answered then: thanks, "somebody is coming", the answer to a question of ours and a question
    about something else must not bring the numbers up again, which somebody may see.
    """
    parts = tuple(part for part in talk.message.parts if part.strip())
    if talk.message.kind is Kind.COMMAND and talk.message.arguments:
        parts = (talk.message.arguments,)
    if not parts or (talk.message.kind is Kind.TEXT and _pressed(talk) is not None):
        return None
    found = risk.assess(parts, talk.library, earlier=[said.text for said in talk.person.recent])
    if found is None or not (_small_talk(talk, parts) or (_warned(talk.person) and not _graver(talk.person, found))):
        return found
    return risk.assess(parts, talk.library)


def _small_talk(talk: Talk, parts: tuple[str, ...]) -> bool:
    """Whether nothing was said but courtesies, yes or no."""
    return all(fold(part) in talk.library.courtesies for part in parts) or presses.is_no(talk) or presses.is_yes(talk)


def _pressed(talk: Talk) -> str | None:
    """The payload of a button: pressed, or its label typed (labels of the menu in any language; of the buttons shown last)."""
    message = talk.message
    if message.kind is Kind.BUTTON:
        return message.payload or "menu"
    if message.kind is not Kind.TEXT or len(message.parts) > 1:
        return None
    wanted = fold(message.text)
    if not wanted:
        return None
    return menu.pressed(message.text, talk.library) or _typed(talk, wanted)


def _typed(talk: Talk, wanted: str) -> str | None:
    """The button whose label, number or meaning was typed. With an owner, short words such as "no" are said to the owner,
    but for the answer whether we may write."""
    offered = talk.person.offered
    if talk.person.in_danger:
        # The two ways out below words of safety go on working when other buttons were shown since.
        offered += tuple(
            (talk.words(label), payload)
            for label, payload in danger.ways_out(talk.library)
            if payload not in dict(offered).values()
        )
    if talk.owned:
        offered = tuple((label, payload) for label, payload in offered if len(fold(label)) > 4)
    for label, payload in offered:
        if wanted == fold(label):
            return payload
    consent = _consent(talk)
    if consent is not None or talk.owned:
        return consent
    if wanted.isdigit() and 1 <= int(wanted) <= min(len(talk.person.offered), 4):
        return offered[int(wanted) - 1][1]
    yes, no = _YES_NO.get(talk.person.asked or "", (None, None))
    return yes if yes and presses.is_yes(talk) else no if no and presses.is_no(talk) else None


def _consent(talk: Talk) -> str | None:
    """Yes or no to a question of ours, whoever has the case, while nothing of staff's appears: then no other question stands on the phone.
    Above all "yes" after "not now", and to whether we may write."""
    person = talk.person
    if person.referral is None or not talk.library.staffed:
        return None
    unseen = person.may_write is MayWrite.NOT_NOW or (person.may_write is MayWrite.UNKNOWN and person.in_danger)
    yes, no = _YES_NO.get(person.asked or "", (None, None)) if unseen else (None, None)
    if person.may_write is MayWrite.NOT_NOW and not person.hidden:
        yes = yes or "write:yes"
    if yes and presses.is_yes_anywhere(talk):
        return yes
    return no if no and talk.owned and presses.is_no(talk) else None


_YES_NO = {
    "risk": ("risk:yes", "risk:no"),
    "write": ("write:yes", "write:not_now"),
    "write_later": ("write:yes", None),
    "forget": ("forget:yes", "forget:no"),
    "copy": ("copy:yes", "copy:no"),
    "country": (None, "country:-"),
}
"""A plain yes or no to the question that stands open, as the button that means it."""


def _language(talk: Talk, *, in_danger: bool) -> None:
    """Chosen > written before > Telegram's > script and words > langdetect. A short text never switches the language."""
    message, person = talk.message, talk.person
    if not message.text or person.language_chosen:
        return
    guess = detect(message.text, talk.library, hint=message.language_hint, before=person.language)
    if guess.language not in LANGUAGES:
        several = len(message.text.split()) >= ENOUGH_WORDS
        if guess.certain or (several and guess.language != "und" and guess.confidence >= SURE_FOREIGN):
            questions.foreign(talk, guess.language, in_danger=in_danger)
        return
    known = person.language or (message.language_hint or "")[:2]
    enough = guess.certain or (guess.confidence >= SURE and (len(message.text) >= SHORT or known not in LANGUAGES))
    if guess.language != person.language and (enough or person.language is None):
        chosen = guess.language if enough or known not in LANGUAGES else known
        talk.language = chosen
        talk.remember(language=chosen)
        talk.tell(LanguageChanged(chosen, chosen=False))


def _respond(talk: Talk, found: Risk, *, stopped: bool = False) -> None:
    """A danger: stored first (the engine commits the event with the words), then words of safety, then what we need to know.

    `stopped`: it was said in the same breath that nothing may be written here.
    """
    quiet.ask_anew(talk)
    person, message = talk.person, talk.message
    talk.tell(
        ReferralOpened(
            found.category, found.severity, found.action, talk.tongue or talk.language, whereabouts.where_of(talk),
            found.confidence, found.evidence, found.harm_by,
        )
    )  # fmt: skip
    talk.tell(WordsForStaff())
    if stopped:
        talk.remember(may_write=MayWrite.NOT_NOW)
        talk.tell(MayWriteChosen(MayWrite.NOT_NOW))
    if message.edited and not _new(person, found):
        return
    if found.action == "ask" and not _warned(person):
        if person.asked != "risk" and not talk.owned and not person.in_danger:
            talk.add(danger.gentle_question(found, talk.library, talk.language))
            talk.ask("risk", found.category, found.severity)
        return
    whereabouts.place(talk)
    if found.action == "refer" and _new(person, found):
        danger.warn(talk, found)
        whereabouts.ask_what_is_missing(talk)
    elif not talk.owned:
        talk.add(danger.again(found, talk.person, talk.library, talk.language, talk.now))
        if talk.person.asked is None:
            whereabouts.ask_what_is_missing(talk)


def _for_few_eyes(talk: Talk, found: Risk | None) -> bool:
    """What answers a question whose answer is not for those who read the rest: the hidden word, the words of a complaint."""
    if found is None and hidden_word.is_answer(talk):
        hidden_word.chosen(talk)
    elif wishes.is_complaint(talk):
        _complaint(talk, found)
    else:
        return False
    return True


def _complaint(talk: Talk, found: Risk | None) -> None:
    """What a complaint is about. A danger in it is a danger, and the matter of a coordinator without tie; its words stay apart."""
    if found is not None:
        opened = ReferralOpened(
            found.category, found.severity, "refer", talk.tongue or talk.language, whereabouts.where_of(talk), found.confidence,
            (), found.harm_by, conflict=True,
        )  # fmt: skip
        talk.tell(opened)
        danger.warn(talk, found)
    wishes.complaint_told(talk)


def _warned(person: Person) -> bool:
    """Whether the words of safety were said: not where we only asked."""
    return bool(danger.warned(person))


def _new(person: Person, found: Risk) -> bool:
    """Whether this danger is graver than the one that was answered, or of a kind that was not answered yet."""
    return _graver(person, found) or found.category not in danger.warned(person)


def _graver(person: Person, found: Risk) -> bool:
    open_one = person.referral
    return open_one is None or not _warned(person) or RANK[found.severity] > RANK.get(open_one.severity, 0)


def _text(talk: Talk, found: Risk | None) -> None:
    """Free words: the owner's where there is one; else a question to be answered, also beside a danger."""
    if talk.person.referral is not None and WordsForStaff() not in talk.events:
        talk.tell(WordsForStaff())
    if found is None and talk.person.referral is not None and quiet.somebody_looks(talk):
        quiet.hush(talk)
        return
    if found is None and quiet.wanted(talk):
        quiet.obey(talk)
        return
    if found is None and whereabouts.corrects(talk):
        return
    if talk.owned:
        return
    if talk.message.edited and found is None:
        return
    said = len(talk.replies)
    questions.answer(talk, found)
    if found is not None and found.category == "urgent_needs":
        # Who is hungry or has no bed needs the practical answer before anything else (DESIGN.md, one turn).
        talk.replies = talk.replies[said:] + talk.replies[:said]
    elif found is not None:
        # The question that we need answered stands last, so that it is not buried.
        talk.replies = talk.replies[:1] + talk.replies[said:] + talk.replies[1:said]


__all__ = ["Turn", "failed", "take"]
