"""Limits of the web: bytes of a body, new chats an address, messages a chat (`engine.allowance`). Generous.

A shelter shares one address, and danger is never limited: the caller lets through what `risk.urgent` knows.
"""

from starlette.requests import Request

BODY = 4 * 1024
"""Bytes of one message of the page, which splits longer texts itself."""

FORM = 16 * 1024
"""Bytes of a form: a browser without scripts writes six bytes for an Arabic letter."""


class TooLarge(Exception):
    """The body is longer than allowed."""


async def body(request: Request, most: int) -> bytes:
    """The whole body. Raises TooLarge as soon as it is longer than `most` bytes."""
    read = bytearray()
    async for piece in request.stream():
        read += piece
        if len(read) > most:
            raise TooLarge
    return bytes(read)
