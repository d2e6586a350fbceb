"""Folding and cutting of what people type."""

import time

import pytest

from faro.library.text import LONGEST, clauses, expanded, fold, windows


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("¡¡Ayúdenmeee!!", "ayudenmee"),
        ("  ¿Dónde   duermo?\n", "donde duermo"),
        ("l’école", "l'ecole"),
        ("'hola'", "hola"),
        ("أُريد المُساعدةَ", "اريد المساعده"),
        ("١٧ سنة", "17 سنه"),
        ("ＡＢＣ", "abc"),
        ("नमस्ते", "नमस्ते"),
        ("🙏🙏", ""),
        ("", ""),
    ],
)
def test_the_same_thing_looks_the_same(typed: str, folded: str) -> None:
    """Case, accents, signs, drawn-out letters and kinds of Arabic letters and digits make no difference."""
    assert fold(typed) == folded


def test_folding_twice_changes_nothing(library) -> None:  # type: ignore[no-untyped-def]
    """What is folded stays as it is."""
    for ask in library.asks[::200]:
        assert fold(fold(ask.text)) == fold(ask.text)


@pytest.mark.parametrize("piece", ["a", "\u0301", "😱", "\ufdfa", "aá", "' ", "ab "])
def test_a_hostile_text_costs_no_more_a_character_than_a_short_one(piece: str) -> None:
    """Folding is linear: 4,096 characters cost at most some hundred times forty of them."""

    def cost(text: str) -> float:
        begun = time.perf_counter()
        for _ in range(5):
            fold(text)
        return (time.perf_counter() - begun) / 5

    short, long = (piece * 40)[:40], (piece * 4096)[:4096]
    fold(short)
    assert cost(long) < max(1000 * cost(short), 0.05)


def test_abbreviations_are_written_out() -> None:
    """Only whole words are replaced."""
    assert expanded("xq no xqx", {"xq": "por que"}) == "por que no xqx"


def test_sentences_are_parted_at_their_signs() -> None:
    """Question marks of every script part sentences, and nothing is lost."""
    assert list(clauses("¿Dónde duermo? y la escuela\nأين؟ fin")) == ["Dónde duermo", "y la escuela", "أين", "fin"]


@pytest.mark.parametrize("text", ["palabra " * 400, "x" * 3000, "corto", "a b " * 700])
def test_windows_cover_all_of_a_long_text(text: str) -> None:
    """Every stretch of forty characters stands whole in some window, so nothing hides between two."""
    found = list(windows(text, 220, 150))
    assert all(len(window) <= 220 for window in found)
    assert text.startswith(found[0])
    assert text.endswith(found[-1])
    assert all(any(text[start : start + 40] in window for window in found) for start in range(0, len(text) - 40, 7))
    assert LONGEST > 220
