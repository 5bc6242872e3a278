"""Keeps teachers' reviews beside the grades that they are about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from sqlalchemy import Engine, insert, select
from sqlalchemy.orm import Session

from bot.core.review import Decision, Review
from bot.core.words import Verdict
from bot.store.tables import GradingRow, ReviewRow

BATCH = 500


class SqlReviews:
    """The repository of reviews. A review is added, never written over."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, grading: int, review: Review) -> None:
        """Keeps a review of a check of this grading."""
        with Session(self._engine) as session, session.begin():
            session.execute(insert(ReviewRow).values(grade=grading, **vars(review)))

    def of_attempt(self, attempt: str) -> list[Review]:
        """The reviews of all grades of an attempt, the first made first."""
        query = select(ReviewRow).join(GradingRow, GradingRow.id == ReviewRow.grade)
        query = query.where(GradingRow.attempt == attempt).order_by(ReviewRow.id)
        with Session(self._engine) as session:
            return [_review(row) for row in session.scalars(query)]

    def latest(self) -> Iterator[Review]:
        """Of each teacher the last review of each check of each grade, read bit by bit."""
        query = select(ReviewRow).order_by(ReviewRow.grade, ReviewRow.check, ReviewRow.author, ReviewRow.id)
        last: ReviewRow | None = None
        with Session(self._engine) as session:
            for row in session.scalars(query.execution_options(yield_per=BATCH)):
                if last and _subject(last) != _subject(row):
                    yield _review(last)
                last = row
            if last:
                yield _review(last)


def _subject(row: ReviewRow) -> tuple[int, str, str]:
    return row.grade, row.check, row.author


def _review(row: ReviewRow) -> Review:
    return Review(
        check=row.check,
        decision=cast(Decision, row.decision),
        given=cast(Verdict, row.given),
        verdict=cast(Verdict, row.verdict),
        points=row.points,
        author=row.author,
        made=row.made,
        reason=row.reason,
    )
