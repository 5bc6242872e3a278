"""Letters: the subject of a turn and of a message."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """What was said before were no letters."""
    for table in ("turns", "messages"):
        op.add_column(table, sa.Column("subject", sa.Text))


def downgrade() -> None:
    """Drops the subjects."""
    for table in ("turns", "messages"):
        with op.batch_alter_table(table) as changed:
            changed.drop_column("subject")
