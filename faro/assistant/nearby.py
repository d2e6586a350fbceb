"""What the directory knows for other needs than a bed: food, a doctor, a lawyer ... said after the answer of the topic, for the town."""

from faro.assistant import answers, directory, numbers, offered, places, visits
from faro.assistant.directory import Need, Offer
from faro.assistant.reply import Button, Reply
from faro.assistant.talk import Talk
from faro.library.text import fold

FAR_KM = 100.0
"""Nobody travels farther for a meal or a doctor's hour."""

NEEDS: dict[str, tuple[str, Need]] = {
    "needs.food_water": ("food", Need(("food", "shelter", "other"), frozenset({"food", "three meals a day", "two meals a day"}))),
    "needs.clothes_hygiene": ("hygiene", Need(("hygiene", "shelter", "other"), frozenset({"clothes", "shower", "laundry", "hygiene"}))),
    "needs.phone_internet": ("phone", Need(("phone", "shelter", "other"), frozenset({"phone_call", "internet", "computers"}))),
    "health.care": ("health", Need(("health", "shelter", "other"), frozenset({"medical_care", "medicine", "first aid", "first care"}))),
    "health.feelings": ("feelings", Need(("feelings", "shelter", "other"), frozenset({"psychological_support"}))),
    "rights.lawyer": ("legal", Need(("legal", "shelter", "other"), frozenset({"legal_advice", "legal orientation"}))),
    "asylum.how_to_apply": ("legal", Need(("legal", "shelter"), frozenset({
        "legal_advice", "legal orientation", "asylum information", "help with asylum (COMAR)", "help with the refugee claim",
    }))),
    "family.find_relative": ("family", Need(("family_links", "shelter", "other"), frozenset({"family tracing", "family reunification"}))),
    "consulate.help": ("consulate", Need(("consulate",))),
    "education.school": ("school", Need(("school", "shelter", "other"), frozenset({"school_activities", "day care"}))),
}  # fmt: skip
"""Topic -> (its word in `nearby-what-<word>`, what is looked for)."""

QUIET = ("consulate.help", "education.school", "health.feelings", "asylum.how_to_apply", "needs.phone_internet")
"""Where the answer says all that helps everywhere, nothing is added when nothing is known near."""
ASK = ("humanitarian",)
"""Who knows of such places; whom the topic names stands in its own answer."""
NEAR = "near:"
WAS = "was"


def add(talk: Talk, topic: str) -> None:
    """After the answer of the topic: what is known near; in a town without an entry that is said; without a town it is asked."""
    if topic not in NEEDS or talk.person.where.country is None:
        return
    if talk.person.where.town is None and places.position(talk.person.where, talk.library) is None:
        _ask_town(talk, topic)
        return
    shown = _shown(talk, topic, 0)
    if shown or topic not in QUIET:
        _say(talk, topic, shown, 0)


def pressed(talk: Talk, about: str) -> None:
    """`<topic>:<start>`: the next ones. `<topic>:was<start>`: how it was at one of those shown from there."""
    topic, _, start = about.partition(":")
    if topic in NEEDS and talk.person.where.country is not None and start.startswith(WAS):
        begun = start.removeprefix(WAS)
        visits.ask_which(talk, _shown(talk, topic, numbers.number(begun) or 0))
    elif topic in NEEDS and talk.person.where.country is not None:
        at = numbers.number(start) or 0
        _say(talk, topic, _shown(talk, topic, at), at)
    else:
        talk.with_menu("help")


def follows(talk: Talk) -> bool:
    """Whether the text asks for more of what was shown last (`otro`, `más lejos`); then it is answered here."""
    begun = f"{NEAR}{talk.person.topic}:"
    more = [payload for _, payload in talk.person.offered if payload.startswith(begun) and payload.removeprefix(begun).isdigit()]
    if not more or fold(talk.message.text).removeprefix("y ") not in {
        fold(w) for w in talk.words("services-words-more").split(",")
    }:
        return False
    pressed(talk, more[0].removeprefix(NEAR))
    return True


def _say(talk: Talk, topic: str, shown: list[Offer], start: int) -> None:
    what, place = talk.words(f"nearby-what-{NEEDS[topic][0]}"), offered.place(talk)
    person = answers.person_button(talk.library, talk.language)
    if not shown:
        key = "services-more-none" if start else "nearby-none"
        parts = [talk.words(key, place=place, what=what), offered.call_first(talk, ASK)]
        talk.add(Reply(offered.within(parts), (person,), language=talk.language))
        return
    key = "services-head-more" if start else "nearby-head" if any(one.here for one in shown) else "nearby-head-far"
    inside = talk.words("nearby-inside") if any(one.place.service == "shelter" for one in shown) else ""
    parts = [talk.words(key, place=place, what=what), *offered.pieces(talk, shown, kinds=ASK), inside]
    after = start + len(shown)
    more = [Button(talk.words("services-button-more"), f"{NEAR}{topic}:{after}")] if _shown(talk, topic, after) else []
    went = Button(talk.words("visits-button"), f"{NEAR}{topic}:{WAS}{start}")
    talk.add(Reply(offered.within(parts), (*more, went, person), language=talk.language))


def _shown(talk: Talk, topic: str, start: int) -> list[Offer]:
    where, need = talk.person.where, NEEDS[topic][1]
    position = places.position(where, talk.library)
    enough = start + directory.SHOWN + 1
    found = directory.offers(talk.library, where, position, talk.person.who, talk.now, need=need, enough=enough)
    return directory.best([one for one in found if one.km <= FAR_KM], start)


def _ask_town(talk: Talk, topic: str) -> None:
    """Only the country is known: asked once, where something is known in it at all."""
    from faro.assistant import giving

    country, need = talk.person.where.country, NEEDS[topic][1]
    known = any(
        place.country == country and place.service in need.services and need.met_by(place)
        and directory.may_offer(place, talk.person.who, talk.today)
        for place in talk.library.places
    )  # fmt: skip
    if not known or giving.urgent_question(talk):
        return
    what = talk.words(f"nearby-what-{NEEDS[topic][0]}")
    buttons = (answers.person_button(talk.library, talk.language),)
    words = talk.words("nearby-ask-town", what=what)
    talk.add(Reply(words, buttons, ask_location=talk.words("button-location"), language=talk.language))
    talk.ask("country", f"{NEAR}{topic}")


__all__ = ["NEAR", "NEEDS", "add", "follows", "pressed"]
