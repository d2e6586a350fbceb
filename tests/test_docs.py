"""The docs are true: settings, rights, commands and links stand there as they are in the code."""

import re
from pathlib import Path

import pytest

from faro.assistant import rights
from faro.assistant.desk import Verb
from faro.engine import staff_commands
from faro.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def test_the_table_of_rights_is_the_rules_themselves() -> None:
    """docs/staff.md shows exactly what `assistant.rights` allows."""
    text = (ROOT / "docs" / "staff.md").read_text("utf-8")
    shown = text.split("<!-- rights -->")[1].split("<!-- end of rights -->")[0].strip()
    assert shown == rights.table()


def test_no_act_of_staff_is_missing_on_telegram() -> None:
    """docs/staff.md has a line for each act, a way to it on both surfaces, and the buttons and commands that it names are real ones."""
    text = (ROOT / "docs" / "staff.md").read_text("utf-8")
    table = text.split("<!-- surfaces -->")[1].split("<!-- end of surfaces -->")[0].strip().splitlines()[2:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    assert {row[0].strip("`") for row in rows if row[0].startswith("`")} == set(Verb)
    assert all(console and telegram for _, console, telegram in rows)
    assert [row[0] for row in rows if row[2].startswith("none") and row[0].startswith("`")] == []
    labels = {value for file in ("desk", "console") for value in _english(file)}
    for _, console, telegram in rows:
        assert set(re.findall(r"\*([^*]+)\*", console + telegram)) <= labels
        assert set(re.findall(r"`/(\w+)`", telegram)) <= set(staff_commands.NAMES)


def _english(file: str) -> list[str]:
    lines = (ROOT / "locales" / "en" / f"{file}.ftl").read_text("utf-8").splitlines()
    return [line.partition(" = ")[2] for line in lines]


def test_every_setting_is_documented() -> None:
    """docs/running.md names each FARO_ setting, and none that does not exist."""
    text = (ROOT / "docs" / "running.md").read_text("utf-8")
    shown = set(re.findall(r"`(FARO_[A-Z_]+)`", text))
    real = {f"FARO_{name.upper()}" for name in Settings.model_fields}
    assert shown == real


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_links_between_docs_lead_somewhere(path: Path) -> None:
    """Each relative link in a document points to a file that exists."""
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text("utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_tests_that_the_threats_name_exist() -> None:
    """docs/threats.md promises a test for each measure: each is there."""
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (ROOT / "docs" / "threats.md").read_text("utf-8"))
    assert len(named) > 20
    for file, name in named:
        assert not name or f"def {name}(" in (ROOT / file).read_text("utf-8"), f"{file}::{name}"


def test_nothing_names_a_machine() -> None:
    """No document or piece of code holds a path of somebody's machine or the host of a package index."""
    for path in [*DOCS, *(ROOT / "faro").rglob("*.py"), *(ROOT / "handlers").rglob("*.py"), ROOT / "pyproject.toml"]:
        text = path.read_text("utf-8")
        assert not re.search(r"/(home|root|work)/[a-z]", text), path.name
        assert "pythonhosted" not in text, path.name


def test_every_topic_that_answers_the_source_documents_exists() -> None:
    """docs/sources.md points to topics, facts and kinds of danger that are there."""
    text = (ROOT / "docs" / "sources.md").read_text("utf-8")
    topics = {path.stem for path in (ROOT / "content" / "topics").glob("*.yaml")}
    facts = "".join(path.read_text("utf-8") for path in (ROOT / "content" / "topics" / "facts").glob("*.yaml"))
    named = set(re.findall(r"`([a-z]+\.[a-z_0-9]+)`", text))
    assert named <= topics
    for fact in re.findall(r"`([a-z]{2}-[a-z]+(?:-\d+)?)`", text):
        assert f"id: {fact}\n" in facts or fact == "xx-iomhubs"
    for danger in re.findall(r"staff: (?:steps of )?`([a-z_]+)`", text):
        assert danger == "ask_first" or (ROOT / "content" / "protocols" / f"{danger}.yaml").is_file()
