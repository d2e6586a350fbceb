"""Why a message is understood as it is, a line at a time: for `explain` and for the console's test box. Nothing is stored."""

from collections.abc import Iterator

from faro.assistant import alarms, language, match, risk
from faro.library import Library
from faro.library.entries import LANGUAGES
from faro.library.text import expanded, fold


def lines(text: str, library: Library) -> Iterator[str]:
    """The whole explanation."""
    yield f"folded: {expanded(fold(text), library.abbreviations)}"
    guess = language.detect(text, library)
    yield from of_language(text, guess, library)
    spoken = guess.language if guess.language in LANGUAGES else "es"
    yield from of_topic(text, spoken, library)
    yield from of_danger(text, library)


def of_language(text: str, guess: language.Guess, library: Library) -> Iterator[str]:
    """The language, and who voted for which."""
    how = "script" if guess.certain else "votes"
    yield f"language: {guess.language} {guess.confidence:.2f} ({how}); buttons below {language.SURE}"
    if not guess.certain and guess.language != "und":
        for weight, shares in language.voters(text, library):
            listed = " ".join(
                f"{name} {share:.2f}" for name, share in sorted(shares.items(), key=lambda p: -p[1]) if share >= 0.02
            )
            yield f"  voter x {weight}: {listed}"


def of_topic(text: str, spoken: str, library: Library) -> Iterator[str]:
    """The topic, and the written ways of asking nearest to it."""
    found = match.rank(text, library, spoken)
    yield f"topic: {found.decision.value} {found.topic} {found.confidence:.2f}" + (
        f", also {found.second}" if found.second else ""
    )
    yield f"wants a person: {'yes' if match.wants_person(text, library, spoken) else 'no'}"
    if library.learned is None:
        yield "  nothing is learned: strings are compared (python bot.py build)"
        return
    limits = library.learned.thresholds(match.group(spoken))
    yield f"  thresholds: answer {limits['answer']}, choose {limits['choose']} ({library.learned.mode})"
    for candidate in library.learned.topics(text):
        near = " ".join(f"{value:.2f}" for value in candidate.near)
        ask = library.asks[candidate.line]
        yield f"  {candidate.probability:.2f} {candidate.topic}: score {candidate.score:+.2f}, near {near}: {ask.text!r} ({ask.writer})"


def of_danger(text: str, library: Library) -> Iterator[str]:
    """What fires, why, and how far it was from firing."""
    try:
        found = risk.assess([text], library)
    except risk.NoRules as missing:
        yield f"danger: cannot be told, a person looks at every message ({missing})"
        return
    yield (
        "danger: none"
        if found is None
        else (f"danger: {found.category} {found.severity} {found.action} {found.confidence:.2f}, by {found.harm_by}")
    )
    for phrase in library.dangers.found(text):
        yield f"  phrase: {phrase.words} ({phrase.phrase.category}, {phrase.phrase.severity}) {phrase.guarded}".rstrip()
    signs = alarms.signs(text, library)
    if signs:
        yield f"  alarms: {', '.join(signs)}{' and nothing else' if alarms.is_nothing_else(text, library) else ''}"
    suspicion = library.learned.danger(text) if library.learned is not None else None
    if suspicion is not None and library.learned is not None:
        limits = library.learned.danger_thresholds(text)
        kinds = " ".join(f"{name} {share:.2f}" for name, share in suspicion.categories[:3])
        grades = " ".join(f"{name} {share:.2f}" for name, share in suspicion.severities.items())
        yield f"  examples: {suspicion.probability:.2f} (refer {limits['refer']}, ask {limits['ask']}); {kinds}; {grades}"
        yield f"  nearest: {library.examples[suspicion.line].text!r}"
