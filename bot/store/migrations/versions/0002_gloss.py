"""What a buyer's turn means in Chinese."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Turns from before have no gloss."""
    op.add_column("turns", sa.Column("gloss", sa.Text))


def downgrade() -> None:
    """Drops the glosses."""
    with op.batch_alter_table("turns") as turns:
        turns.drop_column("gloss")
