"""The queue is sorted and counted out of one index; cases are counted by country without being opened."""

import sqlalchemy as sa
from alembic import op

from faro.storage.tables import person, referral

revision = "0008"
down_revision = "0007"

ADDED = ("ix_person_hidden", "ix_referral_closed", "ix_referral_opened", "ix_referral_queue")


def upgrade() -> None:
    """The column and the indexes, where a database made just now by the first migration has them not; the index that one of them replaces."""
    there = sa.inspect(op.get_bind())
    if "country" not in {column["name"] for column in there.get_columns(referral.name)}:
        op.add_column(referral.name, sa.Column("country", sa.LargeBinary))
    for table in (person, referral):
        known = {index["name"] for index in there.get_indexes(table.name)}
        if "ix_referral_live" in known:
            op.drop_index("ix_referral_live", table.name)
        for index in table.indexes:
            if index.name in ADDED and index.name not in known:
                index.create(op.get_bind())
