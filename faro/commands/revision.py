"""Raising a topic's revision: its words in every language then count as written from an older one, until somebody reads them again."""

import re
from pathlib import Path

ID = re.compile(r"[a-z]+\.[a-z0-9_]+")
LINE = re.compile(rb"^(revision:[ \t]*)(\d+)", re.MULTILINE)
FIRST_LINE = re.compile(rb"^id:.*?(\r?\n)", re.MULTILINE)


class NoTopic(Exception):
    """No file of a topic has this id, or it cannot be raised; the message is one sentence."""


def bump(root: Path, topic: str) -> int:
    """Raise `revision` in the topic's file by one; the new one. Nothing else in the file changes. Raises NoTopic, OSError."""
    path = root / "content" / "topics" / f"{topic}.yaml"
    if not ID.fullmatch(topic) or not path.is_file():
        raise NoTopic(f"{topic} is not a topic: there is no content/topics/{topic}.yaml.")
    before = path.read_bytes()
    found = LINE.search(before)
    revision = (int(found[2]) if found else 1) + 1
    path.write_bytes(_raised(before, found, revision, path.name))
    return revision


def _raised(before: bytes, found: re.Match[bytes] | None, revision: int, name: str) -> bytes:
    """A file without the line is at revision 1; the line then comes below its id."""
    if found is not None:
        return before[: found.start(2)] + str(revision).encode() + before[found.end(2) :]
    head = FIRST_LINE.search(before)
    if head is None:
        raise NoTopic(f"{name} has no line 'revision:' and no line 'id:'.")
    return before[: head.end()] + b"revision: " + str(revision).encode() + head[1] + before[head.end() :]
