"""The staff console, through a real server: who gets in, what is seen, what acts do. Forms are sent without any script."""

import asyncio
import re
import threading
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path

import pytest
from sqlalchemy import Connection

from faro.assistant.rights import Role
from faro.library import Library
from faro.storage import views
from handlers import console_live
from tests.web_house import DANGER, House, Migrant, Worker, open_house, said, until

PAGES = ("/staff", "/staff/mine", "/staff/look", "/staff/closed", "/staff/case/1", "/staff/deliveries", "/staff/people")
SECRET_WORDS = "estamos en la casa azul"


@pytest.fixture
async def house(tmp_path: Path, library: Library) -> AsyncIterator[House]:
    async with open_house(tmp_path, library) as opened:
        yield opened


@pytest.fixture
async def ana(house: House) -> AsyncIterator[Worker]:
    """A responder at the console."""
    async with house.browser() as browser:
        yield await Worker.enters(house, browser, await house.hire("Ana", Role.RESPONDER))


@pytest.fixture
async def bea(house: House) -> AsyncIterator[Worker]:
    """A coordinator at the console."""
    async with house.browser() as browser:
        yield await Worker.enters(house, browser, await house.hire("Bea", Role.COORDINATOR))


@pytest.fixture
async def migrant(house: House) -> AsyncIterator[Migrant]:
    """Somebody in danger on the chat page, referral 1."""
    async with house.browser() as browser:
        person = await Migrant.arrives(browser)
        await person.says(f"{DANGER}, {SECRET_WORDS}")
        await until(house.queue)
        yield person


async def state(house: House, number: int = 1) -> views.Case:
    found = await house.engine.view(views.case, number, minutes={"critical": 5, "high": 60, "medium": 1440})
    assert found is not None
    return found


async def verbs(house: House) -> list[str]:
    return [trace.verb for trace in await house.engine.view(views.trail)]


@pytest.mark.parametrize("path", PAGES)
async def test_without_signing_in_nothing_is_seen(house: House, migrant: Migrant, path: str) -> None:
    """Whoever has no session gets no page, no name and no number."""
    async with house.browser() as stranger:
        answer = await stranger.get(path)
        assert answer.status_code == 401
        assert "kidnapping" not in answer.text
        assert "case/1" not in answer.text


async def test_a_link_opens_once_and_looking_at_it_uses_nothing_up(house: House) -> None:
    """A preview of the link does not spend it; its button does, once; the cookie is for this site alone."""
    link = await house.engine.doors.link(await house.hire("Ana", Role.RESPONDER))
    async with house.browser() as browser, house.browser() as thief:
        for _ in range(2):
            assert f'value="{link}"' in (await browser.get("/staff/enter", params={"token": link})).text
        entered = await browser.post("/staff/enter", data={"token": link})
        assert entered.status_code == 303
        cookie = entered.headers["set-cookie"].lower()
        assert all(mark in cookie for mark in ("httponly", "samesite=strict", "path=/staff"))
        assert (await thief.post("/staff/enter", data={"token": link})).status_code == 403
        assert (await browser.get("/staff")).status_code == 200


async def test_a_link_is_too_old_after_a_quarter_of_an_hour(house: House) -> None:
    """An old link opens nothing."""
    link = await house.engine.doors.link(await house.hire("Ana", Role.RESPONDER))
    house.later(minutes=15)
    async with house.browser() as browser:
        assert (await browser.post("/staff/enter", data={"token": link})).status_code == 403


async def test_a_session_ends_after_half_an_hour_also_under_an_open_page(house: House, ana: Worker) -> None:
    """A page that refreshes itself does not keep its session alive."""
    house.later(minutes=20)
    assert (await ana.browser.get("/staff", headers={"X-Faro-Live": "1"})).status_code == 200
    house.later(minutes=10)
    assert (await ana.browser.get("/staff", headers={"X-Faro-Live": "1"})).status_code == 401


async def test_signing_out_ends_the_session_in_the_store(house: House, ana: Worker) -> None:
    """A copied cookie is worth nothing after signing out."""
    copied = "; ".join(f"{name}={value}" for name, value in ana.browser.cookies.items())
    async with house.browser() as thief:
        assert (await thief.get("/staff", headers={"Cookie": copied})).status_code == 200
        await ana.browser.post("/staff/leave", data={"csrf": ana.csrf})
        assert (await thief.get("/staff", headers={"Cookie": copied})).status_code == 401


async def test_the_queue_shows_no_word_of_the_person(house: House, migrant: Migrant, ana: Worker) -> None:
    """The queue tells what, how grave and how long, by pseudonym; the words stay closed until somebody takes it."""
    queue = await ana.sees("/staff")
    name = (await state(house)).queued.pseudonym
    assert name in queue
    assert "data-due=" in queue
    for page in (queue, await ana.sees("/staff/case/1")):
        assert SECRET_WORDS not in page
    assert "words.opened" not in await verbs(house)


async def test_the_owner_reads_the_words_and_the_reading_is_written_down(house: House, migrant: Migrant, ana: Worker) -> None:
    """After taking it the whole talk stands there, and who read it stands in the audit once for one visit."""
    taken = await ana.does(1, "claim")
    assert taken.headers["location"] == "/staff/case/1?done=claim"
    assert SECRET_WORDS in await ana.sees("/staff/case/1")
    await ana.sees("/staff/case/1")
    assert (await verbs(house)).count("words.opened") == 1


async def test_a_colleague_does_not_read_what_is_not_hers(house: House, migrant: Migrant, ana: Worker, bea: Worker) -> None:
    """Another responder sees who has it and no words; a coordinator may read, and is told who has it when she takes it too."""
    await ana.does(1, "claim")
    async with house.browser() as browser:
        eva = await Worker.enters(house, browser, await house.hire("Eva", Role.RESPONDER))
        page = await eva.sees("/staff/case/1")
        assert SECRET_WORDS not in page
        assert "Ana" in page
    assert SECRET_WORDS in await bea.sees("/staff/case/1")
    refused = await bea.does(1, "claim")
    assert refused.status_code == 409
    assert "Ana" in unescape(refused.text)


async def test_words_of_the_owner_reach_the_person(house: House, migrant: Migrant, ana: Worker) -> None:
    """What the owner writes appears on the person's page, and the console says that it was delivered."""
    await migrant.sends(press="write:yes")
    await ana.does(1, "claim")
    await ana.does(1, "say", words="Soy del equipo.", key="one")

    async def heard() -> bool:
        return "Soy del equipo." in said(await migrant.hears())

    assert await until(heard)

    async def answered() -> bool:
        return (await state(house)).queued.referral.status == "answered"

    assert await until(answered)
    assert "Entregado".lower() in (await ana.sees("/staff/case/1")).lower()


async def test_the_same_form_sent_twice_says_it_once(house: House, migrant: Migrant, ana: Worker) -> None:
    """A double click is one message."""
    await ana.does(1, "claim")
    for _ in range(2):
        assert (await ana.does(1, "say", words="Soy del equipo.", key="one")).status_code == 303
    spoken = [line for line in (await state(house)).timeline if line.who == "staff"]
    assert len(spoken) == 1


async def test_words_wait_while_the_person_does_not_want_to_be_written_to(house: House, migrant: Migrant, ana: Worker) -> None:
    """ "Not now" holds staff's words, and the console says that they wait."""
    await migrant.presses("write:not_now")
    await ana.does(1, "claim")
    await ana.does(1, "say", words="Soy del equipo.")
    page = await ana.sees("/staff/case/1")
    assert "is-held" in page
    assert (await state(house)).queued.held == 1


async def test_words_that_waited_are_read_when_writing_is_safe(
    house: House, migrant: Migrant, ana: Worker, library: Library
) -> None:
    """Words held while other answers were read are not passed over when they leave at last."""

    async def hears(words: str) -> None:
        async def heard() -> bool:
            return words in said(await migrant.hears())

        await until(heard)

    await migrant.sends(press="write:not_now")
    await hears(library.say("es", "may-write-said-not-now"))
    await ana.does(1, "claim")
    await ana.does(1, "say", words="Soy del equipo.")
    await migrant.sends(press="menu")
    await hears(library.say("es", "help"))
    house.later(seconds=1)
    await migrant.sends(press="write:yes")
    await hears("Soy del equipo.")


async def test_a_form_without_the_session_s_token_changes_nothing(house: House, migrant: Migrant, ana: Worker) -> None:
    """A form from elsewhere, with the cookie but without the token, is refused; so is one that the browser calls foreign."""
    assert (await ana.browser.post("/staff/case/1/claim", data={})).status_code == 401
    assert (await ana.browser.post("/staff/case/1/claim", data={"csrf": "0" * 64})).status_code == 401
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert (await ana.browser.post("/staff/case/1/claim", data={"csrf": ana.csrf}, headers=foreign)).status_code == 401
    assert (await state(house)).queued.referral.owner is None


async def test_what_was_typed_stays_when_an_act_is_refused(house: House, migrant: Migrant, ana: Worker, bea: Worker) -> None:
    """Too long is told with the reason, and the words are still in the box."""
    await ana.does(1, "claim")
    words = "palabras " * 500
    refused = await ana.does(1, "say", words=words)
    assert refused.status_code == 409
    assert words.strip() in unescape(refused.text)


@pytest.mark.parametrize(
    ("verb", "form", "status"),
    [
        ("wait", {}, "waiting"),
        ("note", {"words": "Hablar con la hermana."}, "claimed"),
        ("snooze", {"minutes": "60"}, "claimed"),
        ("release", {}, "open"),
        ("transfer", {"to": "2", "words": "Habla despacio."}, "claimed"),
        ("close", {"outcome": "helped"}, "closed"),
    ],
)
async def test_each_act_of_the_owner_is_done(
    house: House, migrant: Migrant, ana: Worker, bea: Worker, verb: str, form: dict[str, str], status: str
) -> None:
    """Every form of a case does what it says."""
    await ana.does(1, "claim")
    assert (await ana.does(1, verb, **form)).status_code == 303
    case = await state(house)
    assert case.queued.referral.status == status
    if verb == "transfer":
        assert case.queued.owner_name == "Bea"
    if verb == "snooze":
        assert case.queued.referral.snoozed_until is not None
    if verb == "note":
        assert "Hablar con la hermana." in await ana.sees("/staff/case/1")
    if verb == "close":
        assert case.queued.pseudonym in await ana.sees("/staff/closed")
        assert case.queued.pseudonym not in await ana.sees("/staff")


@pytest.mark.parametrize("form", [{}, {"outcome": "whatever"}])
async def test_closing_needs_an_outcome(house: House, migrant: Migrant, ana: Worker, form: dict[str, str]) -> None:
    """Without a known outcome it stays open and says why."""
    await ana.does(1, "claim")
    assert (await ana.does(1, "close", **form)).status_code == 409
    assert (await state(house)).queued.referral.status == "claimed"


async def test_going_on_call_is_seen_by_colleagues(house: House, ana: Worker, bea: Worker, library: Library) -> None:
    """The toggle puts one on call; the list of staff shows it."""
    await ana.browser.post("/staff/do/oncall", data={"csrf": ana.csrf, "on": "1"})
    assert library.say("es", "console-duty") in await bea.sees("/staff/people")
    await ana.browser.post("/staff/do/oncall", data={"csrf": ana.csrf, "on": "0"})
    assert f">{library.say('es', 'console-duty')}<" not in await bea.sees("/staff/people")


async def test_a_handover_gives_everything_back(house: House, migrant: Migrant, ana: Worker) -> None:
    """At the end of a shift all that one owns is free again."""
    await ana.does(1, "claim")
    await ana.browser.post("/staff/do/handover", data={"csrf": ana.csrf})
    assert (await state(house)).queued.referral.owner is None


async def test_what_was_not_delivered_is_for_coordinators(ana: Worker, bea: Worker) -> None:
    """A responder has no entry and no page for it; a coordinator has."""
    assert (await ana.browser.get("/staff/deliveries")).status_code == 403
    assert "/staff/deliveries" not in await ana.sees("/staff")
    assert "/staff/deliveries" in await bea.sees("/staff/deliveries")


async def test_an_editor_sees_no_queue(house: House) -> None:
    """Who only edits content sees nobody's case."""
    async with house.browser() as browser:
        link = await house.engine.doors.link(await house.hire("Edi", Role.EDITOR))
        await browser.post("/staff/enter", data={"token": link})
        assert (await browser.get("/staff")).status_code == 403


async def test_what_is_refused_is_written_down(house: House, migrant: Migrant, ana: Worker) -> None:
    """An act that the rights do not allow leaves a trace."""
    assert (await ana.does(1, "say", words="hola")).status_code == 409
    assert "act.refused" in await verbs(house)


async def test_the_protocol_of_the_category_stands_beside_the_case(
    house: House, migrant: Migrant, ana: Worker, library: Library
) -> None:
    """What to ask first and never stands there in the console's language."""
    await ana.does(1, "claim")
    page = unescape(await ana.sees("/staff/case/1"))
    protocol = library.protocols["kidnapping"]
    assert protocol.ask_first[0]["es"] in page
    assert protocol.never_ask[0]["es"] in page


async def test_the_console_speaks_the_language_that_is_chosen(ana: Worker, library: Library) -> None:
    """The choice holds for this browser; the way back stays inside the console."""
    for language in ("en", "pt", "es"):
        form = {"csrf": ana.csrf, "language": language, "back": "/staff/people"}
        answer = await ana.browser.post("/staff/language", data=form)
        assert answer.headers["location"] == "/staff/people"
        assert library.say(language, "console-people-lead") in unescape(await ana.sees("/staff/people"))


@pytest.mark.parametrize(
    "back", ["https://evil.example", "//evil.example", "/staff//evil.example", "/staff\\evil", "/", "/staff\nx"]
)
async def test_a_form_leads_nowhere_else(ana: Worker, back: str) -> None:
    """The address to come back to is a page of the console or the queue."""
    answer = await ana.browser.post("/staff/language", data={"csrf": ana.csrf, "language": "en", "back": back})
    assert answer.headers["location"] == "/staff"


@pytest.mark.parametrize("path", ["/staff/case/1/nothing", "/staff/case/1/oncall", "/staff/do/claim"])
async def test_an_act_that_does_not_exist_is_none(migrant: Migrant, ana: Worker, path: str) -> None:
    """Only the acts of the engine have an address."""
    assert (await ana.browser.post(path, data={"csrf": ana.csrf})).status_code == 404


async def test_a_case_that_does_not_exist_is_told(ana: Worker) -> None:
    """A number without a case is a page, no fault."""
    assert (await ana.browser.get("/staff/case/99")).status_code == 404


async def test_live_pages_hear_of_a_change_within_a_second(house: House, ana: Worker) -> None:
    """Somebody in danger appears to an open console at once; the event itself holds no word."""
    async with house.browser() as other, ana.browser.stream("GET", "/staff/changes") as events:
        lines = events.aiter_lines()
        assert (await anext(lines)).startswith("retry")
        start = asyncio.get_running_loop().time()
        person = await Migrant.arrives(other)
        await person.sends(text=DANGER)
        async for line in lines:
            if line.startswith("data"):
                assert line == "data: -"
                break
        assert asyncio.get_running_loop().time() - start < 1


async def test_the_first_of_a_burst_is_told_at_once(house: House, ana: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    """However calm the events are: what comes after calm is not held back, only what follows it."""
    monkeypatch.setattr(console_live, "CALM", 3600.0)
    async with asyncio.timeout(5), ana.browser.stream("GET", "/staff/changes") as events:
        lines = events.aiter_lines()
        assert (await anext(lines)).startswith("retry")
        house.engine.changed.set()
        while not (await anext(lines)).startswith("data"):
            pass


async def test_a_page_does_not_wait_for_whoever_writes(house: House, ana: Worker) -> None:
    """While a transaction takes its time the queue is read: within a minute, using a session is nothing that must be written down."""
    begun, over = threading.Event(), threading.Event()

    def takes_its_time(_: Connection) -> bool:
        begun.set()
        return over.wait(30)

    writing = asyncio.create_task(house.store.transaction(takes_its_time))
    await asyncio.to_thread(begun.wait)
    try:
        async with asyncio.timeout(5):
            await ana.sees("/staff")
    finally:
        over.set()
    assert await writing


async def test_a_page_that_does_not_read_holds_nobody_up(house: House, ana: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    """A laptop that fell asleep reads none of its events: nothing piles up for it, other pages hear, and people are answered."""
    monkeypatch.setattr(console_live, "CALM", 0.0)
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in ana.browser.cookies.jar)
    _, asleep = await asyncio.open_connection("127.0.0.1", house.server.port, limit=1)
    asleep.write(f"GET /staff/changes HTTP/1.1\r\nHost: x\r\nCookie: {cookies}\r\n\r\n".encode())
    await asleep.drain()
    for _ in range(500):
        house.engine.changed.set()
        await asyncio.sleep(0)
    async with asyncio.timeout(5), ana.browser.stream("GET", "/staff/changes") as events:
        lines = events.aiter_lines()
        assert (await anext(lines)).startswith("retry")
        house.engine.changed.set()
        while not (await anext(lines)).startswith("data"):
            pass
    async with house.browser() as browser:
        assert await (await Migrant.arrives(browser)).says("hola")
    asleep.close()


async def test_a_case_that_lies_open_is_read_in_one_line(house: House, migrant: Migrant, bea: Worker) -> None:
    """Each reading is in the audit; on the page those of one person in a row are one line with their number."""
    for _ in range(4):  # what a page shows is what was before it
        page = unescape(await bea.sees("/staff/case/1"))
        house.later(minutes=6)
    assert page.count("Palabras leídas") == 1
    assert "Palabras leídas · Bea (×3)" in re.sub(r"\s+", " ", page)
    trail = await house.engine.view(views.trail, referral=1)
    assert [trace.verb for trace in trail].count("words.opened") == 4


async def test_live_pages_are_for_staff(house: House) -> None:
    """Nobody hears of changes without a session."""
    async with house.browser() as stranger:
        assert (await stranger.get("/staff/changes")).status_code == 401


async def test_a_long_queue_is_shown_in_parts(house: House, ana: Worker) -> None:
    """Fifty at first, the rest on demand."""
    async with house.browser() as browser:
        people = [await Migrant.arrives(browser) for _ in range(52)]
        for person in people:
            await person.sends(text=DANGER)

        async def all_there() -> bool:
            return len(await house.queue()) == 52

        await until(all_there)
    assert (await ana.sees("/staff")).count('<li class="case') == 50
    assert (await ana.sees("/staff?shown=100")).count('<li class="case') == 52


def test_the_console_has_all_words_in_its_languages(sample_library: Library) -> None:
    """Spanish, English and Portuguese have every key of the console, and every key that a template or a module names exists."""
    keys = {key for key, path in sample_library.strings.keys["es"].items() if path.endswith("console.ftl")}
    for language in ("en", "pt"):
        assert keys ^ {k for k, path in sample_library.strings.keys[language].items() if path.endswith("console.ftl")} == set()
    handlers = Path(__file__).resolve().parents[2] / "handlers"
    text = "".join(path.read_text("utf-8") for path in [*handlers.glob("templates/*.html"), *handlers.glob("console*.py")])
    named = set(re.findall(r'"((?:console|desk|web)-[a-z0-9_-]*[a-z0-9])"', text))
    assert {key for key in named if not sample_library.strings.has("es", key)} <= {"console-purpose", "console-role"}
