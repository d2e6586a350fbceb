"""Alarms that need no language: SOS, a number with it, a siren or a screaming face, the word for police or help of any language."""

from faro.assistant import language
from faro.library import Library
from faro.library.entries import LANGUAGES
from faro.library.text import fold

SOS = "SOS"
NUMBER = "a number"
PICTURES = {
    "\U0001f198": SOS,
    "\U0001f6a8": "siren",
    "\U0001f631": "screaming face",
    "\U0001f691": "ambulance",
    "\U0001f693": "police car",
    "\U0001f694": "police car",
    "\U0001f692": "fire engine",
}
"""Pictures that cry for help, as staff read them."""

FEW = 3
"""Words of a message in which SOS in capitals is a cry; in a longer one it may be what is asked about."""

SPANISH_YOU = "vos"
""" "Vos sos" is no cry for help, in capitals either."""


def signs(text: str, library: Library) -> list[str]:
    """Every sign of alarm in a text, each once, as staff read them."""
    found = [name for picture, name in PICTURES.items() if picture in text]
    found += [SOS] if _spelled(text) else []
    found += [word for word in library.dangers.alarms(fold(text)) if word not in ("sos", "s o s")]
    if SOS in found and any(char.isdigit() for char in text):
        found.append(NUMBER)
    return list(dict.fromkeys(found))


def is_nothing_else(text: str, library: Library) -> bool:
    """Whether a text is nothing but an alarm: pictures alone, or alarm words in capitals, with an exclamation mark or with a number."""
    words = fold(text).split()
    if not words:
        return sum(text.count(picture) for picture in PICTURES) > 1 or any(PICTURES.get(char) == SOS for char in text)
    alarming = {word for alarm in library.dangers.alarms(" ".join(words)) for word in alarm.split()}
    if not all(word in alarming or word.isdigit() for word in words):
        return False
    loud = text.isupper() or "!" in text or any(picture in text for picture in PICTURES)
    return loud or any(char.isdigit() for char in text)


def is_foreign(text: str, library: Library) -> bool:
    """Whether the words are of a language without content: nobody could be asked a question there."""
    return bool(fold(text)) and language.detect(text, library).language not in LANGUAGES


def _spelled(text: str) -> bool:
    """SOS in capitals, or alone."""
    words = text.replace(".", "").replace("!", " ").split()
    short = len(words) <= FEW or any(char.isdigit() for char in text)
    if SOS in words and short and SPANISH_YOU not in fold(text).split():
        return True
    return fold(text.replace(".", "")) == "sos"
