"""Words and buttons: how long they may be, which HTML is understood, what a keyboard may hold."""

import re
from html.parser import HTMLParser
from typing import Any

from .errors import BadRequest
from .specification import Arguments

TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024  # UTF-16 units after parsing, as the Bot API counts
BUTTON_LIMIT, ROW_LIMIT, DATA_LIMIT = 100, 8, 64  # buttons, buttons in a row, bytes of callback_data
ENTITY_OF = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "a": "text_link", "tg-emoji": "custom_emoji", "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
ATTRIBUTES = {"a": "href", "span": "class", "tg-emoji": "emoji-id", "code": "class", "blockquote": "expandable"}
BARE = re.compile(r"&(?!(?:lt|gt|amp|quot|#\d{1,6}|#x[0-9a-fA-F]{1,5});)[^\s;]{0,12};?")
Entity = dict[str, Any]


def units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text = ""
        self.open: list[tuple[str, Entity]] = []
        self.entities: list[Entity] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in ENTITY_OF or set(given) - {ATTRIBUTES.get(tag, "")}:
            raise _unparsed(f'Unsupported start tag "{tag}" with {sorted(given)}')
        if tag == "span" and given.get("class") != "tg-spoiler":
            raise _unparsed('Tag "span" must have class "tg-spoiler"')
        if tag in {"a", "tg-emoji"} and not given.get(ATTRIBUTES[tag]):
            raise _unparsed(f'Tag "{tag}" must have attribute "{ATTRIBUTES[tag]}"')
        self.open.append((tag, {"type": ENTITY_OF[tag], "offset": units(self.text)} | _details(tag, given)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            raise _unparsed(f'Unexpected end tag "{tag}"')
        _, entity = self.open.pop()
        if length := units(self.text) - entity["offset"]:
            self.entities.append(entity | {"length": length})

    def handle_data(self, data: str) -> None:
        if "<" in data or ">" in data:
            raise _unparsed("unescaped < or >")
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}[name]

    def handle_charref(self, name: str) -> None:
        self.text += chr(int(name[1:], 16) if name[0] in "xX" else int(name))

    def handle_comment(self, data: str) -> None:
        raise _unparsed("comments are not supported")

    def handle_decl(self, decl: str) -> None:
        raise _unparsed("declarations are not supported")

    def handle_pi(self, data: str) -> None:
        raise _unparsed("instructions are not supported")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raise _unparsed(f'Unsupported start tag "{tag}/"')


def _details(tag: str, given: dict[str, str | None]) -> Entity:
    if tag == "a":
        return {"url": given["href"]}
    if tag == "tg-emoji":
        return {"custom_emoji_id": given["emoji-id"]}
    return {"type": "expandable_blockquote"} if "expandable" in given else {}


def _unparsed(reason: str) -> BadRequest:
    return BadRequest(f"can't parse entities: {reason}")


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Text and entities; anything that is not exactly Telegram's HTML is refused, also what Telegram lets pass."""
    if bare := BARE.search(source):
        raise _unparsed(f'unescaped or unknown entity "{bare.group()}"')
    parser = _Html()
    parser.feed(source)
    unread = parser.rawdata
    parser.close()
    if unread or parser.open:
        raise _unparsed(f"Can't find end tag corresponding to start tag {unread or parser.open[-1][0]!r}")
    return parser.text, sorted(parser.entities, key=lambda e: (e["offset"], -e["length"]))


def words(arguments: Arguments, name: str = "text") -> dict[str, Any]:
    """`text` or `caption` with its entities, parsed and measured, as they stand in a Message."""
    own = "entities" if name == "text" else "caption_entities"
    text, entities = arguments.get(name) or "", arguments.get(own) or []
    match arguments.get("parse_mode"):
        case None | "":
            pass
        case str(mode) if mode.lower() == "html":
            text, entities = parse_html(text)
        case mode:
            raise BadRequest(f"unsupported parse_mode {mode!r}: only HTML is modelled")
    if any(e["offset"] < 0 or e["offset"] + e["length"] > units(text) for e in entities):
        raise _unparsed("an entity ends outside the text")
    if name == "text" and not text.strip():
        raise BadRequest("message text is empty")
    if units(text) > (TEXT_LIMIT if name == "text" else CAPTION_LIMIT):
        raise BadRequest("message is too long" if name == "text" else "message caption is too long")
    return ({name: text} if text else {}) | ({own: entities} if entities else {})


def check_keyboard(markup: dict[str, Any] | None, *, private: bool) -> None:
    """Refuse an inline or a reply keyboard that Telegram would refuse."""
    rows = (markup or {}).get("inline_keyboard", (markup or {}).get("keyboard", []))
    if sum(map(len, rows)) > BUTTON_LIMIT or any(len(row) > ROW_LIMIT for row in rows):
        raise BadRequest("reply markup is too long")
    if markup and "keyboard" in markup and not any(rows):
        raise BadRequest("can't parse reply keyboard markup JSON object: keyboard is empty")
    for button in (button for row in rows for button in row):
        if not button["text"].strip():
            raise BadRequest("button text is empty")
        _check_inline(button) if markup and "inline_keyboard" in markup else _check_reply(button, private)


def _check_inline(button: dict[str, Any]) -> None:
    kinds = button.keys() - {"text", "style", "icon_custom_emoji_id"}
    if not kinds:
        raise BadRequest("can't parse inline keyboard button: Text buttons are not allowed in the inline keyboard")
    if len(kinds) > 1:
        raise BadRequest(f"inline keyboard button must do exactly one thing, not {sorted(kinds)}")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= DATA_LIMIT:
        raise BadRequest("BUTTON_DATA_INVALID")
    if "url" in button and not re.match(r"(https?://[^\s/]+\.[^\s/]+|tg://)\S*$", button["url"]):
        raise BadRequest(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def _check_reply(button: dict[str, Any], private: bool) -> None:
    if not private and (asks := {"request_contact", "request_location"} & {k for k, v in button.items() if v}):
        raise BadRequest(f"{asks.pop()} can be requested in private chats only")
