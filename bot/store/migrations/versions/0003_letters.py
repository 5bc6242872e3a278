"""Letters: the subject of a turn and of a message, and the inbox of attempts that are answered together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """What was said before were no letters."""
    for table in ("turns", "messages"):
        op.add_column(table, sa.Column("subject", sa.Text))
    op.add_column("attempts", sa.Column("inbox", sa.String(36)))
    op.create_index("ix_attempts_inbox", "attempts", ["inbox"])


def downgrade() -> None:
    """Drops subjects and inboxes."""
    op.drop_index("ix_attempts_inbox", "attempts")
    with op.batch_alter_table("attempts") as attempts:
        attempts.drop_column("inbox")
    for table in ("turns", "messages"):
        with op.batch_alter_table(table) as changed:
            changed.drop_column("subject")
