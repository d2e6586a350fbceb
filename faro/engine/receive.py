"""The first durable step: a delivery is stored, once, before anybody acknowledges it. Danger is recognised here only to hurry."""

import logging

from sqlalchemy import Connection

from faro.assistant import risk
from faro.engine.hall import Hall
from faro.engine.moment import DANGER, NORMAL
from faro.storage import chats, inbox

log = logging.getLogger(__name__)


async def receive(hall: Hall, raw: bytes, *, channel: str, delivery_id: str, chat: str, text: str | None) -> bool:
    """Store it; False when it was there. Committed on return."""
    priority = _priority(hall, text)

    def store(db: Connection) -> bool:
        seal, now = hall.store.seal, hall.clock()
        key = chats.ensure(db, seal, channel, chat)
        return inbox.put(db, seal, raw, now, channel=channel, delivery_id=delivery_id, key=key, priority=priority)

    new = await hall.store.transaction(store)
    hall.arrived.set()
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
