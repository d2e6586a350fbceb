"""Cases that name somebody of the team, a partner or a shelter are found by an index: whether somebody may take them is asked often."""

import sqlalchemy as sa
from alembic import op

from faro.storage.tables import referral

revision = "0009"
down_revision = "0008"

ADDED = "ix_referral_conflict"


def upgrade() -> None:
    """Make it; a database made just now by the first migration has it."""
    bind = op.get_bind()
    if ADDED not in {index["name"] for index in sa.inspect(bind).get_indexes(referral.name)}:
        next(index for index in referral.indexes if index.name == ADDED).create(bind)
