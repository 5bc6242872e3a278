"""Teachers' reviews of single checks, beside the grades."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Grades from before have no reviews."""
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("grade", sa.Integer, sa.ForeignKey("grades.id", ondelete="CASCADE"), nullable=False),
        sa.Column("check", sa.String(60), nullable=False),
        sa.Column("decision", sa.String(10), nullable=False),
        sa.Column("given", sa.String(3), nullable=False),
        sa.Column("verdict", sa.String(3), nullable=False),
        sa.Column("points", sa.Double, nullable=False),
        sa.Column("author", sa.String(100), nullable=False),
        sa.Column("made", sa.Double, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_index("ix_reviews_grade", "reviews", ["grade", "check"])


def downgrade() -> None:
    """Drops the reviews; the grades stay."""
    op.drop_table("reviews")
