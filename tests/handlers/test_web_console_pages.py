"""The console's further pages and forms, through a real server: second click, ready answers, institutions, unmasking, shifts, figures, questions."""

import asyncio
import csv
import io
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faro.assistant.desk import Verb
from faro.assistant.rights import Role
from faro.library import Library
from handlers.console_editors import grouped
from handlers.console_figures import shown, told_apart
from tests.web_house import DANGER, House, Migrant, Worker, open_house, said, until

WHY = "porque corre peligro ahora"


@pytest.fixture
async def house(tmp_path: Path, library: Library) -> AsyncIterator[House]:
    async with open_house(tmp_path, library) as opened:
        yield opened


@pytest.fixture
async def migrant(house: House) -> AsyncIterator[Migrant]:
    """Somebody in danger: case 1."""
    async with house.browser() as browser:
        person = await Migrant.arrives(browser)
        await person.says(DANGER)
        yield person


async def worker(house: House, name: str, *roles: Role) -> Worker:
    browser = house.browser()
    return await Worker.enters(house, browser, await house.hire(name, *roles))


@pytest.fixture
async def ana(house: House) -> AsyncIterator[Worker]:
    one = await worker(house, "Ana", Role.RESPONDER)
    yield one
    await one.browser.aclose()


@pytest.fixture
async def bea(house: House) -> AsyncIterator[Worker]:
    one = await worker(house, "Bea", Role.COORDINATOR)
    yield one
    await one.browser.aclose()


async def test_a_second_click_sends_what_the_first_did_not(house: House, migrant: Migrant, ana: Worker, library: Library) -> None:
    """The page says what it is about and keeps the words; with the second click they reach the person."""
    await migrant.sends(press="write:yes")
    await ana.does(1, "claim")
    asked = await ana.does(1, "say", words="nos vemos en la plaza")
    assert asked.status_code == 409
    page = unescape(asked.text)
    assert library.say("es", "desk-caution-meeting") in page
    assert "nos vemos en la plaza</textarea>" in page
    assert 'name="sure" value="1"' in page
    assert (await ana.does(1, "say", words="nos vemos en la plaza", sure="1")).status_code == 303

    async def heard() -> bool:
        return "nos vemos en la plaza" in said(await migrant.hears())

    await until(heard)


async def test_a_ready_answer_stands_in_the_field_in_the_person_s_language(
    migrant: Migrant, ana: Worker, library: Library
) -> None:
    """Chosen by its title, shown to be read and changed; nothing is sent by that."""
    await ana.does(1, "claim")
    page = unescape(await ana.sees("/staff/case/1?ready=asylum.what_is"))
    answer = library.wordings["es", "asylum.what_is"].answer.split("{")[0][:40]
    assert answer in page.split('<textarea id="words"')[1].split("</textarea>")[0]


async def test_a_case_is_handed_on_by_form_and_its_way_is_noted(
    migrant: Migrant, ana: Worker, bea: Worker, library: Library
) -> None:
    """A responder is not offered the override; with the person's word it goes on its way step by step."""
    await ana.does(1, "claim")
    page = unescape(await ana.sees("/staff/case/1"))
    assert 'value="override"' not in page
    assert 'value="override"' in unescape(await bea.sees("/staff/case/1"))
    assert (await ana.does(1, "refer", name="Procuraduría", consent="override", words=WHY)).status_code == 409
    assert (await ana.does(1, "refer", name="Procuraduría", consent="said", words="lo dijo hoy por escrito")).status_code == 303
    assert (await ana.does(1, "progress", number="1", state="accepted")).status_code == 303
    page = unescape(await ana.sees("/staff/case/1"))
    assert "Procuraduría" in page
    assert library.say("es", "console-institution-accepted") in page


async def test_an_account_is_shown_once_in_the_answer_itself(
    house: House, migrant: Migrant, bea: Worker, library: Library
) -> None:
    """Asked by one, allowed by another, shown in that one answer and on no page afterwards."""
    carla = await worker(house, "Carla", Role.COORDINATOR)
    await bea.does(1, "unmask", words=WHY)
    assert (await bea.does(1, "account", number="1")).status_code == 409
    assert (await bea.does(1, "grant", number="1")).status_code == 409
    assert (await carla.does(1, "grant", number="1")).status_code == 303
    shown_once = unescape((await bea.does(1, "account", number="1")).text)
    assert library.say("es", "console-account-shown") in shown_once
    assert re.search(r"web: \w+", shown_once)
    assert library.say("es", "console-account-shown") not in unescape(await bea.sees("/staff/case/1"))
    assert (await bea.does(1, "account", number="1")).status_code == 409
    await carla.browser.aclose()


async def test_the_page_of_the_person_tells_that_somebody_writes(house: House, migrant: Migrant, ana: Worker) -> None:
    """While keys are pressed on the console, after a yes to being written to; a colleague at the same page is not told of, nor is a form
    without the session's token obeyed."""
    await ana.does(1, "claim")
    await migrant.presses("write:yes")

    async def looking() -> bool:
        return bool(house.channel.held)

    async def page() -> dict[str, object]:
        while not (given := (await migrant.looks()).json())["typing"]:
            migrant._after = given["after"]
        return given

    shown = asyncio.create_task(page())
    await until(looking)
    assert (await ana.browser.post("/staff/case/1/typing", data={"csrf": "x"})).status_code in (401, 403)
    assert (await ana.does(1, "typing")).status_code == 204
    assert (await asyncio.wait_for(shown, 10))["lines"] == []


async def test_who_was_held_off_is_let_back_by_one_button(house: House, migrant: Migrant, bea: Worker, library: Library) -> None:
    """The page says until when, and the button that ends it is there only while it lasts."""
    assert (await bea.does(1, "block", days="3", words=WHY)).status_code == 409  # there is a danger in it
    await bea.does(1, "block", days="3", words=WHY, sure="1")
    end = library.say("es", "console-lift")
    assert end in unescape(await bea.sees("/staff/case/1"))
    assert (await bea.does(1, "lift")).status_code == 303
    assert end not in unescape(await bea.sees("/staff/case/1"))
    assert (await bea.does(1, "lift")).status_code == 409


async def test_shifts_are_planned_and_taken_off(house: House, ana: Worker, bea: Worker) -> None:
    """One's own for several weeks; a coordinator for others; broken hours are told."""
    day = (house.now + timedelta(days=1)).date().isoformat()
    form = {"csrf": ana.csrf, "day": day, "from": "22:00", "until": "06:00", "weeks": "3"}
    assert (await ana.browser.post("/staff/shifts/plan", data=form)).status_code == 303
    page = await ana.sees("/staff/shifts")
    assert page.count("/staff/shifts/cancel") == 3
    assert (await ana.browser.post("/staff/shifts/cancel", data={"csrf": ana.csrf, "number": "1"})).status_code == 303
    assert (await ana.browser.post("/staff/shifts/plan", data={**form, "from": "soon"})).status_code == 409
    assert (await ana.browser.post("/staff/shifts/plan", data={**form, "to": "2"})).status_code == 409
    form = {"csrf": bea.csrf, "day": day, "from": "08:00", "until": "12:00", "to": "1"}
    assert (await bea.browser.post("/staff/shifts/plan", data=form)).status_code == 303
    assert (await ana.sees("/staff/shifts")).count("/staff/shifts/cancel") == 3


async def test_search_finds_by_what_staff_know_and_never_by_what_people_wrote(
    house: House, migrant: Migrant, ana: Worker
) -> None:
    """By pseudonym and number; the person's own words find nothing."""
    [case] = await house.queue()
    name = re.findall(r'id="case-1"[^>]*>([^<]+)<', await ana.sees("/staff"))[0]
    assert f"/staff/case/{case.id}" in await ana.sees(f"/staff/search?q={name[:4].lower()}")
    assert f"/staff/case/{case.id}" in await ana.sees("/staff/search?q=1")
    assert f"/staff/case/{case.id}" not in await ana.sees("/staff/search?q=secuestrados")


async def exported(who: Worker) -> list[list[str]]:
    """The figures of a week as they leave the house."""
    return list(csv.reader(io.StringIO((await who.browser.get("/staff/figures.csv?days=7")).text)))


async def test_figures_are_plots_and_an_export_without_small_counts(
    house: House, migrant: Migrant, ana: Worker, bea: Worker
) -> None:
    """For coordinators; plots are part of the page, each with a table; the export leaves out today, and no count under five stands in it."""
    assert (await ana.browser.get("/staff/figures")).status_code == 403
    assert (await ana.browser.get("/staff/figures.csv")).status_code == 403
    await bea.does(1, "claim")
    await bea.does(1, "say", words="Te leo")
    page = await bea.sees("/staff/figures?days=7")
    assert "<svg viewBox" in page
    assert "http" not in page.split("<main")[1]
    assert "<details" in page.split("<main")[1]
    assert ["referrals", "", "0"] in await exported(bea)
    house.later(hours=24)
    clara = await worker(house, "Clara", Role.COORDINATOR)
    rows = await exported(clara)
    await clara.browser.aclose()
    assert ["referrals", "", "<5"] in rows
    assert ["referrals_by_category", "others", "<5"] in rows
    assert not [row for row in rows if row[1] in ("kidnapping", "critical", "12")]
    assert [shown(number) for number in (0, 1, 4, 5, 12)] == ["0", "<5", "<5", "5", "12"]


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=1), st.integers(0, 30)))
def test_no_small_count_can_be_had_by_subtraction(numbers: dict[str, int]) -> None:
    """What is told is the whole; nothing under five stands alone, and what is not told apart could be shared out in more than one way."""
    told = dict(told_apart(numbers))
    assert sum(told.values()) == sum(numbers.values())
    hidden = {which: number for which, number in numbers.items() if which not in told and number}
    assert all(number >= 5 for number in told.values()) or sum(numbers.values()) < 5
    assert len(hidden) != 1 or sum(numbers.values()) < 5


async def test_unanswered_questions_stand_together_and_leave_as_ways_of_asking(house: House, library: Library) -> None:
    """Editors see words and never who; what they download are lines for one topic in one language."""
    async with house.browser() as browser:
        person = await Migrant.arrives(browser)
        for words in (
            "quien gano el mundial de ajedrez",
            "quien gano el mundial de ajedrez submarino",
            "pupusas revueltas baratas",
        ):
            await person.says(words)
    eva = await worker(house, "Eva", Role.EDITOR)
    page = unescape(await eva.sees("/staff/questions"))
    assert "pupusas revueltas baratas" in page or "mundial de ajedrez" in page
    form = {"csrf": eva.csrf, "language": "es", "topic": "shelter.find", "lines": "una\n\nuna\r\ndos\n"}
    answer = await eva.browser.post("/staff/questions/export", data=form)
    assert answer.text == "# content/asks/es/shelter.find.txt\nuna\ndos\n"
    for wrong in ({"topic": "../x"}, {"language": "../x"}):
        assert (await eva.browser.post("/staff/questions/export", data=form | wrong)).status_code == 404
    assert (await eva.browser.get("/staff")).status_code == 403
    await eva.browser.aclose()


def test_likeness_is_by_shared_words_in_one_language() -> None:
    """The largest group first; other languages stand apart."""
    asked = [("es", "donde venden pupusas", ""), ("es", "dónde venden pupusas ricas", ""), ("en", "donde venden pupusas", "")]
    assert [len(questions) for _, _, questions in grouped(asked)] == [2, 1]


async def test_content_that_was_refused_stands_on_its_page(house: House, bea: Worker) -> None:
    """Files that were changed and have mistakes: when, how many, which first, until they are good."""
    house.engine.content_refused = (house.now, 2, "words/es/x.yaml: no such fact")
    assert "words/es/x.yaml: no such fact" in unescape(await bea.sees("/staff/content"))
    house.engine.content_refused = None
    assert "no such fact" not in unescape(await bea.sees("/staff/content"))


async def test_content_shows_what_expires(bea: Worker, library: Library) -> None:
    """Coordinators and editors see how up to date the content is, and the machine's signs of life."""
    assert library.say("es", "console-content-pulses") in unescape(await bea.sees("/staff/content"))

    async def beats() -> bool:
        return "heartbeat" in await bea.sees("/staff/content")

    await until(beats)


async def test_a_note_is_asked_for_and_goes_along(house: House, migrant: Migrant, ana: Worker, bea: Worker) -> None:
    """Handed over without a note: refused; the handover of a shift carries its note to each case."""
    await ana.does(1, "claim")
    assert (await ana.does(1, Verb.TRANSFER, to="2")).status_code == 409
    await ana.browser.post("/staff/do/handover", data={"csrf": ana.csrf, "words": "llamar a las ocho"})
    assert "llamar a las ocho" in unescape(await bea.sees("/staff/case/1"))


async def test_a_closed_case_is_opened_again_by_form(migrant: Migrant, ana: Worker) -> None:
    """Whoever closed it finds the button on its page."""
    await ana.does(1, "claim")
    await ana.does(1, "close", outcome="helped")
    assert "/staff/case/1/reopen" in await ana.sees("/staff/case/1")
    assert (await ana.does(1, "reopen")).status_code == 303


NUMBERS = ("9" * 26, "9" * 18, "9" * 9, "²", "-1", "0", "1e9", "")
"""What an address or a form may hold where a number is expected: no row has such a number, and no calendar such a day."""


async def test_no_number_in_an_address_or_a_form_breaks_a_page(migrant: Migrant, bea: Worker) -> None:
    """Not there, refused or passed over, never a fault of ours."""
    await bea.does(1, "claim")
    answers = []
    for number in NUMBERS:
        for path in (
            f"/staff/case/{number}",
            f"/staff?shown={number}",
            f"/staff/figures?days={number}",
            f"/staff/search?q={number}",
        ):
            answers.append((path, (await bea.browser.get(path)).status_code))
        answers.append(("claim", (await bea.does(number, "claim")).status_code))  # type: ignore[arg-type]
        for verb, names in (("transfer", ("to",)), ("snooze", ("minutes",)), ("block", ("days",)), ("open", ("held",))):
            form = dict.fromkeys(names, number) | {"words": WHY}
            answers.append((verb, (await bea.does(1, verb, **form)).status_code))
        for verb in ("progress", "grant", "account"):
            answers.append((verb, (await bea.does(1, verb, number=number, state="done")).status_code))
        for path, form in (("plan", {"weeks": number, "to": number}), ("cancel", {"number": number})):
            given = {"csrf": bea.csrf, "day": "9999-12-31", "from": "22:00", "until": "06:00"} | form
            answers.append((path, (await bea.browser.post(f"/staff/shifts/{path}", data=given)).status_code))
        answers.append(
            ("written in", (await bea.browser.post("/staff/do/writtenin", data={"csrf": bea.csrf, "number": number})).status_code)
        )
    assert [one for one in answers if one[1] >= 500] == []
    assert dict(answers)[f"/staff/case/{NUMBERS[0]}"] == 404


async def test_no_number_of_a_page_without_script_breaks_it(migrant: Migrant, house: House) -> None:
    """The count of messages that the form carries is whatever somebody typed."""
    async with house.browser() as browser:
        for number in NUMBERS:
            answer = await browser.post("/chat", data={"n": number, "text": "hola", "secret": "x"})
            assert answer.status_code < 500, number
