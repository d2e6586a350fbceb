"""Who asks for a place, as far as a text says."""

from faro.library import Library


def told(text: str, library: Library) -> tuple[str, ...]:
    """family, baby, minor_alone, woman, woman_with_children, man, lgbtiq, disability: those that the text says."""
    return ()
