"""What one Telegram message holds, as the assistant's `Message`. Nothing about who wrote it where.

A held picture or voice note is `<kind>:<file id>`: Telegram sends a file again only as the kind it came as.
"""

import re
from typing import Any

from telegram import Message

from faro.assistant import message as faro
from faro.assistant.message import Kind

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)

FILES = {
    "voice": Kind.VOICE,
    "audio": Kind.VOICE,
    "video": Kind.VIDEO,
    "video_note": Kind.VIDEO,
    "animation": Kind.VIDEO,
    "document": Kind.DOCUMENT,
    "sticker": Kind.STICKER,
}
"""Files by their field, in the order in which they are looked for; `photo` is a list of sizes and stands apart."""

SERVICE = frozenset({
    "boost_added", "channel_chat_created", "chat_background_set", "chat_owner_changed", "chat_owner_left", "chat_shared",
    "checklist_tasks_added", "checklist_tasks_done", "connected_website", "delete_chat_photo", "direct_message_price_changed",
    "forum_topic_closed", "forum_topic_created", "forum_topic_edited", "forum_topic_reopened", "general_forum_topic_hidden",
    "general_forum_topic_unhidden", "gift", "gift_upgrade_sent", "giveaway_completed", "giveaway_created", "group_chat_created",
    "left_chat_member", "managed_bot_created", "message_auto_delete_timer_changed", "migrate_from_chat_id", "migrate_to_chat_id",
    "new_chat_members", "new_chat_photo", "new_chat_title", "paid_message_price_changed", "pinned_message", "poll_option_added",
    "poll_option_deleted", "proximity_alert_triggered", "refunded_payment", "successful_payment", "suggested_post_approval_failed",
    "suggested_post_approved", "suggested_post_declined", "suggested_post_paid", "suggested_post_refunded",
    "supergroup_chat_created", "unique_gift", "users_shared", "video_chat_ended", "video_chat_participants_invited",
    "video_chat_scheduled", "video_chat_started", "write_access_allowed",
})  # fmt: skip
"""Fields of messages that Telegram itself writes. What is in no list is something new that a person sent: kind `OTHER`."""


def read(message: Message, *, edited: bool, private: bool) -> faro.Message | None:
    """The message; None for what Telegram itself wrote, and for edits without words (a live position that moves)."""
    words = whole(message.text or message.caption or "")
    common: dict[str, Any] = {
        "edited": edited,
        "language_hint": message.from_user.language_code if message.from_user else None,
        "ids": (str(message.message_id),),
    }
    if edited:
        return faro.Message(Kind.TEXT, (words,), **common) if words else None
    if message.text is not None:
        return _text(words, common)
    return _thing(message, (words,) if words else (), common, private=private)


def bot_named(text: str) -> str | None:
    """The bot that a command is addressed to, as in `/start@other_bot`."""
    command = _COMMAND.fullmatch(text.strip())
    return command[2] if command else None


def whole(text: str) -> str:
    """The text without halves of characters, which JSON can carry and no store can keep."""
    return text.encode("utf-8", "replace").decode()


def _text(words: str, common: dict[str, Any]) -> faro.Message:
    command = _COMMAND.fullmatch(words.strip())
    if command is None:
        return faro.Message(Kind.TEXT, (words,), **common)
    return faro.Message(Kind.COMMAND, command=command[1].lower(), arguments=(command[3] or "").strip(), **common)


def _thing(message: Message, caption: tuple[str, ...], common: dict[str, Any], *, private: bool) -> faro.Message | None:
    """A message without text: a file, a position, a contact, something unknown, or nothing at all."""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return faro.Message(Kind.PHOTO, caption, media=f"photo:{largest.file_id}", **common)
    for field, kind in FILES.items():
        # An animation comes with the same file as `document` for old programs, so documents are looked for after it.
        if file := getattr(message, field):
            said = (file.emoji,) if kind is Kind.STICKER and file.emoji else caption
            return faro.Message(kind, said, media=f"{field}:{file.file_id}", **common)
    if where := message.location or (message.venue.location if message.venue else None):
        return faro.Message(Kind.LOCATION, latitude=where.latitude, longitude=where.longitude, **common)
    if contact := message.contact:
        names = (contact.first_name, contact.last_name, contact.phone_number)
        return faro.Message(Kind.CONTACT, (whole(" ".join(name for name in names if name)),), **common)
    if not private or any(getattr(message, field, None) for field in SERVICE):
        # In groups only words, files and commands matter; a poll or a game there asks nothing of us.
        return None
    return faro.Message(Kind.OTHER, caption, **common)
