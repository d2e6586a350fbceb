"""Promise 4 over the real program: `bot.py run` between SIGKILLs at the worst moments, and a Telegram that fails in every way it has.

Each person follows one of a few scripts. A person of an undisturbed first life shows what each script is answered with; under fire
every other person must hear exactly the same, in the same order. FARO_TEST_CONVERSATIONS=200 makes it as large as one likes.
"""

import asyncio
import contextlib
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response

from faro.library import Library
from tests.telegram_server import Call, Chat, TelegramServer, User

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

SCRIPTS = (
    ("/start", "puedo ir a la escuela aqui?", "/help", CRY, "/privacy"),
    (CRY, "/help", AGAIN, "/privacy", "/place"),
    ("/help", "/person", "/language", "como pido asilo?", "/privacy"),
    ("/privacy", "hola", "/start", CRY, "/help"),
)

pytestmark = pytest.mark.storm
HOWS = ("before_send", "after_send", "after_send", "after_poll", "before_poll", "any_time")
"""When a life ends. The two worst: Telegram took a message and the answer never came; Telegram handed updates over."""


class Deadly(TelegramServer):
    """Telegram, and the death of whoever talks to it."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.deaths: list[datetime] = []
        self.pid: int | None = None
        self.doom = ""

    def kill(self) -> None:
        if self.pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            self.deaths.append(self.world.clock())
            self.pid, self.doom = None, ""

    async def _take_effect(self, request: Request, call: Call) -> None:
        if self.doom == ("before_poll" if call.method == "getUpdates" else "before_send"):
            self.kill()
        await super()._take_effect(request, call)

    async def _accept(self, request: Request, call: Call) -> Response:
        if self.doom == ("after_poll" if call.method == "getUpdates" and call.result else "after_send"):
            self.kill()
        response = await super()._accept(request, call)
        # What a dead program had still written into its socket was taken, and its answer reached nobody.
        call.answered = call.answered and self.pid is not None
        return response


class Program:
    """The program's lives, one after the other; each is killed as the plan says, the last one lives."""

    def __init__(self, server: Deadly, folder: Path, room: int, mutant: str) -> None:
        self.server, self.folder, self.mutant = server, folder, mutant
        kept = {name: value for name, value in os.environ.items() if not name.startswith("FARO_")}
        self.env = kept | {
            "FARO_TELEGRAM_TOKEN": TOKEN,
            "FARO_TELEGRAM_API": server.url,
            "FARO_STAFF_CHAT": str(room),
            "FARO_DATA": str(folder / "data"),
            "FARO_PORT": "0",
            "FARO_ENCODER": "false",
            "PYTHONPATH": str(ROOT),
        }
        self.plan: asyncio.Queue[tuple[str, float]] = asyncio.Queue()
        self.ended = False

    def command(self, *arguments: str) -> None:
        """One of bot.py's other commands."""
        subprocess.run(
            [sys.executable, str(ROOT / "bot.py"), *arguments], cwd=self.folder, env=self.env, check=True, capture_output=True
        )

    async def run(self) -> None:
        log = (self.folder / "log.txt").open("wb")
        program = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.crash_lives", self.mutant,
            cwd=self.folder, env=self.env, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=log,
        )  # fmt: skip
        assert program.stdin
        assert program.stdout
        try:
            assert await program.stdout.readline() == b"ready\n"
            while True:
                program.stdin.write(b"go\n")
                self.server.pid = int(await program.stdout.readline())
                killer = asyncio.create_task(self.end())
                await program.stdout.readline()
                killer.cancel()
        finally:
            self.ended = True
            self.server.kill()
            self.server.world.pulse.beat()
            with contextlib.suppress(ProcessLookupError):
                program.kill()
            await program.wait()
            log.close()

    async def end(self) -> None:
        """Once this life has begun to hear updates it is doomed."""
        seen = len(self.server.called("getUpdates"))
        while len(self.server.called("getUpdates")) == seen and not self.server.updates.polls:
            await asyncio.sleep(0.02)
        how, after = await self.plan.get()
        await asyncio.sleep(after)
        self.server.doom = how
        if how == "any_time":
            self.server.kill()


class Storm:
    """Everybody who writes, and what they are answered."""

    def __init__(self, server: Deadly, library: Library, program: Program, chance: random.Random, rosa: User, room: Chat) -> None:
        self.server, self.library, self.program, self.chance = server, library, program, chance
        self.rosa, self.room = rosa, room
        self.people: dict[int, list[User]] = defaultdict(list)
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
        for said in SCRIPTS[number]:
            before = len(self.server.replies(user))
            await self.server.say(user, said)
            await self.server.wait_for(lambda n=before: len(self.server.replies(user)) > n, 15)
            await asyncio.sleep(0.15)
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

    def alerts(self) -> dict[str, set[str]]:
        """What rang in the staff group: of each referral's button the messages under which it stood. Many at once are told together."""
        found: dict[str, set[str]] = {}
        for call in self.server.called("sendMessage"):
            if call.arguments["chat_id"] == self.room.id:
                markup = str(call.arguments.get("reply_markup"))
                for button in re.findall(r"staff:claim:\d+", markup):
                    found.setdefault(button, set()).add(call.arguments["text"] + markup)
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
        answers = sum(any(words in text for _, user in people for text in self.heard(user)) for words in said.values())
        return answers == len(said) and all(len(self.without(self.heard(u), said)) >= len(self.heard_first[n]) for n, u in people)

    def without(self, texts: list[str], said: dict[int, str]) -> list[str]:
        """What the bot said by itself: neither staff's words nor the line that tells that a person writes now."""
        theirs = [*said.values(), self.library.say("es", "staff-intro-responder")]
        return [text for text in texts if not any(words in text for words in theirs)]


async def play(
    folder: Path, library: Library, seed: int, mutant: str = "", conversations: int = CONVERSATIONS
) -> tuple[Storm, dict[int, str]]:
    """The whole storm, until all are answered or it is plain that they will not be."""
    chance = random.Random(seed)
    async with Deadly.running(TOKEN, seed=seed) as server:
        rosa = server.add_user("Rosa", language="es")
        room = server.add_group("Staff", forum=True, admins=(rosa,))
        program = Program(server, folder, room.id, mutant)
        await asyncio.to_thread(program.command, "staff", "add", "Rosa", "--telegram", str(rosa.id))
        storm = Storm(server, library, program, chance, rosa, room)
        async with alive(program):
            await server.wait_for(lambda: server.updates.polls or program.ended, 30)
            assert not program.ended, (folder / "log.txt").read_text()[-2000:]
            for number in range(len(SCRIPTS)):
                await storm.show(number)
            seconds = conversations / 5
            kills = max(4, KILLS * conversations // CONVERSATIONS)
            for _ in range(kills):
                program.plan.put_nowait((chance.choice(HOWS), chance.random() * seconds / kills))
            writers = [storm.write(number, chance.random() * seconds) for number in range(conversations)]
            await asyncio.gather(storm.weather(seconds), *writers)
            said = {} if mutant else await storm.desk()
            for _ in range(40 if mutant else 10 * PACED):  # slowness is not what is judged
                if storm.is_over(said) and not server.updates.pending and program.plan.empty():
                    break
                await asyncio.sleep(0.1)
            await asyncio.sleep(1)
        return storm, said


@asynccontextmanager
async def alive(program: Program) -> AsyncIterator[None]:
    running = asyncio.create_task(program.run())
    try:
        yield
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


def unexcused(calls: list[Call], deaths: list[datetime]) -> list[str]:
    """What came again though its answer had arrived and nobody died in between."""
    last: dict[str, Call] = {}
    wrong = []
    for call in calls:
        given = call.arguments
        if call.method not in ("sendMessage", "createForumTopic"):
            continue
        key = str([call.method] + [given.get(name) for name in ("chat_id", "text", "message_thread_id", "reply_markup", "name")])
        before = last.get(key)
        if before is not None and before.answered and not any(before.at <= death <= call.at for death in deaths):
            wrong.append(f"{key} at {before.at:%T.%f} and {call.at:%T.%f}")
        last[key] = call
    return wrong


def judge(storm: Storm, said: dict[int, str]) -> None:
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
    from_staff = Counter(words for words in said.values() for user in everybody for text in storm.heard(user) if words in text)
    assert from_staff == Counter(said.values()), "an answer of staff is missing or went to two"
    people = len(everybody) + len(SCRIPTS)
    with contextlib.closing(sqlite3.connect(storm.program.folder / "data" / "faro.db")) as db:
        referrals = [row[0] for row in db.execute("select person from referral")]
        parked = db.execute("select count(*) from inbox where state != 'done'").fetchone()[0]
        unsent = db.execute(
            "select purpose, state, fault from outbox where state != 'sent' and fault is not 'grouped'"
        ).fetchall()
    assert len(referrals) == len(set(referrals)) == people, "one referral for each call for help"
    assert (parked, unsent) == (0, [])
    alerts = storm.alerts()
    assert len(alerts) == people, "an alert for each call for help"
    assert {len(messages) for messages in alerts.values()} == {1}, "no second alert"
    assert unexcused(server.calls, server.deaths) == []


async def test_the_program_dies_again_and_again(tmp_path: Path, library: Library) -> None:
    """All answered as in quiet, in order; one referral and one alert a person; repeats only where a death or a lost answer explains them."""
    storm, said = await play(tmp_path, library, seed=4)
    assert len(storm.server.deaths) > KILLS
    judge(storm, said)


@pytest.mark.parametrize("mutant", ["acknowledge_early", "mark_early", "swallow_send"])
async def test_the_judge_notices_a_broken_promise(tmp_path: Path, library: Library, mutant: str) -> None:
    """A program that acknowledges, marks or swallows too early fails the same judgement."""
    storm, said = await play(tmp_path, library, seed=4, mutant=mutant, conversations=12)
    with pytest.raises(AssertionError):
        judge(storm, said)
