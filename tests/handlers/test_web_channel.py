"""Pages that wait for an answer, many at the same time."""

import asyncio

from handlers.web_channel import WebChannel

LONG = 30.0


async def test_an_answer_to_one_wakes_that_one_alone() -> None:
    """Whoever waits for something else goes on waiting: a thousand open chats cost nothing while one is answered."""
    channel = WebChannel()
    hers, theirs = (asyncio.create_task(channel.called(chat, LONG)) for chat in ("hers", "theirs"))
    await asyncio.sleep(0)
    await channel.send("hers", {"text": "hola"})
    await hers
    assert channel.fresh["hers"]
    assert not theirs.done()
    channel.call_all()
    await theirs


async def test_two_pages_of_one_chat_are_both_called() -> None:
    """Two windows on the same chat hear of the same answer."""
    channel = WebChannel()
    windows = [asyncio.create_task(channel.called("hers", LONG)) for _ in range(2)]
    await asyncio.sleep(0)
    await channel.send("hers", {"text": "hola"})
    await asyncio.gather(*windows)


async def test_what_was_sent_while_a_page_looked_is_still_to_be_fetched() -> None:
    """A page that fetches the first answer does not take the second one's call from the page that comes next."""
    channel = WebChannel()
    await channel.send("hers", {"text": "uno"})
    count = channel.fresh["hers"]
    await channel.send("hers", {"text": "dos"})
    channel.fetched("hers", count)
    assert channel.fresh["hers"]
    channel.fetched("hers", channel.fresh["hers"])
    assert not channel.fresh["hers"]
