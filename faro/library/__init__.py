"""`content/` and `locales/` read once into checked, immutable data; and the arrays learned from them."""

from faro.library.library import Library, open_library
from faro.library.problems import ContentError, Problem

__all__ = ["ContentError", "Library", "Problem", "open_library"]
