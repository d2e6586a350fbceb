"""A bare python-telegram-bot echo bot, as its documentation shows it: the yardstick of `reply_time`."""

import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main() -> None:
    token, api = os.environ["FARO_TELEGRAM_TOKEN"], os.environ["FARO_TELEGRAM_API"]
    app = Application.builder().token(token).base_url(f"{api}/bot").concurrent_updates(False).build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.run_polling()


if __name__ == "__main__":
    main()
