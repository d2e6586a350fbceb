"""What Telegram shows before anything is said: the list of commands and the bot's description, in each language of `locales/`.

Only shown in private chats. Nothing here is needed for an answer, so it runs beside everything else and may fail.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats
from telegram.error import BadRequest, TelegramError

from faro.assistant.commands import NAMES
from faro.library import Library
from handlers.telegram_errors import meaning
from handlers.telegram_polling import Backoff, Pause

log = logging.getLogger(__name__)

Call = Callable[[], Awaitable[bool]]

TRIES = 8
"""Tries of each call; the next start of the program tries again."""

DEFAULT = "es"
"""What people see whose phone speaks none of our languages."""


async def show(bot: Bot, library: Library, pause: Pause = asyncio.sleep) -> None:
    """Set commands and descriptions for everybody, then language by language."""
    try:
        for language, code in _languages(library):
            for call in _calls(bot, library, language, code):
                await _insist(call, pause)
    except Exception:
        # Whatever is wrong with the menu, polling beside it goes on.
        log.exception("telegram_menu_failed")


def _languages(library: Library) -> Iterator[tuple[str, str | None]]:
    """(language, Telegram's code for it); None for everybody else. A language without own strings keeps the default's."""
    yield DEFAULT, None
    for language in sorted(library.strings.languages()):
        # Telegram knows two-letter codes only.
        if len(language) == 2 and library.strings.has(language, "command-start"):
            yield language, language


def _calls(bot: Bot, library: Library, language: str, code: str | None) -> tuple[Call, Call, Call]:
    commands = [BotCommand(name, library.say(language, f"command-{name}")) for name in NAMES]
    long, short = library.say(language, "bot-description"), library.say(language, "bot-short-description")
    return (
        lambda: bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code=code),
        lambda: bot.set_my_description(long, language_code=code),
        lambda: bot.set_my_short_description(short, language_code=code),
    )


async def _insist(call: Call, pause: Pause) -> None:
    backoff = Backoff(pause)
    for _ in range(TRIES):
        try:
            await call()
        except BadRequest as error:
            log.warning("telegram_menu_refused reason=%s", error.message)
            return
        except TelegramError as error:
            await backoff.wait(meaning(error))
        else:
            return
    log.warning("telegram_menu_not_set")
