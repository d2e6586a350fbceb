"""What happened in a turn, told in the past tense. The engine stores the effects of each in the same transaction."""

from dataclasses import dataclass

from faro.assistant.person import NOWHERE, MayWrite, Where


@dataclass(frozen=True, slots=True)
class ReferralOpened:
    """Somebody must look. With an open referral of the same person this raises it instead (never lowers, clock anew).

    `action`: `refer` (sure), `ask` (unsure: the person was asked, staff see it in the "look at these" list and it is not announced
    in the group), `wish` (the person asked for somebody), `system` (the machine failed).
    `evidence` is what staff read of why. `harm_by`: family, official, gang, employer, shelter, unknown.
    `conflict`: names staff, a shelter or a partner of the operator, so only a coordinator without tie may take it.
    """

    category: str
    severity: str
    action: str
    language: str
    where: Where = NOWHERE
    confidence: float = 1.0
    evidence: tuple[str, ...] = ()
    harm_by: str = "unknown"
    conflict: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordsForStaff:
    """The message belongs beside the open referral: to its owner where somebody owns it, else it waits there."""


@dataclass(frozen=True, slots=True)
class DangerDenied:
    """ "No", "it was a joke", "it was not about me": shown to staff, lowers nothing (promise 9)."""

    how: str


@dataclass(frozen=True, slots=True)
class DangerConfirmed:
    """The person answered "yes" to the gentle question."""


@dataclass(frozen=True, slots=True)
class QuestionMatched:
    """A topic was answered (`shown` = `answer`) or offered (`choose`)."""

    topic: str
    language: str
    shown: str = "answer"


@dataclass(frozen=True, slots=True)
class QuestionUnmatched:
    """Nothing fitted: kept for editors without who. Never emitted when there was a risk."""

    text: str
    language: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerJudged:
    """The person said whether an answer was useful."""

    topic: str
    useful: bool


@dataclass(frozen=True, slots=True)
class PlaceReported:
    """How it was at a place of the directory: `closed`, `refused` (not let in) or `helped`."""

    place: str
    outcome: str


@dataclass(frozen=True, slots=True)
class LanguageChanged:
    """The conversation goes on in another language."""

    language: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class MayWriteChosen:
    """The person said whether staff may write here; words that wait leave on `YES`, and at each message on `WHEN_I_WRITE`."""

    choice: MayWrite


@dataclass(frozen=True, slots=True)
class PlaceLearned:
    """Where the person is became known: an open referral without a place takes it over; with `corrected` any does, because what stands
    there is wrong."""

    where: Where
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class ChatCleared:
    """Both sides' messages that the channel still lets us delete are to be deleted, but for this turn's neutral reply."""


@dataclass(frozen=True, slots=True)
class TakenOffPhone:
    """What was just sent and our question before it are to leave the phone and the memory at once."""


@dataclass(frozen=True, slots=True)
class HiddenWordChosen:
    """The person chose a hidden word; only its keyed hash is kept."""

    word: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """All that is kept of the person is to be erased (with an open referral: hidden at once, finished by a coordinator)."""


@dataclass(frozen=True, slots=True)
class CopyWanted:
    """The person wants a copy of what is kept, on this phone."""

    language: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The person does not want the referral any more. Staff see it; only staff close it."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class OtherPersonWanted:
    """ "Not this person": whoever owns the referral loses it and does not read it any more."""


@dataclass(frozen=True, slots=True)
class Complained:
    """A complaint about the team: somebody outside of it is told."""


@dataclass(frozen=True, slots=True)
class ComplaintTold:
    """What was written now is a complaint in the person's words: not for those who answer, however it is corrected."""


@dataclass(frozen=True, slots=True)
class SaidSafe:
    """Yes, to the question whether they are safe now."""


@dataclass(frozen=True, slots=True)
class ShareAnswered:
    """Whether the team may tell an institution; `number` is that of the question."""

    number: int
    yes: bool


Event = (
    ReferralOpened
    | WordsForStaff
    | DangerDenied
    | DangerConfirmed
    | QuestionMatched
    | QuestionUnmatched
    | AnswerJudged
    | PlaceReported
    | LanguageChanged
    | MayWriteChosen
    | PlaceLearned
    | ChatCleared
    | TakenOffPhone
    | HiddenWordChosen
    | Forgotten
    | CopyWanted
    | Withdrawn
    | OtherPersonWanted
    | Complained
    | ComplaintTold
    | ShareAnswered
    | SaidSafe
)
