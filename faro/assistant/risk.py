"""Danger in a text, before anything else, in all languages at once. Whatever goes wrong here fails toward a human.

Two ways, whichever fires: phrases (linear time, misspelling-tolerant, no regular expressions on what a person typed) and a model
learned from written examples. `refer` opens a referral at once; `ask` asks one gentle question and shows it to staff all the same.
Texts are read alone, together, in windows when they are long, and with the last earlier ones.
Errors: NoRules - there is nothing to compare with; `turn.failed` makes it a referral.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faro.assistant import alarms
from faro.library import Library
from faro.library.model import Suspicion
from faro.library.phrases import Found
from faro.library.text import LONGEST, clauses, expanded, fold, numberless, windows

RANK = {"medium": 0, "high": 1, "critical": 2}
STEPS = ("medium", "high", "critical")

CONTEXT = 5
"""Earlier messages that are read together with a new one."""

LONG, WINDOW, STEP = 300, 220, 150
"""Characters from which a text is also read in windows, so that a danger does not drown in the rest; their length and distance."""

SENTENCE, SENTENCES = 3, 12
"""Words from which a sentence of a longer message is also read by itself, and how many of them."""

CRITICAL = 0.40
"""Share of `critical` in the learned severity from which it is given: calling a grave one high costs more than the reverse."""

PHRASE, GUARDED = 0.97, 0.6
"""Confidence of a phrase that stands there, and of one that an idiom, a denial or a question surrounds."""

MOST_AROUND = 3
"""A phrase that is only asked about counts where it makes up a third of the words: in a long story the model knows better."""

USUAL_DOERS = {"gang_threat": "gang", "kidnapping": "gang", "child_detained": "official", "forced_return": "official"}
"""Who does the harm when the text does not say."""


class NoRules(Exception):
    """Phrases of danger are missing, all or those of a category: nothing can be called harmless."""


@dataclass(frozen=True, slots=True)
class Risk:
    """One danger noticed. `evidence` can be read by staff: the phrase that fired, the nearest written examples."""

    category: str
    severity: str
    action: str
    confidence: float
    evidence: tuple[str, ...] = ()
    harm_by: str = "unknown"


def assess(parts: Sequence[str], library: Library, *, earlier: Sequence[str] = (), fresh: bool = False) -> Risk | None:
    """The gravest danger in these texts, read each alone, together, and with the last earlier ones (oldest first).

    `fresh`: only what the new texts add counts (a danger that stood in the earlier ones alone was noticed then).
    """
    if not library.phrases:
        raise NoRules("there are no phrases of danger; content/risks is missing or empty")
    new = [part for part in parts if part.strip()]
    if not new:
        return None
    found = [*_by_phrases(new, library), *_by_examples(new, library), *_by_alarms(new, library)]
    before = [text for text in earlier if text.strip()][-CONTEXT:]
    if before and not any(risk.action == "refer" for risk in found):
        together = _in_context(before, new, library)
        if not (fresh and together and _by_context(before, library)):
            found += together
    if not found and library.missing_risks:
        raise NoRules(f"content/risks lacks {library.missing_risks[0]}: what it would have noticed must be looked at by a person")
    return max(found, key=_gravity, default=None)


def urgent(text: str, library: Library) -> bool:
    """The fast half: whether a phrase of danger stands in the text. Sets the priority before the message is worked on."""
    return any(
        found.phrase.sure and (not found.guarded or found.phrase.severity == "critical") for found in library.dangers.found(text)
    )


def _gravity(risk: Risk) -> tuple[bool, int, float]:
    return risk.action == "refer", RANK[risk.severity], risk.confidence


def _by_phrases(texts: Sequence[str], library: Library) -> Iterator[Risk]:
    """Every phrase. What surrounds it can lower `refer` to `ask`, never to nothing."""
    for text in texts:
        folded = expanded(fold(text), library.abbreviations)
        kinds, most = _kinds(folded, library), len(folded.split())
        # A text that repeats itself says nothing new: each phrase once, so that a hostile one stays cheap.
        for found in dict.fromkeys(library.dangers.in_folded(folded)):
            if found.phrase.sure or not (found.guarded or MOST_AROUND * len(found.words.split()) < most):
                yield _from_phrase(found, kinds)


def _from_phrase(found: Found, kinds: Sequence[str]) -> Risk:
    phrase, asked = found.phrase, bool(found.guarded) or not found.phrase.sure
    evidence = (f"phrase: {found.words}",) + ((f"but: {found.guarded}",) if found.guarded else ())
    action, confidence = ("ask", GUARDED) if asked else ("refer", PHRASE)
    severity = _stepped_up(phrase.severity, kinds)
    return Risk(phrase.category, severity, action, confidence, evidence, _doer(kinds, phrase.category))


def _by_examples(texts: Sequence[str], library: Library) -> Iterator[Risk]:
    """What the model says of each text, of all together, and of windows and sentences of longer ones."""
    # What is learned from disclosures makes much of a bare age; somebody who has said no more than that must not be frightened.
    texts = [text for text in texts if not _says_little(text, library)]
    whole = [view for text in texts for view in _views(text)]
    whole += [heard for text in texts if (heard := _heard(text, library))]
    if len(texts) > 1:
        whole.append("\n".join(texts)[:LONGEST])
    found = list(_learned(whole, library))
    yield from found
    if not any(risk.action == "refer" for risk in found):
        # A danger often stands behind an ordinary question; the whole text, where it says enough, knows best how grave it is.
        parts = _learned([part for text in texts for part in _sentences(text) if not _says_little(part, library)], library)
        yield from (risk for risk in parts if risk.action == "refer" or not found)


def _heard(text: str, library: Library) -> str | None:
    """A text that is written by ear, in the usual letters; None where it is written so already, or too long for that."""
    folded = expanded(fold(text[:LONG]), library.abbreviations)
    heard = library.spelling.put_right(folded)
    return heard if heard != folded and len(text) <= LONG else None


def _says_little(text: str, library: Library) -> bool:
    """Whether it is no more than an age, a number of children, a greeting."""
    return numberless(text) in library.plain or fold(text) in library.courtesies


def _views(text: str) -> Iterator[str]:
    yield text[:LONGEST]
    if len(text) > LONG:
        yield from windows(text, WINDOW, STEP)


def _sentences(text: str) -> list[str]:
    """The sentences of a text that has more than one."""
    parts = [part for part in clauses(text[:LONGEST]) if len(part.split()) >= SENTENCE]
    alone = len(parts) == 1 and 2 * len(parts[0]) >= len(text)
    return [] if alone else parts[:SENTENCES]


def _learned(views: Sequence[str], library: Library) -> Iterator[Risk]:
    learned = library.learned
    if learned is None:
        return
    learned.prepare(views)
    for view in views:
        limits = learned.danger_thresholds(view)
        suspicion = learned.danger(view)
        if suspicion is not None and suspicion.probability >= limits["ask"]:
            action = "refer" if suspicion.probability >= limits["refer"] else "ask"
            yield _from_suspicion(suspicion, action, view, library)


def _from_suspicion(suspicion: Suspicion, action: str, text: str, library: Library) -> Risk:
    folded = expanded(fold(text), library.abbreviations)
    category = suspicion.categories[0][0]
    example = library.examples[suspicion.line]
    evidence = (f"like: {example.text.replace(chr(10), ' / ')}",)
    kinds = _kinds(folded, library)
    severity = _stepped_up(_severity(suspicion), kinds, only="medium")
    return Risk(category, severity, action, suspicion.probability, evidence, _doer(kinds, category))


def _severity(suspicion: Suspicion) -> str:
    """The learned severity, in doubt the graver one."""
    shares = suspicion.severities
    if shares.get("critical", 0.0) >= CRITICAL:
        return "critical"
    return "high" if shares.get("high", 0.0) >= shares.get("medium", 0.0) * 0.5 else "medium"


def _kinds(folded: str, library: Library) -> tuple[str, ...]:
    """The kinds of signs in a folded text, in their order, each once."""
    return tuple(dict.fromkeys(library.dangers.kinds(folded)))


def _stepped_up(severity: str, kinds: Sequence[str], *, only: str | None = None) -> str:
    """One step graver where a baby or a child under 12 is named. `only` this severity is stepped up (examples know the rule)."""
    if only is not None and severity != only:
        return severity
    return STEPS[min(RANK[severity] + 1, 2)] if "little" in kinds else severity


def _doer(kinds: Sequence[str], category: str) -> str:
    """Who does the harm, as far as the text names them."""
    named = [kind for kind in kinds if kind in DOERS and not (kind == "family" and "stranger" in kinds)]
    return next(iter(named), USUAL_DOERS.get(category, "unknown"))


DOERS = frozenset({"family", "official", "gang", "employer", "shelter"})


def _in_context(before: Sequence[str], new: Sequence[str], library: Library) -> list[Risk]:
    """What shows only when the new texts are read with the ones before."""
    if all(_says_little(text, library) for text in (*before, *new)):
        return []
    joined = "\n".join([*before, *new])
    return [*_learned([joined[-LONGEST:]], library), *_by_phrases(before, library)]


def _by_context(before: Sequence[str], library: Library) -> bool:
    """Whether the earlier texts were a danger by themselves."""
    return any(True for _ in _by_phrases(before, library)) or any(True for _ in _learned(["\n".join(before)[-LONGEST:]], library))


def _by_alarms(texts: Sequence[str], library: Library) -> Iterator[Risk]:
    """Signs of alarm where words cannot be understood. What the person could not be asked about in words of theirs is referred at once."""
    for text in texts:
        if _unreadable(text):
            yield Risk("immediate_danger", "medium", "refer", 0.5, ("alarm: unreadable text",))
        signs, alone = alarms.signs(text, library), alarms.is_nothing_else(text, library)
        if not signs:
            continue
        evidence = tuple(f"alarm: {sign}" for sign in signs)
        if alarms.is_foreign(text, library) and not (alone and len(signs) == 1):
            yield Risk("immediate_danger", "high", "refer", 0.6, evidence)
        elif alone or alarms.SOS in signs:
            number = any(char.isdigit() for char in text)
            yield Risk("immediate_danger", "high", "refer" if number and len(signs) > 1 else "ask", 0.5, evidence)


def _unreadable(text: str) -> bool:
    """Whether much of a text is no character at all."""
    broken = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text[:LONGEST])
    return broken >= 4 and broken * 5 > min(len(text), LONGEST)
