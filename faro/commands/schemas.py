"""JSON Schema files, made from the models of `library.entries`, so that editors' programs complete keys and mark mistakes while typing."""

import json
from pathlib import Path
from typing import Any

from faro.library.entries import Contact, Entry, Fact, Operator, Place, Protocol, Topic, Wording

DIALECT = "https://json-schema.org/draft/2020-12/schema"

ALONE: dict[str, type[Entry]] = {"topic": Topic, "wording": Wording, "protocol": Protocol, "operator": Operator}
"""One entry a file."""

LISTED: dict[str, type[Entry]] = {"facts": Fact, "contacts": Contact, "places": Place}
"""A list a file, under the key of this name; the file's name is the country."""


def write(root: Path) -> list[Path]:
    """Write all of them below `content/schemas`; the files. Raises OSError when that cannot be done."""
    folder = root / "content" / "schemas"
    folder.mkdir(exist_ok=True)
    written = []
    for name, text in made().items():
        path = folder / name
        path.write_text(text, "utf-8")
        written.append(path)
    return written


def made() -> dict[str, str]:
    """Each file's name and what it must hold."""
    schemas = {name: _alone(kind) for name, kind in ALONE.items()} | {key: _list(key, kind) for key, kind in LISTED.items()}
    return {
        f"{name}.schema.json": json.dumps({"$schema": DIALECT} | schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in sorted(schemas.items())
    }


def _alone(kind: type[Entry]) -> dict[str, Any]:
    return kind.model_json_schema(by_alias=True, mode="validation")


def _list(key: str, kind: type[Entry]) -> dict[str, Any]:
    entry = _alone(kind)
    shared = entry.pop("$defs", {})
    # The reader adds the country from the file's name: an editor need not write it.
    entry["required"] = [name for name in entry["required"] if name != "country"]
    return {
        "title": key.capitalize(),
        "type": "object",
        "properties": {key: {"type": "array", "items": {"$ref": f"#/$defs/{kind.__name__}"}}},
        "required": [key],
        "$defs": shared | {kind.__name__: entry},
    }
