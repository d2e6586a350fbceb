"""The real program in many lives, for tests/test_telegram_crash.py: `bot.py run` in a forked child for each line that comes in.

Imports and content are read once, so that a life costs no seconds; everything from the settings on is the program's own. It never learns
(building the arrays would take the test's two cores): free questions are understood by phrases and near matches, as in any first minute.
Argument: a promise to break ("" for none), so that the test can be seen to notice.
"""

import os
import sys
from typing import Any

import bot
from faro.assistant import language
from faro.commands import opening, run
from faro.engine.channels import Receipt
from faro.engine.deliver import Deliverer
from faro.engine.engine import Engine
from faro.settings import Settings
from handlers import telegram_channel, telegram_polling, telegram_webhook, terminal, web, web_server
from handlers import telegram_reading as reading

IMPORTED = (telegram_channel, telegram_webhook, terminal, web, web_server)
"""What bot.py imports only when it is needed."""


async def no_learning(engine: Engine, settings: Settings) -> None:
    """Phrases and near matches are enough here."""


def mutate(mutant: str) -> None:
    """Break one promise on purpose."""
    if mutant == "acknowledge_early":
        fetch = telegram_polling._fetch

        async def confirmed(bot: Any, offset: int) -> list[dict[str, Any]]:
            """As python-telegram-bot's own polling: the next call confirms before anything was stored."""
            updates = await fetch(bot, offset)
            if updates:
                asked = {"timeout": 0, "allowed_updates": list(reading.ASKED), "offset": updates[-1]["update_id"] + 1}
                await bot.do_api_request("get_Updates", asked)
            return updates

        telegram_polling._fetch = confirmed
    if mutant == "mark_early":
        send = Deliverer._send

        async def marked(self: Any, parcel: Any) -> None:
            await self._store(parcel, Receipt(("0",)))
            await send(self, parcel)

        Deliverer._send = marked  # type: ignore[method-assign]
    if mutant == "swallow_send":
        carry = Deliverer._carry

        async def swallowed(self: Any, channel: Any, parcel: Any) -> Receipt:
            try:
                return await carry(self, channel, parcel)
            except Exception:
                return Receipt(("0",))

        Deliverer._carry = swallowed  # type: ignore[method-assign]


def main() -> None:
    library = opening.library().warm()
    language.detect("hola", library)
    opening.library = lambda **_: library
    run.learn = no_learning
    mutate(sys.argv[1])
    print("ready", flush=True)
    for _ in sys.stdin:
        pid = os.fork()
        if pid == 0:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            bot.app(["run"], standalone_mode=False)
            os._exit(0)
        print(pid, flush=True)
        print(os.waitpid(pid, 0)[1], flush=True)


if __name__ == "__main__":
    main()
