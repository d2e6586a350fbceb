"""`python bot.py places`, run as an editor runs it: out, in, bad rows, and the list of what is on hold."""

import json
import shutil
from pathlib import Path

import pytest

from .test_commands import ROOT, bot


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of content and locales that may be changed."""
    folder = tmp_path / "own"
    for name in ("content", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def files(content: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((content / "content" / "places").iterdir())}


def test_a_table_out_and_in_changes_nothing(content: Path, tmp_path: Path) -> None:
    """An editor who saves the table unchanged changes no byte of the content."""
    table, before = tmp_path / "places.csv", files(content)
    assert bot("places", "export", str(table), folder=tmp_path, FARO_CONTENT=str(content)).returncode == 0
    taken = bot("places", "import", str(table), folder=tmp_path, FARO_CONTENT=str(content))
    assert taken.returncode == 0, taken.stdout + taken.stderr
    assert files(content) == before


def test_bad_rows_are_all_told_and_nothing_changes_unless_the_good_are_kept(content: Path, tmp_path: Path) -> None:
    """Two bad rows, two reasons; then --keep-good takes the rest."""
    table, before = tmp_path / "places.csv", files(content)
    bot("places", "export", str(table), "--country", "SV", folder=tmp_path, FARO_CONTENT=str(content))
    head, row = table.read_text("utf-8-sig").splitlines()[:2]
    name = row.split(",")[4]
    rows = [
        row.replace(name, "Casa Nueva"),
        row.replace("America/El_Salvador", "America/Nowhere"),
        row.replace("sv-casa", "xx-casa"),
    ]
    table.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    refused = bot("places", "import", str(table), folder=tmp_path, FARO_CONTENT=str(content))
    assert refused.returncode == 1
    assert "row 2 (sv-casa): timezone: no such time zone" in refused.stdout
    assert "row 3 (xx-casa): id: must begin with sv-" in refused.stdout
    assert "Nothing was changed" in refused.stdout
    assert files(content) == before
    kept = bot("places", "import", str(table), "--keep-good", folder=tmp_path, FARO_CONTENT=str(content))
    assert "1 places were taken, 2 rows were left out" in kept.stdout
    changed = {name for name, text in files(content).items() if text != before[name]}
    assert changed == {"SV.yaml"}
    assert b"Casa Nueva" in files(content)["SV.yaml"]


def test_a_file_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    """Absent, no JSON, no list: status 2, no traceback."""
    broken = tmp_path / "broken.json"
    for text in (None, "{", '{"a": 1}', "[" * 100_000):
        if text is not None:
            broken.write_text(text)
        ended = bot("places", "import", str(broken), folder=tmp_path)
        assert ended.returncode == 2
        assert "Traceback" not in ended.stderr


def test_the_export_is_a_list_of_services(tmp_path: Path) -> None:
    """HSDS on standard output, nothing else beside it."""
    ended = bot("places", "export", folder=tmp_path)
    services = json.loads(ended.stdout)
    assert len(services) > 70
    assert all(service["organization"]["name"] for service in services)


def test_nothing_is_on_hold_at_first(tmp_path: Path) -> None:
    """The list says so, and what is not on hold cannot be released."""
    assert "no place is on hold" in bot("places", "held", folder=tmp_path).stdout
    ended = bot("places", "release", "mx-la72", folder=tmp_path)
    assert ended.returncode == 2
    assert "mx-la72 is not on hold" in ended.stderr
