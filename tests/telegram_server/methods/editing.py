"""Methods that change or remove what already stands in a chat, and the answer to a press."""

from datetime import timedelta

from .. import markup
from ..errors import BadRequest
from ..specification import Arguments
from ..state import Chat, World
from ..ticking import Json
from . import method

DELETABLE_FOR = timedelta(hours=48)
ANSWERABLE_FOR = timedelta(seconds=150)
SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def _own(world: World, arguments: Arguments) -> Json:
    """The bot's message that is to be edited, if Telegram would edit it."""
    if "inline_message_id" in arguments:
        raise BadRequest("MESSAGE_ID_INVALID")
    if missing := {"chat_id", "message_id"} - arguments.keys():
        raise BadRequest(f"message identifier is not specified: {sorted(missing)}")
    chat = world.writable(arguments["chat_id"])
    message = chat.messages.get(arguments["message_id"])
    if message is None:
        raise BadRequest("message to edit not found")
    if message["from"]["id"] != world.bot.id or message["message_id"] in chat.fixed:
        raise BadRequest("message can't be edited")
    return message


def _change(world: World, arguments: Arguments, content: Json) -> Json:
    """Replace the parts named in `content`, and the inline keyboard; None removes a part."""
    message, keyboard = _own(world, arguments), arguments.get("reply_markup")
    markup.check_keyboard(keyboard, private=message["chat"]["type"] == "private")
    parts = content | {"reply_markup": keyboard if (keyboard or {}).get("inline_keyboard") else None}
    if all(message.get(key) == value for key, value in parts.items()):
        raise BadRequest(SAME)
    for key, value in parts.items():
        message.pop(key, None)
        message |= {key: value} if value is not None else {}
    message["edit_date"] = world.stamp()
    return message


@method("editMessageText")
def edit_message_text(world: World, arguments: Arguments) -> Json:
    words = markup.words(arguments)
    if "text" not in _own(world, arguments):
        raise BadRequest("there is no text in the message to edit")
    return _change(world, arguments, {"entities": None} | words)


@method("editMessageCaption")
def edit_message_caption(world: World, arguments: Arguments) -> Json:
    words = markup.words(arguments, "caption")
    if "text" in _own(world, arguments):
        raise BadRequest("there is no caption in the message to edit")
    return _change(world, arguments, {"caption": None, "caption_entities": None} | words)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(world: World, arguments: Arguments) -> Json:
    return _change(world, arguments, {})


def _check_deletable(world: World, chat: Chat, message: Json) -> None:
    foreign = message["from"]["id"] != world.bot.id
    if world.is_older(message, DELETABLE_FOR):
        raise BadRequest("message can't be deleted for everyone")
    if foreign and not chat.private and not world.may(chat, "can_delete_messages"):
        raise BadRequest("message can't be deleted")
    if message.get("message_thread_id") == message["message_id"]:
        raise BadRequest("message can't be deleted")


@method("deleteMessage")
def delete_message(world: World, arguments: Arguments) -> bool:
    chat = world.writable(arguments["chat_id"])
    if arguments["message_id"] not in chat.messages:
        raise BadRequest("message to delete not found")
    return delete_messages(world, {"chat_id": chat.id, "message_ids": [arguments["message_id"]]})


@method("deleteMessages")
def delete_messages(world: World, arguments: Arguments) -> bool:
    chat, ids = world.writable(arguments["chat_id"]), arguments["message_ids"]
    if not 1 <= len(ids) <= 100:
        raise BadRequest("there must be 1 to 100 message identifiers")
    for message in (chat.messages[n] for n in ids if n in chat.messages):
        _check_deletable(world, chat, message)
    world.drop_messages(chat, ids)
    return True


@method("answerCallbackQuery")
def answer_callback_query(world: World, arguments: Arguments) -> bool:
    pressed = world.presses.get(arguments["callback_query_id"])
    if pressed is None or world.clock() - pressed > ANSWERABLE_FOR:
        raise BadRequest("query is too old and response timeout expired or query ID is invalid")
    if markup.units(arguments.get("text", "")) > 200:
        raise BadRequest("MESSAGE_TOO_LONG")
    return True
