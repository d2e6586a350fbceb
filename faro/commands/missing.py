"""What somebody must mend in the team or the machine, on the terminal: `status`, `check`, `staff` and the start say it loudly."""

from collections.abc import Iterable

from rich.console import Console

from faro.commands import opening
from faro.commands.stored import with_store
from faro.library import Library, open_library
from faro.storage.gaps import NOBODY, Gap, gaps


def tell(out: Console, library: Library, found: Iterable[Gap]) -> None:
    """Each in the words of the console, in red."""
    for gap in found:
        if gap.what == NOBODY and library.operator.sample:
            continue  # a sample has no team, and says so by itself
        at = f"{gap.at:%Y-%m-%d %H:%M} UTC" if gap.at else ""
        words = library.say("en", f"desk-gap-{gap.what}", count=gap.count, hour=at)
        out.print(f"! {words}", style="bold red", markup=False)


def look(out: Console) -> None:
    """The same of the database in use; where none was made yet, nobody is registered."""
    settings = opening.settings()
    found = with_store(gaps) if opening.has_database(settings) else (Gap(NOBODY),)
    tell(out, open_library(opening.root(), strict=False), found)
