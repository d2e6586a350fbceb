"""A person who was held off because of abuse has no talk with staff for a while; a danger comes through as if nothing were."""

from dataclasses import replace

from faro.assistant import turn
from faro.assistant.events import DangerConfirmed, Event, ReferralOpened, WordsForStaff
from faro.assistant.reply import Reply
from faro.engine.effects import Scene
from faro.engine.moment import Moment
from faro.storage import people


def held_off(m: Moment, scene: Scene, taken: turn.Turn) -> turn.Turn:
    """The turn without what would reach staff, where the person is held off and nothing in it is a danger. The machine goes on answering."""
    until = people.blocked_until(m.db, scene.person)
    if until is None or until <= m.now or any(_danger(event) for event in taken.events):
        return taken
    kept = tuple(event for event in taken.events if not _for_staff(event))
    if len(kept) == len(taken.events) or scene.memory.referral is not None:
        return taken
    spoken = taken.person.language or "es"
    told = Reply(m.library.say(spoken, "held-off", day=f"{until:%d/%m}"), language=spoken)
    return replace(taken, replies=(told,), events=kept)


def _danger(event: Event) -> bool:
    """Whether somebody must look: a danger, a doubt about one, or a fault of the machine."""
    return isinstance(event, DangerConfirmed) or (isinstance(event, ReferralOpened) and event.action != "wish")


def _for_staff(event: Event) -> bool:
    return isinstance(event, ReferralOpened | WordsForStaff)
