"""Somebody asks whether a child, or anybody, is at a place: nobody is told, whoever asks, and the way for a family is said.

The words stand in `content/asked_after/`. Where a bed or a school is asked for, nobody is asked after.
"""

from collections.abc import Iterator, Mapping

from faro.assistant import answers, help_lines
from faro.assistant.events import QuestionMatched
from faro.assistant.reply import Button, Reply
from faro.assistant.talk import Talk
from faro.library import Library
from faro.library.text import fold

TOPIC = "family.find_relative"
NEAR, FAR = 3, 8
"""Words between the asking and whom it is about, and from there to the place."""

Span = tuple[int, int]
Signs = Mapping[str, tuple[str, ...]]


def asked(text: str, library: Library) -> bool:
    """Whether this asks where somebody is, for oneself, for an office, or for somebody who looks for them."""
    words = fold(text).split()
    return any(_asked(words, signs, question="?" in text or "؟" in text) for signs in library.asked_after)


def answered(talk: Talk) -> bool:
    """Nobody is told; who may look, and asks the person first. Whether it was asked."""
    if not asked(talk.message.text, talk.library):
        return False
    found = help_lines.pick(talk.library, talk.person.where.country, ("family_links", "child_protection"), talk.today)
    lines = [help_lines.line(talk.library, contact, talk.language, talk.today) for contact in found]
    wording = talk.library.wording(TOPIC, talk.language)
    more = (Button(wording.title, f"topic:{TOPIC}"),) if wording is not None else ()
    talk.tell(QuestionMatched(TOPIC, talk.language))
    ways = "\n".join([talk.words("asked-after-ways"), *lines])
    buttons = (*more, answers.person_button(talk.library, talk.language))
    talk.add(Reply("\n\n".join([talk.words("asked-after"), ways]), buttons, language=talk.language))
    return True


def _asked(words: list[str], signs: Signs, *, question: bool) -> bool:
    def spans(kind: str) -> list[Span]:
        return list(_spans(words, signs.get(kind, ())))

    if spans("other") and spans("seeks"):
        return True
    about, asks, there = spans("who"), spans("ask"), spans("there")
    if about and spans("office") and (asks or there or spans("seeks")):
        return True
    if not (about and asks and there) or spans("bed"):
        return False
    for start, end in about:
        places = [place for place in there if 0 <= place[0] - end <= FAR]
        if places and any(0 <= start - ask[1] <= NEAR for ask in asks):
            return True
        last = [place for place in places if len(words) - place[1] <= NEAR]
        if question and last and any(ask[0] == end for ask in asks):
            return True
    return False


def _spans(words: list[str], phrases: tuple[str, ...]) -> Iterator[Span]:
    for phrase in phrases:
        wanted = phrase.split()
        for at in range(len(words) - len(wanted) + 1):
            if words[at : at + len(wanted)] == wanted:
                yield at, at + len(wanted)
