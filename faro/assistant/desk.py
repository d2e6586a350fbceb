"""What staff do and read: the acts, and the lines of the staff group, of a topic and of a private chat. Pure; words come by key.

An alert holds no word of the person (promise 10): pseudonym, category, severity, language, country, clock and a button. What the
person wrote is only in the lines of `owners_view` and `relayed`, which the engine sends to the owner alone.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from faro.assistant.referral import Outcome


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
    CLOSE = "close"
    OPEN = "open"
    """Open one held picture or voice note."""
    ERASE = "erase"
    """Finish an erasure that a person asked for while a referral was open."""
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
    Verb.CLOSE: "referral.close",
    Verb.OPEN: "media.open",
    Verb.ERASE: "erasure.finish",
    Verb.ON_CALL: "queue.see",
    Verb.HANDOVER: "queue.see",
}
"""The right of `assistant.rights` that each act needs."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that one member of staff does, from a button, a typed line or a form of the console.

    `staff` is the staff id of whoever acts, looked up by the channel or the session, never taken from what was sent.
    `words`: what is said (SAY), noted (NOTE), or why (OPEN, TRANSFER). `held`: the talk row to open. `to`: the staff id that it
    is handed to. `on`: on call or not. `key`: two acts with the same key happen once (a form's token, a delivery); empty = always anew.
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
    key: str = ""
