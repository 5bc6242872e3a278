"""The name of the buyer who plays in an attempt."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Of attempts from before, the seed tells who plays."""
    op.add_column("attempts", sa.Column("buyer", sa.Text))


def downgrade() -> None:
    """Drops the name; the attempts stay."""
    op.drop_column("attempts", "buyer")
