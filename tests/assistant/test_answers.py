"""An answer as it is sent: nothing past its date, nothing withdrawn, and a person instead."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from faro.assistant import answers
from faro.assistant.reply import LIMIT
from faro.library import Library
from faro.library.entries import COUNTRIES, LANGUAGES

TODAY = date(2026, 11, 24)
PAST = {"check_again_on": TODAY - timedelta(days=1)}
WITHDRAWN = {"withdrawn_on": TODAY}


def changed(library: Library, fact: str, update: dict[str, date]) -> Library:
    """The library with one fact past its date or withdrawn."""
    return replace(library, facts={**library.facts, fact: library.facts[fact].model_copy(update=update)})


@pytest.mark.parametrize("update", [PAST, WITHDRAWN])
def test_an_answer_that_rests_on_an_old_fact_is_not_sent(library: Library, update: dict[str, date]) -> None:
    """The hours of a medicine stand in the answer: when nobody vouches for them, the person hears so and is offered a human."""
    old = changed(library, "xx-hea-1", update)
    reply = answers.topic(old, "violence.sexual", "es", "MX", TODAY)
    assert reply.text.startswith(old.say("es", "answer-being-checked"))
    assert "72" not in reply.text
    assert [button.payload for button in reply.buttons] == ["person"]


def test_while_it_is_checked_the_numbers_to_call_stay(library: Library) -> None:
    """Whom to call does not go with the answer."""
    reply = answers.topic(changed(library, "xx-hea-1", PAST), "violence.sexual", "es", "CR", TODAY)
    assert "1147" in reply.text


@pytest.mark.parametrize("update", [PAST, WITHDRAWN])
@pytest.mark.parametrize("fact", ["mx-det-1", "mx-det-3", "mx-det-4"])
def test_a_note_goes_with_the_first_of_its_facts(library: Library, fact: str, update: dict[str, date]) -> None:
    """A note that mixes a fact in force with one that is not says that it is being checked; the answer itself stays."""
    reply = answers.topic(changed(library, fact, update), "detention.how_long", "es", "MX", TODAY)
    assert library.say("es", "country-note-being-checked", country="México") in reply.text
    assert "36" not in reply.text
    assert library.wordings["es", "detention.how_long"].answer in reply.text


def test_a_source_past_its_date_is_not_named(library: Library) -> None:
    """The button that asks where this is from names only what is in force."""
    before = answers.source(library, "detention.how_long", "es", "MX", TODAY)
    after = answers.source(changed(library, "mx-det-3", PAST), "detention.how_long", "es", "MX", TODAY)
    assert "SCJN" in before
    assert "SCJN" not in after


def test_where_nothing_is_known_the_answer_says_so(library: Library) -> None:
    """No note and no fact: that nothing is confirmed for this country, by name."""
    reply = answers.topic(library, "detention.how_long", "en", "BZ", TODAY)
    assert library.say("en", "country-note-unknown", country="Belize") in reply.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_longer_than_a_message_may_be_and_none_lost_a_piece(library: Library, language: str) -> None:
    """Every topic in every country, whole: answer, steps, note, numbers and the gentle line fit without leaving one out."""
    for id in library.topics:
        words = library.wordings[language, id]
        for country in (None, *COUNTRIES):
            text = answers.topic(library, id, language, country, TODAY).text
            assert len(text) <= LIMIT
            assert (words.gentle or "") in text, (id, country)
            assert all(answers.filled(library, step, language, TODAY) in text for step in words.steps), (id, country)


def unowned(library: Library) -> Library:
    """The same team, but nobody answers for any country yet."""
    return replace(library, operator=library.operator.model_copy(update={"countries_served": {}}))


def test_a_country_that_nobody_answers_for_is_shown_as_unknown(library: Library) -> None:
    """The note and the offices are left out and this is said; what holds everywhere and the numbers for danger stay."""
    reply = answers.topic(unowned(library), "asylum.how_to_apply", "es", "MX", TODAY)
    assert library.say("es", "country-note-unknown", country="México") in reply.text
    assert "COMAR" not in reply.text
    assert library.wordings["es", "asylum.how_to_apply"].answer in reply.text
    assert "911" in answers.topic(unowned(library), "health.emergency", "es", "MX", TODAY).text
    assert "COMAR" not in answers.source(unowned(library), "asylum.how_to_apply", "es", "MX", TODAY)


def test_where_nobody_runs_it_everything_is_shown_as_written(sample_library: Library) -> None:
    """The sample operator is nobody: there the content can be read by those who want to review it."""
    assert "COMAR" in answers.topic(sample_library, "asylum.how_to_apply", "es", "MX", TODAY).text
