"""Nothing is missing in any language: the words of each topic, each interface string, each file of examples."""

from collections.abc import Iterator
from datetime import date

from faro.library.checks import where
from faro.library.entries import CATEGORIES, LANGUAGES
from faro.library.library import Library
from faro.library.problems import Problem

STAFF_ONLY = {"desk.ftl": ("es", "en", "pt"), "console.ftl": ("es", "en", "pt"), "foreign.ftl": ("es",)}
"""Files of strings that only staff read, or that stand once; all others stand in every language."""

FEWEST_ASKS = 8
"""Ways of asking that each topic has at least in each language (issue "Curated content")."""


def problems(library: Library, today: date) -> Iterator[Problem]:
    yield from _words(library)
    yield from _strings(library)
    yield from _examples(library)


def _words(library: Library) -> Iterator[Problem]:
    asked: dict[tuple[str, str], int] = {}
    for ask in library.asks:
        asked[ask.language, ask.topic] = asked.get((ask.language, ask.topic), 0) + 1
    for topic in library.topics.values():
        for language in LANGUAGES:
            file = f"content/words/{language}/{topic.id}.yaml"
            wording = library.wordings.get((language, topic.id))
            if wording is None:
                yield Problem(file, 0, topic.id, f"has no words in {language}")
            elif wording.of_revision < topic.revision:
                text = f"was written from revision {wording.of_revision}; the topic is at {topic.revision}"
                yield where.words(library, language, topic.id, text, needle="of_revision", warning=True)
            count = asked.get((language, topic.id), 0)
            if count < FEWEST_ASKS:
                yield Problem(
                    f"content/asks/{language}/{topic.id}.txt", 0, topic.id, f"has {count} ways of asking, needs {FEWEST_ASKS}"
                )


def _strings(library: Library) -> Iterator[Problem]:
    keys = library.strings.keys
    known = {key: file for language in ("en", "es") for key, file in keys.get(language, {}).items()}
    for key, file in sorted(known.items()):
        for language in STAFF_ONLY.get(file, LANGUAGES):
            if key not in keys.get(language, {}):
                yield Problem(f"locales/{language}/{file}", 0, key, f"is missing in {language}")
    for language in LANGUAGES:
        for key in sorted(keys.get(language, {}).keys() - known.keys()):
            yield where.at(library, f"locales/{language}/{keys[language][key]}", key, "stands in no other language")
        yield from _variables(library, language)


def _variables(library: Library, language: str) -> Iterator[Problem]:
    """A string wants the same names in each language: one that is never given, or one that is lost, shows only when it is said."""
    leading, ours = library.strings.variables.get("es", {}), library.strings.variables.get(language, {})
    for key in sorted(leading.keys() & ours.keys()):
        if differ := ", ".join(sorted(leading[key] ^ ours[key])):
            file = f"locales/{language}/{library.strings.keys[language][key]}"
            yield where.at(library, file, key, f"other placeholders than in es: {differ}", needle=f"{key} =")


def _examples(library: Library) -> Iterator[Problem]:
    written = {(example.language, example.category) for example in library.examples}
    phrased = {(phrase.language, phrase.category) for phrase in library.phrases}
    for language in LANGUAGES:
        for category in (*CATEGORIES, None):
            folder = category or "not_danger"
            if (language, category) not in written:
                yield Problem(f"content/risks/{folder}/{language}.txt", 0, folder, f"has no examples in {language}")
            if category is not None and (language, category) not in phrased:
                yield Problem(f"content/risks/{folder}/phrases/{language}.txt", 0, folder, f"has no phrases in {language}")
