"""What staff can do, and the payloads of their buttons. Pure; words come by key.

What staff read of a referral stands in `alerts` and `card` (without a word of the person) and in `dossier` (for the owner alone);
what an act still needs is asked by `asking`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from faro.assistant import numbers
from faro.assistant.referral import Outcome, Refused
from faro.assistant.reply import Button, Reply
from faro.assistant.rights import Staff
from faro.library import Library


class Verb(StrEnum):
    """What staff can do. In a button's payload: `staff:<verb>:<referral id>[:<arg>]`."""

    CLAIM = "claim"
    READ = "read"
    RELEASE = "release"
    TRANSFER = "transfer"
    SAY = "say"
    NOTE = "note"
    WAIT = "wait"
    SNOOZE = "snooze"
    SAFE = "safe"
    """Ask the person whether they are safe now: yes or no."""
    WELL = "well"
    """It ended well (`words`: how one knows): silence is no alarm any more."""
    CLOSE = "close"
    OPEN = "open"
    """Open one held picture or voice note."""
    ERASE = "erase"
    """Finish an erasure that a person asked for while a referral was open."""
    REOPEN = "reopen"
    """Closed, and yet not over."""
    INTERPRETER = "interpreter"
    """Somebody is wanted who speaks the person's language."""
    BLOCK = "block"
    """No talk with staff for a while, because of abuse; a danger still comes through."""
    LIFT = "lift"
    """That while is over before its time."""
    REFER = "refer"
    """Hand the case on to an institution, with the person's consent or a coordinator's written reason."""
    PROGRESS = "progress"
    """What the institution did."""
    UNMASK = "unmask"
    """Ask to see which account stands behind a pseudonym."""
    GRANT = "grant"
    """Another one allows it."""
    ACCOUNT = "account"
    """See it, once."""
    SHIFT = "shift"
    """Plan a shift (`to`: whose)."""
    UNSHIFT = "unshift"
    """Take a planned shift off."""
    SUGGEST = "suggest"
    """Hand a sentence to editors: it was no danger, or it was missed (`words`, `state`, and the category as `name`)."""
    WRITTEN_IN = "writtenin"
    """An editor dealt with such a sentence (`number`): it goes from the list."""
    OFFER_AGAIN = "offeragain"
    """Send people again to a place that was on hold (`name`: its id): somebody has called it."""
    ON_CALL = "oncall"
    HANDOVER = "handover"
    """Release all that one owns and go off call."""


RIGHT: dict[Verb, str] = {
    Verb.CLAIM: "referral.claim",
    Verb.READ: "referral.read",
    Verb.RELEASE: "referral.release",
    Verb.TRANSFER: "referral.transfer",
    Verb.SAY: "referral.say",
    Verb.NOTE: "referral.note",
    Verb.WAIT: "referral.wait",
    Verb.SNOOZE: "referral.snooze",
    Verb.SAFE: "referral.say",
    Verb.WELL: "referral.well",
    Verb.CLOSE: "referral.close",
    Verb.OPEN: "media.open",
    Verb.ERASE: "erasure.finish",
    Verb.REOPEN: "referral.reopen",
    Verb.INTERPRETER: "referral.interpreter",
    Verb.BLOCK: "person.block",
    Verb.LIFT: "person.block",
    Verb.REFER: "institution.refer",
    Verb.PROGRESS: "institution.refer",
    Verb.UNMASK: "account.ask",
    Verb.GRANT: "account.grant",
    Verb.ACCOUNT: "account.ask",
    Verb.SHIFT: "shift.own",
    Verb.UNSHIFT: "shift.own",
    Verb.SUGGEST: "example.suggest",
    Verb.WRITTEN_IN: "example.done",
    Verb.OFFER_AGAIN: "place.release",
    Verb.ON_CALL: "shift.own",
    Verb.HANDOVER: "shift.own",
}
"""The right of `assistant.rights` that each act needs."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that one member of staff does, from a button, a typed line or a form of the console.

    `staff` is the staff id of whoever acts, looked up by the channel or the session, never taken from what was sent.
    `words`: what is said (SAY), noted (NOTE, HANDOVER), told to who takes it over (TRANSFER), or why (OPEN, BLOCK, REFER, UNMASK).
    `held`: the talk row to open, or a draft to be said after all. `to`: the staff id that it is handed to. `on`: on call or not.
    `sure`: said after the second click. `name` and `consent`: the institution (REFER) and `ask`, `said` or `override`. `number`: a row
    of an institution, an unmasking or a shift. `state`: where the institution is (PROGRESS). `starts`: of a shift, whose end is `until`.
    `key`: two acts with the same key happen once (a form's token, a delivery); empty = always anew.
    """

    verb: Verb
    staff: int
    referral: int = 0
    words: str = ""
    outcome: Outcome | None = None
    to: int | None = None
    until: datetime | None = None
    held: int | None = None
    on: bool = True
    sure: bool = False
    name: str = ""
    consent: str = ""
    number: int | None = None
    state: str = ""
    starts: datetime | None = None
    key: str = ""


SPOKEN = ("es", "en", "pt")
"""Languages in which staff are spoken to."""

PREFIX = "staff"


@dataclass(frozen=True, slots=True)
class Pressed:
    """The payload of a staff button, taken apart; `verb` is None where it is no act (`queue`, `card`).

    `referral` is 0 where it is about none; of a list it is the row at which its page begins.
    """

    verb: Verb | None
    name: str
    referral: int
    arguments: tuple[str, ...]


def payload(verb: str, referral: int = 0, *arguments: object) -> str:
    """The payload of a button that acts on a referral."""
    return ":".join([PREFIX, str(verb), str(referral), *map(str, arguments)])


def parse(given: str | None) -> Pressed | None:
    """A staff button's payload, or None for any other. A broken one has no verb."""
    parts = (given or "").split(":")
    if parts[0] != PREFIX:
        return None
    name = parts[1] if len(parts) > 1 else ""
    number = numbers.number(parts[2]) or 0 if len(parts) > 2 else 0
    verb = Verb(name) if name in set(Verb) else None
    return Pressed(verb, name, number, tuple(parts[3:]))


def language(library: Library, staff: Staff | None = None) -> str:
    """The language in which somebody of the staff, or the group, is spoken to."""
    wanted = (staff.languages if staff else ()) + tuple(library.operator.staff_languages)
    return next((spoken for spoken in wanted if spoken in SPOKEN), "es")


def refusal(library: Library, spoken: str, refused: Refused, names: Mapping[int, str]) -> str:
    """Why not, in words; an owner's id is shown as a name."""
    about = {key: names.get(value, "?") if key == "owner" else value for key, value in refused.about.items()}  # type: ignore[call-overload]
    if refused.reason == "refused-second-click":
        about["about"] = ", ".join(library.say(spoken, f"desk-caution-{kind}") for kind in str(about["about"]).split(","))
    try:
        return library.say(spoken, refused.reason, **about)
    except KeyError:
        return library.say(spoken, "refused-no-right")


def line(library: Library, spoken: str, key: str, *buttons: tuple[str, str], **about: object) -> Reply:
    """One line to staff; `buttons` are pairs of (string key, payload)."""
    offered = tuple(Button(library.say(spoken, label), press) for label, press in buttons)
    return Reply(library.say(spoken, key, **about), offered, language=spoken)
