"""The life of a case beyond taking and answering: limits, notes, reopening, shifts, second clicks, ready answers, the board, the pace."""

from datetime import timedelta

import pytest

from faro.assistant.desk import Act, Verb
from faro.assistant.message import Kind, Message
from faro.assistant.referral import Outcome, Refused, Status
from faro.assistant.rights import Role
from faro.storage import duty, outbox, staff, views

from ..conftest import NIGHT
from .conftest import GRAVE, SERIOUS
from .house import GROUP, House
from .test_clocks import passes

LINE = "gato azul siete mesas"
"""Words that fit no topic."""


async def verbs(house: House, number: int = 1) -> list[str]:
    return [trace.verb for trace in await house.engine.view(views.trail, referral=number)]


async def test_nobody_takes_more_than_the_limit_but_what_is_critical_is_nobody_s_limit(house: House) -> None:
    """The operator's case limit holds for all but the gravest."""
    limit = house.engine.library.operator.case_limit
    await house.hire("Ana", "9")
    for number in range(1, limit + 2):
        await house.says(str(100 + number), SERIOUS)
        if number <= limit:
            await house.act("Ana", Verb.CLAIM, number)
    with pytest.raises(Refused, match="refused-limit"):
        await house.act("Ana", Verb.CLAIM, limit + 1)
    await house.says("500", GRAVE)
    assert await house.act("Ana", Verb.CLAIM, limit + 2) is not None


async def test_words_that_fit_nothing_after_closing_open_it_again(house: House) -> None:
    """Soon after a closing, words without a topic are for staff: the same case is open again, with its clock; editors do not get them."""
    await house.hire("Ana", "9")
    await house.says("1", SERIOUS)
    await house.act("Ana", Verb.CLAIM, 1)
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)
    before = len(house.alerts())
    await house.says("1", LINE)
    again = await house.referral()
    assert (again.status, again.owner, again.outcome, again.clock_from) == (Status.OPEN, None, None, house.now)
    assert len(house.alerts()) == before + 1
    assert "referral.reopened" in await verbs(house)
    assert await house.engine.view(views.asked) == []
    case = await house.engine.view(views.case, 1, minutes={"critical": 5, "high": 60, "medium": 1440})
    assert case is not None
    assert LINE in [line.words for line in case.timeline]


async def test_a_week_later_they_are_a_question_again(house: House) -> None:
    """Long after, words without a topic open nothing."""
    await house.hire("Ana", "9")
    await house.says("1", SERIOUS)
    await house.act("Ana", Verb.CLAIM, 1)
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)
    house.later(days=8)
    await house.says("1", LINE)
    assert await house.live() == []


async def test_staff_open_a_closed_case_again(house: House) -> None:
    """Whoever closed it, or a coordinator; never beside another open one of the same person."""
    await house.hire("Ana", "9")
    await house.says("1", SERIOUS)
    await house.act("Ana", Verb.CLAIM, 1)
    with pytest.raises(Refused, match="refused-not-closed"):
        await house.act("Ana", Verb.REOPEN, 1)
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)
    await house.act("Ana", Verb.REOPEN, 1)
    assert (await house.referral()).status is Status.OPEN
    await house.act("Ana", Verb.CLAIM, 1)
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)
    await house.says("1", GRAVE)
    with pytest.raises(Refused, match="refused-another-open"):
        await house.act("Ana", Verb.REOPEN, 1)


async def test_a_handover_needs_a_note_which_the_next_one_reads(house: House) -> None:
    """Nobody hands a case over in silence."""
    await house.hire("Ana", "9")
    await house.hire("Berta", "8")
    await house.says("1", GRAVE)
    await house.act("Ana", Verb.CLAIM, 1)
    with pytest.raises(Refused, match="refused-no-note"):
        await house.act("Ana", Verb.TRANSFER, 1, to=house.staff["Berta"])
    await house.act("Ana", Verb.TRANSFER, 1, to=house.staff["Berta"], words="llamar despacio")
    assert any("llamar despacio" in text for text in house.texts(GROUP))
    assert (await house.referral()).owner == house.staff["Berta"]


async def test_the_end_of_a_shift_leaves_a_note_with_each_case(house: House) -> None:
    """/handover with words: all is free, the words stand beside each case, one is off call."""
    await house.hire("Ana", "9")
    await house.act("Ana", Verb.ON_CALL)
    await house.says("1", GRAVE)
    await house.act("Ana", Verb.CLAIM, 1)
    await house.says("9", "/handover duerme mejor de dia")
    assert (await house.referral()).owner is None
    case = await house.engine.view(views.case, 1, minutes={"critical": 5, "high": 60, "medium": 1440})
    assert case is not None
    assert [line.words for line in case.timeline if line.who == "note"] == ["duerme mejor de dia"]
    assert await house.scalar("select count(*) from staff where on_call_since is not null") == 0


async def test_a_planned_shift_begins_and_ends_by_itself(house: House) -> None:
    """Who planned it is on call from its hour to its end and is told both; clocks run in it, though it is night."""
    await house.hire("Ana", "9")
    house.now = NIGHT
    start = NIGHT + timedelta(minutes=30)
    await house.act("Ana", Verb.SHIFT, starts=start, until=start + timedelta(hours=1))
    await house.says("1", GRAVE)
    await passes(house, 29)
    assert len(house.alerts()) == 1
    await passes(house, 7)
    assert len(house.alerts()) == 2
    assert any("Empieza tu turno" in text for text in house.texts("9"))
    await passes(house, 60)
    assert any("Terminó tu turno" in text for text in house.texts("9"))
    assert await house.scalar("select count(*) from staff where on_call_since is not null") == 0


async def test_only_who_may_plans_for_others(house: House) -> None:
    """One's own shifts are one's own; a coordinator plans for all; a begun shift is not taken off."""
    await house.hire("Ana", "9")
    await house.hire("Berta", "8", Role.COORDINATOR)
    when = {"starts": house.now + timedelta(hours=1), "until": house.now + timedelta(hours=5)}
    with pytest.raises(Refused, match="refused-no-right"):
        await house.act("Ana", Verb.SHIFT, to=house.staff["Berta"], **when)
    await house.act("Berta", Verb.SHIFT, to=house.staff["Ana"], **when)
    await house.act("Ana", Verb.UNSHIFT, number=1)
    for wrong in ({"starts": house.now, "until": house.now}, {"starts": house.now, "until": house.now + timedelta(hours=25)}, {}):
        with pytest.raises(Refused, match="refused-shift-hours"):
            await house.act("Ana", Verb.SHIFT, **wrong)
    await house.act("Ana", Verb.ON_CALL)
    with pytest.raises(Refused, match="refused-shift-begun"):
        await house.act("Ana", Verb.UNSHIFT, number=2)


async def test_two_on_call_one_after_the_other_are_one_time(house: House) -> None:
    """A change of guard does not start a clock anew."""
    await house.hire("Ana", "9")
    await house.hire("Berta", "8")
    house.now = NIGHT
    await house.says("1", SERIOUS)
    await house.act("Ana", Verb.ON_CALL)
    await passes(house, 40)
    await house.act("Berta", Verb.ON_CALL)
    await house.act("Ana", Verb.ON_CALL, on=False)
    before = len(house.alerts())
    await passes(house, 21)
    assert len(house.alerts()) == before + 1


async def test_a_person_is_told_the_true_hour_when_somebody_is_on_call_at_night(house: House) -> None:
    """On call by their own word or by a planned shift: what is said of hours holds for them too."""
    await house.hire("Ana", "9")
    house.now = NIGHT
    later = house.engine.library.say("es", "staff-now")
    assert not any(later in text for text in await house.says("1", GRAVE))
    await house.act("Ana", Verb.SHIFT, starts=NIGHT + timedelta(hours=1), until=NIGHT + timedelta(hours=3))
    assert any("a las 03:00" in text for text in await house.presses("2", "person"))
    await house.act("Ana", Verb.ON_CALL)
    assert any(later in text for text in await house.says("3", GRAVE))


async def test_what_somebody_had_who_left_is_free_again(house: House) -> None:
    """Removed staff own nothing."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.act("Ana", Verb.CLAIM, 1)
    await house.engine.store.transaction(lambda db: staff.remove(db, house.staff["Ana"]))
    await house.engine.settle()
    assert (await house.referral()).owner is None
    assert await house.engine.store.read(lambda db: duty.spans(db, house.now)) == ()


@pytest.mark.parametrize(
    "said",
    [
        "llámame al 55 1234 5678",
        "escríbeme a @juan_mx",
        "búscame por WhatsApp",
        "mira https://ejemplo.test/x",
        "te deposito dinero mañana",
        "nos vemos en la plaza",
        "I will be with you in a few minutes, please stay where you are",
    ],
)
async def test_words_to_think_about_need_a_second_click(house: House, said: str) -> None:
    """Nothing leaves at the first; at the second it does, and coordinators are shown it (but for the language)."""
    await house.hire("Ana", "9")
    await house.hire("Berta", "8", Role.COORDINATOR)
    await house.says("1", GRAVE)
    await house.presses("1", "write:yes")
    await house.act("Ana", Verb.CLAIM, 1)
    with pytest.raises(Refused, match="refused-second-click"):
        await house.act("Ana", Verb.SAY, 1, words=said)
    assert f"👤 {said}" not in house.texts("1")
    await house.act("Ana", Verb.SAY, 1, words=said, sure=True)
    assert f"👤 {said}" in house.texts("1")
    assert any("Ana escribió" in text for text in house.texts("8")) is not said.startswith("I ")


@pytest.mark.parametrize(
    "said", ["No estás solo. ¿Estás en un lugar seguro?", "Llama al 911", "Tienes 17 años, ¿verdad? Hoy es 24/11/2026"]
)
async def test_plain_words_leave_at_once(house: House, said: str) -> None:
    """Most of what staff write needs no second thought."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.presses("1", "write:yes")
    await house.act("Ana", Verb.CLAIM, 1)
    await house.act("Ana", Verb.SAY, 1, words=said)
    assert f"👤 {said}" in house.texts("1")


async def test_on_telegram_the_second_click_is_a_button(house: House) -> None:
    """The words wait below a button; a colleague's press, or a second one, sends nothing."""
    await house.hire("Ana", "9")
    await house.hire("Berta", "8")
    await house.says("1", GRAVE)
    await house.presses("1", "write:yes")
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    thread = (await house.referral()).thread
    await house.says("9", "llámame al 55 1234 5678", chat=GROUP, room="staff", thread=thread)
    [ask] = [sent.body for sent in house.channel.sent if any("staff:say:" in press for _, press in sent.body.get("buttons", ()))]
    assert "un número de teléfono" in ask["text"]
    assert not any("1234" in text for text in house.texts("1"))
    await house.presses("8", ask["buttons"][0][1], chat=GROUP, room="staff")
    assert not any("1234" in text for text in house.texts("1"))
    for _ in range(2):
        await house.presses("9", ask["buttons"][0][1], chat=GROUP, room="staff")
    assert sum("1234" in text for text in house.texts("1")) == 1


async def test_notes_and_ready_answers_by_command(house: House) -> None:
    """/note keeps a private note; /ready shows a topic in the person's language and sends nothing to anybody."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    thread = (await house.referral()).thread
    to_person = len(house.texts("1"))
    await house.says("9", "/note parece menor de doce", chat=GROUP, room="staff", thread=thread)
    await house.says("9", "/ready asylum.what_is", chat=GROUP, room="staff", thread=thread)
    wording = house.engine.library.wordings["es", "asylum.what_is"]
    assert any(wording.answer.split("{")[0][:40] in text for text in house.texts(GROUP))
    assert len(house.texts("1")) == to_person
    assert any(
        "Hay" in text or "hay" in text for text in await house.says("9", "/ready nada", chat=GROUP, room="staff", thread=thread)
    )
    refused = await house.says("9", "/note x", chat=GROUP, room="staff")
    assert refused == [house.engine.library.say("es", "desk-not-about-one")]


async def test_a_pause_is_chosen_by_button(house: House) -> None:
    """Pause asks for how long."""
    await house.hire("Ana", "9")
    await house.says("1", SERIOUS)
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    await house.presses("9", "staff:snooze:1", chat=GROUP, room="staff")
    await house.presses("9", "staff:snooze:1:60", chat=GROUP, room="staff")
    assert (await house.referral()).snoozed_until == house.now + timedelta(hours=1)


async def test_the_board_is_one_message_that_says_how_things_stand(house: House) -> None:
    """Posted once and pinned, edited when something changed, posted anew when somebody deleted it; never a word of the person."""
    await house.hire("Ana", "9")
    await house.says("1", f"{GRAVE} secreto")
    house.later(seconds=31)
    await house.engine.settle()
    boards = [sent.body for sent in house.channel.sent if "digest" in sent.body]
    assert [body["do"] for body in boards] == ["say"]
    assert "Libres: 1" in boards[0]["text"]
    await house.act("Ana", Verb.CLAIM, 1)
    house.later(seconds=31)
    await house.engine.settle()
    house.later(seconds=31)
    await house.engine.settle()
    boards = [sent.body for sent in house.channel.sent if "digest" in sent.body]
    assert [body["do"] for body in boards] == ["say", "edit"]
    assert "tomadas: 1" in boards[1]["text"]
    assert not any("secreto" in body["text"] or GRAVE in body["text"] for body in boards)


async def test_the_group_gets_at_most_twenty_a_minute_and_what_is_critical_goes_first(house: House) -> None:
    """Thirty light referrals and one critical one: the critical one leaves within the same minute, the light ones come together."""
    await house.hire("Ana", "9")
    for user in range(200, 230):
        await house.receive(Message(Kind.BUTTON, payload="person", language_hint="es"), user=str(user))
    await house.engine.settle()
    await house.says("1", GRAVE)
    minute = [sent for sent in house.channel.sent if sent.chat == GROUP]
    assert len(minute) <= 20
    assert any("Crítica" in sent.body["text"] for sent in minute)
    for _ in range(5):
        house.later(seconds=61)
        before = len([sent for sent in house.channel.sent if sent.chat == GROUP])
        await house.engine.settle()
        assert len([sent for sent in house.channel.sent if sent.chat == GROUP]) - before <= 20
    told = "\n".join(sent.body["text"] for sent in house.channel.sent if sent.chat == GROUP and sent.body.get("text"))
    store = house.engine.store
    names = [
        one.pseudonym
        for one in await house.engine.view(views.queue, minutes={"critical": 5, "high": 60, "medium": 1440}, now=house.now)
    ]
    assert len(names) == 31
    assert [name for name in names if name not in told] == []
    key = store.seal.chat_key("test", GROUP)
    assert await store.read(lambda db: outbox.waiting_count(db, key)) == 0


async def test_an_interpreter_is_looked_for(house: House) -> None:
    """Wanted, told to the group without a word of the person, and found again."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.act("Ana", Verb.CLAIM, 1)
    await house.act("Ana", Verb.INTERPRETER, 1)
    assert (await house.referral()).interpreter == "es"
    assert any("se busca a alguien que hable" in text for text in house.texts(GROUP))
    await house.act("Ana", Verb.INTERPRETER, 1)
    assert (await house.referral()).interpreter is None


async def test_a_second_click_is_no_refusal_in_the_audit(house: House) -> None:
    """To think twice is no offence."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.act("Ana", Verb.CLAIM, 1)
    with pytest.raises(Refused):
        await house.engine.perform(Act(Verb.SAY, house.staff["Ana"], 1, words="nos vemos en la plaza"))
    assert "act.refused" not in await verbs(house)


async def test_a_sign_in_link_comes_to_the_private_chat(house: House) -> None:
    """/console in the group or in private: a one-time link, never in the group, never for others."""
    house.engine._hall.console = "https://faro.example.org"
    await house.hire("Ana", "9")
    said = await house.says("9", "/console", chat=GROUP, room="staff")
    assert not any("token=" in text for text in said)
    [link] = [text for text in house.texts("9") if "/staff/enter?token=" in text]
    assert link.count("https://faro.example.org") == 1
    secret = await house.engine.doors.enter(link.split("token=")[1].split()[0])
    assert secret is not None
    assert (await house.engine.doors.who(secret)).id == house.staff["Ana"]  # type: ignore[union-attr]
    assert await house.says("7", "/console", chat=GROUP, room="staff") == [house.engine.library.say("es", "refused-not-staff")]


async def test_a_topic_is_removed_whole_after_its_time(house: House) -> None:
    """Closed with the case; removed with all words in it when the words' time is over."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)
    assert [body["remove"] for body in house.bodies(GROUP, "topic_end")] == [False]
    await house.passes(days=91)
    assert [body["remove"] for body in house.bodies(GROUP, "topic_end")] == [False, True]


async def test_after_the_first_word_it_says_when_that_was_and_no_more_until_when_it_is_owed(house: House) -> None:
    """On the card and in the list of one's own: said at that hour; when the person writes again, until when the next one is awaited."""
    await house.hire("Ana", "9")
    await house.says("1", SERIOUS)
    await house.act("Ana", Verb.CLAIM, 1)
    assert any("Primera palabra antes de" in text for text in await house.says("9", "/mine"))
    await house.presses("1", "write:yes")
    await house.act("Ana", Verb.SAY, 1, words="Hola")
    shown = [*await house.says("9", "/mine"), *await house.says("9", "/case 1"), *await house.presses("9", "staff:more:1")]
    assert all("primera palabra dicha a las 12:00" in text for text in shown)
    house.later(minutes=3)
    await house.says("1", "sigo aqui")
    shown = [*await house.says("9", "/mine"), *await house.says("9", "/case 1"), *await house.presses("9", "staff:more:1")]
    assert len(shown) >= 3
    assert all("Primera palabra dicha a las 12:00; la próxima, antes de las 13:03" in text for text in shown)
