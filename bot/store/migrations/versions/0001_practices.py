"""Attempts, turns, messages, exchanges with the coach, grades."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Creates the tables."""
    op.create_table(
        "attempts",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("visitor", sa.String(36), nullable=False),
        sa.Column("scenario", sa.String(100), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("platform", sa.String(40), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("mode", sa.String(10), nullable=False),
        sa.Column("interface", sa.String(2), nullable=False),
        sa.Column("created", sa.Double, nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("opened", sa.Double),
        sa.Column("ending", sa.String(20)),
        sa.Column("finished", sa.Double),
        sa.CheckConstraint("status in ('open', 'finishing', 'finished')", name="ck_attempts_status"),
    )
    op.create_index("ix_attempts_visitor", "attempts", ["visitor", "created"])
    op.create_index("ix_attempts_status", "attempts", ["status"])
    op.create_table(
        "turns",
        _attempt(primary_key=True),
        sa.Column("index", sa.Integer, primary_key=True),
        sa.Column("side", sa.String(5), nullable=False),
        sa.Column("at", sa.Double, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("moves", sa.JSON, nullable=False),
        sa.Column("heard", sa.JSON),
        sa.Column("state", sa.JSON),
        sa.Column("mood", sa.Double),
        sa.Column("reasons", sa.JSON, nullable=False),
    )
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer, primary_key=True),
        _attempt(),
        sa.Column("client_id", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("arrived", sa.Double, nullable=False),
        sa.Column("fate", sa.String(10), nullable=False),
        sa.Column("turn", sa.Integer),
        sa.UniqueConstraint("attempt", "client_id", name="uq_messages_attempt_client_id"),
    )
    op.create_index("ix_messages_fate", "messages", ["fate"])
    op.create_table(
        "exchanges",
        sa.Column("id", sa.Integer, primary_key=True),
        _attempt(),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("asked", sa.Double, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("answer", sa.JSON, nullable=False),
    )
    op.create_index("ix_exchanges_attempt", "exchanges", ["attempt"])
    op.create_table(
        "grades",
        sa.Column("id", sa.Integer, primary_key=True),
        _attempt(),
        sa.Column("made", sa.Double, nullable=False),
        sa.Column("grade", sa.JSON, nullable=False),
    )
    op.create_index("ix_grades_attempt", "grades", ["attempt"])


def downgrade() -> None:
    """Drops the tables."""
    for table in ("grades", "exchanges", "messages", "turns", "attempts"):
        op.drop_table(table)


def _attempt(primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(
        "attempt",
        sa.String(36),
        sa.ForeignKey("attempts.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )
