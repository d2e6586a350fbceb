"""After /forget: a walk over every table, opened with the key, for anything that belongs to the person."""

from typing import Any

import pytest
from sqlalchemy import Connection, LargeBinary, select

from faro.assistant.desk import Verb
from faro.assistant.message import Kind, Message
from faro.assistant.referral import Outcome
from faro.assistant.rights import Role
from faro.storage import Seal, retention
from faro.storage.tables import Sealed, inbox, metadata

from .conftest import GRAVE
from .house import GROUP, House

ME, OTHER = "5512345", "6612345"
NAME, TOWN, SECRET, QUESTION = "Xochitlana", "Tapachulita", "mi tio me pega", "xyzzy plugh de Xochitlana"
WORDS = (NAME, TOWN, SECRET, QUESTION, ME)


def cells(db: Connection, seal: Seal) -> list[tuple[str, str, Any]]:
    """Table, column and value of every cell of every table, sealed ones opened."""
    found = []
    for table in metadata.sorted_tables:
        for row in db.execute(select(table)):
            for column in table.columns:
                value = getattr(row, column.name)
                if isinstance(column.type, Sealed) and value:
                    value = seal.open(f"{table.name}.{column.name}", value)
                found.append((table.name, column.name, value))
    return found


async def left(house: House, *belongs: str | bytes) -> set[str]:
    """Where something of this is left."""
    store = house.engine.store
    every = await store.read(lambda db: cells(db, store.seal))
    return {
        f"{table}.{column}"
        for table, column, value in every
        for one in belongs
        if value is not None and (value == one if isinstance(one, bytes) else one.lower() in str(value).lower())
    }


def mine(house: House, user: str = ME) -> bytes:
    return house.engine.store.seal.chat_key("test", user)


async def a_while(house: House) -> None:
    """Into a group go twenty messages a minute: all that waits is sent."""
    house.later(minutes=2)
    await house.engine.settle()


async def live_with(house: House, user: str) -> None:
    """Questions, a danger, pictures, a place told of, staff who write, note, open, hand on and suggest; a parked message; closed, told anew."""
    name = NAME if user == ME else "Otra"
    told = f"{GRAVE} soy {name} de {TOWN if user == ME else 'Metapa'}, {SECRET if user == ME else 'ayuda'}"
    await house.says(user, QUESTION if user == ME else "frobozz quux")
    await house.sends(user, Message(Kind.LOCATION, latitude=14.9, longitude=-92.2, language_hint="es"))
    await house.presses(user, f"shelter:was:{house.engine.library.places[0].id}:closed")
    await house.sends(user, Message(Kind.PHOTO, parts=(f"foto de {name}",), media="photo:abc", language_hint="es"))
    await house.says(user, told)
    await house.presses(user, "write:yes")
    [case] = [one for one in await house.live() if one.owner is None]
    await house.act("Ana", Verb.CLAIM, case.id)
    await a_while(house)
    await house.act("Ana", Verb.SAY, case.id, words=f"hola {name}, te leo")
    await house.act("Ana", Verb.NOTE, case.id, words=f"{name} parece menor")
    await house.act("Ana", Verb.REFER, case.id, name=f"Procuraduria de {name}", consent="said", words=f"lo dijo {name}")
    await house.act("Ana", Verb.UNMASK, case.id, words=f"hay que ubicar a {name}")
    held = await house.scalar("select max(id) from talk where media is not null")
    await house.act("Ana", Verb.OPEN, case.id, held=held, words=f"para ver a {name}")
    await house.act("Ana", Verb.SUGGEST, words=told, state="missed")
    await house.engine.receive("test", f"broken {user}", user, f"broken {name} {user}".encode())
    await house.engine.settle()
    assert await house.scalar("select count(*) from inbox where state = 'parked'") >= 1
    await house.act("Ana", Verb.CLOSE, case.id, outcome=Outcome.HELPED)


@pytest.mark.parametrize("again", [False, True], ids=["closed", "open"])
async def test_nothing_that_belongs_to_the_person_is_left_in_any_table(house: House, again: bool) -> None:
    """No word, name, place, chat or hash of it, but for the receipt that was sent; what belongs to somebody else stays."""
    await house.hire("Ana", "9", Role.COORDINATOR)
    for user in (OTHER, ME):
        await live_with(house, user)
    if again:
        await house.says(ME, f"{GRAVE} otra vez, {NAME}")
        await house.act("Ana", Verb.CLAIM, 3)
    await a_while(house)
    assert await left(house, *WORDS) >= {
        "talk.words", "note.words", "institution.name", "institution.reason", "unmasking.reason", "question.words", "suggestion.words",
        "audit.detail", "chat.address", "inbox.body",
    }  # fmt: skip
    others = [await house.scalar(f"select count(*) from {table}") for table in ("question", "suggestion", "place_report")]
    assert others == [2, 2, 2]
    threads = await house.scalar("select count(*) from referral where thread is not null")
    await house.presses(ME, "forget:yes")
    if again:
        await house.act("Ana", Verb.ERASE, 3)
    await a_while(house)
    store, key = house.engine.store, mine(house)
    await store.transaction(lambda db: retention.expire(db, store.seal, house.now))
    receipt = set() if again else {"outbox.chat_key"}
    assert await left(house, *WORDS, mine(house)) - {"inbox.chat_key"} == receipt
    known = await store.read(lambda db: db.execute(select(inbox.c.id).where(inbox.c.chat_key == key)).all())
    assert len(known) <= 1, "at most the wish itself"
    others = [
        await house.scalar(f"select count(*) from {table}") for table in ("question", "suggestion", "place_report", "person")
    ]
    assert others == [1, 1, 1, 1]
    assert await left(house, "Otra") >= {"talk.words", "note.words", "suggestion.words", "inbox.body", "audit.detail"}
    gone = [body["thread"] for body in house.bodies(GROUP, "topic_end") if body["remove"]]
    assert len(gone) == (2 if again else 1)
    assert await house.scalar("select count(*) from referral where thread is not null") == threads - len(gone)
    assert await house.scalar("select count(*) from staff_line where referral in (2, 3)") == 0


async def test_copies_in_an_owner_s_private_chat_are_taken_away(plain_house: House) -> None:
    """Where the group has no topics, lines and pictures with the owner younger than two days are deleted."""
    house = plain_house
    await house.hire("Ana", "9", Role.COORDINATOR)
    await house.says(ME, f"{GRAVE} {SECRET}")
    await house.act("Ana", Verb.CLAIM, 1)
    await house.says(ME, "sigo aqui")
    written = {one.message for one in house.channel.sent if one.chat == "9" and SECRET in str(one.body)}
    written |= {one.message for one in house.channel.sent if one.chat == "9" and "sigo aqui" in str(one.body)}
    await house.presses(ME, "forget:yes")
    await house.act("Ana", Verb.ERASE, 1)
    deleted = {number for body in house.bodies("9", "delete") for number in body["messages"]}
    assert written
    assert written <= deleted


async def test_a_chat_that_is_cleared_takes_its_questions_along(house: House) -> None:
    """What nobody could answer is no longer kept for editors once the person cleared the chat."""
    await house.says(ME, QUESTION)
    await house.says(OTHER, "frobozz quux")
    await house.says(ME, "/clear")
    assert await house.scalar("select count(*) from question") == 1
    assert "question.words" not in await left(house, QUESTION)


def test_every_column_of_bytes_is_known_to_be_sealed_or_a_hash() -> None:
    """The walk opens all that is sealed: no column holds bytes of another kind."""
    from faro.storage.tables import Hash

    kinds = {type(column.type) for table in metadata.sorted_tables for column in table.columns}
    assert {kind for kind in kinds if issubclass(kind, LargeBinary)} == {Sealed, Hash}
