"""The two ways of getting updates."""

import re
from collections.abc import Awaitable

from ..errors import BadRequest
from ..specification import Arguments
from ..state import World
from ..ticking import Json
from ..updates import Webhook
from . import method


@method("getUpdates")
def get_updates(world: World, arguments: Arguments) -> Awaitable[list[Json]]:
    return world.updates.poll(arguments)


@method("setWebhook")
def set_webhook(world: World, arguments: Arguments) -> bool:
    url, secret = arguments["url"], arguments.get("secret_token", "")
    if not url:
        return delete_webhook(world, arguments)
    if not re.match(r"https://|http://(127\.0\.0\.1|localhost)\b", url):
        raise BadRequest("bad webhook: An HTTPS URL must be provided for webhook")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
        raise BadRequest("secret token contains unallowed characters")
    connections = arguments.get("max_connections", 40)
    if not 1 <= connections <= 100:
        raise BadRequest("max_connections must be 1 to 100")
    if arguments.get("drop_pending_updates"):
        world.updates.forget()
    world.updates.allow(arguments.get("allowed_updates"))
    world.updates.webhook = Webhook(url, secret, connections)
    return True


@method("deleteWebhook")
def delete_webhook(world: World, arguments: Arguments) -> bool:
    if arguments.get("drop_pending_updates"):
        world.updates.forget()
    world.updates.webhook = None
    return True


@method("getWebhookInfo")
def get_webhook_info(world: World, arguments: Arguments) -> Json:
    updates, hook = world.updates, world.updates.webhook
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(updates.pending)}
    if hook:
        info |= {"url": hook.url, "max_connections": hook.max_connections} | hook.last_error
    return info | ({"allowed_updates": updates.allowed} if updates.allowed else {})
