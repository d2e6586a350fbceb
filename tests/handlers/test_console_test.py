"""The test box: staff and editors see what fires and why, and hand sentences to editors without who."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from faro.assistant.desk import Act, Verb
from faro.assistant.referral import Refused
from faro.assistant.rights import Role
from faro.library import Library
from faro.storage import views
from tests.web_house import House, Worker, open_house


@pytest.fixture
async def house(tmp_path: Path, library: Library) -> AsyncIterator[House]:
    async with open_house(tmp_path, library) as opened:
        yield opened


async def test_the_box_shows_what_fires_and_why(house: House) -> None:
    """A phrase is named with its category and severity; nothing is stored."""
    async with house.browser() as browser:
        worker = await Worker.enters(house, browser, await house.hire("Ana", Role.RESPONDER))
        page = await browser.post("/staff/test", data={"csrf": worker.csrf, "text": "me siguen unos hombres"})
    assert "immediate_danger critical refer" in page.text
    assert "phrase: me siguen unos hombres" in page.text
    assert await house.engine.view(views.suggestions) == []


async def test_a_decision_of_staff_becomes_a_suggestion_without_who(house: House) -> None:
    """Long numbers are left out, the language is found, and an editor reads in which file it belongs."""
    number = await house.hire("Ana", Role.EDITOR, Role.RESPONDER)
    words = "me muero de risa con mi prima, llama al 55 1234 5678"
    await house.engine.perform(Act(Verb.SUGGEST, number, words=words, state="no_danger"))
    [kept] = await house.engine.view(views.suggestions)
    assert (kept.words, kept.language) == ("me muero de risa con mi prima, llama al ...", "es")
    async with house.browser() as browser:
        page = await (await Worker.enters(house, browser, number)).sees("/staff/test")
    assert "content/risks/not_danger/es.team.txt" in page
    assert "me muero de risa con mi prima" in page


async def test_an_editor_takes_off_what_was_dealt_with(house: House) -> None:
    """One button on the page: the sentence goes, it is in the audit; whoever only answers people has no part in it."""
    number = await house.hire("Eva", Role.EDITOR)
    await house.engine.perform(Act(Verb.SUGGEST, number, words="me muero de risa", state="no_danger"))
    [kept] = await house.engine.view(views.suggestions)
    async with house.browser() as browser, house.browser() as other:
        ana = await Worker.enters(house, other, await house.hire("Ana", Role.RESPONDER))
        form = {"number": str(kept.id), "back": "/staff/test"}
        assert (await other.post("/staff/do/writtenin", data={"csrf": ana.csrf, **form})).status_code == 403
        csrf = re.findall(
            r'name="csrf" value="(\w+)"', await (eva := await Worker.enters(house, browser, number)).sees("/staff/test")
        )[0]
        assert (await browser.post("/staff/do/writtenin", data={"csrf": csrf, **form})).headers["location"] == "/staff/test"
        assert "me muero de risa" not in await eva.sees("/staff/test")
    assert await house.engine.view(views.suggestions) == []


async def test_a_suggestion_needs_words_and_a_verdict(house: House) -> None:
    """Anything else is refused in words."""
    number = await house.hire("Ana", Role.RESPONDER)
    for words, state in (("", "missed"), ("algo", "perhaps")):
        with pytest.raises(Refused):
            await house.engine.perform(Act(Verb.SUGGEST, number, words=words, state=state))


async def test_an_admin_suggests_nothing(house: House) -> None:
    """Examples are the matter of those who read."""
    number = await house.hire("Root", Role.ADMIN)
    with pytest.raises(Refused):
        await house.engine.perform(Act(Verb.SUGGEST, number, words="algo", state="missed"))
