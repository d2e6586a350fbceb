"""All that is understood of one message, as data: what `classify` prints and `evaluate` measures."""

from datetime import datetime
from typing import Any

from faro.assistant import language, match, places, risk, who
from faro.assistant.person import Where
from faro.library import Library
from faro.library.entries import LANGUAGES


def row(given: dict[str, Any], library: Library, now: datetime) -> dict[str, Any]:
    """One row of the `classify` contract (DESIGN.md) for `{"id", "text"}` with optional `language_hint` and `previous`."""
    text, previous = given["text"], [earlier for earlier in given.get("previous") or () if earlier.strip()]
    hint = given.get("language_hint") or None
    before = language.detect("\n".join(previous), library).language if previous else None
    guess = language.detect(text, library, hint=hint, before=before if before in LANGUAGES else None)
    spoken = guess.language if guess.language in LANGUAGES else (before or "es")
    matched = match.rank(text, library, spoken, earlier=previous)
    found = risk.assess([text], library, earlier=previous) if text.strip() else None
    return {
        "id": given.get("id"),
        "language": guess.language,
        "language_confidence": round(guess.confidence, 3),
        "decision": matched.decision.value,
        "topic": matched.topic if matched.decision is not match.Decision.UNKNOWN else None,
        "confidence": round(matched.confidence, 3),
        "candidates": list(matched.candidates[:3]),
        "risk": _risk(found),
        "wants_person": bool(text.strip()) and match.wants_person(text, library, spoken),
        "place": _place(text, previous, library, now),
        "who": list(_who(text, previous, library)),
    }


def _risk(found: risk.Risk | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "category": found.category,
        "severity": found.severity,
        "action": found.action,
        "confidence": round(found.confidence, 3),
        "evidence": list(found.evidence),
    }


def _who(text: str, previous: list[str], library: Library) -> tuple[str, ...]:
    """Who asks, with what the earlier texts said of it."""
    asking: tuple[str, ...] = ()
    for said in (*previous, text):
        asking = who.joined(asking, places.who(said, library))
    return asking


def _place(text: str, previous: list[str], library: Library, now: datetime) -> dict[str, Any] | None:
    """The place of this text, else the last one named before."""
    near = Where()
    for earlier in previous:
        named = places.named(earlier, library, near)
        near = Where(named.country, named.town) if named.country else near
    named = places.named(text, library, near)
    if named.country == near.country and named.town is None:
        named = places.Named(near.country, near.town)
    if named.country is None and named.town is None:
        if near.country is None:
            return None
        named = places.Named(near.country, near.town)
    offered = places.offered(named, _who(text, previous, library), library, now)
    return {"country": named.country, "town": named.town, "near": list(offered)}
