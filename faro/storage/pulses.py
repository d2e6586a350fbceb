"""Last signs of life and of work done, and the few facts that outlive a start (the staff group's new address)."""

from datetime import datetime

from sqlalchemy import Connection, select

from faro.storage.statements import upsert
from faro.storage.tables import pulse
from faro.storage.times import instant, seconds


def beat(db: Connection, name: str, now: datetime, detail: str | None = None) -> None:
    """This was done just now."""
    values = {"name": name, "at": seconds(now), "detail": detail}
    upsert(db, pulse, values, ["name"], {"at": values["at"], "detail": detail})


def last(db: Connection, name: str) -> datetime | None:
    """When this was done last."""
    at = db.execute(select(pulse.c.at).where(pulse.c.name == name)).scalar_one_or_none()
    return None if at is None else instant(at)


def detail(db: Connection, name: str) -> str | None:
    """What was noted with it."""
    return db.execute(select(pulse.c.detail).where(pulse.c.name == name)).scalar_one_or_none()
