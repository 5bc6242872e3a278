"""The database's tables. Every change here needs a migration in `migrations/versions`."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, CheckConstraint, Double, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """What all tables share: the metadata that migrations compare with."""


class AttemptRow(Base):
    """One run of a scenario by one visitor."""

    __tablename__ = "attempts"
    __table_args__ = (
        CheckConstraint("status in ('open', 'finishing', 'finished')", name="ck_attempts_status"),
        Index("ix_attempts_visitor", "visitor", "created"),
        Index("ix_attempts_status", "status"),
        Index("ix_attempts_inbox", "inbox"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    visitor: Mapped[str] = mapped_column(String(36))
    scenario: Mapped[str] = mapped_column(String(100))
    language: Mapped[str] = mapped_column(String(2))
    platform: Mapped[str] = mapped_column(String(40))
    country: Mapped[str] = mapped_column(String(2))
    seed: Mapped[int]
    mode: Mapped[str] = mapped_column(String(10))
    created: Mapped[float] = mapped_column(Double)
    status: Mapped[str] = mapped_column(String(10))
    opened: Mapped[float | None] = mapped_column(Double)
    ending: Mapped[str | None] = mapped_column(String(20))
    finished: Mapped[float | None] = mapped_column(Double)
    inbox: Mapped[str | None] = mapped_column(String(36))
    cefr: Mapped[str | None] = mapped_column(String(2))
    buyer: Mapped[str | None] = mapped_column(Text)


class TurnRow(Base):
    """A turn of either side; the pair of attempt and index makes two writers impossible."""

    __tablename__ = "turns"

    attempt: Mapped[str] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True)
    index: Mapped[int] = mapped_column(primary_key=True)
    side: Mapped[str] = mapped_column(String(5))
    at: Mapped[float] = mapped_column(Double)
    text: Mapped[str] = mapped_column(Text)
    moves: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    state: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    mood: Mapped[float | None] = mapped_column(Double)
    gloss: Mapped[str | None] = mapped_column(Text)
    subject: Mapped[str | None] = mapped_column(Text)


class MessageRow(Base):
    """One thing the trainee sent, kept before anybody is asked about it."""

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("attempt", "client_id", name="uq_messages_attempt_client_id"),
        Index("ix_messages_fate", "fate"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt: Mapped[str] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"))
    client_id: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    arrived: Mapped[float] = mapped_column(Double)
    fate: Mapped[str] = mapped_column(String(10))
    turn: Mapped[int | None]
    subject: Mapped[str | None] = mapped_column(Text)


class ExchangeRow(Base):
    """A question to the coach and the answer; no part of the conversation."""

    __tablename__ = "exchanges"
    __table_args__ = (Index("ix_exchanges_attempt", "attempt"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt: Mapped[str] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    turn: Mapped[int]
    asked: Mapped[float] = mapped_column(Double)
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[dict[str, Any]] = mapped_column(JSON)


class GradingRow(Base):
    """One grading of an attempt."""

    __tablename__ = "grades"
    __table_args__ = (Index("ix_grades_attempt", "attempt"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt: Mapped[str] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"))
    made: Mapped[float] = mapped_column(Double)
    grade: Mapped[dict[str, Any]] = mapped_column(JSON)


class ReviewRow(Base):
    """A teacher's word on one check of a grade."""

    __tablename__ = "reviews"
    __table_args__ = (Index("ix_reviews_grade", "grade", "check"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    grade: Mapped[int] = mapped_column(ForeignKey("grades.id", ondelete="CASCADE"))
    check: Mapped[str] = mapped_column(String(60))
    decision: Mapped[str] = mapped_column(String(10))
    given: Mapped[str] = mapped_column(String(3))
    verdict: Mapped[str] = mapped_column(String(3))
    points: Mapped[float] = mapped_column(Double)
    author: Mapped[str] = mapped_column(String(100))
    made: Mapped[float] = mapped_column(Double)
    reason: Mapped[str] = mapped_column(Text)
