"""The directory asked: which places would be offered to whom, nearest first."""

from faro.assistant.person import Where
from faro.library import Library


def offered(where: Where, position: tuple[float, float] | None, who: tuple[str, ...], library: Library) -> tuple[str, ...]:
    """Ids."""
    return ()
