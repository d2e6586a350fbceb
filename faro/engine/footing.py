"""What the bot may do in the staff group, and what happens when somebody takes a right away or gives it back: told once, nothing lost.

Without `admin` it does not see what is written in topics: owners read and answer in private. Without `topics` new cases are read in private.
Without `delete` topics are closed and removed later. Without `pin` the board stands where it was written.
"""

from collections.abc import Collection

from faro.engine import announce, outgoing
from faro.engine.moment import NORMAL, Moment, Purpose
from faro.storage import outbox, pulses

RIGHTS = ("admin", "topics", "delete", "pin")
"""Each has a string `desk-right-<name>`."""

UNTIL_ALLOWED = "rights"
"""Rows that wait until the bot may do it again."""


def changed(m: Moment, has: Collection[str]) -> None:
    """Somebody changed what the bot may do: these it has now."""
    back = [right for right in RIGHTS if right in has and pulses.detail(m.db, announce.LACKS + right)]
    lost(m, [right for right in RIGHTS if right not in has])
    if not back or m.staff_key is None:
        return
    for right in back:
        pulses.beat(m.db, announce.LACKS + right, m.now, "")
    for waiting in outbox.held(m.db, m.seal, held_for=UNTIL_ALLOWED, key=m.staff_key):
        outbox.release(m.db, waiting.id)
    if "topics" in back:
        announce.with_topics(m)
    board = pulses.detail(m.db, announce.BOARD) or ""
    if "pin" in back and board.partition(":")[0]:
        m.post(m.staff_key, outgoing.pin(board.partition(":")[0]), Purpose.CLEAN, priority=NORMAL)
    announce.to_room(m, "desk-right-back", priority=NORMAL, what=_named(m, back))


def lost(m: Moment, rights: Collection[str]) -> None:
    """These the bot has not; staff are told of what they did not know yet."""
    news = [right for right in rights if not pulses.detail(m.db, announce.LACKS + right)]
    for right in news:
        pulses.beat(m.db, announce.LACKS + right, m.now, "lost")
    if news:
        announce.to_room(m, "desk-right-lost", priority=NORMAL, what=_named(m, news))


def _named(m: Moment, rights: Collection[str]) -> str:
    return ", ".join(m.library.say(m.language, f"desk-right-{right}") for right in rights)
