"""The sheet of a town as a picture in the chat: asked for while there is data, kept for when there is none."""

from dataclasses import replace
from datetime import datetime

from faro.assistant import answers, catalogue, help_lines, service_lines
from faro.assistant.catalogue import Listed, Wanted
from faro.assistant.directory import Offer
from faro.assistant.reply import BUTTONS, Button, Reply, Sheet
from faro.assistant.talk import Talk
from faro.library import Library

MOST = 5
"""Places on one picture."""
PAYLOAD = "shelter:sheet"


def invite(talk: Talk, shown: list[Offer]) -> None:
    """The button `keep as a picture`, where places of the town itself are shown and a message has room for it."""
    if talk.person.where.town is None or not any(one.here for one in shown):
        return
    for at in range(len(talk.replies) - 1, -1, -1):
        reply = talk.replies[at]
        if reply.buttons and len(reply.buttons) < BUTTONS:
            button = Button(talk.words("places-picture"), PAYLOAD)
            talk.replies[at] = replace(reply, buttons=(*reply.buttons[:-1], button, reply.buttons[-1]))
            return


def give(talk: Talk) -> None:
    """The picture of the town that is known; a person where there is nothing to show."""
    where = talk.person.where
    made = None
    if where.country is not None and where.town is not None:
        made = sheet(talk.library, where.country, where.town, talk.language, talk.now)
    person = (answers.person_button(talk.library, talk.language),)
    words = talk.words("places-none") if made is None else f"{made.title}\n{talk.words('places-picture-keep')}"
    talk.add(Reply(words, person, sheet=made, language=talk.language))


def sheet(library: Library, country: str, town: str, language: str, now: datetime) -> Sheet | None:
    """What is known in a town; None where nothing is."""
    found = [one for one in catalogue.listed(library, Wanted(country, town), now) if may_stand(one)][:MOST]
    if not found:
        return None
    say, today = library.say, now.date()
    name = help_lines.country_name(library, country, language)
    lines = [("text", f"{name}. {say(language, 'places-sheet-date', date=now.strftime('%d/%m/%Y'))}")]
    lines.append(("strong", say(language, "places-sheet-ask")))
    for one in found:
        lines += _place(library, one, language, now)
    lines.append(("name", say(language, "places-danger")))
    lines += [("text", line) for line in catalogue.emergency(library, country, language, today)]
    lines += [
        ("name", say(language, "places-minor")),
        ("text", say(language, catalogue.law(library, country, today), country=name)),
    ]
    title = say(language, "places-sheet-title", town=town)
    return Sheet(country, town, title, tuple(lines), say(language, "places-sheet-code"))


def may_stand(one: Listed) -> bool:
    """Whether a place may stand on paper that hangs for weeks: one can go there, as far as known."""
    return not one.shut and one.place.admission != "referral" and one.place.eligibility.closed_door != "yes"


def _place(library: Library, one: Listed, language: str, now: datetime) -> list[tuple[str, str]]:
    """One place: where, what is old, how to call, who is let in, and what is not known. Of a confidential one no address."""
    place, say = one.place, library.say
    where = [place.address] if place.address and place.address_confirmed and not place.confidential else []
    lines = [("name", place.name)]
    if where:
        lines.append(("text", f"{where[0]}, {place.town}"))
    elif place.confidential:
        lines.append(("text", say(language, "services-no-address")))
    lines += [("strong", say(language, f"services-alert-{alert}")) for alert in place.alerts]
    if not one.fresh:
        lines.append(("strong", say(language, "services-old-head")))
    lines += [("strong", f"{say(language, 'places-phone')}: {number.number}") for number in place.phones]
    hours = (
        service_lines.hours(library, place, one.hours, language, now=now) if one.hours.always or one.hours.open is None else ""
    )
    lines.append(("text", " ".join(part for part in (hours, service_lines.checked(library, place, language)) if part)))
    given = [say(language, f"places-gives-{name}") for name in catalogue.gives(place)]
    if given:
        lines.append(("text", f"{say(language, 'places-gives')}: {', '.join(given)}."))
    lines.append(("text", service_lines.people(library, place, (), language)))
    unknown = [say(language, f"places-door-{name}") for name, value in catalogue.door(place) if value == "unknown"]
    if unknown:
        lines.append(("small", f"{say(language, 'places-unknown')}: {'; '.join(unknown)}."))
    return lines


__all__ = ["MOST", "give", "invite", "may_stand", "sheet"]
