"""What becomes a link, what becomes a sign: outbox bodies as the page shows them."""

import pytest

from faro.assistant.reply import Button, Pin, Reply, Sheet
from faro.engine import outgoing
from faro.library import Library
from faro.storage.views import Sent
from handlers.web_channel import WebChannel, line
from handlers.web_shown import Shown


@pytest.fixture(scope="module")
def shown(sample_library: Library) -> Shown:
    return Shown(sample_library)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Emergencias 911 (México): 911 · gratis", [("call", "911", "tel:911")]),
        ("Tel. +502 2253 5889", [("call", "+502 2253 5889", "tel:+50222535889")]),
        ("Llama al 911.", [("call", "911", "tel:911")]),
        ("Reforma de 2020, 911000 personas, 1911, 911-22", []),
        ("Mira https://acnur.org/a?b=1.", [("open", "https://acnur.org/a?b=1", "https://acnur.org/a?b=1")]),
        ("Borra con /forget o escribe a y/o b", [("code", "/forget", "/forget")]),
        ("javascript:alert(1)", []),
    ],
)
def test_only_known_numbers_and_addresses_become_links(shown: Shown, text: str, links: list[tuple[str, str, str]]) -> None:
    """A number to call is one of content/contacts/; years, prices and parts of longer numbers stay text; nothing is lost."""
    parts = shown.parts(text)
    assert [part for part in parts if part[0] != "text"] == links
    assert "".join(words for _, words, _ in parts) == text


def test_choices_carry_their_sign(shown: Shown, sample_library: Library) -> None:
    """The six choices are recognised in each language; other keys have no sign."""
    rows = [[sample_library.say("ar", "menu-danger"), sample_library.say("fr", "menu-rights")], ["Tapachula"]]
    assert [name for _, name in shown.keyboard(rows)] == ["danger", "rights", ""]


def test_a_reply_is_shown_with_all_that_it_has(shown: Shown) -> None:
    """Text, direction, buttons, pin and urgency of a reply reach the page."""
    reply = Reply("مرحبا", (Button("نعم", "risk:yes"),), urgent=True, pin=Pin("Casa", "Calle 1", 14.9, -92.2), language="ar")
    seen = shown.line(Sent(3, outgoing.say(reply), "1:3"))
    assert seen is not None
    assert (seen["dir"], seen["urgent"], seen["pin"]["at"]) == ("rtl", True, "14.9,-92.2")
    assert seen["buttons"] == [["نعم", "risk:yes"]]


@pytest.mark.parametrize("body", [outgoing.press("1"), outgoing.leave(), outgoing.topic("x")])
def test_what_a_page_cannot_do_is_left_out(shown: Shown, body: outgoing.Body) -> None:
    """Bodies for other channels do nothing here."""
    assert shown.line(Sent(1, body, "1:1")) is None


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b'{"chat": "c", "id": "1"}', b'{"chat":"c","id":"1","latitude":1}'])
def test_what_the_page_did_not_write_is_told_as_unreadable(raw: bytes) -> None:
    """A stored line that cannot be read raises ValueError, so that it is parked and seen."""
    with pytest.raises(ValueError, match=r".*"):
        WebChannel().read(raw)


def test_a_line_is_read_as_it_was_written() -> None:
    """Words, commands, buttons and positions come out as they went in; unknown fields do not."""
    arrival = WebChannel().read(line("c", "c:1", {"text": "/place Tapachula", "language": "es", "evil": 1}))
    assert arrival is not None
    assert (arrival.message.command, arrival.message.arguments, arrival.room) == ("place", "Tapachula", "private")
    assert b"evil" not in line("c", "c:1", {"text": "x", "evil": 1})


def test_a_sheet_is_a_link_to_its_page(shown: Shown) -> None:
    """Where Telegram sends the picture, the page shows where the sheet stands, in the language of the answer."""
    sheet = Sheet("MX", "Ciudad Juárez", "Ciudad Juárez: dónde dormir", (("text", "911"),), "x")
    line = shown.line(Sent(1, outgoing.say(Reply("Aquí está", sheet=sheet, language="es")), "1"))
    assert line is not None
    assert line["parts"][-1] == ("open", "Ciudad Juárez: dónde dormir", "/places/sheet?l=es&country=MX&town=Ciudad+Ju%C3%A1rez")
