"""Where an entry stands, so that each problem names file and line."""

from pathlib import Path

from faro.library.entries import Contact, Fact, Place
from faro.library.library import Library
from faro.library.problems import Problem, line_of

FOLDERS = {Contact: "content/contacts", Fact: "content/topics/facts", Place: "content/places"}


def at(library: Library, file: str, id: str, text: str, *, needle: str | None = None, warning: bool = False) -> Problem:
    """A problem in this file, with the line on which `needle` (else the id) stands."""
    line = line_of(library.root / file, needle or id)
    return Problem(file, line, id, text, warning=warning)


def entry(library: Library, found: Contact | Fact | Place, text: str, *, warning: bool = False) -> Problem:
    """A problem of an entry of a list by country."""
    file = f"{FOLDERS[type(found)]}/{found.country}.yaml"
    return at(library, file, found.id, text, needle=f"id: {found.id}", warning=warning)


def words(library: Library, language: str, topic: str, text: str, *, needle: str = "topic:", warning: bool = False) -> Problem:
    """A problem of a topic's words."""
    return at(library, f"content/words/{language}/{topic}.yaml", topic, text, needle=needle, warning=warning)


def topic(library: Library, id: str, text: str, *, needle: str = "id:", warning: bool = False) -> Problem:
    """A problem of a topic."""
    return at(library, f"content/topics/{id}.yaml", id, text, needle=needle, warning=warning)


def ask_files(library: Library, language: str, topic_id: str) -> list[Path]:
    """The files that hold the ways of asking of a topic."""
    return sorted((library.root / "content" / "asks" / language).glob(f"{topic_id}*.txt"))
