"""How it was at a place: asked in one tap or told in words, counted without who. Several bad reports put a place on hold (storage)."""

from dataclasses import replace

from faro.assistant import answers, directory, numbers, offered, places
from faro.assistant.directory import Offer
from faro.assistant.events import PlaceReported
from faro.assistant.reply import BUTTONS, Button, Reply
from faro.assistant.talk import Talk
from faro.library.entries import Place
from faro.library.text import fold

OUTCOMES = ("closed", "refused", "helped")
LABEL = 40
"""Letters of a place's name on a button."""
WENT = "shelter:was:"


def invite(talk: Talk, shown: list[Offer], start: int) -> None:
    """The button `I was there`, below the last message that has room for it."""
    if not shown:
        return
    button = Button(talk.words("visits-button"), f"{WENT}{start}")
    for at in range(len(talk.replies) - 1, -1, -1):
        reply = talk.replies[at]
        if reply.buttons and len(reply.buttons) < BUTTONS:
            talk.replies[at] = replace(reply, buttons=(*reply.buttons[:-1], button, reply.buttons[-1]))
            return


def pressed(talk: Talk, about: str) -> None:
    """`<start>`: which of the places shown from there; `<id>`: how was it; `<id>:<outcome>`: told. `?:<outcome>`: told of which?"""
    which, _, outcome = about.partition(":")
    place = _place(talk, which)
    if place is not None and outcome in OUTCOMES:
        _tell(talk, place, outcome)
    elif place is not None:
        _ask_how(talk, place)
    else:
        _ask_which(talk, numbers.number(which) or 0, "")


def told(talk: Talk) -> bool:
    """Whether the text says how it was (`estaba cerrado`); then it is asked where, or taken when only one place was shown."""
    text = fold(talk.message.text)
    for outcome in OUTCOMES:
        if text in {fold(words) for words in talk.words(f"visits-words-{outcome}").split(",")}:
            _ask_which(talk, _started(talk), outcome)
            return True
    return False


def _ask_which(talk: Talk, start: int, outcome: str) -> None:
    ask_which(talk, directory.best(_offers(talk, start), start), outcome)


def ask_which(talk: Talk, offers: list[Offer], outcome: str = "") -> None:
    """To which of these places? Not asked where there is only one."""
    shown = [one.place for one in offers]
    if len(shown) == 1 and outcome:
        _tell(talk, shown[0], outcome)
        return
    if len(shown) == 1:
        _ask_how(talk, shown[0])
        return
    ending = f":{outcome}" if outcome else ""
    buttons = [Button(_label(place), f"{WENT}{place.id}{ending}"[:64]) for place in shown]
    talk.add(
        Reply(talk.words("visits-which"), (*buttons, answers.person_button(talk.library, talk.language)), language=talk.language)
    )


def _ask_how(talk: Talk, place: Place) -> None:
    buttons = [Button(talk.words(f"visits-{outcome}"), f"{WENT}{place.id}:{outcome}") for outcome in OUTCOMES]
    buttons.append(answers.person_button(talk.library, talk.language))
    talk.add(Reply(talk.words("visits-how", name=place.name), tuple(buttons), language=talk.language))


def _tell(talk: Talk, place: Place, outcome: str) -> None:
    """Thanked for, and what next: somebody who stood before a closed door needs another one."""
    talk.tell(PlaceReported(place.id, outcome))
    person = answers.person_button(talk.library, talk.language)
    if outcome == "helped":
        talk.add(Reply(talk.words("visits-thanks-helped"), (person,), language=talk.language))
        return
    others = [one for one in _offers(talk, 0) if one.place.id != place.id]
    parts = [talk.words("visits-thanks-bad"), *offered.pieces(talk, directory.best(others))]
    if not others:
        parts.append(offered.call_first(talk))
    talk.add(Reply(offered.within(parts), (person,), language=talk.language))


def _offers(talk: Talk, start: int) -> list[Offer]:
    where = talk.person.where
    position = places.position(where, talk.library)
    return directory.offers(talk.library, where, position, talk.person.who, talk.now, enough=start + directory.SHOWN + 1)


def _started(talk: Talk) -> int:
    """From where the places shown last began, as the button below them says."""
    started = [payload.removeprefix(WENT) for _, payload in talk.person.offered if payload.startswith(WENT)]
    return numbers.number(started[0]) or 0 if started else 0


def _place(talk: Talk, id: str) -> Place | None:
    return next((place for place in talk.library.places if place.id == id), None)


def _label(place: Place) -> str:
    return place.name if len(place.name) <= LABEL else place.name[: LABEL - 1].rsplit(" ", 1)[0] + "…"


__all__ = ["OUTCOMES", "ask_which", "invite", "pressed", "told"]
