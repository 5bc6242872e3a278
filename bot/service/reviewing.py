"""What a teacher does with a grade: accepts, adjusts or rejects the verdict of one check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol, get_args

from bot.core.errors import BadRequest, NotFound
from bot.core.heard import JsonDict
from bot.core.review import DECISIONS, Decision, Review
from bot.core.words import Verdict
from bot.grading.judgement import PASSES
from bot.store.records import Attempt, Grading

LONGEST = {"author": 100, "reason": 2_000}
OPPOSITE: dict[Verdict, Verdict] = {"yes": "no", "no": "yes"}


class KeepsGrades(Protocol):
    """What is needed of the store of attempts."""

    def get(self, attempt: str) -> Attempt | None: ...
    def grades(self, attempt: str) -> list[Grading]: ...


class KeepsReviews(Protocol):
    """What is needed of the store of reviews."""

    def add(self, grading: int, review: Review) -> None: ...
    def of_attempt(self, attempt: str) -> list[Review]: ...


@dataclass(frozen=True)
class Ruling:
    """What the teacher says of a check; `verdict` and `points` where it is adjusted."""

    check: str
    decision: str
    author: str
    reason: str
    verdict: str | None = None
    points: float | None = None


@dataclass(frozen=True)
class Reviewing:
    """The teacher's work over the store."""

    attempts: KeepsGrades
    reviews: KeepsReviews

    def attempt(self, attempt: str) -> Attempt:
        """A practice; raises NotFound where there is no such one."""
        found = self.attempts.get(attempt)
        if found is None:
            raise NotFound(f"{attempt}: there is no such practice; `silkdesk grade --practices` names them")
        return found

    def grading(self, attempt: str) -> Grading:
        """The latest grade of a practice; raises NotFound where there is no such practice, or no grade."""
        grades = self.attempts.grades(self.attempt(attempt).id)
        if not grades:
            raise NotFound(f"{attempt}: is not graded yet; finish it first")
        return grades[-1]

    def review(self, attempt: str, ruling: Ruling, now: float) -> Review:
        """Keeps the review beside the latest grade. Raises BadRequest for one that cannot be made."""
        grading = self.grading(attempt)
        check = next((c for c in grading.grade["checks"] if c["id"] == ruling.check), None)
        if check is None:
            raise BadRequest(f"{ruling.check}: the grade has no such check; `silkdesk rubric` names them")
        texts = {name: _text(name, getattr(ruling, name)) for name in LONGEST}
        decision = _decision(ruling.decision)
        verdict, points = _outcome(check, decision, ruling)
        made = Review(check["id"], decision, check["verdict"], verdict, points, made=now, **texts)
        self.reviews.add(grading.id, made)
        return made


def _text(name: str, given: str) -> str:
    text = " ".join(given.split())
    if not 0 < len(text) <= LONGEST[name]:
        raise BadRequest(f"{name}: must have 1 to {LONGEST[name]} characters")
    return text


def _decision(given: str) -> Decision:
    for decision in DECISIONS:
        if decision == given:
            return decision
    raise BadRequest(f"decision: {given} is none of {', '.join(DECISIONS)}")


def _outcome(check: JsonDict, decision: Decision, ruling: Ruling) -> tuple[Verdict, float]:
    """The teacher's verdict and points."""
    if decision == "adjust":
        return _adjusted(check, ruling)
    if ruling.verdict is not None or ruling.points is not None:
        raise BadRequest(f"{decision}: takes no verdict and no points; adjust does")
    given: Verdict = check["verdict"]
    if decision == "accept":
        return given, check["points"]
    if given == "na":
        raise BadRequest(f"{check['id']}: was not judged, so there is nothing to reject; adjust it instead")
    return OPPOSITE[given], _full(check, OPPOSITE[given])


def _adjusted(check: JsonDict, ruling: Ruling) -> tuple[Verdict, float]:
    verdict = next((known for known in get_args(Verdict) if known == ruling.verdict), None)
    if verdict is None:
        raise BadRequest("adjust: needs a verdict: yes, no or na")
    points = _full(check, verdict) if ruling.points is None else ruling.points
    if not _fits(check, verdict, points):
        raise BadRequest(f"points: {points:g} do not fit {verdict} of a check with {check['of']:g} points")
    if (verdict, points) == (check["verdict"], check["points"]):
        raise BadRequest(f"{check['id']}: is {verdict} with {points:g} points already; accept it instead")
    return verdict, points


def _full(check: JsonDict, verdict: Verdict) -> float:
    """All points of a check that is kept, none of any other."""
    return float(check["of"]) if verdict == "yes" else 0.0


def _fits(check: JsonDict, verdict: Verdict, points: Any) -> bool:
    """Whether the points agree with the verdict, which is yes from half of them upwards."""
    share = points / check["of"]
    if verdict == "na":
        return bool(points == 0)
    return bool(PASSES <= share <= 1 if verdict == "yes" else 0 <= share < PASSES)
