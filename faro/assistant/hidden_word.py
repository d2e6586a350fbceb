"""A word that only the person knows: written alone it calls people, and the answer looks like any other.

It is asked for once, both messages leave the phone at once, and only its keyed hash is kept (the engine makes it and compares). A whole message
must be the word, and it is never one of every day. It is not listed among what is kept: whoever holds the phone must not learn that there is one.
"""

from faro.assistant import menu, places
from faro.assistant.events import HiddenWordChosen, ReferralOpened, TakenOffPhone, WordsForStaff
from faro.assistant.message import Kind
from faro.assistant.person import MayWrite
from faro.assistant.reply import Reply
from faro.assistant.talk import Talk
from faro.library import Library
from faro.library.entries import LANGUAGES
from faro.library.text import fold

ASKED = "hidden_word"
"""The open question to which the next text is the answer."""

FEWEST, MOST, WORDS = 4, 40, 4
"""Letters of the shortest and of the longest word, and how many words it may have."""


def ask(talk: Talk) -> None:
    """Ask for it. Where nobody reads it would call nobody."""
    if not talk.library.staffed:
        talk.with_menu("help")
        return
    talk.say("hidden-word-ask", ("button-menu", "menu"), reply=talk.words("cleared"))
    talk.ask(ASKED)


def is_answer(talk: Talk) -> bool:
    """Whether this message is the word that was asked for."""
    message = talk.message
    return talk.person.asked == ASKED and message.kind is Kind.TEXT and len(message.parts) == 1 and not message.edited


def chosen(talk: Talk) -> None:
    """The word was written: kept as a hash by the engine, or refused because somebody could write it by chance."""
    talk.secret = True
    talk.tell(TakenOffPhone())
    if not fits(talk.message.text, talk.library):
        talk.say("hidden-word-other", ("button-menu", "menu"))
        return
    talk.ask(None)
    talk.tell(HiddenWordChosen(fold(talk.message.text)))
    talk.add(Reply(talk.words("hidden-word-set"), neutral=True, language=talk.language))


def not_chosen(talk: Talk) -> None:
    """Something else was done: only the very next message is the answer, a question written later must not be taken for it."""
    if talk.person.asked == ASKED:
        talk.ask(None)


def used(talk: Talk) -> None:
    """The word was written: a danger of which nothing shows. Nothing is written to this phone until the person says so."""
    talk.secret = True
    talk.tell(
        ReferralOpened("immediate_danger", "critical", "refer", talk.language, talk.person.where, 1.0, ("hidden word",)),
    )
    talk.tell(WordsForStaff())
    talk.remember(may_write=MayWrite.NOT_NOW)
    talk.ask("write_later")
    talk.add(
        Reply(talk.words("cleared"), keyboard=menu.keyboard(talk.library, talk.language), urgent=True, language=talk.language)
    )


def fits(text: str, library: Library) -> bool:
    """Whether a word is one that nobody writes by chance: no courtesy, no label, no place, no question, no word of every day."""
    folded = fold(text)
    words = folded.split()
    if not FEWEST <= len(folded.replace(" ", "")) <= MOST or len(words) > WORDS or folded.isdigit():
        return False
    common = library.words_of_every_day
    if all(word in common or len(word) < FEWEST for word in words):
        return False
    if folded in library.courtesies or folded in library.followups or folded in common or menu.pressed(text, library):
        return False
    yes_no = {
        fold(word)
        for language in LANGUAGES
        for key in ("yes", "no")
        for word in library.say(language, f"words-for-{key}").split(",")
    }
    if folded in yes_no or folded in library.folded_asks or library.dangers.found(text):
        return False
    return len(words) > 2 or places.named(text, library).country is None


__all__ = ["ASKED", "ask", "chosen", "fits", "is_answer", "not_chosen", "used"]
