"""The address of a confidential place is hunted in everything that leaves Faro: replies, buttons, pins, pictures, classify, exports, pages,
the console, the database's plain columns, logs and reports. It is put into an entry against the rule, past the check that forbids it."""

import json
import logging
from collections.abc import AsyncIterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest

from faro.assistant import catalogue, nearby, sheets, turn, understanding
from faro.assistant.message import Kind, Message
from faro.assistant.person import Person, Where
from faro.assistant.rights import Role
from faro.commands import coverage, places, status, status_page
from faro.library import Library, hsds, places_table
from faro.library.entries import LANGUAGES, Eligibility, Number
from tests.assistant.test_services import a_place
from tests.conftest import NOON
from tests.web_house import House, Migrant, Worker, open_house

SECRETS = ("Calle Secreta", "14.91234", "92.26789", "clave del portón")


@pytest.fixture(scope="module")
def guarded(library: Library) -> Library:
    """The directory with one confidential place that holds what it must not."""
    held = a_place(
        "mx-secret", address="Calle Secreta 5", address_confirmed=True, latitude=14.91234, longitude=-92.26789, position="site",
        services=("bed", "food", "medical_care", "legal_advice"), eligibility=Eligibility(minors_alone="yes", families="yes", women="yes"),
        note="Calle Secreta 5, la clave del portón es 1234", accessibility=None,
    )  # fmt: skip
    secret = held.model_copy(update={"confidential": True, "phones": (Number(number="555 0101"),)})
    return replace(library, places=(secret, *library.places))


def hunted(text: str, where: str) -> None:
    for secret in SECRETS:
        assert secret not in text, f"{secret!r} in {where}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_conversation(language: str, guarded: Library) -> None:
    """Asked by everybody in every way: words, buttons, pins, pictures, memory and events hold the phone at most."""
    shown = ""
    for who in ((), ("minor_alone",), ("family",), ("woman",), ("lgbtiq",)):
        for where in (Where("MX", "Tapachula"), Where("MX", "Tapachula", 14.9, -92.26), Where("MX")):
            person = Person("x", where=where, who=who, language=language, language_chosen=True, greeted=True, country_asked=True)
            payloads = [
                "menu:shelter",
                "shelter:more:0",
                "shelter:was:0",
                "shelter:was:mx-secret",
                "shelter:was:mx-secret:closed",
                "shelter:sheet",
            ]
            payloads += [f"topic:{topic}" for topic in nearby.NEEDS] + [f"near:{topic}:0" for topic in nearby.NEEDS]
            for payload in payloads:
                shown += repr(turn.take(Message(Kind.BUTTON, payload=payload), person, guarded, NOON))
    hunted(shown, "a turn")
    assert "555 0101" in shown


def test_in_classify_exports_and_figures(guarded: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """What commands print and write."""
    row = understanding.row({"id": 1, "text": "albergue en tapachula para mi familia"}, guarded, NOON)
    assert "mx-secret" in row["place"]["near"]
    hunted(json.dumps(row), "classify")
    hunted(json.dumps(hsds.services(guarded.places, date(2026, 11, 24))), "HSDS")
    hunted(places_table.written(guarded.places), "the table")
    figures = coverage.coverage(guarded, date(2026, 11, 24))
    hunted(json.dumps(status.as_data(figures)) + status_page.page(figures), "status")
    made = sheets.sheet(guarded, "MX", "Tapachula", "es", NOON)
    assert made is not None
    hunted(repr(asdict(made)), "the sheet")
    hunted(repr([catalogue.door(place) for place in guarded.places]), "the catalogue")
    assert places.app is not None
    hunted("".join(capsys.readouterr()), "the terminal")


@pytest.fixture
async def house(tmp_path: Path, guarded: Library) -> AsyncIterator[House]:
    async with open_house(tmp_path, guarded) as opened:
        yield opened


async def test_in_pages_console_logs_and_the_database(house: House, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A talk on the web chat, the public pages, the console of a coordinator, every log line, and the file of the database."""
    caplog.set_level(logging.DEBUG)
    async with house.browser() as browser:
        person = await Migrant.arrives(browser)
        said = json.dumps(await person.says("albergue en tapachula"))
        said += json.dumps(await person.presses("shelter:sheet"))
        for path in (
            "/places",
            "/places?country=MX&town=Tapachula",
            "/places?map=1",
            "/places/sheet?country=MX&town=Tapachula",
            "/",
        ):
            hunted((await browser.get(path)).text, path)
        for form in ({"where": "MX", "map": "1"}, {"where": "MX|Tapachula", "who": "minor_alone"}):
            hunted((await browser.post("/places", data=form)).text, str(form))
    hunted(said, "the web chat")
    async with house.browser() as browser:
        worker = await Worker.enters(house, browser, await house.hire("Bea", Role.COORDINATOR, Role.EDITOR))
        for path in (
            "/staff",
            "/staff/look",
            "/staff/closed",
            "/staff/deliveries",
            "/staff/people",
            "/staff/places",
            "/staff/content",
        ):
            hunted((await worker.browser.get(path)).text, path)
    hunted(caplog.text, "the log")
    for file in tmp_path.glob("faro.db*"):
        hunted(file.read_bytes().decode("latin-1"), file.name)
