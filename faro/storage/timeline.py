"""The timeline of one referral: what was said, noted and done, in the order in which it happened. Part of `views`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from faro.storage import staff, talk
from faro.storage.audit import DETAIL, NOTE
from faro.storage.seal import Seal
from faro.storage.tables import audit, note
from faro.storage.times import instant


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a case's timeline. `who`: person, bot, staff, note, event. `state` of staff's words: held, said, sent, failed.

    `words` is None where nothing was written or the text has expired; for `who == "event"` it is the dotted verb of the audit.
    `media`: a held picture or voice note stands here and can be opened by `Act(Verb.OPEN, held=talk)`; `opened`: it was.
    `hidden`: the person cleared it from the phone. `detail` of an event: names and ids, never the person's words.
    """

    at: datetime
    who: str
    kind: str
    words: str | None
    staff_name: str | None = None
    state: str = "said"
    edited: bool = False
    hidden: bool = False
    media: bool = False
    opened: bool = False
    talk: int | None = None
    detail: dict[str, Any] | None = None


def of(db: Connection, seal: Seal, referral: int) -> tuple[Line, ...]:
    """Everything of one referral, oldest first."""
    names = {one.id: one.name for one in staff.everybody(db, seal, active=False)}
    lines = _said(db, seal, referral, names) + _noted(db, seal, referral, names) + _done(db, seal, referral, names)
    return tuple(sorted(lines, key=lambda line: line.at))


def _said(db: Connection, seal: Seal, referral: int, names: dict[int, str]) -> list[Line]:
    return [
        Line(
            at=line.at,
            who=line.said_by,
            kind=line.kind,
            words=line.words,
            staff_name=names.get(line.staff) if line.staff is not None else None,
            state=line.state,
            edited=line.edited,
            hidden=line.hidden,
            media=line.media is not None,
            opened=line.opened,
            talk=line.id,
        )
        for line in talk.of_referral(db, seal, referral)
    ]


def _noted(db: Connection, seal: Seal, referral: int, names: dict[int, str]) -> list[Line]:
    query = select(note).where(note.c.referral == referral).order_by(note.c.id)
    return [
        Line(instant(row.at), "note", "text", seal.open(NOTE, row.words), staff_name=names.get(row.staff))
        for row in db.execute(query)
    ]


def _done(db: Connection, seal: Seal, referral: int, names: dict[int, str]) -> list[Line]:
    query = select(audit).where(audit.c.referral == referral).order_by(audit.c.id)
    return [
        Line(
            at=instant(row.at),
            who="event",
            kind="event",
            words=row.verb,
            staff_name=names.get(int(row.actor[6:])) if row.actor.startswith("staff:") else None,
            state=row.actor,
            detail=seal.open_json(DETAIL, row.detail),
        )
        for row in db.execute(query)
    ]
