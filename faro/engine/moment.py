"""One transaction of the engine: where it writes, with which keys and words, when, and because of what. Thrown away afterwards."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from faro.assistant import alerts, shifts
from faro.assistant.alerts import Known
from faro.assistant.referral import Referral
from faro.assistant.shifts import Span
from faro.engine.outgoing import Body
from faro.library import Library
from faro.storage import Seal, audit, chats, duty, outbox, pulses, referrals, staff

DANGER, PERSON, NORMAL, NOTICE = 0, 1, 2, 3
"""Priorities of inbox and outbox rows (storage contract)."""

SEVERITY = {"critical": DANGER, "high": PERSON, "medium": NORMAL}
"""The priority of an announcement, by severity."""

MOVED = "staff_room.moved"

LOOK_BACK = timedelta(days=14)
"""How far back shifts are read: no clock runs longer by the wall."""


class Purpose(StrEnum):
    """What a row of the outbox is for, and so what its success or failure means (`engine.outcomes`)."""

    REPLY = "reply"
    """The machine's words to a person."""
    TO_PERSON = "to_person"
    """Staff's words to a person."""
    TO_STAFF = "to_staff"
    """A person's words to the owner."""
    ALERT = "alert"
    EDIT = "edit"
    TOPIC = "topic"
    NOTICE = "notice"
    """A line to staff."""
    BOARD = "board"
    """The pinned message of the staff group."""
    MEDIA = "media"
    CLEAN = "clean"
    """Deleting, acknowledging a press, leaving a group: nobody misses it when it fails."""


@dataclass
class Moment:
    """`cause` names what made this happen (an inbox row, an act, a clock): with `n` it keeps each effect from happening twice."""

    db: Connection
    seal: Seal
    library: Library
    now: datetime
    cause: str
    room: tuple[str, str] | None = None
    n: int = field(default=0)
    console: str | None = None
    writing: list[tuple[int, int]] = field(default_factory=list)
    """(staff, referral) of those who are about to say something, to be shown after the commit (`engine.presence`)."""

    def post(
        self,
        key: bytes,
        body: Body,
        purpose: Purpose,
        *,
        priority: int = NORMAL,
        referral: int | None = None,
        talk: int | None = None,
        held_for: str | None = None,
    ) -> None:
        """Something to be sent to this chat."""
        self.n += 1
        outbox.add(
            self.db,
            self.seal,
            body,
            self.now,
            cause=self.cause,
            n=self.n,
            key=key,
            priority=priority,
            purpose=purpose,
            referral=referral,
            talk=talk,
            held_for=held_for,
        )

    def audit(self, verb: str, actor: str, referral: int | None = None, **detail: Any) -> None:
        """Who did what."""
        audit.write(self.db, self.seal, verb, actor, self.now, referral=referral, **detail)

    @property
    def staff_key(self) -> bytes | None:
        """The chat of the staff group, if there is one."""
        return None if self.room is None else chats.ensure(self.db, self.seal, *self.room)

    @property
    def duty(self) -> tuple[Span, ...]:
        """When somebody was, is and will be on call by their own word."""
        return duty.spans(self.db, self.now - LOOK_BACK)

    @property
    def somebody_reads(self) -> bool:
        """Whether anybody is on call now, by the operator's hours or by their own word."""
        return shifts.on_call(self.library.operator, self.now, self.duty)

    @property
    def minutes(self) -> dict[str, int]:
        """The operator's clocks."""
        return self.library.operator.clocks_minutes.model_dump()

    def known(self, referral: Referral) -> Known:
        """A referral as it may be shown to all staff."""
        owner = staff.get(self.db, self.seal, referral.owner) if referral.owner is not None else None
        name = referrals.pseudonym(self.db, self.seal, referral.id)
        return Known(referral, name, owner.name if owner else None)

    def name(self, referral: Referral) -> str:
        """The pseudonym under which staff know the person."""
        return referrals.pseudonym(self.db, self.seal, referral.id)

    def title(self, referral: Referral) -> str:
        """The name of its staff topic."""
        return alerts.title(self.library, self.language, self.known(referral))

    @property
    def language(self) -> str:
        """The language of the staff group."""
        return next((spoken for spoken in self.library.operator.staff_languages if spoken in ("es", "en", "pt")), "es")

    def is_staff_room(self, channel: str, chat: str) -> bool:
        """Whether this chat is the staff group, also after it became a supergroup with another id."""
        if self.room is None or channel != self.room[0]:
            return False
        return chat == self.room[1] or pulses.detail(self.db, MOVED) in (chat, self.room_mark(chat))

    def room_mark(self, chat: str) -> str:
        """What is kept of the staff group's new address: enough to know it again, and no address."""
        return self.seal.hash("staff_room", chat).hex()
