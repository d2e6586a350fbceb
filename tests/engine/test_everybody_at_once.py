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
from datetime import timedelta
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

WORK = {
    Verb.RELEASE: ("referral.released", ""),
    Verb.WAIT: ("referral.waiting", ""),
    Verb.NOTE: ("referral.noted", ""),
    Verb.SNOOZE: ("referral.snoozed", ":60"),
    Verb.INTERPRETER: ("interpreter.wanted", ""),
    Verb.CLOSE: ("referral.closed", ":helped"),
}
"""What is noted of each act, and what stands behind the verb in its button."""

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
        self.erased: set[str] = set()
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
        self.do(self.house.hire("Second", str(901 + STAFF), Role.COORDINATOR))
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
            topic = {"chat": GROUP, "room": "staff", "thread": thread}
            start = len(self.house.channel.sent)
            self.do(self.house.says(str(900 + member), f"hola {token}", **topic))
            for sent in self.house.channel.sent[start:]:  # a question for words still waits: these are for the person
                for _, press in sent.body.get("buttons", ()):
                    if press.startswith("staff:tell:"):
                        self.do(self.house.presses(str(900 + member), press, **topic))
            accepted = owner == member
        else:
            accepted = self.act(member, Verb.SAY, number, words=f"hola {token}")
        assert not accepted or owner == member, "somebody who does not own it spoke"
        if accepted:
            self.said[token] = self.person(number)
            self.done["words.said"] += 1

    @rule(member=members, n=pick, to=members, own=st.booleans(), phone=st.booleans())
    def hands_over(self, member: int, n: int, to: int, own: bool, phone: bool) -> None:
        case = self.case(n)
        member = case[1] if own and case is not None and case[1] is not None else member
        if case is not None and self.does(member, Verb.TRANSFER, case[0], phone, f":{to}", to=to, words="lo que hay que saber"):
            self.done["referral.transferred"] += 1
            assert self.owner(case[0]) == to

    @rule(member=members, n=pick, own=st.booleans(), verb=st.sampled_from(list(WORK)), phone=st.booleans())
    def works(self, member: int, n: int, own: bool, verb: Verb, phone: bool) -> None:
        noted, pressed = WORK[verb]
        case = self.case(n)
        member = case[1] if own and case is not None and case[1] is not None else member
        later = self.house.now + timedelta(minutes=60)
        more: dict[str, Any] = {"words": "una nota del equipo", "outcome": Outcome.HELPED, "until": later}
        wanted = case is not None and self.do(self.house.referral(case[0])).interpreter
        if case is not None and self.does(member, verb, case[0], phone, pressed, **more):
            self.done["interpreter.found" if verb is Verb.INTERPRETER and wanted else noted] += 1

    @rule(member=members, n=pick, own=st.booleans(), phone=st.booleans())
    def hands_on_to_an_institution(self, member: int, n: int, own: bool, phone: bool) -> None:
        """Said already, with a written line; then it is accepted."""
        case = self.case(n)
        if case is None:
            return
        member = case[1] if own and case[1] is not None else member
        number, line = case[0], "lo dijo hoy por escrito"
        if phone:
            accepted = self.by_phone_to_an_institution(member, number, line)
        else:
            accepted = self.act(member, Verb.REFER, number, name="Procuraduria", consent="said", words=line)
        assert not accepted or member in (case[1], STAFF), "somebody who may not handed it on"
        self.done["institution.handed_on"] += accepted
        if accepted:
            row = self.rows("select max(id) from institution")[0][0]
            assert self.does(member, Verb.PROGRESS, number, not phone, f":{row}:accepted", number=row, state="accepted")
            self.done["institution.accepted"] += 1

    def by_phone_to_an_institution(self, member: int, number: int, line: str) -> bool:
        user = str(900 + member)
        self.do(self.house.presses(user, f"staff:refer:{number}:other"))
        if not self.answers(user, "Procuraduria"):
            return False
        offered = self.house.channel.sent[-1].body["buttons"]
        self.do(self.house.presses(user, next(press for _, press in offered if press.endswith(":said"))))
        return self.house.engine.library.say("es", "desk-done-refer") in self.answers(user, line)

    @rule(member=members, n=pick, phone=st.booleans(), back=st.booleans())
    def holds_somebody_off(self, member: int, n: int, phone: bool, back: bool) -> None:
        """A coordinator alone; half of them are let back at once."""
        case = self.case(n)
        until = self.house.now + timedelta(days=3)
        if case is None or not self.does(
            member, Verb.BLOCK, case[0], phone, ":3:sure", words="insulta a todo el equipo", until=until, sure=True
        ):
            return
        assert member == STAFF, "no coordinator held somebody off"
        self.done["person.held_off"] += 1
        self.done["referral.closed"] += 1
        if back:
            assert self.does(member, Verb.LIFT, case[0], not phone, "")
            self.done["person.let_back"] += 1

    @rule(n=pick, member=members, phone=st.booleans())
    def wants_to_see_an_account(self, n: int, member: int, phone: bool) -> None:
        """Asked, then tried to be allowed by whoever asked, allowed by the other coordinator, seen, and tried to be seen again."""
        case = self.case(n)
        if case is None or not self.does(member, Verb.UNMASK, case[0], phone, "", words="corre peligro de muerte"):
            return
        self.done["account.asked"] += 1
        row = self.rows("select max(id) from unmasking")[0][0]
        assert not self.does(member, Verb.GRANT, case[0], phone, f":{row}", number=row), "who asked allowed it"
        assert not self.does(member, Verb.ACCOUNT, case[0], phone, f":{row}", number=row), "seen before anybody allowed it"
        assert self.does(STAFF + 1, Verb.GRANT, case[0], not phone, f":{row}", number=row)
        self.done["account.granted"] += 1
        assert self.does(member, Verb.ACCOUNT, case[0], phone, f":{row}", number=row)
        self.done["account.seen"] += 1
        assert not self.does(member, Verb.ACCOUNT, case[0], not phone, f":{row}", number=row), "seen twice"

    @rule(member=members, to=members, days=st.integers(1, 6), phone=st.booleans(), off=st.booleans())
    def plans_a_shift(self, member: int, to: int, days: int, phone: bool, off: bool) -> None:
        """One's own, or a colleague's by a coordinator; half of them are taken off on the other surface."""
        day = self.house.now + timedelta(days=days)
        starts = day.replace(hour=8, minute=0, second=0, microsecond=0)
        press = f":{to}:{day:%Y%m%d}:0800-1600"
        planned = self.does(member, Verb.SHIFT, 0, phone, press, to=to, starts=starts, until=starts + timedelta(hours=8))
        assert planned == (member in (to, STAFF)), "a shift of somebody else"
        self.done["shift.planned"] += planned
        if planned and off:
            row = self.rows("select max(id) from shift")[0][0]
            assert self.does(member, Verb.UNSHIFT, 0, not phone, f":{row}", number=row)
            self.done["shift.cancelled"] += 1

    @rule(member=members, phone=st.booleans())
    def tells_editors(self, member: int, phone: bool) -> None:
        words = "me dijo que si hablo me mata"
        assert self.does(member, Verb.SUGGEST, 0, phone, ":missed", words=words, state="missed")
        self.done["example.suggested"] += 1

    @rule(member=members, n=pick, phone=st.booleans())
    def opens_again(self, member: int, n: int, phone: bool) -> None:
        closed = self.rows("select id, person from referral where status = 'closed' and person is not null order by id")
        if not closed:
            return
        number, person = closed[n % len(closed)]
        another = self.rows(f"select id from referral where status != 'closed' and person = {person}")
        opened = self.does(member, Verb.REOPEN, number, phone, "")
        assert not (opened and another), "a second open case of one person"
        assert opened == (self.rows(f"select status from referral where id = {number}")[0][0] != "closed")

    @rule(user=people, phone=st.booleans())
    def wants_to_be_forgotten(self, user: str, phone: bool) -> None:
        """Without an open case at once; with one it is hidden, and a coordinator finishes."""
        owned = self.rows(
            f"select r.id from referral r join chat c on c.person = r.person where r.status != 'closed' and c.key = x'{self.key(user)}'"
        )
        if self.written[user]:
            self.do(self.house.presses(user, "forget:yes"))
            if owned:
                assert self.does(STAFF, Verb.ERASE, owned[0][0], phone, ":sure")
                self.done["referral.closed"] += 1
                self.done["erasure.finished"] += 1
            self.written[user] = 0
            self.erased |= {token for token, whose in self.said.items() if whose == user}

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
        assert sum(number for _, number in states) == len(self.said) - len(self.erased), "words of staff are gone"
        assert dict(states).get("sent", 0) == len(set(heard) - self.erased)

    @invariant()
    def nothing_of_a_person_stands_in_general(self) -> None:
        """Words and accounts stand in topics and private chats alone; an account in a private chat, protected, for two had to agree."""
        for sent in self.house.channel.sent:
            said = sent.body.get("text", "")
            if sent.chat == GROUP:
                assert "test: " not in said
                assert sent.body.get("thread") or not any(word in said for word in (GRAVE, SERIOUS, "tok"))
            elif "test: " in said:
                assert sent.body["protect"]
        alone = "select id from unmasking where seen_at is not null and (granted_by is null or granted_by = asked_by)"
        assert self.rows(alone) == []

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

    def does(self, member: int, verb: Verb, case: int, phone: bool, pressed: str, /, **more: Any) -> bool:
        """On either surface; whether it was allowed."""
        if not phone:
            return self.act(member, verb, case, **more)
        user, say = str(900 + member), self.house.engine.library.say
        heard = self.do(self.house.presses(user, f"staff:{verb}:{case}{pressed}"))
        if self.asked(user):
            heard = self.answers(user, more.get("words", ""))
        return any(text.startswith(say("es", f"desk-done-{verb}")) for text in heard)

    def asked(self, user: str) -> str | None:
        """The question for words that was put to them by the last press."""
        for sent in reversed(self.house.channel.sent[-8:]):
            if sent.chat == user and sent.body["do"] == "say":
                return sent.message if sent.body.get("answer") else None
        return None

    def answers(self, user: str, words: str) -> list[str]:
        """Reply to the question; what is heard then."""
        asked = self.asked(user)
        return [] if asked is None else self.do(self.house.sends(user, Message(parts=(words,)), reply_to=asked))

    def act(self, member: int, verb: Verb, case: int, /, **more: Any) -> bool:
        """On the console; whether it was allowed."""
        try:
            self.do(self.house.engine.perform(Act(verb, member, case, **more)))
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
    play(replace(words, learned=None), 4, 20)


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
            machine.nothing_of_a_person_stands_in_general()
            machine.clocks_are_kept()
            machine.the_audit_is_complete()
        return machine.done
    finally:
        machine.teardown()


def step(machine: Everybody, chance: random.Random, n: int, member: int, user: str) -> None:
    """One thing that somebody does."""
    own, phone = chance.random() < 0.8, chance.random() < 0.5
    does: list[tuple[int, Callable[[], None]]] = [
        (16, lambda: machine.writes(user, chance.choice([GRAVE, SERIOUS, "hola", "gracias", "no entiendo"]))),
        (3, lambda: machine.writes_while_the_network_is_away(user)),
        (1, lambda: machine.blocks_the_bot(user)),
        (22, lambda: machine.takes(member, n, chance.random() < 0.5)),
        (24, lambda: machine.says(member, n, chance.random() < 0.5, own)),
        (8, lambda: machine.hands_over(member, n, chance.randint(1, STAFF), own, phone)),
        (16, lambda: machine.works(member, n, own, chance.choice(list(WORK)), phone)),
        (5, lambda: machine.hands_on_to_an_institution(member, n, own, phone)),
        (3, lambda: machine.holds_somebody_off(chance.choice((member, STAFF)), n, phone, own)),
        (3, lambda: machine.wants_to_see_an_account(n, chance.choice((member, STAFF)), phone)),
        (3, lambda: machine.plans_a_shift(member, chance.choice((member, 1)), chance.randint(1, 6), phone, own)),
        (2, lambda: machine.tells_editors(member, phone)),
        (3, lambda: machine.opens_again(chance.choice((member, STAFF)), n, phone)),
        (2, lambda: machine.wants_to_be_forgotten(user, phone)),
        (3, lambda: machine.wants_somebody_else(user)),
        (2, lambda: machine.topic_is_deleted(n)),
        (7, lambda: machine.time_passes(chance.randint(1, 4))),
    ]
    chance.choices([act for _, act in does], [weight for weight, _ in does])[0]()


def test_dense_days(words: Library) -> None:
    """Steps without a pause, and what must hold holds after each; most of what can be done was done."""
    done: Counter[str] = Counter()
    for seed in (1, 2):
        done += dense(replace(words, learned=None), seed, 90)
    wanted = {"referral.claimed", "words.said", "referral.transferred", "institution.handed_on", "shift.planned", "account.seen"}
    assert wanted <= set(done), done
