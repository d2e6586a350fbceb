"""Telegram's updates understood: raw JSON -> `Arrival`, and the cheap `address` that is read before an update is stored.

Here stands who wrote in which room, and which updates hold nothing for us; what a message holds stands in `telegram_content`.
"""

import json
from collections import Counter
from typing import Any, NamedTuple, Protocol

from telegram import (
    CallbackQuery,
    Chat,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberUpdated,
    MaybeInaccessibleMessage,
    Message,
    Update,
)

from faro.assistant import message as faro
from faro.engine.channels import Arrival
from faro.engine.receive import Given
from handlers import telegram_content as content

CHANNEL = "telegram"
ASKED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates that Telegram is asked for; it sends no others."""

_INSIDE = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER, ChatMember.RESTRICTED)


class Receive(Protocol):
    """`Engine.receive`: stores a delivery; it is committed when this returns."""

    async def __call__(self, channel: str, delivery_id: str, chat: str, raw: bytes, text: str | None = None) -> bool: ...


class Address(NamedTuple):
    """What must be known of an update before it is understood: its id, its chat ("" when none) and the words in it."""

    delivery_id: str
    chat: str
    text: str | None


def address(raw: dict[str, Any]) -> Address:
    """Read without trusting the rest of the update. Raises ValueError when it has no id, for then it is no update."""
    number = raw.get("update_id")
    if not isinstance(number, int):
        raise ValueError("no update_id")  # noqa: TRY004  (one error for all that cannot be read)
    inner = next((value for key, value in raw.items() if key != "update_id" and isinstance(value, dict)), {})
    message = inner if "chat" in inner else inner.get("message")
    chat = _id(message.get("chat")) if isinstance(message, dict) else ""
    text = inner.get("text") or inner.get("caption")
    return Address(str(number), chat or _id(inner.get("from")), content.whole(text) if isinstance(text, str) else None)


def given(raw: dict[str, Any]) -> Given:
    """An update as it is stored. Raises ValueError for what is none."""
    to = address(raw)
    return Given(CHANNEL, to.delivery_id, to.chat, json.dumps(raw).encode(), to.text)


def _id(holder: object) -> str:
    return str(holder["id"]) if isinstance(holder, dict) and isinstance(holder.get("id"), int) else ""


class Reader:
    """Reads updates for one bot. `staff` holds the ids of the staff group (two after it became a supergroup),
    `username` is the bot's own, once Telegram has told it; `ignored` counts what held nothing for us."""

    def __init__(self, staff_chat: int | None = None) -> None:
        self.staff = {staff_chat} if staff_chat is not None else set()
        self.username: str | None = None
        self.ignored: Counter[str] = Counter()

    def read(self, raw: bytes) -> Arrival | None:
        """The update as an Arrival; None when there is nothing in it for us. Raises ValueError for what cannot be read."""
        update = _parsed(raw)
        if update.callback_query:
            return self._press(update.callback_query)
        if update.my_chat_member:
            return self._membership(update.my_chat_member)
        if update.message:
            return self._message(update.message, edited=False)
        if update.edited_message:
            return self._message(update.edited_message, edited=True)
        return self._ignore("kind")

    def _ignore(self, why: str) -> Arrival | None:
        self.ignored[why] += 1
        return None

    def _room(self, chat: Chat) -> str | None:
        if chat.type == Chat.PRIVATE:
            return "private"
        if chat.id in self.staff:
            return "staff"
        return None if chat.type == Chat.CHANNEL else "group"

    def _message(self, message: Message, *, edited: bool) -> Arrival | None:
        self._notice_migration(message)
        room = self._room(message.chat)
        if room is None:
            return self._ignore("channel")
        held = content.read(message, edited=edited, private=room == "private")
        if held is None:
            return self._ignore("service")
        if held.kind is faro.Kind.COMMAND and room != "private" and not self._for_us(message):
            return self._ignore("other_bot")
        # An anonymous administrator or a channel writes under Telegram's stand-in account: that is nobody we could check.
        user = None if message.sender_chat else message.from_user
        return Arrival(
            channel=CHANNEL,
            chat=str(message.chat.id),
            user=str(user.id) if user else "",
            room=room,
            message=held,
            thread=_thread(message) if room == "staff" else None,
            reply_to=_answered(message),
            user_name=user.full_name if user and room == "staff" else None,
            is_bot=bool(user and user.is_bot),
        )

    def _notice_migration(self, message: Message) -> None:
        """The staff group became a supergroup: both ids are the staff group."""
        if message.migrate_to_chat_id and message.chat.id in self.staff:
            self.staff.add(message.migrate_to_chat_id)
        if message.migrate_from_chat_id in self.staff:
            self.staff.add(message.chat.id)

    def _for_us(self, message: Message) -> bool:
        named = content.bot_named(message.text or "")
        return named is None or self.username is None or named.lower() == self.username.lower()

    def _press(self, query: CallbackQuery) -> Arrival | None:
        below = query.message
        chat = below.chat if below else None
        room = self._room(chat) if chat else "private"
        if room is None:
            return self._ignore("channel")
        return Arrival(
            channel=CHANNEL,
            chat=str(chat.id if chat else query.from_user.id),
            user=str(query.from_user.id),
            room=room,
            message=faro.Message(faro.Kind.BUTTON, payload=query.data, language_hint=query.from_user.language_code),
            thread=_thread(below) if room == "staff" else None,
            press=query.id,
            pressed_message=str(below.message_id) if below else None,
            user_name=query.from_user.full_name if room == "staff" else None,
            is_bot=query.from_user.is_bot,
        )

    def _membership(self, change: ChatMemberUpdated) -> Arrival | None:
        """A person blocked or unblocked the bot, or somebody put it into a group."""
        room, status = self._room(change.chat), change.new_chat_member.status
        if room == "staff":
            return self._rights(change)
        if room == "private":
            kind = faro.Kind.RETURNED if status in _INSIDE else faro.Kind.BLOCKED
        elif room == "group" and status in _INSIDE:
            kind = faro.Kind.OTHER
        else:
            return self._ignore("membership")
        return Arrival(
            channel=CHANNEL,
            chat=str(change.chat.id),
            user=str(change.from_user.id),
            room=room,
            message=faro.Message(kind, language_hint=change.from_user.language_code),
            is_bot=change.from_user.is_bot,
        )

    def _rights(self, change: ChatMemberUpdated) -> Arrival | None:
        """What the bot may do in the staff group now. Where the group has no topics there is nothing to manage or to delete."""
        new = change.new_chat_member
        if new.status not in _INSIDE:
            return self._ignore("membership")
        may = {"admin"} if new.status in (ChatMember.ADMINISTRATOR, ChatMember.OWNER) else set()
        if isinstance(new, ChatMemberAdministrator):
            own = {"topics": new.can_manage_topics, "delete": new.can_delete_messages, "pin": new.can_pin_messages}
            may |= {name for name, has in own.items() if has}
        if not change.chat.is_forum:
            may |= {"admin", "topics", "delete"}
        return Arrival(
            channel=CHANNEL,
            chat=str(change.chat.id),
            user=str(change.from_user.id),
            room="staff",
            message=faro.Message(faro.Kind.RIGHTS, payload=",".join(sorted(may))),
        )


def _parsed(raw: bytes) -> Update:
    try:
        given = json.loads(raw)
        if not isinstance(given, dict):
            raise TypeError("an update is an object")  # noqa: TRY301  (told as the same ValueError as the rest)
        return Update.de_json(given, None)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, OSError) as error:
        # PTB raises whatever the missing or wrong field leads to, also from datetime. The value itself may be a person's words.
        raise ValueError(f"unreadable update: {type(error).__name__}") from error


def _thread(message: MaybeInaccessibleMessage | None) -> str | None:
    """The topic, only when the message really stands in one: replies in plain groups carry a thread id too."""
    if not isinstance(message, Message) or not message.is_topic_message or message.message_thread_id is None:
        return None
    return str(message.message_thread_id)


def _answered(message: Message) -> str | None:
    """The message answered. In a topic Telegram names the message that opened it where nothing was answered."""
    answered = message.reply_to_message
    if answered is None or (message.is_topic_message and answered.message_id == message.message_thread_id):
        return None
    return str(answered.message_id)
