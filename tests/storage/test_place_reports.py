"""Reports on places: each person counts once, the third bad one within a week puts the place on hold, and nobody reads who."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, text

from faro.storage import Store, place_reports

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


async def reported(store: Store, *who: int | None, outcome: str = "closed", now: datetime = NOW) -> list[bool]:
    return await store.transaction(
        lambda db: [place_reports.report(db, store.seal, "mx-a", outcome, now, person=person) for person in who]
    )


async def on_hold(store: Store) -> frozenset[str]:
    return await store.read(place_reports.held)


async def test_three_people_in_a_week_put_a_place_on_hold(store: Store) -> None:
    """The third one does, whatever mix of closed and not let in."""
    assert await reported(store, 1, 2) == [False, False]
    assert await reported(store, 3, outcome="refused", now=NOW + timedelta(days=6)) == [True]
    assert await on_hold(store) == {"mx-a"}


async def test_one_person_counts_once_and_the_last_word_counts(store: Store) -> None:
    """Pressing three times is one report; who was let in later takes it back."""
    assert not any(await reported(store, 1, 1, 1))
    assert not any(await reported(store, 2))
    await reported(store, 2, outcome="helped")
    assert not any(await reported(store, 3))
    assert await on_hold(store) == frozenset()


async def test_web_chats_of_a_day_are_one_person(store: Store) -> None:
    """Nobody takes a shelter from others by opening three web chats."""
    for _ in range(5):
        assert not any(await reported(store, None))
    assert not any(await reported(store, 1))
    assert any(await reported(store, None, now=NOW + timedelta(days=1)))


async def test_reports_of_another_week_do_not_count(store: Store) -> None:
    """A week is a week, and older reports go."""
    await reported(store, 1, 2)
    later = NOW + timedelta(days=8)
    assert not any(await reported(store, 3, now=later))
    assert await store.transaction(lambda db: place_reports.expire(db, later)) == 2


async def test_an_editor_releases_it_and_old_reports_count_no_more(store: Store) -> None:
    """After the release three new ones are needed."""
    await reported(store, 1, 2, 3)
    assert await store.transaction(lambda db: place_reports.release(db, "mx-a", NOW + timedelta(hours=1)))
    assert not await store.transaction(lambda db: place_reports.release(db, "mx-a", NOW + timedelta(hours=1)))
    later = NOW + timedelta(hours=2)
    assert not any(await reported(store, 4, 5, now=later))
    assert await on_hold(store) == frozenset()
    assert any(await reported(store, 6, now=later))


async def test_the_editors_list(store: Store) -> None:
    """Places on hold first, with what was said of them."""
    await reported(store, 1, 2, 3)
    await reported(store, 4, outcome="helped")
    listed = await store.read(lambda db: place_reports.listed(db, NOW))
    assert [(one.place, one.closed, one.refused, one.helped, one.since) for one in listed] == [("mx-a", 3, 0, 1, NOW)]


async def test_nobody_can_read_who_was_where(store: Store) -> None:
    """The reporter is a keyed hash that differs by place."""
    await reported(store, 7)

    def row(db: Connection) -> tuple[bytes, ...]:
        return tuple(db.execute(text("select reporter from place_report")).scalars())

    (reporter,) = await store.read(row)
    assert len(reporter) == 32
    assert reporter != store.seal.hash("place_report", "mx-b:7")
