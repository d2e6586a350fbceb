"""How the service fares, for `status`: whether it gives signs of life, what waits, what was put aside, which platform is away."""

from collections.abc import Iterator
from datetime import UTC, datetime

from rich.console import Console

from faro.commands import opening
from faro.commands.stored import with_store
from faro.storage import views
from faro.storage.views import Gauges

SILENT = 180.0
"""Seconds without a sign of life (there is one a minute) after which something is wrong."""


def look(out: Console) -> None:
    """What the database in use tells; nothing where none was made yet."""
    settings = opening.settings()
    if opening.has_database(settings):
        now = datetime.now(UTC)
        for words, bad in lines(with_store(lambda db, seal: views.gauges(db, seal, now=now))):
            out.print(words, style="bold red" if bad else None, markup=False)


def lines(found: Gauges) -> Iterator[tuple[str, bool]]:
    """Each line, and whether somebody should look."""
    age = found.heartbeat_age
    if age is None:
        yield "Faro has not run on this database yet.", False
    elif age > SILENT:
        yield f"! No sign of life for {age / 60:.0f} minutes: Faro does not run, or can store nothing (is the disk full?).", True
    else:
        yield f"Faro runs; its last sign of life is {age:.0f} seconds old.", False
    yield _waits("Deliveries", found.inbox_waiting, found.inbox_oldest, 30)
    yield _waits("Messages to be sent", found.outbox_waiting, found.outbox_oldest, 300)
    aside = found.inbox_parked + found.outbox_dead
    yield f"Put aside: {found.inbox_parked} parked, {found.outbox_dead} not sent; the console shows them.", aside > 0
    for name, since in found.away:
        yield f"! {name.title()} does not answer since {since:%Y-%m-%d %H:%M} UTC; what waits is sent when it is back.", True


def _waits(what: str, count: int, oldest: float, most: float) -> tuple[str, bool]:
    waiting = f"{what} that wait: {count}" + (f", the oldest for {oldest:.0f} seconds." if count else ".")
    return waiting, oldest > most
