"""The terminal as a channel: the same conversation, typed. `[2]` presses the second button, `/start` is a command."""

import json
from collections.abc import Callable
from typing import Any

from faro.assistant.message import Kind, Message
from faro.engine.channels import Arrival, Receipt

CHAT = "terminal"


class Terminal:
    """Reads lines that `line` wrote, shows what is sent through `show`."""

    name = "terminal"

    def __init__(self, show: Callable[[dict[str, Any]], None], language: str | None = None) -> None:
        self._show = show
        self._language = language
        self._sent = 0

    def read(self, raw: bytes) -> Arrival | None:
        """A typed line as an arrival. Raises ValueError for what `line` did not write."""
        data = json.loads(raw)
        return Arrival("terminal", CHAT, CHAT, "private", message(data["text"], data.get("press"), self._language, data["id"]))

    async def send(self, address: str, body: dict[str, Any]) -> Receipt:
        """Show a body; a terminal can take nothing back, so only words are shown."""
        self._sent += 1
        self._show(body)
        return Receipt((str(self._sent),))


def line(number: int, text: str, press: str | None = None) -> bytes:
    """One typed line as it is stored."""
    return json.dumps({"id": str(number), "text": text, "press": press}, ensure_ascii=False).encode()


def message(text: str, press: str | None, language: str | None, id: str) -> Message:
    """A line as a message: a pressed button, a command, or free words."""
    if press is not None:
        return Message(Kind.BUTTON, payload=press, language_hint=language, ids=(id,))
    if text.startswith("/"):
        command, _, arguments = text[1:].partition(" ")
        return Message(Kind.COMMAND, command=command.lower(), arguments=arguments.strip(), language_hint=language, ids=(id,))
    return Message(Kind.TEXT, parts=(text,), language_hint=language, ids=(id,))
