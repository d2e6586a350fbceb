"""The Bot API as data: every method, its parameters and their types, read from aiogram's models.

Values arrive as text, as Telegram receives them; whatever is not a scalar is JSON inside that text. Stricter than
Telegram in one respect: a parameter or a field that the Bot API does not know is refused instead of ignored.
"""

import inspect
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple, get_args

from aiogram import methods
from aiogram.client.default import Default
from aiogram.methods import TelegramMethod
from aiogram.types import BufferedInputFile, InputFile
from pydantic import BaseModel, ValidationError

from .errors import BadRequest, NotFound

Arguments = dict[str, Any]

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    model.__api_method__.lower(): model
    for _, model in inspect.getmembers(methods, inspect.isclass)
    if issubclass(model, TelegramMethod) and model is not TelegramMethod
}
SCALARS = {str, int, float, bool, type(None), datetime, timedelta, Default, InputFile}


class Upload(NamedTuple):
    """A file that came inside a multipart request."""

    name: str
    content: bytes


def method_named(name: str) -> type[TelegramMethod[Any]]:
    """The method, whatever its capitals; 404 as Telegram for one that does not exist."""
    if model := METHODS.get(name.lower()):
        return model
    raise NotFound


def read(model: type[TelegramMethod[Any]], texts: dict[str, str], uploads: dict[str, Upload]) -> Arguments:
    """The arguments of a call as plain values (uploads as Upload), or BadRequest."""
    given: Arguments = {name: _value(model, name, text) for name, text in texts.items()}
    attached = _attached(given, uploads)
    given |= {name: attached.get(name, uploads.get(name)) for name in attached.keys() | uploads.keys() - _named(given)}
    valid = _validated(model, given)
    scalars = {name for name in given if _is_scalar(model, name)}
    return {name: getattr(valid, name) if name in scalars else given[name] for name in given} | {
        name: value for name, value in given.items() if isinstance(value, Upload)
    }


def _leaves(annotation: Any) -> Iterator[Any]:
    if args := get_args(annotation):
        for arg in args:
            yield from _leaves(arg)
    else:
        yield annotation


def _is_scalar(model: type[TelegramMethod[Any]], name: str) -> bool:
    annotation = model.model_fields[name].annotation
    return "list[" not in str(annotation) and SCALARS.issuperset(_leaves(annotation))


def _value(model: type[TelegramMethod[Any]], name: str, text: str) -> Any:
    if name not in model.model_fields:
        raise BadRequest(f'parameter "{name}" is unknown to {model.__api_method__}')
    if _is_scalar(model, name):
        return int(text) if name.endswith("chat_id") and text.removeprefix("-").isdigit() else text
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        raise BadRequest(f"can't parse {name} JSON object") from None


def _attached(given: Arguments, uploads: dict[str, Upload]) -> dict[str, Upload]:
    """Parameters given as attach://<part>, replaced by that part."""
    names = {key: value[9:] for key, value in given.items() if isinstance(value, str) and value.startswith("attach://")}
    if missing := set(names.values()) - uploads.keys():
        raise BadRequest(f"can't find attached file {sorted(missing)}")
    return {key: uploads[part] for key, part in names.items()}


def _named(given: Arguments) -> set[str]:
    """Parts that some parameter, perhaps deep inside its JSON, names with attach://."""
    return {piece.split('"')[0] for piece in json.dumps(given, default=str).split("attach://")[1:]}


def _validated(model: type[TelegramMethod[Any]], given: Arguments) -> TelegramMethod[Any]:
    files = {key: BufferedInputFile(v.content, v.name) for key, v in given.items() if isinstance(v, Upload)}
    try:
        valid = model.model_validate(given | files)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        if first["type"] == "missing":
            empty = {"text": "message text is empty", "chat_id": "chat_id is empty"}
            raise BadRequest(empty.get(where, f'parameter "{where}" is required')) from None
        raise BadRequest(f'parameter "{where}" is wrong: {first["msg"]}') from None
    if unknown := sorted(_unknown(valid)):
        raise BadRequest(f"unknown to the Bot API: {', '.join(unknown)}")
    return valid


def _unknown(value: Any, path: str = "") -> Iterator[str]:
    """Paths of the fields that a model accepted without knowing them, at any depth."""
    if isinstance(value, BaseModel):
        yield from (f"{path}{name}" for name in value.model_extra or {})
        for name in value.model_fields_set & type(value).model_fields.keys():
            yield from _unknown(getattr(value, name), f"{path}{name}.")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _unknown(item, f"{path}{index}.")
