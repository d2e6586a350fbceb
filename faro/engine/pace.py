"""Telegram lets a bot send 20 messages a minute to a group: what is grave goes first, the rest waits and is grouped into one."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from faro.engine import outgoing
from faro.engine.moment import DANGER, NORMAL, NOTICE, PERSON, Moment, Purpose
from faro.storage import outbox

MINUTE = timedelta(seconds=60)

CALM, FULL = 12, 18
"""So many messages in the last minute leave the rest to what is grave; so many to what is critical alone."""

TOGETHER = 3
"""So many light ones are worth one message together."""

LONGEST = 3500
BUTTONS = 8

LIGHT = (Purpose.ALERT, Purpose.NOTICE)


def limit(db: Connection, key: bytes, now: datetime) -> int:
    """The lightest priority that the group is sent now."""
    lately = outbox.sent_since(db, key, now - MINUTE, but=Purpose.CLEAN)
    return DANGER if lately >= FULL else PERSON if lately >= CALM else NOTICE


def crowded(m: Moment) -> bool:
    """Whether light lines to the group pile up."""
    if m.room is None:
        return False
    key = m.seal.chat_key(*m.room)  # only looked for: this is asked where nothing may be written
    if outbox.waiting_count(m.db, key) < TOGETHER:
        return False
    return limit(m.db, key, m.now) < NORMAL and len(_light(m, key)) >= TOGETHER


def group(m: Moment) -> None:
    """Several light lines become one, with the buttons to take what they announced."""
    key = m.staff_key
    if key is None:
        return
    texts, buttons = [m.library.say(m.language, "desk-grouped")], []
    for parcel in _light(m, key):
        text = parcel.body["text"]
        if len(texts) > 1 and sum(map(len, texts)) + len(text) > LONGEST:
            break
        texts.append(text)
        buttons += parcel.body["buttons"]
        outbox.dead(m.db, parcel.id, "grouped", m.now)
    body = outgoing.words("\n\n".join(texts), m.language) | {"buttons": buttons[:BUTTONS], "grouped": True}
    m.post(key, body, Purpose.NOTICE, priority=NORMAL)


def _light(m: Moment, key: bytes) -> list[outbox.Parcel]:
    """What waits in General, is neither grave nor grouped already."""
    return [
        parcel
        for parcel in outbox.waiting(m.db, m.seal, key)
        if parcel.purpose in LIGHT
        and parcel.priority >= NORMAL
        and parcel.body.get("do") == "say"
        and not parcel.body.get("thread")
        and not parcel.body.get("grouped")
    ]
