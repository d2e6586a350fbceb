"""Which language a message is in. Order of evidence: chosen > written before > Telegram's > script and words > langdetect last.

The script decides first. For Latin letters three voters are multiplied: letters learned from our own ways of asking, py3langid, and
langdetect guided by profiles of our own; then the prior, which weighs fully at one word and nothing from four on. A language without
content is only believed when most words are strange to ours. Under about 20 characters nothing is switched by a guess; below `SURE`
the person is offered buttons.
"""

import math
from dataclasses import dataclass

from faro.library import Library, tongues
from faro.library.entries import LANGUAGES
from faro.library.letters import words

SURE = 0.8
"""Confidence below which buttons are offered instead of a switch."""

SHORT = 20
"""Characters under which a guess never switches the language of a conversation."""

LEARNED, LANGID, LANGDETECT = 1.0, 1.0, 0.35
"""How much each voter counts (powers of its shares)."""

LEARNED_SHORT = 1.6
"""Of one or two words: greetings and chat spellings stand in our own lines and in no newspaper."""

PRIOR = {1: 5.0, 2: 2.2, 3: 0.8}
"""Weight of the prior by number of words, in powers of e; none from four on."""

HINT, BEFORE = 0.7, 1.0
"""What Telegram reports is a setting of the phone and counts less than what the person wrote."""

FLOOR = 0.01
"""No voter's share counts as less: none of them can rule a language out."""


ABSTAINED = 0.3
"""Share of a language in the vote of one who cannot know it."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A language (ISO 639-1, else 639-3, `und` when unknown) and how sure we are (0-1). `certain`: the script alone decides it."""

    language: str
    confidence: float
    certain: bool = False


UNKNOWN = Guess("und", 0.0)


def detect(text: str, library: Library, *, hint: str | None = None, before: str | None = None) -> Guess:
    """The language of this text. `hint` is what Telegram reports, `before` what the person wrote until now."""
    parts = words(text)
    if not parts:
        return UNKNOWN
    scripted = tongues.by_script(text)
    if scripted is not None:
        return Guess(*scripted)
    strange = _without_content(text, parts, library)
    if strange is not None:
        return strange
    shares = votes(text, library, hint=hint, before=before)
    best = max(shares, key=lambda name: shares[name])
    return Guess(best, round(shares[best], 4))


def votes(text: str, library: Library, *, hint: str | None = None, before: str | None = None) -> dict[str, float]:
    """The shares of the languages with content, all voters and the prior together."""
    logs = dict.fromkeys(LANGUAGES, 0.0)
    for weight, shares in voters(text, library):
        for name in LANGUAGES:
            logs[name] += weight * math.log(max(shares.get(name, 0.0), FLOOR))
    prior = PRIOR.get(len(words(text)), 0.0)
    for name, weight in (((hint or "")[:2], HINT), (before or "", BEFORE)):
        if name in logs:
            logs[name] += prior * weight
    top = max(logs.values())
    spread = {name: math.exp(value - top) for name, value in logs.items()}
    total = sum(spread.values())
    return {name: value / total for name, value in spread.items()}


def voters(text: str, library: Library) -> list[tuple[float, dict[str, float]]]:
    """(weight, shares) of each voter that has something to say."""
    identified, detected = tongues.ours(tongues.identified(text)), tongues.ours(tongues.detected(text))
    if library.learned is None:
        heard = [(LANGID, identified), (LANGDETECT, detected)]
    else:
        learned = library.learned.languages(text)
        weight = LEARNED_SHORT if len(words(text)) <= 2 else LEARNED
        heard = [
            (weight, _abstaining(learned, [name for name in LANGUAGES if name not in learned])),
            (LANGID, _abstaining(identified, ["ar"])),
            (LANGDETECT, _abstaining(detected, ["ar"])),
        ]
    return [(weight, shares) for weight, shares in heard if shares]


def _abstaining(shares: dict[str, float], unknown: list[str]) -> dict[str, float]:
    """Shares of a voter that never saw some languages (Arabic in Latin letters): it abstains on them instead of ruling them out."""
    if not shares or not unknown:
        return shares
    return {name: share * (1 - ABSTAINED) for name, share in shares.items()} | dict.fromkeys(unknown, ABSTAINED)


def _without_content(text: str, parts: list[str], library: Library) -> Guess | None:
    """A language that we cannot answer in, noticed only when its own words or letters say so and ours are missing."""
    known = library.learned.known_words(text) if library.learned is not None else 0.3
    if known > MOSTLY_OURS or _arabic_in_latin_letters(text, library):
        return None
    telling = {name: share for name, share in tongues.telling(text).items() if share > 0}
    scores: dict[str, float] = {}
    for shares, weight in ((tongues.detected(text), 1.0), (tongues.identified(text), 1.0), (telling, 2.5)):
        for name, share in shares.items():
            scores[name] = scores.get(name, 0.0) + weight * share
    foreign = {name: score for name, score in scores.items() if name not in LANGUAGES and name != "qu"}
    if not foreign:
        return None
    best = max(foreign, key=lambda name: foreign[name])
    ours = max((scores.get(name, 0.0) for name in LANGUAGES), default=0.0)
    needed = (0.7 if len(parts) >= 3 else 1.2) + 1.5 * known
    if foreign[best] >= needed and foreign[best] > ours:
        return Guess(best, round(min(0.5 + foreign[best] / 4, 0.97), 3))
    return None


def _arabic_in_latin_letters(text: str, library: Library) -> bool:
    """Whether our own lines say that this is Arabic as chats write it, which no other voter can know."""
    return library.learned is not None and library.learned.languages(text).get("ar", 0.0) >= ARABIZI


ARABIZI = 0.9

MOSTLY_OURS = 0.6
"""Share of words that stand in our own ways of asking, above which a text is in one of our languages."""
