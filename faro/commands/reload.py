"""Reading content anew while Faro runs: taken whole or not at all. What is in force stays in force until its successor is good."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic

from rich.console import Console

from faro.engine.engine import Engine
from faro.library import ContentError, Library, Problem, model, open_library
from faro.library.checks import all_problems

log = logging.getLogger(__name__)
out = Console(highlight=False, soft_wrap=True)

EVERY = 60.0
"""Seconds between two looks at the files."""

LEARN_AGAIN = 3600.0
"""Seconds after which learning that failed (a full disk) is tried again."""

Teach = Callable[[Library], Awaitable[Library]]
"""Gives a library its learned arrays."""


class Reload:
    """Watches the folder of the engine's library. `asked` makes it read at once (SIGHUP); else it reads when a file has changed."""

    def __init__(self, engine: Engine, teach: Teach, every: float = EVERY) -> None:
        self.asked = asyncio.Event()
        self._engine = engine
        self._teach = teach
        self._every = every
        self._seen = newest(engine.library.root)
        self._tried = monotonic()

    async def run(self) -> None:
        """Look until cancelled. A look that fails is told, and the next one comes all the same."""
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.asked.wait(), self._every)
            try:
                await self.look()
            except Exception as error:
                log.error("reload_failed fault=%s", type(error).__name__, exc_info=True)
                self._engine.content_refused = (self._engine.clock(), 1, type(error).__name__)

    async def look(self) -> bool:
        """Read anew if somebody asked or a file has changed since the last reading. Whether the new content is in force."""
        asked = self.asked.is_set()
        self.asked.clear()
        # The time is taken before the reading: what changes meanwhile is seen at the next look.
        changed = await asyncio.to_thread(newest, self._engine.library.root)
        if not asked and changed == self._seen:
            if self._engine.library.learned is None and monotonic() - self._tried >= LEARN_AGAIN:
                await self._learn(self._engine.library)
            return False
        self._seen = changed
        return await self._take()

    async def _take(self) -> bool:
        today = self._engine.clock().date()
        old = self._engine.library
        try:
            fresh = await asyncio.to_thread(read, old, today)
        except ContentError as refused:
            _refuse(refused.problems)
            self._engine.content_refused = (self._engine.clock(), len(refused.problems), str(refused.problems[0]))
            return False
        self._engine.content_refused = None
        self._engine.library = await asyncio.to_thread(lambda: meanwhile(fresh, old).warm())
        log.info("content_reloaded topics=%d wordings=%d", len(fresh.topics), len(fresh.wordings))
        out.print(f"Content was read anew and is in force: {len(fresh.topics)} topics, {len(fresh.wordings)} texts.")
        if old.learned is None or not await asyncio.to_thread(same_lines, fresh, old):
            await self._learn(fresh)
        return True

    async def _learn(self, fresh: Library) -> None:
        """Until this ends, and where it fails, questions are understood as before the change."""
        self._tried = monotonic()
        try:
            self._engine.library = await self._teach(fresh)
        except Exception as error:
            log.error("learn_failed fault=%s", type(error).__name__, exc_info=True)
            out.print(
                "Learning failed; Faro goes on with what it had learned before. See `python bot.py build`.", style="bold red"
            )


def newest(root: Path) -> int:
    """When anything below content/ or locales/ changed last, in nanoseconds; folders count, so that a deleted file is noticed."""
    times = []
    for folder in (root / "content", root / "locales"):
        for path in (folder, *folder.rglob("*")):
            with suppress(OSError):  # it went away between listing and looking: then its folder has changed
                times.append(path.stat().st_mtime_ns)
    return max(times, default=0)


def read(old: Library, today: date) -> Library:
    """The content as it stands in the files now. Raises ContentError where it cannot be used or has mistakes that `old` has not.

    Mistakes that were in force before the change (a language that lacks words, a date that has passed) do not hold up a change that mends
    something else; a start does not refuse them either.
    """
    fresh = open_library(old.root)
    worse = _worse(all_problems(old, today), all_problems(fresh, today))
    if worse:
        raise ContentError(worse)
    return fresh


def meanwhile(fresh: Library, old: Library) -> Library:
    """What answers until the new ways of asking are learned: the new words with the old understanding, where these fit together."""
    if old.learned is None:
        return fresh
    if same_lines(fresh, old):
        return fresh.with_learned(old.learned)
    known = {ask.topic for ask in old.asks} <= {*fresh.topics, "none"}
    if not known:
        return fresh
    kept = replace(fresh, asks=old.asks, examples=old.examples, abbreviations=old.abbreviations)
    return kept.with_learned(old.learned)


def same_lines(fresh: Library, old: Library) -> bool:
    """Whether what was learned from `old` holds for `fresh`."""
    return model.content_hash(fresh) == model.content_hash(old)


def _worse(before: Iterable[Problem], after: Iterable[Problem]) -> list[Problem]:
    """The mistakes that are more than before at their place. Lines and figures within a text may move without being a new mistake."""
    left = Counter(_place(problem) for problem in before if not problem.warning)
    found = []
    for problem in after:
        if problem.warning:
            continue
        left[_place(problem)] -= 1
        if left[_place(problem)] < 0:
            found.append(problem)
    return found


def _place(problem: Problem) -> tuple[str, str, str]:
    return problem.file, problem.id, problem.rule


def _refuse(problems: list[Problem]) -> None:
    """One line: what is wrong, and that nothing of it was taken."""
    log.warning("content_refused problems=%d", len(problems))
    told = f"The changed content was not taken; what was in force stays. {len(problems)} problems, first: {problems[0]}"
    out.print(f"{told}. `python bot.py check` lists all.", style="bold yellow", markup=False)
