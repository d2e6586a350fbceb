"""What is remembered of a person."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, text

from faro.assistant.events import ReferralOpened
from faro.assistant.person import MayWrite, Person, Said, Where
from faro.storage import Store, chats, people, referrals

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
NAMES = ("Garza", "Colibrí", "Tucán")


async def test_a_memory_comes_back_as_it_was(store: Store) -> None:
    """Every field survives, whatever was said."""
    memory = Person(
        pseudonym="Garza 14",
        language="ht",
        language_chosen=True,
        where=Where("MX", "Tapachula", 14.9, -92.2),
        topic="shelter.find",
        recent=(Said(NOW, "hola\nمرحبا"),),
        asked="country",
        asked_about=("shelter",),
        country_asked=True,
        offered=(("Sí", "risk:yes"),),
        may_write=MayWrite.WHEN_I_WRITE,
        hidden_word="naranja",
        who=("minor",),
        greeted=True,
    )

    def there_and_back(db: Connection) -> Person:
        key = chats.ensure(db, store.seal, "test", "1")
        number = people.find_or_create(db, store.seal, key, NAMES, NOW)
        people.save(db, store.seal, number, memory)
        return people.load(db, store.seal, number)

    assert await store.transaction(there_and_back) == memory


async def test_nothing_of_a_memory_can_be_read_in_the_file(store: Store, tmp_path: object) -> None:
    """Neither words nor address nor place stand in clear."""

    def write(db: Connection) -> None:
        key = chats.ensure(db, store.seal, "test", "98765432")
        number = people.find_or_create(db, store.seal, key, NAMES, NOW)
        people.save(db, store.seal, number, Person("Garza", where=Where("MX", "Tapachula"), recent=(Said(NOW, "secreto"),)))

    await store.transaction(write)
    rows = await store.read(lambda db: repr(db.execute(text("select * from person, chat")).all()))
    for clear in ("Tapachula", "secreto", "98765432"):
        assert clear not in rows


async def test_a_memory_of_another_version_is_still_read(store: Store) -> None:
    """Unknown fields are left aside, missing ones take their default."""

    def older(db: Connection) -> Person:
        key = chats.ensure(db, store.seal, "test", "1")
        number = people.find_or_create(db, store.seal, key, NAMES, NOW)
        sealed = store.seal.close_json(people.MEMORY, {"pseudonym": "Garza", "shoe_size": 41, "language": "es"})
        db.execute(text("update person set memory = :memory"), {"memory": sealed})
        return people.load(db, store.seal, number)

    assert await store.transaction(older) == Person("Garza", language="es")


async def test_the_open_referral_is_filled_in_from_its_table(store: Store) -> None:
    """It is never kept in the memory itself."""

    def load(db: Connection) -> Person:
        key = chats.ensure(db, store.seal, "test", "1")
        number = people.find_or_create(db, store.seal, key, NAMES, NOW)
        referrals.open_or_raise(
            db, store.seal, number, ReferralOpened("self_harm", "high", "refer", "es"), NOW, pseudonym="Garza"
        )
        people.save(db, store.seal, number, people.load(db, store.seal, number))
        return people.load(db, store.seal, number)

    loaded = await store.transaction(load)
    assert loaded.referral is not None
    assert (loaded.referral.status, loaded.referral.category, loaded.referral.opened_at) == ("open", "self_harm", NOW)


def test_no_two_people_have_the_same_pseudonym() -> None:
    """A name and a number for each, whatever the length of the list."""
    for names in ((), ("Garza",), NAMES, tuple(f"N{n}" for n in range(34))):
        made = [people.pseudonym(number, names) for number in range(1, 500)]
        assert len(set(made)) == len(made)


async def test_nobody_is_told_apart_by_guessing(store: Store) -> None:
    """A person who does not exist is an error, not an empty memory."""
    with pytest.raises(LookupError):
        await store.read(lambda db: people.load(db, store.seal, 999))
