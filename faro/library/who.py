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


@dataclass(frozen=True)
class Signs:
    """Phrases by their words -> kinds, and phrases around an own age."""

    phrases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    before_age: frozenset[str] = frozenset()
    after_age: frozenset[str] = frozenset()

    def kinds(self, words: Sequence[str]) -> frozenset[str]:
        """Every kind that some phrase of these words tells."""
        found: set[str] = set()
        for start in range(len(words)):
            for size in range(1, min(LONGEST, len(words) - start) + 1):
                phrase = " ".join(words[start : start + size])
                found |= self.phrases.get(phrase, frozenset())
                for letters in _ARABIC_BEFORE:
                    if phrase.startswith(letters):
                        found |= self.phrases.get(phrase[len(letters) :], frozenset())
        return frozenset(found)

    def ages(self, words: Sequence[str]) -> Iterator[int]:
        """Numbers that stand as the person's own age: `tengo 15`."""
        for at, word in enumerate(words):
            digits = word[:-1] if word[-1:] in "ae" and word[:-1].isdigit() else word
            if not digits.isdigit() or len(digits) > 2:
                continue
            before = [" ".join(words[at - size : at]) for size in range(1, min(3, at) + 1)]
            after = words[at + 1 : at + 3]
            if after and "unit" in self.phrases.get(after[0], ()):
                continue
            if any(phrase in self.before_age for phrase in before) or any(" ".join(after[:n]) in self.after_age for n in (1, 2)):
                yield int(digits)


def read(reader: Reader, folder: Path) -> Signs:
    """The signs of all languages of a folder."""
    phrases: dict[str, set[str]] = {}
    before: set[str] = set()
    after: set[str] = set()
    for path in sorted(folder.glob("*.txt")):
        for number, line in reader.lines(path):
            kind, equals, said = (part.strip() for part in line.partition("="))
            if not equals:
                reader.wrong(path, line, f"line {number} must be 'kind = words, words'")
                continue
            for words in (part.strip() for part in said.split(",")):
                if _NUMBER in words:
                    left, _, right = words.partition(_NUMBER)
                    (before if left else after).add(_plain(left or right))
                elif words:
                    phrases.setdefault(_plain(words), set()).add(kind)
    return Signs({words: frozenset(kinds) for words, kinds in phrases.items()}, frozenset(before), frozenset(after))


def _plain(words: str) -> str:
    return fold(words).replace("'", " ")
