"""The directory out to HSDS 3 and to a table, and back: it validates, nothing is lost, and no confidential address leaves."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from faro.library import Library, hsds, places_import, places_table
from faro.library.entries import Number, Opening, Place

from ..assistant.test_services import a_place
from . import hsds_3

TODAY = date(2026, 11, 24)
FULL = {
    "address": "Calle 1", "address_confirmed": True, "latitude": 14.9, "longitude": -92.2, "position": "site", "state": "Chiapas",
    "phones": (Number(number="+52 962 000 0000"), Number(number="+52 962 000 0001", channel="whatsapp")), "url": "https://example.org",
    "languages": ("es", "ht"), "cost": "free", "accessibility": "ramp", "services": ("bed", "food"), "alerts": ("ask_open",),
    "schedule": (Opening(opens_at="18:00", closes_at="24:00"), Opening(freq="WEEKLY", byday=("MO", "FR"), opens_at="08:00", closes_at="12:00")),
    "eligibility": {"minors_alone": "yes", "men": "no", "max_nights": 3}, "note": "called in November", "id": "mx-full",
    "closed_from": date(2026, 12, 24), "closed_until": date(2026, 12, 26), "more_sources": ("https://example.org/a",),
}  # fmt: skip


def schema() -> dict[str, Any]:
    """The official compiled file where there is one, else what it asks in our short form."""
    official = os.environ.get("FARO_HSDS_SCHEMA")
    return json.loads(Path(official).read_text("utf-8")) if official else hsds_3.SERVICE


def full(**more: Any) -> Place:
    return a_place(**(FULL | more))


def test_every_place_validates(library: Library) -> None:
    """The whole directory, and a place with every field."""
    check = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())
    for service in hsds.services((*library.places, full()), TODAY):
        faults = [f"{service['name']}: {'/'.join(map(str, fault.path))} {fault.message}" for fault in check.iter_errors(service)]
        assert faults == []


def test_unknown_is_told_as_unknown() -> None:
    """An HSDS reader sees what is not known."""
    made = hsds.service(a_place("mx-a"), TODAY)
    assert "minors_alone: unknown" in made["eligibility_description"]
    assert {"faro:minors_alone": "unknown"}.items() <= {a["link_type"]: a["value"] for a in made["attributes"]}.items()


def test_local_times_carry_the_offset_of_the_day() -> None:
    """Laredo in winter is six hours behind, in summer five; the zone itself is named."""
    place = full(country="US", timezone="America/Chicago", id="us-a")
    winter, summer = (hsds.service(place, day)["schedules"][0] for day in (date(2026, 12, 1), date(2026, 7, 1)))
    assert (winter["opens_at"], winter["timezone"]) == ("18:00-06:00", -6)
    assert (summer["opens_at"], summer["timezone"]) == ("18:00-05:00", -5)
    assert "America/Chicago" in winter["notes"]


@pytest.mark.parametrize("form", ["hsds", "csv"])
def test_there_and_back_loses_nothing(form: str, library: Library) -> None:
    """Every place comes back as it was, except an address that is not confirmed."""
    known = (*library.places, full())
    if form == "hsds":
        rows = [hsds.place_data(json.loads(json.dumps(row))) for row in hsds.services(known, TODAY)]
    else:
        rows = list(places_table.read(places_table.written(known)))
    taken = places_import.taken(rows, TODAY)
    assert taken.bad == []
    for place in known:
        shown = place if form == "csv" or place.address_confirmed else place.model_copy(update={"address": None})
        hidden = {"note": None} if place.confidential else {}
        assert taken.good[place.id] == shown.model_copy(update=hidden), place.id


def test_cells_never_run_as_formulas() -> None:
    """A name that begins like a formula is text in a spreadsheet, and comes back without the apostrophe."""
    text = places_table.written((full(name='=HYPERLINK("http://x")'),))
    assert "'=HYPERLINK" in text
    assert next(places_table.read(text))["name"].startswith("=HYPERLINK")


def test_no_confidential_address_leaves() -> None:
    """Even if an entry held one against the rule."""
    secret = full(note="Calle Secreta 5").model_copy(update={"confidential": True, "address": "Calle Secreta 5"})
    for text in (json.dumps(hsds.service(secret, TODAY)), places_table.written((secret,))):
        assert "Secreta" not in text
        assert "14.9" not in text
        assert "+52 962 000 0000" in text


class TestComingIn:
    """Rows are checked one by one, and each reason is told without quoting what was given."""

    def reasons(self, **more: Any) -> list[str]:
        row = places_import.as_data(full()) | {"country": "MX"} | more
        return [reason for _, _, reason in places_import.taken([row], TODAY).bad]

    def test_a_good_row(self) -> None:
        """Nothing to say."""
        assert self.reasons() == []

    @pytest.mark.parametrize(
        ("more", "begins"),
        [
            ({"country": "FR", "id": "fr-a"}, "country"),
            ({"id": "tapachula-1"}, "id"),
            ({"latitude": 914.0}, "latitude"),
            ({"longitude": None}, "latitude"),
            ({"timezone": "America/Tapachula"}, "timezone"),
            ({"checked_on": "2027-01-01"}, "checked_on"),
            ({"check_again_on": "2026-10-01"}, "check_again_on"),
            ({"assured_date": "yesterday"}, "assured_date"),
            ({"eligibility": {"men": "perhaps"}}, "eligibility.men"),
            ({"schedule": [{"freq": "WEEKLY", "opens_at": "8:00", "closes_at": "12:00"}]}, "schedule.0.opens_at"),
            ({"schedule": [{"freq": "WEEKLY", "opens_at": "08:00", "closes_at": "12:00"}]}, "schedule"),
            ({"colour": "red"}, "colour"),
            ({"source": None}, "source"),
            ({"address": None}, "address_confirmed"),
        ],
    )
    def test_a_bad_row_says_why(self, more: dict[str, Any], begins: str) -> None:
        """The field comes first in the reason."""
        assert any(reason.startswith(begins) for reason in self.reasons(**more))

    def test_a_confidential_row_with_an_address_is_refused_without_saying_it(self) -> None:
        """The reason holds no word of the address."""
        reasons = self.reasons(confidential=True, address="Calle Secreta 5")
        assert reasons
        assert "Secreta" not in " ".join(reasons)

    def test_the_same_id_twice(self) -> None:
        """The first counts, the second is named."""
        row = places_import.as_data(full()) | {"country": "MX"}
        taken = places_import.taken([row, row], TODAY)
        assert list(taken.good) == ["mx-full"]
        assert taken.bad[0][0] == 2

    def test_a_foreign_row_is_completed(self) -> None:
        """Somebody else's HSDS row gets our id, the time zone of its town and the day to look again; the rest it must bring itself."""
        foreign = {
            "id": "ac148810-d857-441c-9679-408f346de14b", "name": "Community Kitchen", "status": "active", "assured_date": "2026-10-01",
            "service_at_locations": [{"id": "x", "location": {
                "id": "y", "location_type": "physical", "latitude": 27.5, "longitude": -99.5,
                "addresses": [{"id": "z", "address_1": "1 Main St", "city": "Laredo", "state_province": "TX", "postal_code": "", "country": "US",
                               "address_type": "physical"}]}}],
        }  # fmt: skip
        row = places_import.completed(
            hsds.place_data(foreign), source="https://example.org", service="food", zones=lambda *where: "America/Chicago"
        )
        taken = places_import.taken([row], TODAY)
        assert taken.bad == []
        place = taken.good["us-community-kitchen"]
        assert (place.town, place.service, place.status, place.address_confirmed) == ("Laredo", "food", "open", False)
        assert place.check_again_on == date(2027, 4, 1)

    def test_files_keep_what_did_not_come(self, library: Library) -> None:
        """Only files of countries with a row change; other entries stay as they are."""
        made = places_import.files(library.places, {"mx-full": full()})
        assert list(made) == ["MX.yaml"]
        assert made["MX.yaml"].count("- id: ") == sum(place.country == "MX" for place in library.places) + 1

    def test_a_file_that_could_not_be_read_again_is_not_made(self) -> None:
        """Fifty thousand places of one country do not fit into one file; that is said."""
        many = {f"mx-{n}": full(id=f"mx-{n}") for n in range(4000)}
        with pytest.raises(ValueError, match="MX"):
            places_import.files((), many)


def test_a_reader_of_the_table_names_wrong_columns() -> None:
    """A table of something else is refused whole."""
    with pytest.raises(ValueError, match="colour"):
        list(places_table.read("id,colour\nmx-a,red\n"))
    with pytest.raises(ValueError, match="columns"):
        list(places_table.read("a,b\n1,2\n".replace("a,b", "")))
