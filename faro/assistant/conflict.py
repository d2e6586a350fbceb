"""Whether a message names somebody of the team, a shelter or a partner of the operator: then the case is a coordinator's without tie."""

from collections.abc import Iterable

from faro.assistant.referral import Referral
from faro.library.text import fold

SHORTEST = 4
"""Letters of a name that is looked for: a shorter one stands in too many words."""


def named(texts: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Those of these names that stand in the texts as whole words."""
    said = f" {' '.join(fold(text) for text in texts)} "
    return tuple(dict.fromkeys(name for name in names if len(fold(name)) >= SHORTEST and f" {fold(name)} " in said))


def tied(referral: Referral, name: str, ties: Iterable[str]) -> bool:
    """Whether somebody with this name and these ties is meant by what the case names."""
    theirs = {fold(one) for one in (name, *ties)}
    return any(fold(one) in theirs for one in referral.names)
