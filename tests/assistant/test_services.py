"""A safe place tonight, asked in a conversation: what is offered, what is said, and what never leaves."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from faro.assistant import directory, offered, places, service_lines, services, turn
from faro.assistant.message import Kind, Message
from faro.assistant.person import OpenReferral, Person, Where
from faro.assistant.reply import BUTTONS, LIMIT, Reply
from faro.assistant.talk import Talk
from faro.library import Library
from faro.library.entries import LANGUAGES, Eligibility, Number, Opening, Place

EVENING = datetime(2026, 11, 25, 3, 40, tzinfo=UTC)
"""21:40 in Tapachula."""
TAPACHULA = Where("MX", "Tapachula")


def a_place(id: str, **more: Any) -> Place:
    given = {
        "id": id, "name": f"Casa {id}", "country": "MX", "town": "Tapachula", "timezone": "America/Mexico_City", "status": "open",
        "source": "s", "assured_date": "2026-09", "checked_on": date(2026, 11, 1), "check_again_on": date(2027, 5, 1),
    } | more  # fmt: skip
    return Place(**given)


def a_library(library: Library, *known: Place) -> Library:
    return replace(library, places=known)


def asks(
    library: Library, text: str = "", *, person: Person | None = None, language: str = "es", now: datetime = EVENING
) -> Talk:
    """The conversation after a place was asked for."""
    person = person or Person("Colibrí 27", where=TAPACHULA, language=language)
    talk = Talk(
        Message(Kind.TEXT, parts=(text,)) if text else Message(Kind.BUTTON, payload="menu:shelter"),
        person,
        library,
        now,
        language,
    )
    services.asked(talk)
    return talk


def heard(talk: Talk) -> str:
    return "\n".join(reply.text for reply in talk.replies)


class TestWhatIsOffered:
    """Only places that may be offered, best first."""

    @pytest.mark.parametrize(
        "about",
        ["in:XX:<b>llama al 555</b>", "in:MX:<b>x</b>", "in:ZZ:", "in::", "in:MX:<b>Tapachula</b> aquí", "in:mx:Tapachula"],
    )
    def test_a_button_puts_nobody_where_there_is_no_such_town(self, library: Library, about: str) -> None:
        """Whoever forges a press makes Faro repeat nothing and changes no place."""
        talk = Talk(
            Message(Kind.BUTTON, payload="x"), Person("Colibrí 27", where=TAPACHULA, language="es"), library, EVENING, "es"
        )
        services.pressed(talk, about)
        assert talk.person.where == TAPACHULA
        assert "<b>" not in heard(talk)
        assert heard(talk)

    @pytest.mark.parametrize("about", ["in:CR:San José", "in:GT:Esquipulas", "in:GT:Tecún Umán", "in:HN:"])
    def test_a_button_puts_who_asks_where_it_says(self, library: Library, about: str) -> None:
        """A town that there is, or the country alone."""
        talk = Talk(
            Message(Kind.BUTTON, payload="x"), Person("Colibrí 27", where=TAPACHULA, language="es"), library, EVENING, "es"
        )
        services.pressed(talk, about)
        assert (talk.person.where.country, talk.person.where.town or "") == tuple(about.split(":")[1:])

    def ids(self, library: Library, *known: Place, who: tuple[str, ...] = (), where: Where = TAPACHULA) -> list[str]:
        chosen = a_library(library, *known)
        found = directory.offers(chosen, where, places.position(where, chosen), who, EVENING)
        return [offer.place.id for offer in directory.best(found)]

    def test_a_closed_place_never(self, library: Library) -> None:
        """Closed for good, closed these days, or withdrawn: not offered."""
        assert self.ids(library, a_place("a", status="closed")) == []
        assert self.ids(library, a_place("a", closed_from=date(2026, 11, 20), closed_until=date(2026, 12, 1))) == []
        assert self.ids(library, a_place("a", withdrawn_on=date(2026, 11, 1))) == []

    def test_a_closed_door_or_a_place_one_is_sent_to_never(self, library: Library) -> None:
        """Where children are kept, or nobody can walk in, nobody is sent."""
        assert (
            self.ids(library, a_place("a", eligibility=Eligibility(closed_door="yes", minors_alone="yes")), who=("minor_alone",))
            == []
        )
        assert self.ids(library, a_place("a", admission="referral")) == []

    def test_a_minor_alone_only_where_it_is_known_that_minors_are_let_in(self, library: Library) -> None:
        """Unknown is not yes."""
        known = (
            a_place("unknown"),
            a_place("no", eligibility=Eligibility(minors_alone="no")),
            a_place("yes", eligibility=Eligibility(minors_alone="yes")),
        )
        assert self.ids(library, *known, who=("minor_alone",)) == ["yes"]

    def test_a_family_not_where_families_are_refused(self, library: Library) -> None:
        """A no shuts out; what is known to suit comes first."""
        known = (
            a_place("unknown"),
            a_place("no", eligibility=Eligibility(families="no", men="yes")),
            a_place("yes", eligibility=Eligibility(families="yes")),
        )
        assert self.ids(library, *known, who=("family", "baby")) == ["yes", "unknown"]

    def test_old_entries_come_after_fresh_ones(self, library: Library) -> None:
        """Whatever was last known to work over 18 months ago is behind."""
        assert self.ids(library, a_place("old", assured_date="2023"), a_place("fresh", assured_date="2026-01")) == [
            "fresh",
            "old",
        ]

    def test_the_nearest_where_the_town_has_none_but_never_across_the_border(self, library: Library) -> None:
        """In a town without an entry the nearest of the same country."""
        far = a_place("ixtepec", town="Ixtepec", latitude=16.56, longitude=-95.1)
        guatemala = a_place("gt", country="GT", town="Tecún Umán", latitude=14.68, longitude=-92.14)
        assert self.ids(library, far, guatemala) == ["ixtepec"]

    def test_by_a_shared_position(self, library: Library) -> None:
        """The distance is from where the person is."""
        near = a_place("near", latitude=14.95, longitude=-92.27)
        nearer = a_place("nearer", latitude=14.91, longitude=-92.26)
        assert self.ids(library, near, nearer, where=Where("MX", "Tapachula", 14.91, -92.26)) == ["nearer", "near"]

    def test_a_place_for_lgbtiq_people_or_for_minors_alone_is_not_for_all(self, library: Library) -> None:
        """A place that is for some is offered to these."""
        special = a_place("lgbt", eligibility=Eligibility(lgbtiq="yes"))
        assert self.ids(library, special) == []
        assert self.ids(library, special, who=("lgbtiq",)) == ["lgbt"]


class TestWhatIsSaid:
    """The message."""

    def test_unknown_is_said_as_unknown_and_hours_are_the_place_s(self, library: Library) -> None:
        """Who is let in, hours in local time, last checked."""
        place = a_place("a", eligibility=Eligibility(families="yes"), schedule=(Opening(opens_at="07:00", closes_at="22:00"),))
        said = heard(asks(a_library(library, place)))
        assert "Recibe: familias." in said
        assert "No sabemos si recibe: menores sin familia." in said
        assert "Abierto ahora, hasta las 22:00." in said
        assert "Último dato: 09/2026." in said

    def test_an_old_entry_comes_after_the_person_to_call_and_may_be_closed(self, library: Library) -> None:
        """First whom to ask, then "may be closed", then the place."""
        said = heard(asks(a_library(library, a_place("a", assured_date="2022"))))
        assert said.index("preguntar por ti") < said.index("Puede estar cerrado") < said.index("Casa a")

    def test_no_place_at_all_is_said_with_the_night_plan(self, library: Library) -> None:
        """Nothing known: said honestly, where it is safer to wait, the number that answers, a person."""
        talk = asks(a_library(library))
        assert "no conozco ningún lugar" in heard(talk)
        assert "911" in heard(talk)
        assert "hospital" in heard(talk)
        assert "person" in [button.payload for reply in talk.replies for button in reply.buttons]

    def test_a_minor_alone_hears_first_who_protects_her_and_the_law(self, library: Library) -> None:
        """The child-protection contact and what a shelter must do come before any place; unknown shelters are not named."""
        known = (a_place("yes", eligibility=Eligibility(minors_alone="yes")), a_place("unknown"))
        said = heard(asks(a_library(library, *known), "tengo 15 y estoy sola, donde duermo"))
        assert said.index("Procuraduría de Protección (DIF)") < said.index("la ley dice") < said.index("Casa yes")
        assert "Casa unknown" not in said

    def test_a_child_alone_that_staff_know_of_is_a_minor_alone(self, library: Library) -> None:
        """What opened as child_alone is not asked again."""
        referral = OpenReferral(1, "open", "child_alone", "high", EVENING)
        talk = asks(a_library(library, a_place("unknown")), person=Person("Colibrí 27", where=TAPACHULA, referral=referral))
        assert "Casa unknown" not in heard(talk)

    def test_the_law_past_its_date_is_not_said(self, library: Library) -> None:
        """Then only that it is not confirmed."""
        late = datetime(2029, 1, 1, tzinfo=UTC)
        assert "la ley dice" not in heard(asks(library, "tengo 15 y estoy sola", now=late))

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_answer_fits(self, language: str, library: Library) -> None:
        """At most 900 characters and four buttons, in every town of the directory, for everybody who asks, in six languages."""
        for town, country in sorted({(place.town, place.country) for place in library.places}):
            for who in ((), ("minor_alone",), ("family", "baby"), ("woman",), ("man",), ("lgbtiq",)):
                person = Person("x", where=Where(country, town), who=who, language=language)
                for reply in asks(library, person=person, language=language).replies:
                    assert reply.text.strip()
                    assert len(reply.text) <= LIMIT
                    assert len(reply.buttons) <= BUTTONS
                    assert all(len(button.payload.encode()) <= 64 for button in reply.buttons)

    def test_who_asks_is_asked_only_where_it_changes_the_answer(self, library: Library) -> None:
        """Where all are let in alike only a minor alone would hear something else; where men are refused a man is asked about too."""
        everybody = a_place(
            "a", eligibility=Eligibility(families="yes", women="yes", men="yes", lgbtiq="yes", minors_alone="yes")
        )
        no_men = a_place("b", eligibility=Eligibility(families="yes", women="yes", men="no", lgbtiq="yes", minors_alone="yes"))

        def asked(*known: Place) -> set[str]:
            shown = asks(a_library(library, *known)).replies[0].buttons
            return {button.payload for button in shown if button.payload.startswith("shelter:who:")}

        assert asked(everybody) == {"shelter:who:minor_alone"}
        assert asked(everybody, no_men) == {"shelter:who:minor_alone", "shelter:who:man"}

    def test_a_pin_only_where_site_and_address_are_confirmed(self, library: Library) -> None:
        """Else the place is "in the town"."""
        sure = a_place("a", address="Calle 1", address_confirmed=True, latitude=14.9, longitude=-92.2, position="site")
        roughly = a_place("b", address="Calle 1", address_confirmed=True, latitude=14.9, longitude=-92.2, position="town")
        assert asks(a_library(library, sure)).replies[0].pin is not None
        assert asks(a_library(library, roughly)).replies[0].pin is None


class TestConfidential:
    """A confidential place carries a phone only."""

    def test_cannot_hold_an_address_or_a_position(self) -> None:
        """So that it can leave by no path, it stands in no entry."""
        for secret in ({"address": "Calle 1"}, {"latitude": 14.9, "longitude": -92.2}):
            with pytest.raises(ValidationError):
                a_place("a", confidential=True, **secret)

    def test_its_address_is_never_said_even_if_it_were_held(self, library: Library) -> None:
        """The words and the pin look at `confidential` themselves."""
        held = a_place("a", address="Calle Secreta 5", address_confirmed=True, latitude=14.9, longitude=-92.2, position="site")
        secret = held.model_copy(update={"confidential": True, "phones": (Number(number="555 0101"),)})
        talk = asks(a_library(library, secret))
        assert "555 0101" in heard(talk)
        assert "Secreta" not in repr(talk.replies)
        offer = directory.offers(a_library(library, secret), TAPACHULA, (14.9, -92.2), (), EVENING)[0]
        assert service_lines.pin(offer) is None

    def test_the_directory_s_own_hold_none(self, library: Library) -> None:
        """In the files as shipped."""
        hidden = [place for place in library.places if place.confidential]
        assert hidden
        assert all(place.address is None and place.latitude is None for place in hidden)


class TestTalk:
    """Follow-ups through turn.take."""

    def take(self, library: Library, person: Person, text: str) -> tuple[list[Reply], Person]:
        message = (
            Message(Kind.BUTTON, payload=text[1:])
            if text.startswith("!")
            else Message(Kind.TEXT, parts=(text,), language_hint="es")
        )
        taken = turn.take(message, person, library, EVENING)
        return list(taken.replies), taken.person

    def test_another_place_farther_and_who_comes_along(self, library: Library) -> None:
        """`otro` shows the next ones; `y con mi hijo de 15?` asks again for a family."""
        person = Person("x", where=TAPACHULA, language="es", greeted=True)
        first, person = self.take(library, person, "!menu:shelter")
        more, person = self.take(library, person, "otro")
        assert more[0].text != first[0].text
        again, person = self.take(library, person, "y con mi hijo de 15?")
        assert "family" in person.who
        assert "Tapachula" in again[0].text

    def test_a_town_of_several_countries_is_asked(self, library: Library) -> None:
        """Which San José? A button sets it."""
        person = Person("x", language="es", greeted=True)
        _, person = self.take(library, person, "!menu:shelter")
        asked, person = self.take(library, person, "san jose")
        assert "¿En qué país estás?" in asked[0].text
        _, person = self.take(library, person, "!shelter:in:CR:San José")
        assert person.where == Where("CR", "San José")

    def test_only_the_country_is_known(self, library: Library) -> None:
        """The towns in which something is known are named, and the town is asked."""
        person = Person("x", language="es", greeted=True, where=Where("MX"))
        asked, person = self.take(library, person, "!menu:shelter")
        assert "¿En qué pueblo o ciudad estás?" in asked[0].text
        told, person = self.take(library, person, "tapachula")
        assert "Tapachula" in "\n".join(reply.text for reply in told)


class TestWhomToAskBeforeGoing:
    """Somebody who knows of beds and can be called; else our own people; else the line is left out."""

    @pytest.mark.parametrize("who", [(), ("family",), ("minor_alone",)])
    @pytest.mark.parametrize("country", ["GT", "US", "MX", "HN", "PA"])
    def test_only_who_knows_of_beds_is_named(self, sample_library: Library, country: str, who: tuple[str, ...]) -> None:
        """No alarm for missing children, no line to talk to, nobody without a number."""
        person = Person("Colibrí 27", where=Where(country, "x"), language="es", who=who)
        said = offered.call_first(Talk(Message(Kind.BUTTON, payload="x"), person, sample_library, EVENING, "es"))
        for wrong in ("Alba-Keneth", "Childhelp", "DIF", "SAPTEL"):
            assert wrong not in said
        lines = said.splitlines()
        assert len(lines) != 1
        assert bool(said) == ((country == "HN") or (country == "PA" and who == ("minor_alone",)))

    def test_hours_of_an_old_record_are_not_known(self, library: Library) -> None:
        """ "Open now" is never said of a place that was last known to work more than 18 months ago."""
        always = (Opening(freq="DAILY", opens_at="00:00", closes_at="24:00"),)
        known = a_library(library, a_place("old", assured_date="2024-01", schedule=always), a_place("new", schedule=always))
        text = heard(asks(known))
        assert text.count(library.say("es", "services-open-always")) == 1
        assert library.say("es", "services-hours-unknown") in text.partition("Casa old")[2]
