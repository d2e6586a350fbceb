"""`status` tells how the service fares: signs of life, what waits, what was put aside."""

from datetime import timedelta
from pathlib import Path

from faro.commands import service
from faro.library import Library
from faro.storage import views

from .engine.house import build


async def test_signs_of_life_and_what_was_put_aside(tmp_path: Path, library: Library) -> None:
    """Alive and calm; then silent for ten minutes, with a delivery that waits and one that was parked."""
    house = await build(tmp_path / "faro.db", library)
    await house.engine.settle()
    calm = list(service.lines(await house.engine.view(views.gauges, now=house.now)))
    assert calm[0] == ("Faro runs; its last sign of life is 0 seconds old.", False)
    assert not any(bad for _, bad in calm)
    await house.engine.receive("test", "1", "ana", b"no json")
    await house.engine.settle()
    await house.engine.receive("test", "2", "ana", b"{}")
    house.later(minutes=10)
    told = list(service.lines(await house.engine.view(views.gauges, now=house.now + timedelta(0))))
    assert [bad for _, bad in told] == [True, True, False, True]
    assert "1 parked" in told[3][0]
    await house.engine.store.close()
