"""What is kept of a person, read for that person: only what the phone may show."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from faro.assistant.dossier import Spoken
from faro.assistant.paper import Help, Kept, Report
from faro.storage import people, place_reports, talk
from faro.storage.seal import Seal
from faro.storage.tables import person, referral
from faro.storage.talk import Line
from faro.storage.times import instant, maybe

SIGNAL = "signal"
"""Kind of the line that stands where a hidden word was written: staff see it, the person's own copy never does."""


def of_person(db: Connection, seal: Seal, number: int, names: dict[str, str]) -> Kept:
    """All of it. `names` of the places that may have been told of, by id."""
    row = db.execute(select(person.c.made_at, person.c.seen_at).where(person.c.id == number)).one()
    lines = talk.of_person(db, seal, number)
    return Kept(
        memory=people.load(db, seal, number),
        since=instant(row.made_at),
        last=instant(row.seen_at),
        spoken=[Spoken(line.at, line.said_by, line.kind, line.words) for line in lines if _stands(line)],
        helps=_helps(db, number, lines),
        reports=[
            Report(instant(one.at), names[one.place], one.outcome)
            for one in place_reports.of_person(db, seal, number)
            if one.place in names
        ],
    )


def _stands(line: Line) -> bool:
    """Whether it stands on the phone: not cleared, no hidden word, and of what was said to the person only what arrived."""
    return not line.hidden and line.kind != SIGNAL and (line.said_by == "person" or line.state == "sent")


def _helps(db: Connection, number: int, lines: Iterable[Line]) -> list[Help]:
    """When the team had to do with the person; not where the phone was cleaned of it or a hidden word called."""
    secret = {line.referral for line in lines if line.hidden or line.kind == SIGNAL}
    query = select(referral.c.id, referral.c.opened_at, referral.c.closed_at).where(
        referral.c.person == number, referral.c.unsure.is_(False)
    )
    rows = db.execute(query.order_by(referral.c.id)).all()
    return [Help(instant(row.opened_at), maybe(row.closed_at)) for row in rows if row.id not in secret]
