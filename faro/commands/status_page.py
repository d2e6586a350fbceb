"""The page that `status --html` writes: one file with pictures drawn in it, which asks nothing of any other machine. For editors, in English."""

from collections.abc import Iterable, Sequence
from html import escape

from faro.commands.coverage import Cell, Coverage, Knowledge

WIDTH, HEIGHT, NAMES, HEAD = 44, 16, 190, 26
"""Pixels of a square, and of the room for the names beside and above."""

SHADES = {Knowledge.KNOWN: "#2b7a4b", Knowledge.INTERNATIONAL: "#e3b04b", Knowledge.UNKNOWN: "#d9d9d9"}
MISSING, STALE, UNREAD, READ = "#d9d9d9", "#c8553d", "#8fb8de", "#2b7a4b"

STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#222;background:#fff}
table{border-collapse:collapse;margin:1rem 0}th,td{padding:.2rem .7rem;text-align:left;border-bottom:1px solid #ddd}
svg{max-width:100%;height:auto}svg text{font:11px system-ui,sans-serif;fill:#222}
.key span{display:inline-block;width:.9em;height:.9em;margin:0 .3em 0 1em;vertical-align:-.1em}
"""

Square = tuple[str, str]
"""Colour, and the sentence that stands behind it."""


def page(figures: Coverage) -> str:
    """The whole page."""
    body = "\n".join(
        [
            f"<h1>What Faro knows, {figures.today.isoformat()}</h1>",
            "<h2>Topics by language</h2>",
            _key((READ, "reviewed"), (UNREAD, "review needed"), (STALE, "written from an older revision"), (MISSING, "no words")),
            _map("Topics by language", list(figures.languages), _by_language(figures)),
            _languages(figures),
            "<h2>How it reads</h2>",
            _reading(figures),
            "<h2>Topics by country</h2>",
            _key(*((SHADES[kind], f"{kind} only" if kind is Knowledge.INTERNATIONAL else str(kind)) for kind in Knowledge)),
            _map("Topics by country", list(figures.owners), _by_country(figures)),
            _countries(figures),
            "<h2>Age, in days since somebody looked</h2>",
            _ages(figures),
            "<h2>What expires next</h2>",
            _expires(figures),
        ]
    )
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Faro: status</title><style>{STYLE}</style>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _by_language(figures: Coverage) -> dict[str, list[Square]]:
    return {id: [_spoken(cells.get(language)) for language in figures.languages] for id, cells in figures.topics.items()}


def _spoken(cell: Cell | None) -> Square:
    if cell is None:
        return MISSING, "no words"
    colour = STALE if cell.stale else UNREAD if cell.review == "needed" else READ
    return colour, f"{cell.characters} characters, {cell.asks} ways of asking, review: {cell.review}"


def _by_country(figures: Coverage) -> dict[str, list[Square]]:
    return {
        id: [(SHADES[kinds[country]], str(kinds[country])) for country in figures.owners]
        for id, kinds in figures.knowledge.items()
    }


def _map(name: str, columns: Sequence[str], rows: dict[str, list[Square]]) -> str:
    """A heat map; each square says on hovering, and to a screen reader, what it stands for."""
    width, height = NAMES + WIDTH * len(columns), HEAD + HEIGHT * len(rows)
    parts = [f'<svg role="img" aria-label="{escape(name)}" viewBox="0 0 {width} {height}" width="{width}" height="{height}">']
    parts += [f'<text x="{NAMES + WIDTH * n + 8}" y="{HEAD - 8}">{escape(column)}</text>' for n, column in enumerate(columns)]
    for line, (id, squares) in enumerate(rows.items()):
        top = HEAD + HEIGHT * line
        parts.append(f'<text x="0" y="{top + HEIGHT - 4}">{escape(id)}</text>')
        for n, (colour, told) in enumerate(squares):
            box = f'x="{NAMES + WIDTH * n}" y="{top}" width="{WIDTH - 2}" height="{HEIGHT - 2}" fill="{colour}"'
            parts.append(f"<rect {box}><title>{escape(f'{id}, {columns[n]}: {told}')}</title></rect>")
    return "\n".join([*parts, "</svg>"])


def _key(*colours: Square) -> str:
    return '<p class="key">' + "".join(f'<span style="background:{c}"></span>{escape(told)}' for c, told in colours) + "</p>"


def _languages(figures: Coverage) -> str:
    heads = ("language", "topics with words", "ways of asking", "phrases", "examples", "review needed", "older revision")
    rows = ((x, s.words, s.asks, s.phrases, s.examples, s.unread, s.stale) for x, s in figures.languages.items())
    return _table(heads, rows)


def _reading(figures: Coverage) -> str:
    heads = ("language", "formula", "middle text", "hardest text", "of", "sentences", "over 12 words", "longest")
    rows = (
        (
            x,
            r.formula or "none is known",
            _known(r.middle),
            _known(r.hardest),
            r.hardest_topic or "-",
            r.sentences,
            r.over,
            r.longest,
        )
        for x, r in figures.reading.items()
    )
    return _table(heads, rows)


def _known(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:.1f}"


def _countries(figures: Coverage) -> str:
    rows = ((c, *figures.counted(c).values(), owner or "nobody yet") for c, owner in figures.owners.items())
    return _table(("country", "known", "international only", "unknown", "owner"), rows)


def _ages(figures: Coverage) -> str:
    rows = ((kind, aged.entries, aged.middle, aged.oldest, aged.past) for kind, aged in figures.ages.items())
    return _table(("kind", "entries", "middle", "oldest", "past their date"), rows)


def _expires(figures: Coverage) -> str:
    rows = ((e.check_again_on, e.days, e.kind, e.country, e.id) for e in figures.expires)
    return _table(("check again on", "days", "kind", "country", "id"), rows)


def _table(heads: Iterable[str], rows: Iterable[Sequence[object]]) -> str:
    top = "".join(f"<th>{escape(head)}</th>" for head in heads)
    lines = ("<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{top}</tr>\n" + "\n".join(lines) + "\n</table>"
