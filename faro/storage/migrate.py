"""Schema versions, by Alembic: brought up in one transaction, a newer one refused.

A version is the number that its file in `migrations/versions` begins with, so a start on a schema that is up to date need not
load Alembic.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from faro.storage.errors import SchemaTooNew
from faro.storage.line import number
from faro.storage.tables import metadata

HERE = Path(__file__).with_name("migrations")


def bring_up(connection: Connection) -> None:
    """Migrate to the newest schema known here. Raises SchemaTooNew before touching anything."""
    if connection.dialect.name == "postgresql":
        # Two processes that start at once: the second one waits, and finds it done (each statement must see what is there by then).
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL READ COMMITTED"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:one)"), {"one": number("schema")})
    refuse_newer(connection)
    if version(connection) != newest():
        _upgrade(connection)


def refuse_newer(connection: Connection) -> None:
    """Raise SchemaTooNew when the database knows a version that we do not."""
    at = version(connection)
    if at is not None and at not in _known():
        raise SchemaTooNew(f"The database has schema {at}, which this Faro does not know. Install the newer Faro.")


def version(connection: Connection) -> str | None:
    """The schema version of the database; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def newest() -> str:
    """The newest schema version known here."""
    return max(_known())


def _known() -> set[str]:
    return {path.name.partition("_")[0] for path in (HERE / "versions").glob("[0-9]*_*.py")}


def _upgrade(connection: Connection) -> None:
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)

    def steps(revision: object, context: object) -> object:
        return script._upgrade_revs("head", revision)  # type: ignore[arg-type]

    with EnvironmentContext(config, script, fn=steps) as environment:
        environment.configure(connection=connection, target_metadata=metadata, transaction_per_migration=False)
        environment.run_migrations()
