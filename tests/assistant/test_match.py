"""Which topic a message asks about."""

from dataclasses import replace

import pytest

from faro.assistant import match
from faro.assistant.match import Decision
from faro.library import Library, model


def test_a_written_way_of_asking_is_answered(learned: Library) -> None:
    """A line that an editor wrote is answered with its topic, whatever its case, accents and signs."""
    lines = [ask for ask in learned.asks if ask.topic != "none" and len(ask.text.split()) >= 4][::40]
    right = [match.rank(f"¡{ask.text.upper()}!!", learned, ask.language) for ask in lines]
    good = sum(m.decision is Decision.ANSWER and m.topic == ask.topic for m, ask in zip(right, lines, strict=True))
    assert good >= 0.9 * len(lines)


@pytest.mark.parametrize("text", ["", "   ", "😀", "?!"])
def test_nothing_asked_is_nothing_known(text: str, learned: Library) -> None:
    """Without words there is no topic."""
    assert match.rank(text, learned, "es") == match.NOTHING


def test_at_most_three_are_offered_and_none_is_not_a_topic(learned: Library) -> None:
    """What is offered are topics, the best first, three at most."""
    for ask in learned.asks[::60]:
        found = match.rank(ask.text, learned, ask.language)
        assert len(found.candidates) <= 3
        assert "none" not in found.candidates
        assert found.topic is None or found.topic == found.candidates[0]


def test_letters_without_sense_are_not_answered(learned: Library) -> None:
    """What no line is like is an honest "I don't know" or buttons, never an answer."""
    for text in ("xkcd qwzx plmk", "lorem ipsum dolor sit amet", "zzzz"):
        assert match.rank(text, learned, "es").decision is not Decision.ANSWER


@pytest.mark.parametrize("more", ["más", "mas info", "y en guatemala?", "y para mi hermana?"])
def test_a_message_that_leans_on_the_one_before_keeps_its_topic(more: str, learned: Library) -> None:
    """ "And in Guatemala?" asks what was asked before."""
    found = match.rank(more, learned, "es", earlier=["puedo ir a la escuela sin papeles?"], last_topic="education.school")
    assert found.candidates[0] == "education.school"


def test_a_change_of_subject_does_not_lean(learned: Library) -> None:
    """A question of its own is not drawn to the last topic."""
    own = "dónde puedo pedir un abogado gratis para mi audiencia?"
    found = match.rank(own, learned, "es", earlier=["puedo ir a la escuela sin papeles?"], last_topic="education.school")
    assert found.candidates[0] == "rights.lawyer"


def test_courtesy_is_a_greeting_also_after_a_question(learned: Library) -> None:
    """ "Ah ya, ok gracias" ends a question and does not ask it again."""
    found = match.rank("ah ya, ok gracias", learned, "es", earlier=["dónde dan comida?"], last_topic="needs.food_water")
    assert (found.decision, found.topic) == (Decision.ANSWER, "bot.greeting")


def test_a_wish_for_a_person_is_heard(learned: Library) -> None:
    """Asking for a human being is recognised; asking for a bed is not."""
    assert match.wants_person("quiero hablar con una persona de verdad", learned, "es")
    assert not match.wants_person("dónde hay un albergue en Tapachula", learned, "es")


def test_without_learned_arrays_a_written_line_is_still_found(library: Library) -> None:
    """The fallback compares strings and answers what is almost the line itself."""
    ask = next(ask for ask in library.asks if ask.topic == "education.school" and len(ask.text.split()) >= 5)
    assert match.rank(ask.text, replace(library, learned=None), ask.language).topic == "education.school"


def test_probabilities_mean_what_they_say(learned: Library) -> None:
    """A probability stands between none and one, and the candidates are in its order."""
    assert learned.learned is not None
    found = learned.learned.topics("necesito un lugar para dormir con mis hijos")
    shares = [candidate.probability for candidate in found]
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= share <= 1 for share in shares)


def test_unchanged_content_is_not_learned_again(learned: Library, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The arrays are found by the hash of the content; a changed line has another hash."""
    changed = replace(learned, asks=learned.asks[:-1])
    assert model.content_hash(learned) == model.content_hash(replace(learned, learned=None))
    assert model.content_hash(learned) != model.content_hash(changed)


def test_damaged_arrays_are_a_clear_error(learned: Library, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Arrays that cannot be read say so, with what to do, instead of answering wrongly."""
    folder = tmp_path_factory.mktemp("damaged")
    place = folder / model.content_hash(learned)
    place.mkdir()
    (place / "meta.json").write_text("{}", "utf-8")
    with pytest.raises(model.LearnedError, match="build"):
        model.load(learned, folder)
