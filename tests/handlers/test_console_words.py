"""What the console says in words: no code of ours stands on a page that people read."""

import ast
import re
from pathlib import Path

import pytest

from faro.assistant.institution import State
from faro.assistant.labels import LABELS, label
from faro.library import Library
from handlers.console_words import Words
from tests.conftest import NOON

ROOT = Path(__file__).resolve().parents[2]
WRITE = {"audit", "_audited", "_stored", "_told", "note", "lost", "write"}
VERB = re.compile(r"[a-z_]+\.[a-z_]+")


def written() -> set[str]:
    """Every dotted verb that is written into the audit."""
    found = {f"institution.{state}" for state in State if state not in (State.ASKED, State.REFUSED)}
    for path in (*(ROOT / "faro").rglob("*.py"), *(ROOT / "handlers").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
            name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else name
            named = isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id == "verb" for one in node.targets)
            if name in WRITE or named:
                inside = (one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str))
                found |= {value for value in inside if VERB.fullmatch(value)}
    return found


def test_every_verb_of_the_audit_has_words(library: Library) -> None:
    """In each language of the console."""
    verbs = written()
    assert len(verbs) > 60
    for language in ("es", "en", "pt"):
        words = Words(library, language, NOON)
        assert [verb for verb in sorted(verbs) if words.event(verb) == verb] == []


@pytest.mark.parametrize("language", ["es", "en", "pt"])
def test_every_pressed_button_has_a_label(library: Library, language: str) -> None:
    """Also one of a message that is long gone; nothing is shown as it travels."""
    for payload in (
        *LABELS,
        "risk:yes:self_harm:high",
        "menu:rights",
        "menu:x",
        "country:MX",
        "language:ht",
        "share:yes:3",
        "x:y",
    ):
        said = label(library, language, payload)
        assert said
        assert said != payload
    assert label(library, "es", "write:not_now") == "Ahora no"


def test_a_country_is_shown_by_its_name(library: Library) -> None:
    """Also one for which there are no answers."""
    assert Words(library, "es", NOON).country("EC") == "Ecuador"
