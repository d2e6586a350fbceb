"""Learning beside the service: tables and learned arrays are made in threads and in a child process, while Faro answers."""

import asyncio
import sys

from rich.console import Console

from faro.assistant import language
from faro.library import Library, model
from faro.settings import Settings

out = Console(highlight=False, soft_wrap=True)


async def learned(library: Library, settings: Settings) -> Library:
    """This library with its learned arrays; where they are absent a child process builds them first (a minute or two).

    Raises RuntimeError when they could not be built, LearnedError when they are damaged.
    """
    await asyncio.to_thread(_prepare, library)
    arrays = await asyncio.to_thread(_load, library, settings)
    if arrays is None:
        out.print("Learning from content/ (a minute or two); Faro answers meanwhile, and notices danger by phrases.")
        if not await _build():
            raise RuntimeError("build failed")
        arrays = await asyncio.to_thread(_load, library, settings)
    if arrays is None:
        # The child learned from files that had changed again since.
        raise RuntimeError("what was built is of other content")
    return await asyncio.to_thread(library.with_learned(arrays).warm)


def _prepare(library: Library) -> None:
    """Tables that take a second to make: made beside the service, so that neither the start nor the first message waits."""
    library.warm()
    language.detect("hola", library)


def _load(library: Library, settings: Settings) -> model.Learned | None:
    return model.load(library, settings.data / "learned", use_encoder=settings.encoder)


async def _build() -> bool:
    """`bot.py build` in a child: training takes memory that the service should not keep."""
    child = await asyncio.create_subprocess_exec(sys.executable, sys.argv[0], "build", stdout=asyncio.subprocess.DEVNULL)
    try:
        return await child.wait() == 0
    except asyncio.CancelledError:
        child.terminate()
        await child.wait()
        raise
