"""Who can say which language a text is in: the script, py3langid, langdetect with profiles of our own, and everyday words.

Each voter gives shares that sum to one; the assistant weighs them. Loaded once a process, at first use; nothing touches a network.
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from langdetect import DetectorFactory
from langdetect.detector_factory import PROFILES_DIRECTORY
from langdetect.lang_detect_exception import LangDetectException
from langdetect.utils.lang_profile import LangProfile

from faro.library.entries import LANGUAGES
from faro.library.letters import words

HERE = Path(__file__).resolve().parent / "profiles"

OWN = ("ht", "quc", "kek", "mam", "cab", "nah", "wo", "ln")
BORROWED = ("es", "en", "pt", "fr", "so", "sw", "tr", "vi")
"""Profiles that come with langdetect; the others of it are not on this road and would only draw votes away."""

LATIN = ("es", "en", "pt", "fr", "ht", "ar", "so", "sw", "tr", "vi", "ln", "qu")
ARABIC = ("ar", "fa", "ps", "ur", "ug", "ckb")

_SCRIPTS = {
    "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th", "BENGALI": "bn", "GURMUKHI": "pa",
    "GUJARATI": "gu", "TAMIL": "ta", "TELUGU": "te", "SINHALA": "si", "GREEK": "el", "HEBREW": "he", "ARMENIAN": "hy",
    "GEORGIAN": "ka", "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "TIBETAN": "bo", "CYRILLIC": "Cyrl", "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi", "ARABIC": "Arab", "LATIN": "Latn",
}  # fmt: skip
"""First word of a character's Unicode name -> the language it decides, or the script where several share it."""

_UKRAINIAN, _RUSSIAN = frozenset("\u0456\u0457\u0454\u0491"), frozenset("\u044b\u044d\u044a\u0451")
_NEPALI = frozenset(
    "म मेरो हामी छ छु छन् छैन हो होइन को का की मा लाई ले बाट र पनि कहाँ कसरी किन गर्छ सक्छु भयो तपाईं गर्ने हुन्छ थियो चाहिन्छ".split()
)
_HINDI = frozenset("है हैं हूँ हूं में का की के को से और मैं मुझे मेरा मेरी नहीं क्या कैसे कहाँ कहां चाहिए था थी पर यह वह हम आप कर सकता सकती लिए".split())
_TIGRINYA = frozenset("እየ ኣሎ ኣለዉ ዶ ኣይኮነን እዩ እያ ናይ ናብ ካብ ከመይ ኣበይ ኣነ ንሕና ድዩ".split())
_AMHARIC = frozenset("ነው ናቸው እኔ እኛ የት እንዴት ምን አለ የለም ነኝ እና ወደ ከ ላይ ውስጥ ዛሬ ማታ እችላለሁ እፈልጋለሁ ይቻላል ልጅ አይደለም".split())
_PASHTO = frozenset("\u067c\u0689\u0693\u0696\u069a\u0681\u0685\u06bc\u06d0\u06cd\u06ab")
_URDU = frozenset("\u0679\u0688\u0691\u06d2\u06ba\u06c1")
_PERSIAN = frozenset(
    "است هست هستم هستیم می نمی را این آن من ما شما چطور چگونه کجا کمک برای از که به با در یک خانه بچه کار چکار چیست خواهر برادر مادر پدر سلام کنم دارم شده بود شود".split()
)
_PERSIAN_LETTERS = frozenset("\u067e\u0686\u0698\u06af")


def scripts(text: str) -> Counter[str]:
    """How many letters of each script a text has."""
    found: Counter[str] = Counter()
    for char in text[:2000]:
        if char.isascii():
            found["Latn"] += char.isalpha()
        elif unicodedata.category(char)[0] == "L":
            found[_SCRIPTS.get(_name(char), "other")] += 1
    return +found


@cache
def _scripts_name(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0]


def _name(char: str) -> str:
    return _scripts_name(char)


def by_script(text: str) -> tuple[str, float, bool] | None:
    """(language, confidence, whether the script alone decides) when the text is mostly not in Latin letters; else None."""
    found = scripts(text)
    total = sum(found.values())
    if not total:
        return None
    script, times = found.most_common(1)[0]
    if script == "Latn" or times * 2 < total:
        return None
    if len(script) != 4:
        return (script, 0.98, True) if script != "other" else ("und", 0.0, False)
    parts = words(text)
    letters = set(text.lower())
    if script == "Cyrl":
        return ("uk" if letters & _UKRAINIAN and not letters & _RUSSIAN else "ru", 0.95, True)
    if script == "Deva":
        return (*_more(parts, {"ne": _NEPALI, "hi": _HINDI}, "hi"), True)
    if script == "Ethi":
        signs = {"ti": sum("\u12a3" in part for part in parts), "am": sum("\u12a0" in part for part in parts)}
        return (*_more(parts, {"ti": _TIGRINYA, "am": _AMHARIC}, "am", signs), True)
    return by_arabic_letters(parts, letters)


def by_arabic_letters(parts: list[str], letters: set[str]) -> tuple[str, float, bool]:
    """Arabic, Persian, Pashto or Urdu. Arabs write some Persian letters too, so those alone decide nothing."""
    if letters & _PASHTO:
        return ("ps", 0.95, True)
    if letters & _URDU:
        return ("ur", 0.95, True)
    telling = sum(part in _PERSIAN for part in parts)
    strange = bool(letters & _PERSIAN_LETTERS) + ("\u06cc" in letters or "\u06a9" in letters)
    if telling >= 2 or (telling and strange) or (strange == 2):
        shares = identified(" ".join(parts), ("ar", "fa", "ps", "ur"))
        if shares and shares["fa"] + shares["ps"] + shares["ur"] > (0.3 if telling >= 2 or strange else 0.8):
            best = max(("fa", "ps", "ur"), key=lambda language: shares[language])
            return (best, 0.9, True)
    return ("ar", 0.97, True)


def _more(parts: list[str], lists: dict[str, frozenset[str]], usual: str, extra: dict[str, int] | None = None) -> tuple[str, float]:
    hits = {name: sum(part in known for part in parts) + (extra or {}).get(name, 0) for name, known in lists.items()}
    best = max(hits, key=lambda name: (hits[name], name == usual))
    return best, 0.95 if sum(hits.values()) else 0.7


def identified(text: str, among: Iterable[str] = LATIN) -> dict[str, float]:
    """py3langid's shares among these languages; empty when it finds nothing in the text."""
    chosen = frozenset(among)
    shares = {name: share for name, share in _identifier().rank(text[:400]) if name in chosen}
    total = sum(shares.values())
    return {name: share / total for name, share in shares.items()} if total > 0 else {}


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted({*LATIN, "fa", "ps", "ur"}))
    return identifier


def detected(text: str) -> dict[str, float]:
    """langdetect's shares with our own profiles beside a few of its own; the same text always gives the same shares."""
    detector = _factory().create()
    detector.append(text[:400].lower())
    try:
        return {found.lang: float(found.prob) for found in detector.get_probabilities()}
    except LangDetectException:
        return {}


@cache
def _factory() -> Any:
    factory = DetectorFactory()
    paths = [*(Path(PROFILES_DIRECTORY) / name for name in BORROWED), *(HERE / f"{name}.json" for name in OWN)]
    for number, path in enumerate(paths):
        factory.add_profile(LangProfile(**json.loads(path.read_text("utf-8"))), number, len(paths))
    factory.seed = 0
    return factory


def telling(text: str) -> dict[str, float]:
    """For each language without content the share of the words of a text that are everyday words of it."""
    parts = words(text)
    if not parts:
        return {}
    return {name: sum(part in known for part in parts) / len(parts) for name, known in _everyday().items()}


@cache
def _everyday() -> dict[str, frozenset[str]]:
    found = {}
    for line in (HERE / "words.txt").read_text("utf-8").splitlines():
        name, equals, listed = (part.strip() for part in line.partition("="))
        if equals and not line.startswith("#"):
            found[name] = frozenset(listed.split())
    return found


def ours(shares: dict[str, float]) -> dict[str, float]:
    """Shares among the languages with content only."""
    kept = {name: shares.get(name, 0.0) for name in LANGUAGES}
    total = sum(kept.values())
    return {name: share / total for name, share in kept.items()} if total > 0 else {}
