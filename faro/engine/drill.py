"""The drill: known disclosures go the whole way that a child's message goes, and an alarm is raised when one is missed or no alert arrives.

One a day and all of them once a week, while somebody of the staff reads. They come through a channel of their own, so that nothing of them reaches a
person; their referrals are marked, stand in no list, and are removed when the drill is over. What is sent to the staff is one real line.

    due -> cases -> (receive, work, deliver) -> over | alarm
"""

import json
import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from faro.assistant import desk
from faro.assistant.message import Message
from faro.engine import announce, erasure, outgoing
from faro.engine.channels import Arrival, Receipt
from faro.engine.moment import DANGER, Moment, Purpose
from faro.storage import chats, outbox, people, pulses, referrals

log = logging.getLogger(__name__)

CHANNEL = "drill"
STARTED, PASSED, MISSED, WEEKLY, ALERT = "drill.started", "drill", "drill.missed", "drill.week", "drill.alert"
"""Pulses: a drill that runs (how many cases), the last one that went well, the last that did not, the last whole one, the last line to staff."""

DAY, WEEK = timedelta(hours=23, minutes=30), timedelta(days=7)
PATIENCE = timedelta(minutes=10)
"""How long a drill may take until it has failed."""


@dataclass(frozen=True, slots=True)
class Case:
    """One known disclosure on its way. `chat` tells the day and the number."""

    chat: str
    language: str
    text: str

    @property
    def raw(self) -> bytes:
        return json.dumps({"chat": self.chat, "language": self.language, "text": self.text}).encode()


class DrillChannel:
    """Reads what a drill sends, and takes what would be sent to a person."""

    name = CHANNEL

    def read(self, raw: bytes) -> Arrival | None:
        data = json.loads(raw)
        message = Message(parts=(data["text"],), language_hint=data["language"])
        return Arrival(CHANNEL, data["chat"], data["chat"], "private", message)

    async def send(self, address: str, body: dict[str, Any]) -> Receipt:
        return Receipt(("0",))


def due(m: Moment) -> list[Case]:
    """The cases of the drill that is to start now: one of the day, or all once a week."""
    if not m.library.drills or not m.library.staffed or running(m) or not m.somebody_reads:
        return []
    last = max((at for name in (PASSED, MISSED) if (at := pulses.last(m.db, name)) is not None), default=None)
    if last is not None and m.now - last < DAY:
        return []
    whole = pulses.last(m.db, WEEKLY)
    chosen = list(enumerate(m.library.drills))
    if whole is not None and m.now - whole < WEEK:
        chosen = [chosen[m.now.toordinal() % len(chosen)]]
    return [Case(f"{m.now:%Y-%m-%d}:{number}", language, text) for number, (language, text) in chosen]


def begin(m: Moment, cases: list[Case]) -> None:
    """The cases have been received: now they must be noticed."""
    pulses.beat(m.db, STARTED, m.now, ",".join(case.chat for case in cases))
    if len(cases) == len(m.library.drills):
        pulses.beat(m.db, WEEKLY, m.now)


def running(m: Moment) -> list[str]:
    """The chats of the drill that runs."""
    return [chat for chat in (pulses.detail(m.db, STARTED) or "").split(",") if chat]


def is_drill(m: Moment, key: bytes) -> bool:
    """Whether this chat is one of a drill."""
    return chats.channel_of(m.db, key) == CHANNEL


def noticed(m: Moment, referral: int) -> None:
    """A drill opened a referral: marked, and told to the staff by one line for the whole drill."""
    referrals.mark_drill(m.db, referral)
    told = pulses.last(m.db, ALERT)
    if told is not None and m.now - told < PATIENCE:
        return
    pulses.beat(m.db, ALERT, m.now)
    reply = desk.line(m.library, m.language, "desk-drill")
    for key in announce.room_or_doors(m):
        m.post(key, outgoing.say(reply), Purpose.ALERT, priority=DANGER, referral=referral)


def missing(m: Moment) -> list[str]:
    """What the running drill still lacks: the chats that were not noticed, and `alert` where none reached the staff."""
    lacks = []
    for chat in running(m):
        person = people.of_chat(m.db, m.seal.chat_key(CHANNEL, chat))
        found = referrals.for_person(m.db, m.seal, person) if person is not None else None
        if found is None or found.category in ("person", "system"):
            lacks.append(chat)
    if announce.room_or_doors(m) and not outbox.drill_alert_sent(m.db):
        lacks.append("alert")
    return lacks


def over(m: Moment) -> bool:
    """Whether the running drill is over: well, or with an alarm. What it left behind is removed."""
    lacks = missing(m)
    started = pulses.last(m.db, STARTED)
    if lacks and started is not None and m.now - started < PATIENCE:
        return False
    chats_of_it = running(m)
    if lacks:
        log.error("drill_missed cases=%s of=%s alert=%s", len(lacks), len(chats_of_it), "alert" not in lacks)
        pulses.beat(m.db, MISSED, m.now, ",".join(lacks))
        key = "desk-drill-no-alert" if lacks == ["alert"] else "desk-drill-missed"
        count = len([one for one in lacks if one != "alert"])
        announce.to_room(m, key, priority=DANGER, count=count, of=len(chats_of_it))
    else:
        pulses.beat(m.db, PASSED, m.now, str(len(chats_of_it)))
    _remove(m, chats_of_it)
    return True


def _remove(m: Moment, chats_of_it: list[str]) -> None:
    for chat in chats_of_it:
        person = people.of_chat(m.db, m.seal.chat_key(CHANNEL, chat))
        if person is not None:
            erasure.finish(m, person, wished=False)
    referrals.remove_drills(m.db)
    pulses.beat(m.db, STARTED, m.now, "")


__all__ = ["CHANNEL", "Case", "DrillChannel", "begin", "due", "is_drill", "missing", "noticed", "over", "running"]
