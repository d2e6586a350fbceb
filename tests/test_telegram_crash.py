"""Promise 4 over the real program: `bot.py run` between SIGKILLs at the worst moments, and a Telegram that fails in every way it has.
On SQLite one process; on PostgreSQL two at once, of which one polls, and PostgreSQL itself dies in the midst.

Each person follows one of a few scripts. A person of an undisturbed first life shows what each script is answered with; under fire
every other person must hear exactly the same, in the same order. FARO_TEST_CONVERSATIONS=200 makes it as large as one likes.
"""

import asyncio
import contextlib
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from faro.library import Library
from tests import postgresql
from tests.telegram_server import Call, Chat, TelegramServer, User, wire

ROOT = Path(__file__).resolve().parents[1]
TOKEN = "100:test"
CONVERSATIONS = int(os.environ.get("FARO_TEST_CONVERSATIONS", "60"))
KILLS = max(8, CONVERSATIONS // 5)
CLAIMED = 8
"""How many referrals a member of staff takes and answers in the storm."""

PACED = 600
"""Seconds that so many alerts may take: Telegram lets a bot send 20 messages a minute to a group, and what is grave goes first."""

CRY, AGAIN = "me quiero morir, ya no aguanto", "ayuda, me quiero matar"
"""In each script one call for help at least; a second one opens no second referral and rings no second alert."""

WHERE, YES = "estoy en tapachula", "sí"
"""After it the person says where, and that we may write: staff's words would wait otherwise."""

SCRIPTS = (
    ("/start", "puedo ir a la escuela aqui?", "/help", CRY, WHERE, "/privacy", YES, "/help"),
    (CRY, WHERE, "/help", YES, "/privacy", AGAIN, "/privacy", "/place"),
    ("/help", "/person", "/language", "como pido asilo?", "/privacy"),
    ("/privacy", "hola", "/start", CRY, WHERE, "/help", YES, "/privacy"),
)

pytestmark = pytest.mark.storm
HOWS = ("before_send", "after_send", "after_send", "after_poll", "before_poll", "any_time")
"""When a life ends. The two worst: Telegram took a message and the answer never came; Telegram handed updates over."""


LATEST = 3.0
"""Seconds after which a doomed life ends anyway."""


class Deadly(TelegramServer):
    """Telegram, and the death of whoever talks to it. Each program has a door of its own, so that it is known who calls."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.deaths: list[datetime] = []
        self.lives: dict[Any, int] = {}

    @asynccontextmanager
    async def door(self, program: "Program") -> AsyncIterator[str]:
        """An address at which only this program calls."""
        app = self.app()

        async def known(scope: Scope, receive: Receive, send: Send) -> None:
            self.lives.setdefault(scope["client"], program.life)
            await app(scope | {"program": program}, receive, send)

        async with wire.listening(known) as url:  # type: ignore[arg-type]
            yield url

    async def _take_effect(self, request: Request, call: Call) -> None:
        program = request.scope["program"]
        program.called += 1
        if program.doom == ("before_poll" if call.method == "getUpdates" else "before_send"):
            program.kill()
        await super()._take_effect(request, call)

    async def _accept(self, request: Request, call: Call) -> Response:
        program = request.scope["program"]
        if program.doom == ("after_poll" if call.method == "getUpdates" and call.result else "after_send"):
            program.kill()
        response = await super()._accept(request, call)
        # What a dead program had still written into its socket was taken, and its answer reached nobody.
        call.answered = call.answered and program.pid is not None and self.lives[request.scope["client"]] == program.life
        return response


class Program:
    """One program's lives, one after the other; each is killed as the plan says, the last one lives."""

    def __init__(self, server: Deadly, folder: Path, settings: dict[str, str], plan: "asyncio.Queue[tuple[str, float]]") -> None:
        self.server, self.folder, self.plan = server, folder, plan
        kept = {name: value for name, value in os.environ.items() if not name.startswith("FARO_")}
        self.env = kept | {
            "FARO_TELEGRAM_TOKEN": TOKEN,
            "FARO_DATA": str(folder / "data"),
            "FARO_PORT": "0",
            "FARO_ENCODER": "false",
            "PYTHONPATH": str(ROOT),
        }
        self.env |= settings
        self.pid: int | None = None
        self.doom, self.life, self.called, self.ended = "", 0, 0, False

    def command(self, *arguments: str) -> None:
        """One of bot.py's other commands."""
        subprocess.run(
            [sys.executable, str(ROOT / "bot.py"), *arguments], cwd=self.folder, env=self.env, check=True, capture_output=True
        )

    def kill(self) -> None:
        if self.pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            self.server.deaths.append(self.server.world.clock())
            self.pid, self.doom = None, ""

    @asynccontextmanager
    async def alive(self, mutant: str = "") -> AsyncIterator[None]:
        async with self.server.door(self) as self.env["FARO_TELEGRAM_API"]:
            running = asyncio.create_task(self.run(mutant))
            try:
                yield
            finally:
                running.cancel()
                await asyncio.gather(running, return_exceptions=True)

    async def run(self, mutant: str) -> None:
        log = (self.folder / "log.txt").open("ab")
        program = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.crash_lives", mutant,
            cwd=self.folder, env=self.env, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=log,
        )  # fmt: skip
        assert program.stdin
        assert program.stdout
        try:
            assert await program.stdout.readline() == b"ready\n"
            while True:
                self.life += 1
                self.called = 0
                program.stdin.write(b"go\n")
                self.pid = int(await program.stdout.readline())
                killer = asyncio.create_task(self.end())
                await program.stdout.readline()
                killer.cancel()
        finally:
            self.ended = True
            self.kill()
            self.server.world.pulse.beat()
            with contextlib.suppress(ProcessLookupError):
                program.kill()
            await program.wait()
            log.close()

    async def end(self) -> None:
        """Once this life has begun to call Telegram it is doomed."""
        while not self.called:
            await asyncio.sleep(0.02)
        how, after = await self.plan.get()
        await asyncio.sleep(after)
        self.doom = how
        if how != "any_time":
            await asyncio.sleep(LATEST)  # its moment may never come: another process polls, or nothing is to be sent
        self.kill()


class Storm:
    """Everybody who writes, and what they are answered."""

    def __init__(self, server: Deadly, library: Library, chance: random.Random, rosa: User, room: Chat) -> None:
        self.server, self.library, self.chance = server, library, chance
        self.rosa, self.room = rosa, room
        self.people: dict[int, list[User]] = defaultdict(list)
        self.quiet: list[User] = []
        self.heard_first: dict[int, list[str]] = {}

    def sent(self, user: User) -> list[Call]:
        return [call for call in self.server.called("sendMessage") if call.arguments["chat_id"] == user.id]

    def heard(self, user: User) -> list[str]:
        """What stands in a chat from the bot, what came again left out."""
        texts = [call.arguments["text"] for call in self.sent(user)]
        return [text for n, text in enumerate(texts) if n == 0 or texts[n - 1] != text]

    async def show(self, number: int) -> None:
        """A script in quiet: each message waits for its answer."""
        user = self.server.add_user(f"Quiet {number}", language="es")
        self.quiet.append(user)
        for said in SCRIPTS[number]:
            before = len(self.server.replies(user))
            await self.server.say(user, said)
            await self.server.wait_for(lambda n=before: len(self.server.replies(user)) > n, 15)
            while len(self.server.replies(user)) > before:  # some are answered with several messages
                before = len(self.server.replies(user))
                await asyncio.sleep(0.7)
        self.heard_first[number] = self.heard(user)
        assert len(self.heard_first[number]) >= len(SCRIPTS[number])

    async def write(self, number: int, start: float) -> None:
        user = self.server.add_user(f"Person {number}", language="es")
        self.people[number % len(SCRIPTS)].append(user)
        await asyncio.sleep(start)
        for said in SCRIPTS[number % len(SCRIPTS)]:
            await self.server.say(user, said)
            await asyncio.sleep(self.chance.random() * 0.5)

    async def weather(self, seconds: float) -> None:
        """What Telegram does meanwhile."""
        faults, updates = self.server.faults, self.server.updates
        updates.duplicates, updates.disorder = 0.1, 0.1
        faults.add("answer_lost", chance=0.03)
        faults.add("500", chance=0.01)
        for what in ("busy", "away", "busy", "away", "busy"):
            await asyncio.sleep(seconds / 6)
            if what == "busy":
                faults.add("429", method="sendMessage", times=8)
            else:
                faults.down(0.8)

    def alerts(self) -> dict[str, list[Call]]:
        """What rang in the staff group: of each referral's button the messages under which it stood. Many at once are told together."""
        found: dict[str, list[Call]] = {}
        for call in self.server.called("sendMessage"):
            if call.arguments["chat_id"] == self.room.id:
                for button in re.findall(r"staff:claim:\d+", str(call.arguments.get("reply_markup"))):
                    found.setdefault(button, []).append(call)
        return found

    async def desk(self) -> dict[int, str]:
        """Rosa takes some referrals and writes in the topic of each; what she wrote, by topic."""
        said: dict[int, str] = {}
        waiting = {}
        await self.server.wait_for(lambda: len(self.alerts()) >= CLAIMED, PACED)
        for message in self.server.replies(self.room):
            for row in message.get("reply_markup", {}).get("inline_keyboard", ()):
                waiting |= {button["callback_data"]: (message, button) for button in row if "claim" in button["callback_data"]}
        for message, button in list(waiting.values())[-CLAIMED:]:
            self.server._query(self.rosa, message, button)
        await self.server.wait_for(lambda: len(self.titles()) >= CLAIMED, PACED)
        for number, thread in enumerate(sorted(self.titles().values())):
            said[thread] = f"Te leo, soy yo otra vez: {number}"
            await self.server.say(self.rosa, said[thread], chat=self.room, thread=thread)
        return said

    def titles(self) -> dict[str, int]:
        """Topics in which words stand, by title: a topic that was made twice by an excused repeat counts once."""
        used = {m.get("message_thread_id") for m in self.server.replies(self.room) if "text" in m}
        return {topic.name: topic.id for topic in self.server.chat(self.room).topics.values() if topic.id in used}

    def is_over(self, said: dict[int, str]) -> bool:
        people = [(n, user) for n, users in self.people.items() for user in users]
        if len(self.alerts()) < len(people) + len(SCRIPTS):
            return False
        everybody = [*self.quiet, *(user for _, user in people)]
        answers = sum(any(words in text for user in everybody for text in self.heard(user)) for words in said.values())
        return answers == len(said) and all(len(self.without(self.heard(u), said)) >= len(self.heard_first[n]) for n, u in people)

    def without(self, texts: list[str], said: dict[int, str]) -> list[str]:
        """What the bot said by itself: neither staff's words nor the line that tells that a person writes now."""
        theirs = [*said.values(), self.library.say("es", "staff-intro-responder")]
        return [text for text in texts if not any(words in text for words in theirs)]


Weather = Callable[[float], Awaitable[None]]


async def play(
    folder: Path,
    library: Library,
    seed: int,
    *,
    mutant: str = "",
    conversations: int = CONVERSATIONS,
    programs: int = 1,
    database: str = "",
    outages: Weather | None = None,
) -> tuple[Storm, dict[int, str]]:
    """The whole storm, until all are answered or it is plain that they will not be."""
    chance = random.Random(seed)
    plan: asyncio.Queue[tuple[str, float]] = asyncio.Queue()
    async with Deadly.running(TOKEN, seed=seed) as server, AsyncExitStack() as lives:
        rosa = server.add_user("Rosa", language="es")
        room = server.add_group("Staff", forum=True, admins=(rosa,))
        settings = {"FARO_STAFF_CHAT": str(room.id)} | ({"FARO_DATABASE_URL": database} if database else {})
        running = [Program(server, folder, settings, plan) for _ in range(programs)]
        await asyncio.to_thread(running[0].command, "staff", "add", "Rosa", "--telegram", str(rosa.id))
        storm = Storm(server, library, chance, rosa, room)
        for program in running:
            await lives.enter_async_context(program.alive(mutant))
        await server.wait_for(lambda: all(one.called for one in running) or any(one.ended for one in running), 180)
        assert not any(one.ended for one in running), (folder / "log.txt").read_text()[-2000:]
        for number in range(len(SCRIPTS)):
            await storm.show(number)
        seconds = conversations / 5
        kills = max(4, KILLS * conversations // CONVERSATIONS)
        for _ in range(kills):
            plan.put_nowait((chance.choice(HOWS), chance.random() * seconds / kills))
        writers = [storm.write(number, chance.random() * seconds) for number in range(conversations)]
        await asyncio.gather(storm.weather(seconds), *([outages(seconds)] if outages else []), *writers)
        said = {} if mutant else await storm.desk()
        for _ in range(40 if mutant else 10 * PACED):  # slowness is not what is judged
            if storm.is_over(said) and not server.updates.pending and plan.empty():
                break
            await asyncio.sleep(0.1)
        await asyncio.sleep(1)
    return storm, said


def excused(before: Call, again: Call, deaths: list[datetime]) -> bool:
    """Whether it may come again: its answer was lost, or somebody died before that could be noted."""
    return not before.answered or any(before.at <= death <= again.at for death in deaths)


def unexcused(calls: list[Call], deaths: list[datetime]) -> list[str]:
    """What came again though its answer had arrived and nobody died in between."""
    last: dict[str, tuple[Call, str]] = {}
    wrong = []
    for call in calls:
        given = call.arguments
        if call.method not in ("sendMessage", "createForumTopic"):
            continue
        key = str([call.method] + [given.get(name) for name in ("chat_id", "text", "message_thread_id", "reply_markup", "name")])
        # The same may be answered twice to two questions; what comes again by mistake comes next, but in the group, which is not in order.
        place = str(given["chat_id"]) if given["chat_id"] > 0 else key
        before, of = last.get(place, (None, ""))
        if before is not None and of == key and not excused(before, call, deaths):
            wrong.append(f"{key} at {before.at:%T.%f} and {call.at:%T.%f}")
        last[place] = (call, key)
    return wrong


async def judge(storm: Storm, said: dict[int, str], database: str) -> None:
    """What promise 4 says, checked."""
    server = storm.server
    # An edit that comes again after a death changes nothing any more, and Telegram says so: that is its answer to a repeat.
    refused = [call for call in server.rejected if "message is not modified" not in call.description]
    assert [(call.method, call.description, call.arguments) for call in refused] == []
    for number, people in storm.people.items():
        for user in people:
            heard = storm.without(storm.heard(user), said)
            assert heard == storm.heard_first[number], f"person {user.id} of script {number}"
    everybody = [user for users in storm.people.values() for user in users]
    all_texts = [text for user in [*storm.quiet, *everybody] for text in storm.heard(user)]
    from_staff = Counter(words for words in said.values() for text in all_texts if words in text)
    assert from_staff == Counter(said.values()), "an answer of staff is missing or went to two"
    people = len(everybody) + len(SCRIPTS)
    referrals = [row[0] for row in await kept(database, "select person from referral")]
    parked = len(await kept(database, "select id from inbox where state != 'done'"))
    # The board is brought up to date for ever.
    waits = (
        "select purpose, state, fault from outbox where state != 'sent' and coalesce(fault, '') not in ('grouped', 'superseded')"
    )
    unsent = await kept(database, f"{waits} and not (purpose = 'board' and state = 'new')")
    assert len(referrals) == len(set(referrals)) == people, "one referral for each call for help"
    assert (parked, unsent) == (0, [])
    alerts = storm.alerts()
    assert len(alerts) == people, "an alert for each call for help"
    # It rings again where it is graver than it was; one that must be told again may by then stand in a message with others.
    graver = storm.library.say("es", "desk-alert-raised")
    rung = {button: [call for call in calls if graver not in call.arguments["text"]] for button, calls in alerts.items()}
    twice = [(button, *pair) for button, calls in rung.items() for pair in pairwise(calls) if not excused(*pair, server.deaths)]
    assert [(button, before.at, again.at, again.arguments["text"]) for button, before, again in twice] == [], "no second alert"
    assert unexcused(server.calls, server.deaths) == []


async def kept(database: str, query: str) -> list[tuple[Any, ...]]:
    """What the database holds: the file in this folder, or what is at this address."""
    if "://" not in database:
        with contextlib.closing(sqlite3.connect(Path(database) / "data" / "faro.db")) as db:
            return list(db.execute(query))
    connection = await postgresql.connect(database)
    try:
        return [tuple(row) for row in await connection.fetch(query)]
    finally:
        await connection.close()


async def test_the_program_dies_again_and_again(tmp_path: Path, library: Library) -> None:
    """All answered as in quiet, in order; one referral and one alert a person; repeats only where a death or a lost answer explains them."""
    storm, said = await play(tmp_path, library, seed=4)
    assert len(storm.server.deaths) > KILLS
    await judge(storm, said, str(tmp_path))


async def test_two_programs_and_their_postgresql_die_again_and_again(tmp_path: Path, library: Library) -> None:
    """The same with two processes on one PostgreSQL, which is killed and stopped in the midst of it."""
    folder = Path(tempfile.mkdtemp(prefix="faro-postgresql-"))  # where another user may go
    try:
        lives = [await asyncio.to_thread(postgresql.start, folder, synchronous_commit="on")]
    except postgresql.Unavailable as reason:
        pytest.skip(f"no PostgreSQL: {reason}")
    try:
        url = await lives[0].empty()

        async def outages(seconds: float) -> None:
            for how in (signal.SIGKILL, signal.SIGQUIT, signal.SIGINT):
                await asyncio.sleep(seconds / 4)
                lives.append(await asyncio.to_thread(postgresql.again, lives[-1], how, 1.5, synchronous_commit="on"))

        storm, said = await play(tmp_path, library, seed=5, programs=2, database=url, outages=outages)
        assert len(storm.server.deaths) > KILLS
        await judge(storm, said, url)
    finally:
        await asyncio.to_thread(postgresql.stop, lives[-1])
        shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize("mutant", ["acknowledge_early", "mark_early", "swallow_send"])
async def test_the_judge_notices_a_broken_promise(tmp_path: Path, library: Library, mutant: str) -> None:
    """A program that acknowledges, marks or swallows too early fails the same judgement."""
    storm, said = await play(tmp_path, library, seed=4, mutant=mutant, conversations=12)
    with pytest.raises(AssertionError):
        await judge(storm, said, str(tmp_path))
