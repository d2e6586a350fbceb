"""Which process is sending to a chat."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column; a database made just now by the first migration has it already."""
    if "lease_by" not in {column["name"] for column in sa.inspect(op.get_bind()).get_columns("chat")}:
        op.add_column("chat", sa.Column("lease_by", sa.BigInteger()))
