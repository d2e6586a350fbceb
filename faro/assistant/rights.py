"""Who may do what with a referral: one table, default deny. The table in docs/staff.md is made from it."""

from dataclasses import dataclass
from enum import StrEnum

from faro.assistant.referral import Referral, Refused


class Role(StrEnum):
    RESPONDER = "responder"
    COORDINATOR = "coordinator"
    EDITOR = "editor"
    ADMIN = "admin"


class Whose(StrEnum):
    """Which referrals a right reaches."""

    ANY = "any"
    OWN = "own"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody registered. `roles` may be several; `ties` are names of places or partners they belong to."""

    id: int
    name: str
    roles: frozenset[Role]
    languages: tuple[str, ...] = ()
    active: bool = True
    on_call: bool = False
    ties: tuple[str, ...] = ()


RIGHTS: dict[str, dict[Role, Whose]] = {
    "queue.see": {Role.RESPONDER: Whose.ANY, Role.COORDINATOR: Whose.ANY, Role.ADMIN: Whose.ANY},
    "referral.claim": {Role.RESPONDER: Whose.ANY, Role.COORDINATOR: Whose.ANY},
    "referral.read": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.ANY},
    "referral.say": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.OWN},
    "referral.note": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.ANY},
    "referral.release": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.ANY},
    "referral.transfer": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.ANY},
    "referral.wait": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.OWN},
    "referral.snooze": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.ANY},
    "referral.close": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.ANY},
    "media.open": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.OWN},
    "erasure.finish": {Role.COORDINATOR: Whose.ANY},
    "parked.see": {Role.COORDINATOR: Whose.ANY, Role.ADMIN: Whose.ANY},
    "audit.read": {Role.COORDINATOR: Whose.ANY, Role.ADMIN: Whose.ANY},
    "staff.manage": {Role.ADMIN: Whose.ANY},
    "content.see": {Role.EDITOR: Whose.ANY, Role.COORDINATOR: Whose.ANY, Role.ADMIN: Whose.ANY},
}
"""Action -> role -> which referrals. What does not stand here is refused."""


def check(staff: Staff | None, action: str, referral: Referral | None = None) -> None:
    """Raise `Refused` unless this member of staff may do this (with this referral)."""
    if staff is None or not staff.active:
        raise Refused("refused-not-staff")
    if action == "referral.close" and referral is not None and referral.silent and Role.COORDINATOR not in staff.roles:
        raise Refused("refused-silent")
    reach = {RIGHTS.get(action, {}).get(role, Whose.NONE) for role in staff.roles}
    if Whose.ANY in reach:
        return _without_tie(staff, action, referral)
    if Whose.OWN in reach and referral is not None and referral.owner == staff.id:
        return _without_tie(staff, action, referral)
    raise Refused("refused-not-yours" if Whose.OWN in reach else "refused-no-right")


def may(staff: Staff | None, action: str, referral: Referral | None = None) -> bool:
    """Whether `check` would let it pass; for hiding what cannot be done."""
    try:
        check(staff, action, referral)
    except Refused:
        return False
    return True


def _without_tie(staff: Staff, action: str, referral: Referral | None) -> None:
    """What names staff, a shelter or a partner is a coordinator's matter (referral contract)."""
    tied = referral is not None and referral.conflict and action.startswith("referral.")
    if tied and Role.COORDINATOR not in staff.roles:
        raise Refused("refused-conflict")
