"""Updates by webhook: the route that Telegram calls, and telling Telegram where it is.

200 is said only after the commit. Anything else makes Telegram send the update again later.
"""

import asyncio
import hmac
import json
import logging
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import BadRequest, TelegramError

from handlers import telegram_reading as reading
from handlers.telegram_errors import TokenRefused, meaning
from handlers.telegram_polling import Backoff, Pause, store

log = logging.getLogger(__name__)

LARGEST = 1024 * 1024
"""Bytes of a call; Telegram's longest updates are a small part of it."""

AGAIN = "5"
"""Seconds after which Telegram may try again when the store failed."""

CONNECTIONS = 20
"""Calls that Telegram makes side by side."""

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  (the header's name, not a secret)


def route(url: str, secret: str, receive: reading.Receive) -> Route:
    """The route for the path of `url` (FARO_WEBHOOK_URL); only calls that carry `secret` are read."""
    expected = secret.encode()

    async def on_update(request: Request) -> Response:
        if not expected or not hmac.compare_digest(request.headers.get(SECRET, "").encode(), expected):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        return await _taken(body, receive)

    return Route(urlsplit(url).path or "/", on_update, methods=["POST"])


async def _body(request: Request) -> bytes | None:
    """The body, or None as soon as it is too large."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            return None
    return bytes(body)


async def _taken(body: bytes, receive: reading.Receive) -> Response:
    try:
        update = json.loads(body)
        reading.address(update)
    except (ValueError, AttributeError):
        log.error("telegram_webhook_body_unreadable")  # noqa: TRY400  (the trace would quote the body)
        return Response(status_code=400)
    try:
        await store(update, receive)
    except Exception as error:
        log.error("telegram_update_not_stored error=%s", type(error).__name__)  # noqa: TRY400  (a driver's error can quote its input)
        return Response(status_code=503, headers={"Retry-After": AGAIN})
    return Response()


async def register(bot: Bot, url: str, secret: str, pause: Pause = asyncio.sleep) -> None:
    """Tell Telegram the address; tried until Telegram took it. What it refuses for good is said in the log, then tried slowly."""
    backoff = Backoff(pause)
    while True:
        try:
            await bot.set_webhook(url, secret_token=secret, allowed_updates=reading.ASKED, max_connections=CONNECTIONS)
        except TelegramError as error:
            _complain(error)
            await backoff.wait(meaning(error))
        else:
            return


def _complain(error: TelegramError) -> None:
    if isinstance(error, BadRequest):
        log.error("Telegram refuses FARO_WEBHOOK_URL or FARO_WEBHOOK_SECRET: %s", error.message)
    elif isinstance(meaning(error), TokenRefused):
        log.error("%s", meaning(error))
    else:
        log.warning("telegram_webhook_not_set error=%s", type(error).__name__)
