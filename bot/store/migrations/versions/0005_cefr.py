"""The level of the buyer's texts that a trainee asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Attempts from before took any text."""
    op.add_column("attempts", sa.Column("cefr", sa.String(2)))


def downgrade() -> None:
    """Drops the level; the attempts stay."""
    with op.batch_alter_table("attempts") as attempts:
        attempts.drop_column("cefr")
