"""Folding: what people type, brought to one form so that the same thing looks the same.

Used by matching, danger, language and places alike. Everything here is linear in the length of the text and uses no regular
expressions on what a person typed. Tables of chat abbreviations stand in `content/chat/<lang>.txt`.
"""

import unicodedata
from collections.abc import Iterator, Mapping

LONGEST = 2000
"""Characters read of a text at once by the learned models; danger reads longer texts in windows, phrases look at all of it."""

_ARABIC = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ـ": "",
    "گ": "ك", "ک": "ك", "ی": "ي", "ڤ": "ف", "پ": "ب", "چ": "ج",
}  # fmt: skip
"""Letters that dialects and keyboards write in several ways (alef, ya, ta marbuta; Persian and Maghrebi keys)."""

_PLAIN = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "`": "'", "´": "'"})


class _Kept(dict[int, str]):
    """What becomes of each character: itself, another letter, a space, or nothing. Filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = _ARABIC.get(char)
        if kept is None:
            kept = _kept(char)
        if len(self) < 5000:
            self[code] = kept
        return kept


def _kept(char: str) -> str:
    kind = unicodedata.category(char)
    if kind[0] == "M":
        return char if _is_indic(char) else ""
    if kind == "Nd":
        return str(unicodedata.digit(char, 0)) if char > "\x7f" else char
    return char if kind[0] in "LN" or char == "'" else " "


def _is_indic(char: str) -> bool:
    """Vowel signs of Indic and Ethiopic scripts are not accents: without them the words are gone."""
    return "\u0900" <= char <= "\u0dff"


_KEPT = _Kept()


def fold(text: str) -> str:
    """Lower case, no accents, Arabic letters of one kind, only letters, digits and apostrophes, single spaces, no letter more than twice.

    >>> fold("¡¡Ayúdenmeee!!")
    'ayudenmee'
    """
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    plain = unicodedata.normalize("NFKD", lowered).translate(_KEPT)
    return " ".join(kept for word in plain.split() if (kept := _word(word)))


def _word(word: str) -> str:
    """One word without quotes around it and without drawn-out letters."""
    word = word.strip("'")
    if not any(a == b == c for a, b, c in zip(word, word[1:], word[2:], strict=False)):
        return word
    out: list[str] = []
    for char in word:
        if not (char.isalpha() and len(out) >= 2 and out[-1] == out[-2] == char):
            out.append(char)
    return "".join(out)


def words(folded: str) -> list[str]:
    """The words of a folded text."""
    return folded.split()


def expanded(folded: str, abbreviations: Mapping[str, str]) -> str:
    """Chat abbreviations written out: `q` -> `que`, `slt` -> `salut`. One table of all languages; ambiguous ones are left out of it."""
    return " ".join(abbreviations.get(word, word) for word in folded.split())


def numberless(text: str) -> str:
    """A folded text in which every number is 0.

    >>> numberless("Tengo 14 años")
    'tengo 0 anos'
    """
    return " ".join("0" if word.isdigit() else word for word in fold(text).split())


def clauses(text: str) -> Iterator[str]:
    """The sentences of a text as typed, parted at full stops, question and exclamation marks and line ends."""
    start = 0
    for position, char in enumerate(text):
        if char in _ENDS:
            piece = text[start:position].strip()
            if piece:
                yield piece
            start = position + 1
    rest = text[start:].strip()
    if rest:
        yield rest


_ENDS = frozenset("?!.;\n\u061f\u061b\u06d4\u00bf\u00a1\u2026\u0964")


def windows(text: str, size: int, step: int) -> Iterator[str]:
    """Overlapping stretches of a long text that together cover all of it, cut at spaces where there are any."""
    start = 0
    while True:
        end = start + size
        if end >= len(text):
            yield text[start:]
            return
        cut = text.rfind(" ", start + step, end)
        yield text[start : cut if cut > 0 else end]
        after = text.find(" ", start + step, end)
        start = after + 1 if after > 0 else start + step


__all__ = ["LONGEST", "clauses", "expanded", "fold", "numberless", "windows", "words"]
