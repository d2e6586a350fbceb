"""What was said, by both sides: sealed, hidden when the person clears the chat, gone when it has expired."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from faro.storage.seal import Seal
from faro.storage.tables import talk
from faro.storage.times import instant, seconds

WORDS = "talk.words"
MEDIA = "talk.media"
IDS = "talk.ids"

DRAFT = "draft"
"""`said_by` of staff's words that wait for a second click: nobody else sees them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said. `media`: the channel's id of a held picture or voice note."""

    id: int
    person: int
    referral: int | None
    said_by: str
    staff: int | None
    kind: str
    words: str | None
    media: str | None
    ids: tuple[str, ...]
    edited: bool
    state: str
    at: datetime
    hidden: bool
    opened: bool


def add(
    db: Connection,
    seal: Seal,
    person: int,
    said_by: str,
    now: datetime,
    *,
    words: str | None = None,
    kind: str = "text",
    media: str | None = None,
    ids: Collection[str] = (),
    edited: bool = False,
    referral: int | None = None,
    staff: int | None = None,
    state: str = "said",
) -> int:
    """Keep one thing said; its id."""
    values = {
        "person": person,
        "referral": referral,
        "said_by": said_by,
        "staff": staff,
        "kind": kind,
        "words": seal.close(WORDS, words or None),
        "media": seal.close(MEDIA, media),
        "ids": seal.close_json(IDS, list(ids)) if ids else None,
        "edited": edited,
        "state": state,
        "at": seconds(now),
    }
    return int(db.execute(insert(talk).values(**values).returning(talk.c.id)).scalar_one())


def get(db: Connection, seal: Seal, number: int) -> Line | None:
    """The thing said with this id."""
    found = _lines(db, seal, [talk.c.id == number])
    return found[0] if found else None


def of_person(db: Connection, seal: Seal, person: int, *, since: datetime | None = None) -> list[Line]:
    """All that was said with this person, oldest first."""
    return _lines(db, seal, [talk.c.person == person] + ([] if since is None else [talk.c.at >= seconds(since)]))


def of_referral(db: Connection, seal: Seal, referral: int) -> list[Line]:
    """All that was said about this referral, oldest first."""
    return _lines(db, seal, [talk.c.referral == referral, talk.c.said_by != DRAFT])


def spoke(db: Connection, referral: int, staff: int) -> bool:
    """Whether this member of staff said something about this referral before."""
    query = select(talk.c.id).where(talk.c.referral == referral, talk.c.said_by == "staff", talk.c.staff == staff)
    return db.execute(query.limit(1)).one_or_none() is not None


APART = "apart"
"""State of a person's words that are not for who answers: a complaint about them."""


def set_apart(db: Connection, lines: Collection[int]) -> None:
    """These words stand beside no case, now or later."""
    db.execute(update(talk).where(talk.c.id.in_(lines)).values(state=APART, referral=None))


def was_apart(db: Connection, seal: Seal, person: int, ids: Collection[str]) -> bool:
    """Whether words that are corrected now (by the channel's ids) were such."""
    theirs = _lines(db, seal, [talk.c.person == person, talk.c.state == APART])
    return any(set(line.ids) & set(ids) for line in theirs)


def belongs(db: Connection, person: int, referral: int, since: datetime) -> None:
    """What this person said and heard since then stands beside the referral."""
    recent = update(talk).where(talk.c.person == person, talk.c.referral.is_(None), talk.c.at >= seconds(since))
    recent = recent.where(talk.c.state != APART)
    db.execute(recent.values(referral=referral))


def delivered(db: Connection, seal: Seal, number: int, ids: Collection[str], state: str) -> bool:
    """The channel's message ids of something that went out; False when it was cleared or erased meanwhile."""
    change = update(talk).where(talk.c.id == number, talk.c.hidden_at.is_(None))
    return db.execute(change.values(ids=seal.close_json(IDS, list(ids)), state=state)).rowcount > 0


def mark(db: Connection, number: int, state: str) -> None:
    """Staff's words: held, said, sent, failed."""
    db.execute(update(talk).where(talk.c.id == number).values(state=state))


def opened(db: Connection, number: int, now: datetime) -> bool:
    """A held picture or voice note is opened; False when it was before (each is opened once)."""
    first = update(talk).where(talk.c.id == number, talk.c.opened_at.is_(None))
    return db.execute(first.values(opened_at=seconds(now))).rowcount > 0


def remove(db: Connection, number: int) -> None:
    """A draft is used up."""
    db.execute(delete(talk).where(talk.c.id == number))


def shut(db: Connection, number: int) -> None:
    """It could not be shown after all: it can be opened once more."""
    db.execute(update(talk).where(talk.c.id == number).values(opened_at=None))


def hide(db: Connection, person: int, now: datetime) -> None:
    """Cleared from the phone: staff still see it, /clear does not delete it twice."""
    shown = update(talk).where(talk.c.person == person, talk.c.hidden_at.is_(None))
    on_their_way = (talk.c.said_by == "staff") & talk.c.ids.is_(None)
    db.execute(shown.where(~on_their_way).values(hidden_at=seconds(now), ids=None))


def erase_loose(db: Connection, person: int) -> None:
    """What was said outside any referral goes; a closed referral's talk keeps its own time."""
    db.execute(delete(talk).where(talk.c.person == person, talk.c.referral.is_(None)))


def erase_lines(db: Connection, numbers: Collection[int]) -> None:
    """These things said go at once."""
    db.execute(delete(talk).where(talk.c.id.in_(numbers)))


def erase(db: Connection, person: int) -> None:
    """All that was said with this person goes."""
    db.execute(delete(talk).where(talk.c.person == person))


def _lines(db: Connection, seal: Seal, conditions: Sequence[ColumnElement[bool]]) -> list[Line]:
    rows = db.execute(select(talk).where(*conditions).order_by(talk.c.id))
    return [
        Line(
            id=row.id,
            person=row.person,
            referral=row.referral,
            said_by=row.said_by,
            staff=row.staff,
            kind=row.kind,
            words=seal.open(WORDS, row.words),
            media=seal.open(MEDIA, row.media),
            ids=tuple(seal.open_json(IDS, row.ids) or ()),
            edited=row.edited,
            state=row.state,
            at=instant(row.at),
            hidden=row.hidden_at is not None,
            opened=row.opened_at is not None,
        )
        for row in rows
    ]
