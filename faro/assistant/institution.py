"""A case handed on to an institution: what may follow what. Sharing needs the person's yes, or a coordinator's written reason.

asked -> in_progress -> accepted -> done
  |          |             |
  refused    rejected <----'        (refused: by the person)
"""

from enum import StrEnum

from faro.assistant.referral import Refused


class State(StrEnum):
    ASKED = "asked"
    IN_PROGRESS = "in_progress"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DONE = "done"
    REFUSED = "refused"


class Consent(StrEnum):
    """`ask`: the person is asked by the bot. `said`: the person said so, and staff write down when. `override`: without her."""

    ASK = "ask"
    SAID = "said"
    OVERRIDE = "override"


NEXT: dict[State, tuple[State, ...]] = {
    State.IN_PROGRESS: (State.ACCEPTED, State.REJECTED),
    State.ACCEPTED: (State.DONE, State.REJECTED),
}
"""What staff may note. Out of `asked` only the person's own answer leads."""

REASON = 10
"""Characters of a written reason at least."""


def begun(consent: Consent, reason: str) -> State:
    """The first state. Raises Refused where a written reason is missing."""
    if consent is Consent.ASK:
        return State.ASKED
    if len(reason.strip()) < REASON:
        raise Refused("refused-reason-short")
    return State.IN_PROGRESS


def moved(state: State, to: State) -> State:
    """The next state, as staff note it."""
    if to not in NEXT.get(state, ()):
        raise Refused("refused-not-next")
    return to


def answered(state: State, *, yes: bool) -> State:
    """The person's answer; a yes may be taken back while nothing was accepted."""
    if state is State.ASKED:
        return State.IN_PROGRESS if yes else State.REFUSED
    if state is State.IN_PROGRESS and not yes:
        return State.REFUSED
    return state
