"""Outbox bodies carried out as Bot API calls, one function for each `do` of `faro.engine.outgoing`.

Errors leave as `faro.engine.channels` errors. What Telegram refuses because it is done already (a message gone, a press too
old, a topic closed) is no error.
"""

import asyncio
import hashlib
import json
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot, LinkPreviewOptions
from telegram import Message as Sent
from telegram.error import BadRequest, Forbidden, TelegramError

from faro.engine.channels import NotAllowed, Receipt, Rejected
from handlers import places_picture
from handlers import telegram_markup as markup
from handlers.telegram_errors import NO_RIGHT, says, translated

log = logging.getLogger(__name__)

Body = dict[str, Any]
Step = Callable[[], Awaitable[Sent | None]]

BATCH = 100
"""Most messages that one deleteMessages takes."""

TITLE = 128
"""Longest name of a topic."""

REMEMBERED = 256
"""Messages of several parts that broke off, kept so that a second try goes on where the first ended."""


class Sender:
    """Sends for one bot."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self.username: str | None = None
        self._begun: OrderedDict[str, list[str]] = OrderedDict()
        self._acts: dict[str, Callable[[int, Body], Awaitable[Receipt]]] = {
            "say": self._say,
            "delete": self._delete,
            "press": self._press,
            "edit": self._edit,
            "pin": self._pin_now,
            "topic": self._topic,
            "topic_end": self._topic_end,
            "media": self._media,
            "leave": self._leave,
        }

    async def send(self, address: str, body: Body) -> Receipt:
        """Carry one outbox body out in the chat `address`. Raises a `ChannelError`."""
        act = self._acts.get(body["do"])
        if act is None:
            raise Rejected(f"Telegram cannot do {body['do']!r}")
        with translated():
            return await act(int(address), body)

    async def _say(self, chat: int, body: Body) -> Receipt:
        """Words, in several messages where they are long, the last with the buttons; then the pin on the map."""
        pieces = markup.split(body["text"]) or [body["text"]]
        steps: list[Step] = [self._words(chat, body, piece, last=n == len(pieces)) for n, piece in enumerate(pieces, 1)]
        if body.get("pin"):
            steps.append(lambda: self._pin(chat, body))
        if body.get("sheet"):
            steps.append(lambda: self._sheet(chat, body))
        if body.get("paper"):
            steps.append(lambda: self._paper(chat, body["paper"]))
        numbers = await self._in_order(f"{chat}:{_digest(body)}", steps)
        lacks = body.get("pin_it") and numbers and not await self._keep_on_top(chat, int(numbers[0]))
        return Receipt(tuple(numbers), lacks="pin" if lacks else "")

    async def _in_order(self, key: str, steps: list[Step]) -> list[str]:
        """Take the steps that an earlier try has not taken; a crash forgets them, and then all are taken again."""
        taken = self._begun.pop(key, [])
        try:
            for step in steps[len(taken) :]:
                message = await step()
                taken.append(str(message.message_id) if message else "")
        except Exception:
            if taken:
                self._begun[key] = taken
                while len(self._begun) > REMEMBERED:
                    self._begun.popitem(last=False)
            raise
        return [number for number in taken if number]

    def _words(self, chat: int, body: Body, piece: str, *, last: bool) -> Step:
        text, entities = markup.asked(body, piece)
        return lambda: self._bot.send_message(
            chat,
            text,
            entities=entities,
            reply_markup=markup.of(body) if last else None,
            message_thread_id=_thread(body),
            protect_content=body.get("protect") or None,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )

    async def _pin(self, chat: int, body: Body) -> Sent | None:
        """The address stands in the words already: a pin that Telegram refuses must not make them come twice."""
        pin = body["pin"]
        place = {"latitude": pin["latitude"], "longitude": pin["longitude"], "message_thread_id": _thread(body)}
        try:
            if pin.get("title") and pin.get("address"):
                return await self._bot.send_venue(chat, title=pin["title"], address=pin["address"], **place)
            return await self._bot.send_location(chat, **place)
        except BadRequest as error:
            log.warning("telegram_pin_refused reason=%s", error.message)
            return None

    async def _keep_on_top(self, chat: int, message: int) -> bool:
        """Pinned without a sound. It was posted already: a bot without that right leaves it where it stands, and says so."""
        try:
            await self._bot.pin_chat_message(chat, message, disable_notification=True)
        except TelegramError as error:
            log.warning("telegram_pin_refused error=%s", type(error).__name__)
            return not (isinstance(error, BadRequest) and says(error, *NO_RIGHT))
        return True

    async def _pin_now(self, chat: int, body: Body) -> Receipt:
        await self._keep_on_top(chat, int(body["message"]))
        return Receipt()

    async def _sheet(self, chat: int, body: Body) -> Sent | None:
        """The picture of a town. Drawn aside, so that nobody waits for it; where Telegram refuses it the words stand all the same."""
        bot = f"https://t.me/{self.username}" if self.username else None
        drawn = await asyncio.to_thread(places_picture.png, body["sheet"], body.get("language", "es"), bot)
        try:
            return await self._bot.send_photo(chat, drawn, filename="faro.png", message_thread_id=_thread(body))
        except BadRequest as error:
            log.warning("telegram_sheet_refused reason=%s", error.message)
            return None

    async def _paper(self, chat: int, paper: dict[str, Any]) -> Sent | None:
        """A text as a file. Where Telegram refuses it, its words come as messages (`engine.losses`)."""
        return await self._bot.send_document(chat, paper["text"].encode(), filename=paper["name"])

    async def _delete(self, chat: int, body: Body) -> Receipt:
        """What Telegram does not let a bot delete (older than 48 hours, gone already) stops nothing else."""
        numbers = [int(number) for number in body["messages"] if str(number).isdigit()]
        for start in range(0, len(numbers), BATCH):
            await self._delete_some(chat, numbers[start : start + BATCH])
        return Receipt()

    async def _delete_some(self, chat: int, numbers: list[int]) -> None:
        try:
            await self._bot.delete_messages(chat, numbers)
        except BadRequest as error:
            if len(numbers) == 1:
                log.info("telegram_message_kept reason=%s", error.message)
                return
            half = len(numbers) // 2
            await self._delete_some(chat, numbers[:half])
            await self._delete_some(chat, numbers[half:])

    async def _press(self, chat: int, body: Body) -> Receipt:
        try:
            await self._bot.answer_callback_query(body["id"], text=body.get("text") or None, show_alert=body.get("alert") or None)
        except BadRequest as error:
            if not says(error, "query is too old", "query id is invalid"):
                raise
        return Receipt()

    async def _edit(self, chat: int, body: Body) -> Receipt:
        """New words and buttons. A message that was deleted meanwhile needs none: then the receipt holds no message."""
        try:
            await self._bot.edit_message_text(
                body["text"],
                chat_id=chat,
                message_id=int(body["message"]),
                reply_markup=markup.buttons(body),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        except BadRequest as error:
            if says(error, "message to edit not found", "message_id_invalid"):
                return Receipt()
            if not says(error, "not modified"):
                raise
        return Receipt((str(body["message"]),))

    async def _topic(self, chat: int, body: Body) -> Receipt:
        made = await self._bot.create_forum_topic(chat, body["title"][:TITLE])
        return Receipt(thread=str(made.message_thread_id))

    async def _topic_end(self, chat: int, body: Body) -> Receipt:
        """Remove the topic with all words in it, or close it; where the bot may not remove, it closes until it may."""
        thread = int(body["thread"])
        if body.get("remove") and await self._unless_done(self._bot.delete_forum_topic(chat, thread)):
            return Receipt()
        may_close = await self._unless_done(self._bot.close_forum_topic(chat, thread))
        if body.get("remove") or not may_close:
            raise NotAllowed("delete" if may_close else "topics")
        return Receipt()

    async def _unless_done(self, call: Awaitable[bool]) -> bool:
        """Whether the topic is as asked, now or before; False where the bot lacks the right."""
        try:
            return await call
        except BadRequest as error:
            if says(error, *NO_RIGHT):
                log.warning("telegram_topic_kept reason=%s", error.message)
                return False
            if not says(error, "topic_not_modified", "thread not found", "topic_id_invalid", "topic_deleted"):
                raise
        return True

    async def _media(self, chat: int, body: Body) -> Receipt:
        """One held picture or voice note: not to be forwarded or saved, under a spoiler where Telegram has one."""
        kind, _, file_id = body["media"].partition(":")
        if not file_id:
            kind, file_id = body["kind"], body["media"]
        send = _MEDIA.get(kind)
        if send is None:
            raise Rejected(f"Telegram cannot show {kind!r}")
        spoiler = {"has_spoiler": True} if kind in _SPOILERS else {}
        sent = await send(self._bot, chat, file_id, message_thread_id=_thread(body), protect_content=True, **spoiler)
        return Receipt((str(sent.message_id),))

    async def _leave(self, chat: int, body: Body) -> Receipt:
        try:
            await self._bot.leave_chat(chat)
        except Forbidden:
            log.info("telegram_left_already")
        return Receipt()


_MEDIA: dict[str, Callable[..., Awaitable[Sent]]] = {
    "photo": Bot.send_photo,
    "voice": Bot.send_voice,
    "audio": Bot.send_audio,
    "video": Bot.send_video,
    "video_note": Bot.send_video_note,
    "animation": Bot.send_animation,
    "document": Bot.send_document,
    "sticker": Bot.send_sticker,
}
_SPOILERS = ("photo", "video", "animation")


def _thread(body: Body) -> int | None:
    return int(body["thread"]) if body.get("thread") else None


def _digest(body: Body) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
