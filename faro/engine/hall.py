"""What all moving parts share: the store, the words, the channels, the clock, the staff group, and the wake-up calls."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from faro.engine.channels import Channel
from faro.engine.moment import Moment
from faro.engine.signal import Signal
from faro.library import Library
from faro.storage import Store


@dataclass
class Hall:
    """One process. `library` may be replaced at any time. `arrived`: something to work on; `posted`: something to send; `changed`: either."""

    store: Store
    library: Library
    channels: dict[str, Channel]
    clock: Callable[[], datetime]
    room: tuple[str, str] | None = None
    console: str | None = None
    """The address of the console, for sign-in links."""
    arrived: Signal = field(default_factory=Signal)
    alarmed: Signal = field(default_factory=Signal)
    """What arrived holds a phrase of danger."""
    posted: Signal = field(default_factory=Signal)
    changed: Signal = field(default_factory=Signal)

    def moment(self, db: Connection, cause: str) -> Moment:
        """The present moment of a transaction, because of this cause."""
        return Moment(db, self.store.seal, self.library, self.clock(), cause, self.room, console=self.console)

    def wake(self) -> None:
        """Something was committed that may have to be sent."""
        self.posted.set()
        self.changed.set()
