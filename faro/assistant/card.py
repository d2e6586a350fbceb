"""The card of one case, with the buttons of what this member of staff may do now: the usual on its front, the rest behind "More".

It may stand in the group: no word of the person is on it, and no name of a place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from faro.assistant import rights
from faro.assistant.alerts import Known, clock, headline, local
from faro.assistant.desk import Verb, payload
from faro.assistant.referral import Referral, Status
from faro.assistant.reply import Button, Reply
from faro.assistant.rights import Staff
from faro.library import Library

CARD, MORE = "card", "more"


@dataclass(frozen=True, slots=True)
class Around:
    """What else is known of a case without a word of the person.

    `held_off`: until when the person has no talk with staff. `erase`: asked to be forgotten. `handed`: institutions that know.
    `earlier`: numbers of closed cases of the same person, the newest first.
    """

    now: datetime
    held_off: datetime | None = None
    erase: bool = False
    handed: int = 0
    earlier: tuple[int, ...] = ()


OWED = (Status.OPEN, Status.CLAIMED)
"""While it is so, a word is owed and a clock runs."""

Does = tuple[str, str, str]
"""A button: the string of its label, the right that it needs, its payload."""


def front(library: Library, spoken: str, known: Known, member: Staff, around: Around) -> Reply:
    """How it stands, and the usual."""
    referral = known.referral
    return Reply(
        _text(library, spoken, known, around), _shown(library, spoken, referral, member, _front(referral)), language=spoken
    )


def back(library: Library, spoken: str, known: Known, member: Staff, around: Around) -> Reply:
    """How it stands, and all the rest; the earlier cases of the same person last."""
    referral = known.referral
    buttons = _shown(library, spoken, referral, member, _back(referral, around))
    earlier = tuple(
        Button(library.say(spoken, "desk-button-earlier", number=number), payload(CARD, number))
        for number in around.earlier[:EARLIER]
    )
    return Reply(_text(library, spoken, known, around), (*buttons, *earlier), language=spoken)


EARLIER = 4
"""Earlier cases behind "More"; the console shows all."""


def usual(library: Library, spoken: str, referral: Referral) -> tuple[Button, ...]:
    """What whoever owns it needs most, below the first line that they read."""
    return tuple(Button(library.say(spoken, key), press) for key, _, press in _owned(referral.id))


def _front(referral: Referral) -> list[Does]:
    number = referral.id
    read = ("desk-button-read", "referral.read", payload(Verb.READ, number))
    rest = ("desk-button-more", "queue.see", payload(MORE, number))
    if referral.status is Status.CLOSED:
        return [("console-reopen", "referral.reopen", payload(Verb.REOPEN, number)), read, rest]
    if referral.owner is None:
        return [("desk-button-claim", "referral.claim", payload(Verb.CLAIM, number)), read, rest]
    return [read, *_owned(number)]


def _owned(number: int) -> list[Does]:
    return [
        ("desk-button-wait", "referral.wait", payload(Verb.WAIT, number)),
        ("desk-button-snooze", "referral.snooze", payload(Verb.SNOOZE, number)),
        ("desk-button-transfer", "referral.transfer", payload(Verb.TRANSFER, number)),
        ("desk-button-close", "referral.close", payload(Verb.CLOSE, number)),
        ("desk-button-more", "queue.see", payload(MORE, number)),
    ]


def _back(referral: Referral, around: Around) -> list[Does]:
    number, lives, owned = referral.id, referral.status is not Status.CLOSED, referral.owner is not None
    found = "console-interpreter-found" if referral.interpreter else "console-interpreter"
    mine: list[tuple[bool, Does]] = [
        (lives and owned, ("desk-button-ready", "referral.say", payload("ready", number))),
        (lives and owned, ("console-safe", "referral.say", payload(Verb.SAFE, number))),
        (lives and owned and not referral.well, ("console-well", "referral.well", payload(Verb.WELL, number))),
        (True, ("desk-button-note", "referral.note", payload(Verb.NOTE, number))),
        (True, ("console-protocol", "referral.read", payload("protocol", number))),
        (lives or around.handed > 0, ("desk-button-institution", "institution.refer", payload(Verb.REFER, number))),
        (lives and owned, (found, "referral.interpreter", payload(Verb.INTERPRETER, number))),
        (lives and owned, ("desk-button-release", "referral.release", payload(Verb.RELEASE, number))),
        (lives and not owned, ("desk-button-close", "referral.close", payload(Verb.CLOSE, number))),
        (True, ("console-suggest", "example.suggest", payload(Verb.SUGGEST, number))),
        (around.erase, ("console-erase", "erasure.finish", payload(Verb.ERASE, number))),
        (around.held_off is None, ("console-block", "person.block", payload(Verb.BLOCK, number))),
        (around.held_off is not None, ("console-lift", "person.block", payload(Verb.LIFT, number))),
        (True, ("console-account", "account.ask", payload("account", number))),
        (True, ("desk-button-back", "queue.see", payload(CARD, number))),
    ]
    there = bool(referral.person)
    needs_somebody = ("person.block", "account.ask")
    return [does for shown, does in mine if shown and (there or does[1] not in needs_somebody)]


def _shown(library: Library, spoken: str, referral: Referral, member: Staff, found: list[Does]) -> tuple[Button, ...]:
    """Only what this member of staff may do; whoever presses is looked at again."""
    may: Callable[[str], bool] = lambda action: rights.may(member, action, referral)  # noqa: E731
    return tuple(Button(library.say(spoken, key), press) for key, action, press in found if may(action) or action == "queue.see")


def _text(library: Library, spoken: str, known: Known, around: Around) -> str:
    referral, say = known.referral, library.say
    lines = [f"{headline(library, spoken, referral, known.pseudonym)} · {say(spoken, 'desk-number', number=str(referral.id))}"]
    if referral.status is Status.CLOSED:
        lines.append(say(spoken, "desk-alert-closed", outcome=say(spoken, f"desk-outcome-{referral.outcome}")))
    else:
        owner = say(spoken, "desk-alert-taken", owner=known.owner) if known.owner else say(spoken, "desk-alert-new")
        until = clock(library, spoken, referral)
        lines.append(f"{owner} {until}" if referral.status in OWED else f"{owner} ({until})")
    lines += [say(spoken, key, **about) for key, about in _flags(library, referral, around)]
    return "\n".join(lines)


def _flags(library: Library, referral: Referral, around: Around) -> list[tuple[str, dict[str, str]]]:
    """What must not be overlooked, a line each."""
    found: list[tuple[bool, str, dict[str, str]]] = [
        (referral.unsure, "desk-card-unsure", {}),
        (referral.conflict, "desk-alert-conflict", {}),
        (referral.silent, "refused-silent", {}),
        (referral.well, "desk-card-well", {}),
        (bool(referral.interpreter), "desk-interpreter-wanted", {"language": referral.interpreter or ""}),
        (around.erase, "desk-card-erase", {}),
    ]
    lines = [(key, about) for shown, key, about in found if shown]
    for key, at in (("desk-card-asleep", referral.snoozed_until), ("desk-card-held-off", around.held_off)):
        if at is not None and at > around.now:
            lines.append((key, {"hour": local(library, at, around.now)}))
    return lines
