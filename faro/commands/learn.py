"""Learning beside the service: tables and learned arrays are made in threads and in a child process, while Faro answers."""

import asyncio
import sys
from collections.abc import Callable

from rich.console import Console

from faro.assistant import language
from faro.library import Library, model
from faro.settings import Settings

out = Console(highlight=False, soft_wrap=True)


async def learned(library: Library, settings: Settings, early: Callable[[Library], None] = lambda _: None) -> Library:
    """This library with its learned arrays; where they are absent a child process builds them first (a few minutes).

    `early` is given the library as soon as it understands free questions, before the sentence encoder's weights are read.
    Raises RuntimeError when they could not be built, LearnedError when they are damaged.
    """
    arrays = await asyncio.to_thread(_load, library, settings, False)
    if arrays is None:
        out.print("Learning from content/ (a few minutes); Faro answers meanwhile, and notices danger by phrases.")
        await asyncio.to_thread(_prepare, library)
        if not await _build():
            raise RuntimeError("build failed")
        arrays = await asyncio.to_thread(_load, library, settings, False)
    if arrays is None:
        # The child learned from files that had changed again since.
        raise RuntimeError("what was built is of other content")
    known = await asyncio.to_thread(_prepare, library.with_learned(arrays))
    early(known)
    return await asyncio.to_thread(lambda: known.with_learned(_load(library, settings, settings.encoder)).warm())


def _prepare(library: Library) -> Library:
    """Tables that take a second to make: made beside the service, so that neither the start nor the first message waits."""
    library.warm()
    language.detect("hola", library)
    return library


def _load(library: Library, settings: Settings, encoder: bool) -> model.Learned | None:
    return model.load(library, settings.data / "learned", use_encoder=encoder)


async def _build() -> bool:
    """`bot.py build` in a child: training takes memory that the service should not keep."""
    child = await asyncio.create_subprocess_exec(sys.executable, sys.argv[0], "build", stdout=asyncio.subprocess.DEVNULL)
    try:
        return await child.wait() == 0
    except asyncio.CancelledError:
        child.terminate()
        await child.wait()
        raise
