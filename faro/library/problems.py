"""What is wrong in `content/` and `locales/`: each problem names its file, its entry and, where known, its line."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake, told so that an editor can mend it. `file` is relative to the project. `warning`: does not stop a start."""

    file: str
    line: int
    id: str
    text: str
    rule: str = "schema"
    warning: bool = False

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where} [{self.id}] {self.text}" if self.id else f"{where} {self.text}"


class ContentError(Exception):
    """Content that cannot be used. Holds every problem found, not only the first; nothing of it is taken."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        head = f"{len(problems)} problem(s) in content:"
        super().__init__("\n".join([head, *(f"  {problem}" for problem in self.problems[:20])]))


def line_of(path: Path, needle: str) -> int:
    """The first line (counted from 1) that holds `needle`, or 0. A needle between line ends is a whole line."""
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return 0
    return next((number for number, line in enumerate(lines, 1) if needle in line or needle == f"\n{line.strip()}\n"), 0)
