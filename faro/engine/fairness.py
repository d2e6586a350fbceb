"""Who writes without end waits, so that others need not: nothing is dropped, and a phrase of danger never waits."""

from datetime import datetime, timedelta

from faro.assistant.reply import Reply
from faro.engine import intake, outgoing
from faro.engine.allowance import Allowance
from faro.engine.hall import Hall
from faro.engine.intake import Read
from faro.engine.moment import Moment, Purpose
from faro.storage import people

TURNS = 60
"""Turns a minute of one person: one a second, which is also how fast a platform lets us answer in one chat. A turn takes up to a burst of texts."""

MINUTE = timedelta(minutes=1)

TOLD = timedelta(minutes=10)
"""How long after the line it is not said again."""


class Fairness:
    """Counts the turns of this process' people."""

    def __init__(self, hall: Hall) -> None:
        self._turns = Allowance(TURNS, MINUTE, hall.clock)
        self._told = Allowance(1, TOLD, hall.clock)
        self._resting: dict[bytes, datetime] = {}

    def resting(self, now: datetime) -> list[bytes]:
        """The chats that wait."""
        self._resting = {key: until for key, until in self._resting.items() if now < until <= now + MINUTE}
        return list(self._resting)

    def turn(self, m: Moment, key: bytes, unit: list[Read]) -> bool:
        """A turn of this chat was made; whether that was the last for now. Then the person is told so, once."""
        if unit[0].urgent or self._turns.take(key) or not intake.is_person(m, unit):
            return False
        person = people.of_chat(m.db, key)
        if person is not None and self._told.take(key):
            spoken = people.load(m.db, m.seal, person).language or "es"
            m.post(key, outgoing.say(Reply(m.library.say(spoken, "many-messages"), language=spoken)), Purpose.REPLY)
        return True

    def rest(self, key: bytes, now: datetime) -> None:
        """From now on it waits a minute."""
        self._resting[key] = now + MINUTE


__all__ = ["TURNS", "Fairness"]
