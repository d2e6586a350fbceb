"""Methods that put a new message into a chat."""

from typing import Any

from .. import markup
from ..errors import BadRequest
from ..specification import Arguments, Upload
from ..state import Chat, World
from ..ticking import Json
from . import method

MEDIA = {
    "sendPhoto": "photo", "sendVoice": "voice", "sendAudio": "audio", "sendDocument": "document", "sendVideo": "video",
    "sendAnimation": "animation", "sendSticker": "sticker", "sendVideoNote": "video_note",
}  # fmt: skip
ACTIONS = (
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
)  # fmt: skip
CONTENT = {*MEDIA.values(), "text", "entities", "caption", "caption_entities", "location", "venue", "contact"}


def post(world: World, arguments: Arguments, content: Json) -> Json:
    """Check where and how, then store the bot's message."""
    chat = world.writable(arguments["chat_id"])
    topic = world.topic(chat, arguments.get("message_thread_id"))
    if topic and topic.closed and not world.may(chat, "can_manage_topics"):
        raise BadRequest("TOPIC_CLOSED")
    keyboard = arguments.get("reply_markup")
    markup.check_keyboard(keyboard, private=chat.private)
    content = content | _reply(world, chat, arguments)
    if keyboard and keyboard.get("inline_keyboard"):
        content["reply_markup"] = keyboard
    message = world.add_message(chat, world.bot, content, topic.id if topic else None)
    _change_reply_keyboard(chat, message, keyboard)
    return message


def _reply(world: World, chat: Chat, arguments: Arguments) -> Json:
    """The message replied to, as it stands in the new one."""
    given = arguments.get("reply_parameters") or {"message_id": arguments.get("reply_to_message_id")}
    if not given.get("message_id"):
        return {}
    origin = world.chat(given.get("chat_id", chat.id))
    if found := origin.messages.get(given["message_id"]):
        shown = {key: value for key, value in found.items() if key != "reply_to_message"}
        return {"reply_to_message" if origin is chat else "external_reply": shown}
    if given.get("allow_sending_without_reply", arguments.get("allow_sending_without_reply")):
        return {}
    raise BadRequest("message to be replied not found")


def _change_reply_keyboard(chat: Chat, message: Json, keyboard: Json | None) -> None:
    if not keyboard or "inline_keyboard" in keyboard:
        return
    chat.fixed.add(message["message_id"])
    if "keyboard" in keyboard:
        chat.keyboard = keyboard
    elif "remove_keyboard" in keyboard:
        chat.keyboard = None


@method("sendMessage")
def send_message(world: World, arguments: Arguments) -> Json:
    return post(world, arguments, markup.words(arguments))


def _media_sender(name: str, kind: str) -> None:
    @method(name)
    def send(world: World, arguments: Arguments) -> Json:
        words = markup.words(arguments, "caption")
        return post(world, arguments, {kind: world.media(_file(world, kind, arguments[kind]))} | words)


for _name, _kind in MEDIA.items():
    _media_sender(_name, _kind)


def _file(world: World, kind: str, given: Any) -> str:
    """The id of a file sent by id, by address or as an upload."""
    if isinstance(given, Upload):
        return world.add_file(kind, given.content, given.name)
    if given.startswith(("http://", "https://")):
        return world.add_file(kind, name=given.rsplit("/", 1)[-1])
    if given not in world.files:
        raise BadRequest("wrong file identifier/HTTP URL specified")
    if (found := world.files[given]["kind"]) != kind:
        raise BadRequest(f"can't use file of type {found} as {kind}")
    return str(given)


def _location(arguments: Arguments) -> Json:
    place = {key: arguments[key] for key in ("latitude", "longitude")}
    if not (-90 <= place["latitude"] <= 90 and -180 <= place["longitude"] <= 180):
        raise BadRequest("wrong latitude or longitude specified")
    return place


@method("sendLocation")
def send_location(world: World, arguments: Arguments) -> Json:
    return post(world, arguments, {"location": _location(arguments)})


@method("sendVenue")
def send_venue(world: World, arguments: Arguments) -> Json:
    title, address = arguments["title"].strip(), arguments["address"].strip()
    if not title or not address:
        raise BadRequest("venue title and address must be non-empty")
    location = _location(arguments)
    venue = {"location": location, "title": title, "address": address}
    return post(world, arguments, {"venue": venue, "location": location})


@method("sendContact")
def send_contact(world: World, arguments: Arguments) -> Json:
    contact = {key: arguments[key] for key in ("phone_number", "first_name", "last_name") if key in arguments}
    return post(world, arguments, {"contact": contact})


@method("sendChatAction")
def send_chat_action(world: World, arguments: Arguments) -> bool:
    world.topic(world.writable(arguments["chat_id"]), arguments.get("message_thread_id"))
    if arguments["action"] not in ACTIONS:
        raise BadRequest("wrong parameter action in request")
    return True


def _source(world: World, arguments: Arguments, verb: str) -> Json:
    """What a message holds, to be sent again elsewhere."""
    message = world.chat(arguments["from_chat_id"]).messages.get(arguments["message_id"])
    if message is None:
        raise BadRequest(f"message to {verb} not found")
    content = {key: value for key, value in message.items() if key in CONTENT}
    if not content:
        raise BadRequest(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return content


@method("copyMessage")
def copy_message(world: World, arguments: Arguments) -> Json:
    content = _source(world, arguments, "copy")
    if "caption" in arguments and "text" not in content:
        content = {key: value for key, value in content.items() if not key.startswith("caption")}
        content |= markup.words(arguments, "caption")
    return {"message_id": post(world, arguments, content)["message_id"]}


@method("forwardMessage")
def forward_message(world: World, arguments: Arguments) -> Json:
    content = _source(world, arguments, "forward")
    message = world.chat(arguments["from_chat_id"]).messages[arguments["message_id"]]
    origin = {"type": "user", "date": message["date"], "sender_user": message["from"]}
    return post(world, arguments, content | {"forward_origin": origin})
