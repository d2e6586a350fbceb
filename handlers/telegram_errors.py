"""What Telegram's refusals mean to the engine. Each PTB error becomes a `faro.engine.channels` error and stays as its cause.

    RetryAfter                                -> SlowDown
    ChatMigrated                              -> Moved
    Forbidden, 400 "chat not found" ...       -> Blocked
    400 "message thread not found" ...        -> ThreadGone
    400 "not enough rights" ...               -> NotAllowed
    other BadRequest                          -> Rejected
    InvalidToken                              -> TokenRefused, an Unreachable: nothing is lost while the token is mended
    TimedOut, NetworkError, 5xx, Conflict ... -> Unreachable

PTB counts BadRequest among its NetworkErrors, so the order of the cases matters.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from faro.engine.channels import Blocked, ChannelError, Moved, NotAllowed, Rejected, SlowDown, ThreadGone, Unreachable

THREAD_GONE = ("message thread not found", "topic_id_invalid", "topic_deleted", "topic_closed")
"""A closed topic counts as gone: only the program closes topics, so whoever did it by hand gets a new one, not silence."""

NOBODY_THERE = (
    "chat not found", "user not found", "peer_id_invalid", "chat_write_forbidden", "group chat was deactivated",
    "not enough rights to send", "have no rights to send",
)  # fmt: skip

NO_RIGHT = ("not enough rights", "chat_admin_required", "need administrator rights")
"""Said of topics, of pinning and of deleting; of sending at all it is somebody who is not there."""


class TokenRefused(Unreachable):
    """Telegram refuses the token. Check FARO_TELEGRAM_TOKEN (and FARO_TELEGRAM_API)."""

    def __init__(self) -> None:
        super().__init__("Telegram refuses FARO_TELEGRAM_TOKEN: copy the token from @BotFather again.")


@contextmanager
def translated() -> Iterator[None]:
    """Calls of the Bot inside raise a `ChannelError` instead of a `TelegramError`.

    A body or an answer that the library cannot make sense of counts as rejected: tried for ever it could repeat words for ever.
    """
    try:
        yield
    except TelegramError as error:
        raise meaning(error) from error
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise Rejected(f"not understood: {type(error).__name__}") from error


def meaning(error: TelegramError) -> ChannelError:
    """The error as the engine knows it: who acts, and whether to try again."""
    match error:
        case RetryAfter():
            return SlowDown(_seconds(error))
        case ChatMigrated():
            return Moved(str(error.new_chat_id))
        case Forbidden():
            return Blocked(error.message)
        case InvalidToken():
            return TokenRefused()
        case BadRequest():
            return _refusal(error)
    return Unreachable(f"{type(error).__name__}: {error.message}")


def says(error: BadRequest, *phrases: str) -> bool:
    """Whether Telegram's description holds one of these phrases."""
    description = error.message.lower()
    return any(phrase in description for phrase in phrases)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()


def _refusal(error: BadRequest) -> ChannelError:
    if says(error, *THREAD_GONE):
        return ThreadGone(error.message)
    if says(error, *NOBODY_THERE):
        return Blocked(error.message)
    if says(error, *NO_RIGHT):
        return NotAllowed("pin" if says(error, "pin") else "delete" if says(error, "delete") else "topics")
    return Rejected(error.message)
