"""A child with an open danger on a phone that others hold: what is said must be true, and must tell nobody else (promise 9)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from faro.assistant import quiet, turn
from faro.assistant.events import ChatCleared, DangerDenied, MayWriteChosen, ReferralOpened
from faro.assistant.message import Kind, Message
from faro.assistant.person import MayWrite, OpenReferral, Person, Where
from faro.assistant.turn import Turn
from faro.library import Library

from ..conftest import NOON

TAPACHULA = Where("MX", "Tapachula")


def child(
    status: str = "open", may_write: MayWrite = MayWrite.UNKNOWN, category: str = "physical_abuse", **more: object
) -> Person:
    """Somebody in danger in Tapachula."""
    return replace(
        Person("Colibrí 27", language="es", where=TAPACHULA, may_write=may_write, warned=(category,)),
        referral=OpenReferral(1, status, category, "high", NOON),
        **more,  # type: ignore[arg-type]
    )


def says(text: str, person: Person, library: Library) -> Turn:
    if text.startswith("/"):
        return turn.take(Message(Kind.COMMAND, command=text[1:], language_hint="es"), person, library, NOON)
    return turn.take(Message(parts=(text,), language_hint="es"), person, library, NOON)


def heard(taken: Turn) -> str:
    return "\n".join(reply.text for reply in taken.replies)


def labels(taken: Turn) -> list[str]:
    return [button.payload for reply in taken.replies for button in reply.buttons]


STOPS = [
    "no me escriban mas",
    "ya no escriban",
    "no me escriban mi papa ve el cel",
    "x favor ya no me escriban",
    "mi papa revisa el cel no me escriban",
    "please don't write",
    "dont text me my dad checks my phone",
    "não me escrevam mais meu pai vê o celular",
    "ne m'écrivez plus mon père regarde mon téléphone",
    "tanpri pa ekri m, papa m ap gade telefòn nan",
    "لا تكتبوا لي، أبي يرى الهاتف",
]


@pytest.mark.parametrize("text", STOPS)
@pytest.mark.parametrize("status", ["open", "claimed"])
def test_dont_write_to_me_in_words_is_not_now(library: Library, text: str, status: str) -> None:
    """As the button: words of staff wait, and the way back is said."""
    taken = says(text, child(status), library)
    assert taken.person.may_write is MayWrite.NOT_NOW
    assert MayWriteChosen(MayWrite.NOT_NOW) in taken.events
    assert labels(taken) == ["write:yes"] or any(isinstance(event, ChatCleared) for event in taken.events)


@pytest.mark.parametrize("text", STOPS)
def test_dont_write_to_me_without_a_case_is_kept_too(library: Library, text: str) -> None:
    """Nothing is said of anybody who would write; a later danger asks anew, and until then nothing is written."""
    taken = says(text, Person("x", language="es", where=TAPACHULA), library)
    assert taken.person.may_write is MayWrite.NOT_NOW
    spoken = taken.person.language or "es"
    assert heard(taken) == library.say(spoken, "hush")
    later = says("mi padrastro me pega", taken.person, library)
    assert later.person.may_write is MayWrite.UNKNOWN
    assert "write:not_now" in labels(later)


@pytest.mark.parametrize(
    "text",
    [
        "mi mama dice que sus amigas ya no le hablan y que no me escriban cosas feas en el face del colegio",
        "my parents dont write to me",
        "he wont stop texting me",
        "no se escribir bien",
        "quiero escribirle a mi mama",
        "li pa ekri m depi lontan",
        "ele não me escreve",
    ],
)
def test_what_others_write_is_no_wish_for_silence(library: Library, text: str) -> None:
    """Care for false alarms."""
    assert not quiet.says(text, library)


def test_a_danger_told_with_dont_write_is_both(library: Library) -> None:
    """The danger is answered as ever, and nobody is asked whether we may write: it was said."""
    taken = says("no me escriban mi papa me pega", Person("x", language="es", where=TAPACHULA), library)
    assert any(isinstance(event, ReferralOpened) for event in taken.events)
    assert taken.person.may_write is MayWrite.NOT_NOW
    assert "write:yes" not in labels(taken)


@pytest.mark.parametrize("may_write", [MayWrite.UNKNOWN, MayWrite.NOT_NOW])
@pytest.mark.parametrize("command", ["/forget", "/privacy"])
def test_until_yes_neither_place_nor_team_nor_copy_is_shown(library: Library, may_write: MayWrite, command: str) -> None:
    """Whoever holds the phone reads what everybody may read."""
    taken = says(command, child("claimed", may_write), library)
    assert "Tapachula" not in heard(taken)
    assert library.say("es", "kept-talk") not in heard(taken)
    assert not {"copy:ask", "withdraw"} & set(labels(taken))
    corrected = turn.take(Message(Kind.BUTTON, payload="correct:"), child("claimed", may_write), library, NOON)
    assert "Tapachula" not in heard(corrected)


def test_after_yes_all_of_it_is_shown(library: Library) -> None:
    """As to everybody."""
    taken = says("/forget", child("claimed", MayWrite.YES), library)
    assert "Tapachula" in heard(taken)
    assert library.say("es", "kept-talk") in heard(taken)
    assert "copy:ask" in labels(taken)


JOKES = ["era broma", "just kidding", "era brincadeira", "je rigole", "se te blag", "كنت امزح"]


@pytest.mark.parametrize("joke", JOKES)
def test_it_was_a_joke_tells_nothing_and_takes_nothing_off_the_list(library: Library, joke: str) -> None:
    """The same words as where nothing was wrong: neither a team nor anything kept is spoken of."""
    taken = says(joke, child(), library)
    assert any(isinstance(event, DangerDenied) for event in taken.events)
    alone = says(joke, Person("x", language="es"), library)
    assert heard(taken) == heard(alone)
    assert "equipo" not in heard(taken)


@pytest.mark.parametrize("no", ["no", "nada"])
def test_a_bare_no_tells_nothing(library: Library, no: str) -> None:
    """A no to nothing, with a danger open."""
    assert heard(says(no, child(), library)) == library.say("es", "taken-back")


@pytest.mark.parametrize("text", ["estas ahi?", "u there?", "tá aí?", "t'es là ?", "ou la?", "في حد؟"])
def test_are_you_there_is_answered_within_the_case(library: Library, text: str) -> None:
    """Here, who reads, the true hour, the number; no introduction of the machine."""
    taken = says(text, child(), library)
    spoken = taken.person.language or "es"
    assert library.say(spoken, "danger-here") in heard(taken)
    assert library.say(spoken, "staff-now") in heard(taken)
    assert "911" in heard(taken)
    night = turn.take(Message(parts=(text,), language_hint="es"), child(), library, NOON - timedelta(hours=10))
    assert "08:00" in heard(night)


def test_are_you_there_tells_nothing_after_not_now(library: Library) -> None:
    """Whoever holds the phone now only hears that it works."""
    assert heard(says("estas ahi?", child(may_write=MayWrite.NOT_NOW), library)) == library.say("es", "ack-neutral")


def test_after_i_dont_want_it_any_more_nobody_is_announced(library: Library) -> None:
    """Until a person is asked for, or a danger told, nobody "answers here now"."""
    taken = turn.take(Message(Kind.BUTTON, payload="withdraw"), child(), library, NOON)
    person = replace(taken.person, referral=child().referral)
    for text in ("el color azul me gusta", "estas ahi?"):
        assert library.say("es", "staff-now") not in heard(says(text, person, library))
    again = says("quiero hablar con una persona", person, library)
    assert not again.person.withdrew


def test_never_silence_while_words_wait(library: Library) -> None:
    """With an owner and "not now": a line that tells nothing, once in some minutes; the same after /forget."""
    for person in (child("claimed", MayWrite.NOT_NOW), child("claimed", MayWrite.NOT_NOW, hidden=True)):
        taken = says("hoy llueve mucho", person, library)
        assert heard(taken) == library.say("es", "ack-neutral")
        second = replace(taken.person, referral=person.referral)
        assert not says("y hace frio", second, library).replies
        later = turn.take(Message(parts=("y hace frio",)), second, library, NOON + timedelta(minutes=6))
        assert heard(later) == library.say("es", "ack-neutral")


def test_with_an_owner_who_may_write_the_machine_says_nothing(library: Library) -> None:
    """The owner answers."""
    assert not says("hoy llueve mucho", child("claimed", MayWrite.YES), library).replies


def test_where_nobody_reads_it_is_said_once_and_then_something_useful(sample_library: Library) -> None:
    """The first words said that nobody reads: each piece told further gets the numbers, then what can be done."""
    person = child()
    first = says("el color azul me gusta", person, sample_library)
    assert "911" in heard(first)
    second = says("tengo un perro verde", replace(first.person, referral=person.referral), sample_library)
    for taken in (first, second):
        assert sample_library.say("es", "staff-nobody") not in heard(taken)
        assert heard(taken)
    assert heard(first) != heard(second)


@pytest.mark.parametrize("text", ["quien lee esto", "es privado lo que escribo"])
def test_no_page_about_privacy_stands_in_an_open_danger(library: Library, text: str) -> None:
    """It belongs to the case: who reads, and when."""
    taken = says(text, child(), library)
    assert not any(getattr(event, "topic", None) == "bot.privacy" for event in taken.events)
    assert "Casa del Puente" in heard(taken) or library.say("es", "staff-now") in heard(taken)


@pytest.mark.parametrize("text", ["me quieren matar, estoy en bogota", "me quieren matar, estoy en ecuador"])
def test_a_country_without_a_number_is_said_to_be_one(library: Library, text: str) -> None:
    """No line "call:" with nothing below it, no number of a neighbour, and the country that was said is not asked for."""
    taken = says(text, Person("x", language="es"), library)
    assert library.say("es", "no-number-here") in heard(taken)
    assert library.say("es", "ask-where") not in heard(taken)
    assert "write:yes" in labels(taken)


def test_another_country_chosen_after_a_danger_is_answered_plainly(library: Library) -> None:
    """ "Another country", then its name: what to do there, and the question whether we may write."""
    person = says("me quieren matar", Person("x", language="es"), library).person
    person = replace(person, referral=OpenReferral(1, "open", "immediate_danger", "critical", NOON))
    pressed = turn.take(Message(Kind.BUTTON, payload="country:-"), person, library, NOON).person
    taken = says("Colombia", pressed, library)
    assert library.say("es", "no-number-here") in heard(taken)
    assert library.say("es", "ask-where") not in heard(taken)
    assert "write:yes" in labels(taken)


def test_without_a_number_nothing_says_call_below(library: Library) -> None:
    """Looking for a bed there: where it is safer to wait, and no "if you are in danger, call:" before nothing."""
    person = says("estoy en Colombia", Person("x", language="es"), library).person
    taken = says("busco donde dormir hoy", person, library)
    assert library.say("es", "services-night-call") not in heard(taken)


def test_where_nobody_reads_nobody_says_i_read(sample_library: Library) -> None:
    """ "I'm reading" does not stand above "there are no people reading here"."""
    taken = says("me quieren matar", Person("x", language="es", where=TAPACHULA), sample_library)
    assert "Te leo" not in heard(taken)
    assert sample_library.say("es", "staff-nobody") in heard(taken)


def test_an_operator_without_staff_promises_nobody(library: Library) -> None:
    """Hours stand in the content, and nobody is registered: no person is said to be reading, on no path."""
    alone = library.with_team(manned=False)
    for text in ("me quieren matar", "Hablar con una persona", "/start"):
        taken = says(text, Person("x", language="es", where=TAPACHULA), alone)
        assert library.say("es", "staff-now") not in heard(taken)
        assert "Ya avis" not in heard(taken)
        assert "leen y contestan" not in heard(taken)


def test_a_clock_that_ran_out_is_not_called_reading_now(library: Library) -> None:
    """Nobody took it in time: that is said, and what to do."""
    person = child()
    assert person.referral is not None
    late = replace(person, referral=replace(person.referral, late=True))
    taken = says("estas ahi?", late, library)
    assert library.say("es", "staff-now") not in heard(taken)
    assert library.say("es", "staff-late") in heard(taken)


@pytest.mark.parametrize("may_write", [MayWrite.UNKNOWN, MayWrite.NOT_NOW])
def test_a_yes_to_forget_is_heard_also_when_somebody_has_the_case(library: Library, may_write: MayWrite) -> None:
    """Nothing of staff's stands on the phone, so that the yes is to the machine's own question."""
    asked = says("/forget", child("claimed", may_write), library)
    taken = says("sí", replace(asked.person, referral=child("claimed").referral), library)
    assert heard(taken) == library.say("es", "forgotten")


def test_a_yes_to_the_owner_is_the_owners(library: Library) -> None:
    """Where staff's words appear, a yes is said to them."""
    taken = says("sí", child("answered", MayWrite.YES, asked="forget"), library)
    assert not taken.replies


def test_where_nobody_is_registered_nobody_asks_whether_we_may_write(library: Library) -> None:
    """The question would promise somebody."""
    taken = says("mi padrastro me pega", Person("x", language="es", where=TAPACHULA), library.with_team(manned=False))
    assert "write:yes" not in labels(taken)
