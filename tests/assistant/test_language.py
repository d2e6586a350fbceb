"""Which language a message is in, without learned arrays unless a test says so."""

import pytest

from faro.assistant import language
from faro.library import Library

LONG = {
    "es": "me robaron los papeles en el camino y no sé a quién preguntar",
    "en": "somebody told me there is a house where families can stay tonight",
    "pt": "minha irmã quer estudar mas não tem nenhum documento daqui",
    "fr": "je voudrais savoir si quelqu'un peut nous aider pour les papiers",
    "ht": "mwen bezwen konnen ki kote timoun yo ka ale lekol nan peyi sa a",
    "ar": "أريد أن أعرف أين يمكن للعائلة أن تنام الليلة",
}


@pytest.mark.parametrize("wanted", LONG)
def test_a_whole_sentence_is_recognised_without_help(wanted: str, library: Library) -> None:
    """A sentence of ours needs neither a hint nor learned arrays."""
    assert language.detect(LONG[wanted], library).language == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("我想打电话给家里", "zh"), ("где можно спать", "ru"), ("де можна їсти", "uk"), ("আমি কোথায় যাব", "bn"),
        ("मेरो छोरा कहाँ छ", "ne"), ("मेरा बेटा कहाँ है", "hi"), ("ናይ ሓወይ ስም ኣሎ", "ti"), ("እኔ የት ነው", "am"),
        ("집에 가고 싶어요", "ko"), ("زه چېرته ځم", "ps"), ("خانه ما کجا است و چه کار کنم", "fa"),
    ],
)  # fmt: skip
def test_the_script_decides_alone(text: str, wanted: str, library: Library) -> None:
    """Letters that only one or two languages use settle it, for certain."""
    guess = language.detect(text, library)
    assert (guess.language, guess.certain) == (wanted, True)


@pytest.mark.parametrize("text", ["", "😭😭😭", "12345", "...", "👍"])
def test_no_letters_is_no_language(text: str, library: Library) -> None:
    """Pictures and digits are in no language, and nothing is switched by them."""
    assert language.detect(text, library) == language.UNKNOWN


@pytest.mark.parametrize("hint", ["es", "en", "pt", "fr"])
def test_a_hint_decides_one_word(hint: str, library: Library) -> None:
    """`visa` is a word of many languages: what Telegram reports tips it."""
    assert language.detect("visa", library, hint=hint).language == hint


def test_a_wrong_hint_is_nothing_against_a_sentence(library: Library) -> None:
    """From four words on the prior weighs nothing."""
    plain = language.detect(LONG["pt"], library)
    assert language.detect(LONG["pt"], library, hint="es", before="fr") == plain


def test_the_same_text_always_gives_the_same_guess(library: Library) -> None:
    """langdetect is guided and seeded: no vote depends on chance."""
    assert len({language.detect("ola tudo bem amigo", library) for _ in range(20)}) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("ri ak'alab' ri e k'o pa ri tinamit rech kakaj kuya' rutzij", "quc"), ("çocuğum hasta ve doktor bulamıyorum", "tr")],
)
def test_a_language_without_content_is_noticed(text: str, wanted: str, learned: Library) -> None:
    """Most words are strange to us and the letters are those of another language: it is named, not taken for one of ours."""
    assert language.detect(text, learned).language == wanted


def test_written_ways_of_asking_are_not_taken_for_other_languages(learned: Library) -> None:
    """At most one in a hundred lines of ours is taken for a language without content."""
    lines = learned.asks[::25]
    foreign = [
        ask.text for ask in lines if language.detect(ask.text, learned).language not in ("es", "en", "pt", "fr", "ht", "ar")
    ]
    assert len(foreign) <= max(1, len(lines) // 100), foreign
