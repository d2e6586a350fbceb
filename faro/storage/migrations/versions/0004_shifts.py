"""Whoever is on call has a shift that runs; what was sent to a chat lately is found at once."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """A row for each who is on call, and the index."""
    on_call = "SELECT id, on_call_since, on_call_since FROM staff WHERE on_call_since IS NOT NULL"
    op.execute(f"INSERT INTO shift (staff, starts_at, begun_at) {on_call} AND id NOT IN (SELECT staff FROM shift)")  # noqa: S608
    if "ix_outbox_sent" not in {index["name"] for index in sa.inspect(op.get_bind()).get_indexes("outbox")}:
        sent = sa.text("state = 'sent'")
        op.create_index("ix_outbox_sent", "outbox", ["chat_key", "done_at"], sqlite_where=sent, postgresql_where=sent)
