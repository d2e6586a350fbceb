"""Ready answers for staff: the topics of `content/` as the bot itself would say them, in the language and country of the person."""

from datetime import date

from faro.assistant import answers
from faro.assistant.referral import Referral
from faro.library import Library
from faro.library.entries import LANGUAGES
from faro.library.text import fold


def language(referral: Referral) -> str:
    """The person's language where there is content in it, else Spanish."""
    return referral.language if referral.language in LANGUAGES else "es"


def topics(library: Library, referral: Referral) -> tuple[str, ...]:
    """The ids of all topics that have words in the person's language."""
    spoken = language(referral)
    return tuple(id for id in library.topics if (spoken, id) in library.wordings and not id.startswith("bot."))


def named(library: Library, wanted: str, referral: Referral) -> str | None:
    """The topic with this id, or with this title in the person's language; None where there is none."""
    found = {fold(id): id for id in topics(library, referral)}
    found |= {fold(library.wordings[language(referral), id].title): id for id in topics(library, referral)}
    return found.get(fold(wanted))


def answer(library: Library, wanted: str, referral: Referral, today: date) -> str | None:
    """The answer of a topic (its id, or the words of its title), without buttons; None where there is none."""
    id = named(library, wanted, referral)
    return None if id is None else answers.topic(library, id, language(referral), referral.where.country, today).text
