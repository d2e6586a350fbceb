"""Faro's one entry point: the commands, and the composition of store, library, engine and channels. No logic.

`python bot.py` starts Faro; `python bot.py --help` tells the rest.
"""

import asyncio
import logging
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from faro.commands import asks, build, chat, check, classify, database, evaluate, explain, logs, opening, places, staff, status
from faro.commands.run import House, Service, serve
from faro.engine.channels import Channel
from faro.engine.engine import Engine
from faro.library import Library
from faro.settings import Settings
from faro.storage import Store

if TYPE_CHECKING:
    from handlers.telegram_channel import TelegramChannel, Webhook

app = typer.Typer(
    help="Faro: a chat assistant for migrant adolescents and families, and the queue where people answer what a machine must not.",
    no_args_is_help=False,
    rich_markup_mode="rich",
    add_completion=False,
    pretty_exceptions_show_locals=False,
)


@app.callback(invoke_without_command=True)
def main(context: typer.Context) -> None:
    """Faro: a chat assistant for migrant adolescents and families, and the queue where people answer what a machine must not.

    Without a command, [bold]run[/bold]: the web chat on http://127.0.0.1:8080, the staff console behind a link printed here, and Telegram
    when FARO_TELEGRAM_TOKEN is set. Settings are FARO_* in the environment or a .env file; docs/running.md lists them.
    """
    if context.invoked_subcommand is None:
        run()


@app.command()
def run() -> None:
    """Start Faro: web chat, staff console, and Telegram when a token is set. Ctrl-C stops it cleanly."""
    from handlers.telegram_errors import TokenRefused
    from handlers.web_server import AddressTaken

    settings = opening.settings()
    logs.set_up(settings.log)
    try:
        asyncio.run(serve(settings, opening.library(), compose))
    except* (AddressTaken, TokenRefused) as refused:
        opening.fail(str(refused.exceptions[0]))


@app.command(name="chat")
def talk(
    language: Annotated[str, typer.Option(help="What the phone would report: es, en, pt, fr, ht, ar.")] = "es",
    dialogue: Annotated[bool, typer.Option("--dialogue", help="Print the talk as a test dialogue (tests/dialogues).")] = False,
) -> None:
    """Talk to Faro in this terminal: the same conversation, kept nowhere. [dim][2][/dim] presses the second button; Ctrl-D or /quit
    ends it."""
    from handlers import terminal

    library = opening.library(learned=True)
    asyncio.run(chat.converse(library, lambda show: terminal.Terminal(show, language), terminal.line, dialogue=dialogue))


app.command()(classify.classify)
app.command()(check.check)
app.command()(status.status)
app.command()(build.build)
app.command()(explain.explain)
app.command()(asks.asks)
app.command()(evaluate.evaluate)
app.add_typer(database.app, name="database")
app.add_typer(staff.app, name="staff")
app.add_typer(places.app, name="places")


def compose(settings: Settings, library: Library, store: Store, house: House) -> Engine:
    """The channels that the settings ask for, the engine between them, and what each adds to the house."""
    from handlers import telegram_webhook, web, web_metrics

    pages, telegram = web.channel(), _telegram(settings)
    channels: list[Channel] = [pages, *([telegram] if telegram else [])]
    engine = Engine(store, library, channels, house.clock, staff_room=settings.staff_room, console=settings.address, drills=True)
    webhook = _webhook(settings)
    routes = [telegram_webhook.route(webhook.url, webhook.secret, engine.receive)] if webhook else []
    if settings.metrics_token:
        routes.append(web_metrics.route(engine, settings.metrics_token.get_secret_value()))
    web.add(house, settings, engine, pages, routes=routes, bot=lambda: settings.bot_url or (telegram.page if telegram else None))
    if telegram:
        house.add(Service("telegram", lambda: telegram.serve(engine.receive, library, webhook, office=engine), telegram.close))
    return engine


def _telegram(settings: Settings) -> "TelegramChannel | None":
    from handlers.telegram_channel import TelegramChannel

    token = settings.telegram_token
    return TelegramChannel(token.get_secret_value(), settings.telegram_api, settings.staff_chat) if token else None


def _webhook(settings: Settings) -> "Webhook | None":
    from handlers.telegram_channel import Webhook

    url, secret = settings.webhook_url, settings.webhook_secret
    return Webhook(url, secret.get_secret_value()) if url and secret else None


__all__ = ["app", "compose"]

if __name__ == "__main__":
    logging.getLogger("httpx").setLevel(logging.WARNING)  # its INFO lines hold the bot's token
    try:
        app()
    except Exception as error:
        # What Python would print quotes what was said: only kinds and places leave the process.
        sys.exit(logs.crashed(error))
