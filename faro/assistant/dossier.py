"""What the owner of a referral reads: what is known, what the person wrote, and what staff's own words became. Nobody else gets this."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from faro.assistant import card
from faro.assistant.alerts import Known, headline
from faro.assistant.desk import Verb, payload
from faro.assistant.person import WISH, MayWrite
from faro.assistant.reply import Button, Reply
from faro.library import Library

LATEST = 30
"""Lines shown on taking; the console shows all."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing that was said. `who`: person, bot or staff. `held`: the talk row of a picture or voice note that can be opened."""

    at: datetime
    who: str
    kind: str
    words: str | None
    edited: bool = False
    held: int | None = None


def taken(library: Library, language: str, known: Known, may_write: MayWrite) -> Reply:
    """First line to the owner: what is known, whether writing is safe, and what can be done."""
    referral = known.referral
    lines = [
        headline(library, language, referral, known.pseudonym),
        library.say(language, "desk-taken", owner=known.owner or "?"),
        library.say(language, may_write_key(may_write, referral.category)),
    ]
    if referral.where.town:
        lines.append(library.say(language, "desk-town", town=referral.where.town))
    if referral.harm_by != "unknown":
        lines.append(library.say(language, f"desk-harm-{referral.harm_by}"))
    if referral.interpreter:
        lines.append(library.say(language, "desk-interpreter-wanted", language=referral.interpreter))
    if referral.category == "child_alone":
        lines.append(library.say(language, "desk-never-confirm"))
    lines.append(library.say(language, "desk-how-to"))
    return Reply("\n".join(lines), card.usual(library, language, referral), language=language)


def may_write_key(may_write: str, category: str) -> str:
    """The string that says whether staff's words leave; unanswered they wait after a danger, not where a person was asked for."""
    asked_for = may_write == MayWrite.UNKNOWN and category == WISH
    return f"desk-may-write-{may_write.replace('_', '-')}" + ("-asked-for" if asked_for else "")


def told(library: Library, language: str, pseudonym: str, said: Sequence[Spoken]) -> Reply:
    """What was said so far, oldest first; held things stand as lines with a button of their own (`relayed`)."""
    lines = [_dated(library, language, pseudonym, one) for one in said[-LATEST:]]
    return Reply("\n".join(lines), language=language)


def relayed(library: Library, language: str, pseudonym: str, referral: int, said: Spoken) -> Reply:
    """One new thing that the person sent, as the owner reads it."""
    if said.held is not None:
        opens = (Button(library.say(language, "desk-button-open"), payload(Verb.OPEN, referral, said.held)),)
        return Reply(_line(library, language, pseudonym, said), opens, language=language)
    return Reply(_line(library, language, pseudonym, said), language=language)


def _dated(library: Library, language: str, pseudonym: str, said: Spoken) -> str:
    local = said.at.astimezone(ZoneInfo(library.operator.timezone))
    return f"{local:%H:%M} {_line(library, language, pseudonym, said)}"


def _line(library: Library, language: str, pseudonym: str, said: Spoken) -> str:
    who = pseudonym if said.who == "person" else library.say(language, f"desk-who-{said.who}")
    words = said.words or ""
    if said.held is not None or said.kind not in ("text", "button", "command", "signal"):
        kind = library.say(language, f"desk-kind-{said.kind}")
        words = f"{kind} {words}".strip()
    return library.say(language, "desk-edited" if said.edited else "desk-words", who=who, words=words)
