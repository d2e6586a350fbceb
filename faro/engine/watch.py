"""What is watched beside the clocks: people who fell silent in critical danger, and whether danger is still noticed at all (drills)."""

from sqlalchemy import Connection

from faro.engine import silence
from faro.engine.hall import Hall


async def once(hall: Hall) -> int:
    """Do what is due; how much that was."""
    found = await hall.store.read(lambda db: len(silence.due(hall.moment(db, "look"))))
    if found:
        await hall.store.transaction(lambda db: _silences(hall, db))
        hall.wake()
    return found


def _silences(hall: Hall, db: Connection) -> None:
    m = hall.moment(db, f"silence:{hall.clock().timestamp():.6f}")
    for referral in silence.due(m):
        silence.tell(m, referral)
