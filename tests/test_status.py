"""What editors are shown of the content is true: its figures, its page, the schemas for their programs, and how a revision is raised."""

import json
import re
import shutil
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from bot import app
from faro.assistant import answers
from faro.assistant.reply import LIMIT
from faro.commands import schemas, status, status_page
from faro.commands.coverage import Coverage, Knowledge, coverage, known
from faro.commands.revision import NoTopic, bump
from faro.library import Library
from faro.library.entries import COUNTRIES, LANGUAGES
from faro.library.library import PROJECT

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def figures(sample_library: Library) -> Coverage:
    """The figures of the content as shipped."""
    return coverage(sample_library, TODAY)


def run(*arguments: str) -> tuple[int, str]:
    """A command as a person runs it: exit status, and what it printed."""
    ended = CliRunner().invoke(app, list(arguments))
    return ended.exit_code, ended.stdout


def test_json_holds_topics_countries_and_what_expires() -> None:
    """`status --json` prints one object of the promised form, and nothing else."""
    code, printed = run("status", "--json")
    told = json.loads(printed)
    assert code == 0
    assert list(told) == ["topics", "countries", "readability", "expires"]
    assert set(told["topics"]["rights.lawyer"]["es"]) == {"characters", "review", "asks"}
    assert set(told["countries"]) == set(COUNTRIES)
    assert len(told["expires"]) == 20


def test_each_language_reads_as_easily_as_wished(figures: Coverage) -> None:
    """By the formula of each language that has one, the middle text is for a child of twelve; the others say that none is known."""
    read = figures.reading
    assert (read["en"].middle or 99) <= 6
    assert all((read[language].middle or 0) >= 70 for language in ("es", "pt", "fr"))
    assert all(read[language].formula is None and read[language].middle is None for language in ("ht", "ar"))
    assert all(10 * each.over < 2 * each.sentences for each in read.values())


def test_characters_are_those_of_the_longest_message_as_sent(sample_library: Library, figures: Coverage) -> None:
    """Contacts, notes and filled-in numbers count, in the country where they make the message longest."""
    sent = [answers.topic(sample_library, "detention.can_they", "es", country, TODAY).text for country in (None, *COUNTRIES)]
    assert figures.topics["detention.can_they"]["es"].characters == max(map(len, sent))
    assert all(cell.characters <= LIMIT for cells in figures.topics.values() for cell in cells.values())


def test_each_topic_counts_once_in_each_country(figures: Coverage) -> None:
    """Known, international only and unknown add up to all topics that hold for a country."""
    for country in COUNTRIES:
        assert sum(figures.counted(country).values()) == len(figures.knowledge)
    assert not any(id.startswith("bot.") for id in figures.knowledge)


def test_words_that_are_missing_are_not_counted_as_words(sample_library: Library) -> None:
    """A topic without words in a language has no figures there, and stands among what is missing."""
    words = {key: wording for key, wording in sample_library.wordings.items() if key != ("es", "rights.lawyer")}
    found = coverage(replace(sample_library, wordings=words), TODAY)
    assert "es" not in found.topics["rights.lawyer"]
    assert ("es", "words: rights.lawyer") in found.uncovered
    assert found.languages["es"].words == len(sample_library.topics) - 1


def test_a_fact_past_its_date_makes_a_country_unknown_again(sample_library: Library) -> None:
    """When the facts of a country have passed their date, only what holds everywhere is known there."""
    topic = "detention.can_they"
    assert known(sample_library, topic, "MX", TODAY) is Knowledge.KNOWN
    past = {"check_again_on": TODAY - timedelta(days=1)}
    facts = {id: f.model_copy(update=past if f.country == "MX" else {}) for id, f in sample_library.facts.items()}
    assert known(replace(sample_library, facts=facts), topic, "MX", TODAY) is Knowledge.INTERNATIONAL


def test_what_expires_next_stands_first(figures: Coverage) -> None:
    """The list begins with the nearest day."""
    days = [expiry.days for expiry in figures.expires]
    assert days == sorted(days)


def test_tables_name_every_language_country_and_topic(figures: Coverage) -> None:
    """The terminal shows a row for each language, country and topic."""
    shown = [str(cell) for table in status.tables(figures) for cell in table.columns[0].cells]
    assert {*LANGUAGES, *COUNTRIES, *figures.knowledge} <= set(shown)


class Page(HTMLParser):
    """Counts what a browser would draw or ask for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.squares, self.asked = 0, list[str]()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.squares += tag == "rect"
        self.asked += [name for name, _ in attrs if name in ("src", "href", "xlink:href")]


def test_the_page_draws_a_square_for_each_topic_and_asks_for_nothing(figures: Coverage, tmp_path: Path) -> None:
    """`status --html` writes one page with a picture that loads nothing from elsewhere."""
    file = tmp_path / "status.html"
    code, printed = run("status", "--html", str(file))
    text = file.read_text("utf-8")
    page = Page(text)
    assert (code, printed) == (0, "")
    assert page.squares == len(figures.topics) * len(LANGUAGES) + len(figures.knowledge) * len(COUNTRIES)
    assert page.asked == []
    assert not re.search(r"url\(|@import|<script", text)


def test_the_page_shows_an_owner_s_name_as_text(figures: Coverage) -> None:
    """What editors typed cannot become part of the page's markup."""
    assert "<b>Ana" not in status_page.page(replace(figures, owners={"MX": "<b>Ana"}))


def test_schemas_are_up_to_date() -> None:
    """content/schemas holds what the models say; `python bot.py check --schemas` makes it anew."""
    folder = PROJECT / "content" / "schemas"
    assert {path.name for path in folder.iterdir()} == set(schemas.made())
    for name, text in schemas.made().items():
        assert json.loads((folder / name).read_text("utf-8")) == json.loads(text), name


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("topic", "topics/rights.lawyer.yaml"),
        ("wording", "words/es/rights.lawyer.yaml"),
        ("facts", "topics/facts/MX.yaml"),
        ("contacts", "contacts/MX.yaml"),
        ("protocol", "protocols/child_alone.yaml"),
        ("operator", "operator.yaml"),
    ],
)
def test_a_schema_knows_the_keys_that_files_use(schema: str, file: str) -> None:
    """No key of a good file is marked as a mistake, and none that the schema wants is missing."""
    rules = json.loads(schemas.made()[f"{schema}.schema.json"])
    data = yaml.safe_load((PROJECT / "content" / file).read_text("utf-8"))
    rows = [data]
    if schema in schemas.LISTED:
        rows, rules = data[schema], rules["$defs"][schemas.LISTED[schema].__name__]
    for row in rows:
        assert set(row) <= set(rules["properties"])
        assert set(rules["required"]) <= set(row)


def test_bump_changes_one_line_only(tmp_path: Path) -> None:
    """Raising a revision leaves every other byte of the file as it was."""
    folder = tmp_path / "content" / "topics"
    folder.mkdir(parents=True)
    file = Path(shutil.copy(PROJECT / "content/topics/rights.lawyer.yaml", folder))
    before = file.read_bytes().splitlines(keepends=True)
    code, printed = run("check", str(tmp_path), "--bump", "rights.lawyer")
    after = file.read_bytes().splitlines(keepends=True)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [(b"revision: 1\n", b"revision: 2\n")]
    assert code == 0
    assert "revision 2" in printed


def test_bump_keeps_line_endings_and_remarks_and_adds_a_missing_line(tmp_path: Path) -> None:
    """A file from another system keeps its line ends and an editor's remark; without the line a topic is at revision 1."""
    folder = tmp_path / "content" / "topics"
    folder.mkdir(parents=True)
    file = folder / "a.b.yaml"
    file.write_bytes(b"id: a.b\r\nrevision: 9 # law of May\r\n")
    assert bump(tmp_path, "a.b") == 10
    assert file.read_bytes() == b"id: a.b\r\nrevision: 10 # law of May\r\n"
    file.write_bytes(b"id: a.b\r\nhurts: false\r\n")
    assert bump(tmp_path, "a.b") == 2
    assert file.read_bytes() == b"id: a.b\r\nrevision: 2\r\nhurts: false\r\n"


@pytest.mark.parametrize("topic", ["no.topic", "../operator", "facts/MX", ""])
def test_bump_of_what_is_no_topic_is_refused(topic: str, tmp_path: Path) -> None:
    """Only files of topics can be raised."""
    with pytest.raises(NoTopic):
        bump(tmp_path, topic)


def test_words_of_a_raised_topic_show_as_old(sample_library: Library) -> None:
    """After a bump every language's words of this topic are marked."""
    raised = sample_library.topics["rights.lawyer"].model_copy(update={"revision": 99})
    found = coverage(replace(sample_library, topics={**sample_library.topics, raised.id: raised}), TODAY)
    assert all(cell.stale for cell in found.topics["rights.lawyer"].values())
    assert found.languages["es"].stale == 1
