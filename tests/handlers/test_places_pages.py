"""The public directory in the web, as a browser without scripts gets it: filters, the map, the sheet, and what never leaves."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from faro.library import Library
from faro.library.entries import LANGUAGES, Eligibility, Number, Opening
from faro.storage import place_reports
from handlers.places_pages import PlacesPages
from tests.assistant.test_services import a_place
from tests.web_house import House, open_house


@pytest.fixture
async def house(tmp_path: Path, library: Library) -> AsyncIterator[House]:
    async with open_house(tmp_path, library) as opened:
        yield opened


async def got(house: House, path: str, **form: str) -> str:
    async with house.browser() as browser:
        answer = await (browser.post(path, data=form) if form else browser.get(path))
        assert answer.status_code == 200
        return answer.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_page_in_every_language(house: House, language: str) -> None:
    """List, country, town, map and sheet answer, say their language and hold no leftover of a template."""
    for path in (
        "/places?",
        "/places?country=MX",
        "/places?country=MX&town=Tapachula",
        "/places?map=1",
        "/places/sheet?country=MX&town=Tapachula",
    ):
        text = await got(house, f"{path}&l={language}")
        assert f'lang="{language}"' in text
        assert "{{" not in text
        assert "places-" not in text.replace("/static/places.css", "")


async def test_what_is_looked_for_stands_in_no_address(house: House) -> None:
    """Who goes is sent as a form; links of the answer name the town at most."""
    text = await got(house, "/places", where="MX|Tijuana", who="lgbtiq", l="es")
    assert "Jardín de las Mariposas" in text
    assert "who=" not in text
    assert "need=" not in text


async def test_a_minor_alone_sees_the_law_first_and_only_places_known_to_let_minors_in(house: House) -> None:
    """The same rule as in the conversation."""
    text = await got(house, "/places", where="MX|Tapachula", who="minor_alone", l="es")
    assert text.index("la ley dice") < text.index("Albergue Diocesano Belén")
    assert "Hospitalidad y Solidaridad" not in text


async def test_unknown_is_shown_as_unknown(house: House) -> None:
    """Each thing that a child must know stands there, with its value."""
    text = await got(house, "/places?country=MX&town=Tapachula&l=es")
    for label in (
        "Recibe a menores sin familia",
        "Avisa a las autoridades",
        "Abre la puerta de noche",
        "De ahí no se sale libremente",
    ):
        assert text.count(label) == 4
    assert "<dd>no se sabe</dd>" in text


async def test_closed_places_say_so_and_are_not_on_the_sheet(tmp_path: Path, library: Library) -> None:
    """So that nobody walks there; printed paper names only what may be open."""
    known = replace(library, places=(a_place("gone", status="closed"), a_place("there")))
    async with open_house(tmp_path, known) as house:
        assert "Cerrado. No vayas." in await got(house, "/places?country=MX&l=es")
        assert "Casa gone" not in await got(house, "/places/sheet?country=MX&town=Tapachula&l=es")


async def test_only_what_is_open_now(tmp_path: Path, library: Library) -> None:
    """Unknown hours never count as open."""
    always = (Opening(opens_at="00:00", closes_at="24:00"),)
    known = replace(library, places=(a_place("open", schedule=always), a_place("unknown")))
    async with open_house(tmp_path, known) as house:
        text = await got(house, "/places", where="MX", open="1", l="es")
        assert "Casa open" in text
        assert "Casa unknown" not in text


async def test_a_confidential_address_leaves_by_no_page(tmp_path: Path, library: Library) -> None:
    """Even if an entry held one against the rule: list, town, map and sheet show the phone only."""
    held = a_place("a", address="Calle Secreta 5", address_confirmed=True, latitude=14.9123, longitude=-92.2, position="site")
    secret = held.model_copy(update={"confidential": True, "phones": (Number(number="555 0101"),), "note": "Calle Secreta 5"})
    async with open_house(tmp_path, replace(library, places=(secret, a_place("b")))) as house:
        paths = (
            "/places",
            "/places?country=MX",
            "/places?country=MX&town=Tapachula",
            "/places?map=1&country=MX",
            "/places/sheet?country=MX&town=Tapachula",
        )
        for text in [await got(house, path) for path in paths] + [await got(house, "/places", where="MX", map="1")]:
            assert "Secreta" not in text
            assert "14.9123" not in text
        assert "555 0101" in text


async def test_a_place_on_hold_is_gone_from_the_page(house: House) -> None:
    """Three reports, and neither the list nor the sheet names it."""
    await house.store.transaction(
        lambda db: [place_reports.report(db, house.store.seal, "mx-tap-belen", "closed", house.now, person=n) for n in (1, 2, 3)]
    )
    assert "Belén" not in await got(house, "/places?country=MX&town=Tapachula&l=es")
    assert "Belén" not in await got(house, "/places/sheet?country=MX&town=Tapachula&l=es")


async def test_the_sheet_has_a_code_the_numbers_and_what_to_ask(house: House) -> None:
    """All that a wall in Tapachula needs."""
    text = await got(house, "/places/sheet?country=MX&town=Tapachula&l=es")
    for piece in ("Tapachula: dónde dormir", 'class="qrline"', "911", "Antes de ir, pregunta", "la ley dice", "24/11/2026"):
        assert piece in text


async def test_strange_requests_do_no_harm(house: House) -> None:
    """Unknown towns, foreign values, far too large a form: an answer, escaped, never a fault."""
    async with house.browser() as browser:
        for path in ("/places/sheet?country=MX&town=Nowhere", "/places/sheet"):
            assert (await browser.get(path)).status_code == 404
        odd = await browser.get(
            "/places", params={"country": "<script>", "town": "<script>alert(1)</script>", "l": "xx", "map": "9"}
        )
        assert odd.status_code == 200
        assert "<script>" not in odd.text
        assert (await browser.post("/places", data={"where": "MX|" + "x" * 20_000})).status_code == 413
        assert (await browser.post("/places", content=b"\xff\xfe=1&who=everybody&need=gold")).status_code == 200


async def test_one_place_with_everything(tmp_path: Path, library: Library) -> None:
    """Cost, languages, nights, access and an alert are shown."""
    full = a_place(
        "full", cost="gratis", languages=("es", "quc"), accessibility="rampa", eligibility=Eligibility(max_nights=3), alerts=("moving",),
        url="https://example.org/a", closed_from=date(2027, 1, 1), closed_until=date(2027, 1, 2),
    )  # fmt: skip
    async with open_house(tmp_path, replace(library, places=(full,))) as house:
        text = await got(house, "/places?country=MX&l=es")
        for piece in ("gratis", "Español, quc", "rampa", "Hasta 3 noches", "Se iba a mudar", "example.org/a"):
            assert piece in text


async def test_the_code_leads_to_the_bot(house: House) -> None:
    """Whatever address the house is told for its bot stands below the code; by default this page's own."""
    assert "127.0.0.1" in await got(house, "/places/sheet?country=MX&town=Tapachula&l=es")
    pages = PlacesPages(house.engine, lambda: "https://t.me/faro_example_bot")
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(Starlette(routes=pages.routes())), base_url="http://faro"
    ) as browser:
        assert "t.me/faro_example_bot" in (await browser.get("/places/sheet?country=MX&town=Tapachula&l=es")).text
        assert (await browser.get("/places/sheet.png?country=MX&town=Tapachula&l=es")).content.startswith(b"\x89PNG")
        assert (await browser.get("/places/sheet.png?country=MX&town=Nowhere")).status_code == 404
