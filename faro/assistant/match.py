"""Which topic a message asks about: an answer, a choice of two or three, or an honest "I don't know"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from faro.library import Library
from faro.library.text import expanded, fold


class Decision(StrEnum):
    ANSWER = "answer"
    CHOOSE = "choose"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Match:
    """`topic` is the best topic even when it is not answered; `candidates` are the topics to offer, best first, at most three.

    `second` is a further topic that the same message asks about with confidence (two questions in one message).
    """

    decision: Decision
    topic: str | None = None
    confidence: float = 0.0
    candidates: tuple[str, ...] = ()
    second: str | None = None


NOTHING = Match(Decision.UNKNOWN)


def rank(text: str, library: Library, language: str, *, earlier: Sequence[str] = (), last_topic: str | None = None) -> Match:
    """The topic of this text. `earlier`: texts of the same person, oldest first; `last_topic`: what was answered last (follow-ups)."""
    query = expanded(fold(text), library.abbreviations)
    if not query:
        return NOTHING
    lines = [expanded(fold(ask.text), library.abbreviations) for ask in library.asks]
    best: dict[str, float] = {}
    for _, score, index in process.extract(query, lines, scorer=fuzz.token_set_ratio, limit=25, score_cutoff=55):
        topic = library.asks[index].topic
        best[topic] = max(best.get(topic, 0.0), score / 100)
    ranked = sorted(best, key=lambda topic: -best[topic])
    if not ranked or ranked[0] == "none":
        return NOTHING
    top, others = ranked[0], [topic for topic in ranked[:3] if topic != "none"]
    margin = best[top] - (best[ranked[1]] if len(ranked) > 1 else 0)
    if best[top] >= 0.9 and margin > 0.02:
        return Match(Decision.ANSWER, top, best[top], tuple(others))
    return Match(Decision.CHOOSE, top, best[top], tuple(others)) if best[top] >= 0.7 else NOTHING


def wants_person(text: str, library: Library, language: str) -> bool:
    """Whether the text asks for a human being."""
    match = rank(text, library, language)
    return match.decision is Decision.ANSWER and match.topic == "bot.human"
