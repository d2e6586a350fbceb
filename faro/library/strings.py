"""Interface strings: one Fluent bundle a language, made of all `locales/<lang>/*.ftl`. Spanish stands in for what is missing."""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk, Message, Term, VariableReference
from fluent.syntax.visitor import Visitor

from faro.library.problems import Problem

log = logging.getLogger(__name__)

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ps", "he", "ur"})
FALLBACK = "es"


class Strings:
    """All languages' strings. `say` never raises and never returns nothing: a broken string is logged and falls back."""

    def __init__(self, root: Path) -> None:
        self.problems: list[Problem] = []
        self.keys: dict[str, dict[str, str]] = {}
        self.variables: dict[str, dict[str, frozenset[str]]] = {}
        self._bundles: dict[str, FluentBundle] = {}
        for folder in sorted(path for path in root.iterdir() if path.is_dir()):
            self._bundles[folder.name] = self._bundle(folder)

    def say(self, language: str, key: str, /, **args: object) -> str:
        """The string `key` in this language, with its arguments put in.

        Raises KeyError only when no language has the key: a mistake of the program that `check` and the tests find.
        """
        for candidate in (language, FALLBACK, "en"):
            said = self._in(candidate, key, args)
            if said is not None:
                return said
        raise KeyError(key)

    def has(self, language: str, key: str) -> bool:
        """Whether this very language has the key."""
        return key in self.keys.get(language, {})

    def languages(self) -> Iterable[str]:
        return self._bundles.keys()

    def _in(self, language: str, key: str, args: dict[str, object]) -> str | None:
        bundle = self._bundles.get(language)
        if bundle is None or not bundle.has_message(key):
            return None
        pattern = bundle.get_message(key).value
        if pattern is None:
            return None
        text, errors = bundle.format_pattern(pattern, args)
        for error in errors:
            log.error("string_broken key=%s language=%s error=%s", key, language, type(error).__name__)
        return None if errors else str(text)

    def _bundle(self, folder: Path) -> FluentBundle:
        # Numbers and names stay readable inside right-to-left text only with isolation marks; elsewhere the marks are noise.
        bundle = FluentBundle([folder.name], use_isolating=folder.name in RIGHT_TO_LEFT)
        self.keys[folder.name], self.variables[folder.name] = {}, {}
        for path in sorted(folder.glob("*.ftl")):
            text = path.read_text("utf-8")
            resource = FluentResource(text)
            bundle.add_resource(resource)
            self._note(folder.name, path, text, resource.body)
        return bundle

    def _note(self, language: str, path: Path, text: str, parts: Iterable[Any]) -> None:
        name = f"locales/{language}/{path.name}"
        for part in parts:
            line = text.count("\n", 0, part.span.start if part.span else 0) + 1
            if isinstance(part, Junk):
                self.problems.append(Problem(name, line, "", f"not valid Fluent: {(part.content or '').strip()[:60]}"))
            elif isinstance(part, Message | Term):
                key = part.id.name
                if key in self.keys[language]:
                    self.problems.append(Problem(name, line, key, f"stands already in {self.keys[language][key]}"))
                self.keys[language][key] = path.name
                self.variables[language][key] = _variables(part)


def _variables(part: Message | Term) -> frozenset[str]:
    """The names that a string wants to be given."""
    found = _Variables()
    found.visit(part)
    return frozenset(found.names)


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)
