"""`classify`: what Faro understands of each message, one JSON line each. Nothing is stored or sent."""

import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer

from faro.assistant import understanding
from faro.commands import opening


def classify(file: str = typer.Argument("-", help="A file of JSON lines or plain lines; - reads standard input.")) -> None:
    """Print what Faro understands of each message as JSON lines.

    A row in: {"id", "text"}, optional "language_hint" and "previous" (earlier texts of the same person, oldest first);
    a plain line of text is taken as {"text": line}. A bad row is reported with its number on standard error, the rest go on, and
    the exit status is 1.
    """
    library = opening.library(learned=True)
    bad = 0
    for number, row, fault in rows(_lines(file)):
        if row is None:
            bad += 1
            print(f"line {number}: {fault}", file=sys.stderr)
            continue
        understood = understanding.row(row, library, datetime.now(UTC))
        sys.stdout.write(json.dumps(understood, ensure_ascii=False) + "\n")
    raise typer.Exit(1 if bad else 0)


def rows(lines: Iterable[str]) -> Iterable[tuple[int, dict[str, Any] | None, str]]:
    """Each line as (number, row, fault): exactly one of row and fault is there."""
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n")
        if not text.lstrip().startswith("{"):
            yield number, {"id": number, "text": text}, ""
            continue
        row, fault = _row(text)
        if row is not None:
            row.setdefault("id", number)
        yield number, row, fault


def _row(text: str) -> tuple[dict[str, Any] | None, str]:
    try:
        row = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        return None, f"not valid JSON ({error})"
    if not isinstance(row.get("text"), str):
        return None, 'needs "text", a string'
    previous = row.get("previous") or []
    if not isinstance(previous, list) or not all(isinstance(text, str) for text in previous):
        return None, '"previous" must be a list of strings'
    if not isinstance(row.get("language_hint") or "", str):
        return None, '"language_hint" must be a string'
    return row, ""


def _lines(file: str) -> Iterable[str]:
    """Lines end at line feeds only: other separators may stand inside a text."""
    if file == "-":
        data = sys.stdin.buffer.read()
    else:
        path = Path(file)
        if not path.is_file():
            print(f"{file}: no such file", file=sys.stderr)
            raise typer.Exit(2)
        data = path.read_bytes()
    lines = data.decode("utf-8", errors="replace").split("\n")
    return lines[:-1] if lines and lines[-1] == "" else lines
