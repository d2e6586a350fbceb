"""Danger: phrases, what surrounds them, context, alarms; and that whatever fails, fails toward a human."""

import time
from dataclasses import replace

import pytest

from faro.assistant import risk
from faro.library import Library, lines
from faro.library.lines import Phrase
from faro.library.phrases import Dangers, Sign, Signs


@pytest.fixture
def rules(library: Library) -> Library:
    """A library whose only phrases and signs are these."""
    found = replace(
        library,
        learned=None,
        phrases=(
            Phrase("me quiero morir", "es", "self_harm", "high"),
            Phrase("the boat is sinking", "en", "immediate_danger", "critical"),
            Phrase("me pega todos los dias", "es", "physical_abuse", "high"),
        ),
        signs=Signs(
            (
                Sign("tail", "de la risa"), Sign("negation", "nadie"), Sign("negation", "not"), Sign("about", "que significa"),
                Sign("family", "mi tio"), Sign("little", "bebe"),
            ),
            ("police", "sos", "polis"),
        ),
    )  # fmt: skip
    found.__dict__["dangers"] = Dangers(found.phrases, found.signs, found.abbreviations, frozenset({"quieto"}))
    return found


@pytest.mark.parametrize(
    "text", ["ya me quiero morir", "ME QUIERO MORIRRR", "me quiro morir", "hola. me quiero morir. donde como?"]
)
def test_a_phrase_is_found_however_it_is_typed(text: str, rules: Library) -> None:
    """Case, signs, drawn-out letters and one slip a word do not hide a phrase; it is referred at once with its words as evidence."""
    found = risk.assess([text], rules)
    assert found is not None
    assert (found.category, found.severity, found.action) == ("self_harm", "high", "refer")
    assert "me quiero morir" in found.evidence[0]


@pytest.mark.parametrize("text", ["me quiero morir de la risa", "que significa me quiero morir"])
def test_an_idiom_or_a_question_lowers_to_asking_never_to_nothing(text: str, rules: Library) -> None:
    """What surrounds a phrase can turn a referral into one gentle question, and staff see it all the same."""
    found = risk.assess([text], rules)
    assert found is not None
    assert found.action == "ask"


def test_a_denied_critical_danger_is_still_asked_about(rules: Library) -> None:
    """ "The boat is not sinking" and "not sure, the boat is sinking" look alike to a machine: a critical one is never dropped."""
    found = risk.assess(["not sure but the boat is sinking"], rules)
    assert found is not None
    assert (found.severity, found.action) == ("critical", "refer")
    guarded = risk.assess(["not the boat is sinking"], rules)
    assert guarded is not None
    assert guarded.action == "ask"


def test_a_harmless_text_is_nothing(rules: Library) -> None:
    """An ordinary question is no danger."""
    assert risk.assess(["dónde hay comida?"], rules) is None
    assert not risk.urgent("dónde hay comida?", rules)


def test_who_does_the_harm_is_read_from_the_text(rules: Library) -> None:
    """The doer decides which contacts are shown: police are never the only one where an official may be the doer."""
    found = risk.assess(["mi tio me pega todos los dias"], rules)
    assert found is not None
    assert found.harm_by == "family"


def test_a_baby_is_one_step_up(rules: Library) -> None:
    """Under twelve, or a baby: one step graver."""
    found = risk.assess(["me pega todos los dias y tengo un bebe"], rules)
    assert found is not None
    assert found.severity == "critical"


def test_the_gravest_of_several_counts(rules: Library) -> None:
    """A burst with two dangers is the graver one."""
    found = risk.assess(["me quiero morir", "the boat is sinking"], rules)
    assert found is not None
    assert found.severity == "critical"


def test_padding_hides_no_danger(rules: Library) -> None:
    """Thousands of characters before and after a phrase do not hide it."""
    assert risk.assess(["bla " * 500 + "me quiero morir " + "bla " * 500], rules) is not None


def test_a_learned_danger_does_not_drown_in_a_long_text(learned: Library) -> None:
    """A disclosure in the middle of an ordinary long text is found in a window."""
    example = next(e for e in learned.examples if e.category == "trafficking" and e.severity == "critical" and len(e.text) < 90)
    question = "buenas quisiera saber si hay alguna escuela cerca donde pueda inscribir a mis hijos este mes. "
    assert risk.assess([question * 8 + example.text + ". " + question * 8], learned) is not None


def test_written_disclosures_are_noticed_and_questions_are_not(learned: Library) -> None:
    """What was learned fires on its own examples, and hardly ever on questions far from danger."""
    told = [e for e in learned.examples if e.category is not None][::15]
    noticed = [risk.assess([e.text], learned) is not None for e in told]
    assert sum(noticed) >= 0.75 * len(noticed)
    asked = [ask for ask in learned.asks if ask.topic in ("education.school", "rights.lawyer", "bot.greeting")][::15]
    flagged = [ask.text for ask in asked if risk.assess([ask.text], learned) is not None]
    assert len(flagged) <= 0.08 * len(asked), flagged


def test_a_danger_in_pieces_is_noticed_with_the_earlier_texts(learned: Library) -> None:
    """No single message tells it; together they do."""
    told = next(e for e in learned.examples if len(e.parts) >= 3 and e.category == "trafficking" and e.language == "es")
    assert risk.assess([told.parts[-1]], learned, earlier=told.parts[:-1]) is not None


def test_a_later_denial_lowers_nothing(rules: Library) -> None:
    """ "It was a joke" after a danger leaves the danger for staff to see."""
    found = risk.assess(["era broma"], rules, earlier=["me quiero morir"])
    assert found is not None
    assert found.action == "refer"


def test_in_a_conversation_an_old_danger_is_not_told_twice(rules: Library) -> None:
    """With `fresh` only what a new message adds counts: the earlier danger was noticed when it was written."""
    assert risk.assess(["dónde hay comida?"], rules, earlier=["me quiero morir"], fresh=True) is None


@pytest.mark.parametrize(
    "text",
    ["SOS", "S.O.S", "\U0001f198\U0001f198", "sos!", "\U0001f631\U0001f631\U0001f631", "POLICE", "police!!", "911"],
)
def test_signs_of_alarm_are_asked_about(text: str, library: Library) -> None:
    """SOS, screaming faces alone, the word for police in capitals, the emergency number alone: one gentle question, and staff see it."""
    found = risk.assess([text], library)
    assert found is not None
    assert found.action == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "polis lütfen gelin çok korkuyorum", "помогите", "救命", "কে আছেন বাঁচাও", "nisaidie polisi tafadhali", "cứu tôi với công an",
        "SOS 55 1234 5678", "SOS 911", "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd \ufffd\ufffd",
    ],
)  # fmt: skip
def test_an_alarm_that_could_not_be_asked_about_is_referred(text: str, library: Library) -> None:
    """A language without content with a word for police or help, SOS with a number, an unreadable text: a person looks at once."""
    found = risk.assess([text], library)
    assert found is not None
    assert found.action == "refer"


@pytest.mark.parametrize(
    "text",
    [
        "vos sos de honduras?",
        "is the police allowed to ask for my papers",
        "donde esta la policia",
        "que frio \U0001f631",
        "help me with school",
    ],
)
def test_alarm_words_in_our_languages_are_read_not_feared(text: str, rules: Library) -> None:
    """In a language that we read, the word police alone is a question like any other."""
    assert risk.assess([text], rules) is None


def test_no_rules_is_an_error_not_silence(library: Library) -> None:
    """With an empty set of phrases nothing can be called harmless: it raises, and the turn makes a referral of it."""
    with pytest.raises(risk.NoRules):
        risk.assess(["hola"], replace(library, phrases=()))


@pytest.mark.parametrize("texts", [[], [""], ["  ", "\n"]])
def test_nothing_written_is_no_danger(texts: list[str], rules: Library) -> None:
    """Empty texts are nothing."""
    assert risk.assess(texts, rules) is None


def test_every_phrase_of_the_content_finds_itself(library: Library) -> None:
    """No written phrase is lost by folding, expanding or the guards."""
    spelled = [text for phrase in library.phrases for text in lines.spelled(phrase.text)]
    assert [text for text in spelled if not library.dangers.found(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "me siguen unos hombres", "nos viene siguiendo un carro desde la terminal", "el señor dice q le debo y no puedo irme hasta pagar",
        "tengo 13 y estoy sola", "si regreso a mi pais me matan", "mi padrastro me toca", "se esta metiendo agua en la lancha",
        "some men are following me", "my boss took my passport and i cant leave", "i dont want to live anymore",
        "dois homens estão me seguindo", "ele está me ameaçando postar minhas fotos", "não temos onde dormir hoje com meus filhos",
        "deux hommes me suivent", "il menace de publier mes photos", "j'ai 14 ans et je suis seule",
        "de nèg ap swiv mwen", "dlo ap antre nan bato a", "y ap depòte m demen",
        "في رجال عم يلحقوني", "بيهددني ينشر صوري", "عمري 14 ولحالي",
    ],
)  # fmt: skip
def test_plain_sentences_are_caught_without_anything_learned(text: str, library: Library) -> None:
    """What a child says in the plainest words is noticed by phrases alone, in every language."""
    assert library.learned is None
    assert risk.assess([text], library) is not None


@pytest.mark.parametrize(
    "text",
    [
        "tengo 14", "tengo 14 años", "soy de honduras", "me llamo ana y tengo 12", "hola tengo 15 y quiero estudiar", "i'm 15",
        "j'ai 14 ans", "tenho 13 anos", "m gen 14 an", "عمري 14", "viajo con mi mama", "me siguen doliendo los pies",
        "primeros auxilios", "mi tia me sigue escribiendo", "no quiero vivir en el albergue", "estoy bien", "necesito ayuda con la escuela",
    ],
)  # fmt: skip
def test_plain_first_sentences_raise_no_doubt(text: str, library: Library) -> None:
    """Age, name, country and ordinary wishes are no danger."""
    assert risk.assess([text], library) is None


def test_plain_facts_raise_no_doubt_whatever_was_learned(learned: Library) -> None:
    """An age, how many children, a greeting: alone and after one another they frighten nobody. What is said next counts with them."""
    assert len(learned.plain) > 100
    told = [line.replace("0", "14") for line in sorted(learned.plain)]
    assert [text for text in told if risk.assess([text], learned, earlier=["hola", "tengo 15"]) is not None] == []
    assert risk.assess(["y ya no quiero seguir viviendo"], learned, earlier=["tengo 14"]) is not None


def test_an_idiom_of_the_networks_is_only_asked_about(library: Library) -> None:
    """ "Some men follow me on Instagram" is no chase."""
    found = risk.assess(["me siguen unos hombres en instagram"], library)
    assert found is None or found.action == "ask"


def test_a_line_of_phrases_stands_for_each_of_its_choices() -> None:
    """Choices in brackets, also empty ones; a bracket that is not closed is a mistake."""
    assert lines.groups("(a|b) c") == [(("a", "b"), ("c",))]
    assert sorted(lines.spelled("x (a|)")) == ["x", "x a"]
    assert lines.groups("(a|b c") == []


@pytest.mark.parametrize("piece", ["me quiero ", "a", "\u0301", "no nadie ", "aaaaab ", "🆘 "])
def test_a_hostile_text_stays_cheap(piece: str, rules: Library) -> None:
    """4,096 characters of any kind are read in well under a second."""
    text = (piece * 4096)[:4096]
    begun = time.perf_counter()
    risk.urgent(text, rules)
    assert time.perf_counter() - begun < 0.25
    risk.assess([text], rules)
    assert time.perf_counter() - begun < 1.0


def test_urgent_is_the_fast_half(library: Library) -> None:
    """The priority at receipt costs well under a millisecond."""
    library.dangers.found("warm")
    begun = time.perf_counter()
    for _ in range(100):
        risk.urgent("me kitaron el pasaporte y no me dejan salir de la casa", library)
    assert (time.perf_counter() - begun) / 100 < 0.001


@pytest.mark.parametrize(
    "piece", ["me nos siguen ", "he they my ", "m yo li ", "a", "no nadie ", "aaaaab ", "(((", "\U0001f198 "]
)
def test_a_character_of_a_hostile_text_costs_no_more_than_ten_ordinary_ones(piece: str, library: Library) -> None:
    """4,096 characters cost at most ten times as much a character as an ordinary message of 40."""
    plain, text = "hola donde puedo dormir hoy en tapachula", (piece * 4096)[:4096]
    ordinary = min(_seconds(plain, library) for _ in range(9)) / len(plain)
    hostile = min(_seconds(text, library) for _ in range(3)) / len(text)
    assert hostile <= 10 * ordinary


def _seconds(text: str, library: Library) -> float:
    """Of the processor, so that a loaded machine does not matter."""
    begun = time.process_time()
    risk.urgent(text, library)
    risk.assess([text], library)
    return time.process_time() - begun
