"""A bare aiogram echo bot, as its documentation shows it: the second yardstick of `reply_time`."""

import asyncio
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

dispatcher = Dispatcher()


@dispatcher.message()
async def echo(message: Message) -> None:
    if message.text:
        await message.answer(message.text)


async def main() -> None:
    api = TelegramAPIServer.from_base(os.environ["FARO_TELEGRAM_API"])
    await dispatcher.start_polling(Bot(os.environ["FARO_TELEGRAM_TOKEN"], session=AiohttpSession(api=api)))


if __name__ == "__main__":
    asyncio.run(main())
