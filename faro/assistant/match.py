"""Which topic a message asks about: an answer, a choice of two or three, or an honest "I don't know".

    near-exact line -> learned candidates with calibrated probabilities -> thresholds of the language -> follow-up -> two questions

Without learned arrays the written lines are compared as strings, and little is answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz import fuzz, process

from faro.library import Library
from faro.library.calibration import GROUPS, offered
from faro.library.model import Candidate
from faro.library.text import clauses, expanded, fold

NEAR_EXACT = 92
"""Likeness (sorted words, 0-100) from which a message is taken to be the written line itself."""

SENSITIVE = ("health.", "asylum.", "deportation.", "detention.", "violence.", "safety.", "alone.", "family.travel_alone")
"""Topics where a wrong answer can harm a body or miss a deadline: model and nearest lines must agree, else it is a choice."""

ELLIPTIC = 6
"""Words up to which a message may be a follow-up that makes sense only with the one before."""


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
    before = _question_before(earlier, library)
    if before is not None and (library.followups.get(query) == "more" or _leans(query, alone, library)):
        return _continued(text, query, alone, library, before=before, last=last_topic)
    if alone.decision is Decision.ANSWER:
        return replace(alone, second=_second(text, alone, library, language))
    return alone


def _question_before(earlier: Sequence[str], library: Library) -> str | None:
    """The last earlier text that was more than a courtesy."""
    for text in reversed(earlier):
        folded = fold(text)
        if folded and folded not in library.courtesies and folded not in library.followups:
            return text
    return None


def wants_person(text: str, library: Library, language: str) -> bool:
    """Whether the text asks for a human being."""
    if library.learned is None:
        match = rank(text, library, language)
        return match.decision is Decision.ANSWER and match.topic == "bot.human"
    found = library.learned.topics(text) if fold(text) else []
    return any(candidate.topic == "bot.human" and candidate.probability >= PERSON for candidate in found)


PERSON = 0.06
"""Probability from which a wish for a person is heard, whatever else is asked: a missed one costs more than an offered person."""


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
    if offered(best.probability, nothing) >= limits["choose"]:
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


def _leans(query: str, alone: Match, library: Library) -> bool:
    """Whether a message may lean on the one before: it begins like a continuation, or is short and no sure question of its own."""
    words = query.split()
    if len(words) > 2 * ELLIPTIC:
        return False
    if _begins(words, library):
        return alone.confidence < SUBJECT_CHANGED or len(words) <= ELLIPTIC
    return len(words) <= ELLIPTIC and (alone.decision is not Decision.ANSWER or (alone.topic or "").startswith("bot."))


def _begins(words: Sequence[str], library: Library) -> bool:
    """Whether the first words continue something. In Arabic `and` is written on to the next word."""
    begun = any(library.followups.get(" ".join(words[:size])) == "begins" for size in (1, 2, 3))
    return begun or (words[0].startswith(ARABIC_AND) and len(words[0]) > 3)


ARABIC_AND = "\u0648"


def _continued(text: str, query: str, alone: Match, library: Library, *, before: str, last: str | None) -> Match:
    """A message weighed together with the one before it: alone, joined, and the one before."""
    learned = library.learned
    assert learned is not None
    if library.followups.get(query) == "more":
        weights = (0.0, 0.0, 1.0)
    elif _begins(query.split(), library):
        weights = (0.2, 0.45, 0.35)
    else:
        weights = (0.4, 0.45, 0.15)
    mixed: dict[str, float] = {}
    for weight, said in zip(weights, (text, f"{before}\n{text}", before), strict=True):
        for candidate in learned.topics(said) if weight else ():
            mixed[candidate.topic] = mixed.get(candidate.topic, 0.0) + weight * candidate.probability
    if last is not None:
        mixed[last] = mixed.get(last, 0.0) + LAST
    ranked = sorted((topic for topic in mixed if topic != "none"), key=lambda topic: -mixed[topic])[:3]
    if not ranked or mixed[ranked[0]] <= mixed.get("none", 0.0):
        return alone
    rival = mixed[ranked[1]] if len(ranked) > 1 else 0.0
    sure = mixed[ranked[0]] >= CONTINUED and mixed[ranked[0]] - rival >= AHEAD
    if not sure and alone.decision is Decision.ANSWER:
        return alone
    return Match(Decision.ANSWER if sure else Decision.CHOOSE, ranked[0], round(min(mixed[ranked[0]], 1.0), 4), tuple(ranked))


LAST = 0.15
"""What the topic answered last adds to a message that leans on it."""

CONTINUED, AHEAD = 0.45, 0.12
"""Mixed probability from which a message that leans on another is answered, and how far the next topic must be behind."""

SUBJECT_CHANGED = 0.9
"""Probability from which a message of some length is a question of its own, however it begins."""


def _second(text: str, match: Match, library: Library, language: str) -> str | None:
    """A second question in the same message, when each of two sentences is sure of its own topic and the whole hints at both."""
    parts = [part for part in clauses(text) if len(part.split()) >= 3][:4]
    if len(parts) < 2:
        return None
    sure = [_judged(part, expanded(fold(part), library.abbreviations), library, language) for part in parts]
    topics = [m.topic for m in sure if m.decision is Decision.ANSWER and m.confidence >= SECOND]
    if match.topic not in topics:
        return None
    return next((topic for topic in topics if topic in match.candidates[1:] and not topic.startswith("bot.")), None)


SECOND = 0.9
"""Probability from which a sentence is taken for a second question: an answer nobody asked for buries the one that was."""


def _by_likeness(query: str, library: Library) -> Match:
    """The fallback without learned arrays: likeness of whole strings. Sure of little."""
    best: dict[str, float] = {}
    near = {index: library.folded_asks[index] for index in library.words_of_asks.near(query)}
    for _, score, index in process.extract(query, near, scorer=fuzz.token_sort_ratio, limit=25, score_cutoff=50):
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
