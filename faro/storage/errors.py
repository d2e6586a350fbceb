"""What storage refuses, and why.

StorageError
 +-- KeyUnusable     the key file is missing, broken, or not the one that sealed this database
 +-- InUse           another process holds this SQLite file
 +-- Silent          the database does not answer
 +-- SchemaTooNew    a newer Faro has written this database
"""

import sqlite3

from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as NoConnectionFree


class StorageError(Exception):
    """Storage cannot be used as it is; the message is one sentence for the operator."""


class KeyUnusable(StorageError):
    """The key cannot be used."""


class InUse(StorageError):
    """Another process works on this SQLite file."""


class Silent(StorageError):
    """Nobody answers at the database's address, or not to us."""


class SchemaTooNew(StorageError):
    """The database was written by a newer Faro."""


GONE = ("08", "25", "40", "53", "55P03", "57", "58")
"""PostgreSQL's faults that no statement of ours is to blame for: connection, aborted or read-only transaction, others quicker, too full,
a lock that somebody keeps, shut down, disk."""

BROKEN = {
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL,
}  # fmt: skip
"""SQLite's: somebody else writes, the disk is full, broken or may not be written to."""


def lost(error: BaseException) -> bool:
    """Whether the database is away, full or broken: nothing was wrong with what was being stored."""
    if isinstance(error, OSError | PendingRollbackError | NoConnectionFree):
        return True
    if not isinstance(error, DBAPIError):
        return type(error).__module__.partition(".")[0] == "asyncpg"  # as it comes when no connection can be made
    sqlstate = str(getattr(error.orig, "sqlstate", "") or "")
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    return error.connection_invalidated or sqlstate.startswith(GONE) or code in BROKEN
