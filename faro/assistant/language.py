"""Which language a message is in. Order of evidence: chosen > written before > Telegram's > script and words > langdetect last.

Under about 20 characters nothing is switched by a guess; below `SURE` the person is offered buttons.
"""

from dataclasses import dataclass

from langdetect import DetectorFactory
from langdetect.detector_factory import PROFILES_DIRECTORY
from langdetect.lang_detect_exception import LangDetectException

from faro.library import Library
from faro.library.entries import LANGUAGES

SURE = 0.8
"""Confidence below which buttons are offered instead of a switch."""

SHORT = 20
"""Characters under which a guess never switches the language of a conversation."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A language (ISO 639-1, else 639-3, `und` when unknown) and how sure we are (0-1). `certain`: the script alone decides it."""

    language: str
    confidence: float
    certain: bool = False


UNKNOWN = Guess("und", 0.0)
_factory: DetectorFactory | None = None


def detect(text: str, library: Library, *, hint: str | None = None, before: str | None = None) -> Guess:
    """The language of this text. `hint` is what Telegram reports, `before` what the person wrote until now."""
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return UNKNOWN
    if sum("\u0600" <= char <= "\u06ff" for char in letters) * 2 > len(letters):
        return Guess("ar", 0.95, certain=True)
    global _factory
    if _factory is None:
        _factory = DetectorFactory()
        _factory.load_profile(PROFILES_DIRECTORY)
    detector = _factory.create()
    detector.set_prior_map({language: 1.0 for language in LANGUAGES if language != "ht"})
    detector.append(text.lower())
    try:
        best = detector.get_probabilities()
    except LangDetectException:
        return UNKNOWN
    return Guess(best[0].lang, float(best[0].prob)) if best else UNKNOWN
