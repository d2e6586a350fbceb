"""What Telegram remembers: people, chats, topics, messages, files and the record of calls. No I/O.

Message ids count from 1 in each chat, so code that confuses chats is found out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from .errors import BadRequest, Forbidden
from .specification import Arguments
from .ticking import Clock, Json, Pulse, now
from .updates import Updates

RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
    "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_pin_messages", "can_manage_topics",
)  # fmt: skip


@dataclass
class User:
    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    def json(self) -> Json:
        return {key: value for key, value in vars(self).items() if value is not None}


@dataclass
class Topic:
    id: int
    name: str
    icon_color: int = 0x6FB9F0
    closed: bool = False


@dataclass
class Chat:
    """A private chat or a group. `keyboard` is the reply keyboard that people see now."""

    id: int
    type: str = "private"
    title: str = ""
    user: User | None = None
    forum: bool = False
    status: dict[int, str] = field(default_factory=dict)  # user id -> creator, administrator, member, left, kicked
    rights: set[str] = field(default_factory=set)  # of the bot, while it is administrator
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    fixed: set[int] = field(default_factory=set)  # ids sent with a reply keyboard: Telegram never edits those
    keyboard: Json | None = None
    pinned: list[int] = field(default_factory=list)
    migrated_to: int | None = None
    last_id: int = 0

    @property
    def private(self) -> bool:
        return self.type == "private"

    def json(self) -> Json:
        if self.user:
            own = self.user.json()
            return {"id": self.id, "type": "private"} | {k: own[k] for k in ("first_name", "username") if k in own}
        return {"id": self.id, "type": self.type, "title": self.title} | ({"is_forum": True} if self.forum else {})


@dataclass
class Call:
    """One call by the bot and what became of it."""

    method: str
    arguments: Arguments
    at: datetime
    status: int = 200
    result: Any = None
    description: str = ""
    fault: str | None = None
    answered: bool = True


class World:
    """All of it, for one bot."""

    def __init__(self, token: str, clock: Clock = now, seed: int = 0) -> None:
        self.token, self.clock, self.pulse = token, clock, Pulse()
        self.updates = Updates(clock, self.pulse, seed)
        self.bot = User(int(token.split(":")[0]), "Faro", "faro_test_bot", is_bot=True)
        self.users: dict[int, User] = {self.bot.id: self.bot}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, Json] = {}  # file_id -> kind, content, name
        self.presses: dict[str, datetime] = {}  # callback query id -> when it was pressed
        self.settings: dict[tuple[str, str], Any] = {}  # (what, scope and language) -> commands, descriptions, names

    def stamp(self) -> int:
        return int(self.clock().timestamp())

    def chat(self, chat_id: int | str) -> Chat:
        if isinstance(chat_id, str) or chat_id not in self.chats:
            raise BadRequest("chat not found")
        return self.chats[chat_id]

    def writable(self, chat_id: int | str) -> Chat:
        """The chat, if the bot may write there now."""
        chat = self.chat(chat_id)
        if chat.migrated_to:
            reason = "group chat was upgraded to a supergroup chat"
            raise BadRequest(reason, migrate_to_chat_id=chat.migrated_to)
        match chat.status[self.bot.id]:
            case "kicked" if chat.private:
                raise Forbidden("bot was blocked by the user")
            case "kicked" | "left" as how:
                verb = "was kicked from" if how == "kicked" else "is not a member of"
                raise Forbidden(f"bot {verb} the {chat.type} chat")
            case "never":
                raise Forbidden("bot can't initiate conversation with a user")
        return chat

    def may(self, chat: Chat, right: str) -> bool:
        return chat.status[self.bot.id] == "administrator" and right in chat.rights

    def add_message(self, chat: Chat, sender: User, content: Json, thread_id: int | None = None) -> Json:
        """Store a message of anybody; `content` is what it holds beside who, where and when."""
        chat.last_id += 1
        message: Json = {"message_id": chat.last_id, "date": self.stamp(), "chat": chat.json(), "from": sender.json()}
        if thread_id is not None:
            message |= {"message_thread_id": thread_id, "is_topic_message": True}
        chat.messages[chat.last_id] = message | content
        return chat.messages[chat.last_id]

    def topic(self, chat: Chat, thread_id: int | None) -> Topic | None:
        """A topic that exists; General has no id, and its old id 1 is refused."""
        if thread_id is None:
            return None
        if not chat.forum or thread_id not in chat.topics:
            raise BadRequest("message thread not found")
        return chat.topics[thread_id]

    def add_topic(self, chat: Chat, sender: User, name: str, color: int = 0x6FB9F0) -> Topic:
        created = {"forum_topic_created": {"name": name, "icon_color": color}}
        message = self.add_message(chat, sender, created, thread_id=chat.last_id + 1)
        topic = Topic(message["message_id"], name, color)
        chat.topics[topic.id] = topic
        return topic

    def drop_topic(self, chat: Chat, topic: Topic) -> None:
        del chat.topics[topic.id]
        self.drop_messages(chat, [n for n, m in chat.messages.items() if m.get("message_thread_id") == topic.id])

    def drop_messages(self, chat: Chat, message_ids: Iterable[int]) -> None:
        for message_id in message_ids:
            chat.messages.pop(message_id, None)
        chat.pinned = [n for n in chat.pinned if n in chat.messages]

    def is_older(self, message: Json, age: timedelta) -> bool:
        return self.clock().timestamp() - float(message["date"]) >= age.total_seconds()

    def add_file(self, kind: str, content: bytes = b"", name: str = "") -> str:
        file_id = f"{kind.upper()}-{len(self.files) + 1:04d}"
        self.files[file_id] = {"kind": kind, "content": content, "name": name or f"{file_id}.bin"}
        return file_id

    def media(self, file_id: str, **more: Any) -> Any:
        """The object a message carries for a stored file: a list of sizes for a photo, else one object."""
        stored = self.files[file_id]
        shown: Json = {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(stored["content"])}
        size, length = {"width": 512, "height": 512}, {"duration": 3}
        match stored["kind"]:
            case "photo":
                return [shown | size]
            case "sticker":
                return shown | size | {"is_animated": False, "is_video": False, "type": "regular"} | more
            case "video" | "animation":
                return shown | size | length | more
            case "video_note":
                return shown | length | {"length": 240} | more
            case "voice" | "audio":
                return shown | length | more
            case _:
                return shown | {"file_name": stored["name"]} | more
