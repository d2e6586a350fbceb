"""The first durable step: a delivery is stored, once, before anybody acknowledges it. Danger is recognised here only to hurry."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from faro.assistant import risk
from faro.engine.hall import Hall
from faro.engine.moment import DANGER, NORMAL, PERSON
from faro.storage import chats, inbox, people

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Given:
    """What a channel hands over. `chat` is the channel's chat id, `raw` what `Channel.read` will be given, `text` the words in it."""

    channel: str
    delivery_id: str
    chat: str
    raw: bytes
    text: str | None = None


async def receive(hall: Hall, given: Sequence[Given]) -> int:
    """Store them in this order, all or none; how many were not there before. Committed on return.

    It goes before turns that wait: what is not stored cannot be known as a danger.
    """
    known = [(one, _priority(hall, one.text)) for one in given]
    new = await hall.store.transaction(lambda db: _put(hall, db, known), first=True)
    hall.arrived.set()
    if any(priority == DANGER for _, priority in known):
        hall.alarmed.set()
    return new


def _put(hall: Hall, db: Connection, given: Sequence[tuple[Given, int]]) -> int:
    """Who has an open case comes before those who have none, and so before a flood of new chats."""
    seal, now, new = hall.store.seal, hall.clock(), 0
    homes: dict[tuple[str, str], tuple[bytes, int]] = {}
    for one, priority in given:
        home = (one.channel, one.chat)
        if home not in homes:
            key = chats.ensure(db, seal, *home)
            homes[home] = key, PERSON if people.has_case(db, key) else NORMAL
        key, usual = homes[home]
        grave = min(priority, usual)
        new += inbox.put(db, seal, one.raw, now, channel=one.channel, delivery_id=one.delivery_id, key=key, priority=grave)
    return new


def _priority(hall: Hall, text: str | None) -> int:
    """Whether a phrase of danger stands in the text. What cannot be looked at might be one."""
    if not text:
        return NORMAL
    try:
        return DANGER if risk.urgent(text, hall.library) else NORMAL
    except Exception as error:
        log.error("urgency_unknown fault=%s", type(error).__name__)  # noqa: TRY400  (a traceback may hold a person's words)
        return DANGER
