"""Sentences that staff hand to editors."""

import sqlalchemy as sa
from alembic import op

from faro.storage.tables import suggestion

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table; a database made just now by the first migration has it already."""
    if not sa.inspect(op.get_bind()).has_table(suggestion.name):
        suggestion.create(op.get_bind())
