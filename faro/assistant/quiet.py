""" "Don't write to me", in the person's own words: the same as the button "not now", with a case and without one."""

from faro.assistant.events import ChatCleared, MayWriteChosen
from faro.assistant.person import MayWrite
from faro.assistant.reply import Reply
from faro.assistant.talk import Talk
from faro.library import Library
from faro.library.text import expanded, fold

MOST = 14
"""Words of a message in which it may stand at the beginning or at the end; in a longer one it may be what somebody else said."""

EARLY = 2
"""Words that may stand before it: "please", "ok, now"."""


def wanted(talk: Talk) -> bool:
    """Whether the message says that nothing may be written to this phone."""
    return any(says(part, talk.library) for part in talk.message.parts)


def says(text: str, library: Library) -> bool:
    """Whether one text says so: as a whole, as it begins, or (where the words can mean nothing else) as it ends."""
    words = expanded(fold(text), library.abbreviations).split()
    if not words or len(words) > MOST:
        return False
    for phrase, anywhere in library.stops:
        size = len(phrase)
        for at in range(EARLY + 1 if anywhere else 1):
            if tuple(words[at : at + size]) == phrase:
                return True
        if anywhere and tuple(words[-size:]) == phrase:
            return True
    return False


def somebody_looks(talk: Talk) -> bool:
    """Whether it was said that somebody may see the phone now."""
    return talk.library.courtesies.get(fold(talk.message.text)) == "hush"


def obey(talk: Talk) -> None:
    """Words wait from now on. With a case the way back is said, as by the button; without one nothing is said of anybody who would write."""
    talk.remember(may_write=MayWrite.NOT_NOW)
    talk.tell(MayWriteChosen(MayWrite.NOT_NOW))
    if talk.person.referral is None or talk.person.hidden or not talk.library.staffed:
        talk.add(Reply(talk.words("hush"), neutral=True, language=talk.language))
        return
    talk.ask("write_later")
    talk.say("may-write-said-not-now", ("may-write-yes", f"write:{MayWrite.YES}"))


def ask_anew(talk: Talk) -> None:
    """A new case: what was said before about writing was said of another time. Nothing appears unasked, and it is asked again."""
    if talk.person.referral is None and talk.person.may_write is MayWrite.NOT_NOW:
        talk.remember(may_write=MayWrite.UNKNOWN)


def hush(talk: Talk) -> None:
    """ "I can't talk now": the chat is cleaned at once and staff's words wait."""
    talk.remember(may_write=MayWrite.NOT_NOW)
    talk.ask("write_later" if talk.library.staffed else None)
    talk.tell(MayWriteChosen(MayWrite.NOT_NOW))
    talk.tell(ChatCleared())
    talk.add(Reply(talk.words("hush"), hide_keyboard=True, neutral=True, language=talk.language))
