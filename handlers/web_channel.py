"""The web chat as a channel of the engine: what the page sends as `Arrival`s, and a nudge for the page that waits for an answer.

Sending has nothing to do: the page reads what was sent to its chat out of the store (`views.web_out`), whichever process it talks to.
"""

import asyncio
import json
import math
import secrets
from collections import Counter
from contextlib import suppress
from typing import Any

from faro.assistant.message import Kind, Message
from faro.engine.channels import Arrival, Receipt

CHANNEL = "web"

TYPED = 5.0
"""Seconds for which somebody who pressed a key is writing."""


class WebChannel:
    """The chats of the web page. `fresh` counts what this process sent to a chat and no page has fetched. `held`: those whose page waits here.

    Each page that waits is called by itself: a thousand of them must not all wake up at each answer to one.
    """

    name = CHANNEL
    reads_store = True

    def __init__(self) -> None:
        self.fresh: Counter[str] = Counter()
        self.held: set[str] = set()
        self._typed: dict[str, float] = {}
        self._waiting: dict[str, set[asyncio.Event]] = {}

    def read(self, raw: bytes) -> Arrival | None:
        """What the page sent, understood. Raises ValueError for what `line` did not write."""
        try:
            given = json.loads(raw)
            chat = str(given["chat"])
            return Arrival(CHANNEL, chat, chat, "private", message(given))
        except (KeyError, TypeError, OverflowError) as error:
            raise ValueError(f"unreadable line: {type(error).__name__}") from error

    async def send(self, address: str, body: dict[str, Any]) -> Receipt:
        """Accepted; the page fetches it after the commit. The id makes it known to /clear."""
        self.fresh[address] += 1
        self._call(address)
        return Receipt((secrets.token_hex(8),))

    async def typing(self, address: str) -> None:
        """Told to the page where it waits for news; to a page that waits nowhere, or at another process, it is not."""
        if address in self.held:
            self._typed[address] = asyncio.get_running_loop().time() + TYPED
            self._call(address)

    def is_typing(self, chat: str) -> bool:
        """Whether the page is to be told that somebody writes: once, and not when it is over."""
        return self._typed.pop(chat, 0.0) > asyncio.get_running_loop().time()

    async def called(self, chat: str, timeout: float) -> None:  # noqa: ASYNC109
        """Until something is sent to this chat, or `timeout` seconds passed, or all are called."""
        mine = asyncio.Event()
        self._waiting.setdefault(chat, set()).add(mine)
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(timeout):
                    await mine.wait()
        finally:
            self._waiting[chat].discard(mine)
            if not self._waiting[chat]:
                del self._waiting[chat]

    def fetched(self, chat: str, count: int) -> None:
        """A page has what was sent up to this count; what came while it looked is still to be fetched."""
        if self.fresh[chat] <= count:
            del self.fresh[chat]

    def call_all(self) -> None:
        """The server stops: nobody waits any longer."""
        for chat in list(self._waiting):
            self._call(chat)

    def _call(self, chat: str) -> None:
        for one in self._waiting.get(chat, ()):
            one.set()


def line(chat: str, number: str, given: dict[str, Any]) -> bytes:
    """One thing that the page sent, as it is stored. Only known fields are kept."""
    known = ("text", "press", "latitude", "longitude", "language")
    kept = {name: given[name] for name in known if given.get(name) is not None}
    return json.dumps({"chat": chat, "id": number, **kept}, ensure_ascii=False).encode("utf-8", "replace")


def message(given: dict[str, Any]) -> Message:
    """A stored line as a message: a pressed button, a position, a command, or free words."""
    hint, ids = None if given.get("language") is None else _words(given, "language"), (str(given["id"]),)
    if "press" in given:
        return Message(Kind.BUTTON, payload=_words(given, "press"), language_hint=hint, ids=ids)
    if "latitude" in given:
        latitude, longitude = position(given)
        return Message(Kind.LOCATION, latitude=latitude, longitude=longitude, language_hint=hint, ids=ids)
    text = _words(given, "text")
    if text.startswith("/"):
        command, _, arguments = text[1:].partition(" ")
        return Message(Kind.COMMAND, command=command.lower(), arguments=arguments.strip(), language_hint=hint, ids=ids)
    return Message(Kind.TEXT, parts=(text,), language_hint=hint, ids=ids)


def _words(given: dict[str, Any], name: str) -> str:
    """A field that holds words. Raises TypeError for anything else."""
    words = given[name]
    if not isinstance(words, str):
        raise TypeError(f"{name} holds no words")
    return words


def position(given: dict[str, Any]) -> tuple[float, float]:
    """Latitude and longitude in degrees. Raises ValueError for what is no place on Earth."""
    latitude, longitude = float(given["latitude"]), float(given["longitude"])
    if not (math.isfinite(latitude) and math.isfinite(longitude) and abs(latitude) <= 90 and abs(longitude) <= 180):
        raise ValueError("not a place on Earth")
    return latitude, longitude
