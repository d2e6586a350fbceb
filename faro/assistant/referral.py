"""The life of a referral: what may follow what, and why not.

    open -> claimed -> answered <-> waiting -> closed(outcome)
      ^________|___________|__________|   by release, transfer or a clock that ran out

At most one referral that is not closed per person. A later risk adds an event, may raise the severity, never lowers it,
and starts the clock anew. All functions are pure: they return the referral as it is afterwards, or raise `Refused`.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from faro.assistant.person import NOWHERE, Where


class Status(StrEnum):
    OPEN = "open"
    CLAIMED = "claimed"
    ANSWERED = "answered"
    WAITING = "waiting"
    CLOSED = "closed"


class Severity(StrEnum):
    """How soon somebody must act. The order of the rule stands in DESIGN.md, "Referral contract"."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"


RANK = {Severity.MEDIUM: 0, Severity.HIGH: 1, Severity.CRITICAL: 2}


class Outcome(StrEnum):
    HELPED = "helped"
    REFERRED = "referred_to_institution"
    NO_DANGER = "no_danger"
    UNREACHABLE = "unreachable"
    WITHDRAWN = "withdrawn"
    DUPLICATE = "duplicate"
    ABUSE = "abuse_of_service"


@dataclass(frozen=True, slots=True)
class Referral:
    """One matter that staff answer. `owner` is a staff id; `clock_from` is when the running clock started.

    `where` is the place of the person at risk, not always that of the writer. `unsure`: the machine only asked; shown in
    the "look at these" list and not announced. `first_word_at`: when a human word was first delivered.
    """

    id: int
    person: int
    status: Status
    category: str
    severity: Severity
    opened_at: datetime
    clock_from: datetime
    language: str
    owner: int | None = None
    where: Where = NOWHERE
    confidence: float = 1.0
    evidence: tuple[str, ...] = ()
    harm_by: str = "unknown"
    unsure: bool = False
    conflict: bool = False
    first_word_at: datetime | None = None
    snoozed_until: datetime | None = None
    closed_at: datetime | None = None
    outcome: Outcome | None = None
    silent: bool = False
    """Critical, and the person stopped answering: only a coordinator may close it."""
    thread: str | None = None
    """The channel's id of the staff topic that carries the talk, where the group has topics."""
    refused: tuple[int, ...] = ()
    """Staff ids that the person does not want to talk to: they can neither take nor read it."""
    names: tuple[str, ...] = ()
    """Which people, shelters or partners of the operator were named: why there is a `conflict`."""
    interpreter: str | None = None
    """The language that an interpreter is wanted for."""
    safe_at: datetime | None = None
    """When the person said to be safe, to the question that was put; what they write or what happens afterwards takes it back."""
    well: bool = False
    """Whoever owns it wrote down that it ended well, and coordinators know: silence is no alarm any more."""
    for_admin: bool = False
    """A `conflict` that no coordinator may take, because none is registered or all are named: then an admin without tie may."""


class Refused(Exception):
    """An act that the state of the referral does not allow. `reason` is a key of `locales/`: staff read why."""

    def __init__(self, reason: str, **about: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.about = about


NO_DANGER = ("person", "system")
"""Categories that are a wish or a fault of the machine."""


def in_danger(referral: Referral) -> bool:
    """Whether a danger stands in a case that is not closed."""
    return referral.status is not Status.CLOSED and referral.category not in NO_DANGER


def raised(referral: Referral, category: str, severity: Severity, now: datetime, *, sure: bool) -> Referral:
    """A further risk: the graver severity wins and brings its category; the clock starts anew; a sure one ends the doubt."""
    graver = RANK[severity] > RANK[referral.severity]
    was_wish = referral.category in NO_DANGER
    return replace(
        referral,
        severity=severity if graver else referral.severity,
        category=category if graver or was_wish else referral.category,
        unsure=referral.unsure and not sure,
        clock_from=now,
        snoozed_until=None,
        safe_at=None,
        well=False,
    )


def claim(referral: Referral, staff: int) -> Referral:
    """One owner. A second claim is told who has it; the owner's own second press changes nothing."""
    _not_closed(referral)
    if referral.owner == staff:
        return referral
    if referral.owner is not None:
        raise Refused("refused-taken", owner=referral.owner)
    return replace(referral, owner=staff, status=Status.CLAIMED, snoozed_until=None)


def release(referral: Referral, now: datetime) -> Referral:
    """Back to the queue, for whoever takes it next; its clock starts anew."""
    _owned(referral)
    return replace(referral, owner=None, status=Status.OPEN, clock_from=now, snoozed_until=None)


def transfer(referral: Referral, to: int, now: datetime) -> Referral:
    """Handed to a colleague, who owns it at once and has a clock of their own."""
    _owned(referral)
    return replace(referral, owner=to, status=Status.CLAIMED, clock_from=now, snoozed_until=None)


def answered(referral: Referral, now: datetime) -> Referral:
    """A human word was delivered to the person."""
    _not_closed(referral)
    return replace(referral, status=Status.ANSWERED, first_word_at=referral.first_word_at or now)


def wait(referral: Referral) -> Referral:
    """It is the migrant's turn."""
    _owned(referral)
    return replace(referral, status=Status.WAITING)


def spoken(referral: Referral, now: datetime) -> Referral:
    """The person wrote again: whoever waited has something to read, and the clock runs."""
    heard = replace(referral, snoozed_until=None, silent=False, safe_at=None, well=False)
    if referral.status in (Status.ANSWERED, Status.WAITING):
        return replace(heard, status=Status.CLAIMED, clock_from=now)
    return heard


def said_safe(referral: Referral, now: datetime) -> Referral:
    """The person answered that they are safe."""
    _not_closed(referral)
    return replace(referral, safe_at=now)


def ended_well(referral: Referral, *, fine: bool) -> Referral:
    """It ended well, as whoever owns it says: after a human word, and where the person's own last words (`fine`) or yes allow it."""
    _owned(referral)
    if referral.first_word_at is None:
        raise Refused("refused-well-no-word")
    if not fine and referral.safe_at is None:
        raise Refused("refused-well-not-told")
    return replace(referral, well=True, silent=False)


def snooze(referral: Referral, until: datetime, now: datetime) -> Referral:
    """Out of sight until then; a new word or a new risk brings it back."""
    _owned(referral)
    if until <= now:
        raise Refused("refused-snooze-past")
    return replace(referral, snoozed_until=until)


def close(referral: Referral, outcome: Outcome, now: datetime) -> Referral:
    """Over, with an outcome. What comes later opens a new one that points to this."""
    _not_closed(referral)
    return replace(referral, status=Status.CLOSED, outcome=outcome, closed_at=now, snoozed_until=None)


def reopen(referral: Referral, now: datetime) -> Referral:
    """Closed, and yet not over: back in the queue, its clock starts anew."""
    if referral.status is not Status.CLOSED:
        raise Refused("refused-not-closed")
    return replace(
        referral, status=Status.OPEN, owner=None, outcome=None, closed_at=None, clock_from=now, snoozed_until=None, unsure=False
    )


def unwanted(referral: Referral, staff: int, now: datetime) -> Referral:
    """ "Not this person": whoever owns it loses it and cannot take it again; it is a coordinator's matter from now on."""
    _not_closed(referral)
    refused = (*referral.refused, staff) if staff not in referral.refused else referral.refused
    return replace(referral, refused=refused, owner=None, status=Status.OPEN, clock_from=now, snoozed_until=None, thread=None)


def taken_back(referral: Referral, now: datetime) -> Referral:
    """The owner stayed silent past the clock: the queue has it again."""
    return replace(referral, owner=None, status=Status.OPEN, clock_from=now)


def due_at(referral: Referral, minutes: dict[str, int]) -> datetime | None:
    """When the running clock ends (wall clock; shifts are the engine's matter), or None while nobody owes a word."""
    if referral.status in (Status.ANSWERED, Status.WAITING, Status.CLOSED):
        return None
    return referral.clock_from + timedelta(minutes=minutes[referral.severity])


def _not_closed(referral: Referral) -> None:
    if referral.status is Status.CLOSED:
        raise Refused("refused-closed")


def _owned(referral: Referral) -> None:
    _not_closed(referral)
    if referral.owner is None:
        raise Refused("refused-not-owned")
