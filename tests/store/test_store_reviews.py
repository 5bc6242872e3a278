"""Reviews in a real SQLite file, beside grades that stay as they were."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.core.review import Review
from bot.store.attempts import SqlAttempts
from bot.store.database import connect
from bot.store.migrate import migrate
from bot.store.records import Attempt
from bot.store.reviews import SqlReviews

FIRST = Review("greeted", "reject", "no", "yes", 2.0, "Wang Li", 9.0, "“Guten Tag” stands there.")


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'silkdesk.db'}"
    migrate(address)
    attempts = SqlAttempts(connect(address))
    for name in ("a-1", "a-2"):
        attempts.add(Attempt(name, "alice", "late-parcel", "de", "ebay", "DE", 7, "practice", 1.0))
        attempts.add_grade(name, {"score": 50}, 8.0)
    return address


def test_reviews_come_back_as_they_were_kept_and_the_grade_stays(url: str) -> None:
    store, later = SqlReviews(connect(url)), replace(FIRST, check="closed", decision="accept", verdict="no")
    for review in (FIRST, later):
        store.add(1, review)
    store.add(2, FIRST)
    assert store.of_attempt("a-1") == [FIRST, later]
    assert [g.grade for g in SqlAttempts(connect(url)).grades("a-1")] == [{"score": 50}]


def test_the_last_review_of_each_teacher_counts_for_each_check_of_each_grade(url: str) -> None:
    store = SqlReviews(connect(url))
    changed = replace(FIRST, decision="accept", verdict="no", points=0.0, made=10.0)
    other = replace(FIRST, author="Zhao")
    for grading, review in ((1, FIRST), (1, other), (2, FIRST), (1, changed)):
        store.add(grading, review)
    assert list(store.latest()) == [changed, other, FIRST]
    assert len(store.of_attempt("a-1")) == 3


def test_a_review_needs_its_grade(url: str) -> None:
    with pytest.raises(IntegrityError):
        SqlReviews(connect(url)).add(3, FIRST)


def test_reviews_go_with_their_attempt(url: str) -> None:
    store = SqlReviews(connect(url))
    store.add(1, FIRST)
    with connect(url).begin() as connection:
        connection.execute(text("delete from attempts where id = 'a-1'"))
    assert list(store.latest()) == []
