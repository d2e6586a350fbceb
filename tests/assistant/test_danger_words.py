"""What a child reads at once: every kind its own words, the duty to report before she tells more, and no advice that nobody asked for."""

from dataclasses import replace
from datetime import datetime

import pytest

from faro.assistant import danger, questions, turn
from faro.assistant.events import ReferralOpened
from faro.assistant.message import Kind, Message
from faro.assistant.person import MayWrite, OpenReferral, Person, Where
from faro.assistant.reply import LIMIT
from faro.assistant.risk import Risk
from faro.library import Library
from faro.library.entries import CATEGORIES, COUNTRIES, LANGUAGES, Served

from ..conftest import NIGHT, NOON


@pytest.fixture(scope="module")
def bound(library: Library) -> Library:
    """The library of an operator who must report everywhere."""
    served = dict.fromkeys(COUNTRIES, Served(duty_to_report=True))
    return replace(library, operator=library.operator.model_copy(update={"countries_served": served}))


def opened(category: str, severity: str, *, unsure: bool = False) -> OpenReferral:
    return OpenReferral(1, "open", category, severity, NOON, unsure)


def takes(text: str, person: Person, library: Library) -> turn.Turn:
    return turn.take(Message(parts=(text,), language_hint="es"), person, library, NOON)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("now", [NOON, NIGHT])
def test_the_duty_to_report_and_the_hour_always_fit(language: str, now: datetime, bound: Library) -> None:
    """In every category, severity and country the first words hold the duty to report, the honest hour and who will know."""
    for category in CATEGORIES:
        for severity in ("critical", "high", "medium"):
            for country in (None, *COUNTRIES):
                person = Person("Colibrí 27", where=Where(country))
                said = danger.first_words(Risk(category, severity, "refer", 1.0), person, bound, language, now)
                assert len(said.text) <= LIMIT
                assert bound.say(language, "duty-to-report") in said.text
                assert danger.next_step(bound, language, now) in said.text
                assert danger.who_knows(bound, language) in said.text


def test_the_duty_is_told_when_the_country_becomes_known(library: Library) -> None:
    """Asked where she is, she names a country with a duty to report: it is told with the number, before she tells more."""
    served = {"GT": Served(duty_to_report=True)}
    only_there = replace(library, operator=library.operator.model_copy(update={"countries_served": served}))
    person = Person("Colibrí 27", language="es", asked="country", asked_about=("danger",), referral=opened("gang_threat", "high"))
    taken = takes("Guatemala", person, only_there)
    assert any(library.say("es", "duty-to-report") in reply.text for reply in taken.replies)


def test_a_second_danger_of_another_kind_has_first_words_of_its_own(library: Library) -> None:
    """Equal severity, another kind: its own words once; told further, they are not repeated."""
    person = Person("Colibrí 27", language="es", where=Where("MX"), referral=opened("gang_threat", "high"))
    phrase = next(p.text for p in library.phrases if (p.category, p.severity, p.language) == ("physical_abuse", "high", "es"))
    words = library.say("es", "risk-physical_abuse-high").split("\n")[1]
    taken = takes(phrase, person, library)
    assert any(words in reply.text for reply in taken.replies)
    once_more = takes(phrase, replace(taken.person, referral=person.referral), library)
    assert not any(words in reply.text for reply in once_more.replies)


def test_no_answer_is_promised_where_nothing_may_be_written(library: Library) -> None:
    """She said "not now": a second danger does not say that somebody answers her here."""
    person = Person("x", where=Where("MX"), may_write=MayWrite.NOT_NOW)
    said = danger.first_words(Risk("gang_threat", "high", "refer", 1.0), person, library, "es", NOON).text
    assert library.say("es", "staff-now") not in said
    assert library.say("es", "noted-for-staff") in said


def test_the_way_out_cleans_the_chat(library: Library) -> None:
    """Below the first words stand "it is not about me", "I can't talk now" and "clean this chat"."""
    said = danger.first_words(Risk("gang_threat", "high", "refer", 1.0), Person("x"), library, "es", NOON)
    payloads = [button.payload for button in said.buttons]
    assert payloads[:3] == ["risk:notme", "hush", "clear"]
    taken = turn.take(Message(Kind.BUTTON, payload="clear"), Person("x", language="es"), library, NOON)
    assert [reply.text for reply in taken.replies] == [library.say("es", "cleared")]


def test_where_nobody_reads_no_person_is_offered(sample_library: Library) -> None:
    """The gentle question has no button to a person, and what is kept names none."""
    asked = danger.gentle_question(Risk("gang_threat", "high", "ask", 0.5), sample_library, "es")
    assert [button.payload for button in asked.buttons] == ["risk:yes:gang_threat:high", "risk:no"]
    person = Person("x", language="es", referral=opened("gang_threat", "high"))
    taken = turn.take(Message(Kind.COMMAND, command="forget"), person, sample_library, NOON)
    assert not any(sample_library.say("es", "kept-talk") in reply.text for reply in taken.replies)


@pytest.mark.parametrize("category", CATEGORIES)
def test_no_unasked_advice_about_the_body_stands_beside_a_danger(category: str) -> None:
    """Docs/decisions/0008: a disclosure near a medical topic is not answered with it."""
    found = Risk(category, "high", "refer", 1.0)
    assert not questions.fits_beside(found, "health.sexual")
    assert not questions.fits_beside(found, "health.feelings")
    assert questions.fits_beside(found, "shelter.find")
    assert questions.fits_beside(found, "health.emergency") == (category == "medical_emergency")


def test_a_missing_file_of_phrases_sends_what_it_would_notice_to_a_person(library: Library) -> None:
    """Without the phrases of a category nothing can be called harmless; a danger that is noticed is answered as ever."""
    broken = replace(library, missing_risks=("self_harm/phrases/es.txt",))
    message = Message(parts=("donde hay una escuela",), language_hint="es")
    with pytest.raises(Exception, match="self_harm"):
        turn.take(message, Person("x"), broken, NOON)
    events = turn.failed(message, Person("x"), broken, NOON).events
    assert [event.category for event in events if isinstance(event, ReferralOpened)] == ["system"]
    phrase = next(p.text for p in library.phrases if (p.category, p.language) == ("physical_abuse", "es"))
    assert turn.take(Message(parts=(phrase,)), Person("x"), broken, NOON).replies
