"""Silence in a critical case: the person stopped answering. It goes to a coordinator, who alone may close it (docs/staff.md)."""

from dataclasses import replace
from datetime import timedelta

from faro.assistant import alerts, desk
from faro.assistant.referral import Referral, Severity
from faro.assistant.rights import Role
from faro.engine import announce, outgoing
from faro.engine.moment import DANGER, Moment, Purpose
from faro.storage import audit, chats, referrals, staff
from faro.storage.staff import Door

SILENCE = timedelta(minutes=20)
"""How long nothing comes from a person in critical danger until somebody else looks. Unanswered questions count alike."""


def due(m: Moment) -> list[Referral]:
    """Critical doubts and critical cases in somebody's hands whose person fell silent, while somebody of the staff reads.

    One that nobody has yet is announced again by its clock.
    """
    if not m.somebody_reads:
        return []
    quiet = referrals.silent_since(m.db, m.seal, Severity.CRITICAL, m.now - SILENCE)
    silent = [one for one in quiet if not one.silent and not one.well]
    return silent if silent and _coordinators(m) else [one for one in silent if one.owner is None]


def tell(m: Moment, referral: Referral) -> None:
    """Marked as silent, and told to the coordinators in private. Where there are none, a doubt is announced to all like a danger."""
    m.audit("person.silent", audit.MACHINE, referral.id)
    doors = _coordinators(m)
    silent = replace(referral, silent=True) if doors else replace(referral, unsure=False, clock_from=m.now)
    referrals.put(m.db, m.seal, silent)
    if silent.owner is None:
        announce.alert(m, silent, "desk-alert-silent", to=doors or None)
        return
    known = m.known(silent)
    head = alerts.headline(m.library, m.language, silent, known.pseudonym)
    reply = desk.line(m.library, m.language, "desk-person-silent", headline=head, owner=known.owner or "?")
    for door in doors:
        key = chats.ensure(m.db, m.seal, door.channel, door.address)
        m.post(key, outgoing.say(reply), Purpose.NOTICE, priority=DANGER, referral=silent.id)


def _coordinators(m: Moment) -> list[Door]:
    return [door for door in staff.doors(m.db, m.seal) if Role.COORDINATOR in door.staff.roles and door.staff.active]
