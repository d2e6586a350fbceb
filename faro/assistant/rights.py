"""Who may do what with a referral: one table, default deny. The table in docs/staff.md is made from it."""

from dataclasses import dataclass
from enum import StrEnum

from faro.assistant import conflict
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
    "referral.well": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.ANY},
    "referral.close": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.ANY},
    "media.open": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.OWN},
    "referral.reopen": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.ANY},
    "referral.interpreter": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.ANY},
    "institution.refer": {Role.RESPONDER: Whose.OWN, Role.COORDINATOR: Whose.ANY},
    "institution.override": {Role.COORDINATOR: Whose.ANY},
    "person.block": {Role.COORDINATOR: Whose.ANY},
    "account.ask": {Role.COORDINATOR: Whose.ANY},
    "account.grant": {Role.COORDINATOR: Whose.ANY, Role.ADMIN: Whose.ANY},
    "shift.own": {Role.RESPONDER: Whose.ANY, Role.COORDINATOR: Whose.ANY},
    "shift.plan": {Role.COORDINATOR: Whose.ANY, Role.ADMIN: Whose.ANY},
    "figures.see": {Role.COORDINATOR: Whose.ANY, Role.EDITOR: Whose.ANY, Role.ADMIN: Whose.ANY},
    "questions.see": {Role.EDITOR: Whose.ANY, Role.COORDINATOR: Whose.ANY},
    "erasure.finish": {Role.COORDINATOR: Whose.ANY},
    "parked.see": {Role.COORDINATOR: Whose.ANY, Role.ADMIN: Whose.ANY},
    "audit.read": {Role.COORDINATOR: Whose.ANY, Role.ADMIN: Whose.ANY},
    "complaint.read": {Role.COORDINATOR: Whose.ANY},
    "staff.manage": {Role.ADMIN: Whose.ANY},
    "example.suggest": {Role.RESPONDER: Whose.ANY, Role.COORDINATOR: Whose.ANY, Role.EDITOR: Whose.ANY},
    "example.done": {Role.COORDINATOR: Whose.ANY, Role.EDITOR: Whose.ANY},
    "place.release": {Role.EDITOR: Whose.ANY, Role.COORDINATOR: Whose.ANY},
    "content.see": {Role.EDITOR: Whose.ANY, Role.COORDINATOR: Whose.ANY, Role.ADMIN: Whose.ANY},
}
"""Action -> role -> which referrals. What does not stand here is refused."""


def table() -> str:
    """The rules as the table of docs/staff.md."""
    lines = ["| action | " + " | ".join(Role) + " |", "|---|" + "---|" * len(Role)]
    for action, reach in RIGHTS.items():
        cells = ["" if (whose := reach.get(role, Whose.NONE)) is Whose.NONE else str(whose) for role in Role]
        lines.append(f"| `{action}` | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def check(staff: Staff | None, action: str, referral: Referral | None = None) -> None:
    """Raise `Refused` unless this member of staff may do this (with this referral)."""
    if staff is None or not staff.active:
        raise Refused("refused-not-staff")
    roles = _roles(staff, referral)
    if action == "referral.close" and referral is not None and referral.silent and Role.COORDINATOR not in roles:
        raise Refused("refused-silent")
    reach = {RIGHTS.get(action, {}).get(role, Whose.NONE) for role in roles}
    if Whose.ANY in reach or (Whose.OWN in reach and referral is not None and referral.owner == staff.id):
        _without_tie(staff, referral)
        return
    if referral is not None and staff.id in referral.refused:
        raise Refused("refused-not-wanted")
    raise Refused("refused-not-yours" if Whose.OWN in reach else "refused-no-right")


def may(staff: Staff | None, action: str, referral: Referral | None = None) -> bool:
    """Whether `check` would let it pass; for hiding what cannot be done."""
    try:
        check(staff, action, referral)
    except Refused:
        return False
    return True


def _roles(staff: Staff, referral: Referral | None) -> frozenset[Role]:
    """The roles that count with this referral: where no coordinator may take it, an admin stands in for one."""
    stands_in = referral is not None and referral.for_admin and Role.ADMIN in staff.roles
    return staff.roles | {Role.COORDINATOR} if stands_in else staff.roles


def _without_tie(staff: Staff, referral: Referral | None) -> None:
    """What names staff, a shelter or a partner is the matter of a coordinator without tie; whom the person refused has no part in it."""
    if referral is None:
        return
    if staff.id in referral.refused:
        raise Refused("refused-not-wanted")
    if referral.conflict and (Role.COORDINATOR not in _roles(staff, referral) or conflict.tied(referral, staff.name, staff.ties)):
        raise Refused("refused-conflict")
