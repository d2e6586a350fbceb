"""The shape of words on Telegram: how long texts are split, where buttons stand, what a keyboard is. No calls.

Everything is plain text without a parse mode: nothing that a person or staff types can break markup.
"""

from typing import Any

from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    User,
)

LIMIT = 4096
"""Telegram's longest text, in UTF-16 units."""

SHORT = 18
"""Characters up to which two buttons stand side by side on a small phone."""

PLACEHOLDER = 64
"""Telegram's longest hint in the empty input field."""

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str) -> list[str]:
    """The text in pieces that Telegram takes: whole paragraphs, lines or words where they fit. Nothing is cut off."""
    return [piece for piece in _pieces(text, ("\n\n", "\n", " ")) if piece.strip()]


def _pieces(text: str, separators: tuple[str, ...]) -> list[str]:
    if units(text) <= LIMIT:
        return [text]
    if not separators:
        # Astral characters count twice, so half the limit always fits.
        return [text[start : start + LIMIT // 2] for start in range(0, len(text), LIMIT // 2)]
    separator, finer = separators[0], separators[1:]
    pieces: list[str] = []
    for part in text.split(separator):
        joined = f"{pieces[-1]}{separator}{part}" if pieces else part
        if pieces and units(joined) <= LIMIT:
            pieces[-1] = joined
        else:
            pieces.extend(_pieces(part, finer))
    return pieces


def of(body: dict[str, Any]) -> Markup | None:
    """The one markup that a message can carry: a keyboard to be hidden or shown, a field for the answer, else buttons.

    Where a keyboard is shown, buttons become keys of it: a key sends its label, and a typed label does what the button does.
    """
    if body.get("answer"):
        return ForceReply(selective=bool(body["answer"].get("user")))
    if body.get("hide_keyboard"):
        return ReplyKeyboardRemove()
    if body.get("keyboard") or body.get("ask_location"):
        return _keyboard(body)
    return buttons(body)


def asked(body: dict[str, Any], text: str) -> tuple[str, list[MessageEntity] | None]:
    """The text with the name of whoever must answer before it: only with them Telegram opens the field for the answer."""
    answer = body.get("answer") or {}
    if not str(answer.get("user", "")).isdigit():
        return text, None
    name = answer.get("name") or "?"
    whom = User(int(answer["user"]), name, is_bot=False)
    return f"{name}: {text}", [MessageEntity(MessageEntity.TEXT_MENTION, 0, units(name), user=whom)]


def buttons(body: dict[str, Any]) -> InlineKeyboardMarkup | None:
    """Buttons below a message, two in a row where both are short."""
    pressed = [InlineKeyboardButton(label, callback_data=payload) for label, payload in body.get("buttons") or ()]
    return InlineKeyboardMarkup(_rows(pressed)) if pressed else None


def _rows(keys: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    rows: list[list[InlineKeyboardButton]] = []
    for key in keys:
        row = rows[-1] if rows else []
        if len(row) == 1 and max(len(row[0].text), len(key.text)) <= SHORT:
            row.append(key)
        else:
            rows.append([key])
    return rows


def _keyboard(body: dict[str, Any]) -> ReplyKeyboardMarkup:
    rows: list[list[KeyboardButton | str]] = []
    if label := body.get("ask_location"):
        rows.append([KeyboardButton(label, request_location=True)])
    rows += [[label] for label, _ in body.get("buttons") or ()]
    rows += [list(row) for row in body.get("keyboard") or ()]
    hint = (body.get("placeholder") or "")[:PLACEHOLDER]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, is_persistent=False, input_field_placeholder=hint or None)
