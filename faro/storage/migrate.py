"""Schema versions, by Alembic: brought up in one transaction, a newer one refused."""

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from faro.storage.errors import SchemaTooNew
from faro.storage.tables import metadata

HERE = Path(__file__).with_name("migrations")


def bring_up(connection: Connection) -> None:
    """Migrate to the newest schema known here. Raises SchemaTooNew before touching anything."""
    refuse_newer(connection)
    config, script = _script()
    newest = script.get_current_head()

    def steps(revision: object, context: object) -> object:
        return script._upgrade_revs(newest, revision)  # type: ignore[arg-type]

    with EnvironmentContext(config, script, fn=steps) as environment:
        environment.configure(connection=connection, target_metadata=metadata, transaction_per_migration=False)
        environment.run_migrations()


def refuse_newer(connection: Connection) -> None:
    """Raise SchemaTooNew when the database knows a version that we do not."""
    at = version(connection)
    known = {revision.revision for revision in _script()[1].walk_revisions()}
    if at is not None and at not in known:
        raise SchemaTooNew(f"The database has schema {at}, which this Faro does not know. Install the newer Faro.")


def version(connection: Connection) -> str | None:
    """The schema version of the database; None when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str:
    """The newest schema version known here."""
    return str(_script()[1].get_current_head())


def _script() -> tuple[Config, ScriptDirectory]:
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    return config, ScriptDirectory.from_config(config)
