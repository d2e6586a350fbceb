"""What machines that watch may read: numbers, with the secret."""

from datetime import timedelta
from pathlib import Path

import httpx
from starlette.applications import Starlette

from faro.engine.channels import Unreachable
from faro.library import Library
from faro.storage import views
from handlers import web_metrics
from tests.engine.conftest import GRAVE, words  # noqa: F401  (a fixture)
from tests.engine.house import build


async def test_the_numbers_are_those_of_the_house(tmp_path: Path, words: Library) -> None:  # noqa: F811
    """Ages of cases by severity, missed clocks, what waits, how fast answers were, and since when a platform is away."""
    house = await build(tmp_path / "faro.db", words)
    await house.says("ana", GRAVE)
    await house.says("eva", "xyzzy plugh")
    house.later(minutes=6)
    await house.engine.settle()
    house.channel.fail("eva", *[Unreachable("net")] * 3)
    await house.says("eva", "hola")
    found = await house.engine.view(views.gauges, now=house.now)
    text = web_metrics.written(found, learned=False, stuck=0.0)
    assert 'faro_queue_open{severity="critical"} 1' in text
    assert 'faro_queue_oldest_seconds{severity="critical"} 360' in text
    assert 'faro_clocks_missed{severity="critical"} 1' in text
    assert "faro_outbox_waiting 1" in text
    assert 'faro_answer_seconds{quantile="0.5"} 0' in text
    assert 'faro_channel_away{channel="test"} 1' in text
    (way,) = await house.engine.view(views.away, now=house.now)
    assert way == ("test", house.now)
    house.later(minutes=1)
    await house.engine.settle()
    house.later(minutes=1)
    await house.engine.settle()
    house.later(minutes=1)
    await house.engine.settle()
    assert await house.engine.view(views.away, now=house.now + timedelta(seconds=1)) == ()
    await house.engine.store.close()


async def test_only_who_has_the_secret_learns_that_there_are_numbers(tmp_path: Path, words: Library) -> None:  # noqa: F811
    """Without the secret the page does not exist; with a wrong one neither."""
    house = await build(tmp_path / "faro.db", words)
    app = Starlette(routes=[web_metrics.route(house.engine, "geheim")])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
        codes = [
            (await client.get("/metrics", headers={"Authorization": given} if given else {})).status_code
            for given in ("", "Bearer geheim2", "geheim", "Bearer geheim")
        ]
    assert codes == [404, 404, 404, 200]
    await house.engine.store.close()
