"""What a bot may ask about itself, a chat, its members or a file."""

from ..errors import BadRequest
from ..specification import Arguments
from ..state import RIGHTS, Chat, World
from ..ticking import Json
from . import method


@method("getMe")
def get_me(world: World, arguments: Arguments) -> Json:
    abilities = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return world.bot.json() | abilities


@method("getChat")
def get_chat(world: World, arguments: Arguments) -> Json:
    chat = world.chat(arguments["chat_id"])
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
    )
    full = chat.json() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
    return full | ({"pinned_message": chat.messages[chat.pinned[-1]]} if chat.pinned else {})


def member(world: World, chat: Chat, user_id: int) -> Json:
    """A ChatMember as Telegram shows it, with the fields that its status asks for."""
    status = chat.status.get(user_id, "left")
    shown: Json = {"status": status, "user": world.users[user_id].json()}
    match status:
        case "creator":
            return shown | {"is_anonymous": False}
        case "administrator":
            own = chat.rights if user_id == world.bot.id else RIGHTS
            return shown | {"can_be_edited": False, "is_anonymous": False} | {right: right in own for right in RIGHTS}
        case "kicked":
            return shown | {"until_date": 0}
    return shown


@method("getChatMember")
def get_chat_member(world: World, arguments: Arguments) -> Json:
    chat = world.writable(arguments["chat_id"])
    if arguments["user_id"] not in world.users:
        raise BadRequest("invalid user_id specified")
    return member(world, chat, arguments["user_id"])


@method("getChatAdministrators")
def get_chat_administrators(world: World, arguments: Arguments) -> list[Json]:
    chat = world.writable(arguments["chat_id"])
    if chat.private:
        raise BadRequest("there are no administrators in the private chat")
    heads = ("creator", "administrator")
    return [member(world, chat, user_id) for user_id, status in chat.status.items() if status in heads]


@method("getChatMemberCount")
def get_chat_member_count(world: World, arguments: Arguments) -> int:
    chat = world.writable(arguments["chat_id"])
    return sum(status not in ("left", "kicked") for status in chat.status.values())


@method("leaveChat")
def leave_chat(world: World, arguments: Arguments) -> bool:
    chat = world.writable(arguments["chat_id"])
    if chat.private:
        raise BadRequest("chat member status can't be changed in private chats")
    chat.status[world.bot.id] = "left"
    return True


@method("getFile")
def get_file(world: World, arguments: Arguments) -> Json:
    file_id = arguments["file_id"]
    if file_id not in world.files:
        raise BadRequest("invalid file_id")
    size = len(world.files[file_id]["content"])
    if size > 20_000_000:
        raise BadRequest("file is too big")
    path = f"{world.files[file_id]['kind']}s/{file_id}"
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": size, "file_path": path}
