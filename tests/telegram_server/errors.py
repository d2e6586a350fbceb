"""What Telegram answers instead of a result.

ApiError            any refusal, with its HTTP status
+-- BadRequest      400: the bot asked for something wrong
+-- Forbidden       403: the bot may not write there
+-- Conflict        409: two ways of fetching updates at once
+-- TooManyRequests 429: slow down, with `retry_after`
"""

from typing import Any


class ApiError(Exception):
    """A refusal; `parameters` is Telegram's ResponseParameters."""

    status = 500
    prefix = "Internal Server Error"

    def __init__(self, reason: str = "", *, status: int | None = None, **parameters: int) -> None:
        self.status = status or self.status
        self.description = f"{self.prefix}: {reason}" if reason else self.prefix
        self.parameters = parameters
        super().__init__(self.description)

    def body(self) -> dict[str, Any]:
        answer: dict[str, Any] = {"ok": False, "error_code": self.status, "description": self.description}
        return answer | ({"parameters": self.parameters} if self.parameters else {})


class BadRequest(ApiError):
    status = 400
    prefix = "Bad Request"


class Unauthorized(ApiError):
    status = 401
    prefix = "Unauthorized"


class Forbidden(ApiError):
    status = 403
    prefix = "Forbidden"


class NotFound(ApiError):
    status = 404
    prefix = "Not Found"


class Conflict(ApiError):
    status = 409
    prefix = "Conflict"


class TooManyRequests(ApiError):
    status = 429
    prefix = "Too Many Requests"

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"retry after {retry_after}", retry_after=retry_after)
