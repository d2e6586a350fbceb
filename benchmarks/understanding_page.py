"""Tables and curves of a benchmark: printed as they come, and kept for one page with pictures (plain HTML and SVG, no script)."""

import html
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Point = tuple[float, float]
COLOURS = ("#1b6ca8", "#c8553d", "#2e8b57", "#8e5ea2", "#b8860b", "#444444", "#d16ba5")
WIDE, HIGH, EDGE = 640, 260, 46


@dataclass
class Table:
    """Rows of figures under headings; the column `bar` is drawn. `None` in a row is what could not be measured."""

    title: str
    heads: Sequence[str]
    bar: int = 0
    rows: list[tuple[str, Sequence[float] | None]] = field(default_factory=list)

    def add(self, name: str, figures: Sequence[float] | None) -> None:
        """One row, printed at once."""
        said = (
            "not installed"
            if figures is None
            else " | ".join(f"{figure:{max(9, len(head))}.2f}" for head, figure in zip(self.heads, figures, strict=True))
        )
        print(f"{name:32}{said}", flush=True)
        self.rows.append((name, figures))

    def drawn(self) -> str:
        """The table with a bar in each row."""
        known = [figures[self.bar] for _, figures in self.rows if figures is not None]
        most = max([*known, 1e-9])
        heads = "".join(f"<th>{html.escape(head)}</th>" for head in self.heads)
        lines = [
            f"<h2>{html.escape(self.title)}</h2><table><tr><th></th>{heads}<th>{html.escape(self.heads[self.bar])}</th></tr>"
        ]
        for name, figures in self.rows:
            if figures is None:
                lines.append(f"<tr><td>{html.escape(name)}</td><td colspan='{len(self.heads) + 1}'>not installed</td></tr>")
                continue
            cells = "".join(f"<td>{figure:.2f}</td>" for figure in figures)
            length = max(1, round(220 * figures[self.bar] / most))
            bar = f'<svg width="220" height="12"><rect width="{length}" height="12" fill="{COLOURS[0]}"/></svg>'
            lines.append(f"<tr><td>{html.escape(name)}</td>{cells}<td>{bar}</td></tr>")
        return "".join(lines) + "</table>"


@dataclass
class Curve:
    """Lines over a logarithmic axis; each point is printed as it comes."""

    title: str
    across: str
    up: str
    lines: dict[str, list[Point]] = field(default_factory=dict)

    def add(self, name: str, x: float, y: float) -> None:
        print(f"{name:40}{self.across} {x:9.0f}: {y:9.2f} {self.up}", flush=True)
        self.lines.setdefault(name, []).append((x, y))

    def drawn(self) -> str:
        """An SVG with its legend."""
        points = [point for line in self.lines.values() for point in line]
        if not points:
            return f"<h2>{html.escape(self.title)}</h2><p>nothing to draw</p>"
        low, high = math.log(min(x for x, _ in points)), math.log(max(x for x, _ in points))
        top = max(y for _, y in points) or 1.0
        parts = [f'<svg width="{WIDE}" height="{HIGH + 18}" role="img" aria-label="{html.escape(self.title)}">']
        for share in (0, 0.5, 1):
            y = HIGH - EDGE - share * (HIGH - 2 * EDGE)
            parts.append(
                f'<path d="M{EDGE} {y:.0f}H{WIDE - EDGE}" stroke="#ddd"/><text x="2" y="{y + 4:.0f}">{share * top:.3g}</text>'
            )
        for x in sorted({x for x, _ in points}):
            parts.append(f'<text x="{_across(x, low, high):.0f}" y="{HIGH - EDGE + 18}" text-anchor="middle">{x:.0f}</text>')
        for number, line in enumerate(self.lines.values()):
            colour = COLOURS[number % len(COLOURS)]
            dash = ' stroke-dasharray="5 4"' if number >= len(COLOURS) else ""
            spots = [(_across(x, low, high), HIGH - EDGE - y / top * (HIGH - 2 * EDGE)) for x, y in sorted(line)]
            path = "L".join(f"{x:.1f} {y:.1f}" for x, y in spots)
            parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>')
            parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in spots]
        parts.append(f'<text x="{WIDE / 2:.0f}" y="{HIGH + 4}" text-anchor="middle">{html.escape(self.across)}</text></svg>')
        return f"<h2>{html.escape(self.title)} ({html.escape(self.up)})</h2>{''.join(parts)}{_legend(self.lines)}"


def _across(x: float, low: float, high: float) -> float:
    share = (math.log(x) - low) / (high - low) if high > low else 0.5
    return EDGE + share * (WIDE - 2 * EDGE)


def _legend(lines: Mapping[str, object]) -> str:
    said = (
        f'<span style="color:{COLOURS[number % len(COLOURS)]}">{"- -" if number >= len(COLOURS) else "&#9632;"} {html.escape(name)}</span>'
        for number, name in enumerate(lines)
    )
    return f"<p>{' &nbsp; '.join(said)}</p>"


@dataclass
class Page:
    """Everything measured in one run."""

    title: str
    parts: list[Table | Curve] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def note(self, text: str) -> None:
        print(text, flush=True)
        self.notes.append(text)

    def table(self, title: str, *heads: str, bar: int = 0) -> Table:
        print(f"\n{title}\n{'':32}{' | '.join(f'{head:>9}' for head in heads)}", flush=True)
        self.parts.append(Table(title, heads, bar))
        return self.parts[-1]  # type: ignore[return-value]

    def curve(self, title: str, across: str, up: str) -> Curve:
        print(f"\n{title}", flush=True)
        self.parts.append(Curve(title, across, up))
        return self.parts[-1]  # type: ignore[return-value]

    def html(self) -> str:
        style = "body{font:15px sans-serif;margin:2em}td,th{padding:2px 10px;text-align:right}td:first-child{text-align:left}text{font-size:12px}"
        notes = "".join(f"<p>{html.escape(note)}</p>" for note in self.notes)
        drawn = "".join(part.drawn() for part in self.parts)
        head = (
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{html.escape(self.title)}</title><style>{style}</style>'
        )
        return f"{head}<h1>{html.escape(self.title)}</h1>{notes}{drawn}</html>\n"
