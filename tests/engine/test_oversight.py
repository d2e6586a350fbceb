"""Staff as a danger, and what a person can say about them: conflicts, "not this person", complaints, reading, unmasking, blocks, sharing."""

from datetime import timedelta

import pytest

from faro.assistant.desk import Verb
from faro.assistant.message import Message
from faro.assistant.referral import Outcome, Refused, Status
from faro.assistant.rights import Role
from faro.storage import institutions, staff, unmaskings, views

from .conftest import GRAVE, SERIOUS
from .house import GROUP, House

WHY = "la persona no responde y corre peligro"


async def verbs(house: House, number: int = 1) -> list[str]:
    return [trace.verb for trace in await house.engine.view(views.trail, referral=number)]


async def pair(house: House) -> None:
    """A responder and two coordinators."""
    await house.hire("Ana", "9")
    await house.hire("Berta", "8", Role.COORDINATOR)
    await house.hire("Carla", "7", Role.COORDINATOR)


async def owned(house: House, words: str = GRAVE, user: str = "1") -> None:
    """A case that Ana has, of somebody who may be written to."""
    await house.says(user, words)
    await house.presses(user, "write:yes")
    await house.act("Ana", Verb.CLAIM, len(await house.live()))


async def test_nobody_registered_is_a_gap_and_nobody_is_promised(house: House) -> None:
    """The operator has hours and no team: people are told that nobody reads, the terminal and the console that somebody must be registered."""
    now, nobody = (house.engine.library.say("es", key) for key in ("staff-now", "staff-nobody"))
    said = "\n".join(await house.says("1", GRAVE))
    assert now not in said
    assert nobody in said
    assert [gap.what for gap in await house.engine.view(views.gaps)] == ["nobody"]
    await house.hire("Berta", "8", Role.COORDINATOR)
    assert await house.engine.view(views.gaps) == ()
    said = "\n".join(await house.says("2", GRAVE))
    assert now in said


async def test_a_case_that_names_a_colleague_goes_to_a_coordinator_without_tie(house: House) -> None:
    """Neither responders nor the one who is named can take it, and the group hears nothing of it."""
    await pair(house)
    store = house.engine.store
    await store.transaction(
        lambda db: staff.add(db, store.seal, "Diana Solis", house.now, roles={Role.COORDINATOR}, channel="test", user="6")
    )
    await house.says("1", f"{GRAVE} fue Diana Solís")
    assert (await house.referral()).names == ("Diana Solis",)
    assert house.alerts() == []
    assert (len(house.alerts("8")), len(house.alerts("7")), len(house.alerts("6")), len(house.alerts("9"))) == (1, 1, 0, 0)
    with pytest.raises(Refused, match="refused-conflict"):
        await house.act("Ana", Verb.CLAIM, 1)
    house.staff["Diana"] = 4
    with pytest.raises(Refused, match="refused-conflict"):
        await house.act("Diana", Verb.CLAIM, 1)
    assert (await house.act("Berta", Verb.CLAIM, 1)) is not None


async def test_where_nobody_coordinates_an_admin_gets_what_names_staff(house: House) -> None:
    """Somebody must be able to take it: the admin is told in private, takes it and ends it; once there is a coordinator it is theirs."""
    await house.hire("Ana", "9")
    await house.hire("Ines", "5", Role.ADMIN)
    assert [gap.what for gap in await house.engine.view(views.gaps)] == ["no-coordinator"]
    await house.says("1", f"{GRAVE} en el albergue, el encargado me pega")
    case = await house.referral()
    assert case.conflict
    assert case.for_admin
    assert (len(house.alerts("5")), len(house.alerts("9")), house.alerts()) == (1, 0, [])
    with pytest.raises(Refused, match="refused-conflict"):
        await house.act("Ana", Verb.CLAIM, 1)
    for verb, about in (
        (Verb.CLAIM, {}),
        (Verb.READ, {}),
        (Verb.SAY, {"words": "Te leo"}),
        (Verb.CLOSE, {"outcome": Outcome.HELPED}),
    ):
        await house.act("Ines", verb, 1, **about)
    await house.says("2", SERIOUS)
    with pytest.raises(Refused, match="refused-no-right"):
        await house.act("Ines", Verb.CLAIM, 2)


async def test_a_case_that_nobody_may_take_is_told_of(house: House) -> None:
    """Neither a coordinator nor an admin: the group hears that there is one, and pages, /ready and the terminal say that somebody must be
    registered."""
    await house.hire("Ana", "9")
    await house.says("1", f"{GRAVE} en el albergue, el encargado me pega")
    assert (await house.referral()).conflict
    assert len(house.alerts()) == 1
    found = {gap.what: gap.count for gap in await house.engine.view(views.gaps)}
    assert found == {"no-coordinator": 0, "nobody-may": 1}
    await house.hire("Berta", "8", Role.COORDINATOR)
    assert await house.engine.view(views.gaps) == ()
    assert (await house.act("Berta", Verb.CLAIM, 1)) is not None


async def test_who_is_named_loses_the_case_before_reading_of_it(house: House) -> None:
    """The person tells of whoever answers: it is a coordinator's from that message on, and what was told is not relayed."""
    await pair(house)
    await owned(house)
    await house.says("1", f"{GRAVE} fue Diana Solís y el encargado del albergue me pega")
    case = await house.referral()
    assert case.conflict
    assert case.owner is None
    assert not any("encargado" in text for text in house.texts("9") + house.texts(GROUP))
    assert len(house.alerts("8")) == len(house.alerts("7")) == 1
    assert "referral.taken_back" in await verbs(house)


async def test_ties_to_a_partner_count_like_a_name(house: House) -> None:
    """Who belongs to the shelter that is named cannot take the case."""
    await house.hire("Berta", "8", Role.COORDINATOR)
    store = house.engine.store
    tied = await store.transaction(
        lambda db: staff.add(db, store.seal, "Eva", house.now, roles={Role.COORDINATOR}, ties=["Albergue La Ceiba"])
    )
    house.staff["Eva"] = tied
    await house.says("1", f"{GRAVE} en el albergue la ceiba")
    with pytest.raises(Refused, match="refused-conflict"):
        await house.act("Eva", Verb.CLAIM, 1)
    assert (await house.act("Berta", Verb.CLAIM, 1)) is not None


async def test_not_this_person_frees_it_and_shuts_its_owner_out(house: House) -> None:
    """The one who had it can neither take nor read it any more; coordinators are told, the person is not left alone."""
    await pair(house)
    await owned(house)
    await house.act("Ana", Verb.SAY, 1, words="Hola")
    [said] = await house.presses("1", "other")
    assert said == house.engine.library.say("es", "other-person-soon")
    free = await house.referral()
    assert (free.status, free.owner, free.refused) == (Status.OPEN, None, (house.staff["Ana"],))
    for verb in (Verb.CLAIM, Verb.READ, Verb.NOTE):
        with pytest.raises(Refused):
            await house.act("Ana", verb, 1, words="x")
    assert any("no quiere hablar con Ana" in text for text in house.texts("8"))
    assert "referral.not_this_person" in await verbs(house)


async def test_the_first_word_says_that_a_person_writes_and_how_to_get_another(house: House) -> None:
    """Once for each owner, before their first word, with typed twins of its buttons."""
    await pair(house)
    await owned(house)
    for words in ("Hola", "Te leo"):
        await house.act("Ana", Verb.SAY, 1, words=words)
    intro = house.engine.library.say("es", "staff-intro-responder")
    assert house.texts("1").count(intro) == 1
    assert house.texts("1").index(intro) < house.texts("1").index("👤 Hola")
    await house.says("1", house.engine.library.say("es", "button-other-person"))
    assert (await house.referral()).owner is None


async def test_a_complaint_reaches_somebody_outside_and_not_the_owner(house: House) -> None:
    """The person gets the address, the coordinators hear that there is one, the owner hears nothing."""
    from faro.library.entries import Channel

    outside = Channel(name="Defensoría", contact="quejas@example.org")
    library = house.engine.library
    from dataclasses import replace

    house.engine.library = replace(library, operator=library.operator.model_copy(update={"complaint_channel": outside}))
    await pair(house)
    await owned(house)
    start = len(house.channel.sent)
    [said] = await house.presses("1", "complain")
    assert "quejas@example.org" in said
    assert any("queja" in text for text in house.texts("8", start))
    assert house.texts("9", start) == []
    assert not any("queja" in text for text in house.texts(GROUP, start))
    assert "complaint.made" in await verbs(house)


async def told_of(house: House) -> None:
    """Ana has the case, and the person complains in words."""
    from dataclasses import replace

    from faro.library.entries import Channel

    outside = Channel(name="Defensoría", contact="quejas@example.org", telegram=4242)
    library = house.engine.library
    house.engine.library = replace(library, operator=library.operator.model_copy(update={"complaint_channel": outside}))
    await pair(house)
    await owned(house)
    await house.presses("1", "complain")


async def complaints(house: House, name: str) -> list[str]:
    store = house.engine.store
    reader = await store.read(lambda db: staff.get(db, store.seal, house.staff[name]))
    assert reader is not None
    return [one.words for one in await house.engine.view(views.complaints, reader=reader)]


async def test_the_words_of_a_complaint_are_not_for_whoever_answers(house: House) -> None:
    """Coordinators without a part in it read them; the owner does not, neither now nor beside the case, nor when it is corrected."""
    await told_of(house)
    start = len(house.channel.sent)
    await house.sends("1", Message(parts=("me habla muy feo y me grita",), ids=("77",), language_hint="es"))
    corrected = Message(parts=("me habla muy feo y me insulta",), ids=("77",), language_hint="es", edited=True)
    await house.sends("1", corrected)
    assert await complaints(house, "Berta") == ["me habla muy feo y me insulta", "me habla muy feo y me grita"]
    assert await complaints(house, "Ana") == []
    seen = house.texts("9", start) + house.texts(GROUP, start) + house.texts("8", start)
    assert not any("feo" in text for text in seen)
    case = await house.engine.view(views.case, 1, minutes={"critical": 5, "high": 60, "medium": 1440})
    assert case is not None
    assert not any("feo" in (line.words or "") for line in case.timeline)
    await house.says("1", "gracias")
    assert any("gracias" in text for text in house.texts("9", start) + house.texts(GROUP, start))
    await house.act("Berta", Verb.TRANSFER, 1, to=house.staff["Carla"], words="cambia de manos")
    assert await complaints(house, "Carla") == []
    await house.act("Carla", Verb.CLOSE, 1, outcome=Outcome.HELPED)
    await house.says("1", "/forget")
    await house.presses("1", "forget:yes")
    assert await complaints(house, "Berta") == []


async def test_a_danger_in_a_complaint_is_a_coordinators(house: House) -> None:
    """Words of safety as ever; whoever had the case loses it unread."""
    await told_of(house)
    start = len(house.channel.sent)
    said = await house.says("1", f"quien me contesta me dijo que {SERIOUS}")
    assert said
    case = await house.referral()
    assert case.conflict
    assert case.owner is None
    assert not any(SERIOUS in text for text in house.texts("9", start) + house.texts(GROUP, start))
    assert len(await complaints(house, "Berta")) == 1


async def test_reading_many_cases_of_others_raises_an_alarm(house: House) -> None:
    """Ten foreign cases in a day: the other coordinators are told, and it stands in the audit; one's own do not count."""
    await pair(house)
    for user in range(20, 32):
        await house.says(str(user), GRAVE)
    for number in range(1, 12):
        await house.act("Berta", Verb.READ, number)
        await house.act("Berta", Verb.READ, number)
    told = [text for text in house.texts("7") if "no son suyos" in text]
    assert len(told) == 1
    assert "10" in told[0]
    assert not any("no son suyos" in text for text in house.texts("8"))
    assert "staff.reads_many" in [trace.verb for trace in await house.engine.view(views.trail)]


async def test_unmasking_needs_two_people_and_is_seen_once(house: House) -> None:
    """Who asks cannot allow; who allows does not see; the look is one, within the hour, and all of it is in the audit."""
    await pair(house)
    await owned(house)
    with pytest.raises(Refused, match="refused-no-right"):
        await house.act("Ana", Verb.UNMASK, 1, words=WHY)
    with pytest.raises(Refused, match="refused-reason-short"):
        await house.act("Berta", Verb.UNMASK, 1, words="x")
    await house.act("Berta", Verb.UNMASK, 1, words=WHY)
    with pytest.raises(Refused, match="refused-two-people"):
        await house.act("Berta", Verb.ACCOUNT, 1, number=1)
    with pytest.raises(Refused, match="refused-two-people"):
        await house.act("Berta", Verb.GRANT, 1, number=1)
    await house.act("Carla", Verb.GRANT, 1, number=1)
    with pytest.raises(Refused, match="refused-two-people"):
        await house.act("Carla", Verb.ACCOUNT, 1, number=1)
    await house.act("Berta", Verb.ACCOUNT, 1, number=1)
    assert any("test: 1" in text for text in house.texts("8"))
    for number in (1, None):
        with pytest.raises(Refused, match="refused-account-seen"):
            await house.act("Berta", Verb.ACCOUNT, 1, number=number)
    assert {"account.asked", "account.granted", "account.seen"} <= set(await verbs(house))
    store = house.engine.store
    [wish] = await store.read(lambda db: unmaskings.of_referral(db, store.seal, 1))
    assert (wish.asked_by, wish.granted_by) == (house.staff["Berta"], house.staff["Carla"])


async def test_a_granted_look_ends_after_an_hour(house: House) -> None:
    """A permission that nobody used is none later."""
    await pair(house)
    await owned(house)
    await house.act("Berta", Verb.UNMASK, 1, words=WHY)
    await house.act("Carla", Verb.GRANT, 1, number=1)
    house.later(minutes=61)
    with pytest.raises(Refused):
        await house.act("Berta", Verb.ACCOUNT, 1, number=1)


async def test_an_abusive_person_has_no_talk_with_staff_for_a_while_but_a_danger_comes_through(house: House) -> None:
    """A wish for a person is answered honestly and opens nothing; a danger opens a case as ever; afterwards all is as before."""
    await pair(house)
    await house.presses("1", "person")
    with pytest.raises(Refused, match="refused-no-right"):
        await house.act("Ana", Verb.BLOCK, 1, words=WHY, until=house.now + timedelta(days=2))
    with pytest.raises(Refused, match="refused-block-length"):
        await house.act("Berta", Verb.BLOCK, 1, words=WHY, until=house.now + timedelta(days=31))
    await house.act("Berta", Verb.BLOCK, 1, words=WHY, until=house.now + timedelta(days=2))
    assert (await house.referral()).outcome is Outcome.ABUSE
    [said] = await house.presses("1", "person")
    assert "el equipo no lee" in said
    assert await house.live() == []
    await house.says("1", f"{GRAVE} ayuda")
    assert [one.severity for one in await house.live()] == ["critical"]
    await house.act("Berta", Verb.CLAIM, 2)
    await house.act("Berta", Verb.CLOSE, 2, outcome=Outcome.HELPED)
    house.later(days=2, minutes=1)
    await house.presses("1", "person")
    assert len(await house.live()) == 1


async def test_an_institution_is_told_only_with_the_person_s_yes(house: House) -> None:
    """The bot asks; until the answer nothing may be noted; a no ends it."""
    await pair(house)
    await owned(house)
    await house.presses("1", "write:yes")
    await house.act("Ana", Verb.REFER, 1, name="Procuraduría", consent="ask")
    assert any("Procuraduría" in text for text in house.texts("1"))
    with pytest.raises(Refused, match="refused-not-next"):
        await house.act("Ana", Verb.PROGRESS, 1, number=1, state="accepted")
    await house.presses("1", "share:yes:1")
    await house.act("Ana", Verb.PROGRESS, 1, number=1, state="accepted")
    await house.act("Ana", Verb.PROGRESS, 1, number=1, state="done")
    await house.act("Ana", Verb.REFER, 1, name="Consulado", consent="ask")
    await house.presses("1", "share:no:2")
    store = house.engine.store
    handed = await store.read(lambda db: institutions.of_referral(db, store.seal, 1))
    assert [(one.state, one.consent) for one in handed] == [("done", "yes"), ("refused", "no")]
    assert {"institution.consent_asked", "institution.consent_given", "institution.done", "institution.consent_refused"} <= set(
        await verbs(house)
    )


async def test_nobody_answers_for_somebody_else(house: House) -> None:
    """A pressed number of another person's question changes nothing."""
    await pair(house)
    await owned(house)
    await house.act("Ana", Verb.REFER, 1, name="Procuraduría", consent="ask")
    await house.says("2", SERIOUS)
    await house.presses("2", "share:yes:1")
    store = house.engine.store
    [handed] = await store.read(lambda db: institutions.of_referral(db, store.seal, 1))
    assert handed.state == "asked"


async def test_only_a_coordinator_overrides_with_a_written_reason_and_the_person_is_told(house: House) -> None:
    """A responder cannot; without a reason nobody can; the person hears that it will be told."""
    await pair(house)
    await owned(house)
    await house.presses("1", "write:yes")
    with pytest.raises(Refused, match="refused-no-right"):
        await house.act("Ana", Verb.REFER, 1, name="Procuraduría", consent="override", words=WHY)
    with pytest.raises(Refused, match="refused-reason-short"):
        await house.act("Berta", Verb.REFER, 1, name="Procuraduría", consent="override", words=" ")
    await house.act("Berta", Verb.REFER, 1, name="Procuraduría", consent="override", words=WHY)
    assert any("va a contar" in text and "Procuraduría" in text for text in house.texts("1"))
    assert "institution.overridden" in await verbs(house)


async def test_the_person_corrects_what_is_noted(house: House) -> None:
    """Shown under /privacy, with a button for each; the place in an open case changes, also while somebody answers, who is told."""
    await pair(house)
    await owned(house)
    await house.presses("1", "country:MX")
    await house.act("Ana", Verb.SAY, 1, words="Te leo")
    assert (await house.referral()).where.country == "MX"
    await house.presses("1", "country:HN")
    assert (await house.referral()).where.country == "MX", "a place named by the way does not move the case"
    start = len(house.channel.sent)
    said = "\n".join(await house.says("1", "/privacy"))
    assert "hasta" in said
    [noted] = await house.presses("1", "correct:")
    assert "Honduras" in noted
    assert "Español" in noted
    await house.presses("1", "correct:place")
    await house.says("1", "Guatemala")
    assert (await house.referral()).where.country == "GT"
    told = house.texts("9", start) + house.texts(GROUP, start)
    assert any("corrigió" in text for text in told)
    assert "referral.place_corrected" in await verbs(house)


async def test_whoever_is_not_wanted_hears_that_the_case_is_no_longer_theirs(house: House) -> None:
    """In private and without blame; what still waited is never delivered, and what is written in the old topic is answered, not lost."""
    await pair(house)
    await owned(house)
    thread = (await house.referral()).thread
    await house.presses("1", "write:not_now")
    await house.act("Ana", Verb.SAY, 1, words="Hola, soy nueva aquí")
    await house.presses("1", "other")
    assert any("ya no está a tu cargo" in text and "no le llegaron" in text for text in house.texts("9"))
    await house.presses("1", "write:yes")
    assert not any("soy nueva" in text for text in house.texts("1"))
    lines = await house.engine.view(views.trail, referral=1)
    assert [one.detail["unsaid"] for one in lines if one.verb == "referral.not_this_person"] == [1]
    await house.says("9", "¿sigues ahí?", chat=GROUP, room="staff", thread=thread)
    assert house.texts("9")[-1] == house.engine.library.say("es", "refused-not-wanted")
    assert not any("sigues" in text for text in house.texts("1"))


async def test_whoever_is_not_wanted_and_had_nothing_waiting_reads_no_more_than_that(house: House) -> None:
    """No words that were not delivered are spoken of where there were none."""
    await pair(house)
    await owned(house)
    await house.act("Ana", Verb.SAY, 1, words="Hola")
    await house.presses("1", "other")
    assert any("ya no está a tu cargo" in text and "no le llegaron" not in text for text in house.texts("9"))


async def test_holding_off_says_that_it_closes_the_case_and_asks_again_where_there_is_a_danger(house: House) -> None:
    """Before and after it is said that the case is closed; with a danger in it a second press is needed, and its owner hears it."""
    await pair(house)
    await owned(house)
    asked = await house.presses("8", "staff:block:1")
    assert any("se cierra" in text for text in asked)
    asked = await house.presses("8", "staff:block:1:3")
    assert any("hay un peligro" in text for text in asked)
    assert (await house.referral()).status is not Status.CLOSED
    with pytest.raises(Refused, match="refused-block-danger"):
        await house.act("Berta", Verb.BLOCK, 1, words=WHY, until=house.now + timedelta(days=2))
    await house.presses("8", "staff:block:1:3:sure")
    said = await house.sends("8", Message(parts=(WHY,)), reply_to=house.channel.sent[-1].message)
    assert any("quedó cerrado" in text for text in said)
    assert (await house.referral()).outcome is Outcome.ABUSE
    assert any("uso indebido" in text for text in house.texts(GROUP) + house.texts("9"))
