"""The directory of services asked in a conversation: which door opens tonight, for whom, and what to do if none does.

who and where are known? -> places that may be offered -> a minor alone hears first who protects her -> three at most, fresh ones
first, old ones after the person to call -> the night plan when no door is known to be open
"""

from zoneinfo import ZoneInfo

from faro.assistant import (
    answers,
    catalogue,
    directory,
    help_lines,
    menu,
    numbers,
    offered,
    places,
    service_lines,
    sheets,
    visits,
)
from faro.assistant import who as who_asks
from faro.assistant.directory import Offer
from faro.assistant.events import QuestionMatched
from faro.assistant.person import Where
from faro.assistant.reply import BUTTONS, LIMIT, Button, Reply
from faro.assistant.talk import Talk
from faro.library.entries import COUNTRIES
from faro.library.text import fold

TOPIC = "shelter.find"
PROTECT = ("child_protection", "child_line")
NIGHT = (18, 6)
"""Local hours between which it is said what to do when no door opens."""
TOWNS_NAMED = 8
CUT = 40
"""Letters from which a town's name may have been cut on a button."""
SHORT = 8
"""Words up to which a text that tells who asks goes on with the question for a place."""
MORE = "shelter:more:"
ASKED = ("minor_alone", "family", "woman", "man", "lgbtiq")
"""Who may be asked about by buttons, the one that changes most first."""


def asked(talk: Talk) -> None:
    """A place to sleep is asked for: where, if that is not known; else what is known there."""
    _hear_who(talk)
    if talk.person.where.country is not None:
        offer(talk)
        return
    talk.tell(QuestionMatched(TOPIC, talk.language))
    talk.remember(topic=TOPIC)
    if _names_undecided(talk):
        return
    if talk.person.asked != "country" or talk.person.asked_about[:1] != ("danger",):
        talk.ask("country", "shelter")
    elif any(reply.ask_location for reply in talk.replies):
        # The country was asked for just now because of a danger: its answer brings the numbers first, then the places.
        return
    talk.add(
        Reply(
            talk.words("ask-place"),
            keyboard=menu.countries(talk.library, talk.language),
            ask_location=talk.words("button-location"),
            language=talk.language,
        )
    )


def offer(talk: Talk, start: int = 0) -> None:
    """The answer for the place that is known; `start`: how many were shown already."""
    talk.tell(QuestionMatched(TOPIC, talk.language))
    found = _found(talk, start + directory.SHOWN + 1)
    shown = directory.best(found, start)
    _settle(talk)
    if talk.person.where.country is not None and talk.person.where.town is None and _position(talk) is None:
        _ask_town(talk)
        return
    parts = _parts(talk, shown, start)
    while len("\n\n".join(parts)) > LIMIT and len(shown) > 1:
        shown = shown[:-1]
        parts = _parts(talk, shown, start)
    pin = next((pin for pin in map(service_lines.pin, shown[:1]) if pin), None)
    after = start + len(shown)
    buttons = _buttons(talk, after if len(found) > after else None)
    talk.add(Reply(offered.within(parts), buttons, pin=pin, language=talk.language))
    if start == 0 and _no_door_open(talk, shown):
        talk.add(_night_plan(talk))
    visits.invite(talk, shown, start)
    sheets.invite(talk, shown)


def pressed(talk: Talk, about: str) -> None:
    """A button below places: `more`, `who:<kind>`, `in:<country>:<town>`, `was:...` (how it was there), `sheet` (as a picture)."""
    what, _, rest = about.partition(":")
    if what == "more" and talk.person.where.country is not None:
        offer(talk, numbers.number(rest) or 0)
    elif what == "who" and rest in who_asks.KINDS:
        talk.remember(who=who_asks.joined(talk.person.who, (rest,)))
        offer(talk)
    elif what == "was":
        visits.pressed(talk, rest)
    elif what == "sheet":
        sheets.give(talk)
    elif what == "in":
        _put(talk, *rest.partition(":")[::2])
    else:
        asked(talk)


def _put(talk: Talk, country: str, town: str) -> None:
    """The place that a button names, where it is one: only names that we know are ever said back."""
    known = _known_town(talk, country, town) if country in COUNTRIES else None
    if country not in COUNTRIES or (town and known is None):
        asked(talk)
        return
    talk.remember(where=Where(country, known))
    offer(talk)


def _known_town(talk: Talk, country: str, town: str) -> str | None:
    """The name as we write it. A long one may be cut on its button."""
    if not fold(town):
        return None
    found = talk.library.gazetteer.town(town, country)
    if found is not None:
        return found.name
    written = [place.town for place in talk.library.places if place.country == country]
    written += [one.name for one in talk.library.gazetteer.towns if one.country == country]
    return next((name for name in written if name == town or (len(town) >= CUT and name.startswith(town))), None)


def plainly(talk: Talk) -> bool:
    """Whether the text says in plain words that a bed is wanted, in a town or near; the matcher may have been less sure."""
    text = f" {fold(talk.message.text)} "
    if not _says(talk, "services-words-bed", text):
        return False
    named = places.named(talk.message.text, talk.library, talk.person.where)
    return named != places.NOWHERE or len(text.split()) <= SHORT or _says(talk, "services-words-near", text)


def _says(talk: Talk, key: str, text: str) -> bool:
    return any(f" {fold(words)} " in text for words in talk.words(key).split(","))


def follows(talk: Talk) -> bool:
    """Whether the text goes on with the last question for a place (`otro`, `y con mi hijo de 15?`); then it is answered here."""
    if talk.person.asked == "country" and talk.person.asked_about[:1] == ("shelter",) and _names_undecided(talk):
        return True
    if talk.person.topic != TOPIC or talk.person.where.country is None:
        return False
    if visits.told(talk):
        return True
    text = fold(talk.message.text)
    if text.removeprefix("y ") in {fold(words) for words in talk.words("services-words-more").split(",")}:
        offer(talk, _shown_before(talk))
        return True
    named = places.named(talk.message.text, talk.library, talk.person.where)
    if len(text.split()) > SHORT or named != places.NOWHERE or not _tells_only_who(talk):
        return False
    _hear_who(talk)
    offer(talk)
    return True


def _hear_who(talk: Talk) -> None:
    """What this text says of who asks is remembered; a minor known to be alone stays one until an adult is named."""
    now: tuple[str, ...] = ()
    for text in _words_before(talk):
        now = who_asks.joined(now, who_asks.told(text, talk.library))
    referral = talk.person.referral
    if not now and not talk.person.who and referral is not None and referral.category == "child_alone":
        now = ("minor_alone",)
    talk.remember(who=who_asks.joined(talk.person.who, now))


def _names_undecided(talk: Talk) -> bool:
    """Whether a town of several countries is named; then it is asked which."""
    for text in _words_before(talk):
        named = places.named(text, talk.library, talk.person.where)
        if named.undecided and named.town:
            _which_country(talk, named.town, named.undecided)
            return True
    return False


def _words_before(talk: Talk) -> tuple[str, ...]:
    """The text of this message; of a button the text before it, which it answers."""
    if talk.message.text:
        return (talk.message.text,)
    return tuple(said.text for said in talk.person.recent[-1:])


def _settle(talk: Talk) -> None:
    """The question for the place is answered; one about a danger stays open."""
    from faro.assistant import giving

    talk.remember(topic=TOPIC)
    if not giving.urgent_question(talk):
        talk.ask(None)


def _tells_only_who(talk: Talk) -> bool:
    """Whether the text says who asks in words that begin a follow-up (`y si ...`, `con mi hijo`), not a question of its own."""
    return bool(who_asks.told(talk.message.text, talk.library)) and not _asks_something_else(talk)


def _asks_something_else(talk: Talk) -> bool:
    from faro.assistant import match

    result = match.rank(talk.message.text, talk.library, talk.language)
    return result.decision is match.Decision.ANSWER and result.topic not in (TOPIC, "shelter.minors", None)


def _found(talk: Talk, enough: int) -> list[Offer]:
    person = talk.person
    return directory.offers(talk.library, person.where, _position(talk), person.who, talk.now, enough=enough)


def _position(talk: Talk) -> tuple[float, float] | None:
    return places.position(talk.person.where, talk.library)


def _shown_before(talk: Talk) -> int:
    """How many places were shown, as the button `another place` says; beyond all when there was none."""
    shown = [payload.removeprefix(MORE) for _, payload in talk.person.offered if payload.startswith(MORE)]
    before = numbers.number(shown[0]) if shown else None
    return len(talk.library.places) if before is None else before


def _parts(talk: Talk, shown: list[Offer], start: int) -> list[str]:
    """The pieces of the message, those that may be left out when it grows too long last."""
    minor = "minor_alone" in talk.person.who
    parts = _for_a_minor(talk) if minor and start == 0 else []
    if not shown:
        key = "services-more-none" if start else "services-minor-none" if minor else "services-none"
        return [*parts, talk.words(key, place=offered.place(talk)), "" if minor else offered.call_first(talk)]
    return [
        *parts,
        talk.words(_head(shown, start), place=offered.place(talk)),
        *offered.pieces(talk, shown, called=minor and start == 0),
    ]


def _head(shown: list[Offer], start: int) -> str:
    if start:
        return "services-head-more"
    return "services-head" if any(one.here for one in shown) else "services-head-far"


def _for_a_minor(talk: Talk) -> list[str]:
    """Whoever protects a child comes first, then what a shelter must do by law in that country."""
    found = help_lines.pick(talk.library, talk.person.where.country, (*PROTECT, "emergency", "police"), talk.today, most=2)
    contact = "\n".join([talk.words("services-minor-first"), *offered.lines(talk, found)]) if found else ""
    country = talk.person.where.country
    if country is None:
        return [contact]
    key = catalogue.law(talk.library, country, talk.today)
    return [contact, talk.words(key, country=help_lines.country_name(talk.library, country, talk.language))]


def _buttons(talk: Talk, after: int | None) -> tuple[Button, ...]:
    """Another place; who asks, where that would change the answer; a person."""
    buttons = [Button(talk.words("services-button-more"), f"{MORE}{after}")] if after is not None else []
    if not talk.person.who:
        kinds = [kind for kind in ASKED if _changes(talk, kind)]
        room = BUTTONS - 1 - len(buttons)
        buttons += [
            Button(talk.words(f"services-button-{kind.removesuffix('_alone')}"), f"shelter:who:{kind}") for kind in kinds[:room]
        ]
    return (*buttons, answers.person_button(talk.library, talk.language))


def _changes(talk: Talk, kind: str) -> bool:
    """Whether knowing this of who asks would change what is offered; to a minor alone other things are said in any case."""
    if kind == "minor_alone":
        return True
    where, position = talk.person.where, _position(talk)
    known = directory.offered(where, position, (kind,), talk.library, talk.now)
    return known != directory.offered(where, position, talk.person.who, talk.library, talk.now)


def _no_door_open(talk: Talk, shown: list[Offer]) -> bool:
    """Whether nothing fresh here is known to be open: by night always said, by day only where there is no place at all."""
    if any(one.here and one.fresh and one.hours.open for one in shown):
        return False
    if not any(one.here for one in shown):
        return True
    hour = talk.now.astimezone(ZoneInfo(shown[0].place.timezone)).hour
    return hour >= NIGHT[0] or hour < NIGHT[1]


def _night_plan(talk: Talk) -> Reply:
    """Where it is safer to wait, and whom to call: the number that answers now, and whoever protects children."""
    found = help_lines.pick(talk.library, talk.person.where.country, ("emergency", "police", *PROTECT), talk.today, most=2)
    lines = offered.lines(talk, found)
    whom = (
        "\n".join([talk.words("services-night-call"), *lines])
        if lines
        else talk.words("no-number-here")
        if talk.person.outside
        else ""
    )
    text = offered.within([talk.words("services-night"), whom])
    return Reply(text, (answers.person_button(talk.library, talk.language),), language=talk.language)


def _ask_town(talk: Talk) -> None:
    """Only the country is known: the towns in which something is known, and the question; a minor alone hears first whom to call."""
    country = talk.person.where.country or "XX"
    name = help_lines.country_name(talk.library, country, talk.language)
    parts = _for_a_minor(talk) if "minor_alone" in talk.person.who else []
    towns = _towns(talk, country)
    if towns:
        parts.append(talk.words("services-ask-town", country=name, towns=", ".join(towns)))
    else:
        parts += [talk.words("services-none", place=name), offered.call_first(talk)]
    buttons = (answers.person_button(talk.library, talk.language),)
    talk.add(Reply(offered.within(parts), buttons, ask_location=talk.words("button-location"), language=talk.language))
    if towns:
        talk.ask("country", "shelter")
    else:
        talk.add(_night_plan(talk))


def _towns(talk: Talk, country: str) -> list[str]:
    """Towns of a country with a place that may be offered to who asks, those with most places first."""
    counted: dict[str, int] = {}
    for one in talk.library.places:
        if one.service != "shelter" or one.country != country or one.id in talk.library.held:
            continue
        if directory.may_offer(one, talk.person.who, talk.today):
            counted[one.town] = counted.get(one.town, 0) + 1
    return sorted(counted, key=lambda town: (-counted[town], town))[:TOWNS_NAMED]


def _which_country(talk: Talk, town: str, countries: tuple[str, ...]) -> None:
    """A town name of several countries: asked, never guessed."""
    known = [country for country in countries if talk.library.strings.has("es", f"country-{country}")][:3]
    buttons = [Button(talk.words(f"country-{country}"), f"shelter:in:{country}:{town}"[:60]) for country in known]
    buttons.append(answers.person_button(talk.library, talk.language))
    talk.add(Reply(talk.words("services-which-country", town=town), tuple(buttons), language=talk.language))
    talk.ask("country", "shelter")


__all__ = ["TOPIC", "asked", "follows", "offer", "plainly", "pressed"]
