"""Sentences that staff hand to editors: "this was no danger", "this was missed". Never who, and no long number."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from faro.storage.seal import Seal
from faro.storage.tables import suggestion

WORDS = "suggestion.words"

VERDICTS = ("no_danger", "missed")

LONGEST = 400
"""Characters of one sentence; more is a conversation, not an example."""

DIGITS = 4
"""A run of so many digits may be a number to call or to be found by, and is left out."""


TELLING = 8
"""Letters from which on a text tells whose it may be: "no" and "hola" are everybody's."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One sentence. `category` is empty where nobody said which."""

    id: int
    day: str
    language: str
    verdict: str
    category: str
    words: str

    @property
    def file(self) -> str:
        """Where an editor would write it."""
        folder = "not_danger" if self.verdict == "no_danger" else self.category or "CATEGORY"
        return f"content/risks/{folder}/{self.language}.team.txt"


def add(db: Connection, seal: Seal, words: str, now: datetime, *, language: str, verdict: str, category: str) -> None:
    """Keep one."""
    values = {"day": now.date().isoformat(), "language": language, "verdict": verdict, "category": category}
    db.execute(insert(suggestion).values(**values, words=seal.close(WORDS, _kept(words))))


def listed(db: Connection, seal: Seal, *, limit: int = 200) -> list[Suggestion]:
    """The newest first."""
    query = select(suggestion).order_by(suggestion.c.id.desc()).limit(limit)
    return [
        Suggestion(row.id, row.day, row.language, row.verdict, row.category, seal.open(WORDS, row.words) or "")
        for row in db.execute(query)
    ]


def done(db: Connection, number: int) -> bool:
    """Dealt with: it goes; False when it was gone."""
    return db.execute(delete(suggestion).where(suggestion.c.id == number)).rowcount > 0


def withdraw(db: Connection, seal: Seal, said: Collection[str]) -> None:
    """Whoever said this wants it gone: sentences that hold one of these texts as it was written, or are a piece of one."""
    texts = {kept for text in said if len(kept := _kept(text)) >= TELLING}
    for row in db.execute(select(suggestion.c.id, suggestion.c.words)).all():
        words = seal.open(WORDS, row.words) or ""
        if any(text in words or (len(words) >= TELLING and words in text) for text in texts):
            db.execute(delete(suggestion).where(suggestion.c.id == row.id))


def _kept(text: str) -> str:
    return _without_numbers(" ".join(text.split()))[:LONGEST]


def _without_numbers(text: str) -> str:
    """The text with each long run of digits, also a spaced one, as three dots."""
    out: list[str] = []
    run = ""
    for char in f"{text}\n":
        if char.isdigit() or (run and char in " -.()+"):
            run += char
            continue
        digits = sum(one.isdigit() for one in run)
        out.append(run if digits < DIGITS else "..." + run[len(run.rstrip(" -.()+")) :])
        run = ""
        out.append(char)
    return "".join(out).rstrip("\n")
