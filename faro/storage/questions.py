"""What editors learn from: unanswered questions and counts a day. Never who."""

from datetime import datetime

from sqlalchemy import Connection, insert

from faro.storage.seal import Seal
from faro.storage.statements import upsert
from faro.storage.tables import question, tally

WORDS = "question.words"


def unanswered(db: Connection, seal: Seal, words: str, now: datetime, *, language: str, near: tuple[str, ...]) -> None:
    """A question that nothing fitted."""
    values = {"day": _day(now), "language": language, "words": seal.close(WORDS, words), "near": ",".join(near)}
    db.execute(insert(question).values(**values))


def count(db: Connection, what: str, language: str, now: datetime) -> None:
    """One more of this today."""
    values = {"day": _day(now), "what": what, "language": language, "count": 1}
    upsert(db, tally, values, ["day", "what", "language"], {"count": tally.c.count + 1})


def _day(now: datetime) -> str:
    return now.date().isoformat()
