"""A topic as it is sent: the answer first, what to do now, what holds in this country, whom to call. At most 900 characters."""

import string
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from faro.assistant import help_lines
from faro.assistant.reply import CONTACTS, LIMIT, STEPS, Button, Reply
from faro.library import Library
from faro.library.entries import INTERNATIONAL, Topic, Wording


def topic(library: Library, id: str, language: str, country: str | None, today: date) -> Reply:
    """The whole message for a topic, in this language, for this country (None: not known)."""
    entry, wording = library.topics[id], library.wording(id, language)
    if wording is None or not entry.in_date(today) or not stands(library, _general_facts(entry, wording), today):
        parts = [library.say(language, "answer-being-checked"), _contacts(library, entry, language, country, today)]
        return Reply(_within([part for part in parts if part]), (person_button(library, language),), language=language)
    parts = _parts(library, entry, wording, language=language, country=country, today=today)
    return Reply(_within(parts), buttons(library, entry, language), language=language)


def stands(library: Library, facts: Iterable[str], today: date) -> bool:
    """Whether all of these facts may be shown today. Words that rest on several are withheld with the first of them (promise 7)."""
    return all(library.facts[id].in_date(today) for id in facts if id in library.facts)


def facts_named(texts: Iterable[str]) -> set[str]:
    """The ids of the facts whose values these texts show."""
    names = (name for text in texts for name in placeholders(text))
    return {name.removeprefix("fact:").partition(".")[0] for name in names if name.startswith("fact:")}


def _general_facts(topic: Topic, words: Wording) -> set[str]:
    """What the answer and its steps rest on, in whatever country."""
    return {*topic.facts.get(INTERNATIONAL, ()), *facts_named((words.answer, *words.steps, words.gentle or ""))}


def country_facts(topic: Topic, words: Wording, country: str) -> set[str]:
    """What the note for a country rests on."""
    return {*topic.facts.get(country, ()), *facts_named((words.countries.get(country, ""),))}


def buttons(library: Library, topic: Topic, language: str) -> tuple[Button, ...]:
    """What may come next: a near topic, where this is from, not what I asked, a person."""
    near = [other for other in topic.related if (language, other) in library.wordings][:1]
    offered = [Button(library.wordings[language, other].title, f"topic:{other}") for other in near]
    if any(topic.facts.values()):
        offered.append(Button(library.say(language, "button-source"), f"source:{topic.id}"))
    offered.append(Button(library.say(language, "button-wrong"), f"wrong:{topic.id}"))
    offered.append(person_button(library, language))
    return tuple(offered[:4])


def person_button(library: Library, language: str) -> Button:
    """A person is always one tap away."""
    return Button(library.say(language, "button-person"), "person")


def source(library: Library, id: str, language: str, country: str | None, today: date) -> str:
    """Where an answer is from: legal basis, source and date of the facts behind it, those of this country first."""
    topic = library.topics[id]
    here = topic.facts.get(country or "", ()) if library.answered_for(country) else ()
    ids = here + topic.facts.get(INTERNATIONAL, ())
    lines = []
    for fact_id in ids[:4]:
        fact = library.facts.get(fact_id)
        if fact is not None and fact.in_date(today):
            where = help_lines.country_name(library, fact.country, language)
            basis = fact.legal_basis or fact.source
            address = fact.source if fact.legal_basis and fact.source.startswith("http") else ""
            lines.append(f"• {where}: {basis}" + (f"\n{address}" if address else ""))
    if not lines:
        return library.say(language, "source-none")
    head = library.say(language, "source-head", date=topic.checked_on.strftime("%d/%m/%Y"))
    return _within([head, *lines])


def filled(library: Library, text: str, language: str, today: date) -> str:
    """Placeholders `{fact:id.name}` and `{contact:id}` put in. One that cannot be shown leaves nothing behind it but a dash."""
    return string.Formatter().vformat(text, (), _Placeholders(library, language, today))


def placeholders(text: str) -> Iterator[str]:
    """The names between braces."""
    for _, name, spec, _ in string.Formatter().parse(text):
        if name is not None:
            yield f"{name}:{spec}" if spec else name


class _Placeholders(Mapping[str, Any]):
    """`{fact:mx-det-3.hours}` is parsed by str.format as field `fact` with format `mx-det-3.hours`."""

    def __init__(self, library: Library, language: str, today: date) -> None:
        self._shown = {"fact": _Fact(library), "contact": _Contact(library, language, today)}

    def __getitem__(self, key: str) -> Any:
        return self._shown[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._shown)

    def __len__(self) -> int:
        return len(self._shown)


class _Fact:
    def __init__(self, library: Library) -> None:
        self._library = library

    def __format__(self, spec: str) -> str:
        return str(fact_value(self._library, spec))


class _Contact:
    def __init__(self, library: Library, language: str, today: date) -> None:
        self._library, self._language, self._today = library, language, today

    def __format__(self, spec: str) -> str:
        found = help_lines.named(self._library, (spec,), self._today)
        return help_lines.line(self._library, found[0], self._language, self._today) if found else "-"


def fact_value(library: Library, reference: str) -> int | float | str:
    """The value that `id.name` (or `id`, where a fact has one value) stands for. Raises KeyError when there is none."""
    id, _, name = reference.partition(".")
    values = library.facts[id].values
    if not name and len(values) == 1:
        return next(iter(values.values()))
    return values[name]


def _parts(library: Library, entry: Topic, words: Wording, *, language: str, country: str | None, today: date) -> list[str]:
    """The pieces of the message, the ones that may be left out when it grows too long last."""
    say = [filled(library, words.answer, language, today)]
    if words.steps:
        say.append("\n".join(f"• {filled(library, step, language, today)}" for step in words.steps[:STEPS]))
    note = _country_note(library, entry, words, language=language, country=country, today=today)
    if note:
        say.append(note)
    contacts = _contacts(library, entry, language, country, today)
    if contacts:
        say.append(contacts)
    if words.gentle:
        say.append(words.gentle)
    return say


def _contacts(library: Library, entry: Topic, language: str, country: str | None, today: date) -> str:
    """Whom to call, a line each; nothing where nobody fits."""
    chosen = help_lines.named(library, entry.contacts.get(country or "", ()), today)
    chosen += [c for c in help_lines.pick(library, country, entry.contact_kinds, today) if c not in chosen]
    return "\n".join(help_lines.line(library, contact, language, today) for contact in chosen[:CONTACTS])


def _country_note(library: Library, entry: Topic, words: Wording, *, language: str, country: str | None, today: date) -> str:
    """What holds in this country; or that it is being checked, or, where nothing is confirmed, that it is not known (promise 7)."""
    if country is None or entry.id.startswith("bot."):
        return ""
    name = help_lines.country_name(library, country, language)
    if country in words.countries and library.answered_for(country):
        if stands(library, country_facts(entry, words, country), today):
            return filled(library, words.countries[country], language, today)
        return library.say(language, "country-note-being-checked", country=name)
    unknown = entry.needs_country or country in words.countries
    return library.say(language, "country-note-unknown", country=name) if unknown else ""


def _within(parts: list[str]) -> str:
    """Joined, within the limit: whole pieces are left out from the end but one, never cut in the middle of a sentence."""
    kept = list(parts)
    while len("\n\n".join(kept)) > LIMIT and len(kept) > 1:
        kept.pop(-2 if len(kept) > 2 else -1)
    return "\n\n".join(kept)[:LIMIT]
