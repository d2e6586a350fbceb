"""The database: SQLite by default, PostgreSQL by its address; the same statements on both."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Protocol, TypeVar

from sqlalchemy import Connection, make_url

from faro.storage import migrate, pulses
from faro.storage.errors import InUse, KeyUnusable, Silent, lost
from faro.storage.line import Between
from faro.storage.postgresql import Postgresql
from faro.storage.seal import Seal
from faro.storage.sqlite import Sqlite

T = TypeVar("T")


class Database(Protocol):
    """What both engines offer."""

    @property
    def line(self) -> Between: ...

    async def write(self, fn: Callable[[Connection], T], *, first: bool = False) -> T: ...

    async def read(self, fn: Callable[[Connection], T]) -> T: ...

    async def study(self, fn: Callable[[Connection], T]) -> T: ...

    async def close(self) -> None: ...


class Store:
    """An open database. `transaction` and `read` run a plain function of a connection; nothing else touches it.

    The function may run in another thread: it works with the connection and with immutable data, and wakes nobody.
    """

    def __init__(self, database: Database, seal: Seal) -> None:
        self._database = database
        self.seal = seal
        self.sqlite = isinstance(database, Sqlite)
        self.line = database.line
        self._stuck: float | None = None

    @classmethod
    async def open(cls, url: str, seal: Seal, *, upgrade: bool = True, alone: bool = True, by_itself: bool = False) -> "Store":
        """Open (and with `upgrade` migrate) the database at this SQLAlchemy address.

        `alone` refuses a second process on a SQLite file; a short command may work beside the service without it. `by_itself` refuses to
        open while any other process works, on PostgreSQL too.

        Raises KeyUnusable when another key sealed it, InUse when another process holds the SQLite file (or turns the keys of a
        PostgreSQL database), Silent when the database does not answer, SchemaTooNew when a newer Faro wrote it.
        """
        parsed = make_url(url)
        database: Database = Sqlite(parsed, alone=alone) if parsed.get_backend_name() == "sqlite" else Postgresql(parsed)
        try:
            await _knock(database)
            if alone:
                await _sit_down(database, by_itself)
            await database.write(migrate.bring_up if upgrade else migrate.refuse_newer)
            await database.write(lambda db: fits(db, seal))
        except BaseException:
            await database.close()
            raise
        return cls(database, seal)

    async def transaction(self, fn: Callable[[Connection], T], *, first: bool = False) -> T:
        """Run `fn` in one transaction: all of it is stored, or nothing. `first`: before others that wait, where there is one writer."""
        try:
            done = await self._database.write(fn, first=first)
        except Exception as error:
            if lost(error) and self._stuck is None:
                self._stuck = monotonic()
            raise
        self._stuck = None
        return done

    @property
    def stuck(self) -> timedelta | None:
        """For how long the database has taken nothing (away, full, not to be written to); None while all is well."""
        return None if self._stuck is None else timedelta(seconds=monotonic() - self._stuck)

    async def read(self, fn: Callable[[Connection], T]) -> T:
        """Run `fn`, which only reads, and little: it holds up everybody else where it opens thousands of rows."""
        return await self._database.read(fn)

    async def study(self, fn: Callable[[Connection], T]) -> T:
        """Run `fn`, which only reads, and may read much."""
        return await self._database.study(fn)

    async def close(self) -> None:
        """Let go of the database and of the lock."""
        await self._database.close()


async def _knock(database: Database) -> None:
    """The first statement: whatever the driver raises here means that nobody is at that address, or that we may not in."""
    try:
        await database.read(lambda db: db.exec_driver_sql("SELECT 1"))
    except Exception as error:
        raise Silent(f"FARO_DATABASE_URL: the database does not answer ({type(error).__name__}).") from error


async def _sit_down(database: Database, by_itself: bool) -> None:
    if by_itself:
        if not await database.line.hold(WORKING):
            raise InUse("Another Faro works on this database. Stop it first.")
    elif not await database.line.share(WORKING):
        raise InUse("The database is being moved, or its keys are turned. Start again when that is done.")


WORKING = "working"
"""The seat that every working process shares, and that a command which may not run beside them holds alone."""

KEY = "key"
"""The pulse that holds a sealed word and a keyed hash: both must come out the same with the key at hand."""


def fits(db: Connection, seal: Seal) -> None:
    """Raise KeyUnusable when this database was sealed with other keys; an empty one takes these, and only for it a key is made."""
    noted = pulses.detail(db, KEY)
    if noted is None:
        seal.keep()
        note_key(db, seal)
        return
    if not seal.found():
        raise KeyUnusable(f"FARO_KEY_FILE: {seal.file} is not there, and this database was sealed with a key. No key was made.")
    sealed_hex, known = noted.split(" ")
    if seal.open("pulse.detail", bytes.fromhex(sealed_hex)) != KEY or seal.hash(KEY, KEY).hex() != known:
        raise KeyUnusable("FARO_KEY_FILE: the oldest key of this database is missing from the file; old lines must stay.")


def note_key(db: Connection, seal: Seal) -> None:
    """The mark of the keys in use."""
    sealed = seal.close("pulse.detail", KEY) or b""
    pulses.beat(db, KEY, datetime.now(UTC), f"{sealed.hex()} {seal.hash(KEY, KEY).hex()}")
