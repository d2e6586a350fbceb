"""What a button does: its payload is `<what>[:<about>]`. Buttons of old messages work too; an unknown one shows the menu."""

from collections.abc import Callable

from faro.assistant import (
    answers,
    correcting,
    danger,
    giving,
    hidden_word,
    keeping,
    menu,
    nearby,
    people,
    quiet,
    services,
    whereabouts,
    wishes,
)
from faro.assistant.events import (
    AnswerJudged,
    ChatCleared,
    CopyWanted,
    DangerConfirmed,
    DangerDenied,
    Forgotten,
    LanguageChanged,
    MayWriteChosen,
    ReferralOpened,
    Withdrawn,
)
from faro.assistant.person import MayWrite, Where
from faro.assistant.reply import Reply
from faro.assistant.risk import Risk
from faro.assistant.talk import Talk
from faro.library.entries import COUNTRIES, LANGUAGES
from faro.library.text import fold


def pressed(talk: Talk, payload: str) -> None:
    """Do what the button says."""
    what, _, about = payload.partition(":")
    does = _PRESSES.get(what, _menu)
    does(talk, about)


def is_no(talk: Talk) -> bool:
    """Whether the text is a plain no in the person's language (typed twin of the button)."""
    return fold(talk.message.text) in {fold(word) for word in talk.words("words-for-no").split(",")}


def is_yes(talk: Talk) -> bool:
    """Whether the text is a plain yes in the person's language."""
    return fold(talk.message.text) in {fold(word) for word in talk.words("words-for-yes").split(",")}


def is_yes_anywhere(talk: Talk) -> bool:
    """Whether it is a plain yes in the person's language, or the yes that the question names in any other."""
    named = {fold(talk.library.say(language, "words-for-yes").split(",")[0]) for language in LANGUAGES}
    return is_yes(talk) or fold(talk.message.text) in named


def _menu(talk: Talk, about: str) -> None:
    chosen = _CHOICES.get(about)
    if chosen is None:
        talk.with_menu("help")
    else:
        chosen(talk, "")


def _rights(talk: Talk, about: str) -> None:
    giving.give(talk, "rights.overview")


def _shelter(talk: Talk, about: str) -> None:
    services.asked(talk)


def _family(talk: Talk, about: str) -> None:
    giving.give(talk, "family.find_relative")


def _in_danger(talk: Talk, about: str) -> None:
    """Pressed "I am in danger": believed at once; whether it is now decides how soon."""
    risk = Risk("immediate_danger", "high", "refer", 1.0)
    talk.tell(ReferralOpened("immediate_danger", "high", "refer", talk.language, talk.person.where, 1.0, ("menu",)))
    danger.warn(talk, risk)
    if talk.person.where.country is None and not talk.person.outside:
        talk.add(danger.where_question(talk.library, talk.language))
        talk.ask("country", "danger")
    else:
        talk.say("danger-what", ("ask-danger-yes", "risk:now"), ("danger-not-now", "risk:later"))


def _language(talk: Talk, about: str) -> None:
    if about not in LANGUAGES:
        talk.add(Reply(talk.words("ask-language"), keyboard=menu.languages(talk.library), language=talk.language))
        talk.ask("language")
        return
    talk.language = about
    talk.remember(language=about, language_chosen=True)
    talk.ask(None)
    talk.tell(LanguageChanged(about, chosen=True))
    talk.with_menu("language-set")


def _country(talk: Talk, about: str) -> None:
    if about in COUNTRIES:
        talk.remember(where=Where(country=about), outside=False, country_asked=True)
        whereabouts.place_set(talk)
        return
    talk.remember(country_asked=True)
    talk.ask("country", *talk.person.asked_about[:1])
    talk.with_menu("country-other-asked")


def _topic(talk: Talk, about: str) -> None:
    if about in talk.library.topics:
        giving.give(talk, about)
    else:
        _menu(talk, "")


def _source(talk: Talk, about: str) -> None:
    if about not in talk.library.topics:
        _menu(talk, "")
        return
    text = answers.source(talk.library, about, talk.language, talk.person.where.country, talk.today)
    talk.add(Reply(text, (answers.person_button(talk.library, talk.language),), language=talk.language))


def _wrong(talk: Talk, about: str) -> None:
    """Not what was asked: counted, and the nearest other topics or a person."""
    if about in talk.library.topics:
        talk.tell(AnswerJudged(about, useful=False))
    talk.remember(topic=None)
    others = [topic for topic in talk.person.asked_about if topic in talk.library.topics and topic != about]
    giving.offer(talk, others[:3], "wrong-others" if others else "wrong-none")


def _risk(talk: Talk, about: str) -> None:
    """The answer to the gentle question, or "it was not about me". A no lowers nothing (promise 9)."""
    about, _, graded = about.partition(":")
    if about in ("yes", "now"):
        _danger_confirmed(talk, graded, "critical" if about == "now" else None)
        return
    if about not in ("later", "no", "notme"):
        _menu(talk, "")
        return
    talk.ask(None)
    if about == "later":
        talk.say("danger-later", ("button-person", "person"))
        return
    talk.tell(DangerDenied(about))
    talk.with_menu("danger-denied")


def _danger_confirmed(talk: Talk, asked: str, severity: str | None) -> None:
    """A yes to the gentle question: the danger that the button or the open question carries, else the one that staff know of."""
    category, graded = _doubt(talk, asked)
    graded = severity or graded
    talk.ask(None)
    talk.tell(DangerConfirmed())
    talk.tell(ReferralOpened(category, graded, "refer", talk.language, talk.person.where, 1.0, ("yes",)))
    risk = Risk(category, graded, "refer", 1.0)
    danger.warn(talk, risk)
    whereabouts.ask_what_is_missing(talk)


def _doubt(talk: Talk, asked: str) -> tuple[str, str]:
    """Category and severity of what was asked about: only kinds and grades that there are. A yes to anything else is a danger all the same."""
    open_question = talk.person.asked_about if talk.person.asked == "risk" else ()
    for category, graded in (asked.partition(":")[::2], open_question if len(open_question) == 2 else ("", "")):
        if category in talk.library.protocols and graded in GRADES:
            return category, graded
    referral = talk.person.referral
    if referral is not None and referral.category not in ("person", "system"):
        return referral.category, referral.severity
    return "immediate_danger", "high"


GRADES = ("medium", "high", "critical")


def _write(talk: Talk, about: str) -> None:
    """May staff's words appear on this phone?"""
    try:
        choice = MayWrite(about)
    except ValueError:
        choice = MayWrite.NOT_NOW
    if choice is MayWrite.NOT_NOW:
        quiet.obey(talk)
        return
    talk.remember(may_write=choice)
    talk.ask(None)
    talk.tell(MayWriteChosen(choice))
    talk.with_menu(f"may-write-said-{choice.replace('_', '-')}")


def clear(talk: Talk, about: str = "") -> None:
    """Both sides' messages go; a line stays that tells nothing."""
    talk.tell(ChatCleared())
    talk.add(Reply(talk.words("cleared"), hide_keyboard=True, neutral=True, language=talk.language))


def _forget(talk: Talk, about: str) -> None:
    """First what is kept is shown; then, on yes, it goes."""
    if about == "yes":
        talk.ask(None)
        talk.tell(Forgotten())
        talk.add(Reply(talk.words("forgotten"), hide_keyboard=True, neutral=True, language=talk.language))
        return
    if about == "no":
        talk.ask(None)
        talk.with_menu("forget-kept")
        return
    kept = [talk.words("kept-texts", days=keeping.WORDS.days), talk.words("kept-language", language=talk.words("language-name"))]
    if talk.person.guarded:
        # Whoever holds the phone reads what everybody may read: neither where she is, nor that somebody is at it.
        kept += [talk.words(key) for key in ("kept-place-any", *(("kept-talk-any",) if talk.library.staffed else ()))]
    else:
        kept += [talk.words("kept-place", place=whereabouts.name(talk))] if whereabouts.name(talk) else []
        kept += [talk.words("kept-talk")] if talk.person.referral is not None and talk.library.staffed else []
    listed = "\n".join(f"• {line}" for line in kept)
    talk.ask("forget")
    copy = () if talk.person.guarded else (("button-copy", "copy:ask"),)
    talk.say("forget-ask", ("forget-yes", "forget:yes"), ("forget-no", "forget:no"), *copy, kept=listed)


def _copy(talk: Talk, about: str) -> None:
    """A copy of what is kept: asked first, because somebody else may read it; never while the phone may be in other hands."""
    if talk.person.guarded:
        _menu(talk, "")
    elif about == "yes":
        talk.ask(None)
        talk.tell(CopyWanted(talk.language))
        talk.with_menu("copy-comes")
    elif about == "no":
        talk.ask(None)
        talk.with_menu("copy-not")
    else:
        talk.ask("copy")
        talk.say("copy-ask", ("copy-yes", "copy:yes"), ("copy-no", "copy:no"))


def _withdraw(talk: Talk, about: str) -> None:
    """Told to staff; nobody is announced as reading until the person asks for it, or a danger does."""
    talk.remember(withdrew=True)
    talk.tell(Withdrawn())
    talk.with_menu("withdrawn")


_CHOICES: dict[str, Callable[[Talk, str], None]] = {
    "rights": _rights,
    "shelter": _shelter,
    "danger": _in_danger,
    "family": _family,
    "person": lambda talk, about: people.wanted(talk),
    "language": _language,
}

_PRESSES: dict[str, Callable[[Talk, str], None]] = {
    "menu": _menu,
    "person": lambda talk, about: people.wanted(talk),
    "language": _language,
    "country": _country,
    "topic": _topic,
    "source": _source,
    "wrong": _wrong,
    "risk": _risk,
    "write": _write,
    "hush": lambda talk, about: quiet.hush(talk),
    "clear": clear,
    "hidden": lambda talk, about: hidden_word.ask(talk),
    "forget": _forget,
    "copy": _copy,
    "withdraw": _withdraw,
    "near": lambda talk, about: nearby.pressed(talk, about),
    "other": wishes.other_person,
    "complain": wishes.complain,
    "share": wishes.share,
    "correct": correcting.correct,
    "safe": wishes.safe,
    "shelter": lambda talk, about: services.pressed(talk, about),
}
