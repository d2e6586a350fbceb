"""Figures of an evaluation: shares with their 95 % Wilson intervals beside their targets, confusions and misses; as text and as HTML."""

import html
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

GROUPS = {"es": ("es",), "en pt fr": ("en", "pt", "fr"), "ht ar": ("ht", "ar")}


def group(language: str) -> str:
    """The group of languages in which targets are set."""
    return next((name for name, members in GROUPS.items() if language in members), language)


@dataclass(frozen=True, slots=True)
class Figure:
    """`hits` of `n`; `target` is the share to reach, or not to pass when `at_most`."""

    name: str
    where: str
    hits: int
    n: int
    target: float | None = None
    at_most: bool = False

    @property
    def share(self) -> float:
        return self.hits / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % Wilson interval."""
        if not self.n:
            return 0.0, 1.0
        z, n, p = 1.96, self.n, self.share
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    @property
    def verdict(self) -> str:
        """`reached`, `within` (the target lies in the interval), `missed`, or nothing without a target."""
        if self.target is None or not self.n:
            return ""
        if self.share <= self.target if self.at_most else self.share >= self.target:
            return "reached"
        low, high = self.interval
        return "within" if low <= self.target <= high else "missed"

    def line(self) -> str:
        low, high = (f"{100 * bound:5.1f}" for bound in self.interval)
        aim = "" if self.target is None else f"  target {'<=' if self.at_most else '>='} {100 * self.target:g} %  {self.verdict}"
        return f"{self.name:<34} {self.where:<9} {100 * self.share:5.1f} %  [{low} - {high}]  n={self.n}{aim}"


@dataclass
class Grid:
    """Shares by two things, such as category and language. `low_is_good`: false alarms. `plain`: neither good nor bad, a confusion."""

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    low_is_good: bool = False
    plain: bool = False
    hits: Counter[tuple[str, str]] = field(default_factory=Counter)
    n: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, row: str, column: str, hit: bool) -> None:
        """One message more."""
        self.hits[row, column] += hit
        self.n[row, column] += 1

    def share(self, row: str, column: str) -> float | None:
        """The share in one field; None where nothing was asked."""
        return self.hits[row, column] / self.n[row, column] if self.n[row, column] else None

    def text(self) -> str:
        """For the terminal, in per cent."""
        out = [self.title, " " * 22 + "".join(f"{column:>13}" for column in self.columns)]
        for row in self.rows:
            fields = (self.share(row, column) for column in self.columns)
            out.append(f"{row:<22}" + "".join(f"{'' if s is None else f'{100 * s:.0f}':>13}" for s in fields))
        return "\n".join(out)

    def picture(self) -> str:
        """The same as coloured fields: the darker, the more is amiss (or, in a confusion, the more there are)."""
        wide, high, left, top = 96, 24, 170, 26
        out = [f'<text x="{left + wide * n + 6}" y="18">{html.escape(column)}</text>' for n, column in enumerate(self.columns)]
        for line, row in enumerate(self.rows):
            y = top + high * line
            out.append(f'<text x="0" y="{y + 17}">{html.escape(row)}</text>')
            out += [self._field(left + wide * n, y, row, column) for n, column in enumerate(self.columns)]
        side = f'width="{left + wide * len(self.columns)}" height="{top + high * len(self.rows) + 4}"'
        return f'<h2>{html.escape(self.title)}</h2><svg {side} font-size="12" role="img">{"".join(out)}</svg>'

    def _field(self, x: int, y: int, row: str, column: str) -> str:
        share = self.share(row, column)
        if share is None:
            return f'<rect x="{x}" y="{y}" width="92" height="21" fill="#f4f4f4"/>'
        amiss = share if self.low_is_good or self.plain else 1 - share
        colour = "#036" if self.plain else "#a30"
        strength = min(1.0, amiss if self.plain else amiss * 3)
        ink = "#fff" if strength > 0.6 else "#111"
        return (
            f'<rect x="{x}" y="{y}" width="92" height="21" fill="{colour}" fill-opacity="{strength:.2f}" stroke="#ccc"/>'
            f'<text x="{x + 6}" y="{y + 15}" fill="{ink}">{100 * share:.0f} % of {self.n[row, column]}</text>'
        )


@dataclass
class Report:
    """What one evaluation found."""

    title: str
    figures: list[Figure] = field(default_factory=list)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)

    def text(self, *, misses: int = 40) -> str:
        """For the terminal."""
        out = [self.title, *(figure.line() for figure in self.figures)]
        out += [f"\n{grid.text()}" for grid in self.grids]
        if self.confusions:
            out += ["", "most confused (wanted -> understood):"]
            out += [f"{times:4}  {wanted} -> {given}" for (wanted, given), times in self.confusions.most_common(15)]
        if self.misses:
            out += ["", f"misses ({len(self.misses)}):", *self.misses[:misses]]
        return "\n".join(out)

    def page(self) -> str:
        """The same with a picture, one file that needs nothing else."""
        rows = "".join(_row(figure) for figure in self.figures)
        listed = "".join(f"<li>{html.escape(miss)}</li>" for miss in self.misses)
        pictures = {"picture": confusion_picture(self.confusions), "grids": "".join(grid.picture() for grid in self.grids)}
        return _PAGE.format(title=html.escape(self.title), rows=rows, misses=listed, **pictures)


def _row(figure: Figure) -> str:
    low, high = figure.interval
    aim = "" if figure.target is None else f"{'≤' if figure.at_most else '≥'} {100 * figure.target:g} %"
    bar = (
        f'<svg width="200" height="12"><rect width="200" height="12" fill="#eee"/>'
        f'<rect x="{200 * low:.0f}" width="{max(1.0, 200 * (high - low)):.0f}" height="12" fill="#9bc"/>'
        f'<rect x="{200 * figure.share:.0f}" width="2" height="12" fill="#036"/></svg>'
    )
    cells = (figure.name, figure.where, f"{100 * figure.share:.1f} %", bar, str(figure.n), aim, figure.verdict)
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def confusion_picture(confusions: Counter[tuple[str, str]], *, most: int = 30) -> str:
    """The most confused names as squares, darker where it happened more often."""
    busiest: Counter[str] = Counter()
    for (wanted, given), times in confusions.items():
        busiest[wanted] += times
        busiest[given] += times
    names = sorted(name for name, _ in busiest.most_common(most))
    if not names:
        return ""
    place, size, left = {name: number for number, name in enumerate(names)}, 18, 190
    top = max(confusions.values())
    squares = [
        f'<rect x="{left + size * place[given]}" y="{left + size * place[wanted]}" width="{size}" height="{size}" '
        f'fill="#036" fill-opacity="{0.15 + 0.85 * times / top:.2f}"><title>{html.escape(f"{wanted} -> {given}: {times}")}</title></rect>'
        for (wanted, given), times in confusions.items()
        if wanted in place and given in place
    ]
    labels = [
        f'<text x="{left - 6}" y="{left + size * n + 13}" text-anchor="end">{html.escape(name)}</text>'
        f'<text transform="translate({left + size * n + 13},{left - 6}) rotate(-90)">{html.escape(name)}</text>'
        for name, n in place.items()
    ]
    side = left + size * len(names) + 10
    return f'<svg width="{side}" height="{side}" font-size="11">{"".join(squares + labels)}</svg>'


def shares(
    name: str, found: Iterable[tuple[str, bool]], target: dict[str, float] | None = None, *, at_most: bool = False
) -> list[Figure]:
    """One figure a group from pairs (language, hit), and one for all of them (`all` in `target`)."""
    pairs, aims = list(found), target or {}
    out = []
    for where, members in [*GROUPS.items(), ("all", None)]:
        chosen = [hit for language, hit in pairs if members is None or language in members]
        if chosen:
            out.append(Figure(name, where, sum(chosen), len(chosen), aims.get(where), at_most))
    return out


_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>
<style>body{{font:14px sans-serif;margin:2em}}td{{padding:2px 10px}}</style>
<h1>{title}</h1><table>{rows}</table>{grids}<h2>Confusions</h2>
<p>Rows: wanted. Columns: understood.</p>{picture}<h2>Misses</h2><ol>{misses}</ol></html>
"""
