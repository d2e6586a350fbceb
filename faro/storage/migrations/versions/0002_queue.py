"""Shifts, referrals to institutions, unmasking by two people, ties of staff.

A new database has all of it already: the first version makes whatever the tables of today are.
"""

import sqlalchemy as sa
from alembic import op

from faro.storage.tables import institution, shift, unmasking

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what is missing."""
    bind = op.get_bind()
    there = sa.inspect(bind)
    for table in (shift, institution, unmasking):
        if not there.has_table(table.name):
            table.create(bind)
    if "ties" not in {column["name"] for column in there.get_columns("staff")}:
        op.add_column("staff", sa.Column("ties", sa.LargeBinary))
