"""Whom a person is told to call: never the police alone where an official may be the doer, never a neighbour's number."""

from datetime import date

import pytest

from faro.assistant import help_lines
from faro.library import Library
from faro.library.entries import CATEGORIES, COUNTRIES, INTERNATIONAL, LANGUAGES

TODAY = date(2026, 11, 24)
DOERS = ("family", "official", "gang", "employer", "shelter", "unknown")


def shown(library: Library, country: str | None, category: str, severity: str, doer: str) -> list[str]:
    """The kinds of contact for this danger."""
    found = help_lines.for_danger(library, country, category, severity, TODAY, harm_by=doer)
    return [contact.kind for contact in found]


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("severity", ["critical", "high", "medium"])
def test_where_an_official_does_harm_the_police_is_neither_alone_nor_first(
    library: Library, country: str, category: str, severity: str
) -> None:
    """Somebody else comes first; whom migration or the police hold is held by officials, whoever else is feared."""
    doers = DOERS if category in help_lines.BY_OFFICIALS else ("official",)
    for doer in doers:
        kinds = shown(library, country, category, severity, doer)
        assert kinds, doer
        assert kinds[0] != "police"
        assert kinds != ["emergency"] or category in help_lines.AMBULANCE_FIRST


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("doer", DOERS)
def test_who_is_badly_hurt_is_given_an_ambulance_whoever_did_it(library: Library, country: str, doer: str) -> None:
    """Fear of officials does not leave a bleeding child without a number."""
    found = help_lines.for_danger(library, country, "medical_emergency", "critical", TODAY, harm_by=doer)
    assert found[0].kind in ("emergency", "ambulance")


@pytest.mark.parametrize("country", [None, "VE", "HT", "EC"])
@pytest.mark.parametrize("category", CATEGORIES)
def test_from_elsewhere_nobody_is_given_the_number_of_another_country(
    library: Library, country: str | None, category: str
) -> None:
    """Outside the eleven countries, or where the country is not known, only what is international is shown."""
    for doer in DOERS:
        found = help_lines.for_danger(library, country, category, "critical", TODAY, harm_by=doer)
        assert {contact.country for contact in found} <= {INTERNATIONAL}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_names_its_country_and_says_whether_it_is_free(library: Library, language: str) -> None:
    """Same digits mean different things in neighbouring countries; what is not known is said not to be known."""
    said = {key: library.say(language, f"contact-{key}") for key in ("free", "paid", "free-unknown")}
    for contact in library.contacts.values():
        text = help_lines.line(library, contact, language, TODAY)
        assert help_lines.country_name(library, contact.country, language) in text
        assert not contact.numbers or any(word in text for word in said.values())


def test_a_line_tells_the_word_to_write_the_key_to_press_and_the_hours(library: Library) -> None:
    """A text without its word is answered by nobody, and so is a call at night where nobody sits."""
    traffic, women, humanitarian = (library.contacts[id] for id in ("us-traffic", "mx-women", "hn-humanitarian"))
    assert "SMS 233733 (write HELP)" in help_lines.line(library, traffic, "en", TODAY)
    assert "079 (luego marca 1)" in help_lines.line(library, women, "es", TODAY)
    assert "lun a vie 09:00-17:00" in help_lines.line(library, humanitarian, "es", TODAY)


def test_a_number_that_only_one_source_knows_stands_beside_a_sure_one(library: Library) -> None:
    """With room for one, it is left out; with room for two, the sure one comes with it."""
    both = help_lines.pick(library, "PA", ("child_protection",), TODAY, most=2)
    assert [contact.id for contact in both] == ["pa-child", "pa-911"]
    assert help_lines.pick(library, "PA", ("child_protection",), TODAY, most=1) == []
