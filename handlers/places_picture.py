"""A sheet as a picture: black on white, few colours, so that it weighs little. The fonts are our own: every language looks the same anywhere."""

import io
from functools import cache
from pathlib import Path
from typing import Any

import segno
from PIL import Image, ImageDraw, ImageFont

from faro.library.strings import RIGHT_TO_LEFT

FONTS = Path(__file__).with_name("fonts")
WIDTH = 900
EDGE = 36
CODE = 190
"""Side of the square code."""
SIZES = {"title": 40, "name": 30, "strong": 25, "text": 25, "small": 19}
BOLD = ("title", "name", "strong")
GREYS = 5
"""Shades of the picture: enough for smooth letters."""


def png(sheet: dict[str, Any], language: str, bot: str | None) -> bytes:
    """The picture of a sheet (`assistant.reply.Sheet` as plain data). `bot`: the address of the code; None: no code."""
    right = language in RIGHT_TO_LEFT
    wide = WIDTH - 2 * EDGE - (CODE + EDGE if bot else 0)
    head = [("title", line) for line in _wrapped(sheet["title"], "title", wide, language)]
    body: list[tuple[str, str]] = []
    for kind, words in sheet["lines"]:
        body += [("rule", "")] if kind == "name" else []
        body += [(kind, line) for line in _wrapped(words, kind, WIDTH - 2 * EDGE, language)]
        body.append(("gap", ""))
    top = max(EDGE + sum(map(_height, head)), EDGE + CODE + 70 if bot else 0)
    picture = Image.new("L", (WIDTH, top + sum(map(_height, body)) + EDGE), 255)
    draw = ImageDraw.Draw(picture)
    _lines(draw, head, EDGE, language, left=EDGE + (CODE + EDGE if bot and right else 0), wide=wide)
    if bot:
        _code(picture, draw, bot, sheet["code"], language, at=EDGE if right else WIDTH - EDGE - CODE)
    _lines(draw, body, top, language, left=EDGE, wide=WIDTH - 2 * EDGE)
    out = io.BytesIO()
    picture.quantize(GREYS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _lines(draw: ImageDraw.ImageDraw, lines: list[tuple[str, str]], y: int, language: str, *, left: int, wide: int) -> None:
    right = language in RIGHT_TO_LEFT
    for kind, words in lines:
        if kind == "rule":
            draw.line((left, y + 3, left + wide, y + 3), fill=150)
        elif kind != "gap":
            x, shade = left + wide if right else left, 80 if kind == "small" else 0
            draw.text((x, y), words, shade, _font(kind), "ra" if right else "la", **_shape(language))
        y += _height((kind, words))


def _code(picture: Image.Image, draw: ImageDraw.ImageDraw, bot: str, words: str, language: str, *, at: int) -> None:
    """The square code with the words below it."""
    made = io.BytesIO()
    segno.make(bot, error="m", micro=False).save(made, kind="png", scale=8, border=1)
    picture.paste(Image.open(made).convert("L").resize((CODE, CODE), Image.Resampling.NEAREST), (at, EDGE))
    y = EDGE + CODE + 4
    for line in _wrapped(words, "small", CODE + EDGE, language)[:3]:
        draw.text((at + CODE // 2, y), line, 0, _font("small"), "ma", **_shape(language))
        y += 21


def _wrapped(words: str, kind: str, wide: int, language: str) -> list[str]:
    """The words in lines that fit; a word that is longer than a line is cut."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _long(longer, kind, language) <= wide:
            lines[-1] = longer
            continue
        while _long(word, kind, language) > wide and len(word) > 1:
            cut = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or _long(word[:n], kind, language) <= wide)
            lines.append(word[:cut])
            word = word[cut:]
        lines.append(word)
    return lines


def _long(words: str, kind: str, language: str) -> float:
    return _font(kind).getlength(words, **_shape(language))


def _height(line: tuple[str, str]) -> int:
    kind, _ = line
    return {"gap": 5, "rule": 10}.get(kind) or round(SIZES[kind] * 1.26)


def _shape(language: str) -> dict[str, Any]:
    return {"direction": "rtl" if language in RIGHT_TO_LEFT else "ltr", "language": language}


@cache
def _font(kind: str) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if kind in BOLD else "DejaVuSans.ttf"
    return ImageFont.truetype(str(FONTS / name), SIZES[kind], layout_engine=ImageFont.Layout.RAQM)
