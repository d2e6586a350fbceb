"""What each method does: plain functions of the world and the arguments, found by their API name.

A valid method without a function here is accepted, recorded and answered with True.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from ..specification import Arguments
from ..state import World

Handler = Callable[[World, Arguments], Any]
H = TypeVar("H", bound=Handler)
HANDLERS: dict[str, Handler] = {}


def method(*names: str) -> Callable[[H], H]:
    """Register a function under the names of the Bot API."""

    def register(handler: H) -> H:
        HANDLERS.update(dict.fromkeys(names, handler))
        return handler

    return register


from . import chats, editing, fetching, sending, settings, topics  # noqa: E402, F401  (each registers its own)
