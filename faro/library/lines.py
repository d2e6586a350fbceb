"""Line files: ways of asking, examples of danger, phrases. One thing a line, with a head of `# key: value` lines.

`asks/<lang>/<area>.<topic>[.<writer>].txt`, `asks/<lang>/none[.<writer>].txt`;
`risks/<category>/<lang>[.<writer>].txt` and `risks/<category>/phrases/<lang>.txt` under `[critical]`, `[high]`, `[medium]`;
`risks/not_danger/<lang>[.<writer>].txt`. In examples, ` / ` parts messages that were sent one after another. In phrases, `(a|b)` is either,
a line that begins with `?` is only asked about, and nothing may follow one that ends with a full stop.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from faro.library.entries import CATEGORIES, LANGUAGES
from faro.library.reading import Reader

SEVERITIES = ("critical", "high", "medium")
PARTS = " / "


@dataclass(frozen=True, slots=True)
class Ask:
    """One written way of asking. `topic` is "none" for messages outside the subject."""

    text: str
    language: str
    topic: str
    writer: str


@dataclass(frozen=True, slots=True)
class Example:
    """One written disclosure, or a harmless look-alike (`category` and `severity` None)."""

    parts: tuple[str, ...]
    language: str
    category: str | None
    severity: str | None
    writer: str

    @property
    def text(self) -> str:
        return "\n".join(self.parts)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A few words that by themselves almost surely mean danger; or, not `sure`, that are reason enough for a gentle question."""

    text: str
    language: str
    category: str
    severity: str
    sure: bool = True
    ends: bool = False
    """Nothing may follow: "I don't want to live" and not "... in this house"."""


def asks(reader: Reader, folder: Path, topics: frozenset[str]) -> Iterator[Ask]:
    """All ways of asking below `content/asks`. A file for an unknown topic or language is a mistake."""
    return (ask for _, _, ask in placed_asks(reader, folder, topics))


def placed_asks(reader: Reader, folder: Path, topics: frozenset[str]) -> Iterator[tuple[Path, int, Ask]]:
    """The same in the same order, each with its file and line."""
    for path in sorted(folder.glob("*/*.txt")):
        language, name = path.parent.name, path.stem.split(".")
        topic = "none" if name[0] == "none" else ".".join(name[:2])
        writer = ".".join(name[1:] if topic == "none" else name[2:]) or "team"
        if language not in LANGUAGES:
            reader.wrong(path, language, "is not a language with content")
        elif topic != "none" and topic not in topics:
            reader.wrong(path, topic, "is not a topic id", needle="#")
        else:
            for number, line in reader.lines(path):
                yield path, number, Ask(line, language, topic, writer)


def examples(reader: Reader, folder: Path) -> Iterator[Example]:
    """Disclosures of every category, then the harmless look-alikes."""
    for category in CATEGORIES:
        for path in sorted((folder / category).glob("*.txt")):
            for severity, line in _sections(reader, path, category):
                yield Example(tuple(line.split(PARTS)), _language(path), category, severity, _writer(path))
    for path in sorted((folder / "not_danger").glob("*.txt")):
        for _, line in reader.lines(path):
            yield Example(tuple(line.split(PARTS)), _language(path), None, None, _writer(path))


def phrases(reader: Reader, folder: Path) -> Iterator[Phrase]:
    """The phrases of every category."""
    for category in CATEGORIES:
        for path in sorted((folder / category / "phrases").glob("*.txt")):
            for severity, line in _sections(reader, path, category):
                text, sure = line.removeprefix(DOUBTFUL).removesuffix(END).strip(), not line.startswith(DOUBTFUL)
                if not groups(text):
                    reader.wrong(path, category, f"brackets are not closed: {line}", needle=line)
                yield Phrase(text, _language(path), category, severity, sure, line.endswith(END))


END = "."
"""After a phrase that nothing may follow."""

DOUBTFUL = "?"
"""Before a phrase that is only asked about."""


MOST_LEFT_OUT = 4
"""Choices of one line that may be empty."""


def groups(line: str) -> list[tuple[tuple[str, ...], ...]]:
    """A line as groups of choices, one after another; a line with empty choices stands for several. Nothing when it is broken.

    >>> groups("(me|nos) sigue un (carro|)")
    [(('me', 'nos'), ('sigue un',), ('carro',)), (('me', 'nos'), ('sigue un',))]
    """
    found: list[tuple[tuple[str, ...], ...]] = [()]
    rest, left_out = line, 0
    while rest:
        plain, opened, rest = rest.partition("(")
        inside, closed, rest = rest.partition(")")
        choices = tuple(choice.strip() for choice in inside.split("|"))
        left_out += "" in choices if opened else 0
        if ")" in plain or "(" in inside or bool(opened) != bool(closed) or left_out > MOST_LEFT_OUT:
            return []
        if plain.strip():
            found = [(*begun, (plain.strip(),)) for begun in found]
        if opened:
            kept = tuple(choice for choice in choices if choice)
            found = [(*begun, kept) for begun in found] + (found if "" in choices else [])
    return found


def spelled(line: str) -> Iterator[str]:
    """Some of the sentences that a line stands for: each choice of each group stands in one of them at least."""
    for form in groups(line):
        for number in range(max(map(len, form))):
            yield " ".join(choices[number % len(choices)] for choices in form)


def drills(reader: Reader, path: Path) -> Iterator[tuple[str, str]]:
    """`risks/drills.txt`: `language = text`, one a line."""
    for number, line in reader.lines(path) if path.is_file() else ():
        language, equals, text = (part.strip() for part in line.partition("="))
        if language in LANGUAGES and equals and text:
            yield language, text
        else:
            reader.wrong(path, line, f"line {number} must be 'language = text'")


def missing_phrases(folder: Path) -> Iterator[str]:
    """The files of phrases that are not there: one is needed for each category and language."""
    for category in CATEGORIES:
        for language in LANGUAGES:
            path = Path(category) / "phrases" / f"{language}.txt"
            if not (folder / path).is_file():
                yield path.as_posix()


def _sections(reader: Reader, path: Path, category: str) -> Iterator[tuple[str, str]]:
    severity = ""
    for number, line in reader.lines(path):
        if line.startswith("[") and line.endswith("]"):
            severity = line[1:-1]
            if severity not in SEVERITIES:
                reader.wrong(path, category, f"line {number}: [{severity}] is none of {', '.join(SEVERITIES)}", needle=line)
        elif severity in SEVERITIES:
            yield severity, line
        else:
            reader.wrong(path, category, f"line {number} stands under no severity", needle=line)


def _language(path: Path) -> str:
    return path.stem.split(".")[0]


def _writer(path: Path) -> str:
    return ".".join(path.stem.split(".")[1:]) or "team"
