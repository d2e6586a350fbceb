"""The statements that run with every message are answered by an index, however many rows there are."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event

from faro.assistant.events import ReferralOpened
from faro.assistant.person import Where
from faro.assistant.referral import Severity
from faro.storage import Seal, Store, chats, inbox, outbox, people, referrals, retention, views

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)

EVERY_MESSAGE: dict[str, tuple[Callable[[Connection, Store], Any], str]] = {
    "the chats in which something is due": (lambda db, store: inbox.due_chats(db, NOW, 16, resting=[b"x"]), "ix_inbox_"),
    "what waits in a chat": (lambda db, store: inbox.waiting(db, store.seal, b"k", NOW, 20), "ix_inbox_waiting"),
    "the next row of each chat": (
        lambda db, store: outbox.due(db, store.seal, NOW, 16, busy=(), by_priority=None),
        "ix_outbox_waiting",
    ),
    "staff's words that wait": (lambda db, store: outbox.held(db, store.seal, held_for="person", key=b"k"), "ix_outbox_held"),
    "what was sent to a web chat": (lambda db, store: views.web_out(db, store.seal, chat="c"), "ix_outbox_sent"),
    "the case of a staff topic": (lambda db, store: referrals.of_thread(db, store.seal, "7"), "ix_referral_thread"),
    "the chat of a person": (lambda db, store: chats.of_person(db, store.seal, 1), "ix_chat_person"),
    "words over their time": (lambda db, store: retention.words(db, NOW), "ix_talk_loose"),
    "people over their time": (lambda db, store: retention.forgotten(db, store.seal, NOW), "ix_person_seen"),
    "deliveries over their time": (lambda db, store: retention.deliveries(db, NOW), "ix_inbox_done"),
    "the open referral of a person": (lambda db, store: people.open_referral(db, 1), "uq_referral_one_open"),
}


@pytest.mark.parametrize("what", EVERY_MESSAGE)
async def test_no_statement_reads_a_whole_table(lite: Store, what: str) -> None:
    """The plan names the partial index; a bound state would hide it from the planner."""
    does, index = EVERY_MESSAGE[what]

    def plans(db: Connection) -> list[str]:
        asked: list[tuple[str, Any]] = []

        def note(connection: Any, cursor: Any, statement: str, given: Any, context: Any, many: bool) -> None:
            asked.append((statement, given))

        event.listen(db, "before_cursor_execute", note)
        does(db, lite)
        event.remove(db, "before_cursor_execute", note)
        return [
            str(row[3])
            for statement, given in asked
            for row in db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given).all()
        ]

    found = await lite.read(plans)
    assert any(index in line for line in found), found
    assert not [line for line in found if line.startswith("SCAN") and "INDEX" not in line and "heads" not in line.lower()], found


async def test_what_is_looked_at_each_second_opens_nothing_that_cannot_be_meant(lite: Store) -> None:
    """Of many cases that nobody owes anything the look for silence opens none, and the board only those that it shows."""
    opened: list[str] = []

    class Counting(Seal):
        def open(self, column: str, sealed: bytes | None) -> str | None:
            opened.append(column)
            return super().open(column, sealed)

    seal = Counting(lite.seal.keys, lite.seal.current)

    def look(db: Connection) -> int:
        for n in range(30):
            key = chats.ensure(db, lite.seal, "web", str(n))
            person = people.find_or_create(db, lite.seal, key, ("Colibri",), NOW)
            event = ReferralOpened("child_alone", "critical", "refer", "es", Where("MX"), evidence=("word",))
            referrals.open_or_raise(db, lite.seal, person, event, NOW, pseudonym=f"Colibri {n}")
        assert referrals.silent_since(db, seal, Severity.CRITICAL, NOW + timedelta(hours=1)) == []
        assert referrals.counted(db) == referrals.Counted(30, 0, 30, 0)
        assert not opened
        return len(referrals.burning(db, seal, 8))

    assert await lite.transaction(look) == 8
    assert len(opened) == 8
