"""What storage refuses, and why.

StorageError
 +-- KeyUnusable     the key file is missing, broken, or not the one that sealed this database
 +-- InUse           another process holds this SQLite file
 +-- Silent          the database does not answer
 +-- SchemaTooNew    a newer Faro has written this database
"""

from sqlalchemy.exc import DBAPIError, PendingRollbackError


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


GONE = ("08", "25", "40", "53", "57")
"""Classes of PostgreSQL's faults that no statement of ours is to blame for: connection, aborted transaction, others quicker, too full, shut down."""


def lost(error: BaseException) -> bool:
    """Whether the database went away in the middle (a restart, a broken line): nothing was wrong with what was being stored."""
    if isinstance(error, OSError | PendingRollbackError):
        return True
    sqlstate = str(getattr(getattr(error, "orig", None), "sqlstate", "") or "")
    return isinstance(error, DBAPIError) and (error.connection_invalidated or sqlstate.startswith(GONE))
