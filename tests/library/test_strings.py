"""What is said in each language is said right: forms of nouns by number, and numbers that stay readable from right to left."""

from datetime import date

import pytest

from faro.assistant import answers, help_lines, keeping
from faro.library import Library
from faro.library.entries import LANGUAGES

TODAY = date(2026, 11, 24)
FSI, PDI = "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("es", 1, "Hasta una noche."),
        ("es", 2, "Hasta 2 noches."),
        ("fr", 1, "Jusqu'à une nuit."),
        ("ar", 1, "حتى ليلة واحدة."),
        ("ar", 2, "حتى ليلتين."),
        ("ar", 3, f"حتى {FSI}3{PDI} ليالٍ."),
        ("ar", 11, f"حتى {FSI}11{PDI} ليلة."),
        ("ar", 100, f"حتى {FSI}100{PDI} ليلة."),
    ],
)
def test_a_noun_takes_the_form_of_its_number(library: Library, language: str, count: int, said: str) -> None:
    """One night, two nights; in Arabic one, two, a few and many differ."""
    assert library.say(language, "services-nights", nights=str(count), count=count) == said


def test_a_phone_number_stays_in_order_between_arabic_words(library: Library) -> None:
    """The number stands between isolation marks, in the digits that are on the keys."""
    line = help_lines.line(library, library.contacts["pa-child"], "ar", TODAY)
    assert f"{FSI}+507 6378 3466{PDI}" in line
    assert not any("\u0660" <= char <= "\u0669" for char in line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_promised_about_keeping_is_what_is_kept(library: Library, language: str) -> None:
    """The days after which words are deleted are the days of the storage, wherever they are told."""
    days = {"es": "treinta", "en": "thirty", "pt": "trinta", "fr": "trente", "ht": "trant", "ar": "ثلاثين"}
    assert keeping.WORDS.days == 30
    assert days[language] in answers.topic(library, "bot.privacy", language, None, TODAY).text
    assert "30" in library.say(language, "privacy", operator="X")
