"""What is noted of a person, shown to be corrected: place, language, who looks for help. A danger is told of as "it was not about me"."""

from faro.assistant import whereabouts
from faro.assistant.talk import Talk
from faro.library.entries import LANGUAGES


def correct(talk: Talk, about: str) -> None:
    """Show it; or do what the button below it says (`place`, `who`)."""
    if about == "place":
        talk.add(whereabouts.country_question(talk))
        talk.ask("country", whereabouts.CORRECT)
    elif about == "who":
        talk.remember(who=())
        talk.with_menu("correct-who-done")
    else:
        _show(talk)


def _show(talk: Talk) -> None:
    person, say = talk.person, talk.words
    shown = whereabouts.name(talk) and not person.guarded
    noted = [say("kept-place", place=whereabouts.name(talk))] if shown else []
    if person.language in LANGUAGES:
        noted.append(say("kept-language", language=talk.library.say(str(person.language), "language-name")))
    if person.who:
        noted.append(say("copy-who", who=", ".join(say(f"copy-who-{kind}") for kind in person.who)))
    ways = [("correct-place", "correct:place"), ("correct-language", "language:")]
    if person.who:
        ways.append(("correct-who", "correct:who"))
    listed = "\n".join(f"• {line}" for line in noted) or say("correct-nothing")
    talk.say("correct-what", *ways, noted=listed)
