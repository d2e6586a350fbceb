"""What a person can say about those who answer: not this one, a complaint, yes or no to telling somebody else."""

from faro.assistant import numbers
from faro.assistant.events import Complained, ComplaintTold, OtherPersonWanted, SaidSafe, ShareAnswered
from faro.assistant.message import Kind
from faro.assistant.talk import Talk

COMPLAINT = "complaint"
"""The question what a complaint is about."""


def other_person(talk: Talk, about: str) -> None:
    """ "Not this person": somebody else takes it, and the one who had it cannot read it any more."""
    if talk.person.referral is None:
        talk.with_menu("help")
        return
    if talk.owned:
        talk.tell(OtherPersonWanted())
    talk.say("other-person-soon", ("button-complain", "complain"))


def complain(talk: Talk, about: str) -> None:
    """A complaint goes to somebody outside the team, at once; what it is about may follow. The person gets the address too."""
    channel = talk.library.operator.complaint_channel
    if channel is None or not talk.library.staffed:
        talk.with_menu("help")
        return
    talk.tell(Complained())
    talk.say("complaint-how", ("complaint-no-words", "menu"), name=channel.name, contact=channel.contact)
    talk.ask(COMPLAINT)


def is_complaint(talk: Talk) -> bool:
    """Whether this message is what the complaint is about: the very next words."""
    return talk.person.asked == COMPLAINT and talk.message.kind is Kind.TEXT and not talk.message.edited


def complaint_told(talk: Talk) -> None:
    """The words of the complaint; those who answer do not read them."""
    talk.ask(None)
    talk.tell(ComplaintTold())
    talk.with_menu("complaint-told")


def complaint_left(talk: Talk) -> None:
    """Something else was done: words written later are no complaint."""
    if talk.person.asked == COMPLAINT:
        talk.ask(None)


def safe(talk: Talk, about: str) -> None:
    """Yes, to the team's question whether they are safe now. A no is a danger, and goes the way of every danger (`risk:yes`)."""
    if talk.person.referral is not None:
        talk.tell(SaidSafe())
    talk.with_menu("safe-said")


def share(talk: Talk, about: str) -> None:
    """May the team tell somebody else (`share:<yes|no>:<number>`)?"""
    answer, _, number = about.partition(":")
    asked = numbers.number(number)
    if answer not in ("yes", "no") or asked is None:
        talk.with_menu("help")
        return
    talk.tell(ShareAnswered(asked, yes=answer == "yes"))
    talk.with_menu(f"share-said-{answer}")
