"""The command line, run as a person runs it: settings that are wrong, rows that are bad, a start and a clean stop."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from faro.settings import SettingsError, read

ROOT = Path(__file__).resolve().parents[1]


def bot(*arguments: str, folder: Path, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """`python bot.py ...` with only these settings, its data in `folder`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FARO_")}
    given = kept | {"FARO_DATA": str(folder), "COLUMNS": "200"} | settings
    command = [sys.executable, str(ROOT / "bot.py"), *arguments]
    return subprocess.run(command, cwd=folder, env=given, input=stdin, capture_output=True, text=True, timeout=240, check=False)


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ({"FARO_PORT": "99999"}, "FARO_PORT"),
        ({"FARO_TELEGRAM_TOKEN": "abc"}, "FARO_TELEGRAM_TOKEN"),
        ({"FARO_WEBHOOK_URL": "https://faro.example.org", "FARO_TELEGRAM_TOKEN": "1:a"}, "FARO_WEBHOOK_SECRET"),
        ({"FARO_STAFF_CHAT": "-100"}, "FARO_TELEGRAM_TOKEN"),
        ({"FARO_STAFF_CHAT": "abc", "FARO_TELEGRAM_TOKEN": "1:a"}, "FARO_STAFF_CHAT"),
        ({"FARO_TELEGRAM_API": "127.0.0.1:8081"}, "FARO_TELEGRAM_API"),
        ({"FARO_CONTENT": "/nope"}, "FARO_CONTENT"),
        ({"FARO_DATABASE_URL": "mysql://x"}, "FARO_DATABASE_URL"),
        ({"FARO_DATABASE_URL": "postgresql://u:p@h:port/x"}, "FARO_DATABASE_URL"),
        ({"FARO_KEY_FILE": "/nope/k"}, "FARO_KEY_FILE"),
    ],
)
def test_a_wrong_setting_is_one_sentence_naming_it(settings: dict[str, str], names: str, tmp_path: Path) -> None:
    """Whoever mistypes a setting reads its name and what is wrong, and nothing starts."""
    ended = bot("run", folder=tmp_path, **settings)
    assert ended.returncode == 2
    assert names in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("command", "names"),
    [(("check",), "FARO_CONTENT"), (("status",), "FARO_CONTENT"), (("check", "/nope"), "/nope"), (("status", "/nope"), "/nope")],
)
def test_a_folder_without_content_is_one_sentence(command: tuple[str, ...], names: str, tmp_path: Path) -> None:
    """Where a folder was mistyped, its setting or the folder is named, for every command that reads one."""
    ended = bot(*command, folder=tmp_path, FARO_CONTENT="/nowhere")
    assert ended.returncode == 2
    assert names in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1


def test_postgresql_without_its_driver_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sets the address before installing the extra reads how to install it."""
    monkeypatch.setattr("faro.settings.find_spec", lambda name: None)
    with pytest.raises(SettingsError, match=r"FARO_DATABASE_URL .*pip install"):
        read(database_url="postgresql://faro@localhost/faro")


def test_a_mistyped_key_file_makes_no_key_beside_a_database(tmp_path: Path) -> None:
    """A key is made for a new database alone, in a folder that is there; else one sentence, and nothing is written."""
    bot("staff", "add", "Ana", folder=tmp_path)
    there = (tmp_path / "faro.key").read_text()
    for wrong in (tmp_path / "nope" / "k", tmp_path / "k"):
        ended = bot("staff", "list", folder=tmp_path, FARO_KEY_FILE=str(wrong))
        assert ended.returncode == 2
        assert "FARO_KEY_FILE" in ended.stderr
        assert len(ended.stderr.strip().splitlines()) == 1
        assert not wrong.exists()
        assert not wrong.parent.exists() or wrong.parent == tmp_path
    assert (tmp_path / "faro.key").read_text() == there
    assert "Ana" in bot("staff", "list", folder=tmp_path).stdout


def test_the_imitation_of_telegram_without_its_extra_is_one_sentence(tmp_path: Path) -> None:
    """Who starts it by hand reads what to install."""
    (tmp_path / "aiogram.py").write_text("raise ModuleNotFoundError(name='aiogram')")
    given = os.environ | {"PYTHONPATH": f"{tmp_path}:{ROOT}"}
    command = [sys.executable, "-m", "tests.telegram_server"]
    ended = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert "[test]" in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1


def test_what_is_wrong_with_a_new_member_of_staff_is_said(tmp_path: Path) -> None:
    """A language that nobody here speaks, an empty name: refused, each in its own sentence."""
    ended = bot("staff", "add", "Ana", "--language", "xx", folder=tmp_path)
    assert (ended.returncode, "xx is none of es" in ended.stderr) == (2, True)
    ended = bot("staff", "add", " ", folder=tmp_path)
    assert (ended.returncode, ended.stderr.strip()) == (2, "The name is empty.")


def test_a_key_that_is_none_stops_the_start_and_is_not_overwritten(tmp_path: Path) -> None:
    """A broken key file is told by its setting's name; its bytes stay as they are."""
    key = tmp_path / "faro.key"
    key.write_text("not a key")
    ended = bot("database", "upgrade", folder=tmp_path)
    assert ended.returncode == 2
    assert "FARO_KEY_FILE" in ended.stderr
    assert key.read_text() == "not a key"


def test_help_reads_like_documentation(tmp_path: Path) -> None:
    """--help names every command with a sentence."""
    ended = bot("--help", folder=tmp_path)
    assert ended.returncode == 0
    for command in ("run", "chat", "classify", "check", "build", "database", "staff", "explain", "asks", "evaluate"):
        assert command in ended.stdout


def test_staff_are_added_listed_and_removed(tmp_path: Path) -> None:
    """Somebody registered can be seen and taken away again."""
    assert "number 1" in bot("staff", "add", "Ana", "--telegram", "5", "--role", "coordinator", folder=tmp_path).stdout
    assert "Ana" in bot("staff", "list", folder=tmp_path).stdout
    assert bot("staff", "remove", "1", folder=tmp_path).returncode == 0
    assert "Nobody" in bot("staff", "list", folder=tmp_path).stdout
    assert bot("staff", "remove", "7", folder=tmp_path).returncode == 2


def test_it_starts_answers_and_stops_cleanly(tmp_path: Path) -> None:
    """Without any setting it says where it runs and who runs it, and SIGTERM ends it with status 0."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FARO_")}
    given = kept | {"FARO_DATA": str(tmp_path), "FARO_PORT": "0", "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
    child = subprocess.Popen([sys.executable, str(ROOT / "bot.py")], env=given, cwd=tmp_path, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    lines = [child.stdout.readline() for _ in range(4)]
    child.send_signal(signal.SIGTERM)
    rest, _ = child.communicate(timeout=120)
    assert "Web chat:" in lines[0]
    assert "/staff/enter?token=" in lines[1]
    assert "sample" in "".join(lines)
    assert "stopped" in rest
    assert child.returncode == 0
    for name in ("faro.key", "faro.db"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600, name


def test_a_log_of_a_public_faro_holds_no_way_in(tmp_path: Path) -> None:
    """Where others reach the page, the start tells how to get a link, and `staff link` prints it to whoever asks for it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FARO_")}
    public = {"FARO_DATA": str(tmp_path), "FARO_PORT": "0", "FARO_PUBLIC_URL": "https://faro.example.org"}
    given = kept | public | {"PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
    child = subprocess.Popen([sys.executable, str(ROOT / "bot.py")], env=given, cwd=tmp_path, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    lines = [child.stdout.readline() for _ in range(2)]
    child.send_signal(signal.SIGTERM)
    child.communicate(timeout=120)
    assert "token=" not in "".join(lines)
    assert "staff link" in lines[1]
    bot("staff", "add", "Ana", folder=tmp_path)
    assert "/staff/enter?token=" in bot("staff", "link", "1", folder=tmp_path).stdout
    assert bot("staff", "link", "7", folder=tmp_path).returncode == 2


def test_it_starts_also_when_nobody_registered_is_an_admin(tmp_path: Path) -> None:
    """Whoever registers a responder before the first start (as docs/running.md shows) gets a running Faro and a sentence, no traceback."""
    bot("staff", "add", "Ana", "--telegram", "5", folder=tmp_path)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FARO_")}
    given = kept | {"FARO_DATA": str(tmp_path), "FARO_PORT": "0", "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
    child = subprocess.Popen([sys.executable, str(ROOT / "bot.py")], env=given, cwd=tmp_path, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    lines = [child.stdout.readline() for _ in range(2)]
    child.send_signal(signal.SIGTERM)
    child.communicate(timeout=120)
    assert "nobody registered is an admin" in lines[1]
    assert child.returncode == 0


@pytest.fixture(scope="module")
def few_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small content folder, so that `classify` learns in seconds."""
    import shutil

    root = tmp_path_factory.mktemp("content")
    shutil.copytree(ROOT / "locales", root / "locales")
    shutil.copytree(ROOT / "content", root / "content", ignore=shutil.ignore_patterns("asks", "not_danger"))
    for language in ("es", "en"):
        (root / "content" / "asks" / language).mkdir(parents=True)
        for source in sorted((ROOT / "content" / "asks" / language).glob("*.txt"))[:40]:
            shutil.copy(source, root / "content" / "asks" / language)
    (root / "content" / "risks" / "not_danger").mkdir()
    shutil.copy(ROOT / "content/risks/not_danger/es.lucia.txt", root / "content/risks/not_danger")
    return root


def test_classify_reports_bad_rows_and_goes_on(few_words: Path, tmp_path: Path) -> None:
    """A bad row is told with its number on standard error, the others are answered, and the status is 1."""
    rows = '{"id": "a", "text": "me quiero morir"}\n{"id": "b"}\nhola\n{"id": "d", "text": ""}\n{broken\n'
    ended = bot("classify", "-", folder=tmp_path, stdin=rows, FARO_CONTENT=str(few_words), FARO_ENCODER="false")
    out = [json.loads(line) for line in ended.stdout.splitlines()]
    assert ended.returncode == 1
    assert [row["id"] for row in out] == ["a", 3, "d"]
    assert out[0]["risk"]["category"] == "self_harm"
    assert out[2] | {"id": "d"} == out[2]
    assert (out[2]["language"], out[2]["decision"], out[2]["risk"]) == ("und", "unknown", None)
    assert "line 2" in ended.stderr
    assert "line 5" in ended.stderr
    assert set(out[0]) == {
        "id", "language", "language_confidence", "decision", "topic", "confidence", "candidates", "risk", "wants_person", "place", "who",
    }  # fmt: skip
