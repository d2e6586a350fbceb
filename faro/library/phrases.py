"""Phrases that by themselves almost surely mean danger, found in folded text of any language in linear time and with one slip of the
finger a word. Also the small signs around them: who does the harm, who is little, what turns a phrase harmless, alarms of any language.

A word that is not known is replaced by the phrase word one letter away from it (found through deletions, never by comparing with all),
then one automaton over all pieces of phrases reads the text once, and pieces that follow one another are put together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ahocorasick
from rapidfuzz.distance import OSA

from faro.library.entries import LANGUAGES
from faro.library.lines import Phrase, groups
from faro.library.reading import Reader
from faro.library.spelling import Spelling
from faro.library.text import expanded, fold

SHORTEST = 5
"""Letters of the shortest word in which a slip is forgiven; in shorter ones another word is too near."""

DOERS = ("family", "official", "gang", "employer", "shelter")
GUARDS = ("negation", "tail", "about")
"""`negation`: nobody, never; `tail`: what follows an idiom (of laughing); `about`: a question about the subject (what is ...)."""

BESIDE = ("told", "unaware", "feared", "stranger")
"""What makes somebody who is named no doer: `told` before them (do not tell my mother), `unaware` behind them (my mother does not know);
`feared` before them makes them one again (afraid of). `stranger`: an unknown man, who is the doer before any of the family."""

SIGNS = (*DOERS, *GUARDS, *BESIDE, "little")


@dataclass(frozen=True, slots=True)
class Sign:
    """A few words that tell something beside a danger; `kind` is one of `SIGNS`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Signs:
    """All signs, and the alarms: words for police, ambulance and help in many languages."""

    signs: tuple[Sign, ...] = ()
    alarms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that stands in a text, and its words there. `guarded`: why it may be harmless, one of `GUARDS`, else an empty string."""

    phrase: Phrase
    guarded: str = ""
    words: str = ""


def read_signs(reader: Reader, folder: Path) -> Signs:
    """`risks/signs/<lang>.txt` and `risks/doers/<lang>.txt` (`kind = words`), `risks/alarm.txt` (one a line)."""
    signs = []
    for path in sorted([*(folder / "signs").glob("*.txt"), *(folder / "doers").glob("*.txt")]):
        for number, line in reader.lines(path):
            kind, equals, text = (part.strip() for part in line.partition("="))
            if path.stem not in LANGUAGES or not equals or not text or kind not in SIGNS:
                reader.wrong(path, line, f"line {number} must be 'kind = words' with a kind of {', '.join(SIGNS)}")
            else:
                signs.append(Sign(kind, fold(text)))
    alarms = folder / "alarm.txt"
    listed = tuple(fold(line) for _, line in reader.lines(alarms)) if alarms.is_file() else ()
    return Signs(tuple(signs), listed)


class Dangers:
    """All phrases and signs, ready to be looked for."""

    def __init__(
        self,
        phrases: Iterable[Phrase],
        signs: Signs,
        abbreviations: Mapping[str, str],
        common: frozenset[str] = frozenset(),
        spelling: Spelling | None = None,
    ) -> None:
        """`common`: words that people write every day, which are never taken for a slip of the finger. With `spelling` a text is read a
        second time as it sounds."""
        self._spelling = spelling
        self.abbreviations = abbreviations
        self.common = common
        self.phrases: list[Phrase] = list(phrases)
        self._signs = _Automaton((sign.text, sign) for sign in signs.signs)
        self._alarms = _Automaton((text, text) for text in signs.alarms)
        self._phrases = _Patterns(self.phrases, abbreviations)
        self._known = self._phrases.words
        self._near: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) >= SHORTEST:
                for key in _deletions(word):
                    self._near[key].append(word)

    def found(self, text: str) -> list[Found]:
        """Every phrase in a text as typed, the guarded ones marked."""
        return list(self.in_folded(expanded(fold(text), self.abbreviations)))

    def in_folded(self, folded: str) -> Iterator[Found]:
        """Every phrase in a folded and expanded text."""
        yield from self._within(folded)
        if self._spelling is not None and (heard := self._spelling.put_right(folded)) != folded:
            yield from self._within(heard)

    def _within(self, folded: str) -> Iterator[Found]:
        words = [self._mended(word) for word in folded.split()]
        for start, end, phrase in self._phrases.within(words):
            if phrase.ends and end < len(words):
                continue
            yield Found(phrase, self._guard(words, start, end, phrase), " ".join(words[start:end]))

    def signs(self, folded: str) -> list[Sign]:
        """Every sign in a folded text, in the order of the text."""
        return [sign for _, _, sign in self._signs.within(folded.split())]

    def kinds(self, folded: str) -> list[str]:
        """The kinds of the signs, without a family that is only spoken of: a text may say from whom it must be kept. Of others it is the
        safe side to take them for doers."""
        signs = list(self._signs.within(folded.split()))
        ends = {(last, sign.kind) for _, last, sign in signs}
        starts = {(first, sign.kind) for first, _, sign in signs}

        def spoken_of(first: int, last: int) -> bool:
            told = (first, "told") in ends and (first, "feared") not in ends
            return told or (last, "unaware") in starts

        return [sign.kind for first, last, sign in signs if sign.kind != "family" or not spoken_of(first, last)]

    def alarms(self, folded: str) -> list[str]:
        """Every alarm word in a folded text."""
        return [alarm for _, _, alarm in self._alarms.within(folded.split())]

    def _mended(self, word: str) -> str:
        """The word, or the phrase word that it is one slip away from."""
        if len(word) < SHORTEST or len(word) > 30 or word in self._known or word in self.common:
            return word
        for key in _deletions(word):
            for candidate in self._near.get(key, ()):
                if candidate[0] == word[0] and OSA.distance(word, candidate, score_cutoff=1) <= 1:
                    return candidate
        return word

    def _guard(self, words: list[str], start: int, end: int, phrase: Phrase) -> str:
        """Why the phrase between these words may be harmless: nobody did it, an idiom goes on, or it is asked about."""
        before = [sign.kind for sign in self.signs(" ".join(words[max(0, start - 3) : start]))]
        if "about" in before:
            return "about"
        last = [sign.kind for sign in self.signs(" ".join(words[max(0, start - 2) : start]))]
        if "negation" in last:
            return "negation"
        after = self._signs.within(words[end : end + 4])
        return "tail" if any(sign.kind == "tail" and first == 0 for first, _, sign in after) else ""


class _Automaton:
    """Whole words looked for in whole words, many at once."""

    def __init__(self, pairs: Iterable[tuple[str, Any]]) -> None:
        self._automaton: Any = ahocorasick.Automaton()
        gathered: dict[str, list[Any]] = defaultdict(list)
        for text, value in pairs:
            if text:
                gathered[f" {text} "].append(value)
        for text, values in gathered.items():
            self._automaton.add_word(text, (text, values))
        self._empty = not gathered
        if not self._empty:
            self._automaton.make_automaton()

    def within(self, words: list[str]) -> Iterator[tuple[int, int, Any]]:
        """(first word, word after the last, value) of each hit."""
        if self._empty or not words:
            return
        text = f" {' '.join(words)} "
        for last, (found, values) in self._automaton.iter(text):
            first = text.count(" ", 0, last - len(found) + 2) - 1
            for value in values:
                yield first, first + found.count(" ") - 1, value


class _Patterns:
    """Phrases as groups of choices: the pieces are looked for all at once, then those that follow one another are joined.

    Costs a few steps for each piece that stands in the text, however the text is made.
    """

    def __init__(self, phrases: Iterable[Phrase], abbreviations: Mapping[str, str]) -> None:
        self._forms: list[tuple[Phrase, tuple[frozenset[str], ...]]] = []
        self._alone: dict[str, list[int]] = defaultdict(list)
        self._begun_by: dict[tuple[str, str], list[int]] = defaultdict(list)
        for phrase in phrases:
            for form in groups(phrase.text):
                self._add(phrase, [frozenset(expanded(fold(choice), abbreviations) for choice in choices) for choices in form])
        pieces = {piece for _, form in self._forms for choices in form for piece in choices}
        self.words = frozenset(word for piece in pieces for word in piece.split())
        self._pieces = _Automaton((piece, piece) for piece in sorted(pieces))

    def _add(self, phrase: Phrase, form: list[frozenset[str]]) -> None:
        number = len(self._forms)
        self._forms.append((phrase, tuple(form)))
        if len(form) == 1:
            for piece in form[0]:
                self._alone[piece].append(number)
        else:
            for first in form[0]:
                for second in form[1]:
                    self._begun_by[first, second].append(number)

    def within(self, words: list[str]) -> Iterator[tuple[int, int, Phrase]]:
        """(first word, word after the last, phrase) of each phrase in a text."""
        ended: dict[int, list[tuple[str, int]]] = defaultdict(list)
        reached: dict[int, set[tuple[int, int, int]]] = defaultdict(set)
        for start, end, piece in sorted(self._pieces.within(words)):
            ended[end].append((piece, start))
            steps = [(number, 0, start) for number in self._alone.get(piece, ())]
            steps += [(n, 1, begun) for before, begun in ended.get(start, ()) for n in self._begun_by.get((before, piece), ())]
            steps += [(n, at + 1, begun) for n, at, begun in reached.get(start, ()) if piece in self._forms[n][1][at + 1]]
            for number, place, begun in steps:
                phrase, form = self._forms[number]
                if place == len(form) - 1:
                    yield begun, end, phrase
                else:
                    reached[end].add((number, place, begun))


def _deletions(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
