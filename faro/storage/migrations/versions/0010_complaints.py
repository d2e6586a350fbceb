"""The words of a complaint, apart from the talk that the team reads."""

import sqlalchemy as sa
from alembic import op

from faro.storage.tables import complaint

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the table; a database made just now by the first migration has it already."""
    if not sa.inspect(op.get_bind()).has_table(complaint.name):
        complaint.create(op.get_bind())
