"""What is remembered: tables, the seal, and the domain's verbs by subject.

Verbs are plain functions of a connection; `await store.transaction(fn)` runs as many of them as belong together.
"""

from faro.storage.seal import Seal
from faro.storage.store import Store

__all__ = ["Seal", "Store"]
