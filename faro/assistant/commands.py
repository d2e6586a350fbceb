"""The eight commands: /start /help /language /place /person /privacy /clear /forget."""

from collections.abc import Callable

from faro.assistant import keeping, menu, people, presses, whereabouts
from faro.assistant.reply import Button, Reply
from faro.assistant.talk import Talk
from faro.library.entries import LANGUAGES

NAMES = ("start", "help", "language", "place", "person", "privacy", "clear", "forget")


def obey(talk: Talk, name: str, arguments: str) -> None:
    """Do what a command says; an unknown one is answered like /help. Words after a command are read as words."""
    does = _COMMANDS.get(name.lower(), _help)
    does(talk, arguments)


def _start(talk: Talk, arguments: str) -> None:
    """A greeting in the language that Telegram reports; Spanish and English together where it is none of ours."""
    known = talk.person.language or (talk.message.language_hint or "")[:2]
    spoken = [talk.language] if known in LANGUAGES else ["es", "en"]
    talk.remember(greeted=True)
    for language in spoken:
        talk.add(
            Reply(greeting(talk, language), keyboard=menu.keyboard(talk.library, language), neutral=False, language=language)
        )


def greeting(talk: Talk, language: str) -> str:
    """What this is, that it is a machine with people behind it (or nobody), who runs it, what is kept."""
    library = talk.library
    people = "start-people" if library.read else "start-nobody"
    lines = [
        library.say(language, "start-what"),
        library.say(language, people, operator=library.operator.name),
        library.say(language, "start-kept"),
        library.say(language, "start-ask"),
    ]
    return "\n\n".join(lines)


def _help(talk: Talk, arguments: str) -> None:
    talk.with_menu("help")


def _language(talk: Talk, arguments: str) -> None:
    chosen = menu.pressed(arguments, talk.library) if arguments else None
    if chosen is not None and chosen.startswith("language:"):
        presses.pressed(talk, chosen)
        return
    talk.add(Reply(talk.words("ask-language"), keyboard=menu.languages(talk.library), language=talk.language))
    talk.ask("language")


def _place(talk: Talk, arguments: str) -> None:
    """A town after the command is where the person is; alone it asks."""
    if arguments and whereabouts.place(talk, arguments):
        whereabouts.place_set(talk)
        return
    talk.add(whereabouts.country_question(talk))
    talk.ask("country")


def _person(talk: Talk, arguments: str) -> None:
    people.wanted(talk)


def _privacy(talk: Talk, arguments: str) -> None:
    operator = talk.library.operator
    hidden = (("button-hidden-word", "hidden:ask"),) if talk.library.staffed else ()
    withdraw = (("button-withdraw", "withdraw"),) if talk.person.referral is not None and not talk.person.guarded else ()
    buttons = (("button-forget", "forget:ask"), ("button-person", "person"), *hidden, *withdraw)
    talk.say("privacy", *buttons, operator=operator.name)
    copy = () if talk.person.guarded else (Button(talk.words("button-copy"), "copy:ask"),)
    ways = (*copy, Button(talk.words("button-correct"), "correct:"))
    talk.add(Reply(keeping.until(talk.library, talk.language, talk.now), ways, language=talk.language))
    if operator.complaint_channel is not None and talk.library.staffed:
        channel = operator.complaint_channel
        talk.say("privacy-complaint", ("button-complain", "complain"), name=channel.name, contact=channel.contact)


def _clear(talk: Talk, arguments: str) -> None:
    presses.clear(talk)


def _forget(talk: Talk, arguments: str) -> None:
    presses.pressed(talk, "forget:ask")


_COMMANDS: dict[str, Callable[[Talk, str], None]] = {
    "start": _start,
    "help": _help,
    "language": _language,
    "place": _place,
    "person": _person,
    "privacy": _privacy,
    "clear": _clear,
    "forget": _forget,
}

__all__ = ["NAMES", "greeting", "obey"]
