"""Everything that staff do, on the channel: by the buttons that are really shown, and by answers to questions for words."""

from datetime import timedelta

import pytest

from faro.assistant.desk import Verb
from faro.assistant.institution import State
from faro.assistant.referral import Outcome, Severity, Status
from faro.assistant.rights import Role
from faro.storage import institutions, people, place_reports, staff, suggestions, timeline, views

from .conftest import GRAVE, SERIOUS
from .house import GROUP, House
from .phone import Phone

WHY = "porque hay que actuar ya"


async def ana(house: House, role: Role = Role.RESPONDER) -> Phone:
    """Ana in the topic of a case that she has taken."""
    await house.hire("Ana", "9", role)
    await house.says("1", SERIOUS)
    phone = Phone(house, "9")
    await phone.say("desk-button-claim")
    phone.thread = (await house.referral()).thread
    assert phone.thread is not None
    await house.presses("1", "write:yes")
    return phone


async def berta(house: House, name: str = "Berta", user: str = "8") -> Phone:
    """A coordinator who looks at the card of case 1 in her private chat."""
    await house.hire(name, user, Role.COORDINATOR)
    phone = Phone(house, user, user)
    await phone.writes("/case 1")
    return phone


async def verbs(house: House) -> list[str]:
    return [trace.verb for trace in await house.engine.view(views.trail)]


async def handed(house: House) -> list[tuple[str, State, str]]:
    store = house.engine.store
    found = await store.read(lambda db: institutions.of_referral(db, store.seal, 1))
    return [(one.name, one.state, one.consent) for one in found]


async def test_the_first_line_has_few_buttons_the_usual_ones(house: House) -> None:
    """Below what the owner reads first: wait, pause, hand over, close, more."""
    phone = await ana(house)
    first = next(body for body in phone.shown().values() if body["thread"] == phone.thread)
    assert [press.split(":")[1] for _, press in first["buttons"]] == ["wait", "snooze", "transfer", "close", "more"]


async def test_a_card_holds_no_word_of_the_person(house: House) -> None:
    """In the group a case is looked up by number or pseudonym: how grave, what kind, who has it; never words or a town."""
    await house.hire("Ana", "9")
    await house.says("1", f"{SERIOUS} me pegan en Tapachula")
    phone = Phone(house, "9")
    [shown] = await phone.writes("/case 1")
    assert "pegan" not in shown
    assert "Tapachula" not in shown
    assert "n.º 1" in shown
    name = house.engine.library.say("es", "desk-button-claim")
    assert phone.labels()[0] == name
    assert (await phone.writes("/case nadie"))[0] == house.engine.library.say("es", "console-search-empty")


async def test_a_card_changes_in_its_place(house: House) -> None:
    """Pressed on a card, only the topic's last line is new: the card says how things stand now."""
    phone = await ana(house)
    await phone.writes("/case")
    before = len(phone.shown())
    await phone.say("desk-button-wait")
    await phone.say("desk-button-close")
    await phone.say("desk-outcome-helped")
    assert len(phone.shown()) == before + 1
    assert (await house.referral()).outcome is Outcome.HELPED
    await phone.say("console-reopen")
    assert (await house.referral()).status is Status.OPEN


async def test_handing_over_shows_who_is_on_call_and_how_much_they_have(house: House) -> None:
    """The colleague is chosen by a button, what they must know is the answer to the question."""
    await house.hire("Luis", "7")
    await house.hire("Zoe", "6")
    await house.act("Zoe", Verb.ON_CALL)
    phone = await ana(house)
    await phone.say("desk-button-transfer")
    assert [label.split(" · ")[:2] for label in phone.labels()] == [["Zoe", "0"], ["Luis", "0"]]
    await phone.tap(phone.labels()[1])
    await phone.answer("la tía sabe todo")
    assert (await house.referral()).owner == house.staff["Luis"]


async def test_words_for_a_question_do_not_reach_the_person_by_mistake(house: House) -> None:
    """Typed in the topic as an answer to nothing, while a question waits: nothing is sent until it is said for whom the words are."""
    phone = await ana(house)
    await phone.say("desk-button-more")
    await phone.say("desk-button-note")
    asked = f"Jaguar 10: {house.engine.library.say('es', 'desk-in-doubt')}"
    assert await phone.writes("parece tener menos de doce años") == [asked]
    assert not any("doce" in text for text in house.texts("1"))
    await phone.say("desk-button-to-question")
    assert "referral.noted" in await verbs(house)
    assert not any("doce" in text for text in house.texts("1"))
    await phone.writes("Hola, te leo")
    assert "👤 Hola, te leo" in house.texts("1")


async def test_words_in_doubt_can_be_for_the_person(house: House) -> None:
    """The other way: they are for the person, and what wants a second click still wants it."""
    phone = await ana(house)
    await phone.say("desk-button-more")
    await phone.say("desk-button-note")
    await phone.writes("Llámame al 5512345678")
    await phone.say("desk-button-to-person")
    assert not any("5512345678" in text for text in house.texts("1"))
    await phone.say("desk-button-say-anyway")
    assert any("5512345678" in text for text in house.texts("1"))


async def test_a_question_for_words_is_answered_in_private_without_a_reply(house: House) -> None:
    """In a private chat the next words are the answer; nobody else could be meant."""
    phone = await ana(house)
    private = phone.private
    await private.writes("/case 1")
    await private.say("desk-button-more")
    await private.say("desk-button-note")
    assert await private.writes("la hermana también está") == [house.engine.library.say("es", "desk-done-note")]
    assert await private.writes("otra cosa") == [house.engine.library.say("es", "desk-answer-a-line")]


async def test_while_the_group_is_full_cards_and_questions_come_in_private(house: House) -> None:
    """Twelve lines a minute leave the group to what is grave; the words of the answer still do not reach the person by mistake."""
    phone = await ana(house)
    await phone.writes("/case")
    await phone.say("desk-button-more")
    for user in range(20, 32):
        await house.says(str(user), SERIOUS)
    start = len(house.channel.sent)
    press = await house.presses("9", "staff:note:1", chat=GROUP, room="staff", thread=phone.thread)
    assert press[0] == house.engine.library.say("es", "desk-done-open")
    assert any(body.get("answer") for body in house.bodies("9", "say", start))
    await phone.writes("parece de doce")
    assert not any("doce" in text for text in house.texts("1"))
    await phone.private.answer("parece de doce")
    assert "referral.noted" in await verbs(house)


async def test_an_institution_after_the_person_said_yes(house: House) -> None:
    """Its name is typed, the person is asked by the bot, and each step of the institution is one press."""
    phone = await ana(house)
    await phone.say("desk-button-more")
    await phone.say("desk-button-institution")
    await phone.say("desk-button-other-institution")
    await phone.answer("Procuraduría de Protección")
    await phone.say("desk-button-consent-ask")
    assert await handed(house) == [("Procuraduría de Protección", State.ASKED, "ask")]
    await house.presses("1", "share:yes:1")
    for state in ("accepted", "done"):
        await phone.writes("/case")
        await phone.say("desk-button-more")
        await phone.say("desk-button-institution")
        word = house.engine.library.say("es", f"console-institution-{state}")
        await phone.tap(f"Procuraduría de Protección: {word}")
    assert await handed(house) == [("Procuraduría de Protección", State.DONE, "yes")]
    assert {"institution.consent_asked", "institution.consent_given", "institution.accepted", "institution.done"} <= set(
        await verbs(house)
    )


async def test_said_already_wants_a_written_line(house: House) -> None:
    """Too short a line is refused with the reason, and the question stays open for a longer one."""
    phone = await ana(house)
    await phone.say("desk-button-more")
    await phone.say("desk-button-institution")
    await phone.say("desk-button-other-institution")
    await phone.answer("Cruz Roja")
    assert house.engine.library.say("es", "desk-button-consent-override") not in phone.labels()
    await phone.say("desk-button-consent-said")
    assert await phone.answer("sí") == [house.engine.library.say("es", "refused-reason-short")]
    assert await handed(house) == []
    await phone.answer("hoy por teléfono, a las diez")
    assert await handed(house) == [("Cruz Roja", State.IN_PROGRESS, "said")]


async def test_without_permission_is_a_coordinator_s_with_a_reason(house: House) -> None:
    """The person is told that it will be done."""
    await ana(house)
    phone = await berta(house)
    await phone.say("desk-button-more")
    await phone.say("desk-button-institution")
    await phone.say("desk-button-other-institution")
    await phone.answer("Fiscalía")
    await phone.say("desk-button-consent-override")
    await phone.answer(WHY)
    assert await handed(house) == [("Fiscalía", State.IN_PROGRESS, "override")]
    assert any("Fiscalía" in text for text in house.texts("1"))


async def test_the_account_takes_two_people_and_is_seen_once_in_private(house: House) -> None:
    """Asked with a reason, allowed by another one, seen in the private chat, protected, and nothing of it in the group."""
    await ana(house)
    asks, allows = await berta(house), await berta(house, "Carla", "7")
    start = len(house.channel.sent)
    await asks.say("desk-button-more")
    await asks.say("console-account")
    await asks.say("console-account-ask")
    await asks.answer(WHY)
    assert any(WHY in text for text in house.texts("7", start))
    await allows.say("console-account-grant")
    shown = await asks.say("console-account-see")
    assert any("test: 1" in text for text in shown)
    [body] = [body for body in house.bodies("8", "say", start) if "test: 1" in body["text"]]
    assert body["protect"]
    assert house.texts(GROUP, start) == []
    assert (await asks.say("console-account-see"))[0] == house.engine.library.say("es", "refused-account-seen")
    assert {"account.asked", "account.granted", "account.seen"} <= set(await verbs(house))


async def test_asked_in_the_group_the_account_is_a_matter_of_the_private_chat(house: House) -> None:
    """Reasons and wishes never stand where all read."""
    await ana(house)
    await berta(house)
    group = Phone(house, "8")
    await group.writes("/case 1")
    await group.say("desk-button-more")
    start = len(house.channel.sent)
    assert await group.say("console-account") == [house.engine.library.say("es", "desk-done-open")]
    assert [body["text"] for body in house.bodies("8", "say", start)] == [
        f"Jaguar 10: {house.engine.library.say('es', 'console-account-lead')}"
    ]


async def test_held_off_for_some_days_and_let_back(house: House) -> None:
    """Days by a button, the reason by words; the card says so and ends it."""
    await ana(house)
    phone = await berta(house)
    await phone.say("desk-button-more")
    await phone.say("console-block")
    await phone.say("desk-days", count=7)
    await phone.say("desk-button-block-sure")
    await phone.answer("insulta a todo el equipo")
    store = house.engine.store
    until = await store.read(lambda db: people.blocked_until(db, 1))
    assert until == house.now + timedelta(days=7)
    await phone.writes("/case 1")
    await phone.say("desk-button-more")
    await phone.say("console-lift")
    assert await store.read(lambda db: people.blocked_until(db, 1)) is None
    assert {"person.held_off", "person.let_back"} <= set(await verbs(house))


async def test_shifts_are_planned_and_taken_off(house: House) -> None:
    """By day and hours, again a week later, typed in one line, taken off by whoever may."""
    await house.hire("Ana", "9")
    phone = Phone(house, "9", "9")
    await phone.writes("/shifts")
    await phone.say("console-shifts-plan")
    await phone.tap(phone.labels()[1])
    await phone.tap("08:00-16:00")
    await phone.say("desk-button-next-week")
    await phone.writes("/shifts 30/11 22:00-06:00")
    assert await house.scalar("select count(*) from shift") == 3
    assert await house.scalar("select max(ends_at - starts_at) from shift") == 8 * 3600
    assert (await phone.writes("/shifts mañana"))[0] == house.engine.library.say("es", "refused-shift-hours", hours="24")
    await phone.writes("/shifts")
    await phone.tap(next(label for label in phone.labels() if "30/11" in label))
    assert await house.scalar("select count(*) from shift") == 2
    assert "30/11" not in next(reversed(phone.shown().values()))["text"]


async def test_a_coordinator_plans_for_others_with_typed_hours(house: House) -> None:
    """Whose is asked first; responders are not asked and cannot."""
    await house.hire("Ana", "9")
    await house.hire("Berta", "8", Role.COORDINATOR)
    phone = Phone(house, "8", "8")
    await phone.writes("/shifts")
    await phone.say("console-shifts-plan")
    await phone.tap("Ana")
    await phone.tap(phone.labels()[2])
    await phone.say("desk-button-other-hours")
    await phone.answer("18:30-23:15")
    assert await house.scalar("select staff from shift") == house.staff["Ana"]
    assert await house.scalar("select ends_at - starts_at from shift") == 4.75 * 3600
    day = f"{house.now + timedelta(days=3):%Y%m%d}"
    refused = await house.presses("9", f"staff:shift:0:{house.staff['Berta']}:{day}:0800-1600")
    assert refused[0] == house.engine.library.say("es", "refused-no-right")


async def test_an_erasure_is_finished_after_a_second_look(house: House) -> None:
    """The line that tells of it has the button; a coordinator presses it, and once more."""
    phone = await ana(house)
    await house.hire("Berta", "8", Role.COORDINATOR)
    await house.says("1", "/forget")
    await house.presses("1", "forget:yes")
    assert (await phone.say("console-erase"))[0] == house.engine.library.say("es", "refused-no-right")
    coordinator = Phone(house, "8", thread=phone.thread)
    await coordinator.say("console-erase")
    assert (await house.referral()).status is not Status.CLOSED
    await coordinator.say("desk-button-erase-sure")
    assert await house.scalar("select count(*) from person") == 0
    assert house.bodies(GROUP, "topic_end")[-1]["remove"]


async def test_reading_is_private_and_noted(house: House) -> None:
    """A coordinator reads somebody else's case in the private chat, protected; the group sees nothing."""
    phone = await ana(house)
    await phone.writes("/note una nota del equipo")
    reader = await berta(house)
    start = len(house.channel.sent)
    await reader.say("desk-button-read")
    [shown] = [text for text in house.texts("8", start) if SERIOUS in text]
    assert "una nota del equipo" in shown
    assert all(body["protect"] for body in house.bodies("8", "say", start))
    assert house.texts(GROUP, start) == []
    assert "words.opened" in await verbs(house)


async def test_a_ready_answer_is_read_and_sent_with_three_taps(house: House) -> None:
    """Area, topic, and it stands there in the person's language with a button that sends it."""
    phone = await ana(house)
    await phone.say("desk-button-more")
    await phone.say("desk-button-ready")
    await phone.say("desk-area-education")
    await phone.tap(phone.labels()[0])
    preview = next(reversed(phone.shown().values()))["text"]
    await phone.say("desk-button-send-ready")
    said = house.texts("1")[-1]
    assert said.removeprefix("👤 ") in preview
    assert "words.said" in await verbs(house)


async def test_the_protocol_stands_beside_the_case(house: House) -> None:
    """What to ask first and never, in the language of whoever reads."""
    phone = await ana(house)
    await phone.say("desk-button-more")
    [shown] = await phone.say("console-protocol")
    assert house.engine.library.say("es", "console-protocol-never-ask") in shown


async def test_editors_get_a_sentence_and_not_whose(house: House) -> None:
    """From a case with its kind of danger; without one by /suggest, also from an editor."""
    phone = await ana(house)
    await phone.say("desk-button-more")
    await phone.say("console-suggest")
    await phone.say("console-suggest-missed")
    await phone.answer("me dijo que si hablo me mata")
    await house.hire("Eva", "5", Role.EDITOR)
    editor = Phone(house, "5", "5")
    await editor.writes("/suggest")
    await editor.say("console-suggest-no-danger")
    await editor.answer("me muero de risa")
    store = house.engine.store
    kept = await store.read(lambda db: suggestions.listed(db, store.seal))
    assert {(one.verdict, one.category, one.words) for one in kept} == {
        ("missed", "gang_threat", "me dijo que si hablo me mata"),
        ("no_danger", "", "me muero de risa"),
    }


async def test_a_place_on_hold_is_offered_again(house: House) -> None:
    """The list of places has the button; responders have neither."""
    place, store = house.engine.library.places[0].id, house.engine.store

    def told(db: object) -> None:
        for person in (1, 2, 3):
            place_reports.report(db, store.seal, place, "closed", house.now, person=person)  # type: ignore[arg-type]

    for user in ("1", "2", "3"):
        await house.says(user, "hola")
    await store.transaction(told)
    await house.hire("Berta", "8", Role.COORDINATOR)
    await house.hire("Ana", "9")
    assert await Phone(house, "9", "9").writes("/places") == [house.engine.library.say("es", "refused-no-right")]
    phone = Phone(house, "8", "8")
    await phone.writes("/places")
    await phone.tap(phone.labels()[0])
    assert await store.read(place_reports.held) == frozenset()


async def test_what_was_not_delivered_is_listed(house: House) -> None:
    """For coordinators and admins, without the words in it."""
    await house.hire("Berta", "8", Role.COORDINATOR)
    await house.engine.receive("test", "x", "5", b"{broken secret")
    await house.engine.settle()
    [shown] = await Phone(house, "8", "8").writes("/parked")
    assert house.engine.library.say("es", "console-parked") in shown
    assert "secret" not in shown


async def test_an_interpreter_is_wanted_and_found(house: House) -> None:
    """One button that says the other thing afterwards."""
    phone = await ana(house)
    for key in ("console-interpreter", "console-interpreter-found"):
        await phone.writes("/case")
        await phone.say("desk-button-more")
        await phone.say(key)
    assert (await house.referral()).interpreter is None
    assert {"interpreter.wanted", "interpreter.found"} <= set(await verbs(house))


async def test_earlier_cases_are_one_tap_away(house: House) -> None:
    """The card of a person who was here before leads to what was before."""
    phone = await ana(house)
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)
    await house.says("1", GRAVE)
    await house.act("Ana", Verb.CLAIM, 2)
    await phone.private.writes("/case 2")
    await phone.private.say("desk-button-more")
    await phone.private.say("desk-button-earlier", number=1)
    assert "n.º 1" in next(reversed(phone.private.shown().values()))["text"]


async def test_closed_ones_are_listed_and_opened_again(house: House) -> None:
    """/closed leads to the card, the card opens it."""
    phone = await ana(house)
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)
    await phone.private.writes("/closed")
    await phone.private.tap(phone.private.labels()[0])
    await phone.private.say("console-reopen")
    assert (await house.referral()).status is Status.OPEN


async def test_forty_cases_are_read_page_by_page(house: House) -> None:
    """What owes a word is on top, each has a button to its card, and the next page replaces the one before."""
    await house.hire("Ana", "9")
    for user in range(20, 43):
        await house.says(str(user), GRAVE if user % 3 else SERIOUS)
    store = house.engine.store
    await store.transaction(lambda db: db.exec_driver_sql(f"update referral set owner={house.staff['Ana']}, status='claimed'"))
    await store.transaction(lambda db: db.exec_driver_sql("update referral set status='waiting' where id = 1"))
    phone = Phone(house, "9", "9")
    await phone.writes("/mine")
    assert len(phone.labels()) == 11
    before = len(phone.shown())
    seen = phone.labels()[:-1]
    for _ in range(2):
        await phone.tap(phone.labels()[-1])
        seen += phone.labels()[:10]
    assert len(phone.shown()) == before
    assert len({label for label in seen if "…" not in label}) == 23
    first = await house.referral(1)
    assert seen[-1].startswith(
        await store.read(
            lambda db: views.case(db, store.seal, 1, minutes={"critical": 5, "high": 60, "medium": 1440}).queued.pseudonym
        )
    )  # type: ignore[union-attr]
    assert first.severity is Severity.CRITICAL


async def test_each_hears_it_in_their_own_language(house: House) -> None:
    """Cards, questions and refusals follow whoever presses, also in the group."""
    await ana(house)
    store = house.engine.store
    await store.transaction(
        lambda db: staff.add(
            db, store.seal, "John", house.now, roles={Role.RESPONDER}, languages=("en",), channel="test", user="4"
        )
    )
    phone = Phone(house, "4")
    [card] = await phone.writes("/case 1")
    assert house.engine.library.say("en", "desk-alert-taken", owner="Ana") in card
    refused = await house.presses("4", "staff:close:1", chat=GROUP, room="staff")
    assert refused == [house.engine.library.say("en", "refused-not-yours")]


BROKEN = (
    "block:1:x", "refer:1:zzzz", "shift:0:x", "shift:0:1:2", "progress:1", "grant:1:x", "ready:1:no.topic", "tell:1:99", "fill:1:99",
    "offeragain:0", "mine:999", "snooze:1:7", "card:77", "shift:0:1:20261201:9999-1",
)  # fmt: skip


@pytest.mark.parametrize("payload", BROKEN)
async def test_broken_buttons_are_answered(house: House, payload: str) -> None:
    """Whatever a cut or invented payload holds, whoever pressed it hears a sentence, and nothing is parked."""
    await house.hire("Berta", "8", Role.COORDINATOR)
    await house.says("1", SERIOUS)
    await house.presses("8", "staff:claim:1", chat=GROUP, room="staff")
    answers = await house.presses("8", f"staff:{payload}")
    assert answers
    assert await house.scalar("select count(*) from inbox where state != 'done'") == 0


async def test_notes_are_read_in_the_case(house: House) -> None:
    """What the team noted stands in its timeline in order, whichever way it was written."""
    phone = await ana(house)
    await phone.writes("/note")
    await phone.answer("la madre llamó")
    store = house.engine.store
    lines = await store.read(lambda db: timeline.of(db, store.seal, 1))
    assert [line.words for line in lines if line.who == "note"] == ["la madre llamó"]


async def test_an_editor_takes_off_what_was_dealt_with_in_private(house: House) -> None:
    """The sentences that staff handed over, each with its button; in the group none of them is shown."""
    await house.hire("Ana", "9")
    await house.hire("Eva", "5", Role.EDITOR)
    for words in ("me muero de risa", "mi primo me mata a chistes"):
        await house.act("Ana", Verb.SUGGEST, words=words, state="no_danger")
    shown = "\n".join(await house.says("5", "/suggest", room="private"))
    assert "me muero de risa" in shown
    assert "chistes" in shown
    await house.presses("5", "staff:writtenin:0:1", room="private")
    store = house.engine.store
    assert [one.words for one in await store.read(lambda db: suggestions.listed(db, store.seal))] == [
        "mi primo me mata a chistes"
    ]
    in_group = "\n".join(await house.says("5", "/suggest", chat=GROUP, room="staff"))
    assert "chistes" not in in_group
    await house.presses("9", "staff:writtenin:0:2", room="private")
    assert len(await store.read(lambda db: suggestions.listed(db, store.seal))) == 1
