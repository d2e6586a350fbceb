"""Topics of a forum and pinned messages: what needs an administrator."""

from ..errors import BadRequest
from ..specification import Arguments
from ..state import Chat, Topic, World
from ..ticking import Json
from . import method

COLORS = {0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F}


def _forum(world: World, arguments: Arguments) -> Chat:
    chat = world.writable(arguments["chat_id"])
    if not chat.forum:
        raise BadRequest("the chat is not a forum")
    if not world.may(chat, "can_manage_topics"):
        raise BadRequest("not enough rights to manage topics")
    return chat


def _topic(chat: Chat, arguments: Arguments) -> Topic:
    if topic := chat.topics.get(arguments["message_thread_id"]):
        return topic
    raise BadRequest("message thread not found")


def _check_name(name: str) -> None:
    if not 1 <= len(name.strip()) <= 128:
        raise BadRequest("TOPIC_TITLE_EMPTY" if not name.strip() else "topic name must be at most 128 characters")


@method("createForumTopic")
def create_forum_topic(world: World, arguments: Arguments) -> Json:
    chat, color = _forum(world, arguments), arguments.get("icon_color", 0x6FB9F0)
    _check_name(arguments["name"])
    if color not in COLORS:
        raise BadRequest("icon_color must be one of Telegram's six")
    topic = world.add_topic(chat, world.bot, arguments["name"], color)
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color}


@method("editForumTopic")
def edit_forum_topic(world: World, arguments: Arguments) -> bool:
    topic, name = _topic(_forum(world, arguments), arguments), arguments.get("name")
    if name is not None:
        _check_name(name)
        if name == topic.name and "icon_custom_emoji_id" not in arguments:
            raise BadRequest("TOPIC_NOT_MODIFIED")
        topic.name = name
    return True


def _turn(world: World, arguments: Arguments, *, closed: bool) -> bool:
    chat = _forum(world, arguments)
    topic = _topic(chat, arguments)
    if topic.closed == closed:
        raise BadRequest("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    event = "forum_topic_closed" if closed else "forum_topic_reopened"
    world.add_message(chat, world.bot, {event: {}}, topic.id)
    return True


@method("closeForumTopic")
def close_forum_topic(world: World, arguments: Arguments) -> bool:
    return _turn(world, arguments, closed=True)


@method("reopenForumTopic")
def reopen_forum_topic(world: World, arguments: Arguments) -> bool:
    return _turn(world, arguments, closed=False)


@method("deleteForumTopic")
def delete_forum_topic(world: World, arguments: Arguments) -> bool:
    chat = _forum(world, arguments)
    if not world.may(chat, "can_delete_messages"):
        raise BadRequest("not enough rights to delete the topic")
    world.drop_topic(chat, _topic(chat, arguments))
    return True


def _pinning(world: World, arguments: Arguments) -> Chat:
    chat = world.writable(arguments["chat_id"])
    if not chat.private and not world.may(chat, "can_pin_messages"):
        raise BadRequest("not enough rights to manage pinned messages in the chat")
    return chat


@method("pinChatMessage")
def pin_chat_message(world: World, arguments: Arguments) -> bool:
    chat = _pinning(world, arguments)
    if arguments["message_id"] not in chat.messages:
        raise BadRequest("message to pin not found")
    chat.pinned = [n for n in chat.pinned if n != arguments["message_id"]] + [arguments["message_id"]]
    return True


@method("unpinChatMessage")
def unpin_chat_message(world: World, arguments: Arguments) -> bool:
    chat = _pinning(world, arguments)
    message_id = arguments.get("message_id", chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise BadRequest("message to unpin not found")
    chat.pinned.remove(message_id)
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(world: World, arguments: Arguments) -> bool:
    _pinning(world, arguments).pinned.clear()
    return True
