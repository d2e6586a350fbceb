"""How long each kind of thing is kept, and how that is said to the person. `faro.storage.retention` lets things go by these periods."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from faro.library import Library

WORDS = timedelta(days=30)
"""What was said outside a referral, and a memory that nobody came back to."""
REFERRAL = timedelta(days=90)
"""What was said beside a referral, and its notes, after it was closed."""
AUDIT = timedelta(days=730)
QUESTIONS = timedelta(days=180)
"""Questions that nobody could answer, without who."""
PLACES = timedelta(days=7)
"""How it was at a place."""


def until(library: Library, language: str, now: datetime) -> str:
    """What is kept and until when: the same words for everybody, so that they tell nothing of the talk on a shared phone."""
    last = day(library, now + WORDS)
    kinds = {
        "words": library.say(language, "kept-until-words", days=WORDS.days, date=last),
        "memory": library.say(language, "kept-until-memory", days=WORDS.days),
        "team": library.say(language, "kept-until-team", days=REFERRAL.days),
        "questions": library.say(language, "kept-until-questions", days=QUESTIONS.days),
        "places": library.say(language, "kept-until-places", days=PLACES.days),
        "audit": library.say(language, "kept-until-audit", years=AUDIT.days // 365),
    }
    shown = [words for kind, words in kinds.items() if library.staffed or kind not in ("team", "audit")]
    return "\n".join([library.say(language, "kept-until"), *(f"• {line}" for line in shown)])


def day(library: Library, at: datetime) -> str:
    """A date as people write it, by the operator's clock."""
    return at.astimezone(ZoneInfo(library.operator.timezone)).strftime("%d/%m/%Y")
