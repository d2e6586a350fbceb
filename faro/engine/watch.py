"""What is watched beside the clocks: people who fell silent in critical danger, and whether danger is still noticed at all (drills)."""

from sqlalchemy import Connection

from faro.engine import drill, receive, silence
from faro.engine.hall import Hall


async def once(hall: Hall) -> int:
    """Do what is due; how much that was."""
    return await _silences(hall) + await _drills(hall)


async def _silences(hall: Hall) -> int:
    found = await hall.store.read(lambda db: len(silence.due(hall.moment(db, "look"))))
    if found:
        await hall.store.transaction(lambda db: _tell(hall, db))
        hall.wake()
    return found


def _tell(hall: Hall, db: Connection) -> None:
    m = hall.moment(db, f"silence:{hall.clock().timestamp():.6f}")
    for referral in silence.due(m):
        silence.tell(m, referral)


async def _drills(hall: Hall) -> int:
    """Start the drill that is due, or look whether the one that runs is over."""
    if drill.CHANNEL not in hall.channels:
        return 0
    if await hall.store.read(lambda db: bool(drill.running(hall.moment(db, "look")))):
        over = await hall.store.transaction(lambda db: drill.over(hall.moment(db, f"drill:{hall.clock().timestamp():.6f}")))
        if over:
            hall.wake()
        return int(over)
    cases = await hall.store.read(lambda db: drill.due(hall.moment(db, "look")))
    for case in cases:
        # The very door through which a person's message comes; a second try after a crash is the same delivery.
        await receive.receive(hall, [receive.Given(drill.CHANNEL, case.chat, case.chat, case.raw, case.text)])
    if cases:
        await hall.store.transaction(lambda db: drill.begin(hall.moment(db, "drill"), cases))
    return len(cases)
