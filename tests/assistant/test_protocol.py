"""Who is named beside a case: whoever protects a child comes first, in each country and whatever the danger."""

from datetime import UTC, date, datetime

import pytest

from faro.assistant.person import Where
from faro.assistant.protocol import Sheet, sheet
from faro.assistant.referral import Referral, Severity, Status
from faro.library import Library
from faro.library.entries import CATEGORIES

TODAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 18, tzinfo=UTC)


def beside(library: Library, category: str, country: str) -> Sheet:
    case = Referral(1, 1, Status.OPEN, category, Severity.HIGH, AT, AT, "es", where=Where(country))
    found = sheet(library, case, "es", TODAY)
    assert found is not None
    return found


@pytest.mark.parametrize("category", CATEGORIES)
def test_in_mexico_the_child_protection_office_is_offered_first_and_never_the_migration_authority(
    library: Library, category: str
) -> None:
    """DIF, then the human-rights commission, also where no phone is confirmed; nobody of the migration institute beside a child's case."""
    found = beside(library, category, "MX")
    assert found.names[:2] == ("Procuraduría de Protección (DIF)", "Comisión Nacional de los Derechos Humanos (CNDH)")
    assert not [name for name in (*found.names, *found.competent) if "INM" in name or "Grupos Beta" in name]
    assert any("DIF" in line for line in found.competent)


@pytest.mark.parametrize("country", ["GT", "HN", "SV", "CR", "PA", "US"])
def test_every_country_begins_with_who_protects_children(library: Library, country: str) -> None:
    """The same office, however the danger is called, and nobody twice."""
    firsts = {beside(library, category, country).names[0] for category in CATEGORIES}
    assert len(firsts) == 1
    names = beside(library, "immediate_danger", country).names
    assert len(set(names)) == len(names)


def test_who_answers_now_is_called_first_where_the_protocol_begins_with_it(library: Library) -> None:
    """A body that bleeds does not wait for an office."""
    assert "911" in beside(library, "medical_emergency", "MX").competent[0]
