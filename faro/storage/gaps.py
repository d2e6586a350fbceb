"""What is missing in the team or the machine and somebody must mend: nobody coordinates, cases that nobody may take, a drill that
failed. Part of `views`."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from faro.assistant import rights
from faro.assistant.rights import Role
from faro.storage import pulses, referrals
from faro.storage import staff as members
from faro.storage.seal import Seal
from faro.storage.tables import CONFLICT, LIVE, referral

NOBODY, NO_COORDINATOR, NOBODY_MAY, DRILL = "nobody", "no-coordinator", "nobody-may", "drill"


@dataclass(frozen=True, slots=True)
class Gap:
    """One of them. `count`: cases that nobody may take; `at`: when the drill failed."""

    what: str
    count: int = 0
    at: datetime | None = None


def gaps(db: Connection, seal: Seal) -> tuple[Gap, ...]:
    """All that is missing now."""
    team = members.everybody(db, seal)
    found = []
    if not members.manned(db, seal):
        found.append(Gap(NOBODY))
    elif not any(Role.COORDINATOR in member.roles for member in team):
        found.append(Gap(NO_COORDINATOR))
    named = select(referral).where(LIVE, CONFLICT, referral.c.owner.is_(None), referral.c.drill.is_(False))
    cases = [referrals.from_row(seal, row) for row in db.execute(named)] if team else []
    left = sum(not any(rights.may(member, "referral.claim", case) for member in team) for case in cases)
    if left:
        found.append(Gap(NOBODY_MAY, count=left))
    passed, missed = pulses.last(db, "drill"), pulses.last(db, "drill.missed")
    if missed is not None and (passed is None or missed > passed):
        found.append(Gap(DRILL, at=missed))
    return tuple(found)
