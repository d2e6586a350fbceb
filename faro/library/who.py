"""The words that tell who asks for a place (content/who/<lang>.txt), all languages together: looked up, not interpreted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from faro.library.reading import Reader
from faro.library.text import fold

LONGEST = 5
"""Words of the longest phrase that is looked for."""
_ARABIC_BEFORE = ("و", "ل", "ب", "ف", "لل", "ال")
_NUMBER = "{n}"
MANY = "#"
"""Stands in a phrase for any number of people: `# hombres`, `con # hijos`."""
UNITS = frozenset({"anos", "ans", "سنة", "سنه", "years old", "an mwen"})
"""What may be left out behind an age."""


@dataclass(frozen=True)
class Signs:
    """Phrases by their words -> kinds, and phrases around an own age."""

    phrases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    before_age: frozenset[str] = frozenset()
    after_age: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    around_age: frozenset[tuple[str, str]] = frozenset()
    spelled: Mapping[str, str] = field(default_factory=dict)
    """Ages written out: `quince` -> 15."""

    def kinds(self, words: Sequence[str]) -> frozenset[str]:
        """Every kind that some phrase of these words tells."""
        found = self._kinds(words)
        masked = [MANY if word.isdigit() or word in self.numbers else word for word in words]
        return frozenset(found | self._kinds(masked)) if MANY in masked else frozenset(found)

    def _kinds(self, words: Sequence[str]) -> set[str]:
        found: set[str] = set()
        for start in range(len(words)):
            for size in range(1, min(LONGEST, len(words) - start) + 1):
                phrase = " ".join(words[start : start + size])
                found |= self.phrases.get(phrase, frozenset())
                for letters in _ARABIC_BEFORE:
                    if phrase.startswith(letters):
                        found |= self.phrases.get(phrase[len(letters) :], frozenset())
        return found

    def ages(self, words: Sequence[str]) -> Iterator[int]:
        """Numbers that stand as the person's own age: `tengo 15`."""
        for at, word in enumerate(words):
            digits = word[:-1] if word[-1:] in "ae" and word[:-1].isdigit() else self.spelled.get(word, word)
            if not digits.isdigit() or len(digits) > 2:
                continue
            before = [" ".join(words[at - size : at]) for size in range(1, min(3, at) + 1)]
            after = words[at + 1 : at + 3]
            if after and "unit" in self.phrases.get(after[0], ()):
                continue
            behind = [" ".join(after[:n]) for n in (1, 2)]
            if self._own(before, behind):
                yield int(digits)

    def _own(self, before: list[str], behind: list[str]) -> bool:
        """Whether these words before or behind a number make it the own age."""
        beside = not self.before_age.isdisjoint(before) or not self.after_age.isdisjoint(behind)
        return beside or any((left, right) in self.around_age for left in before for right in behind)


def read(reader: Reader, folder: Path) -> Signs:
    """The signs of all languages of a folder."""
    phrases: dict[str, set[str]] = {}
    before: set[str] = set()
    after: set[str] = set()
    around: set[tuple[str, str]] = set()
    for path in sorted(folder.glob("*.txt")):
        for number, line in reader.lines(path):
            kind, equals, said = (part.strip() for part in line.partition("="))
            if not equals:
                reader.wrong(path, line, f"line {number} must be 'kind = words, words'")
                continue
            for words in (part.strip() for part in said.split(",")):
                if _NUMBER in words:
                    left, _, right = words.partition(_NUMBER)
                    if left.strip() and right.strip():
                        around.add((_plain(left), _plain(right)))
                    # A unit behind the number only says more of the same (`{n} an mwen`).
                    if not right.strip() or _plain(right) in UNITS:
                        before.add(_plain(left))
                    if not left.strip():
                        after.add(_plain(right))
                elif words:
                    phrases.setdefault(_plain(words), set()).add(kind)
    before.discard("")
    numbers = frozenset(words for words, kinds in phrases.items() if "number" in kinds)
    told = {words: frozenset(kinds) for words, kinds in phrases.items()}
    spelled = {words: kind for words, kinds in phrases.items() for kind in kinds if kind.isdigit()}
    return Signs(told, frozenset(before), frozenset(after), numbers, frozenset(around), spelled)


def _plain(words: str) -> str:
    return fold(words).replace("'", " ") if MANY not in words else _with_number(words)


def _with_number(words: str) -> str:
    return " ".join(MANY if word == MANY else _plain(word) for word in words.split())
