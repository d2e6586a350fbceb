"""What editors learn from: unanswered questions and counts a day. Never who."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from faro.storage.seal import Seal
from faro.storage.statements import upsert
from faro.storage.tables import question, tally

WORDS = "question.words"


def unanswered(db: Connection, seal: Seal, words: str, now: datetime, *, language: str, near: tuple[str, ...]) -> None:
    """A question that nothing fitted."""
    values = {"day": _day(now), "language": language, "words": seal.close(WORDS, words), "near": ",".join(near)}
    db.execute(insert(question).values(**values))


def withdraw(db: Connection, seal: Seal, said: Collection[tuple[datetime, str]]) -> None:
    """Whoever said this wants it gone: the questions of those days that are made of these texts. Older ones have no owner any more."""
    texts = {text.strip() for _, text in said}
    days = {_day(at) for at, _ in said}
    for row in db.execute(select(question.c.id, question.c.words).where(question.c.day.in_(days))).all():
        if all(piece.strip() in texts for piece in (seal.open(WORDS, row.words) or "").split("\n")):
            db.execute(delete(question).where(question.c.id == row.id))


def count(db: Connection, what: str, language: str, now: datetime) -> None:
    """One more of this today."""
    values = {"day": _day(now), "what": what, "language": language, "count": 1}
    upsert(db, tally, values, ["day", "what", "language"], {"count": tally.c.count + 1})


def _day(now: datetime) -> str:
    return now.date().isoformat()
