"""How log lines look: text for a person, or one JSON object a line for a machine. Neither holds a text, a token or a chat id."""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Literal

TALKATIVE = ("httpx", "httpcore", "telegram", "sqlalchemy", "asyncpg", "aiosqlite", "alembic")
"""Libraries whose lines may hold addresses with a token in them, or values."""


class Lines(logging.Formatter):
    """One JSON object a line. Of an exception only the kind and the places in our code: its words may quote a person."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "level": record.levelname.lower(), "where": record.name, "message": _message(record)}
        kind = record.exc_info[0] if record.exc_info else None
        if kind is not None:
            line["fault"] = kind.__name__
        return json.dumps(line, ensure_ascii=False)


class Plain(logging.Formatter):
    """The same for eyes."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        kind = record.exc_info[0] if record.exc_info else None
        fault = f" fault={kind.__name__}" if kind is not None else ""
        return f"{record.levelname.lower()} {record.name}: {_message(record)}{fault}"


def _message(record: logging.LogRecord) -> str:
    """What the line says. Of asyncio's only the first sentence: below it stand tasks with what broke them, in the words of the error."""
    message = record.getMessage()
    return message.partition("\n")[0] if record.name == "asyncio" else message


def crashed(error: BaseException) -> str:
    """A crash report without words: each kind of error with the way to it through our own files."""
    if isinstance(error, BaseExceptionGroup):
        return "\n".join(crashed(one) for one in error.exceptions)
    frames = traceback.extract_tb(error.__traceback__)
    way = [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in frames if "site-packages" not in frame.filename]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    told = f"{type(error).__name__} at {' > '.join(way[-8:]) or '?'}"
    return told if cause is None else f"{told}\nbecause of {crashed(cause)}"


def set_up(kind: Literal["text", "json"]) -> None:
    """To standard error: for a machine from INFO on, for eyes only what somebody should look at."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines() if kind == "json" else Plain())
    logging.basicConfig(level=logging.INFO if kind == "json" else logging.WARNING, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
