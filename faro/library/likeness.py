"""Which written lines share words with a text: a few hundred candidates for rapidfuzz instead of all of them.

Used while the learned arrays are absent; comparing with every line would take a tenth of a second a message.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

COMMON = 0.05
"""Share of lines beyond which a word tells nothing ("que", "the")."""


class WordIndex:
    """Lines by their words. `near` gives the lines that share the rarest words with a text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(lines):
            for word in set(line.split()):
                self._holding[word].append(number)
        most = max(50, int(len(lines) * COMMON))
        self._weight = {word: math.log(len(lines) / len(held)) for word, held in self._holding.items() if len(held) <= most}

    def near(self, text: str, most: int = 300) -> list[int]:
        """At most `most` line numbers, those with the most and rarest shared words first."""
        shared: Counter[int] = Counter()
        for word in set(text.split()):
            weight = self._weight.get(word, 0.0)
            if weight:
                for number in self._holding[word]:
                    shared[number] += weight  # type: ignore[assignment]
        return [number for number, _ in shared.most_common(most)]
