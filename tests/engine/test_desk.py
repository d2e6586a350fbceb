"""The console's acts, the staff's commands, sign-in, and what the views show."""

from datetime import timedelta

import pytest

from faro.assistant.desk import Act, Verb
from faro.assistant.message import Kind, Message
from faro.assistant.referral import Refused
from faro.assistant.rights import Role
from faro.storage import views

from .conftest import GRAVE, SERIOUS
from .house import GROUP, House

MINUTES = {"critical": 5, "high": 60, "medium": 1440}


async def test_a_form_sent_twice_acts_once(house: House) -> None:
    """The same key of a form is done once; the second time nothing is said to the person."""
    await house.hire("Ana")
    await house.says("1", GRAVE)
    await house.presses("1", "write:yes")
    await house.act("Ana", Verb.CLAIM, 1)
    for _ in range(2):
        await house.act("Ana", Verb.SAY, 1, words="Hola", key="form-1")
    assert house.texts("1").count("👤 Hola") == 1


@pytest.mark.parametrize("verb", [Verb.SAY, Verb.RELEASE, Verb.CLOSE, Verb.READ, Verb.NOTE, Verb.OPEN])
async def test_who_does_not_own_it_is_refused_and_it_is_audited(house: House, verb: Verb) -> None:
    """Rights are checked at each act."""
    await house.hire("Ana")
    await house.says("1", GRAVE)
    with pytest.raises(Refused):
        await house.act("Ana", verb, 1, words="x")
    assert (await house.engine.view(views.trail))[0].verb == "act.refused"


async def test_an_editor_cannot_read_a_case(house: House) -> None:
    """Roles without the right are refused."""
    await house.hire("Eva", None, Role.EDITOR)
    await house.says("1", GRAVE)
    with pytest.raises(Refused, match="refused-no-right"):
        await house.act("Eva", Verb.READ, 1)


async def test_who_left_can_do_nothing(house: House) -> None:
    """Staff who were removed are refused everywhere."""
    from faro.storage import staff

    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.engine.store.transaction(lambda db: staff.remove(db, house.staff["Ana"]))
    with pytest.raises(Refused, match="refused-not-staff"):
        await house.engine.perform(Act(Verb.CLAIM, house.staff["Ana"], 1))
    assert await house.presses("9", "staff:claim:1", chat=GROUP, room="staff") == ["Esto es solo para el equipo."]


async def test_a_broken_button_is_answered(house: House) -> None:
    """Old, cut or invented payloads are told to be of no use."""
    await house.hire("Ana", "9")
    for payload in ("staff:", "staff:nonsense:1", "staff:say:1", "staff:close:1:nonsense", "hello"):
        await house.says("1", GRAVE)
        await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
        answers = await house.presses("9", payload, chat=GROUP, room="staff")
        assert answers == [house.engine.library.say("es", "refused-old-button")]


async def test_the_commands_of_staff(house: House) -> None:
    """/queue, /mine, /oncall, /handover and /start answer where they were typed; others hear that it is not for them."""
    await house.hire("Ana", "9")
    await house.says("1", GRAVE)
    await house.says("2", SERIOUS)
    [queue] = await house.says("9", "/queue", chat=GROUP, room="staff")
    assert "Esperan: 2" in queue
    await house.presses("9", "staff:claim:1", chat=GROUP, room="staff")
    [mine] = await house.says("9", "/mine")
    assert "Tuyas: 1" in mine
    assert "de guardia" in (await house.says("9", "/oncall"))[0]
    assert await house.says("9", "/start") == [house.engine.library.say("es", "desk-help")]
    assert await house.says("7", "/queue", chat=GROUP, room="staff") == ["Esto es solo para el equipo."]


async def test_handover_gives_all_back_and_goes_off_call(house: House) -> None:
    """At the end of a shift one button releases all that one owns."""
    await house.hire("Ana", "9")
    await house.act("Ana", Verb.ON_CALL)
    for user in ("1", "2"):
        await house.says(user, GRAVE)
    for number in (1, 2):
        await house.presses("9", f"staff:claim:{number}", chat=GROUP, room="staff")
    await house.says("9", "/handover")
    await house.presses("9", "staff:handover:0")
    assert [one.owner for one in await house.live()] == [None, None]
    assert await house.scalar("select on_call_since from staff") is None


async def test_the_queue_shows_what_burns_first(house: House) -> None:
    """Gravest first, then the clock that ends soonest; no words stand in it."""
    await house.says("1", SERIOUS)
    house.later(minutes=1)
    await house.says("2", GRAVE)
    await house.presses("3", "person")
    queued = await house.engine.view(views.queue, minutes=MINUTES, now=house.now)
    assert [str(one.referral.severity) for one in queued] == ["critical", "high", "medium"]
    assert queued[0].due_at == house.now + timedelta(minutes=5)
    assert queued[0].unread == 1
    assert SERIOUS not in repr([(one.pseudonym, one.referral.id) for one in queued])


async def test_a_case_shows_the_whole_timeline(house: House) -> None:
    """What was said by all three sides, notes, events and held media stand in order."""
    await house.hire("Ana")
    await house.says("1", f"{GRAVE} ayuda")
    await house.presses("1", "write:yes")
    await house.act("Ana", Verb.CLAIM, 1)
    await house.sends("1", Message(Kind.VOICE, media="voice-1"))
    await house.act("Ana", Verb.SAY, 1, words="Te escucho")
    await house.act("Ana", Verb.NOTE, 1, words="parece menor")
    case = await house.engine.view(views.case, 1, minutes=MINUTES)
    assert case is not None
    assert {line.who for line in case.timeline} == {"person", "bot", "staff", "note", "event"}
    [voice] = [line for line in case.timeline if line.media]
    assert voice.talk is not None
    [said] = [line for line in case.timeline if line.who == "staff"]
    assert (said.words, said.staff_name, said.state) == ("Te escucho", "Ana", "sent")
    assert case.queued.owner_name == "Ana"


async def test_counts_tell_how_much_waits(house: House) -> None:
    """The head of the console and /health."""
    await house.says("1", GRAVE)
    await house.engine.receive("test", "x", "5", b"{broken")
    await house.engine.settle()
    counts = await house.engine.view(views.counts, now=house.now)
    assert (counts.open, counts.critical, counts.parked, counts.inbox_waiting, counts.outbox_waiting) == (1, 1, 1, 0, 0)
    [parked] = await house.engine.view(views.parked)
    assert parked.body == "{broken"


async def test_a_sign_in_link_opens_once(house: House) -> None:
    """Used, old and invented links open nothing; an idle session ends."""
    doors = house.engine.doors
    token = await doors.link(await doors.local_staff())
    secret = await doors.enter(token)
    assert secret is not None
    assert await doors.enter(token) is None
    assert await doors.enter("invented") is None
    member = await doors.who(secret)
    assert member is not None
    assert Role.ADMIN in member.roles
    house.later(minutes=29)
    assert await doors.who(secret) is not None
    house.later(minutes=31)
    assert await doors.who(secret) is None


async def test_an_old_link_opens_nothing(house: House) -> None:
    """A link lives a quarter of an hour."""
    doors = house.engine.doors
    token = await doors.link(await doors.local_staff())
    house.later(minutes=16)
    assert await doors.enter(token) is None


async def test_the_local_member_of_staff_is_made_once(house: House) -> None:
    """Each start prints a link for the same one; a registered admin is preferred."""
    doors = house.engine.doors
    assert await doors.local_staff() == await doors.local_staff()
    await house.hire("Olga", "5", Role.ADMIN)
    assert await house.scalar("select count(*) from staff") == 2


async def test_leaving_a_console_session_ends_it(house: House) -> None:
    """Signed out is signed out."""
    doors = house.engine.doors
    secret = await doors.enter(await doors.link(await doors.local_staff()))
    assert secret is not None
    await doors.leave(secret)
    assert await doors.who(secret) is None


async def test_unanswered_questions_are_kept_without_who(house: House) -> None:
    """Editors see the day and the words, never a person; nothing of it when there was a risk."""
    await house.says("1", "quien gana el mundial de ajedrez submarino")
    asked = await house.engine.view(views.asked)
    counted = await house.engine.view(views.tallies, since="2026-01-01")
    assert all(len(row) == 4 for row in asked)
    assert counted
    await house.says("1", GRAVE)
    assert not any(GRAVE in row[2] for row in await house.engine.view(views.asked))
