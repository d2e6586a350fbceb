"""The table of rights, tried: each role, each action, own and foreign cases, on both surfaces. What is not allowed is refused and written down."""

from datetime import timedelta

import pytest

from faro.assistant import rights
from faro.assistant.desk import RIGHT, Act, Verb
from faro.assistant.message import Message
from faro.assistant.referral import Outcome, Refused
from faro.assistant.rights import RIGHTS, Role, Whose
from faro.storage import views

from .conftest import SERIOUS
from .house import GROUP, House

ALONE = (Verb.ON_CALL, Verb.HANDOVER, Verb.SHIFT, Verb.UNSHIFT, Verb.SUGGEST, Verb.OFFER_AGAIN, Verb.WRITTEN_IN)
NO_RIGHT = ("refused-no-right", "refused-not-yours", "refused-not-staff")
PRESSED = {
    Verb.TRANSFER: ":1", Verb.CLOSE: ":helped", Verb.SNOOZE: ":60", Verb.OPEN: ":1:hear", Verb.BLOCK: ":3:sure", Verb.SUGGEST: ":missed",
    Verb.REFER: ":other", Verb.PROGRESS: ":1:accepted", Verb.GRANT: ":1", Verb.ACCOUNT: ":1", Verb.ERASE: ":sure", Verb.SAY: ":1",
    Verb.SHIFT: ":2:20261124:1400-1600", Verb.UNSHIFT: ":1", Verb.WRITTEN_IN: ":1", Verb.OFFER_AGAIN: ":x",
}  # fmt: skip
"""What stands behind the verb in the button that would carry it out."""


def reach(verb: Verb, role: Role) -> Whose:
    return RIGHTS.get(RIGHT[verb], {}).get(role, Whose.NONE)


def act_of(house: House, verb: Verb, staff: int) -> Act:
    """The act with everything it could want, so that only rights can stand in its way (or the state of the case)."""
    until = house.now + timedelta(hours=2)
    return Act(
        verb, staff, 0 if verb in ALONE else 1, words="un motivo bien largo", outcome=Outcome.HELPED,
        to=staff if verb is Verb.SHIFT else 1, until=until,
        held=1, name="Procuraduria", consent="said", number=1, state="accepted", starts=house.now + timedelta(hours=1),
    )  # fmt: skip


@pytest.mark.parametrize("own", [True, False], ids=["own", "foreign"])
@pytest.mark.parametrize("role", list(Role))
async def test_on_the_console_each_role_does_what_the_table_says(house: House, role: Role, own: bool) -> None:
    """Every act of the desk: let through exactly where the table reaches, else refused for want of a right and in the audit."""
    await house.hire("Zoe", None)
    await house.hire("Ana", "9", role)
    store = house.engine.store
    for verb in Verb:
        await house.says("1", SERIOUS)
        owner = house.staff["Ana"] if own else house.staff["Zoe"]
        await store.transaction(
            lambda db, owner=owner: db.exec_driver_sql(f"update referral set owner={owner}, status='claimed'")
        )
        await store.transaction(lambda db: db.exec_driver_sql("delete from audit"))
        allowed = reach(verb, role) is Whose.ANY or (reach(verb, role) is Whose.OWN and own)
        try:
            await house.engine.perform(act_of(house, verb, house.staff["Ana"]))
            why = ""
        except Refused as refused:
            why = refused.reason
        if allowed:
            assert why not in NO_RIGHT, (verb, why)
        else:
            assert why in NO_RIGHT, (verb, why)
            [trace] = [one for one in await house.engine.view(views.trail) if one.verb == "act.refused"]
            assert trace.actor == f"staff:{house.staff['Ana']}"
        await store.transaction(lambda db: db.exec_driver_sql("update referral set status='closed', owner=null where 1"))
        await store.transaction(lambda db: db.exec_driver_sql("delete from referral"))
        await store.transaction(lambda db: db.exec_driver_sql("delete from sqlite_sequence where name='referral'"))


@pytest.mark.parametrize("own", [True, False], ids=["own", "foreign"])
@pytest.mark.parametrize("who", [*Role, "nobody"])
async def test_on_telegram_each_press_checks_the_user(house: House, who: Role | str, own: bool) -> None:
    """Every act as a button, complete in one's own case and bare in a colleague's: let through exactly where the table reaches; else the
    presser is told why, nothing changes, and it is written down."""
    await house.hire("Zoe", "8")
    if who != "nobody":
        await house.hire("Ana", "9", Role(who))
    store, denied = house.engine.store, {house.engine.library.say("es", why) for why in NO_RIGHT}
    await house.says("1", SERIOUS)
    owner = house.staff.get("Ana" if own else "Zoe", house.staff["Zoe"])
    for verb in Verb:
        await store.transaction(
            lambda db: db.exec_driver_sql(f"update referral set owner={owner}, status='claimed', closed_at=null")
        )
        number = 0 if verb in ALONE else 1
        allowed = who != "nobody" and (reach(verb, Role(who)) is Whose.ANY or (reach(verb, Role(who)) is Whose.OWN and own))
        payload = f"staff:{verb}:{number}{PRESSED.get(verb, '') if own else ''}"
        await store.transaction(lambda db: db.exec_driver_sql("delete from audit"))
        before = await house.referral()
        answers = (await house.presses("9", payload, chat=GROUP, room="staff"))[:1]
        if allowed:
            assert not denied & set(answers), payload
            continue
        assert set(answers) & (denied | {house.engine.library.say("es", "refused-old-button")}), payload
        assert await house.referral() == before, payload
        assert {"act.refused", "press.refused"} & {one.verb for one in await house.engine.view(views.trail)}, payload


@pytest.mark.parametrize("verb", [Verb.NOTE, Verb.TRANSFER, Verb.BLOCK, Verb.UNMASK, Verb.REFER, Verb.SUGGEST])
async def test_words_in_answer_to_a_question_check_the_user_too(house: House, verb: Verb) -> None:
    """Whoever replies acts in their own name: an editor who answers what a coordinator was asked does nothing but for what editors may."""
    await house.hire("Berta", "8", Role.COORDINATOR)
    await house.hire("Eva", "7", Role.EDITOR)
    await house.says("1", SERIOUS)
    await house.presses("8", "staff:claim:1", chat=GROUP, room="staff")
    press = {Verb.REFER: ":other", Verb.BLOCK: ":3:sure", Verb.SUGGEST: ":missed", Verb.TRANSFER: ":1"}.get(verb, "")
    await house.presses("8", f"staff:{verb}:1{press}", chat=GROUP, room="staff")
    asked = [sent for sent in house.channel.sent if sent.body.get("answer")][-1]
    room = {"chat": GROUP, "room": "staff"} if asked.chat == GROUP else {"chat": asked.chat}
    before = await house.referral()
    heard = await house.sends("7", Message(parts=("un motivo bien largo",)), reply_to=asked.message, **room)
    assert await house.referral() == before
    if verb is not Verb.SUGGEST:
        assert heard == [house.engine.library.say("es", "refused-no-right")]
    assert await house.scalar("select count(*) from note") == await house.scalar("select count(*) from institution") == 0


def test_everything_that_the_desk_can_do_has_a_rule() -> None:
    """Default deny: an act whose right stands in no table is refused to everybody, so each must stand there."""
    assert {verb for verb in Verb if RIGHT.get(verb) not in RIGHTS} == set()
    for action in (*RIGHTS, "invented.action"):
        for role in Role:
            member = rights.Staff(1, "x", frozenset({role}))
            assert rights.may(member, action) is (RIGHTS.get(action, {}).get(role) is Whose.ANY)
            assert not rights.may(rights.Staff(1, "x", frozenset({role}), active=False), action)
