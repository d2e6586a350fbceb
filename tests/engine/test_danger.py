"""Danger from the first word to the last: stored, announced without a word, taken by one, relayed both ways, closed."""

from faro.assistant.desk import Verb
from faro.assistant.message import Kind, Message
from faro.assistant.referral import Outcome, Status
from faro.assistant.rights import Role

from .conftest import GRAVE, SERIOUS
from .house import GROUP, House

SECRET = f"{GRAVE} mi tio Ramiro"


async def test_the_alert_holds_no_word_of_the_person(house: House) -> None:
    """The group learns pseudonym, category, severity, language and clock, and nothing that was written."""
    assert await house.says("1", SECRET)
    [alert] = house.alerts()
    text = alert.body["text"]
    assert "Ramiro" not in text
    assert GRAVE not in text
    for piece in ("Crítica", "suicidio o autolesión", "12:05"):
        assert piece in text, text


async def test_the_words_of_safety_leave_with_priority(house: House) -> None:
    """Danger is answered before anything else that waits."""
    await house.receive(Message(parts=(SECRET,), language_hint="es"), user="1")
    await house.engine.settle()
    assert await house.scalar("select priority from outbox where purpose = 'reply' order by id limit 1") == 0
    assert await house.scalar("select priority from outbox where purpose = 'alert'") == 0


async def test_a_danger_told_twice_is_one_referral_and_one_alert(house: House) -> None:
    """Who calls for help again and again is one person to be helped, and does not postpone the answer by it."""
    await house.says("1", GRAVE)
    since = house.now
    house.later(minutes=2)
    await house.says("1", f"{GRAVE} otra vez")
    assert len(house.alerts()) == 1
    [live] = await house.live()
    assert live.clock_from == since


async def test_a_graver_danger_is_announced_again(house: House) -> None:
    """Severity rises and never falls."""
    await house.says("1", SERIOUS)
    await house.says("1", GRAVE)
    await house.says("1", SERIOUS)
    [live] = await house.live()
    assert (live.severity, live.category) == ("critical", "self_harm")
    assert len(house.alerts()) == 2


async def test_a_second_danger_of_another_kind_is_told_to_staff_once(house: House) -> None:
    """Equal or lesser severity: the referral stays as grave as it is, and the group learns what else there is."""
    await house.says("1", GRAVE)
    start = len(house.channel.sent)
    await house.says("1", SERIOUS)
    await house.says("1", SERIOUS)
    told = [text for text in house.texts(GROUP, start) if "amenaza de un grupo armado" in text]
    assert len(told) == 1
    assert "also: gang_threat" in (await house.referral()).evidence


async def test_one_takes_it_and_all_can_see_who(house: House) -> None:
    """The alert is edited, a topic is made, and the words are shown there and nowhere else."""
    await house.hire("Ana", "9")
    await house.says("1", SECRET)
    await take(house)
    assert (await house.referral()).status is Status.CLAIMED
    [edited] = house.bodies(GROUP, "edit")
    assert "Ana" in edited["text"]
    assert edited["buttons"] == []
    [topic] = house.bodies(GROUP, "topic")
    assert "Ramiro" not in topic["title"]
    shown = [body for body in house.bodies(GROUP, "say") if "Ramiro" in body["text"]]
    assert shown
    thread = (await house.referral()).thread
    assert all(body["thread"] == thread and body["protect"] for body in shown)
    assert "words.opened" in await verbs(house)


async def test_a_second_one_is_told_who_has_it(house: House) -> None:
    """One owner; the second press changes nothing and is answered with a name."""
    await house.hire("Ana", "9")
    await house.hire("Berta", "8")
    await house.says("1", GRAVE)
    await take(house)
    answers = await house.presses("8", "staff:claim:1", chat=GROUP, room="staff")
    assert answers == ["La tiene Ana."]
    assert (await house.referral()).owner == house.staff["Ana"]


async def test_only_registered_staff_can_take(house: House) -> None:
    """The user of the press is looked up, not the chat; it is audited."""
    await house.says("1", GRAVE)
    assert await house.presses("7", "staff:claim:1", chat=GROUP, room="staff") == ["Esto es solo para el equipo."]
    assert await house.presses("1", "staff:claim:1") == ["Esto es solo para el equipo."]
    assert (await house.referral()).owner is None
    assert (await verbs(house)).count("press.refused") == 2


async def test_words_go_both_ways_through_the_topic(house: House) -> None:
    """The owner's words reach the person, the person's next words reach the topic, and the bot is silent between them."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.presses("1", "write:yes")
    await take(house)
    thread = (await house.referral()).thread
    assert await in_topic(house, "9", "Estoy contigo") == []
    assert house.texts("1")[-1] == "👤 Estoy contigo"
    referral = await house.referral()
    assert (referral.status, referral.first_word_at) == (Status.ANSWERED, house.now)
    start = len(house.channel.sent)
    assert await house.says("1", "gracias por leerme") == []
    [line] = house.bodies(GROUP, "say", start)
    assert (line["thread"], "gracias por leerme" in line["text"]) == (thread, True)
    assert (await house.referral()).status is Status.CLAIMED


async def test_only_the_owner_speaks(house: House) -> None:
    """A colleague in the topic is told who has it, and the person hears nothing."""
    await house.hire("Ana", "9")
    await house.hire("Berta", "8")
    await house.says("1", GRAVE)
    await take(house)
    heard = len(house.texts("1"))
    assert await in_topic(house, "8", "hola, soy Berta") == ["Solo puede hacerlo quien la tiene."]
    assert len(house.texts("1")) == heard


async def test_what_staff_say_in_general_is_theirs(house: House) -> None:
    """Talk in the staff group outside topics is not touched."""
    await house.hire("Ana", "9")
    assert await house.says("9", "buenos días", chat=GROUP, room="staff") == []


async def test_an_edit_of_the_person_is_shown_as_such(house: House) -> None:
    """Staff see what was changed, with a mark."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await take(house)
    start = len(house.channel.sent)
    await house.sends("1", Message(parts=("estoy en Huixtla",), edited=True, ids=("1",)))
    assert any("corregido" in text and "Huixtla" in text for text in house.texts(GROUP, start))


async def test_an_edit_of_staff_is_refused_in_words(house: House) -> None:
    """What was sent cannot be taken back by an edit; the owner is told to write again."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await take(house)
    thread = (await house.referral()).thread
    edited = Message(parts=("otra cosa",), edited=True)
    answers = await house.sends("9", edited, chat=GROUP, room="staff", thread=thread)
    assert answers == [house.engine.library.say("es", "refused-edit")]


async def test_a_photo_is_held_and_opened_once_with_a_reason(house: House) -> None:
    """It is a line with a button; it opens in the owner's private chat, protected, once, and the reason is in the audit."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await take(house)
    start = len(house.channel.sent)
    await house.sends("1", Message(Kind.PHOTO, media="file-1"))
    [line] = [body for body in house.bodies(GROUP, "say", start) if body["buttons"]]
    opens = line["buttons"][0][1]
    assert not house.bodies(GROUP, "media")
    [question] = [b for b in await pressed(house, "9", opens) if b["buttons"]]
    why = question["buttons"][1][1]
    await pressed(house, "9", why)
    [shown] = house.bodies("9", "media")
    assert shown["media"] == "file-1"
    assert await house.presses("9", why, chat=GROUP, room="staff") == [house.engine.library.say("es", "refused-opened")]
    assert len(house.bodies("9", "media")) == 1
    assert "media.opened" in await verbs(house)


async def test_release_brings_it_back_to_the_group(house: House) -> None:
    """A released referral is free for all and announced again; the next owner gets what came since, in the same topic."""
    await house.hire("Ana", "9")
    await house.hire("Berta", "8")
    await house.says("1", GRAVE)
    await take(house)
    await house.presses("9", "staff:release:1", chat=GROUP, room="staff")
    assert len(house.alerts()) == 2
    await house.says("1", "sigo aqui esperando algo")
    start = len(house.channel.sent)
    await house.presses("8", "staff:claim:1", chat=GROUP, room="staff")
    texts = "\n".join(house.texts(GROUP, start))
    assert "sigo aqui esperando algo" in texts
    assert GRAVE not in texts
    assert not house.bodies(GROUP, "topic", start)


async def test_transfer_hands_it_over(house: House) -> None:
    """The bot asks to whom, then what they must know; with that the colleague owns it at once and reads the note."""
    await house.hire("Ana", "9")
    await house.hire("Berta", "8")
    await house.says("1", GRAVE)
    await take(house)
    [question] = [b for b in await pressed(house, "9", "staff:transfer:1") if b["buttons"]]
    assert [label for label, _ in question["buttons"]] == ["Berta · 0"]
    start = len(house.channel.sent)
    await house.presses("9", question["buttons"][0][1], chat=GROUP, room="staff")
    [note] = [sent for sent in house.channel.sent[start:] if "Berta" in sent.body.get("text", "")]
    assert (await house.referral()).owner == house.staff["Ana"]
    await house.says("9", "Solo habla por la noche", chat=GROUP, room="staff", reply_to=note.message)
    assert any("Solo habla por la noche" in text for text in house.texts(GROUP))
    assert (await house.referral()).owner == house.staff["Berta"]


async def test_closing_asks_for_an_outcome_and_ends_the_topic(house: House) -> None:
    """Closed with an outcome; the alert says so; what comes later opens a new one."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await take(house)
    [question] = [b for b in await pressed(house, "9", "staff:close:1") if b["buttons"]]
    assert len(question["buttons"]) == len(Outcome)
    await pressed(house, "9", "staff:close:1:helped")
    closed = await house.referral()
    assert (closed.status, closed.outcome) == (Status.CLOSED, Outcome.HELPED)
    assert house.bodies(GROUP, "topic_end")
    await house.says("1", GRAVE)
    assert [one.id for one in await house.live()] == [2]


async def test_a_wish_for_a_person_is_a_referral_too(house: House) -> None:
    """ "Talk to a person" is announced with medium severity."""
    await house.presses("1", "person")
    [live] = await house.live()
    assert (live.category, live.severity) == ("person", "medium")
    assert len(house.alerts()) == 1


async def test_what_names_staff_goes_to_coordinators_alone(house: House, monkeypatch: object) -> None:
    """A referral with a conflict is announced to coordinators in private, takes no topic, and a responder cannot take it."""
    await house.hire("Ana", "9")
    await house.hire("Clara", "7", Role.COORDINATOR)
    await house.says("1", SERIOUS)
    await mark_conflict(house)
    assert await house.presses("9", "staff:claim:1", chat=GROUP, room="staff") == [
        house.engine.library.say("es", "refused-conflict")
    ]
    await house.presses("7", "staff:claim:1", chat=GROUP, room="staff")
    assert not house.bodies(GROUP, "topic")
    assert any(SERIOUS in text for text in house.texts("7"))


async def test_the_console_does_the_same(house: House) -> None:
    """Claim, say, wait and close from the console have the same effects."""
    await house.hire("Ana")
    await house.says("1", GRAVE)
    await house.presses("1", "write:yes")
    await house.act("Ana", Verb.CLAIM, 1)
    assert not house.bodies("9", "say")
    await house.act("Ana", Verb.SAY, 1, words="Hola, aquí estoy")
    assert house.texts("1")[-1] == "👤 Hola, aquí estoy"
    await house.act("Ana", Verb.WAIT, 1)
    assert (await house.referral()).status is Status.WAITING
    await house.act("Ana", Verb.CLOSE, 1, outcome=Outcome.HELPED)
    assert (await house.referral()).status is Status.CLOSED


async def take(house: House, user: str = "9") -> None:
    await house.presses(user, "staff:claim:1", chat=GROUP, room="staff")


async def in_topic(house: House, user: str, text: str) -> list[str]:
    return await house.says(user, text, chat=GROUP, room="staff", thread=(await house.referral()).thread)


async def pressed(house: House, user: str, payload: str) -> list[dict[str, object]]:
    """What is said in the group in answer to a press."""
    start = len(house.channel.sent)
    await house.presses(user, payload, chat=GROUP, room="staff")
    return house.bodies(GROUP, "say", start)


async def verbs(house: House) -> list[str]:
    from faro.storage import views

    return [trace.verb for trace in await house.engine.view(views.trail)]


async def mark_conflict(house: House) -> None:
    from sqlalchemy import text

    await house.engine.store.transaction(lambda db: db.execute(text("update referral set conflict = true")))
