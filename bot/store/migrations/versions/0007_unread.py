"""No more what nobody reads: the language of the page, what was heard in a turn, why the buyer reacted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Drops the columns in place; a table that is copied for it would take all that hangs on it along."""
    op.drop_column("attempts", "interface")
    op.drop_column("turns", "heard")
    op.drop_column("turns", "reasons")


def downgrade() -> None:
    """The columns are back, without what stood in them."""
    op.add_column("attempts", sa.Column("interface", sa.String(2), nullable=False, server_default="zh"))
    op.add_column("turns", sa.Column("heard", sa.JSON))
    op.add_column("turns", sa.Column("reasons", sa.JSON, nullable=False, server_default="[]"))
