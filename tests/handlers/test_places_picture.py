"""The picture of a sheet: readable, light, in every script."""

import io
from dataclasses import asdict
from datetime import UTC, datetime

import pytest
from PIL import Image

from faro.assistant import sheets
from faro.library import Library
from faro.library.entries import LANGUAGES
from handlers import places_picture

NOW = datetime(2026, 11, 25, 3, 40, tzinfo=UTC)


@pytest.mark.parametrize("language", LANGUAGES)
def test_light_and_whole(language: str, library: Library) -> None:
    """A few dozen kilobytes, as wide as a phone can show, nothing drawn over the edge."""
    made = sheets.sheet(library, "MX", "Tijuana", language, NOW)
    assert made is not None
    drawn = places_picture.png(asdict(made), language, "https://t.me/faro_example_bot")
    picture = Image.open(io.BytesIO(drawn)).convert("L")
    assert len(drawn) < 120_000
    assert picture.width == places_picture.WIDTH
    edge = picture.crop((picture.width - 12, 0, picture.width, picture.height))
    assert edge.getextrema() == (255, 255)


def test_every_letter_of_our_languages_is_in_the_fonts(library: Library) -> None:
    """No letter of a sheet is an empty box."""
    for language in LANGUAGES:
        for country, town in sorted({(place.country, place.town) for place in library.places}):
            made = sheets.sheet(library, country, town, language, NOW)
            letters = {letter for _, words in made.lines for letter in words} if made else set()
            font = places_picture._font("text")
            empty = font.getmask("\U0010ffff").getbbox(), bytes(font.getmask("\U0010ffff"))
            for letter in letters - set(" \u00a0\u2068\u2069\u200f\u200e\u064b"):
                assert (font.getmask(letter).getbbox(), bytes(font.getmask(letter))) != empty, (language, letter)


def test_strange_words_end_nothing() -> None:
    """No lines, a word longer than a line, another script: a picture all the same."""
    for words in ("", "x" * 500, "日本語 🙂", "مرحبا " * 50):
        sheet = {"title": words, "lines": [["text", words], ["name", words]], "code": words}
        assert places_picture.png(sheet, "ar", None).startswith(b"\x89PNG")
