"""What is over its time, and the chat of a person, are found by an index however many rows there are."""

import sqlalchemy as sa
from alembic import op

from faro.storage.tables import audit, chat, inbox, outbox, person, referral, talk

revision = "0006"
down_revision = "0005"

ADDED = (
    "ix_audit_at",
    "ix_chat_person",
    "ix_inbox_done",
    "ix_outbox_made",
    "ix_outbox_shown",
    "ix_person_seen",
    "ix_referral_person",
    "ix_referral_thread",
    "ix_talk_loose",
)


def upgrade() -> None:
    """Make those that are not there; a database made just now by the first migration has them."""
    bind = op.get_bind()
    for table in (audit, chat, inbox, outbox, person, referral, talk):
        there = {index["name"] for index in sa.inspect(bind).get_indexes(table.name)}
        for index in table.indexes:
            if index.name in ADDED and index.name not in there:
                index.create(bind)
