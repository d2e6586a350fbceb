"""Outbox bodies as the page shows them: text cut into words, numbers to call, addresses to open and commands; direction; buttons; keyboard.

Only numbers of `content/contacts/` and `content/places/` become links to call: a year or a price never does.
"""

import re
from typing import Any
from urllib.parse import urlencode

from faro.assistant import menu
from faro.library import Library
from faro.library.strings import RIGHT_TO_LEFT
from faro.storage.views import Sent

Part = tuple[str, str, str]
"""(`text`, `call`, `open` or `code`; what is read; where it leads)."""

COMMAND = r"(?<!\S)/[a-z]+\b"
"""Stays as it is typed, also inside right-to-left text."""

ADDRESS = r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]"


class Shown:
    """Makes bodies showable for one library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._links = re.compile(f"(?P<open>{ADDRESS})|(?P<code>{COMMAND})|(?P<call>{_numbers(library)})")

    def line(self, sent: Sent) -> dict[str, Any] | None:
        """What the page has to do for one sent body; None when there is nothing."""
        body = sent.body
        if body["do"] == "delete":
            return {"id": sent.id, "do": "clear"}
        if body["do"] not in ("say", "edit"):
            return None
        pin = body.get("pin")
        return {
            "id": sent.id,
            "do": "say",
            "parts": self.parts(body["text"]) + self._sheet(body),
            "lang": body["language"],
            "dir": direction(body["language"]),
            "urgent": body.get("urgent", False),
            "buttons": body.get("buttons", []),
            "keyboard": self.keyboard(body.get("keyboard", [])),
            "hide": body.get("hide_keyboard", False),
            "place": body.get("ask_location"),
            "paper": body.get("paper"),
            "pin": pin and {"name": f"{pin['title']}, {pin['address']}", "at": f"{pin['latitude']},{pin['longitude']}"},
        }

    def _sheet(self, body: dict[str, Any]) -> list[Part]:
        """A page shows a link to the sheet where Telegram sends its picture."""
        sheet = body.get("sheet")
        if not sheet:
            return []
        query = urlencode({"l": body["language"], "country": sheet["country"], "town": sheet["town"]})
        return [("text", "\n", ""), ("open", sheet["title"], f"/places/sheet?{query}")]

    def parts(self, text: str) -> list[Part]:
        """A text as pieces, in order."""
        pieces: list[Part] = []
        end = 0
        for found in self._links.finditer(text):
            if found.lastgroup == "call" and found[0] in text[found.end() :].partition("\n")[0]:
                continue  # "Emergencias 911 (México): 911": the one that stands as the number is the one to press
            pieces.append(("text", text[end : found.start()], ""))
            kind = found.lastgroup or "text"
            pieces.append((kind, found[0], f"tel:{re.sub(r'[^0-9+*#]', '', found[0])}" if kind == "call" else found[0]))
            end = found.end()
        pieces.append(("text", text[end:], ""))
        return [piece for piece in pieces if piece[1]]

    def keyboard(self, rows: list[list[str]]) -> list[tuple[str, str]]:
        """Labels with the name of the choice, by which the page picks sign and colour; "" for any other key."""
        return [(label, self._choice(label)) for row in rows for label in row]

    def _choice(self, label: str) -> str:
        kind, _, name = (menu.pressed(label, self.library) or "").partition(":")
        return name if kind == "menu" else ""


def direction(language: str) -> str:
    """How a language is written: `ltr` or `rtl`."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def _numbers(library: Library) -> str:
    """A pattern for each number that can be called, the longest first, never inside another number."""
    ways = [way for contact in library.contacts.values() for way in contact.numbers]
    ways += [way for place in library.places for way in place.phones]
    numbers = {way.number for way in ways if way.channel == "call"}
    dialled = sorted((n for n in numbers if len(re.sub(r"\D", "", n)) >= 3), key=len, reverse=True)
    return r"(?<![\w+.,/-])(?:" + "|".join(map(re.escape, dialled)) + r")(?![\w/-]|[.,]\d)" if dialled else r"(?!)"
