"""The dashboard's numbers, on each engine: counted without opening a case, and honest about clocks that still run."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, update

from faro.assistant.events import ReferralOpened
from faro.assistant.person import Where
from faro.storage import Seal, Store, chats, people, referrals, tables
from faro.storage.figures import Figures, figures

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
CLOCKS = {"critical": 5, "high": 60, "medium": 1440}


class Shut(Seal):
    """A seal that opens nothing."""

    def open(self, column: str, sealed: bytes | None) -> str | None:
        raise AssertionError(column)


def opened(db: Connection, seal: Seal, number: int, country: str | None, minutes: int) -> int:
    """A critical case of that country, opened so many minutes ago."""
    key = chats.ensure(db, seal, "web", str(number))
    person = people.find_or_create(db, seal, key, ("Colibri",), NOW)
    event = ReferralOpened("child_alone", "critical", "refer", "es", Where(country), evidence=("word",))
    at = NOW - timedelta(minutes=minutes)
    return referrals.open_or_raise(db, seal, person, event, at, pseudonym=f"Colibri {number}").referral.id


def filled(db: Connection, seal: Seal, cases: Iterable[tuple[str | None, int]]) -> list[int]:
    return [opened(db, seal, n, country, minutes) for n, (country, minutes) in enumerate(cases)]


def looked(db: Connection, seal: Seal) -> Figures:
    zone = ZoneInfo("America/Mexico_City")
    since = NOW - timedelta(days=7)
    return figures(db, seal, since=since, until=NOW, zone=zone, minutes=CLOCKS, ran=lambda start, end: end - start)


async def test_cases_are_counted_by_country_without_being_opened(store: Store) -> None:
    """A keyed hash stands beside the sealed place; without a country it is one of its own."""
    await store.transaction(lambda db: filled(db, store.seal, [("MX", 10), ("MX", 20), ("GT", 70), (None, 30)]))
    found = await store.read(lambda db: looked(db, Shut(store.seal.keys, store.seal.current)))
    assert found.countries == {"MX": 2, "GT": 1, "?": 1}
    assert found.referrals == 4
    assert {hour: number for hour, number in found.hours.items() if number} == {10: 1, 11: 3}


async def test_a_case_from_before_the_hash_is_opened_and_counted(store: Store) -> None:
    """A database that was made by an older Faro counts the same."""

    def old(db: Connection) -> None:
        filled(db, store.seal, [("MX", 10), ("GT", 20)])
        db.execute(update(tables.referral).values(country=None))

    await store.transaction(old)
    assert (await store.read(lambda db: looked(db, store.seal))).countries == {"MX": 1, "GT": 1}


async def test_without_its_place_a_case_has_no_country_either(store: Store) -> None:
    """What retention or the person takes out of a case does not stay behind as a hash."""

    def blanked(db: Connection) -> None:
        [number] = filled(db, store.seal, [("MX", 10)])
        db.execute(update(tables.referral).values(status="closed", closed_at=NOW.timestamp()))
        referrals.blank(db, store.seal, people.of_chat(db, store.seal.chat_key("web", "0")) or 0)
        assert number

    await store.transaction(blanked)
    assert (await store.read(lambda db: looked(db, store.seal))).countries == {"?": 1}


async def test_a_clock_that_still_runs_is_neither_kept_nor_missed(store: Store) -> None:
    """Of four cases one was answered in time, one late, one waits past its clock, and one is two minutes old: a third is inside."""

    def spoken(db: Connection) -> None:
        kept, late, _, _ = filled(db, store.seal, [("MX", 60), ("MX", 60), ("MX", 30), ("MX", 2)])
        for number, minutes in ((kept, 56), (late, 20)):
            at = (NOW - timedelta(minutes=minutes)).timestamp()
            db.execute(update(tables.referral).where(tables.referral.c.id == number).values(first_word_at=at))

    await store.transaction(spoken)
    speed = (await store.read(lambda db: looked(db, store.seal))).speeds["critical"]
    assert (speed.cases, speed.answered) == (4, 2)
    assert speed.median == 22
    assert speed.ninetieth == 40
    assert speed.inside == 1 / 3
