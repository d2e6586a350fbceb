"""The web's part of the composition: channel, chat page, staff console and server put together. No decisions.

channel = web.channel()
engine = Engine(..., [channel, ...], ...)
web.add(house, settings, engine, channel)
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from starlette.applications import Starlette
from starlette.routing import BaseRoute

from faro.engine.engine import Engine
from handlers import web_app
from handlers.console import Console
from handlers.console_acts import ConsoleActs
from handlers.console_complaints import ConsoleComplaints
from handlers.console_editors import ConsoleEditors
from handlers.console_figures import ConsoleFigures
from handlers.console_frame import Frame
from handlers.console_live import ConsoleLive
from handlers.console_places import ConsolePlaces
from handlers.console_shifts import ConsoleShifts
from handlers.console_test import ConsoleTest
from handlers.places_pages import PlacesPages
from handlers.sign_in import SignIn
from handlers.web_channel import WebChannel
from handlers.web_chat import WebChat
from handlers.web_page import WebPage
from handlers.web_server import WebServer


class Settings(Protocol):
    """What the web needs to know of the settings."""

    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def address(self) -> str: ...
    @property
    def proxies(self) -> str: ...


class House(Protocol):
    """Where the parts of a process are gathered."""

    def add(self, part: Any) -> None: ...


def channel() -> WebChannel:
    """The channel for the engine."""
    return WebChannel()


def add(
    house: House,
    settings: Settings,
    engine: Engine,
    channel: WebChannel,
    *,
    routes: Sequence[BaseRoute] = (),
    bot: Callable[[], str | None] = lambda: None,
) -> WebServer:
    """The web server as a part of the house; `routes` are other handlers' own (a webhook). Raises AddressTaken.

    `bot` tells where the code on printed sheets leads; this page where it tells nothing.
    """
    chat = WebChat(engine, channel)
    places = PlacesPages(engine, lambda: bot() or settings.address)
    secure = settings.address.startswith("https://")
    app = application(engine, chat, secure=secure, routes=[*places.routes(), *routes])
    server = WebServer(app, settings.host, settings.port, chat.close, proxies=settings.proxies)
    house.add(server)
    return server


def application(engine: Engine, chat: WebChat, *, secure: bool, routes: Sequence[BaseRoute] = ()) -> Starlette:
    """The application over one engine."""
    door = SignIn(engine, secure=secure)
    live = ConsoleLive(engine, door, chat.closing)
    frame = Frame(engine)
    console = Console(engine, door, frame)
    pages: list[Any] = [
        console,
        ConsoleShifts(engine, door, frame),
        ConsoleFigures(engine, door, frame),
        ConsoleEditors(engine, door, frame),
        ConsolePlaces(engine, door, frame),
        ConsoleComplaints(engine, door, frame),
        ConsoleActs(engine, door, console),
        ConsoleTest(engine, door, frame),
    ]
    parts = [chat.routes(), WebPage(chat).routes(), door.routes(), *(one.routes() for one in pages), live.routes(), routes]
    return web_app.make(engine, parts, secure=secure)
