"""Content changes while Faro runs: good content comes into force, bad content leaves everything as it was."""

import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from faro.commands.reload import Reload, meanwhile, newest
from faro.library import Library, open_library
from faro.library.everyday import Everyday
from faro.library.library import PROJECT
from faro.library.model import Learned

from .engine.house import House, build


class _Arrays:
    """Stands for learned arrays: a reload hands them on; all it asks of them is to be warm, and which words are everyday ones."""

    everyday = Everyday(frozenset(), frozenset(), "")

    def warm(self) -> None:
        """Nothing waits to be read."""


LEARNED = cast(Learned, _Arrays())


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A small copy of the content: much is missing, so that many mistakes of the kind "has no words" are in force already."""
    root = tmp_path_factory.mktemp("shipped")
    shutil.copytree(PROJECT / "locales", root / "locales")
    big = shutil.ignore_patterns("asks", "risks", "words", "gazetteer", "schemas")
    shutil.copytree(PROJECT / "content", root / "content", ignore=big)
    for language in ("es", "en"):
        (root / "content" / "words" / language).mkdir(parents=True)
        for path in (PROJECT / "content" / "words" / language).glob("rights.*.yaml"):
            shutil.copy(path, root / "content" / "words" / language)
    (root / "content" / "asks" / "es").mkdir(parents=True)
    (root / "content" / "asks" / "es" / "rights.lawyer.txt").write_text("necesito un abogado\n", "utf-8")
    return open_library(root)


@pytest.fixture
def root(shipped: Library, tmp_path: Path) -> Path:
    """A copy that one test may spoil."""
    return Path(shutil.copytree(shipped.root, tmp_path / "faro"))


@pytest.fixture
async def house(root: Path, shipped: Library, tmp_path: Path) -> AsyncIterator[House]:
    """A Faro that runs on the copy, with something learned."""
    made = await build(tmp_path / "faro.db", replace(shipped, root=root, learned=LEARNED))
    yield made
    await made.engine.store.close()


class School:
    """Teaches a library, or fails to; remembers whom it taught."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.taught: list[Library] = []
        self.fault = fault

    async def __call__(self, library: Library) -> Library:
        self.taught.append(library)
        if self.fault is not None:
            raise self.fault
        return library.with_learned(cast(Learned, "new"))


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Change a file as an editor does; its time moves on, also where a clock is coarse."""
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    later(root, path)


def later(root: Path, path: Path) -> None:
    """Give the file a time after every other one."""
    time = newest(root) + 1_000_000_000
    os.utime(path, ns=(time, time))


async def test_changed_words_come_into_force_and_what_was_learned_stays(house: House, root: Path) -> None:
    """An answer that was mended is sent from then on; ways of asking did not change, so nothing is learned again."""
    school = School()
    reload = Reload(house.engine, school)
    edit(root, "content/words/es/rights.lawyer.yaml", "answer: ", "answer: Claro que sí. ")
    assert await reload.look()
    assert house.engine.library.wordings["es", "rights.lawyer"].answer.startswith("Claro que sí.")
    assert house.engine.library.learned is LEARNED
    assert school.taught == []


async def test_nothing_is_read_when_nothing_changed(house: House) -> None:
    """A look at unchanged files leaves the library as it is, the very same one."""
    before = house.engine.library
    assert not await Reload(house.engine, School()).look()
    assert house.engine.library is before


async def test_whoever_asks_is_served_though_no_file_is_newer(house: House) -> None:
    """SIGHUP reads anew in any case (a file may have been put back with its old date), once."""
    before = house.engine.library
    reload = Reload(house.engine, School())
    reload.asked.set()
    assert await reload.look()
    assert house.engine.library is not before
    assert not await reload.look()


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("content/words/es/rights.lawyer.yaml", "answer:", "anwser:", "rights.lawyer"),
        ("content/words/es/rights.lawyer.yaml", "answer: ", "answer: Llama al 911. ", "a number stands"),
        ("content/topics/rights.guardian.yaml", "id: ", "id: [", "cannot be read"),
        ("locales/es/chat.ftl", "menu-rights = ", "menu-rights ", "Fluent"),
    ],
)
async def test_bad_content_is_refused_whole(
    house: House, root: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, told: str
) -> None:
    """One mistake anywhere: the old library stays in force, also where another file was mended, and one line says why."""
    before = house.engine.library
    reload = Reload(house.engine, School())
    edit(root, "content/words/en/rights.lawyer.yaml", "answer: ", "answer: Of course. ")
    edit(root, file, old, new)
    assert not await reload.look()
    assert house.engine.library is before
    lines = capsys.readouterr().out.strip().splitlines()
    assert len(lines) == 1
    assert told in lines[0]
    assert house.engine.content_refused
    assert told in house.engine.content_refused[2]
    assert not await reload.look()
    assert capsys.readouterr().out == ""


async def test_a_mended_file_is_taken_after_a_refusal(house: House, root: Path) -> None:
    """What was refused is read again as soon as somebody mends it."""
    file = "content/words/es/rights.lawyer.yaml"
    reload = Reload(house.engine, School())
    edit(root, file, "answer:", "anwser:")
    assert not await reload.look()
    edit(root, file, "anwser: ", "answer: Ya está bien. ")
    assert await reload.look()
    assert house.engine.content_refused is None
    assert house.engine.library.wordings["es", "rights.lawyer"].answer.startswith("Ya está bien.")


async def test_new_ways_of_asking_are_learned_again(house: House, root: Path) -> None:
    """When what is learned from has changed, the arrays of the old lines do not stay."""
    school = School()
    edit(root, "content/asks/es/rights.lawyer.txt", "necesito", "quiero")
    reload = Reload(house.engine, school)
    reload.asked.set()
    assert await reload.look()
    assert [ask.text for ask in school.taught[0].asks] == ["quiero un abogado"]
    assert cast(Any, house.engine.library.learned) == "new"


async def test_failed_learning_keeps_the_new_words_with_the_old_understanding(house: House, root: Path) -> None:
    """A number that was withdrawn is gone although learning failed, and questions are understood as before."""
    edit(root, "content/asks/es/rights.lawyer.txt", "necesito", "quiero")
    edit(root, "content/words/es/rights.lawyer.yaml", "answer: ", "answer: Claro que sí. ")
    reload = Reload(house.engine, School(RuntimeError("build failed")))
    reload.asked.set()
    assert await reload.look()
    now = house.engine.library
    assert now.learned is LEARNED
    assert [ask.text for ask in now.asks] == ["necesito un abogado"]
    assert now.wordings["es", "rights.lawyer"].answer.startswith("Claro que sí.")


def test_old_understanding_is_not_kept_for_a_topic_that_went(shipped: Library) -> None:
    """Arrays that could lead to a topic without an entry are given up at once."""
    old = shipped.with_learned(LEARNED)
    topics = {id: topic for id, topic in old.topics.items() if id != "rights.lawyer"}
    fresh = replace(old, topics=topics, asks=(), learned=None)
    assert meanwhile(fresh, old).learned is None


def test_a_deleted_file_is_noticed(root: Path) -> None:
    """A file that goes away changes its folder."""
    before = newest(root)
    path = root / "content" / "words" / "es" / "rights.lawyer.yaml"
    path.unlink()
    assert newest(root) > before


async def test_learning_that_failed_is_tried_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk was full when it was to learn: an hour later it tries again by itself, and not before."""
    house.engine.library = replace(house.engine.library, learned=None)
    taught: list[Library] = []

    async def teach(library: Library) -> Library:
        taught.append(library)
        return library.with_learned(LEARNED)

    reload = Reload(house.engine, teach)
    await reload.look()
    assert not taught
    monkeypatch.setattr("faro.commands.reload.LEARN_AGAIN", 0.0)
    await reload.look()
    assert len(taught) == 1
    assert house.engine.library.learned is LEARNED
