"""Places as the pieces of a message: fresh ones first, then whom to ask, then what may be closed by now. Whole pieces, within the limit."""

from faro.assistant import help_lines, service_lines
from faro.assistant.directory import Offer
from faro.assistant.reply import LIMIT
from faro.assistant.talk import Talk
from faro.library.entries import Contact

CALL_FIRST = ("humanitarian",)
"""Who knows of beds and of help for people on the way."""
FOR_A_MINOR = ("child_protection",)
"""Asked too where somebody under age looks for a place; a line to talk to, in whichever city, knows of none."""


def pieces(talk: Talk, shown: list[Offer], *, called: bool = False, kinds: tuple[str, ...] = CALL_FIRST) -> list[str]:
    """The places, numbered. `called`: whom to call was said already. `kinds` of contacts may be asked before going."""
    fresh, old = [one for one in shown if one.fresh], [one for one in shown if not one.fresh]
    parts = [_paragraph(talk, one, number) for number, one in enumerate(fresh, 1)]
    if old:
        first = _paragraph(talk, old[0], len(fresh) + 1)
        parts += ["" if called else call_first(talk, kinds), f"{talk.words('services-old-head')}\n{first}"]
        parts += [_paragraph(talk, one, number) for number, one in enumerate(old[1:], len(fresh) + 2)]
    return parts


def within(parts: list[str]) -> str:
    """Joined within the limit: whole pieces are left out from the end but the first; a sentence is never cut."""
    kept = [part for part in parts if part]
    while len("\n\n".join(kept)) > LIMIT and len(kept) > 1:
        kept.pop(-1)
    return "\n\n".join(kept)[:LIMIT]


def call_first(talk: Talk, kinds: tuple[str, ...] = CALL_FIRST) -> str:
    """Whom to ask before going: somebody with a number here; else our own people, where there are any; else nobody is named."""
    kinds = (*FOR_A_MINOR, *kinds) if "minor_alone" in talk.person.who else kinds
    found = help_lines.pick(talk.library, talk.person.where.country, kinds, talk.today, most=2 * len(kinds))
    reached = [contact for contact in found if contact.numbers and not contact.alarm]
    if reached:
        return "\n".join([talk.words("services-call-first"), *lines(talk, reached[:1])])
    return talk.words("services-ask-person") if talk.library.staffed else ""


def lines(talk: Talk, found: list[Contact]) -> list[str]:
    return [help_lines.line(talk.library, contact, talk.language, talk.today) for contact in found]


def place(talk: Talk) -> str:
    where = talk.person.where
    return where.town or help_lines.country_name(talk.library, where.country or "XX", talk.language)


def _paragraph(talk: Talk, one: Offer, number: int) -> str:
    return service_lines.paragraph(talk.library, one, talk.person.who, talk.language, talk.now, number=number)
