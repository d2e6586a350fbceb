"""`run`: opens the store and the library, starts every part, and stops them in order when the process is told to."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NoReturn, Protocol

from rich.console import Console

from faro.commands import missing, opening
from faro.commands.learn import learned
from faro.commands.reload import Reload
from faro.engine.engine import Engine
from faro.library import Library
from faro.settings import Settings
from faro.storage import Store, views
from faro.storage.errors import Silent, StorageError, lost

log = logging.getLogger(__name__)
out = Console(highlight=False, soft_wrap=True)


class Part(Protocol):
    """Something that runs until it is told to stop. `stop` returns at once; `run` then comes to its end."""

    @property
    def name(self) -> str: ...
    async def run(self) -> None: ...
    def stop(self) -> None: ...


class Service:
    """A part made of a coroutine that runs until it is cancelled, and of what is closed afterwards."""

    def __init__(self, name: str, serve: Callable[[], Coroutine[Any, Any, None]], close: Callable[[], Awaitable[None]]) -> None:
        self.name = name
        self._serve = serve
        self._close = close
        self._task: asyncio.Task[None] | None = None
        self._stopping = False

    async def run(self) -> None:
        """Serve until stopped. What `serve` raises goes on to the house."""
        self._task = asyncio.create_task(self._serve())
        try:
            await self._task
        except asyncio.CancelledError:
            if not self._stopping:
                raise
        finally:
            await self._close()

    def stop(self) -> None:
        self._stopping = True
        if self._task is not None:
            self._task.cancel()


LOCAL = ("127.0.0.1", "::1", "localhost")
"""Hosts that nobody else reaches."""


@dataclass
class House:
    """All parts of one process, and the clock they share. `ready` is set when the first of them answers."""

    parts: list[Part] = field(default_factory=list)
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def add(self, part: Part) -> None:
        self.parts.append(part)


Compose = Callable[[Settings, Library, Store, House], Engine]


async def serve(settings: Settings, library: Library, compose: Compose) -> None:
    """Run until SIGINT or SIGTERM; what is being done then comes to its end first."""
    store = await _open(settings)
    house = House()
    engine = compose(settings, library, store, house)
    stopping = _stop_signals()
    try:
        await _announce(settings, library, engine, _address(settings, house))
        await _run(house, engine, settings, stopping)
    finally:
        await store.close()
    out.print("Faro has stopped; nothing was lost.")


WAITS = 60
"""Seconds for which a start waits for a database that does not answer: it may be starting too. Then whoever started us starts us again."""


async def _open(settings: Settings) -> Store:
    try:
        seal = opening.seal(settings)
    except StorageError as error:
        opening.fail(str(error))
    except OSError as error:
        opening.fail(f"FARO_DATA: {settings.data} cannot be used ({error.strerror}).")
    for second in range(WAITS):
        try:
            return await Store.open(settings.database, seal)
        except Exception as error:
            if not _passes(error) or second == WAITS - 1:
                _give_up(settings, error)
            if not second:
                out.print("The database does not answer yet; Faro waits for it.", style="yellow")
        await asyncio.sleep(1)
    raise AssertionError("never reached")


def _passes(error: Exception) -> bool:
    """Whether it may be over in a moment: PostgreSQL is away, or starts."""
    cause = error.__cause__ if isinstance(error, Silent) else error
    return cause is not None and lost(cause) and getattr(cause, "sqlite_errorcode", None) is None


def _give_up(settings: Settings, error: Exception) -> NoReturn:
    if isinstance(error, StorageError):
        opening.fail(str(error))
    if isinstance(error, OSError):
        opening.fail(f"FARO_DATA: {settings.data} cannot be used ({error.strerror}).")
    if lost(error):
        opening.fail(f"FARO_DATABASE_URL: the database takes nothing ({type(error).__name__}).")
    raise error


def _stop_signals() -> asyncio.Event:
    """Set at the first SIGINT or SIGTERM; a second one ends the process at once."""
    stopping, loop = asyncio.Event(), asyncio.get_running_loop()

    def told() -> None:
        if stopping.is_set():
            os._exit(1)
        stopping.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, told)
    return stopping


async def _run(house: House, engine: Engine, settings: Settings, stopping: asyncio.Event) -> None:
    """All parts side by side. One that dies takes the process with it: a supervisor restarts it, and nothing is lost."""
    async with asyncio.TaskGroup() as tasks:
        working = tasks.create_task(engine.run(), name="engine")
        parts = [tasks.create_task(part.run(), name=part.name) for part in house.parts]
        learning = tasks.create_task(_learn_and_watch(engine, settings, stopping), name="learn")
        await stopping.wait()
        learning.cancel()
        for part in house.parts:
            part.stop()
        await asyncio.wait(parts, timeout=10) if parts else None
        await engine.stop()
        await working


async def _learn_and_watch(engine: Engine, settings: Settings, stopping: asyncio.Event) -> None:
    """First learn, then watch the files: arrays of the first content must not reach its successor."""
    reload = Reload(engine, lambda library: learned(library, settings))
    on_terminal = os.isatty(0)

    def told() -> None:
        # A closed terminal sends the same signal as an editor who wants content to be read anew.
        closed = on_terminal and not os.isatty(0)
        (stopping if closed else reload.asked).set()

    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, told)
    await _learn_or_say(engine, settings)
    await reload.run()


async def _learn_or_say(engine: Engine, settings: Settings) -> None:
    """Without the learned arrays Faro goes on: phrases notice danger, rapidfuzz finds near matches."""
    try:
        await learn(engine, settings)
    except Exception as error:
        log.error("learn_failed fault=%s", type(error).__name__, exc_info=True)
        out.print("Learning failed; Faro goes on with phrases and near matches. See `python bot.py build`.", style="bold red")


async def learn(engine: Engine, settings: Settings) -> None:
    """Load the learned arrays; where they are absent build them, and serve with phrases and rapidfuzz meanwhile."""

    def early(library: Library) -> None:
        engine.library = library
        out.print("Ready: understands free questions.")

    engine.library = await learned(engine.library, settings, early)
    if engine.library.learned is not None and engine.library.learned.mode == "encoder":
        out.print("The sentence encoder has joined.")


def _address(settings: Settings, house: House) -> str:
    """Where the web page is, also where a free port was asked for."""
    port = next((part.port for part in house.parts if hasattr(part, "port")), settings.port)
    return settings.public_url or f"http://{settings.host}:{port}"


async def _way_in(settings: Settings, engine: Engine, address: str) -> str:
    """The one-time link of an admin. That nobody is one is no reason not to start: whoever is registered answers all the same.

    Where others reach the page, what is printed here ends in a log that others read: then no link stands in it.
    """
    if (settings.public_url or settings.host not in LOCAL) and not sys.stdout.isatty():
        return f"{address}/staff  (a link that opens once: `python bot.py staff link NUMBER`, or /console in Telegram)"
    try:
        token = await engine.doors.link(await engine.doors.local_staff())
    except LookupError:
        return "nobody registered is an admin; `python bot.py staff add NAME --role admin` makes one, then start again."
    except Exception as error:
        if not lost(error):
            raise
        # A start on a full disk: nothing can be stored yet, and everything that waits will be when there is room.
        return "the database takes nothing now (is the disk full?); later `python bot.py staff link NUMBER` makes a link."
    return f"{address}/staff/enter?token={token}  (opens once, within 15 minutes)"


async def _announce(settings: Settings, library: Library, engine: Engine, address: str) -> None:
    """What runs where, who runs it, and the one-time link to the console."""
    out.print(f"Web chat:      {address}/")
    out.print(f"Staff console: {await _way_in(settings, engine, address)}")
    if settings.telegram_token is None:
        out.print("Telegram:      not connected; set FARO_TELEGRAM_TOKEN to connect a bot.")
    else:
        way = "by webhook" if settings.webhook_url else "by long polling"
        group = "alerts go to the staff group" if settings.staff_chat else "no staff group (FARO_STAFF_CHAT)"
        out.print(f"Telegram:      connected {way}; {group}.")
    if library.operator.sample:
        out.print(
            "Nobody runs this Faro yet: content/operator.yaml is the sample, and users are told that no person reads here.",
            style="bold yellow",
        )
    missing.tell(out, library, await engine.view(views.gaps))
    unread = sum(wording.review == "needed" for wording in library.wordings.values())
    if unread and settings.telegram_token is not None:
        out.print(
            f"{unread} texts were not yet read by a native speaker or a local lawyer; docs/editors.md tells how.", style="yellow"
        )
