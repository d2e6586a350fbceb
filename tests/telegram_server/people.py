"""What test code declares and what a person does: writes, presses, shares, blocks. Each act becomes an update."""

import re
from itertools import count
from typing import Any, TypedDict, Unpack

from .markup import units
from .methods.chats import member
from .state import RIGHTS, Chat, Topic, User, World
from .ticking import Json

Who = User | int
Where = Chat | User | int


class At(TypedDict, total=False):
    """Where a person writes: by default her private chat with the bot."""

    chat: Where
    thread: int
    reply_to: int


class People:
    """The acts. Users, chats and messages are given as objects or ids."""

    world: World

    def add_user(
        self,
        name: str = "Ana",
        *,
        id: int | None = None,
        language: str | None = None,
        username: str | None = None,
        started: bool = True,
    ) -> User:
        """A person with a private chat; `started=False` if she never wrote to the bot."""
        user = User(id or next(n for n in count(1001) if n not in self.world.users), name, username, language)
        self.world.users[user.id] = user
        status = {user.id: "member", self.world.bot.id: "member" if started else "never"}
        self.world.chats[user.id] = Chat(user.id, user=user, status=status)
        return user

    def add_group(
        self,
        title: str = "Staff",
        *,
        id: int | None = None,
        forum: bool = False,
        supergroup: bool = True,
        admins: tuple[Who, ...] = (),
        members: tuple[Who, ...] = (),
        bot_rights: tuple[str, ...] | None = RIGHTS,
    ) -> Chat:
        """A group with the bot in it; `bot_rights=None` makes the bot a plain member."""
        kind = "supergroup" if forum or supergroup else "group"
        ids = count(-1_000_000_000_001 if kind == "supergroup" else -1, -1)
        chat = Chat(id or next(n for n in ids if n not in self.world.chats), kind, title, forum=forum)
        chat.status = {self._id(who): "member" for who in members} | {self._id(who): "administrator" for who in admins}
        chat.status[self.world.bot.id] = "member" if bot_rights is None else "administrator"
        chat.rights = set(bot_rights or ())
        self.world.chats[chat.id] = chat
        return chat

    @staticmethod
    def _id(who: Where) -> int:
        return who if isinstance(who, int) else who.id

    def chat(self, where: Where) -> Chat:
        return self.world.chats[self._id(where)]

    async def say(self, user: Who, text: str, **at: Unpack[At]) -> Json:
        """A text message, with its commands marked as Telegram marks them."""
        commands = [
            {"type": "bot_command", "offset": units(text[: found.start()]), "length": len(found.group())}
            for found in re.finditer(r"(?<!\S)/[A-Za-z0-9_]{1,32}(@\w+)?", text)
        ]
        return await self.send(user, {"text": text} | ({"entities": commands} if commands else {}), **at)

    async def send(self, user: Who, content: Json, **at: Unpack[At]) -> Json:
        """Any message: `content` is what it holds beside who, where and when. Returns the message."""
        sender, chat = self.world.users[self._id(user)], self.chat(at.get("chat", user))
        bot_status = chat.status[self.world.bot.id]
        if bot_status in ("kicked", "left"):
            raise ValueError(f"the bot cannot read chat {chat.id}: {bot_status}")
        chat.status |= {self.world.bot.id: "member"} if bot_status == "never" else {}
        chat.status.setdefault(sender.id, "member")
        thread, reply_to = at.get("thread"), at.get("reply_to")
        if thread is not None and thread not in chat.topics:
            raise LookupError(f"no topic {thread} in chat {chat.id}")
        replied = reply_to or thread
        content = content | ({"reply_to_message": chat.messages[replied]} if replied else {})
        message = self.world.add_message(chat, sender, content, thread)
        self.world.updates.push("message", message)
        return message

    async def send_voice(self, user: Who, content: bytes = b"OggS", duration: int = 3, **at: Unpack[At]) -> Json:
        return await self._send_file(user, "voice", content, {"duration": duration}, **at)

    async def send_photo(self, user: Who, content: bytes = b"\xff\xd8", caption: str = "", **at: Unpack[At]) -> Json:
        return await self._send_file(user, "photo", content, {"caption": caption}, **at)

    async def send_sticker(self, user: Who, emoji: str = "👍", **at: Unpack[At]) -> Json:
        return await self._send_file(user, "sticker", b"RIFF", {"emoji": emoji}, **at)

    async def send_document(self, user: Who, content: bytes = b"%PDF", caption: str = "", **at: Unpack[At]) -> Json:
        return await self._send_file(user, "document", content, {"caption": caption}, **at)

    async def _send_file(self, user: Who, kind: str, content: bytes, more: Json, **at: Unpack[At]) -> Json:
        caption = {"caption": more.pop("caption")} if more.get("caption") else {}
        more.pop("caption", None)
        media = self.world.media(self.world.add_file(kind, content), **more)
        return await self.send(user, {kind: media} | caption, **at)

    async def send_contact(self, user: Who, phone: str = "+50400000000", **at: Unpack[At]) -> Json:
        contact = {"phone_number": phone, "first_name": "Eva", "user_id": self._id(user)}
        return await self.send(user, {"contact": contact}, **at)

    async def send_location(self, user: Who, latitude: float, longitude: float, **at: Unpack[At]) -> Json:
        return await self.send(user, {"location": {"latitude": latitude, "longitude": longitude}}, **at)

    async def edit(self, user: Who, message_id: int, text: str, *, chat: Where | None = None) -> Json:
        """A person corrects her own message."""
        message = self.chat(chat or user).messages[message_id]
        if message["from"]["id"] != self._id(user):
            raise ValueError("only the writer can edit a message")
        message |= {"text": text, "edit_date": self.world.stamp()}
        self.world.updates.push("edited_message", message)
        return message

    async def press(self, user: Who, button: str, *, chat: Where | None = None, message_id: int | None = None) -> Json:
        """Press an inline button, by its text or data, in the newest message that has it. Returns the query."""
        where, seen = self.chat(chat or user), []
        for number, message in sorted(where.messages.items(), reverse=True):
            for found in (b for row in message.get("reply_markup", {}).get("inline_keyboard", ()) for b in row):
                seen.append(found["text"])
                if message_id in (None, number) and button in (found["text"], found.get("callback_data")):
                    return self._query(user, message, found)
        raise LookupError(f"no button {button!r} in chat {where.id}; there are {seen}")

    def _query(self, user: Who, message: Json, button: Json) -> Json:
        if "callback_data" not in button:
            raise LookupError(f"button {button['text']!r} sends nothing to the bot")
        query = {
            "id": str(4_000_000_000 + len(self.world.presses)),
            "from": self.world.users[self._id(user)].json(),
            "message": message,
            "chat_instance": str(message["chat"]["id"]),
            "data": button["callback_data"],
        }
        self.world.presses[query["id"]] = self.world.clock()
        self.world.updates.push("callback_query", query)
        return query

    async def tap(self, user: Who, label: str, **at: Unpack[At]) -> Json:
        """Tap a button of the reply keyboard that stands now: it sends its text."""
        rows = (self.chat(at.get("chat", user)).keyboard or {}).get("keyboard", [])
        labels = [button["text"] for row in rows for button in row]
        if label not in labels:
            raise LookupError(f"no button {label!r} in the reply keyboard; there are {labels}")
        return await self.say(user, label, **at)

    async def set_bot_status(
        self, where: Where, status: str, *, by: Who | None = None, rights: tuple[str, ...] | None = None
    ) -> None:
        """Somebody makes the bot member or administrator, or puts it out; the bot hears my_chat_member."""
        chat, bot = self.chat(where), self.world.bot
        old = member(self.world, chat, bot.id)
        chat.status[bot.id] = status
        chat.rights = chat.rights if rights is None else set(rights)
        actor = self.world.users[self._id(by if by is not None else chat.user or bot)]
        change = {"chat": chat.json(), "from": actor.json(), "date": self.world.stamp(), "old_chat_member": old}
        change["new_chat_member"] = member(self.world, chat, bot.id)
        self.world.updates.push("my_chat_member", change)

    async def block(self, user: Who) -> None:
        await self.set_bot_status(user, "kicked")

    async def unblock(self, user: Who) -> None:
        await self.set_bot_status(user, "member")

    async def add_topic(self, user: Who, chat: Where, name: str) -> Topic:
        """A person opens a topic; the bot sees its service message."""
        group = self.chat(chat)
        topic = self.world.add_topic(group, self.world.users[self._id(user)], name)
        self.world.updates.push("message", group.messages[topic.id])
        return topic

    async def delete_topic(self, chat: Where, thread: int) -> None:
        """A person deletes a topic; Telegram tells the bot nothing."""
        group = self.chat(chat)
        self.world.drop_topic(group, group.topics[thread])

    async def delete(self, chat: Where, message_id: int) -> None:
        """A person deletes a message; Telegram tells the bot nothing."""
        self.world.drop_messages(self.chat(chat), [message_id])

    async def migrate(self, chat: Where) -> Chat:
        """The group becomes a supergroup with a new id; the old id is refused from now on."""
        old = self.chat(chat)
        new = self.add_group(old.title, forum=old.forum)
        new.status, new.rights, old.migrated_to = dict(old.status), set(old.rights), new.id
        for group, notice in ((old, {"migrate_to_chat_id": new.id}), (new, {"migrate_from_chat_id": old.id})):
            message = self.world.add_message(group, self.world.bot, notice)
            self.world.updates.push("message", message)
        return new

    async def inject(self, kind: str, payload: dict[str, Any]) -> Json | None:
        """Any update as it is, also one that a bot cannot read."""
        return self.world.updates.push(kind, payload)
