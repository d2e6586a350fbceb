"""`asks`: the ways of asking, looked after. What doubles, strays or is not needed; and what one more line would change, before it is written."""

import asyncio
import os
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import typer
from rich.console import Console

from faro.assistant import language as languages
from faro.assistant import match
from faro.commands import opening
from faro.library import Library, model, overlap
from faro.library.checks import asks as rule
from faro.library.entries import LANGUAGES
from faro.library.features import Floats
from faro.library.lines import Ask
from faro.library.overlap import Effect, Found, Kind, Near, Placed
from faro.library.text import fold
from faro.settings import Settings
from faro.storage import Seal, Store, views
from faro.storage.errors import StorageError

out = Console(highlight=False, soft_wrap=True)

TOLD = {
    Kind.SAME: "says the same as",
    Kind.STRAY: "is nearer to another topic",
    Kind.SPARE: "changes nothing when it is removed, beside",
}

LONGEST_LINE = 500
"""Characters of a way of asking: what people type at once, not a letter."""

QUESTIONS = 200
"""Unanswered questions that are looked at, the newest."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A line that somebody would like to add."""

    topic: str
    text: str
    language: str
    writer: str | None
    region: str | None


def asks(
    lang: str | None = typer.Argument(None, metavar="[LANG]", help="es, en, pt, fr, ht or ar; all of them without it."),
    *,
    most: int = typer.Option(3, "--most", "-n", min=1, help="Lines of each kind shown of a topic, the worst first."),
    topic: str | None = typer.Option(None, "--topic", help="Only lines of this topic ('none': outside the subject)."),
    add: tuple[str, str] | None = typer.Option(
        None, "--add", metavar="TOPIC TEXT", help="Show what one more way of asking would change. Writes nothing without --write."
    ),
    language: str | None = typer.Option(None, "--language", help="The language of the new line; else what it is taken for."),
    write: str | None = typer.Option(None, "--write", metavar="WRITER", help="Append the new line to this writer's file."),
    region: str | None = typer.Option(None, "--region", help="Where the writer is from, for the head of a new file."),
) -> None:
    """List ways of asking that say the same, lie nearest to another topic, or would not be missed; or try a new one with --add.

    Figures are nearness from 0 to 1. Nothing is learned; without learned arrays letters and words alone are compared.
    """
    for name in (lang, language):
        if name is not None and name not in LANGUAGES:
            opening.fail(f"{name} is none of {', '.join(LANGUAGES)}.")
    settings, library = opening.settings(), opening.library()
    for name in (topic, add[0] if add else None):
        if name is not None and name != "none" and name not in library.topics:
            opening.fail(f"{name} is no topic; `python bot.py status` lists them.")
    if add is not None:
        _try(library, settings, _wish(library, add, language or lang, write, region), most)
        return
    meaning, placed = _meaning(library, settings), overlap.placed(library)
    for name in (lang,) if lang else LANGUAGES:
        _list(library, [one for one in placed if one.ask.language == name], meaning, most=most, topic=topic)


def _meaning(library: Library, settings: Settings) -> Floats | None:
    try:
        return model.meaning_of_asks(library, settings.data / "learned") if settings.encoder else None
    except model.LearnedError as error:
        opening.errors.print(str(error), style="yellow", markup=False)
        return None


def _list(library: Library, lines: Sequence[Placed], meaning: Floats | None, *, most: int, topic: str | None) -> None:
    """What was noticed of one language, by topic."""
    if not lines:
        return
    by_topic: dict[str, list[Found]] = defaultdict(list)
    for one in overlap.compared(overlap.table(library, lines, meaning)):
        if topic in (None, one.line.ask.topic):
            by_topic[one.line.ask.topic].append(one)
    counted = Counter(one.kind for found in by_topic.values() for one in found)
    by = "letters, words and meaning" if meaning is not None else "letters and words"
    out.print(
        f"{lines[0].ask.language}: {len(lines)} lines compared by {by}: {counted[Kind.SAME]} say the same as another, "
        f"{counted[Kind.STRAY]} are nearer to another topic, {counted[Kind.SPARE]} would not be missed."
    )
    for name in sorted(by_topic):
        out.print(f"\n{name}", style="bold", markup=False)
        for kind in Kind:
            found = [one for one in by_topic[name] if one.kind is kind]
            for one in found[:most]:
                _tell(one)
            if len(found) > most:
                out.print(f"       and {len(found) - most} more", style="dim")
    out.print("")


def _tell(found: Found) -> None:
    own = f" (its own: {found.own:.2f})" if found.kind is Kind.STRAY else ""
    beside = f"{found.other.ask.topic} " if found.kind is Kind.STRAY else ""
    out.print(f"  {found.figure:.2f}{own} {_line(found.line)} {TOLD[found.kind]}", markup=False)
    out.print(f"       {beside}{_line(found.other)}", markup=False)


def _line(placed: Placed) -> str:
    return f"{placed.file}:{placed.line} {placed.ask.text!r}"


def _wish(library: Library, add: tuple[str, str], language: str | None, writer: str | None, region: str | None) -> Wish:
    """The line as it would stand in a file; what cannot be a line is refused in one sentence."""
    topic, text = add[0], " ".join(add[1].split())
    if not fold(text):
        opening.fail("The text has no letter.")
    if text.startswith("#"):
        opening.fail("A line that begins with # is a head line and teaches nothing.")
    if len(text) > LONGEST_LINE:
        opening.fail(f"The text is longer than {LONGEST_LINE} characters; write it as somebody types it.")
    if writer is not None and not (writer.isascii() and writer.isalnum() and writer == writer.lower()):
        opening.fail("--write takes the writer's name: small letters and digits, such as rosa.")
    if language is None:
        language = languages.detect(text, library).language
        if language not in LANGUAGES:
            opening.fail("The language cannot be told from the text: add --language.")
    return Wish(topic, text, language, writer, " ".join(region.split()) if region else None)


def _try(library: Library, settings: Settings, wish: Wish, most: int) -> None:
    """Show what the line would change, then where it belongs; write it when a writer is named and nothing speaks against it."""
    learned = _learned(library, settings)
    lines = [one for one in overlap.placed(library) if one.ask.language == wish.language]
    questions = [words for spoken, words in _questions(settings) if spoken == wish.language]
    meaning, meant = _meaning(learned, settings), None
    if meaning is not None and learned.learned is not None:
        meant = learned.learned.closeness([wish.text, *questions])
    table = overlap.table(library, lines, meaning, [wish.text, *questions], meant)
    out.print(f"{wish.text!r} as a way to ask for {wish.topic}, {wish.language}", style="bold", markup=False)
    _understood(learned, wish)
    _show(overlap.effect(table, wish.topic, most), wish, questions, most)
    _settle(library, lines, wish)


def _learned(library: Library, settings: Settings) -> Library:
    """With the arrays of this very content, if they were built; nothing is learned now."""
    try:
        return library.with_learned(model.load(library, settings.data / "learned", use_encoder=settings.encoder))
    except (model.LearnedError, OSError) as error:
        opening.errors.print(str(error), style="yellow", markup=False)
        return library


def _understood(library: Library, wish: Wish) -> None:
    found = match.rank(wish.text, library, wish.language)
    also = ", ".join(topic for topic in found.candidates if topic != found.topic)
    how = "" if library.learned else " (by strings: this content is not learned yet, `python bot.py build` does it)"
    out.print(
        f"  understood now: {found.decision.value} {found.topic or 'nothing'} {found.confidence:.2f}"
        f"{f', then {also}' if also else ''}{how}",
        markup=False,
    )


def _show(effect: Effect, wish: Wish, questions: Sequence[str], most: int) -> None:
    """The four answers: what says it already, what is nearer, what it would draw away, which questions it would meet."""
    verdict = "adds something; nearest of its topic" if effect.adds else "adds nothing: its topic says it already"
    out.print(f"  {verdict}:" if effect.own else "  is the first line of its topic")
    _near(effect.own, most)
    if effect.conflicts:
        out.print(f"  {len(effect.conflicts)} lines of other topics are nearer than that:")
        _near(effect.conflicts, most, topics=True)
    else:
        out.print("  no line of another topic is nearer")
    if effect.pulled:
        out.print(f"  {len(effect.pulled)} lines of other topics would be nearer to it than to their own:")
        _near(effect.pulled, most, topics=True)
    if effect.questions:
        out.print(f"  {len(effect.questions)} of {len(questions)} unanswered questions would have it as their nearest line:")
        for number, then, before in effect.questions[:most]:
            out.print(f"    {then:.2f} (now {before:.2f}) {questions[number]!r}", markup=False)
    elif questions:
        out.print(f"  none of {len(questions)} unanswered questions would have it as its nearest line")


def _near(listed: Sequence[Near], most: int, *, topics: bool = False) -> None:
    for near in listed[:most]:
        own = f" (its own: {near.before:.2f})" if near.before else ""
        out.print(f"    {near.figure:.2f}{own} {f'{near.line.ask.topic} ' if topics else ''}{_line(near.line)}", markup=False)


def _settle(library: Library, lines: Sequence[Placed], wish: Wish) -> None:
    """Where the line belongs; appended when a writer is named, `check` would take it and it stands nowhere yet."""
    already = overlap.stands_already(lines, wish.text, library.abbreviations)
    if already:
        out.print(f"It stands already under {already[0].ask.topic}, nothing is written: {_line(already[0])}", markup=False)
        return
    against = _refused(library, wish)
    if against:
        out.print(f"`check` would refuse it, nothing is written: {against}", markup=False)
        return
    if wish.writer is None:
        writers = sorted({one.ask.writer for one in lines if one.ask.topic == wish.topic})
        home = overlap.home(library.root, wish.language, wish.topic, "WRITER").relative_to(library.root).as_posix()
        out.print(f"It belongs into {home}: add --write WRITER ({', '.join(writers) or 'nobody yet'}).", markup=False)
        return
    try:
        path, number = _append(library, lines, wish, datetime.now(UTC).date())
    except (OSError, UnicodeDecodeError) as error:
        opening.fail(f"The line cannot be written: {error}")
    out.print(
        f"Written: {path.relative_to(library.root).as_posix()}:{number}. It counts once Faro has learned again.", markup=False
    )


def _refused(library: Library, wish: Wish) -> str | None:
    """What `check` would say of the line: it stands, nearly or wholly, under another topic."""
    new = _with_line(library, wish)
    found = rule.problems(new, datetime.now(UTC).date())
    return next((problem.text for problem in found if not problem.warning and problem.text.startswith(repr(wish.text))), None)


def _with_line(library: Library, wish: Wish) -> Library:
    """The library with only this language's lines, and the new one behind them."""
    kept = tuple(ask for ask in library.asks if ask.language == wish.language)
    new = Ask(wish.text, wish.language, wish.topic, wish.writer or "team")
    return replace(library, asks=(*kept, new), learned=None)


def _append(library: Library, lines: Sequence[Placed], wish: Wish, today: date) -> tuple[Path, int]:
    """Put the line at the end of the writer's file, which gets a head when it is new; all of it or nothing. File and line number."""
    path = overlap.home(library.root, wish.language, wish.topic, wish.writer or "team")
    if path.is_file():
        text = path.read_text("utf-8")
        text += "" if text.endswith("\n") or not text else "\n"
    else:
        text = f"# writer: {wish.writer}\n# date: {today.isoformat()}\n# region: {wish.region or _region(library, lines, wish)}\n"
    text += f"{wish.text}\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(text, "utf-8")
    os.replace(fresh, path)
    return path, text.count("\n")


def _region(library: Library, lines: Sequence[Placed], wish: Wish) -> str:
    """What stands in the writer's other files of this language."""
    for file in dict.fromkeys(one.file for one in lines if one.ask.writer == wish.writer):
        for line in (library.root / file).read_text("utf-8").splitlines():
            if line.startswith("# region:"):
                return line.partition(":")[2].strip()
    return "not told"


def _questions(settings: Settings) -> list[tuple[str, str]]:
    """The newest unanswered questions (language, words), if there is a database; none is made here."""
    if not opening.has_database(settings) or not settings.key.is_file():
        return []

    async def read() -> list[tuple[str, str]]:
        store = await Store.open(settings.database, seal := Seal.from_file(settings.key), upgrade=False, alone=False)
        try:
            asked = await store.study(lambda db: views.asked(db, seal, limit=QUESTIONS))
        finally:
            await store.close()
        return [(language, words) for _, language, words, _ in asked if fold(words)]

    try:
        return asyncio.run(read())
    except (StorageError, ValueError) as error:
        opening.errors.print(f"The unanswered questions cannot be read: {error}", style="yellow", markup=False)
        return []
