"""Whole talks as data (tests/dialogues/*.yaml), replayed through the pure middle: what is said, what must be heard.

A step: `says` (text), `sends` (a kind such as voice) or `presses` (a label) -> `hears` (pieces that must stand in the replies, in any
order), `never` (pieces that must not), `topic`, `events` (names in snake case), `buttons` (labels that must stand there), `silent`.
`operator: sample` at the head plays it where nobody reads. `at: night` plays it at two in the morning.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from faro.assistant import turn
from faro.assistant.events import ReferralOpened
from faro.assistant.message import Kind, Message
from faro.assistant.person import OpenReferral, Person
from faro.assistant.reply import BUTTONS, LIMIT
from faro.library import Library

from .conftest import NIGHT, NOON

FOLDER = Path(__file__).with_name("dialogues")
TALKS = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_a_talk_goes_as_written(path: Path, library: Library, sample_library: Library) -> None:
    """Every step of the talk is answered as written down."""
    talk = yaml.safe_load(path.read_text("utf-8"))
    chosen = sample_library if talk.get("operator") == "sample" else library
    now = NIGHT if talk.get("at") == "night" else NOON
    person = Person("Colibrí 27")
    for number, step in enumerate(talk["talk"], 1):
        taken = turn.take(said(step, person, talk.get("language", "es")), person, chosen, now)
        where = f"{path.stem}, step {number}: {step.get('says') or step.get('presses') or step.get('sends')}"
        person = remembered(taken, step)
        compare(taken, step, where)


def said(step: dict[str, Any], person: Person, language: str) -> Message:
    """The message of a step."""
    if "presses" in step:
        payload = next(payload for label, payload in person.offered if label == step["presses"])
        return Message(Kind.BUTTON, payload=payload, language_hint=language)
    if "sends" in step:
        return Message(
            Kind(step["sends"]),
            media="file",
            latitude=step.get("latitude"),
            longitude=step.get("longitude"),
            language_hint=language,
        )
    text = step["says"]
    if isinstance(text, str) and text.startswith("/"):
        command, _, arguments = text[1:].partition(" ")
        return Message(Kind.COMMAND, command=command, arguments=arguments, language_hint=language)
    parts = tuple(text) if isinstance(text, list) else (text,)
    return Message(Kind.TEXT, parts=parts, language_hint=language, edited=step.get("edited", False))


def remembered(taken: turn.Turn, step: dict[str, Any]) -> Person:
    """The memory as the engine would load it next time: with the referral that was opened, or claimed (`then: claimed`)."""
    person = taken.person
    for event in taken.events:
        if isinstance(event, ReferralOpened):
            person = replace(person, referral=opened(person.referral, event))
    if "then" in step and person.referral is not None:
        person = replace(person, referral=replace(person.referral, status=step["then"]))
    return person


def opened(before: OpenReferral | None, event: ReferralOpened) -> OpenReferral:
    """The referral as the storage would have it: the first, or the one that is open raised by a further danger."""
    unsure = event.action == "ask"
    if before is None:
        return OpenReferral(1, "open", event.category, event.severity, NOON, unsure)
    graver = GRADES.index(event.severity) > GRADES.index(before.severity) or before.category in ("person", "system")
    category, severity = (event.category, event.severity) if graver else (before.category, before.severity)
    return replace(before, category=category, severity=severity, unsure=before.unsure and unsure)


GRADES = ("medium", "high", "critical")


def compare(taken: turn.Turn, step: dict[str, Any], where: str) -> None:
    """What must be true of every answer, and of this one."""
    heard = "\n".join(reply.text for reply in taken.replies)
    labels = [button.label for reply in taken.replies for button in reply.buttons]
    names = [snake(type(event).__name__) for event in taken.events]
    if step.get("silent"):
        assert not taken.replies, where
    else:
        assert heard.strip(), f"{where}: nothing was said"
    for reply in taken.replies:
        assert len(reply.text) <= LIMIT, f"{where}: {len(reply.text)} characters"
        assert len(reply.buttons) <= BUTTONS, where
        assert all(len(button.payload.encode()) <= 64 for button in reply.buttons), where
    for piece in step.get("hears", []):
        assert piece in heard, f"{where}: {piece!r} not in\n{heard}"
    for piece in step.get("never", []):
        assert piece not in heard, f"{where}: {piece!r} in\n{heard}"
    for label in step.get("buttons", []):
        assert label in labels, f"{where}: {label!r} not among {labels}"
    for name in step.get("events", []):
        assert name in names, f"{where}: {name} not among {names}"
    for name in step.get("no_events", []):
        assert name not in names, f"{where}: {name} among {names}"
    if "topic" in step:
        assert step["topic"] in [getattr(event, "topic", None) for event in taken.events], f"{where}: {taken.events}"


def snake(name: str) -> str:
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in name).lstrip("_")
