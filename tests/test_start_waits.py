"""A start while PostgreSQL is away: it waits, and goes on when PostgreSQL answers; what waiting does not mend stops it at once."""

import asyncio
from pathlib import Path

import pytest
import typer

from faro.commands import run
from faro.library import Library
from faro.settings import Settings
from tests import postgresql
from tests.databases import Databases, full
from tests.engine.house import build


async def test_it_goes_on_when_postgresql_answers(databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listens at first; a moment later PostgreSQL does."""
    address = await databases.fresh("postgresql", None)
    nobody = address.replace(f":{databases.server.admin.port}", f":{postgresql._free_port()}")
    asked = []

    async def later(seconds: float) -> None:
        asked.append(seconds)
        if len(asked) == 3:
            settings.__dict__["database_url"] = address  # frozen for everybody else

    settings = Settings(data=tmp_path, database_url=nobody)
    monkeypatch.setattr(asyncio, "sleep", later)
    store = await run._open(settings)
    monkeypatch.undo()
    assert len(asked) == 3
    await store.close()
    await databases.done(address)


async def test_a_wrong_address_stops_it_at_once(databases: Databases, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """PostgreSQL answers that there is no such database: one sentence, and no waiting."""
    address = await databases.fresh("postgresql", None)
    with pytest.raises((typer.Exit, SystemExit)):
        await run._open(Settings(data=tmp_path, database_url=f"{address}_none"))
    assert "FARO_DATABASE_URL" in capsys.readouterr().err
    await databases.done(address)


async def test_a_start_on_a_full_disk_goes_on(tmp_path: Path, library: Library) -> None:
    """No link can be made yet; that is said, and Faro runs."""
    house = await build(tmp_path / "faro.db", library)
    with full(house.engine.store):
        told = await run._way_in(Settings(data=tmp_path), house.engine, "http://127.0.0.1:8080")
    assert "takes nothing now" in told
    await house.engine.store.close()
