"""The shape of the house: who imports whom (DESIGN.md, "The path of a message is the map"), and where words may stand."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

MAY_IMPORT = {
    "faro/assistant": ("faro.assistant", "faro.library"),
    "faro/library": ("faro.library",),
    "faro/storage": ("faro.storage", "faro.assistant"),
    "faro/engine": ("faro.engine", "faro.assistant", "faro.library", "faro.storage"),
    "faro/commands": ("faro",),
    "handlers": ("handlers", "faro.assistant", "faro.library", "faro.engine", "faro.storage.views"),
}

NO_OUTSIDE = {
    "faro/assistant": {"asyncio", "socket", "sqlite3", "httpx", "telegram", "starlette", "sqlalchemy", "os", "pathlib", "time"}
}


def modules(room: str) -> list[Path]:
    return sorted(path for path in (ROOT / room).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Every module that a file imports, with `from package import module` counted as the module too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def ours(names: set[str]) -> set[str]:
    return {name for name in names if name.split(".")[0] in ("faro", "handlers", "bot")}


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_the_rooms_it_may(room: str) -> None:
    """No module reaches into a room that the table of DESIGN.md does not open to it."""
    allowed = MAY_IMPORT[room]
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(room)
        for name in ours(imported(path))
        if not any(name == room_name or name.startswith(room_name + ".") for room_name in allowed)
    ]
    assert wrong == []


@pytest.mark.parametrize("room", NO_OUTSIDE)
def test_the_middle_is_pure(room: str) -> None:
    """The assistant opens no file, socket or database, reads no clock and awaits nothing."""
    for path in modules(room):
        tree = ast.parse(path.read_text("utf-8"))
        outside = {name.split(".")[0] for name in imported(path)} & NO_OUTSIDE[room]
        assert not outside, f"{path.name} imports {outside}"
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.AsyncFunctionDef | ast.Await)], path.name
        clocks = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in ("now", "utcnow", "today")]
        assert not [c for c in clocks if isinstance(c.value, ast.Name) and c.value.id in ("datetime", "date")], (
            f"{path.name} reads a clock"
        )


def test_the_middle_s_words_stand_in_locales() -> None:
    """No sentence for people stands in code: no string literal has several accented letters."""
    for room in ("faro/assistant", "faro/engine", "handlers"):
        for path in modules(room):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and not node.value.isascii():
                    letters = [char for char in node.value if char.isalpha() and not char.isascii()]
                    table = len(letters) == len(node.value) or "\n" in node.value
                    assert table or len(letters) < 2, f"{path.name}: {node.value!r}"


def test_functions_are_short() -> None:
    """Nearly all functions fit on a screen: none has more than 60 lines, nineteen in twenty under 40."""
    lengths = {
        f"{path.relative_to(ROOT)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for room in ("faro", "handlers")
        for path in modules(room)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: length for name, length in lengths.items() if length > 60} == {}
    assert sum(length < 40 for length in lengths.values()) >= 0.95 * len(lengths)


def test_only_the_named_things_stand_at_the_top() -> None:
    """The top level holds what DESIGN.md names, and nothing else."""
    allowed = {
        "bot.py", "pyproject.toml", "README.md", "content", "handlers", "locales", "tests", "faro", "benchmarks", "docs",
        "LICENSE", "LICENSE-CONTENT", "CONTRIBUTING.md", "CHANGELOG.md", "constraints.txt", "Dockerfile", "compose.yaml",
    }  # fmt: skip
    names = {path.name for path in ROOT.iterdir()}
    tracked = {name for name in names if not name.startswith((".", "__")) and not name.endswith(".egg-info")}
    assert tracked - allowed - {"data", "venv", "build"} == set()
