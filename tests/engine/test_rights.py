"""The table of rights, tried: each role, each action, own and foreign cases, on both surfaces. What is not allowed is refused and written down."""

from datetime import timedelta

import pytest

from faro.assistant import rights
from faro.assistant.desk import RIGHT, Act, Verb
from faro.assistant.referral import Outcome, Refused
from faro.assistant.rights import RIGHTS, Role, Whose
from faro.storage import views

from .conftest import SERIOUS
from .house import GROUP, House

ALONE = (Verb.ON_CALL, Verb.HANDOVER, Verb.SHIFT, Verb.UNSHIFT, Verb.SUGGEST)
NO_RIGHT = ("refused-no-right", "refused-not-yours", "refused-not-staff")
BY_BUTTON = ("claim", "read", "release", "transfer", "wait", "snooze", "close", "open", "reopen", "interpreter", "erase")


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


@pytest.mark.parametrize("who", [*Role, "nobody"])
async def test_on_telegram_each_press_checks_the_user(house: House, who: Role | str) -> None:
    """A button pressed by somebody whose role does not reach, or by no staff at all, changes nothing and is written down."""
    await house.hire("Zoe", "8")
    if who != "nobody":
        await house.hire("Ana", "9", Role(who))
    await house.says("1", SERIOUS)
    await house.presses("8", "staff:claim:1", chat=GROUP, room="staff")
    for name in BY_BUTTON:
        verb = Verb(name)
        before = await house.referral()
        if who != "nobody" and reach(verb, Role(who)) is Whose.ANY:
            continue
        await house.engine.store.transaction(lambda db: db.exec_driver_sql("delete from audit"))
        [answer] = (await house.presses("9", f"staff:{name}:1", chat=GROUP, room="staff"))[:1]
        assert answer in {house.engine.library.say("es", why) for why in NO_RIGHT}, name
        assert await house.referral() == before
        assert {"act.refused", "press.refused"} & {one.verb for one in await house.engine.view(views.trail)}, name


def test_everything_that_the_desk_can_do_has_a_rule() -> None:
    """Default deny: an act whose right stands in no table is refused to everybody, so each must stand there."""
    assert {verb for verb in Verb if RIGHT.get(verb) not in RIGHTS} == set()
    for action in (*RIGHTS, "invented.action"):
        for role in Role:
            member = rights.Staff(1, "x", frozenset({role}))
            assert rights.may(member, action) is (RIGHTS.get(action, {}).get(role) is Whose.ANY)
            assert not rights.may(rights.Staff(1, "x", frozenset({role}), active=False), action)
