"""Which topic a message asks about: an answer, a choice of two or three, or an honest "I don't know".

    near-exact line -> learned candidates with calibrated probabilities -> thresholds of the language -> follow-up -> two questions

Without learned arrays the written lines are compared as strings, and little is answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz import fuzz, process

from faro.library import Library
from faro.library.calibration import GROUPS
from faro.library.model import Candidate
from faro.library.text import clauses, expanded, fold

NEAR_EXACT = 92
"""Likeness (sorted words, 0-100) from which a message is taken to be the written line itself."""

SENSITIVE = ("health.", "asylum.", "deportation.", "detention.", "violence.", "safety.", "alone.", "family.travel_alone")
"""Topics where a wrong answer can harm a body or miss a deadline: model and nearest lines must agree, else it is a choice."""

ELLIPTIC = 6
"""Words up to which a message may be a follow-up that makes sense only with the one before."""

ALONE = 0.25
"""How much surer a short message must be on its own than together with the one before it to count as a change of subject."""


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
    if query in library.courtesies:
        return Match(Decision.ANSWER, "bot.greeting", 1.0, ("bot.greeting",))
    if library.learned is None:
        return _by_likeness(query, library)
    alone = _judged(text, query, library, language)
    if earlier and _elliptic(query, alone):
        return _continued(text, alone, library, language, earlier[-1], last_topic)
    if alone.decision is Decision.ANSWER:
        return replace(alone, second=_second(text, alone, library, language))
    return alone


def wants_person(text: str, library: Library, language: str) -> bool:
    """Whether the text asks for a human being."""
    if library.learned is None:
        match = rank(text, library, language)
        return match.decision is Decision.ANSWER and match.topic == "bot.human"
    found = library.learned.topics(text) if fold(text) else []
    wish = next((candidate.probability for candidate in found if candidate.topic == "bot.human"), 0.0)
    others = max((candidate.probability for candidate in found if candidate.topic != "bot.human"), default=0.0)
    return wish >= PERSON and wish > others


PERSON = 0.4
"""Probability from which a wish for a person is heard: a missed one costs more than an offered person."""


def group(language: str) -> str:
    """The group of languages whose thresholds count."""
    return next((name for name, members in GROUPS.items() if language in members), "ht ar")


def _judged(text: str, query: str, library: Library, language: str) -> Match:
    """The text on its own, by the learned candidates."""
    learned = library.learned
    assert learned is not None
    found = learned.topics(text)
    topics = [candidate for candidate in found if candidate.topic != "none"][:3]
    if not topics:
        return NOTHING
    nothing = next((candidate.probability for candidate in found if candidate.topic == "none"), 0.0)
    names, best = tuple(candidate.topic for candidate in topics), topics[0]
    if _near_exact(query, best, library):
        return Match(Decision.ANSWER, best.topic, max(best.probability, 0.97), names)
    limits = learned.thresholds(group(language))
    sure = best.probability >= limits["answer"] and best.probability > nothing
    if sure and not (best.topic.startswith(SENSITIVE) and _disputed(best, topics)):
        return Match(Decision.ANSWER, best.topic, best.probability, names)
    if best.probability >= limits["choose"]:
        return Match(Decision.CHOOSE, best.topic, best.probability, names)
    return Match(Decision.UNKNOWN, best.topic, best.probability, names)


def _near_exact(query: str, best: Candidate, library: Library) -> bool:
    line = expanded(fold(library.asks[best.line].text), library.abbreviations)
    return fuzz.token_sort_ratio(query, line, score_cutoff=NEAR_EXACT) > 0


def _disputed(best: Candidate, topics: Sequence[Candidate]) -> bool:
    """Whether the linear model and the nearest lines name different topics, and neither clearly."""
    nearest = max(topics, key=lambda candidate: sum(candidate.near))
    scored = max(topics, key=lambda candidate: candidate.score)
    return nearest.topic != scored.topic and best.probability < CLEAR


CLEAR = 0.8
"""Probability above which a disagreement of the voters no longer matters."""


def _elliptic(query: str, alone: Match) -> bool:
    """Whether a message may lean on the one before: short, and no sure question of its own."""
    return len(query.split()) <= ELLIPTIC or alone.decision is not Decision.ANSWER and len(query.split()) <= 2 * ELLIPTIC


def _continued(text: str, alone: Match, library: Library, language: str, before: str, last_topic: str | None) -> Match:
    """A message read together with the one before it, where that says more than the message alone."""
    learned = library.learned
    assert learned is not None
    if alone.decision is Decision.ANSWER and alone.confidence >= SUBJECT_CHANGED:
        return alone
    joined = f"{before}\n{text}"
    together = _judged(joined, expanded(fold(joined), library.abbreviations), library, language)
    if together.topic is None or (alone.decision is Decision.ANSWER and alone.confidence + ALONE >= together.confidence):
        return alone
    if last_topic is not None and together.decision is not Decision.ANSWER and last_topic in together.candidates:
        names = (last_topic, *(name for name in together.candidates if name != last_topic))
        return Match(Decision.ANSWER, last_topic, together.confidence, names[:3])
    return together if _better(together, alone) else alone


SUBJECT_CHANGED = 0.85
"""Probability from which a short message is a question of its own, whatever was said before."""


def _better(together: Match, alone: Match) -> bool:
    order = (Decision.UNKNOWN, Decision.CHOOSE, Decision.ANSWER)
    return (order.index(together.decision), together.confidence) > (order.index(alone.decision), alone.confidence)


def _second(text: str, match: Match, library: Library, language: str) -> str | None:
    """A second question in the same message, when each of two sentences is sure of its own topic."""
    parts = [part for part in clauses(text) if len(part.split()) >= 3][:4]
    if len(parts) < 2:
        return None
    sure = [_judged(part, expanded(fold(part), library.abbreviations), library, language) for part in parts]
    topics = [m.topic for m in sure if m.decision is Decision.ANSWER and m.topic and not m.topic.startswith("bot.")]
    if match.topic not in topics:
        return None
    return next((topic for topic in topics if topic != match.topic), None)


def _by_likeness(query: str, library: Library) -> Match:
    """The fallback without learned arrays: likeness of whole strings. Sure of little."""
    best: dict[str, float] = {}
    for _, score, index in process.extract(query, library.folded_asks, scorer=fuzz.token_sort_ratio, limit=25, score_cutoff=50):
        topic = library.asks[index].topic
        best[topic] = max(best.get(topic, 0.0), score / 100)
    ranked = sorted(best, key=lambda topic: -best[topic])
    others = tuple(topic for topic in ranked if topic != "none")[:3]
    if not ranked or ranked[0] == "none":
        return NOTHING
    if best[ranked[0]] >= NEAR_EXACT / 100:
        return Match(Decision.ANSWER, ranked[0], best[ranked[0]], others)
    if best[ranked[0]] >= 0.6:
        return Match(Decision.CHOOSE, ranked[0], best[ranked[0]], others)
    return Match(Decision.UNKNOWN, ranked[0], best[ranked[0]], others)
