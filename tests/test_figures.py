"""Figures of an evaluation: intervals, verdicts, and a page that needs nothing else."""

from collections import Counter

import pytest

from faro.commands import danger_figures
from faro.commands.figures import Figure, Report, shares


@pytest.mark.parametrize(("hits", "n", "low", "high"), [(50, 100, 0.404, 0.596), (0, 20, 0.0, 0.161), (20, 20, 0.839, 1.0)])
def test_the_interval_is_wilson_s(hits: int, n: int, low: float, high: float) -> None:
    """The 95 % interval agrees with the textbook, also at none and all."""
    assert Figure("x", "all", hits, n).interval == pytest.approx((low, high), abs=0.001)


def test_a_target_is_reached_within_or_missed() -> None:
    """A figure passes when the target lies in its interval; what must stay small is judged the other way round."""
    assert Figure("x", "all", 96, 100, 0.95).verdict == "reached"
    assert Figure("x", "all", 92, 100, 0.95).verdict == "within"
    assert Figure("x", "all", 50, 100, 0.95).verdict == "missed"
    assert Figure("x", "all", 2, 100, 0.05, at_most=True).verdict == "reached"
    assert Figure("x", "all", 40, 100, 0.05, at_most=True).verdict == "missed"


def test_groups_with_no_messages_are_left_out() -> None:
    """Only languages that were asked have a figure, and all of them together."""
    assert [figure.where for figure in shares("x", [("es", True), ("ht", False)])] == ["es", "ht ar", "all"]


def test_a_page_escapes_what_people_wrote() -> None:
    """Messages stand in the page as text, never as markup."""
    report = Report("t", [Figure("x", "all", 1, 2, 0.5)], Counter({("a.b", "c.d"): 2}), ["<script>alert(1)</script>"])
    page = report.page()
    assert "<script>" not in page
    assert "a.b" in page
    assert "most confused" in report.text()


def labelled(category: str | None, severity: str | None, lang: str = "es", text: str = "x") -> dict[str, object]:
    return {"category": category, "severity": severity, "lang": lang, "text": text, "alt_categories": []}


def given(category: str, severity: str, action: str) -> dict[str, object]:
    return {"category": category, "severity": severity, "action": action}


def test_the_worst_misses_come_first() -> None:
    """A critical one that was not noticed stands before a medium one, before false alarms; severities stand in a grid of their own."""
    found = danger_figures.report(
        [
            (labelled("self_harm", "medium", text="later"), None),
            (labelled("self_harm", "critical", text="first"), None),
            (labelled("self_harm", "critical", text="asked"), given("self_harm", "high", "ask")),
            (labelled(None, None, text="harmless"), given("self_harm", "high", "refer")),
        ]
    )
    assert [next(word for word in ("first", "later", "asked", "harmless") if word in miss) for miss in found.misses] == [
        "first", "later", "asked", "harmless",
    ]  # fmt: skip
    graded = found.grids[-1]
    assert graded.share("critical", "not noticed") == 0.5
    assert found.grids[0].share("self_harm", "es") == pytest.approx(1 / 3)
    assert "Severity" in found.page()
    assert "Severity" in found.text()
