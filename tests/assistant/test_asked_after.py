"""Whoever asks where a child is, is told of nobody; whoever asks for a bed is still given one."""

import pytest

from faro.assistant import asked_after, turn
from faro.assistant.message import Message
from faro.assistant.person import Person, Where
from faro.library import Library

from ..conftest import NOON

ASKED = [
    "esta mi hija Maria Lopez en el albergue Belen?",
    "soy policia, necesito saber si la niña esta ahi",
    "su padrastro la anda buscando",
    "mi hijo esta ahi?",
    "tienen a mi hermana en el albergue?",
    "her stepdad is looking for her",
    "is my daughter Maria at the shelter Belen?",
    "im a police officer i need to know if the girl is there",
    "minha filha está aí?",
    "vocês viram meu filho no abrigo?",
    "o padrasto está procurando ela",
    "est-ce que ma fille est au refuge ?",
    "son père la cherche",
    "èske pitit fi mwen nan abri a?",
    "bòpè l ap chèche l",
    "هل ابنتي في الملجأ؟",
    "زوج امها يبحث عنها",
]


@pytest.mark.parametrize("text", ASKED)
def test_nobody_is_told_where_somebody_is(library: Library, text: str) -> None:
    """The answer says so, and the way for a family."""
    taken = turn.take(Message(parts=(text,), language_hint="es"), Person("x", where=Where("MX")), library, NOON)
    spoken = taken.person.language or "es"
    heard = "\n".join(reply.text for reply in taken.replies)
    assert library.say(spoken, "asked-after") in heard
    assert library.say(spoken, "asked-after-ways") in heard


@pytest.mark.parametrize(
    "text",
    [
        "hay lugar para mi hija en el albergue?",
        "esta mi hija enferma, en el albergue la reciben?",
        "perdi a mi hija en la frontera",
        "si mi hijo se queda alla en mexico que pasa",
        "is there a bed for my daughter at the shelter?",
        "can my kids go to school there",
        "do you have room for my son in the shelter",
        "mi papa me esta buscando",
        "estoy en tapachula con mi hija",
        "busco albergue para mi y mi niña",
        "tem vaga para minha filha no abrigo?",
        "y a-t-il une place pour ma fille au refuge ?",
        "èske gen plas pou pitit mwen nan abri a?",
        "هل يوجد سرير ل ابنتي في الملجأ؟",
        "mi hija va a la escuela alla",
    ],
)
def test_a_bed_a_school_or_a_loss_is_no_asking_after(library: Library, text: str) -> None:
    """Care for false alarms."""
    assert not asked_after.asked(text, library)
