"""Encryption at rest, and the keyed hash by which a chat is found.

Every column that can hold a person's words, name or place holds `version | key number | nonce | AES-256-GCM ciphertext`, bound to its
column by the associated data, so that a value moved to another column does not open. Keys stand in one file, newest first: a
rotation adds a line at the top; old lines stay until everything is sealed anew.
"""

import base64
import binascii
import hashlib
import hmac
import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from faro.storage.errors import KeyUnusable

VERSION = b"\x01"
NONCE = 12
"""Bytes of a nonce, the size that AES-GCM is specified for (NIST SP 800-38D)."""

KEY = 32
"""Bytes of a key: AES-256."""


@dataclass(frozen=True, repr=False)
class Seal:
    """The keys in use: `number -> key`, `current` seals, all of them open. The lowest number also makes the chat hashes, for ever.

    `file`: where they stand. A key that is not known here is looked for in it anew: they may have been turned meanwhile. `kept`: whether
    they stand there; one that does not is written when a new database takes it.
    """

    keys: dict[int, bytes]
    current: int
    file: Path | None = None
    kept: bool = True

    @classmethod
    def at(cls, path: Path) -> "Seal":
        """The keys of this file; where it is absent one for a database that has none yet (`keep`). Raises KeyUnusable."""
        return cls.from_file(path) if path.exists() else cls({1: secrets.token_bytes(KEY)}, 1, path, kept=False)

    def keep(self) -> None:
        """Write the key into its file, before anything is sealed with it; of two processes that begin at once the first one's counts."""
        if not self.kept and self.file is not None:
            if not self.file.exists():
                _create(self.file, self.keys[1])
            self.found()

    def found(self) -> bool:
        """Whether the keys stand in their file, now or since another process wrote it; then those are in use."""
        if not self.kept and self.file is not None and self.file.exists():
            keys = _read(self.file)
            self.keys.clear()
            self.keys.update(keys)
            object.__setattr__(self, "current", max(keys))
            object.__setattr__(self, "kept", True)
        return self.kept

    @classmethod
    def from_file(cls, path: Path) -> "Seal":
        """The keys of this file; made with mode 0600 when it is absent. Raises KeyUnusable; never overwrites."""
        if not path.exists():
            _create(path, secrets.token_bytes(KEY))
        keys = _read(path)
        return cls(keys, max(keys), path)

    def look(self) -> None:
        """Keys that were added to the file since then are in use from now on. A file that cannot be read changes nothing."""
        if self.file is None:
            return
        with suppress(KeyUnusable):
            self.keys.update(_read(self.file))
            object.__setattr__(self, "current", max(self.keys))

    @classmethod
    def fresh(cls) -> "Seal":
        """A key for a test or a passing conversation, kept nowhere."""
        return cls({1: secrets.token_bytes(KEY)}, 1)

    def close(self, column: str, plain: str | None) -> bytes | None:
        """Sealed bytes for this column (`table.column`); None stays None."""
        if plain is None:
            return None
        nonce = os.urandom(NONCE)
        head = VERSION + self.current.to_bytes(2, "big")
        sealed = AESGCM(self.keys[self.current]).encrypt(nonce, plain.encode("utf-8", "surrogatepass"), head + column.encode())
        return head + nonce + sealed

    def open(self, column: str, sealed: bytes | None) -> str | None:
        """What was sealed. Raises KeyUnusable when no key of ours opens it."""
        if sealed is None:
            return None
        head, nonce, body = sealed[:3], sealed[3 : 3 + NONCE], sealed[3 + NONCE :]
        number = int.from_bytes(head[1:], "big")
        if number not in self.keys and head[:1] == VERSION:
            self.look()
        key = self.keys.get(number)
        if head[:1] != VERSION or key is None:
            raise KeyUnusable("FARO_KEY_FILE: this database was sealed with a key that the file does not hold.")
        try:
            return AESGCM(key).decrypt(nonce, body, head + column.encode()).decode("utf-8", "surrogatepass")
        except InvalidTag as error:
            raise KeyUnusable("FARO_KEY_FILE: the key does not open this database.") from error

    def close_json(self, column: str, value: Any) -> bytes | None:
        """The same for anything JSON can hold."""
        return self.close(column, json.dumps(value, ensure_ascii=False, separators=(",", ":")))

    def open_json(self, column: str, sealed: bytes | None) -> Any:
        """The same for anything JSON can hold; None where nothing was sealed."""
        plain = self.open(column, sealed)
        return None if plain is None else json.loads(plain)

    def chat_key(self, channel: str, chat: str) -> bytes:
        """The keyed hash by which a chat is found; without the key nobody can tell whose it is."""
        return self.hash("chat", f"{channel}:{chat}")

    def hash(self, purpose: str, value: str) -> bytes:
        """HMAC-SHA256 under the first key ever made, so that a rotation finds what was there before."""
        return hmac.new(self.keys[min(self.keys)], f"{purpose}|{value}".encode(), hashlib.sha256).digest()

    def stale(self, sealed: bytes | None) -> bool:
        """Whether this was sealed with an older key than the current one."""
        return sealed is not None and int.from_bytes(sealed[1:3], "big") != self.current


def _read(path: Path) -> dict[int, bytes]:
    try:
        lines = [line.split(":", 1) for line in path.read_text("ascii").split()]
        keys = {int(number): base64.b64decode(key, validate=True) for number, key in lines}
    except (OSError, ValueError, binascii.Error) as error:
        raise KeyUnusable(f"FARO_KEY_FILE: {path} cannot be read as a key file ({type(error).__name__}).") from error
    if not keys or any(len(key) != KEY for key in keys.values()):
        raise KeyUnusable(f"FARO_KEY_FILE: {path} holds no usable key.")
    return keys


def _create(path: Path, key: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    line = f"1:{base64.b64encode(key).decode()}\n"
    # Written whole under another name first: who dies in the middle must not leave half a key, and of two the first one's counts.
    whole = path.with_name(f"{path.name}.{os.getpid()}-{secrets.token_hex(4)}")
    handle = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(whole, path)
    finally:
        whole.unlink()
