"""Little is kept, and it goes (promise 6)."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, text

from faro.assistant import referral as life
from faro.assistant.events import ReferralOpened
from faro.assistant.person import Person, Said
from faro.assistant.referral import Outcome
from faro.storage import Store, audit, chats, inbox, outbox, people, questions, referrals, retention, sessions, talk

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


def furnish(db: Connection, store: Store) -> None:
    """A person with words inside and outside a closed referral, and one thing of every other kind, all from NOW."""
    seal = store.seal
    key = chats.ensure(db, seal, "test", "1")
    number = people.find_or_create(db, seal, key, ("Garza",), NOW)
    people.save(db, seal, number, Person("Garza 1", "es", recent=(Said(NOW, "x"),)))
    talk.add(db, seal, number, "person", NOW, words="outside")
    opened = referrals.open_or_raise(
        db, seal, number, ReferralOpened("self_harm", "high", "refer", "es", evidence=("x",)), NOW, pseudonym="Garza 1"
    ).referral
    talk.add(db, seal, number, "person", NOW, words="inside", referral=opened.id)
    audit.add_note(db, seal, opened.id, "note", NOW, staff=1)
    referrals.put(db, seal, life.close(opened, Outcome.HELPED, NOW))
    audit.write(db, seal, "referral.closed", "machine", NOW, referral=opened.id)
    questions.unanswered(db, seal, "?", NOW, language="es", near=())
    inbox.put(db, seal, b"{}", NOW, channel="test", delivery_id="1", key=key, priority=2, done=True)
    inbox.put(db, seal, b"{}", NOW, channel="test", delivery_id="2", key=key, priority=2)
    inbox.park(db, [2], "broken", NOW)
    row = outbox.add(db, seal, {"do": "say"}, NOW, cause="a", n=1, key=key)
    outbox.sent(db, seal, row or 0, {"messages": [], "thread": None}, NOW, keep_body=True)
    sessions.make(db, seal, "link", NOW, timedelta(minutes=15), staff=None)


async def left(store: Store, **later: float) -> dict[str, int]:
    """What is left of each table after this long."""
    await store.transaction(lambda db: retention.expire(db, store.seal, NOW + timedelta(**later)))
    tables = ("talk", "note", "referral", "person", "chat", "inbox", "outbox", "question", "audit", "session")
    return await store.read(
        lambda db: {name: int(db.execute(text(f"select count(*) from {name}")).scalar_one()) for name in tables}
    )


async def test_each_kind_goes_at_its_time(store: Store) -> None:
    """Links in minutes, deliveries in a week, words in 30 or 90 days, questions in half a year, the audit in two years."""
    await store.transaction(lambda db: furnish(db, store))
    full = await left(store, minutes=1)
    assert full == {
        "talk": 2, "note": 1, "referral": 1, "person": 1, "chat": 1, "inbox": 2, "outbox": 1, "question": 1, "audit": 1, "session": 1,
    }  # fmt: skip
    assert await store.read(lambda db: db.execute(text("select count(body) from outbox")).scalar()) == 1
    soon = await left(store, hours=1)
    assert soon["session"] == 0
    assert await store.read(lambda db: db.execute(text("select count(body) from outbox")).scalar()) == 0
    week = await left(store, days=8)
    assert (week["inbox"], week["outbox"], week["talk"]) == (1, 0, 2)
    fortnight = await left(store, days=15)
    assert fortnight["inbox"] == 0
    month = await left(store, days=31)
    assert (month["talk"], month["person"], month["note"]) == (1, 1, 1)
    quarter = await left(store, days=91)
    assert (quarter["talk"], quarter["note"], quarter["person"], quarter["chat"], quarter["referral"]) == (0, 0, 0, 0, 1)
    half = await left(store, days=181)
    assert half["question"] == 0
    assert (await left(store, days=731))["audit"] == 0


async def test_after_a_month_away_only_name_and_language_are_remembered(store: Store) -> None:
    """While a closed referral is kept its person keeps a pseudonym, and nothing that was said."""
    await store.transaction(lambda db: furnish(db, store))
    await left(store, days=31)
    assert await store.read(lambda db: people.load(db, store.seal, 1)) == Person("Garza 1", "es")


async def test_a_closed_referral_ends_as_a_number(store: Store) -> None:
    """After its time neither place nor evidence nor person can be found through it."""
    await store.transaction(lambda db: furnish(db, store))
    await left(store, days=91)
    kept = await store.read(lambda db: referrals.get(db, store.seal, 1))
    assert kept is not None
    assert (kept.person, kept.evidence, kept.where.country) == (0, (), None)


async def test_what_is_open_never_goes(store: Store) -> None:
    """An open referral keeps its words and its person however long it takes."""
    await store.transaction(lambda db: furnish(db, store))
    await store.transaction(lambda db: db.execute(text("update referral set status = 'waiting', closed_at = null")))
    assert (await left(store, days=400))["talk"] == 1
