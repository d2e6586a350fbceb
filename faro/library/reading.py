"""Files become entries: YAML and line files read safely, every mistake collected with its file, entry and line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from faro.library.entries import Entry
from faro.library.problems import Problem, line_of

LARGEST = 2_000_000
"""Bytes of the largest content file that is read; a larger one is a mistake or an attack."""

DEEPEST = 20
"""Nesting of YAML that is accepted."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
E_ = TypeVar("E_", bound=Entry)


@dataclass
class Reader:
    """Reads below `root` and remembers what was wrong."""

    root: Path
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, path: Path, id: str, text: str, *, rule: str = "schema", needle: str | None = None) -> None:
        """Note one mistake."""
        line = line_of(path, needle or id) if (needle or id) else 0
        self.problems.append(Problem(self.name(path), line, id, text, rule))

    def name(self, path: Path) -> str:
        """The file as a person names it: relative to the project."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def yaml(self, path: Path) -> Any:
        """The parsed file, or None with the mistake noted."""
        try:
            if path.stat().st_size > LARGEST:
                self.wrong(path, "", f"larger than {LARGEST} bytes")
                return None
            text = path.read_text("utf-8")
            self._refuse_bombs(path, text)
            return yaml.load(text, Loader=_Loader)  # noqa: S506 - the C twin of SafeLoader
        except _Refused:
            return None
        except (yaml.YAMLError, UnicodeDecodeError, OSError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            what = getattr(error, "problem", None) or str(error)
            self.problems.append(Problem(self.name(path), mark.line + 1 if mark else 0, "", f"cannot be read: {what}"))
            return None

    def entry(self, kind: type[E_], data: Any, path: Path, id: str) -> E_ | None:
        """One checked entry, or None with every mistake noted."""
        if data is None:
            if not any(problem.file == self.name(path) for problem in self.problems):
                self.wrong(path, id, "is empty")
            return None
        try:
            return kind.model_validate(data)
        except ValidationError as error:
            for fault in error.errors():
                where = ".".join(str(part) for part in fault["loc"])
                self.wrong(path, id, f"{where}: {fault['msg']}", needle=str(fault["loc"][0]) if fault["loc"] and not id else id)
            return None

    def listed(self, kind: type[E_], path: Path, key: str, **more: Any) -> Iterator[E_]:
        """The entries under `key` of a file that holds a list; `more` is added to each (the country of the file's name)."""
        data = self.yaml(path)
        rows = data.get(key) if isinstance(data, dict) else None
        if not isinstance(rows, list):
            if data is not None:
                self.wrong(path, "", f"must hold a list under '{key}:'")
            return
        for number, row in enumerate(rows, 1):
            if not isinstance(row, dict):
                self.wrong(path, "", f"entry {number} is not a mapping")
                continue
            entry = self.entry(kind, more | row, path, str(row.get("id", number)))
            if entry is not None:
                yield entry

    def lines(self, path: Path) -> Iterator[tuple[int, str]]:
        """Numbered lines that are neither empty nor a head line (`#`)."""
        try:
            text = path.read_text("utf-8")
        except (UnicodeDecodeError, OSError) as error:
            self.wrong(path, "", f"cannot be read: {error}")
            return
        for number, line in enumerate(text.splitlines(), 1):
            line = line.strip()
            if line and not line.startswith("#"):
                yield number, line

    def _refuse_bombs(self, path: Path, text: str) -> None:
        """Aliases multiply (a few bytes can become gigabytes) and deep nesting exhausts the stack: neither is needed here."""
        depth = 0
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.AliasEvent):
                self.problems.append(Problem(self.name(path), _line(event), "", "aliases (*name) are not allowed"))
                raise _Refused
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEEPEST:
                self.problems.append(Problem(self.name(path), _line(event), "", f"nested deeper than {DEEPEST}"))
                raise _Refused


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


class _Refused(Exception):
    """The file was refused and the reason noted."""
