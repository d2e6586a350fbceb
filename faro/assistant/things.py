"""What a machine cannot read: voice, pictures, stickers, contacts, documents. Offered to a person, never dropped in silence."""

from faro.assistant import places, services, whereabouts
from faro.assistant.events import ReferralOpened, WordsForStaff
from faro.assistant.message import Kind
from faro.assistant.person import Where
from faro.assistant.talk import Talk
from faro.library.entries import COUNTRIES

HELD = (Kind.VOICE, Kind.PHOTO, Kind.VIDEO, Kind.DOCUMENT)
"""Kept as file ids for staff to open one by one, with a reason."""

NO_PICTURES = ("sexual_violence", "online_exploitation")
"""Categories in which the person is told not to send pictures (promise 10)."""


def received(talk: Talk) -> None:
    """Answer something that is no text."""
    kind = talk.message.kind
    if kind is Kind.LOCATION:
        _location(talk)
    elif kind is Kind.STICKER:
        talk.with_menu("ack-neutral")
    elif kind in HELD:
        _held(talk, kind)
    else:
        if talk.person.referral is not None:
            talk.tell(WordsForStaff())
        talk.say("cannot-read", ("button-person", "person"))


def _location(talk: Talk) -> None:
    """A shared position says where the person is; in danger it is for staff too."""
    latitude, longitude = talk.message.latitude or 0.0, talk.message.longitude or 0.0
    named = places.at(latitude, longitude, talk.library)
    country = named.country if named.country in COUNTRIES else None
    talk.remember(where=Where(country, named.town, latitude, longitude), outside=country is None)
    if talk.person.referral is not None:
        talk.tell(WordsForStaff())
    elif talk.person.asked is None and talk.person.topic is None and country is not None:
        # A position and nothing else asks: what is near me?
        services.offer(talk)
        return
    whereabouts.place_set(talk)


def _held(talk: Talk, kind: Kind) -> None:
    """With an open referral it goes beside it; else it waits for the press on "a person"."""
    referral = talk.person.referral
    if referral is not None:
        talk.tell(WordsForStaff())
        if referral.category in NO_PICTURES and kind is not Kind.VOICE:
            talk.say("no-pictures")
        elif not talk.owned:
            talk.say("held-for-staff")
        return
    if kind is Kind.VOICE:
        _voice(talk)
    else:
        talk.say("cannot-read", ("button-person", "person"))


def _voice(talk: Talk) -> None:
    """A voice note may hold anything, also a cry for help: a person is asked to listen."""
    talk.tell(ReferralOpened("person", "medium", "wish", talk.language, talk.person.where, 1.0, ("voice",)))
    talk.tell(WordsForStaff())
    talk.say("voice-for-staff" if talk.library.read else "voice-nobody", ("button-person", "person"))


__all__ = ["HELD", "received"]
