"""What a bot says about itself: commands for each scope and language, descriptions, name."""

import json
import re

from ..errors import BadRequest
from ..specification import Arguments
from ..state import World
from ..ticking import Json
from . import method

LIMITS = {"description": 512, "short_description": 120, "name": 64}


def _language(arguments: Arguments) -> str:
    code = str(arguments.get("language_code", ""))
    if not re.fullmatch(r"([a-z]{2})?", code):
        raise BadRequest("invalid language code specified")
    return code


def _commands_key(world: World, arguments: Arguments) -> tuple[str, str]:
    scope = arguments.get("scope") or {"type": "default"}
    if "chat_id" in scope:
        world.chat(scope["chat_id"])
    return "commands", f"{json.dumps(scope, sort_keys=True)} {_language(arguments)}"


@method("setMyCommands")
def set_my_commands(world: World, arguments: Arguments) -> bool:
    if len(arguments["commands"]) > 100:
        raise BadRequest("BOT_COMMANDS_TOO_MUCH")
    for item in arguments["commands"]:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", item["command"]):
            raise BadRequest("BOT_COMMAND_INVALID")
        if not 1 <= len(item["description"]) <= 256:
            raise BadRequest("BOT_COMMAND_DESCRIPTION_INVALID")
    world.settings[_commands_key(world, arguments)] = arguments["commands"]
    return True


@method("getMyCommands")
def get_my_commands(world: World, arguments: Arguments) -> list[Json]:
    return list(world.settings.get(_commands_key(world, arguments), []))


@method("deleteMyCommands")
def delete_my_commands(world: World, arguments: Arguments) -> bool:
    world.settings.pop(_commands_key(world, arguments), None)
    return True


def _own_words(title: str, what: str) -> None:
    @method(f"setMy{title}")
    def change(world: World, arguments: Arguments) -> bool:
        if len(text := arguments.get(what, "")) > LIMITS[what]:
            raise BadRequest(f"{what} is too long")
        world.settings[what, _language(arguments)] = text
        return True

    @method(f"getMy{title}")
    def show(world: World, arguments: Arguments) -> Json:
        fallback = world.bot.first_name if what == "name" else ""
        general = world.settings.get((what, ""), fallback)
        return {what: world.settings.get((what, _language(arguments))) or general}


for _title, _what in {"Description": "description", "ShortDescription": "short_description", "Name": "name"}.items():
    _own_words(_title, _what)
