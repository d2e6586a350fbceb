"""Every id that is pointed to exists, and every file holds the id of its name."""

from collections.abc import Container, Iterator
from datetime import date

from faro.library.checks import where
from faro.library.entries import CATEGORIES, COUNTRIES, INTERNATIONAL, KINDS
from faro.library.library import Library
from faro.library.problems import Problem


def problems(library: Library, today: date) -> Iterator[Problem]:
    yield from _topics(library)
    yield from _wordings(library)
    yield from _protocols(library)
    yield from _entries(library)


def _topics(library: Library) -> Iterator[Problem]:
    for topic in library.topics.values():
        if not (library.root / "content" / "topics" / f"{topic.id}.yaml").is_file():
            yield Problem(f"content/topics/{topic.id}.yaml", 0, topic.id, "the id is not the name of its file")
        pointed: list[tuple[str, Container[str], str]] = [(id, library.topics, "topic") for id in topic.related]
        pointed += [(id, library.facts, "fact") for ids in topic.facts.values() for id in ids]
        pointed += [(id, library.contacts, "contact") for ids in topic.contacts.values() for id in ids]
        pointed += [(id, CATEGORIES, "risk category") for id in topic.protocols]
        pointed += [(kind, KINDS, "kind of contact") for kind in topic.contact_kinds]
        for id, known, what in pointed:
            if id not in known:
                yield where.topic(library, topic.id, f"points to the unknown {what} {id}", needle=id)
        for country in {*topic.facts, *topic.contacts} - {*COUNTRIES, INTERNATIONAL}:
            yield where.topic(library, topic.id, f"{country} is none of our countries", needle=f"{country}:")
        for country, ids in topic.facts.items():
            for id in ids:
                if id in library.facts and library.facts[id].country != country:
                    yield where.topic(
                        library, topic.id, f"{id} is a fact of {library.facts[id].country}, not of {country}", needle=id
                    )


def _wordings(library: Library) -> Iterator[Problem]:
    for language, topic in library.wordings:
        if topic not in library.topics:
            yield where.words(library, language, topic, "is not a topic id")
        path = library.root / "content" / "words" / language / f"{topic}.yaml"
        if not path.is_file():
            yield Problem(f"content/words/{language}/{topic}.yaml", 0, topic, "the topic is not the name of its file")


def _protocols(library: Library) -> Iterator[Problem]:
    for category, protocol in library.protocols.items():
        file = f"content/protocols/{category}.yaml"
        if protocol.category != category:
            yield where.at(library, file, category, f"says it is {protocol.category}", needle="category:")
        for kind in sorted({kind for kinds in protocol.doers.values() for kind in kinds} - set(KINDS)):
            yield where.at(library, file, category, f"points to the unknown kind of contact {kind}", needle=kind)
        for country, there in protocol.countries.items():
            for competent in there.competent:
                if competent.contact is None and competent.name is None:
                    yield where.at(
                        library,
                        file,
                        category,
                        f"{country}: somebody competent has neither contact nor name",
                        needle=f"{country}:",
                    )
                if competent.contact is not None and competent.contact not in library.contacts:
                    yield where.at(
                        library, file, category, f"points to the unknown contact {competent.contact}", needle=competent.contact
                    )
            for fact in there.deadlines:
                if fact not in library.facts:
                    yield where.at(library, file, category, f"points to the unknown fact {fact}", needle=fact)


def _entries(library: Library) -> Iterator[Problem]:
    countries = {*COUNTRIES, INTERNATIONAL}
    for entry in library.entries:
        if entry.country not in countries:
            yield where.entry(library, entry, f"{entry.country} is none of our countries")
    for contact in library.contacts.values():
        if contact.kind not in KINDS:
            yield where.entry(library, contact, f"{contact.kind} is no kind of contact")
        other = library.contacts.get(contact.beside or "")
        if contact.beside and (other is None or other.country != contact.country):
            yield where.entry(library, contact, f"stands beside {contact.beside}, which is no contact of {contact.country}")
