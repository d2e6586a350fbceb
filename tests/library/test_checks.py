"""Every kind of mistake an editor can make is found, all at once, each with its file and its id."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from faro.library import Library, Problem, open_library
from faro.library.checks import all_problems, phones, readability
from faro.library.library import PROJECT

TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content into which each test writes its own mistake, and takes it out again."""
    root = tmp_path_factory.mktemp("broken")
    shutil.copytree(PROJECT / "locales", root / "locales")
    few = shutil.ignore_patterns("asks")
    shutil.copytree(PROJECT / "content", root / "content", ignore=few)
    for language, writer in (("es", "marisol"), ("en", "grace")):
        # One hand a language: each mistake reads the whole copy anew, and fifty thousand lines would take minutes.
        (root / "content" / "asks" / language).mkdir(parents=True)
        for path in (PROJECT / "content" / "asks" / language).glob(f"*.{writer}.txt"):
            shutil.copy(path, root / "content" / "asks" / language)
    return root


# ruff: noqa: E501
MISTAKES: dict[str, tuple[str, str | None, str, str, str]] = {
    # what: (file, text to replace or None to append, replacement, id in the problem, piece of the problem)
    "yaml that cannot be read": ("content/topics/rights.lawyer.yaml", "id: ", "id: [", "", "cannot be read"),
    "an alias": ("content/contacts/PA.yaml", "contacts:", "x: &a 1\ny: *a\ncontacts:", "", "aliases"),
    "a list that is none": ("content/contacts/CR.yaml", "contacts:", "kontakts:", "", "must hold a list"),
    "an unknown key": ("content/topics/rights.guardian.yaml", None, "\nfoo: 1\n", "rights.guardian", "foo"),
    "a key that is missing": ("content/words/es/rights.lawyer.yaml", "answer:", "anwser:", "rights.lawyer", "answer"),
    "an unknown related topic": ("content/topics/detention.how_long.yaml", "- rights.lawyer", "- rights.lawer", "detention.how_long", "rights.lawer"),
    "an unknown fact": ("content/topics/detention.how_long.yaml", "- mx-det-1", "- mx-det-99", "detention.how_long", "mx-det-99"),
    "a fact of another country": ("content/topics/detention.how_long.yaml", "- gt-det-1", "- cr-det-1", "detention.how_long", "not of GT"),
    "a missing language": ("content/words/en/rights.interpreter.yaml", "DELETE", "", "rights.interpreter", "no words in en"),
    "words of an old revision": ("content/topics/rights.overview.yaml", "revision: 1", "revision: 2", "rights.overview", "revision 1"),
    "no source": ("content/contacts/HN.yaml", "source: http", "source: saw it on ", "", "no source"),
    "a check in the future": ("content/contacts/GT.yaml", "checked_on: 2026-11-22", "checked_on: 2027-01-22", "", "has not come yet"),
    "a date that was": ("content/topics/facts/GT.yaml", "check_again_on: 2027-11-22", "check_again_on: 2026-11-23", "", "past its date"),
    "a date before the check": ("content/topics/facts/SV.yaml", "check_again_on: 2027-11-22", "check_again_on: 2026-11-21", "", "before it was checked"),
    "a date that comes near": ("content/contacts/US.yaml", "check_again_on: 2027-05-22", "check_again_on: 2026-12-05", "", "must be checked again"),
    "no date at all": ("content/contacts/SV.yaml", "checked_on: 2026-11-22", "checked_on: soon", "", "checked_on"),
    "a number of impossible length": ("content/contacts/MX.yaml", "number: 800 5533 000", "number: 800 5533 00012345", "mx-traffic", "impossible length"),
    "letters for a number": ("content/contacts/NI.yaml", "number: '", "number: 'x", "", "not a phone number"),
    "the same id twice": ("content/contacts/BZ.yaml", None, "\n{first}", "", "twice"),
    "a number in the words": ("content/words/es/rights.lawyer.yaml", "answer: ", "answer: Llama al 911. ", "rights.lawyer", "a number stands"),
    "a placeholder of nothing": ("content/words/es/rights.guardian.yaml", "title: ", "title: '{fact:nothing.days}' #", "rights.guardian", "unknown fact"),
    "a strange placeholder": ("content/words/en/rights.guardian.yaml", "title: ", "title: '{price}' #", "rights.guardian", "neither"),
    "a title too long for a button": ("content/words/en/rights.overview.yaml", "title: ", "title: Everything that you always wanted to know about ", "rights.overview", "at most 40"),
    "an answer too long": ("content/words/en/detention.can_they.yaml", "- 'Say: ", "- 'Say: " + "Very long words. " * 50, "detention.can_they", "at most"),
    "an official euphemism": ("content/words/es/detention.how_long.yaml", "answer: ", "answer: Es un aseguramiento. ", "detention.how_long", "aseguramiento"),
    "a note in one language only": ("content/words/en/rights.lawyer.yaml", "countries:", "countries:\n  CA: Only here.", "rights.lawyer", "unlike es"),
    "a way of asking under two topics": ("content/asks/es/rights.lawyer.marisol.txt", None, "\ntengo una duda muy grande sobre la vida\n", "", "stands under"),
    "a severity that is none": ("content/risks/self_harm/es.lucia.txt", "[high]", "[hihg]", "self_harm", "none of critical"),
    "danger that is harmless too": ("content/risks/not_danger/es.lucia.txt", None, "\n{danger}\n", "", "not_danger too"),
    "police first for officials": ("content/protocols/child_detained.yaml", "  official:\n  - human_rights", "  official:\n  - police", "child_detained", "police"),
    "an unknown deadline": ("content/protocols/child_alone.yaml", "deadlines: [", "deadlines: [no-such-fact, ", "child_alone", "no-such-fact"),
    "Fluent that is none": ("locales/es/chat.ftl", "menu-rights = ", "menu-rights ", "", "not valid Fluent"),
    "a string that is missing": ("locales/en/chat.ftl", "button-menu = See the menu", "", "button-menu", "is missing in en"),
    "a time zone that is none": ("content/operator.yaml", "America/Mexico_City", "America/Mexico", "operator", "not a time zone"),
    "an hour that is none": ("content/operator.yaml", "'08:00'", "'25:00'", "operator", "from"),
    "nearly the same way of asking under two topics": ("content/asks/es/rights.lawyer.marisol.txt", None, "\n{slip}\n", "rights.lawyer", "nearly the same"),
    "an unknown kind of contact": ("content/topics/rights.lawyer.yaml", "- legal_help", "- legal_halp", "rights.lawyer", "kind of contact legal_halp"),
    "an unknown kind in a protocol": ("content/protocols/self_harm.yaml", "- crisis_line", "- crisis_lin", "self_harm", "kind of contact crisis_lin"),
    "a contact of no kind": ("content/contacts/GT.yaml", "kind: police", "kind: polis", "gt-police", "no kind of contact"),
    "a company that is none": ("content/contacts/PA.yaml", "beside: pa-911", "beside: mx-911", "pa-child", "stands beside mx-911"),
    "another placeholder than in Spanish": ("content/words/en/detention.how_long.yaml", "{fact:mx-det-3.hours}", "{fact:us-det-2.days}", "detention.how_long", "other placeholders"),
    "braces that do not fit": ("content/words/es/rights.guardian.yaml", "title: ", "title: '{fact:xx-crc-20' #", "rights.guardian", "braces do not fit"),
    "a string with other placeholders": ("locales/fr/chat.ftl", "answer-being-checked = ", "answer-being-checked = { $where } ", "answer-being-checked", "other placeholders"),
    "a number in a string": ("locales/pt/chat.ftl", "courtesy-ok = ", "courtesy-ok = Ligue para 911. ", "courtesy-ok", "the number 911"),
    "an official euphemism in a string": ("locales/es/first_words.ftl", "    Gracias por escribir.", "    Te van a asegurar: es un aseguramiento.", "", "aseguramiento"),
    "a string that no other language has": ("locales/ht/chat.ftl", "button-menu = ", "button-menoo = Menu\nbutton-menu = ", "button-menoo", "no other language"),
    "a string twice": ("locales/es/chat.ftl", "button-menu = ", "button-menu = Otra vez\nbutton-menu = ", "button-menu", "stands already"),
    "a topic withdrawn in its file's name": ("content/topics/rights.interpreter.yaml", "id: rights.interpreter", "id: rights.interpreterr", "rights.interpreterr", "not the name of its file"),
    "a phase that is none": ("content/topics/rights.documents.yaml", "- on_the_way", "- on_the_road", "rights.documents", "on_the_way"),
    "a country that is none": ("content/topics/detention.how_long.yaml", "  CR:", "  XY:", "detention.how_long", "none of our countries"),
    "one step only": ("content/words/en/asylum.what_is.yaml", "steps:", "stepz: []\nsteps:", "asylum.what_is", "stepz"),
    "a confidential place with an address": ("content/places/MX.yaml", "confidential: false", "confidential: true", "", "no address"),
    "a protocol that says nothing of a doer": ("content/protocols/kidnapping.yaml", "  shelter:", "  shelterr:", "kidnapping", "nothing of harm by shelter"),
    "a phrase of danger too short": ("content/risks/self_harm/phrases/es.txt", None, "\n[high]\nno\n", "self_harm", "too short"),
    "a topic past its date": ("content/topics/rights.guardian.yaml", "check_again_on: 2027-11-22", "check_again_on: 2026-11-29", "rights.guardian", "past its date"),
    "a file for an unknown topic": ("content/asks/es/rights.lawer.marisol.txt", "NEW", "quiero un abogado", "rights.lawer", "not a topic"),
}  # fmt: skip


WITHOUT_A_LINE = {
    "a missing language",
    "a list that is none",
    "a string that is missing",
    "a file for an unknown topic",
    "a topic withdrawn in its file's name",
    "a protocol that says nothing of a doer",
}
"""What is not there stands on no line."""


@pytest.mark.parametrize("what", MISTAKES)
def test_a_mistake_is_named(what: str, broken: Path) -> None:
    """The problem names the file and the id, and says what is wrong."""
    file, old, new, id, piece = MISTAKES[what]
    path = broken / file
    before = path.read_text("utf-8") if path.exists() else None
    try:
        spoil(path, before, old, filled(new, broken, path))
        found = all_problems(open_library(broken, strict=False), TODAY)
    finally:
        path.unlink(missing_ok=True)
        if before is not None:
            path.write_text(before, "utf-8")
    fitting = [problem for problem in found if piece in problem.text and (not id or problem.id == id)]
    assert fitting, f"{what}: not among\n" + "\n".join(map(str, named(found, file)))
    assert any(problem.file.split("/")[0] in ("content", "locales") for problem in fitting)
    assert what in WITHOUT_A_LINE or any(problem.line for problem in fitting), f"{what}: no line in {fitting[0]}"


def spoil(path: Path, before: str | None, old: str | None, new: str) -> None:
    """Write the mistake: delete the file, make it, append to it, or replace its first fitting text."""
    if old == "DELETE":
        path.unlink()
    elif old == "NEW":
        path.write_text(new, "utf-8")
    elif old is None:
        path.write_text((before or "") + new, "utf-8")
    else:
        assert before is not None
        assert old in before, f"{path.name} has no {old!r}"
        path.write_text(before.replace(old, new, 1), "utf-8")


def filled(new: str, root: Path, path: Path) -> str:
    """Mistakes that repeat what stands elsewhere."""
    if new.strip() == "{first}":
        return "- " + path.read_text("utf-8").split("\n- ")[1]
    if new.strip() == "{danger}":
        lines = (root / "content/risks/self_harm/es.lucia.txt").read_text("utf-8").splitlines()
        return "\n" + next(line for line in lines if line and line[0] not in "#[" and " / " not in line) + "\n"
    if "una duda muy grande" in new or new.strip() == "{slip}":
        other = root / "content/asks/es/rights.guardian.marisol.txt"
        line = [line for line in other.read_text("utf-8").splitlines() if len(line) > 40][-1]
        return f"\n{line}\n" if "duda" in new else f"\n{line[:20]}x{line[20:]}\n"
    return new


def named(found: list[Problem], file: str) -> list[Problem]:
    return [problem for problem in found if problem.file == file] or found[:10]


def test_the_content_as_it_stands_has_no_mistakes(sample_library: Library) -> None:
    """`check` finds nothing but warnings in what is shipped."""
    mistakes = [str(problem) for problem in all_problems(sample_library, TODAY) if not problem.warning]
    assert mistakes == []


def test_all_mistakes_are_told_at_once(broken: Path) -> None:
    """Two mistakes in two files are both named, not only the first."""
    first, second = broken / "content/words/es/rights.lawyer.yaml", broken / "content/contacts/MX.yaml"
    before = first.read_text("utf-8"), second.read_text("utf-8")
    try:
        first.write_text(before[0].replace("title:", "titel:", 1), "utf-8")
        second.write_text(before[1].replace("kind:", "knd:", 1), "utf-8")
        files = {problem.file for problem in open_library(broken, strict=False).problems}
    finally:
        first.write_text(before[0], "utf-8")
        second.write_text(before[1], "utf-8")
    assert {"content/words/es/rights.lawyer.yaml", "content/contacts/MX.yaml"} <= files


@pytest.mark.parametrize(
    ("number", "country", "good"),
    [
        ("911", "MX", True),
        ("+52 55 5259 8121", "MX", True),
        ("800 911 2000", "MX", True),
        ("abc", "MX", False),
        ("1", "GT", False),
    ],
)
def test_a_phone_number_has_a_possible_form(number: str, country: str, *, good: bool) -> None:
    """Short codes and full numbers pass; words and fragments do not."""
    assert (phones.wrong(number, country) is None) is good


def test_hard_words_read_harder_than_plain_ones() -> None:
    """The readability figures order texts as a reader would."""
    plain, hard = (
        "Vete a un lugar con luz. Busca a tu tía.",
        "La institucionalización administrativa contraviene obligaciones internacionales.",
    )
    assert (readability.figure(plain, "es") or 0) > (readability.figure(hard, "es") or 0) + 50
    assert readability.figure("kote m ka dòmi", "ht") is None
