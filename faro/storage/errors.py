"""What storage refuses, and why.

StorageError
 +-- KeyUnusable     the key file is missing, broken, or not the one that sealed this database
 +-- InUse           another process holds this SQLite file
 +-- SchemaTooNew    a newer Faro has written this database
"""


class StorageError(Exception):
    """Storage cannot be used as it is; the message is one sentence for the operator."""


class KeyUnusable(StorageError):
    """The key cannot be used."""


class InUse(StorageError):
    """Another process works on this SQLite file."""


class SchemaTooNew(StorageError):
    """The database was written by a newer Faro."""
