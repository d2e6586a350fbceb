"""Templates and fixed files of the web: read once, fixed files kept packed in memory. No decisions."""

import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

HERE = Path(__file__).parent

TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}

_templates = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


def page(name: str, known: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """A template filled in."""
    return HTMLResponse(_templates.get_template(name).render(known), status)


def packed(request: Request, answer: Response) -> Response:
    """The same answer packed where the browser can unpack. Only for pages that hold no secret beside what somebody sent."""
    if "gzip" in request.headers.get("accept-encoding", ""):
        answer.body = gzip.compress(bytes(answer.body), 6, mtime=0)
        answer.headers["Content-Encoding"] = "gzip"
        answer.headers["Content-Length"] = str(len(answer.body))
    answer.headers["Vary"] = "Accept-Encoding"
    return answer


class Fixed:
    """The files of `static/`, by name."""

    def __init__(self) -> None:
        self._files = {path.name: path.read_bytes() for path in sorted((HERE / "static").iterdir()) if path.suffix in TYPES}
        self._packed = {name: gzip.compress(content, 9, mtime=0) for name, content in self._files.items()}

    async def serve(self, request: Request) -> Response:
        """One file; packed where the browser can unpack."""
        name = request.path_params["name"]
        if name not in self._files:
            return Response(status_code=404)
        packed = "gzip" in request.headers.get("accept-encoding", "")
        headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"} if packed else {"Vary": "Accept-Encoding"}
        content = self._packed[name] if packed else self._files[name]
        return Response(content, media_type=TYPES[Path(name).suffix], headers=headers)
