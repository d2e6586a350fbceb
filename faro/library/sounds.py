"""How a name sounds: one key for its spellings in Spanish, French, Portuguese, Haitian Creole and English, and one for Arabic letters.

Only for comparing names of places with each other; a key means nothing by itself.
"""

from functools import lru_cache

_PAIRS = (
    ("tch", "C"), ("sch", "C"), ("ch", "C"), ("sh", "C"), ("qu", "k"), ("ck", "k"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("gue", "ge"),
    ("gui", "gi"), ("ll", "i"), ("ce", "se"), ("ci", "si"), ("h", ""), ("w", "u"), ("gu", "u"), ("z", "s"), ("c", "k"), ("q", "k"),
    ("v", "b"), ("x", "j"), ("y", "i"),
)  # fmt: skip
"""Replaced in this order."""

_ARABIC = {
    "ا": "a", "و": "u", "ي": "i", "ب": "b", "ت": "t", "ط": "t", "ث": "s", "س": "s", "ص": "s", "ز": "s", "ظ": "s", "ذ": "d", "د": "d",
    "ض": "d", "ر": "r", "ل": "l", "م": "m", "ن": "n", "ك": "k", "ق": "k", "غ": "g", "ج": "g", "ف": "f", "ش": "C", "خ": "j", "ح": "j",
    "ه": "", "ع": "", "ء": "",
}  # fmt: skip

_CLASSES = str.maketrans({
    "b": "B", "p": "B", "f": "B", "t": "T", "d": "T", "k": "K", "g": "K", "j": "K",
    "a": "", "e": "", "i": "", "o": "", "u": "",
})  # fmt: skip
"""Consonants that Arabic letters do not tell apart in foreign names, and vowels, which are mostly not written."""


@lru_cache(maxsize=50_000)
def key(folded: str) -> str:
    """The sound of a folded name in Latin letters, spaces kept: `saltiyo` and `saltillo` are one."""
    text = folded
    for spelled, sound in _PAIRS:
        if spelled in text:
            text = text.replace(spelled, sound)
    out: list[str] = []
    for char in text:
        if not out or out[-1] != char:
            out.append(char)
    return "".join(out)


def is_arabic(word: str) -> bool:
    """Whether a folded word is written in Arabic letters."""
    return "\u0600" <= word[:1] <= "\u06ff"


def bones(folded: str) -> str:
    """The consonants of a name, by classes: the same for `تيخوانا` and `tijuana`."""
    if is_arabic(folded):
        latin = "".join(_ARABIC.get(char, char) for char in folded.replace("تش", "ش").replace("كس", "خ").replace("وا", "ا"))
    else:
        latin = key(folded)
    out: list[str] = []
    for char in latin.replace(" ", "").translate(_CLASSES):
        if not out or out[-1] != char:
            out.append(char)
    return "".join(out)


def vowelled(folded: str) -> str:
    """A name with its vowels brought to three, to compare across letters after the bones agree."""
    latin = "".join(_ARABIC.get(char, char) for char in folded.replace("تش", "ش")) if is_arabic(folded) else key(folded)
    return latin.translate(_VOWELS).replace(" ", "")


_VOWELS = str.maketrans({"e": "i", "o": "u", "p": "b", "f": "b", "d": "t", "g": "k", "j": "k"})
