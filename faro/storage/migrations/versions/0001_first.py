"""The first schema."""

from alembic import op

from faro.storage.tables import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table. Later migrations spell out their own changes; only the first may use the live metadata."""
    metadata.create_all(op.get_bind())
