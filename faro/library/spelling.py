"""Words written as they sound: `kiere`, `yeva`, `biola` for what the written lines call `quiere`, `lleva`, `viola`.

Whoever left school early writes Spanish by ear. The letters of such a word are far from the right ones, its sound is the same.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from faro.library import sounds

SHORTEST = 3
"""Letters of the shortest word that is looked at: shorter ones sound alike in all languages."""


MOST = 0.75
"""Share of the words that must be known when all are put right: else the text is in another language."""


class Spelling:
    """How words that sound alike are mostly written."""

    def __init__(self, folded: Iterable[str]) -> None:
        """`folded`: lines of one language from which it is counted how words are written."""
        counted = Counter(word for line in folded for word in line.split())
        best: dict[str, str] = {}
        for word, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
            if len(word) < SHORTEST:
                continue
            best.setdefault(sounds.key(word), word)
        self._counted: Mapping[str, int] = counted
        self._best = best

    def put_right(self, folded: str) -> str:
        """The text with each spelling replaced by the most usual one of the same sound.

        >>> Spelling(["me quiere tocar"]).put_right("me kiere tokar")
        'me quiere tocar'
        """
        words = [self._word(word) for word in folded.split()]
        known = sum(word in self._counted for word in words)
        return " ".join(words) if MOST * len(words) <= known else folded

    def _word(self, word: str) -> str:
        if not SHORTEST <= len(word) <= 30:
            return word
        usual = self._best.get(sounds.key(word), word)
        return usual if self._counted.get(usual, 0) > self._counted.get(word, 0) else word
