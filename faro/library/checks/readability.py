"""How hard a text is to read, by published formulas; a guide for editors, so only a warning.

English: Flesch-Kincaid grade (1975), at most 8. Spanish: Fernandez Huerta (1959), at least 65. Portuguese: Flesch as adapted by Martins
et al. (1996), at least 55. French: Kandel and Moles (1958), at least 60. No formula is known for Haitian Creole and Arabic: there only the
length of sentences counts. Syllables are counted with the hyphenation patterns of the package `pyphen`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from statistics import median

import pyphen

from faro.library.checks import where
from faro.library.checks.digits import texts
from faro.library.entries import Wording
from faro.library.library import Library
from faro.library.problems import Problem

LONGEST_SENTENCE = 20
"""Words; editors aim for 12."""

WISHED_SENTENCE = 12
"""Words that editors aim for."""

FORMULAS = {
    "en": "Flesch-Kincaid grade, aim 6 or lower",
    "es": "Fernandez Huerta, aim 70 or higher",
    "pt": "Flesch, Martins et al., aim 70 or higher",
    "fr": "Kandel and Moles, aim 70 or higher",
}
"""By language, the published formula and what the middle text should reach. Haitian Creole and Arabic have none."""

PATTERNS = {"es": "es", "en": "en_GB", "pt": "pt_BR", "fr": "fr"}
LIMITS = {"es": 65.0, "pt": 55.0, "fr": 60.0}
GRADE = 8.0


@dataclass(frozen=True, slots=True)
class Measured:
    """How one language reads: the formula and its middle and hardest text (None where there is none), and its sentences."""

    formula: str | None
    middle: float | None
    hardest: float | None
    hardest_topic: str | None
    sentences: int
    over: int
    longest: int


def measured(library: Library, language: str) -> Measured:
    """The figures of all words of a language."""
    figures, lengths = [], []
    for (spoken, topic), wording in library.wordings.items():
        if spoken == language:
            text = _whole(wording)
            lengths += [len(sentence.split()) for sentence in sentences(text)]
            found = figure(text, language)
            figures += [(found, topic)] if found is not None else []
    hard = (max if language == "en" else min)(figures, default=None)
    return Measured(
        formula=FORMULAS.get(language),
        middle=round(median(score for score, _ in figures), 1) if figures else None,
        hardest=round(hard[0], 1) if hard else None,
        hardest_topic=hard[1] if hard else None,
        sentences=len(lengths),
        over=sum(length > WISHED_SENTENCE for length in lengths),
        longest=max(lengths, default=0),
    )


def _whole(wording: Wording) -> str:
    """All texts of a wording but the title, each ended; a value counts as the word that will stand there."""
    return " ".join(PLACEHOLDER.sub("0", part).rstrip(".!?") + "." for part in texts(wording)[1:])


def problems(library: Library, today: date) -> Iterator[Problem]:
    for (language, topic), wording in library.wordings.items():
        text = _whole(wording)
        longest = max((len(sentence.split()) for sentence in sentences(text)), default=0)
        if longest > LONGEST_SENTENCE:
            yield where.words(library, language, topic, f"a sentence of {longest} words", needle="answer:", warning=True)
        score = figure(text, language)
        if score is None:
            continue
        hard = score > GRADE if language == "en" else score < LIMITS[language]
        if hard:
            yield where.words(library, language, topic, f"hard to read: {score:.0f}", needle="answer:", warning=True)


def figure(text: str, language: str) -> float | None:
    """The figure of this text: a school grade for English, an ease from 0 to 100 else; None where no formula exists."""
    words = [word.strip("¿?¡!.,;:()«»\"'") for word in text.split()]
    words = [word for word in words if any(char.isalpha() for char in word)]
    if language not in PATTERNS or not words:
        return None
    per_sentence = len(words) / max(len(sentences(text)), 1)
    per_word = sum(syllables(word, language) for word in words) / len(words)
    if language == "en":
        return 0.39 * per_sentence + 11.8 * per_word - 15.59
    if language == "es":
        return 206.84 - 60 * per_word - 1.02 * per_sentence
    if language == "pt":
        return 248.835 - 1.015 * per_sentence - 84.6 * per_word
    return 207 - 1.015 * per_sentence - 73.6 * per_word


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    for mark in "!?:\n":
        text = text.replace(mark, ".")
    return [sentence for sentence in text.split(".") if sentence.strip()]


def syllables(word: str, language: str) -> int:
    """Syllables by hyphenation, but never fewer than half the groups of vowels (patterns leave short parts together)."""
    groups = sum(a in VOWELS and b not in VOWELS for a, b in zip(word.lower(), word.lower()[1:] + " ", strict=True))
    silent = language == "en" and groups > 1 and word.lower().endswith("e") and not word.lower().endswith("le")
    return max(1, len(_patterns(language).positions(word)) + 1, groups - silent)


PLACEHOLDER = re.compile(r"\{[^}]*\}")
VOWELS = frozenset("aeiouyáéíóúàèìòùâêîôûãõäëïöü")


@cache
def _patterns(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=PATTERNS[language])
