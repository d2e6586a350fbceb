"""Whatever comes in from outside: no input makes a reader raise anything but what it says, and none makes it slow.

A small budget in every run; FARO_TEST_FUZZ=100000 (examples a test) for hours by hand.
"""

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from starlette.requests import Request

from faro.assistant import commands, risk, turn, understanding
from faro.assistant.events import ReferralOpened
from faro.assistant.message import Kind, Message
from faro.assistant.person import MayWrite, OpenReferral, Person, Said, Where
from faro.assistant.referral import Severity
from faro.assistant.reply import BUTTONS
from faro.commands.classify import rows
from faro.library import Library, places_import, places_table
from faro.library.entries import CATEGORIES
from faro.library.reading import DEEPEST, LARGEST, Reader
from handlers import telegram_reading, telegram_webhook, web_channel

EXAMPLES = int(os.environ.get("FARO_TEST_FUZZ", "40"))
small = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    database=None,
)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=5),
    max_leaves=12,
)
words = st.text(max_size=400) | st.text(alphabet="aá\u0301\u200d\u202eم\U0001f469\ud83d \n.()*", max_size=300)

AT = datetime(2026, 11, 24, 18, tzinfo=UTC)

chat = st.fixed_dictionaries(
    {"id": st.integers() | anything, "type": st.sampled_from(["private", "group", "supergroup", "channel"]) | anything}
)
user = st.fixed_dictionaries({"id": st.integers(), "is_bot": st.booleans() | anything, "first_name": st.text(max_size=9)})
message = st.fixed_dictionaries(
    {"message_id": st.integers() | anything, "date": st.integers(0, 2**33) | anything, "chat": chat | anything},
    optional={
        "from": user | anything,
        "text": words | anything,
        "caption": words | anything,
        "location": st.fixed_dictionaries({"latitude": st.floats() | anything, "longitude": st.floats() | anything}) | anything,
        "entities": st.lists(
            st.fixed_dictionaries({"type": st.text(max_size=9), "offset": st.integers(), "length": st.integers()}), max_size=3
        ),
        "contact": anything,
        "photo": anything,
        "voice": anything,
        "reply_to_message": anything,
        "message_thread_id": anything,
        "is_topic_message": anything,
    },
)
update = st.fixed_dictionaries(
    {"update_id": st.integers() | anything},
    optional={
        "message": message | anything,
        "edited_message": message | anything,
        "callback_query": st.fixed_dictionaries(
            {"id": st.text(max_size=9), "from": user, "data": st.text(max_size=64), "message": message}
        )
        | anything,
        "my_chat_member": anything,
        "unheard_of": anything,
    },
)


@small
@given(raw=update)
@example(raw={"update_id": 1, "message": {"chat": []}})
@example(raw={"update_id": 1, "message": {"text": {"a": 1}, "chat": {"id": "x"}}})
def test_whatever_telegram_sends_is_read_or_parked(raw: dict[str, Any]) -> None:
    """Finding the address raises ValueError for what is no update and nothing else; reading raises at most a plain Exception, never hangs."""
    try:
        telegram_reading.address(raw)
    except ValueError:
        return
    reader = telegram_reading.Reader(-100)
    try:
        arrival = reader.read(json.dumps(raw).encode())
    except Exception:
        return  # parked: staff see that something could not be read
    assert arrival is None or arrival.channel == "telegram"


@small
@given(body=st.binary(max_size=300) | anything.map(lambda given: json.dumps(given).encode()))
async def test_whatever_is_posted_to_the_webhook_has_an_answer(body: bytes) -> None:
    """A body that is no update is refused with 400; nothing that is posted breaks the route."""

    async def receive(*given: Any, **more: Any) -> bool:
        return True

    async def sent() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    headers = [(telegram_webhook.SECRET.lower().encode(), b"geheim")]
    request = Request({"type": "http", "method": "POST", "path": "/", "headers": headers, "query_string": b""}, sent)
    route = telegram_webhook.route("https://x/", "geheim", receive)
    assert (await route.endpoint(request)).status_code in (200, 400)


@pytest.mark.parametrize("secret", [None, "", "geheim2", "geheI\u0307m", "Geheim"])
async def test_a_call_without_the_secret_is_refused(secret: str | None) -> None:
    """A forged call is refused before its body is read."""

    async def never(*given: Any, **more: Any) -> Any:
        raise AssertionError

    headers = [] if secret is None else [(telegram_webhook.SECRET.lower().encode(), secret.encode())]
    request = Request({"type": "http", "method": "POST", "path": "/", "headers": headers, "query_string": b""}, never)
    assert (await telegram_webhook.route("https://x/", "geheim", never).endpoint(request)).status_code == 403


@small
@given(given=st.dictionaries(st.sampled_from(["chat", "id", "text", "press", "latitude", "longitude", "language"]), anything))
def test_whatever_the_page_sends_is_read_or_refused(given: dict[str, Any]) -> None:
    """The web channel raises ValueError for what `line` did not write."""
    try:
        web_channel.WebChannel().read(json.dumps(given).encode())
    except ValueError:
        return


@small
@given(text=words)
def test_whatever_is_typed_is_understood_somehow(text: str, library: Library) -> None:
    """The classifier answers every text; the quick look for danger never raises."""
    assert risk.urgent(text, library) in (True, False)
    row = understanding.row({"id": 1, "text": text}, library, datetime(2026, 11, 24, tzinfo=UTC))
    assert row["decision"] in ("answer", "choose", "unknown")
    json.dumps(row)


PRESSES = """
menu menu:rights person country:MX country:XX topic:asylum.what_is topic:x source:x wrong:x
risk:yes:self_harm:high risk:now risk:no write:yes write:x hush clear hidden:ask forget:ask forget:yes
copy:ask copy:yes withdraw near:1 other complain share:yes:1 share:x:y share:yes:99999999999999999999 shelter:0 risk:yes:nope:critical risk:x
shelter:in:XX:x shelter:in:MX:<b> shelter:in:MX: shelter:more:99999999999999999999 shelter:more:² near:needs.food_water:² shelter:was:0
shelter:was:x:closed shelter:sheet language:ht language:zz
"""

payloads = st.sampled_from(PRESSES.split()) | st.text(max_size=60)
messages = st.builds(
    Message,
    kind=st.sampled_from(list(Kind)),
    parts=st.lists(words, max_size=3).map(tuple),
    command=st.sampled_from([*commands.NAMES, "x"]) | st.text(max_size=12),
    arguments=words,
    payload=payloads,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    edited=st.booleans(),
    language_hint=st.none() | st.sampled_from(["es", "ht", "ar-SA", "zz", ""]),
    signal=st.booleans(),
)
memories = st.builds(
    Person,
    pseudonym=st.just("Garza 14"),
    language=st.none() | st.sampled_from(["es", "ar", "fr", "zz"]),
    where=st.builds(Where, st.none() | st.sampled_from(["MX", "HN", "XX"]), st.none() | st.text(max_size=20)),
    topic=st.none() | st.sampled_from(["asylum.what_is", "shelter.find", "gone.topic"]),
    recent=st.lists(words.map(lambda text: Said(AT, text)), max_size=4).map(tuple),
    asked=st.none()
    | st.sampled_from(["country", "risk", "write", "write_later", "forget", "copy", "language", "hidden_word", "x"]),
    asked_about=st.lists(st.sampled_from(["danger", "self_harm", "high", "shelter", "x"]) | st.text(max_size=9), max_size=2).map(
        tuple
    ),
    offered=st.lists(st.tuples(st.text(max_size=20), payloads), max_size=4).map(tuple),
    may_write=st.sampled_from(list(MayWrite)),
    who=st.lists(st.sampled_from(["family", "minor_alone"]), max_size=2).map(tuple),
    warned=st.lists(st.sampled_from(["self_harm", "x"]), max_size=2).map(tuple),
    referral=st.none()
    | st.builds(
        OpenReferral,
        st.just(1),
        st.sampled_from(["open", "claimed", "answered", "waiting"]),
        st.sampled_from(["self_harm", "person", "system", "urgent_needs"]),
        st.sampled_from(["medium", "high", "critical"]),
        st.just(AT),
        st.booleans(),
    ),
    hidden=st.booleans(),
)


@small
@given(message=messages, person=memories)
def test_whatever_is_sent_to_whomever_has_an_answer(message: Message, person: Person, library: Library) -> None:
    """A turn never breaks, is never silent towards a person without an owner, and fits into what a channel takes."""
    taken = turn.take(message, person, library, AT)
    owned = person.referral is not None and person.referral.status != "open"
    silent = owned or message.edited or message.kind in (Kind.BLOCKED, Kind.RETURNED)
    assert taken.replies or silent
    opened = [event for event in taken.events if isinstance(event, ReferralOpened)]
    assert all(event.category in CATEGORIES or event.category in ("person", "system") for event in opened)
    assert all(event.severity in set(Severity) for event in opened)
    for reply in taken.replies:
        assert reply.text.strip()
        assert len(reply.buttons) <= BUTTONS
        assert all(len(button.payload.encode()) <= 64 for button in reply.buttons)


@small
@given(line=words | anything.map(json.dumps))
def test_a_line_is_a_row_or_a_fault(line: str) -> None:
    """The entry of `classify`: exactly one of row and fault, for any line."""
    for _, row, fault in rows([line]):
        assert (row is None) == bool(fault)


@small
@given(text=st.text(max_size=300) | st.lists(st.lists(st.text(max_size=12), max_size=8).map(",".join), max_size=5).map("\n".join))
def test_any_table_of_places_is_taken_or_told_wrong(text: str) -> None:
    """The importer of tables raises ValueError at most, and lists what it does not take."""
    try:
        read = list(places_table.read(text))
    except ValueError:
        return
    places_import.taken(read, date(2026, 11, 24))


@small
@given(
    rows=st.lists(
        st.dictionaries(
            st.sampled_from(["id", "name", "country", "town", "service", "phones", "latitude", "hours", "who"]), anything
        )
    )
)
def test_any_rows_of_places_are_taken_or_told_wrong(rows: list[dict[str, Any]]) -> None:
    """Whatever stands in a row, it becomes a place or a line in the list of what is wrong."""
    places_import.taken(rows, date(2026, 11, 24))


@small
@given(
    data=st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | anything.map(lambda given: yaml.safe_dump(given, allow_unicode=True).encode("utf-8", "surrogatepass"))
)
def test_any_content_file_is_read_or_told_wrong(data: bytes, tmp_path: Path) -> None:
    """A content file never raises: it is read, or noted as wrong."""
    path = tmp_path / "some.yaml"
    path.write_bytes(data)
    reader = Reader(tmp_path)
    found = reader.yaml(path)
    assert found is None or not reader.problems


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1),
        "!!python/object/apply:os.system ['true']",
        "x" * (LARGEST + 1),
    ],
    ids=["aliases that multiply", "deep nesting", "a command in a tag", "a huge file"],
)
def test_a_malicious_content_file_is_refused(text: str, tmp_path: Path) -> None:
    """Bombs, depth, size and tags that call something: refused with the reason, before anything is built."""
    path = tmp_path / "some.yaml"
    path.write_text(text)
    reader = Reader(tmp_path)
    assert reader.yaml(path) is None
    assert reader.problems
