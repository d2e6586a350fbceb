"""Places named in a text: countries and towns with typos in six languages, and what is no place at all."""

import time

import pytest

from faro.assistant import places
from faro.assistant.person import Where
from faro.library import Library

NAMED = [
    ("busco albergue en tapachla", "MX", "Tapachula"),
    ("estoy en sdad juares", "MX", "Ciudad Juárez"),
    ("aqui en pdras negras hay comida?", "MX", "Piedras Negras"),
    ("llegue a tecun uman con mi hermana", "GT", "Tecún Umán"),
    ("we are in Lajas Blancas", "PA", "Lajas Blancas"),
    ("bajo chikito", "PA", "Bajo Chiquito"),
    ("saltiyo", "MX", "Saltillo"),
    ("je suis à Necocli", "CO", "Necoclí"),
    ("cheguei em danli agora", "HN", "Danlí"),
    ("mwen nan tapachoula", "MX", "Tapachula"),
    ("mwen nan Pòtoprens", "HT", "Port-au-Prince"),
    ("وين بنام بتاباتشولا", "MX", "Tapachula"),
    ("انا في هيوستن", "US", "Houston"),
    ("estoy en frontera comalapa", "MX", "Frontera Comalapa"),
    ("nogales sonora", "MX", "Nogales"),
    ("nogales arizona", "US", "Nogales"),
    ("escuela en costa rica", "CR", None),
    ("m ap chache lekòl nan Meksik", "MX", None),
    ("كيف اطلب لجوء بكوستاريكا", "CR", None),
]


@pytest.mark.parametrize("text", ["un sr nos yeva mañana", "el señor nos yeva"])
def test_a_word_written_by_ear_is_no_town(text: str, library: Library) -> None:
    """`yeva` is `lleva`, and not Llera: whoever tells of a danger by ear must not be answered for another country."""
    assert places.named(text, library).country is None


@pytest.mark.parametrize(("text", "country", "town"), NAMED)
def test_a_place_is_found_as_people_write_it(text: str, country: str, town: str | None, library: Library) -> None:
    """Typos, missing accents, other spellings and other letters do not hide a place of the route."""
    named = places.named(text, library)
    assert (named.country, named.town) == (country, town)


@pytest.mark.parametrize(
    "text",
    [
        "", "???", "queremos llegar al norte", "cuanto falta pa la linea", "estoy en el paso de la frontera", "perdi la esperanza",
        "mi caso esta en progreso", "quiero vivir en paz", "con la reforma nueva que pasa", "gracias a dios", "soy hondureño",
        "hay agua caliente para bañarse", "mi amiga victoria no contesta", "tengo hambre", "at the big church next to the bridge",
        "aidez-moi", "m ap chache yon travay", "انا قدام الجامع وين بنام", "robot vacuum reviews", "merci beaucoup",
    ],
)  # fmt: skip
def test_plain_words_are_no_places(text: str, library: Library) -> None:
    """Directions, hopes, names of people and of peoples are not taken for towns."""
    assert places.named(text, library) == places.NOWHERE


@pytest.mark.parametrize(
    ("text", "country", "town"),
    [
        ("soy de honduras y estoy en tapachula", "MX", "Tapachula"),
        ("estoy en esquipulas y voy a tapachula", "GT", "Esquipulas"),
        ("consulado de honduras en tapachula", "MX", "Tapachula"),
        ("mi hijo se quedó en villahermosa y yo estoy en reynosa", "MX", "Reynosa"),
        ("I'm from San Pedro Sula, now in McAllen", "US", "McAllen"),
        ("soy de tegucigalpa", None, None),
    ],
)
def test_where_the_person_is_outweighs_other_names(text: str, country: str | None, town: str | None, library: Library) -> None:
    """Where somebody comes from or goes to is not where help is wanted."""
    named = places.named(text, library)
    assert (named.country, named.town) == (country, town)


def test_a_goal_or_somebody_else_s_place_says_so(library: Library) -> None:
    """A place where only somebody else is, or where the person goes, is marked as elsewhere."""
    assert places.named("mi papá vive en Houston", library).elsewhere
    assert places.named("voy a tijuana", library).elsewhere
    assert not places.named("estoy en tijuana", library).elsewhere


class TestTownOfSeveralCountries:
    """A town name that exists in several countries."""

    @pytest.mark.parametrize("text", ["me quede en san jose", "laredo, donde hay comida", "escuela en san miguel"])
    def test_stays_undecided(self, text: str, library: Library) -> None:
        """Nothing says which: the name is kept, the country is not guessed."""
        named = places.named(text, library)
        assert named.country is None
        assert named.town
        assert len(named.undecided) > 1

    def test_is_decided_by_the_text(self, library: Library) -> None:
        """A country or state beside it says which."""
        assert places.named("san jose costa rica", library).country == "CR"
        assert places.named("agua caliente del lado de honduras, albergue?", library).country == "HN"

    def test_is_decided_by_where_the_person_is(self, library: Library) -> None:
        """The country where the person is has one of some size."""
        assert places.named("llegue a san jose", library, Where("CR")).country == "CR"
        assert places.named("laredo", library, Where("MX")).country == "MX"


def test_a_shared_position_is_the_nearest_town(library: Library) -> None:
    """Near a town it is the town; in the country between only the country; far at sea it is nowhere."""
    assert places.at(14.91, -92.26, library) == places.Named("MX", "Tapachula")
    assert places.at(0.0, -120.0, library) == places.NOWHERE


def test_named_is_quick(library: Library) -> None:
    """It is called on every text: less than a millisecond, also in long texts without any place."""
    texts = [text for text, _, _ in NAMED] + ["xqzwv kjhgf " * 150]
    for text in texts:
        places.named(text, library)
    begun = time.perf_counter()
    for _ in range(20):
        for text in texts[:-1]:
            places.named(text, library)
    assert (time.perf_counter() - begun) / 20 / (len(texts) - 1) < 0.001
    begun = time.perf_counter()
    places.named(texts[-1], library)
    assert time.perf_counter() - begun < 0.02
