"""A member of staff with a phone: taps what stands in a chat by its label, and answers what asks for words. Nothing is pressed that is not shown."""

from dataclasses import dataclass
from typing import Any

from faro.assistant.message import Kind, Message

from .house import GROUP, House


@dataclass
class Phone:
    """`chat`: where they look: the group, or their private chat."""

    house: House
    user: str
    chat: str = GROUP
    thread: str | None = None

    @property
    def _at(self) -> dict[str, Any]:
        room = "staff" if self.chat == GROUP else "private"
        return {"chat": self.chat, "room": room, "thread": self.thread}

    @property
    def private(self) -> "Phone":
        return Phone(self.house, self.user, self.user)

    def shown(self) -> dict[str, dict[str, Any]]:
        """What stands in the chat, by message, after edits; the newest last."""
        standing: dict[str, dict[str, Any]] = {}
        for sent in self.house.channel.sent:
            if sent.chat == self.chat and sent.body["do"] in ("say", "edit") and "digest" not in sent.body:
                number = sent.body.get("message", sent.message)
                standing.pop(number, None)
                standing[number] = sent.body
        return standing

    def labels(self) -> list[str]:
        """The buttons below the newest message."""
        return [label for label, _ in list(self.shown().values())[-1]["buttons"]]

    async def tap(self, label: str) -> list[str]:
        """Press the newest button with this label; what is shown to the presser comes first, then what is sent to this chat."""
        self.house.later(
            seconds=20
        )  # nobody fills a minute of the group by pressing; where it is full, it is a test's own matter
        for number, body in reversed(self.shown().items()):
            for offered, payload in body["buttons"]:
                if offered == label:
                    return await self.house.presses(self.user, payload, pressed_message=number, **self._at)
        raise AssertionError(f"no button {label!r}; there are {[body['buttons'] for body in self.shown().values()]}")

    async def say(self, key: str, **about: Any) -> list[str]:
        """Press the button with the words of this string."""
        return await self.tap(self.house.engine.library.say("es", key, **about))

    async def answer(self, words: str) -> list[str]:
        """Reply to the newest message that asks for words."""
        asked = [number for number, body in self.shown().items() if body.get("answer")]
        return await self.house.sends(self.user, Message(parts=(words,)), reply_to=asked[-1], **self._at)

    async def writes(self, words: str) -> list[str]:
        """Words as an answer to nothing, or a command."""
        if words.startswith("/"):
            command, _, arguments = words[1:].partition(" ")
            return await self.house.sends(self.user, Message(Kind.COMMAND, command=command, arguments=arguments), **self._at)
        return await self.house.sends(self.user, Message(parts=(words,)), **self._at)
