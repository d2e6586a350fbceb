"""Telegram's side of the wire, for tests: a strict imitation of the Bot API as a real HTTP server.

    async with TelegramServer.running(token="1:test") as server:
        ana = server.add_user("Ana", language="es")
        bot = Bot("1:test", base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot")
        await server.say(ana, "hola")
        await server.wait_for(lambda: server.messages(ana))
        assert server.rejected == []

`specification` names every method and parameter, `methods` holds what they do, `state` what Telegram remembers,
`updates` how a bot hears of it, `people` what a person does, `faults` what goes wrong, `server` the HTTP edge and
`control` the same helpers for another process.
"""

import sys

try:
    from .faults import Fault, Faults, RateLimits
    from .server import TelegramServer
    from .state import Call, Chat, User
except ModuleNotFoundError as error:
    if sys.argv[:1] == ["-m"]:  # started by hand, not by a test
        sys.exit(f"The imitation of Telegram needs the extra [test] ({error.name} is missing): pip install -e '.[test]'")
    raise

__all__ = ["Call", "Chat", "Fault", "Faults", "RateLimits", "TelegramServer", "User"]
