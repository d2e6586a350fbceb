"""A wish for a person: a referral too. Where nobody reads, that is said and nobody is promised."""

from faro.assistant import danger, quiet
from faro.assistant.events import ReferralOpened, WordsForStaff
from faro.assistant.person import MayWrite
from faro.assistant.reply import Reply
from faro.assistant.talk import Talk


def wanted(talk: Talk) -> None:
    """A wish for a person is a referral too. Where nobody reads, that is said and a number is given."""
    quiet.ask_anew(talk)
    talk.tell(ReferralOpened("person", "medium", "wish", talk.language, talk.person.where))
    talk.tell(WordsForStaff())
    key = "person-called" if talk.library.read else "person-nobody"
    text = "\n\n".join([talk.words(key), danger.next_step(talk.library, talk.language, talk.now, talk.person)])
    if not talk.library.read:
        text = talk.words(key)
    talk.add(Reply(text, language=talk.language))
    if talk.library.read and talk.person.may_write == MayWrite.UNKNOWN:
        talk.add(danger.may_write_question(talk.library, talk.language))
        talk.ask("write")
