"""How log lines look: text for a person, or one JSON object a line for a machine. Neither holds a text, a token or a chat id."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Literal

TALKATIVE = ("httpx", "httpcore", "telegram", "sqlalchemy", "asyncpg", "aiosqlite", "alembic")
"""Libraries whose lines may hold addresses with a token in them, or values."""


class Lines(logging.Formatter):
    """One JSON object a line. Of an exception only the kind and the places in our code: its words may quote a person."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "level": record.levelname.lower(), "where": record.name, "message": record.getMessage()}
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
        return f"{record.levelname.lower()} {record.name}: {record.getMessage()}{fault}"


def set_up(kind: Literal["text", "json"]) -> None:
    """To standard error: for a machine from INFO on, for eyes only what somebody should look at."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines() if kind == "json" else Plain())
    logging.basicConfig(level=logging.INFO if kind == "json" else logging.WARNING, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
