"""Instants as the tables keep them: UTC seconds since 1970."""

from datetime import UTC, datetime


def seconds(at: datetime) -> float:
    """An aware datetime as the tables keep it."""
    return at.timestamp()


def optional(at: datetime | None) -> float | None:
    """The same; None stays None."""
    return None if at is None else at.timestamp()


def instant(stored: float) -> datetime:
    """What the tables keep as an aware datetime, UTC."""
    return datetime.fromtimestamp(stored, UTC)


def maybe(stored: float | None) -> datetime | None:
    """The same; None stays None."""
    return None if stored is None else instant(stored)
