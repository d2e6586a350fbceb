"""What is installed with Faro: each package is pinned in constraints.txt, which is the lock, and comes under a licence that we may use."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]

FREE = re.compile(
    r"\b(apache|bsd|mit|mit-cmu|isc|psf|python software foundation|python-2\.0|mpl|mozilla public|lgpl|lesser general public"
    r"|unlicense|hpnd|zlib|cc0)",
    re.IGNORECASE,
)
"""Licences under which a part may stand beside ours: permissive ones, and those that bind changes to the part alone."""


def wanted() -> dict[str, Requirement]:
    """Every package that is installed with Faro and all its extras, on this machine, by its canonical name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    waiting = [Requirement(line) for lines in lists for line in lines]
    found: dict[str, Requirement] = {}
    seen: set[tuple[str, str]] = set()
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        for extra in {"", *one.extras}:
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            found.setdefault(name, one)
            try:
                needs = [Requirement(line) for line in distribution(name).requires or ()]
            except PackageNotFoundError:
                continue  # an extra that is not installed here
            waiting += [need for need in needs if need.marker is None or need.marker.evaluate({"extra": extra})]
    return found


def pinned() -> dict[str, str]:
    """The lock."""
    lines = [line.split(";")[0].split("#")[0].strip() for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()]
    return {canonicalize_name(name): version for name, _, version in (line.partition("==") for line in lines if line)}


def licence(name: str) -> str:
    """What a package says of its licence: the expression, classifiers, else the first line of the text."""
    package = distribution(name)
    told = package.metadata
    classes = [line for line in told.get_all("Classifier") or () if line.startswith("License ::")]
    fields = [line.split("\n")[0] for name in ("License-Expression", "License") for line in told.get_all(name) or ()]
    said = " ".join([*fields, *classes]).strip()
    texts = [file for file in package.files or () if "licen" in file.name.lower()]
    return said or next((file.read_text().strip().split("\n")[0] for file in texts), "")


def test_all_that_is_installed_is_pinned() -> None:
    """Nothing comes in with a version that nobody chose."""
    lock = pinned()
    assert [name for name in wanted() if not lock.get(name)] == []


def test_each_licence_is_known_and_free() -> None:
    """Of each package that stands here."""
    unknown = []
    for name in wanted():
        try:
            told = licence(name)
        except PackageNotFoundError:
            continue
        if not FREE.search(told):
            unknown.append(f"{name}: {told or 'says nothing'}")
    assert unknown == []
