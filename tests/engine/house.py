"""A whole Faro around a real database, with a channel that writes down what it is asked to send and fails when told to."""

import json
from collections import deque
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from faro.assistant.desk import Act, Verb
from faro.assistant.message import Kind, Message
from faro.assistant.referral import Referral
from faro.assistant.rights import Role
from faro.engine.channels import Arrival, ChannelError, Receipt
from faro.engine.engine import Engine
from faro.library import Library
from faro.storage import Seal, Store, referrals, staff

from ..conftest import NOON

GROUP = "-100"


@dataclass
class Sent:
    """One body that reached a chat, with the message id it got."""

    chat: str
    body: dict[str, Any]
    message: str


class Recorder:
    """A channel named `test`. `faults[chat]` are raised before anything is sent there again, one a try."""

    name = "test"

    def __init__(self, *, topics: bool = True) -> None:
        self.sent: list[Sent] = []
        self.tries: list[tuple[str, dict[str, Any]]] = []
        self.faults: dict[str, deque[ChannelError]] = {}
        self.topics = topics
        self.typed: list[str] = []
        self.number = 1000

    def read(self, raw: bytes) -> Arrival | None:
        data = json.loads(raw)
        if data.get("nothing"):
            return None
        message = data.pop("message")
        kind = Kind(message.pop("kind"))
        parts, ids = tuple(message.pop("parts")), tuple(message.pop("ids"))
        return Arrival(message=Message(kind, parts, ids=ids, **message), **data)

    async def send(self, address: str, body: dict[str, Any]) -> Receipt:
        self.tries.append((address, body))
        waiting = self.faults.get(address)
        if waiting:
            raise waiting.popleft()
        self.number += 1
        if body["do"] == "topic":
            from faro.engine.channels import Rejected

            if not self.topics:
                raise Rejected("the chat is not a forum")
            self.sent.append(Sent(address, body, ""))
            return Receipt(thread=f"t{self.number}")
        self.sent.append(Sent(address, body, str(self.number)))
        if body["do"] == "edit":
            return Receipt((body["message"],))
        spoken = body["do"] in ("say", "media")
        return Receipt((str(self.number),) if spoken else ())

    async def typing(self, address: str) -> None:
        if self.faults.get(address):
            raise self.faults[address].popleft()
        self.typed.append(address)

    def fail(self, chat: str, *errors: ChannelError) -> None:
        """The next tries to send to this chat end so."""
        self.faults.setdefault(chat, deque()).extend(errors)


@dataclass
class House:
    """The engine with its clock, and people who write to it."""

    engine: Engine
    channel: Recorder
    now: datetime = NOON
    seen: int = 0
    deliveries: int = 0
    staff: dict[str, int] = field(default_factory=dict)

    def clock(self) -> datetime:
        return self.now

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)

    async def passes(self, **time: float) -> None:
        """So much time, and then an hour of steady work, after which retention believes the clock."""
        self.later(**time)
        for _ in range(8):
            await self.engine.settle()
            self.later(minutes=9)
        await self.engine.settle()

    async def receive(self, message: Message, *, user: str, chat: str | None = None, room: str = "private", **more: Any) -> bool:
        """Something arrives; it is stored and not yet worked on."""
        self.deliveries += 1
        ids = message.ids or (str(self.deliveries),)
        data = {"kind": str(message.kind), "parts": list(message.parts), "ids": list(ids)}
        given = {key: value for key, value in asdict(message).items() if value not in (None, "", False, ()) and key not in data}
        arrival = {"channel": "test", "chat": chat or user, "user": user, "room": room, "message": data | given, **more}
        raw = json.dumps(arrival).encode()
        delivery = more.pop("delivery", str(self.deliveries))
        return await self.engine.receive("test", delivery, chat or user, raw, message.text or None)

    async def says(self, user: str, text: str, **more: Any) -> list[str]:
        """A person writes and hears the answers (all that is sent to that chat meanwhile)."""
        if text.startswith("/"):
            command, _, arguments = text[1:].partition(" ")
            message = Message(Kind.COMMAND, command=command, arguments=arguments, language_hint="es")
        else:
            message = Message(parts=(text,), language_hint="es")
        return await self.sends(user, message, **more)

    async def sends(self, user: str, message: Message, **more: Any) -> list[str]:
        start = len(self.channel.sent)
        await self.receive(message, user=user, **more)
        await self.engine.settle()
        return self.texts(more.get("chat") or user, start)

    async def presses(self, user: str, payload: str, **more: Any) -> list[str]:
        """A button is pressed; what is shown in answer to the press comes first, then what is sent."""
        start, chat = len(self.channel.sent), more.get("chat") or user
        await self.receive(Message(Kind.BUTTON, payload=payload), user=user, press="p1", **more)
        await self.engine.settle()
        shown = [body["text"] for body in self.bodies(user, "press", start) if body["text"]] if chat != user else []
        return shown + self.texts(chat, start)

    def texts(self, chat: str, start: int = 0) -> list[str]:
        """The texts sent to a chat since then (the board of the staff group stands apart)."""
        sent = [one.body for one in self.channel.sent[start:] if one.chat == chat and "digest" not in one.body]
        return [body["text"] for body in sent if body.get("text")]

    def bodies(self, chat: str, do: str, start: int = 0) -> list[dict[str, Any]]:
        return [sent.body for sent in self.channel.sent[start:] if sent.chat == chat and sent.body["do"] == do]

    def alerts(self, chat: str = GROUP) -> list[Sent]:
        """What stands in the group with a button to take it."""
        return [sent for sent in self.channel.sent if sent.chat == chat and sent.body["do"] == "say" and _claims(sent.body)]

    async def hire(self, name: str, user: str | None = None, *roles: Role) -> int:
        """Somebody joins the staff; their user id is their private chat."""
        store = self.engine.store
        self.staff[name] = await store.transaction(
            lambda db: staff.add(
                db,
                store.seal,
                name,
                self.now,
                roles=roles or (Role.RESPONDER,),
                languages=("es",),
                channel="test" if user else None,
                user=user,
            )
        )
        return self.staff[name]

    async def act(self, name: str, verb: Verb, referral: int = 0, /, **more: Any) -> Referral | None:
        """A member of staff does something on the console."""
        done = await self.engine.perform(Act(verb, self.staff[name], referral, **more))
        await self.engine.settle()
        return done

    async def referral(self, number: int = 1) -> Referral:
        store = self.engine.store
        found = await store.read(lambda db: referrals.get(db, store.seal, number))
        assert found is not None
        return found

    async def live(self) -> list[Referral]:
        store = self.engine.store
        return await store.read(lambda db: referrals.live(db, store.seal))

    async def scalar(self, sql: str) -> Any:
        from sqlalchemy import text

        return await self.engine.store.read(lambda db: db.execute(text(sql)).scalar())


def _claims(body: dict[str, Any]) -> bool:
    return any(payload.startswith("staff:claim") for _, payload in body["buttons"])


async def build(
    where: Path | str,
    library: Library,
    *,
    topics: bool = True,
    group: bool = True,
    seal: Seal | None = None,
    drills: bool = False,
) -> House:
    """A house on a database of its own: a file, or an address."""
    store = await Store.open(f"sqlite:///{where}" if isinstance(where, Path) else where, seal or Seal.fresh())
    channel = Recorder(topics=topics)
    house: House
    engine = Engine(store, library, [channel], lambda: house.now, staff_room=("test", GROUP) if group else None, drills=drills)
    house = House(engine, channel)
    return house
