"""Words put in the place of others before the encoder reads a text: it knows French but no Creole, standard Arabic better than dialects.

Word by word and rough on purpose; nobody ever reads the result. The tables stand in `profiles/gloss`, written for this.
"""

import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from faro.library.text import expanded, fold

HERE = Path(__file__).resolve().parent / "profiles" / "gloss"

LONGEST_PHRASE = 3

_LETTERS = {
    "sh": "\u0634", "ch": "\u0634", "kh": "\u062e", "gh": "\u063a", "th": "\u062b", "dh": "\u0630", "ou": "\u0648", "oo": "\u0648",
    "ee": "\u064a", "3'": "\u063a", "2": "\u0627", "3": "\u0639", "5": "\u062e", "7": "\u062d", "9": "\u0642", "8": "\u0642",
    "6": "\u0637", "a": "\u0627", "b": "\u0628", "c": "\u0643", "d": "\u062f", "e": "", "f": "\u0641", "g": "\u062c", "h": "\u0647",
    "i": "\u064a", "j": "\u062c", "k": "\u0643", "l": "\u0644", "m": "\u0645", "n": "\u0646", "o": "\u0648", "p": "\u0628",
    "q": "\u0642", "r": "\u0631", "s": "\u0633", "t": "\u062a", "u": "\u0648", "v": "\u0641", "w": "\u0648", "x": "\u0643\u0633",
    "y": "\u064a", "z": "\u0632",
}  # fmt: skip
"""Arabic letters for the Latin letters and digits in which chats write them."""


def glossed(text: str, language: str, abbreviations: Mapping[str, str]) -> str:
    """The text as the encoder should read it, for a text of this language."""
    if language == "ht":
        return " ".join(_replaced(expanded(fold(text), abbreviations).split(), _table(language)))
    if language == "ar":
        return " ".join(_standard(word) for word in text.split())
    return " ".join(abbreviations.get(word, word) for word in text.lower().split())


def _standard(word: str) -> str:
    """A dialect word in standard Arabic, one in Latin letters in Arabic ones; what is not known stays as it was typed."""
    folded = fold(word)
    if folded.isascii() and folded and not folded.isdigit():
        folded = word = arabic(folded)
    return _table("ar").get(folded, word)


def arabic(word: str) -> str:
    """An Arabic word typed in Latin letters, in Arabic letters as far as they can be told."""
    out, place = [], 0
    while place < len(word):
        pair = word[place : place + 2]
        size = 2 if pair in _LETTERS else 1
        out.append(_LETTERS.get(word[place : place + size], ""))
        place += size
    return "".join(out)


def _replaced(words: list[str], table: Mapping[str, str]) -> list[str]:
    """The longest known phrases replaced, the rest kept."""
    out, place = [], 0
    while place < len(words):
        for size in range(min(LONGEST_PHRASE, len(words) - place), 0, -1):
            known = table.get(" ".join(words[place : place + size]))
            if known is not None:
                out.append(known)
                place += size
                break
        else:
            out.append(words[place])
            place += 1
    return out


@cache
def _table(language: str) -> dict[str, str]:
    found = {}
    for line in (HERE / f"{language}.txt").read_text("utf-8").splitlines():
        left, equals, right = (part.strip() for part in line.partition("="))
        if equals and not line.startswith("#"):
            found[fold(left)] = right
    return found


def version() -> str:
    """A name for the tables as they are, so that a changed one is learned anew."""
    return "-".join(f"{zlib.crc32(path.read_bytes()):08x}" for path in sorted(HERE.glob("*.txt")))
