"""Fifty people and six staff act at random on both surfaces at once, with faults in between: a state machine that hypothesis drives.

What must hold whatever they do: no message lost, no two owners, no answer to the wrong person, clocks kept, the audit complete.
"""

import asyncio
import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from faro.assistant.desk import Act, Verb
from faro.assistant.message import Kind, Message
from faro.assistant.referral import Outcome, Refused
from faro.assistant.rights import Role
from faro.engine.channels import Blocked, SlowDown, ThreadGone, Unreachable
from faro.library import Library

from .conftest import GRAVE, SERIOUS
from .house import GROUP, House, build

PEOPLE, STAFF = 50, 6
TOKEN = re.compile(r"tok\d+tok")
MINUTES = {"critical": 5, "high": 60, "medium": 1440}

people = st.integers(1, PEOPLE).map(str)
members = st.integers(1, STAFF)
pick = st.integers(0, 10_000)


class Everybody(RuleBasedStateMachine):
    """One Faro. `written`: how much each person wrote; `said`: which words of staff were accepted, and for whom."""

    library: ClassVar[Library]

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.house: House = self.do(build(Path(self.folder.name) / "faro.db", self.library))
        self.written: Counter[str] = Counter()
        self.said: dict[str, str] = {}
        self.done: Counter[str] = Counter()
        self.token = 0

    def do(self, work: Any) -> Any:
        return self.loop.run_until_complete(work)

    def rows(self, sql: str) -> list[Any]:
        return self.do(self.house.engine.store.read(lambda db: list(db.exec_driver_sql(sql).all())))

    @initialize()
    def come_to_work(self) -> None:
        for number in range(1, STAFF + 1):
            role = Role.COORDINATOR if number == STAFF else Role.RESPONDER
            self.do(self.house.hire(f"S{number}", str(900 + number), role))
        for user in range(1, 9):
            self.writes(str(user), GRAVE if user % 2 else SERIOUS)

    @rule(user=people, words=st.sampled_from([GRAVE, SERIOUS, "hola", "dónde duermo", "gracias", "no entiendo nada de esto"]))
    def writes(self, user: str, words: str) -> None:
        self.written[user] += 1
        self.do(self.house.says(user, words))

    @rule(user=people)
    def writes_while_the_network_is_away(self, user: str) -> None:
        self.house.channel.fail(user, Unreachable("away"), SlowDown(2))
        self.written[user] += 1
        self.do(self.house.says(user, GRAVE))

    @rule(user=people)
    def blocks_the_bot(self, user: str) -> None:
        self.house.channel.fail(user, Blocked("blocked"))

    @rule(member=members, n=pick, press=st.booleans())
    def takes(self, member: int, n: int, press: bool) -> None:
        case = self.case(n)
        if case is None:
            return
        number, owner = case
        if press:
            self.do(self.house.presses(str(900 + member), f"staff:claim:{number}", chat=GROUP, room="staff"))
        else:
            self.act(member, Verb.CLAIM, number)
        after = self.owner(number)
        assert after in (owner, member) if owner is None else after == owner, "a second claim took it away"
        self.done["referral.claimed"] += owner is None and after == member

    @rule(member=members, n=pick, typed=st.booleans(), own=st.booleans())
    def says(self, member: int, n: int, typed: bool, own: bool) -> None:
        case = self.case(n)
        if case is None:
            return
        number, owner = case
        member = owner if own and owner is not None else member
        self.token += 1
        token = f"tok{self.token}tok"
        thread = self.rows(f"select thread from referral where id = {number}")[0][0]
        if typed and thread is not None:
            self.do(self.house.says(str(900 + member), f"hola {token}", chat=GROUP, room="staff", thread=thread))
            accepted = owner == member
        else:
            accepted = self.act(member, Verb.SAY, number, words=f"hola {token}")
        assert not accepted or owner == member, "somebody who does not own it spoke"
        if accepted:
            self.said[token] = self.person(number)
            self.done["words.said"] += 1

    @rule(member=members, n=pick, to=members, own=st.booleans())
    def hands_over(self, member: int, n: int, to: int, own: bool) -> None:
        case = self.case(n)
        member = case[1] if own and case is not None and case[1] is not None else member
        if case is not None and self.act(member, Verb.TRANSFER, case[0], to=to, words="lo que hay que saber"):
            self.done["referral.transferred"] += 1
            assert self.owner(case[0]) == to

    @rule(member=members, n=pick, own=st.booleans(), verb=st.sampled_from([Verb.RELEASE, Verb.WAIT, Verb.NOTE, Verb.CLOSE]))
    def works(self, member: int, n: int, own: bool, verb: Verb) -> None:
        verbs = {Verb.RELEASE: "released", Verb.WAIT: "waiting", Verb.NOTE: "noted", Verb.CLOSE: "closed"}
        case = self.case(n)
        member = case[1] if own and case is not None and case[1] is not None else member
        if case is not None and self.act(member, verb, case[0], words="una nota", outcome=Outcome.HELPED):
            self.done[f"referral.{verbs[verb]}"] += 1

    @rule(user=people)
    def wants_somebody_else(self, user: str) -> None:
        live = self.rows(
            f"select r.id, r.owner from referral r join chat c on c.person = r.person where r.status != 'closed' and c.key = x'{self.key(user)}'"
        )
        before = live[0][1] if live else None
        self.written[user] += 1
        self.do(self.house.sends(user, Message(Kind.BUTTON, payload="other", language_hint="es")))
        self.done["referral.not_this_person"] += before is not None

    @rule(n=pick)
    def topic_is_deleted(self, n: int) -> None:
        self.house.channel.fail(GROUP, ThreadGone("gone"))

    @rule(minutes=st.integers(1, 9))
    def time_passes(self, minutes: int) -> None:
        for _ in range(minutes):
            self.house.later(minutes=1)
            self.do(self.house.engine.settle())

    @invariant()
    def no_message_is_lost(self) -> None:
        kept = self.rows("select count(*) from talk where said_by = 'person'")[0][0]
        waiting = self.rows("select count(*) from inbox where state != 'done'")[0][0]
        assert (kept, waiting) == (sum(self.written.values()), 0)

    @invariant()
    def nobody_has_two_cases(self) -> None:
        twice = self.rows("select person from referral where status != 'closed' group by person having count(*) > 1")
        assert twice == []
        assert self.rows("select id from referral where status in ('claimed', 'waiting') and owner is null") == []

    @invariant()
    def words_reach_whom_they_are_for_and_nobody_else(self) -> None:
        heard: Counter[str] = Counter()
        for sent in self.house.channel.sent:
            if sent.chat.isdigit() and int(sent.chat) <= PEOPLE:
                for token in TOKEN.findall(sent.body.get("text", "")):
                    assert self.said.get(token) == sent.chat, f"{token} reached {sent.chat}"
                    heard[token] += 1
        assert all(times == 1 for times in heard.values())
        states = self.rows("select state, count(*) from talk where said_by = 'staff' group by state")
        assert sum(number for _, number in states) == len(self.said), "words of staff are gone"
        assert dict(states).get("sent", 0) == len(heard)

    @invariant()
    def clocks_are_kept(self) -> None:
        now = self.house.now.timestamp()
        for severity, minutes in MINUTES.items():
            late = self.rows(
                "select id, clock_step from referral r where status in ('open', 'claimed') and snoozed_until is null and unsure = 0 "
                f"and severity = '{severity}' and clock_from <= {now - 60 * minutes - 60} and not exists "
                "(select 1 from outbox o where o.referral = r.id and o.state = 'held' and o.held_for = 'person')"
            )
            assert [id for id, step in late if step == 0] == [], "a clock ran out and nobody was told"

    @invariant()
    def the_audit_is_complete(self) -> None:
        noted = Counter(dict(self.rows("select verb, count(*) from audit group by verb")))
        assert {verb: noted[verb] for verb in self.done} == dict(self.done)
        opened = self.rows("select count(distinct id) from referral")[0][0]
        assert noted["referral.opened"] == opened

    def teardown(self) -> None:
        self.do(self.house.engine.store.close())
        self.loop.close()
        self.folder.cleanup()

    def act(self, member: int, verb: Verb, number: int, **more: Any) -> bool:
        """On the console; whether it was allowed."""
        try:
            self.do(self.house.engine.perform(Act(verb, member, number, **more)))
        except Refused:
            return False
        finally:
            self.do(self.house.engine.settle())
        return True

    def case(self, n: int) -> tuple[int, int | None] | None:
        live = self.rows("select id, owner from referral where status != 'closed' order by id")
        return None if not live else tuple(live[n % len(live)])

    def owner(self, number: int) -> int | None:
        return self.rows(f"select owner from referral where id = {number}")[0][0]  # type: ignore[no-any-return]

    def person(self, number: int) -> str:
        key = self.rows(f"select c.key from chat c join referral r on r.person = c.person where r.id = {number}")[0][0]
        return next(str(user) for user in range(1, PEOPLE + 1) if self.key(str(user)) == bytes(key).hex())

    def key(self, user: str) -> str:
        return self.house.engine.store.seal.chat_key("test", user).hex()


def play(words: Library, examples: int, steps: int) -> None:
    """Let hypothesis drive it."""
    machine = type("Played", (Everybody,), {"library": words})
    case = machine.TestCase
    case.settings = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=examples < 50,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    case("runTest").runTest()


def test_fifty_people_and_six_staff(words: Library) -> None:
    """Some hundred steps, the same at each run."""
    play(replace(words, learned=None), 5, 30)


@pytest.mark.storm
def test_fifty_people_and_six_staff_for_long(words: Library) -> None:
    """Thousands of steps, other ones at each run; by hand: pytest -m storm."""
    play(replace(words, learned=None), 100, 80)


def dense(words: Library, seed: int, steps: int) -> Counter[str]:
    """The same machine without hypothesis: all steps are taken, most of them by whoever owns the case; what was done."""
    chance = random.Random(seed)
    machine = type("Dense", (Everybody,), {"library": words})()
    try:
        machine.come_to_work()
        for _ in range(steps):
            step(machine, chance, chance.randrange(10_000), chance.randint(1, STAFF), str(chance.randint(1, PEOPLE)))
            machine.no_message_is_lost()
            machine.nobody_has_two_cases()
            machine.words_reach_whom_they_are_for_and_nobody_else()
            machine.clocks_are_kept()
            machine.the_audit_is_complete()
        return machine.done
    finally:
        machine.teardown()


def step(machine: Everybody, chance: random.Random, n: int, member: int, user: str) -> None:
    """One thing that somebody does."""
    own = chance.random() < 0.8
    does: list[tuple[int, Callable[[], None]]] = [
        (16, lambda: machine.writes(user, chance.choice([GRAVE, SERIOUS, "hola", "gracias", "no entiendo"]))),
        (3, lambda: machine.writes_while_the_network_is_away(user)),
        (1, lambda: machine.blocks_the_bot(user)),
        (22, lambda: machine.takes(member, n, chance.random() < 0.5)),
        (24, lambda: machine.says(member, n, chance.random() < 0.5, own)),
        (8, lambda: machine.hands_over(member, n, chance.randint(1, STAFF), own)),
        (14, lambda: machine.works(member, n, own, chance.choice([Verb.RELEASE, Verb.WAIT, Verb.NOTE, Verb.CLOSE]))),
        (3, lambda: machine.wants_somebody_else(user)),
        (2, lambda: machine.topic_is_deleted(n)),
        (7, lambda: machine.time_passes(chance.randint(1, 4))),
    ]
    chance.choices([act for _, act in does], [weight for weight, _ in does])[0]()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_dense_day(words: Library, seed: int) -> None:
    """A hundred steps without a pause, and what must hold holds after each."""
    done = dense(replace(words, learned=None), seed, 100)
    assert min(done["referral.claimed"], done["words.said"], done["referral.transferred"]) > 0, done
