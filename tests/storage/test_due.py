"""Which chats are worked on next."""

from datetime import UTC, datetime, timedelta

from faro.storage import Store, inbox

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


async def put(store: Store, chat: str, number: int, priority: int = 2) -> None:
    await store.transaction(
        lambda db: inbox.put(
            db, store.seal, b"x", NOW, channel="t", delivery_id=f"{chat}{number}", key=chat.encode(), priority=priority
        )
    )


async def test_what_waits_behind_a_failure_takes_nobody_s_turn(store: Store) -> None:
    """Chats whose oldest delivery is tried again later stand aside, but for a danger in them; the next chats have their turn."""
    for chat in ("a", "b"):
        await put(store, chat, 1)
    await store.transaction(lambda db: inbox.retry(db, [1, 2], "broken", NOW + timedelta(minutes=1)))
    await put(store, "a", 2)
    await put(store, "b", 2, priority=0)
    await put(store, "c", 1)
    due = await store.read(lambda db: inbox.due_chats(db, NOW, 2))
    assert [key for key, _ in due] == [b"b", b"c"]
    later = await store.read(lambda db: inbox.due_chats(db, NOW + timedelta(minutes=2), 9))
    assert [key for key, _ in later] == [b"b", b"a", b"c"]
