"""Folding: what people type, brought to one form so that the same thing looks the same.

Used by matching, danger, language and places alike. Everything here is linear in the length of the text and uses no regular
expressions on what a person typed. Tables of chat abbreviations stand in `content/chat/<lang>.txt`.
"""

import unicodedata
from collections.abc import Mapping

LONGEST = 2000
"""Characters read of a text by the learned models; phrases look at all of it."""

_ARABIC = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ـ": "",
        "گ": "ك", "ک": "ك", "ی": "ي", "ڤ": "ف", "پ": "ب", "چ": "ج",
    }
)  # fmt: skip
"""Letters that dialects and keyboards write in several ways (alef, ya, ta marbuta; Persian and Maghrebi keys)."""

_PLAIN = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "`": "'", "´": "'"})


def fold(text: str) -> str:
    """Lower case, no accents, Arabic letters of one kind, only letters, digits and apostrophes, single spaces, no letter more than twice.

    >>> fold("¡¡Ayúdenmeee!!")
    'ayudenmee'
    """
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    plain = unicodedata.normalize("NFKD", lowered).translate(_ARABIC)
    out: list[str] = []
    for char in plain:
        kind = unicodedata.category(char)
        if kind[0] == "M" and not _is_indic(char):
            continue
        keep = kind[0] in "LN" or (kind[0] == "M") or (char == "'" and bool(out) and out[-1] != " ")
        char = _digit(char) if kind == "Nd" else char
        if not keep:
            char = " "
        if char == " " and (not out or out[-1] == " "):
            continue
        if kind[0] == "L" and len(out) >= 2 and out[-1] == out[-2] == char:
            continue
        out.append(char)
    return "".join(out).strip(" '")


def _is_indic(char: str) -> bool:
    """Vowel signs of Indic and Ethiopic scripts are not accents: without them the words are gone."""
    return "\u0900" <= char <= "\u0dff"


def _digit(char: str) -> str:
    """Arabic-Indic and other digits as 0-9."""
    return str(unicodedata.digit(char, 0)) if char > "\x7f" else char


def words(folded: str) -> list[str]:
    """The words of a folded text."""
    return folded.split()


def expanded(folded: str, abbreviations: Mapping[str, str]) -> str:
    """Chat abbreviations written out: `q` -> `que`, `slt` -> `salut`. One table of all languages; ambiguous ones are left out of it."""
    return " ".join(abbreviations.get(word, word) for word in folded.split())
