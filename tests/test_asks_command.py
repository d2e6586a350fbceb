"""`python bot.py asks`, run as an editor runs it, on a few lines: what is noticed, what a new line would change, and what is written."""

import asyncio
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from faro.library import open_library, overlap
from faro.library.overlap import Kind
from faro.storage import Seal, Store, questions

from .test_commands import ROOT, bot

LINES = {
    "es/detention.find_someone.ana": (
        "agarraron a mi primo y no se a donde lo llevaron",
        "agarraron a mi prima y no se a donde la llevaron",
        "como busco a mi tio detenido en otra ciudad",
        "me ayudan a escribir una carta",
        "en que oficina pregunto por un detenido",
    ),
    "es/family.find_relative.ana": (
        "perdi contacto con mi hermana en el camino",
        "perdí contacto con mi hermana en el camino!!",
        "mi mama no contesta desde hace meses",
        "mi mama no contesta el telefono desde hace meses",
    ),
    "es/education.school.ana": ("puedo ir a la escuela sin papeles", "me ayudan a escribir una carta para la escuela"),
    "en/education.school.ana": ("can i go to school",),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Content with a handful of ways of asking."""
    root = tmp_path_factory.mktemp("few")
    shutil.copytree(ROOT / "locales", root / "locales")
    shutil.copytree(ROOT / "content", root / "content", ignore=shutil.ignore_patterns("asks", "places", "not_danger"))
    for name, lines in LINES.items():
        path = root / "content" / "asks" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# writer: ana\n# date: 2026-11-30\n# region: Honduras\n" + "\n".join(lines) + "\n", "utf-8")
    return root


@pytest.fixture
def content(small: Path, tmp_path: Path) -> Path:
    """A copy whose ways of asking may be changed."""
    root = tmp_path / "own"
    root.mkdir()
    (root / "locales").symlink_to(small / "locales")
    shutil.copytree(small / "content", root / "content")
    return root


def asks(content: Path, *arguments: str) -> str:
    """What the command prints, when it ends with status 0."""
    ended = bot("asks", *arguments, folder=content.parent, FARO_CONTENT=str(content))
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def found(root: Path) -> list[overlap.Found]:
    library = open_library(root, strict=False)
    lines = [one for one in overlap.placed(library) if one.ask.language == "es"]
    return overlap.compared(overlap.table(library, lines))


def test_every_line_knows_where_it_stands(small: Path) -> None:
    """The file and line told of a way of asking are the ones where an editor finds it; its number is the library's."""
    library = open_library(small, strict=False)
    placed = overlap.placed(library)
    assert tuple(one.ask for one in placed) == library.asks
    assert [one.number for one in placed] == list(range(len(library.asks)))
    for one in placed:
        assert (small / one.file).read_text("utf-8").splitlines()[one.line - 1] == one.ask.text


def test_no_line_is_compared_with_itself_and_every_pair_is_told_once(small: Path) -> None:
    """Two lines that say the same are one finding, and nothing is its own twin."""
    same = [one for one in found(small) if one.kind is Kind.SAME]
    assert all(one.line.number != one.other.number for one in same)
    assert all(one.line.ask.topic == one.other.ask.topic for one in same)
    assert len({frozenset((one.line.number, one.other.number)) for one in same}) == len(same) == 3


def test_a_line_in_the_wrong_topic_is_the_worst_stray(small: Path) -> None:
    """What lies nearer to another topic than to its own is told with both figures, the widest gap first."""
    strays = [one for one in found(small) if one.kind is Kind.STRAY]
    assert strays[0].line.ask.text == "me ayudan a escribir una carta"
    assert strays[0].other.ask.topic == "education.school"
    assert strays[0].figure > strays[0].own
    assert [one.weight for one in strays] == sorted((one.weight for one in strays), reverse=True)


def test_of_twins_one_stays() -> None:
    """Lines that may go can all go together: each has a twin that is kept."""
    near = {0: {1: 1.0, 2: 1.0}, 1: {0: 1.0, 2: 1.0}, 2: {0: 1.0, 1: 1.0}}
    spare = list(overlap._spare(near))
    assert {at for at, _, _ in spare} == {1, 2}
    assert {to for _, to, _ in spare} & {0}


def test_a_line_that_another_leans_on_is_kept() -> None:
    """A line stays although it has a twin, when a third line has no other neighbour."""
    assert not list(overlap._spare({0: {1: 0.9, 2: 0.6}, 1: {0: 0.9, 3: 0.6}, 2: {0: 0.6}, 3: {1: 0.6}}))
    assert [at for at, _, _ in overlap._spare({0: {1: 0.9}, 1: {0: 0.9, 3: 0.6}, 3: {1: 0.6}})] == [0]


def test_the_list_names_file_line_and_figure(content: Path) -> None:
    """An editor reads where both lines stand and how near they are; --most and --topic shorten the list; status 0."""
    told = asks(content, "es")
    assert "es: 11 lines compared by letters and words" in told
    assert (
        "1.00 content/asks/es/family.find_relative.ana.txt:5 'perdí contacto con mi hermana en el camino!!' says the same as"
        in told
    )
    assert "content/asks/es/family.find_relative.ana.txt:4 'perdi contacto con mi hermana en el camino'" in told
    assert "changes nothing when it is removed" in told
    short = asks(content, "es", "--most", "1", "--topic", "family.find_relative")
    assert len([line for line in short.splitlines() if line.endswith("says the same as")]) == 1
    assert "and 1 more" in short
    assert "detention.find_someone\n" not in short
    assert "en: 1 lines" in asks(content)


def test_a_wrong_language_topic_or_writer_is_one_sentence(content: Path) -> None:
    """What cannot be is refused with status 2, and nothing is written."""
    before = written(content)
    for arguments in (
        ("xx",),
        ("es", "--topic", "no.topic"),
        ("--add", "no.topic", "hola", "--language", "es"),
        ("--add", "education.school", "¿¿!!", "--language", "es"),
        ("--add", "education.school", "# no es una linea", "--language", "es"),
        ("--add", "education.school", "una cosa", "--language", "es", "--write", "../x"),
    ):
        ended = bot("asks", *arguments, folder=content.parent, FARO_CONTENT=str(content))
        assert ended.returncode == 2, arguments
        assert len(ended.stderr.strip().splitlines()) == 1
    assert written(content) == before


def written(content: Path) -> dict[str, bytes]:
    folder = content / "content" / "asks"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_new_line_is_tried_without_being_written(content: Path) -> None:
    """The editor sees what it adds, what contradicts it and where it belongs; no file changes and no database is made."""
    before = written(content)
    told = asks(content, "--add", "family.find_relative", "como busco a mi tio detenido en otro pais", "--language", "es")
    assert "understood now:" in told
    assert "adds something" in told
    assert "lines of other topics are nearer than that" in told
    assert "detention.find_someone content/asks/es/detention.find_someone.ana.txt:6" in told
    assert "content/asks/es/family.find_relative.WRITER.txt" in told
    assert written(content) == before
    assert not (content.parent / "faro.db").exists()
    assert not (content.parent / "faro.key").exists()


def test_a_line_that_adds_nothing_is_told_so(content: Path) -> None:
    """What the topic says already teaches nothing."""
    told = asks(content, "--add", "family.find_relative", "mi mama no contesta el telefono hace meses", "--language", "es")
    assert "adds nothing" in told


def test_a_line_is_appended_once_with_the_right_head(content: Path) -> None:
    """A new file of a writer gets a head with today's date, a second line goes below, the same line never stands twice."""
    add = ("--add", "education.school", "mi hija puede estudiar aqui?", "--language", "es", "--write", "rosa", "--region", "Cuba")
    assert "education.school.rosa.txt:4" in asks(content, *add)
    assert "stands already" in asks(content, *add)
    again = ("--add", "education.school", "  MI HIJA   puede estudiar aquí ", "--language", "es", "--write", "ana")
    assert "stands already" in asks(content, *again)
    asks(content, "--add", "education.school", "me aceptan en la prepa", "--language", "es", "--write", "rosa")
    lines = (content / "content/asks/es/education.school.rosa.txt").read_text("utf-8").splitlines()
    assert lines[0] == "# writer: rosa"
    assert lines[1].startswith("# date: 20")
    assert lines[2:] == ["# region: Cuba", "mi hija puede estudiar aqui?", "me aceptan en la prepa"]
    assert len(written(content)) == len(LINES) + 1


def test_a_writer_s_region_is_taken_from_their_other_files(content: Path) -> None:
    """Who wrote before need not say again where they are from; a file without a last line end is no trap."""
    asks(content, "--add", "none", "quien gano el partido de anoche", "--language", "es", "--write", "ana")
    assert "# region: Honduras" in (content / "content/asks/es/none.ana.txt").read_text("utf-8")
    path = content / "content/asks/en/education.school.ana.txt"
    path.write_text(path.read_text("utf-8").rstrip("\n"), "utf-8")
    asks(content, "--add", "education.school", "do they take me without papers", "--language", "en", "--write", "ana")
    assert path.read_text("utf-8").endswith("can i go to school\ndo they take me without papers\n")


def test_a_line_that_check_would_refuse_is_not_written(content: Path) -> None:
    """The same words, or nearly the same letters, under another topic are told and not written."""
    before = written(content)
    for text in ("perdi contacto con mi hermana en el camino", "perdi contacto con mi hermano en el camino"):
        told = asks(content, "--add", "detention.find_someone", text, "--language", "es", "--write", "ana")
        assert "nothing is written" in told
    assert written(content) == before


def test_the_unanswered_questions_it_would_meet_are_shown(content: Path) -> None:
    """Questions kept for editors to which the new line would be the nearest are told; those of other languages are not."""

    async def keep() -> None:
        seal = Seal.from_file(content.parent / "faro.key")
        store = await Store.open(f"sqlite:///{content.parent / 'faro.db'}", seal)
        now = datetime(2026, 11, 30, tzinfo=UTC)
        for language, words in (("es", "donde hay clases de carpinteria"), ("es", "mi mama no contesta"), ("en", "carpinteria")):
            await store.transaction(
                lambda db, language=language, words=words: questions.unanswered(db, seal, words, now, language=language, near=())
            )
        await store.close()

    asyncio.run(keep())
    told = asks(content, "--add", "education.school", "hay clases de carpinteria", "--language", "es")
    assert "1 of 2 unanswered questions would have it as their nearest line" in told
    assert "'donde hay clases de carpinteria'" in told
    assert "'mi mama no contesta'" not in told
