"""Encryption at rest: what is sealed opens only with the key, only in its column, and keys can be changed."""

import base64
import secrets
import stat
from pathlib import Path

import pytest

from faro.storage import Seal, Store
from faro.storage.errors import KeyUnusable


def key_file(path: Path, *numbers: int, keys: dict[int, bytes]) -> Path:
    path.write_text("".join(f"{number}:{base64.b64encode(keys[number]).decode()}\n" for number in numbers))
    return path


def test_what_is_sealed_opens_again() -> None:
    """Any text comes back as it was; nothing of it stands in the bytes."""
    seal = Seal.fresh()
    for text in ("", "hola", "مرحبا", "🌊" * 500, "half \ud83d"):
        sealed = seal.close("talk.words", text)
        assert sealed is not None
        assert seal.open("talk.words", sealed) == text
        assert b"hola" not in sealed
    assert seal.close("talk.words", None) is None


def test_the_same_text_is_never_sealed_alike() -> None:
    """Equal words cannot be recognised in the file."""
    seal = Seal.fresh()
    assert seal.close("talk.words", "hola") != seal.close("talk.words", "hola")


def test_a_value_moved_to_another_column_does_not_open() -> None:
    """Sealed bytes are bound to their column."""
    seal = Seal.fresh()
    with pytest.raises(KeyUnusable):
        seal.open("audit.detail", seal.close("talk.words", "hola"))


def test_changed_bytes_do_not_open() -> None:
    """Tampering is noticed."""
    seal = Seal.fresh()
    sealed = bytearray(seal.close("talk.words", "hola") or b"")
    sealed[-1] ^= 1
    with pytest.raises(KeyUnusable):
        seal.open("talk.words", bytes(sealed))


def test_the_key_file_is_made_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    """Made with mode 0600 at the first start, read at the next."""
    path = tmp_path / "data" / "faro.key"
    first = Seal.from_file(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Seal.from_file(path).open("c.c", first.close("c.c", "hola")) == "hola"


async def test_a_key_is_made_for_a_new_database_alone(tmp_path: Path) -> None:
    """Beside one that was sealed before a missing file stays missing; of two that begin at once the first one's key counts."""
    url, path = f"sqlite:///{tmp_path / 'faro.db'}", tmp_path / "faro.key"
    first, second = Seal.at(path), Seal.at(path)
    assert not path.exists()
    await (await Store.open(url, first)).close()
    store = await Store.open(url, second)
    assert store.seal.open("c.c", first.close("c.c", "hola")) == "hola"
    await store.close()
    with pytest.raises(KeyUnusable, match="No key was made"):
        await Store.open(url, Seal.at(tmp_path / "mistyped"))
    assert not (tmp_path / "mistyped").exists()


@pytest.mark.parametrize("content", ["", "nonsense", "1:short", "1:####", "one:" + "A" * 44])
def test_a_broken_key_file_is_a_clear_error_and_never_overwritten(tmp_path: Path, content: str) -> None:
    """The sentence names the setting; the file stays as it was."""
    path = tmp_path / "faro.key"
    path.write_text(content)
    with pytest.raises(KeyUnusable, match="FARO_KEY_FILE"):
        Seal.from_file(path)
    assert path.read_text() == content


def test_after_a_rotation_old_and_new_open_and_chats_are_still_found(tmp_path: Path) -> None:
    """A new line at the top seals from now on; the old line opens what was sealed before."""
    keys = {1: secrets.token_bytes(32), 2: secrets.token_bytes(32)}
    before = Seal.from_file(key_file(tmp_path / "a", 1, keys=keys))
    after = Seal.from_file(key_file(tmp_path / "b", 2, 1, keys=keys))
    sealed = before.close("c.c", "hola")
    assert after.open("c.c", sealed) == "hola"
    assert after.stale(sealed)
    assert not after.stale(after.close("c.c", "hola"))
    assert after.chat_key("telegram", "1") == before.chat_key("telegram", "1")
    with pytest.raises(KeyUnusable):
        before.open("c.c", after.close("c.c", "hola"))


def test_a_start_that_dies_leaves_no_half_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is killed, or finds no room, while the key is written leaves none; the next start makes it."""

    def breaks(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", breaks)
    with pytest.raises(OSError, match="No space"):
        Seal.from_file(tmp_path / "faro.key")
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []
    assert Seal.from_file(tmp_path / "faro.key").current == 1


async def test_a_database_does_not_open_with_another_key(tmp_path: Path) -> None:
    """A lost key file is told at the start, in one sentence, before anything is written with the wrong key."""
    url = f"sqlite:///{tmp_path / 'faro.db'}"
    await (await Store.open(url, Seal.fresh())).close()
    with pytest.raises(KeyUnusable, match="FARO_KEY_FILE"):
        await Store.open(url, Seal.fresh())


async def test_a_database_whose_oldest_key_is_gone_does_not_open(tmp_path: Path) -> None:
    """Chats are found by the oldest key for ever: a file without it would make strangers of everybody."""
    url = f"sqlite:///{tmp_path / 'faro.db'}"
    keys = {1: secrets.token_bytes(32), 2: secrets.token_bytes(32)}
    await (await Store.open(url, Seal({1: keys[1]}, 1))).close()
    await (await Store.open(url, Seal(keys, 2))).close()
    with pytest.raises(KeyUnusable):
        await Store.open(url, Seal({2: keys[2]}, 2))
