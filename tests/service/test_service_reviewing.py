"""What a teacher may say of a check, and what is refused in one line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from bot.core.errors import BadRequest, NotFound
from bot.core.heard import JsonDict
from bot.core.review import Review
from bot.service.reviewing import Reviewing, Ruling
from bot.store.records import Attempt, Grading
from tests.service.fakes import grade

ALICE = Attempt("a-1", "alice", "late-parcel", "de", "ebay", "DE", 7, "practice", 1.0)
GIVEN = grade({"id": "a-1", "scenario": "late-parcel", "turns": [{"from": "agent", "text": "Auf WhatsApp!"}]})
NO = Ruling("no_off_platform_contact", "reject", "Wang Li", "It was refused.")


@dataclass
class Kept:
    """A store with one graded practice, which keeps reviews."""

    grade: JsonDict | None = field(default_factory=lambda: GIVEN)
    kept: list[tuple[int, Review]] = field(default_factory=list)

    def get(self, attempt: str) -> Attempt | None:
        return ALICE if attempt == "a-1" else None

    def grades(self, attempt: str) -> list[Grading]:
        assert attempt == "a-1"
        return [Grading(1, 5.0, {"checks": []}), Grading(2, 6.0, self.grade)] if self.grade else []

    def add(self, grading: int, review: Review) -> None:
        self.kept.append((grading, review))

    def of_attempt(self, attempt: str) -> list[Review]:
        assert attempt == "a-1"
        return [review for _, review in self.kept]


@pytest.fixture
def store() -> Kept:
    return Kept()


@pytest.fixture
def desk(store: Kept) -> Reviewing:
    return Reviewing(store, store)


def of(desk: Reviewing, check: str) -> JsonDict:
    return next(c for c in desk.grading("a-1").grade["checks"] if c["id"] == check)


def test_a_rejected_verdict_turns_round(desk: Reviewing, store: Kept) -> None:
    points = float(of(desk, NO.check)["of"])
    made = desk.review("a-1", NO, 9.0)
    assert made == Review(NO.check, "reject", "no", "yes", points, "Wang Li", 9.0, "It was refused.")
    assert store.kept == [(2, made)]


def test_an_accepted_verdict_stays_with_its_points(desk: Reviewing) -> None:
    made = desk.review("a-1", replace(NO, check="first_reply_in_time", decision="accept"), 9.0)
    assert (made.given, made.verdict, made.points) == ("yes", "yes", 9)


def test_points_may_be_adjusted_within_a_verdict(desk: Reviewing) -> None:
    ruling = replace(NO, check="first_reply_in_time", decision="adjust", verdict="yes", points=6.0)
    assert (desk.review("a-1", ruling, 9.0).verdict, desk.review("a-1", ruling, 9.0).points) == ("yes", 6)


def test_what_was_not_judged_can_be_adjusted(desk: Reviewing) -> None:
    ruling = replace(NO, check="remedy_lawful", decision="adjust", verdict="no")
    made = desk.review("a-1", ruling, 9.0)
    assert (made.given, made.verdict, made.points) == ("na", "no", 0)


@pytest.mark.parametrize(
    ("ruling", "told"),
    [
        (replace(NO, check="nothing"), "nothing: the grade has no such check"),
        (replace(NO, decision="praise"), "decision: praise is none of accept, adjust, reject"),
        (replace(NO, author=" "), "author: must have 1 to 100 characters"),
        (replace(NO, reason=""), "reason: must have 1 to 2000 characters"),
        (replace(NO, reason="x" * 2001), "reason: must have"),
        (replace(NO, verdict="yes"), "reject: takes no verdict and no points"),
        (replace(NO, check="remedy_lawful"), "remedy_lawful: was not judged"),
        (replace(NO, decision="adjust"), "adjust: needs a verdict"),
        (replace(NO, decision="adjust", verdict="maybe"), "adjust: needs a verdict"),
        (replace(NO, decision="adjust", verdict="yes", points=99.0), "points: 99 do not fit yes"),
        (replace(NO, decision="adjust", verdict="yes", points=float("nan")), "points: nan do not fit"),
        (replace(NO, decision="adjust", verdict="na", points=1.0), "points: 1 do not fit na"),
        (replace(NO, decision="adjust", verdict="no"), "is no with 0 points already; accept it"),
    ],
)
def test_what_cannot_be_reviewed_is_refused_and_not_kept(
    desk: Reviewing, store: Kept, ruling: Ruling, told: str
) -> None:
    with pytest.raises(BadRequest) as caught:
        desk.review("a-1", ruling, 9.0)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert store.kept == []


def test_only_a_graded_practice_can_be_reviewed(desk: Reviewing, store: Kept) -> None:
    with pytest.raises(NotFound, match="there is no such practice"):
        desk.grading("a-2")
    store.grade = None
    with pytest.raises(NotFound, match="is not graded yet"):
        desk.grading("a-1")
