"""`chat`: the same conversation in the terminal, with the same engine on a database that is thrown away. Can print it as a test dialogue."""

import asyncio
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
from rich.console import Console

from faro.engine.channels import Channel
from faro.engine.engine import Engine
from faro.library import Library
from faro.storage import Seal, Store

Show = Callable[[dict[str, Any]], None]

out = Console(highlight=False)


QUIT = "/quit"
"""Ends the conversation, as the end of the input does."""


class Talk:
    """What was said and heard, for printing as a dialogue; and the buttons that stand below the last words."""

    def __init__(self, *, quiet: bool) -> None:
        self.steps: list[dict[str, Any]] = []
        self.buttons: list[tuple[str, str]] = []
        self._quiet = quiet

    def said(self, text: str) -> str | None:
        """Note what the person typed; the payload when it presses a button by `[number]`."""
        self.steps.append({"says": text, "hears": []})
        number = text.strip("[]")
        if text.startswith("[") and number.isdigit() and 0 < int(number) <= len(self.buttons):
            return self.buttons[int(number) - 1][1]
        return None

    def heard(self, body: dict[str, Any]) -> None:
        """Show what Faro says."""
        if body["do"] != "say":
            return
        if self.steps:
            self.steps[-1]["hears"].append(body["text"])
        self.buttons = [(label, payload) for label, payload in body["buttons"]] or self.buttons
        if self._quiet:
            return
        out.print(f"\n{body['text']}", style="cyan", markup=False)
        if body.get("paper"):
            out.print(f"\n--- {body['paper']['name']}\n{body['paper']['text']}---", style="dim", markup=False)
        for number, (label, _) in enumerate(body["buttons"], 1):
            out.print(f"  [{number}] {label}", style="bold", markup=False)
        for row in body["keyboard"]:
            out.print("  " + "   ".join(f"( {label} )" for label in row), style="dim", markup=False)


async def converse(
    library: Library, channel: Callable[[Show], Channel], line: Callable[[int, str, str | None], bytes], *, dialogue: bool = False
) -> None:
    """Talk until the input ends. `channel` makes the terminal channel around a function that shows a body."""
    talk = Talk(quiet=dialogue)
    with tempfile.TemporaryDirectory(prefix="faro-chat-") as folder:
        store = await Store.open(f"sqlite:///{Path(folder) / 'chat.db'}", Seal.fresh())
        engine = Engine(store, library, [channel(talk.heard)], lambda: datetime.now(UTC))
        try:
            await _loop(engine, talk, line, prompt=sys.stdin.isatty())
        finally:
            await store.close()
    if dialogue:
        print(yaml.safe_dump({"talk": talk.steps}, allow_unicode=True, sort_keys=False, width=120))


async def _loop(engine: Engine, talk: Talk, line: Callable[[int, str, str | None], bytes], *, prompt: bool) -> None:
    number = 0
    if prompt:
        out.print(f"Write as if on Telegram; [2] presses the second button. Ctrl-D or {QUIT} ends it.", style="dim", markup=False)
    while True:
        text = await asyncio.to_thread(_read, prompt)
        if text is None or text.strip() == QUIT:
            return
        number += 1
        press = talk.said(text)
        await engine.receive("terminal", str(number), "terminal", line(number, text, press), None if press else text)
        await engine.settle()


def _read(prompt: bool) -> str | None:
    """One typed line, or None at the end of the input."""
    try:
        return input("\n> ") if prompt else input()
    except (EOFError, KeyboardInterrupt):
        return None
