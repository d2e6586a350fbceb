"""Reports on places of the directory, and the places on hold because of them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the two tables; a database made just now by the first migration has them already."""
    made = sa.inspect(op.get_bind()).get_table_names()
    if "place_report" not in made:
        op.create_table(
            "place_report",
            sa.Column("place", sa.String, nullable=False),
            sa.Column("reporter", sa.LargeBinary, nullable=False),
            sa.Column("outcome", sa.String, nullable=False),
            sa.Column("at", sa.Float, nullable=False),
            sa.PrimaryKeyConstraint("place", "reporter", name="pk_place_report"),
        )
    if "place_hold" not in made:
        op.create_table(
            "place_hold",
            sa.Column("place", sa.String, nullable=False),
            sa.Column("since", sa.Float, nullable=False),
            sa.Column("closed", sa.Integer, nullable=False),
            sa.Column("refused", sa.Integer, nullable=False),
            sa.Column("released_at", sa.Float),
            sa.PrimaryKeyConstraint("place", name="pk_place_hold"),
        )
