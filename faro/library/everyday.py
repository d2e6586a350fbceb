"""Words of everyday sentences, counted once when Faro learns: neither slips of the finger in a danger, nor misspelt towns.

They are kept beside the learned arrays (`everyday.json`), so that a start need not fold every written line again.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FILE = "everyday.json"

SEVERAL = 3
"""Harmless lines in which a word stands from which it is never taken for a slip in a phrase of danger."""


@dataclass(frozen=True, slots=True)
class Everyday:
    """`common`: words of several written lines. `no_towns`: those that are no town's name, for the gazetteer with this `print`."""

    common: frozenset[str]
    no_towns: frozenset[str]
    print: str


def common(folded: Iterable[str]) -> frozenset[str]:
    """The words that stand in several of these folded lines."""
    counted = Counter(word for line in folded for word in set(line.split()))
    return frozenset(word for word, times in counted.items() if times >= SEVERAL)


def fingerprint(root: Path) -> str:
    """What the towns were read from, in short."""
    digest = hashlib.sha256()
    for path in sorted((root / "content" / "gazetteer").glob("*")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:20]


def save(words: Everyday, place: Path) -> None:
    """Write them into the folder of the learned arrays."""
    kept = {"common": sorted(words.common), "no_towns": sorted(words.no_towns), "print": words.print}
    (place / FILE).write_text(json.dumps(kept, ensure_ascii=False), "utf-8")


def load(place: Path) -> Everyday:
    """Read them again. Raises OSError, ValueError or KeyError when the file is missing or damaged."""
    kept = json.loads((place / FILE).read_text("utf-8"))
    return Everyday(frozenset(kept["common"]), frozenset(kept["no_towns"]), kept["print"])
