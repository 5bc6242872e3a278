"""A grade: verdicts with their evidence, and how they add up. The contract's grade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.bill import Bill
from bot.core.heard import JsonDict
from bot.core.review import Review
from bot.core.words import DIMENSIONS, Dimension, Verdict

Text = Mapping[str, str]
"""A text for the reader in both interface languages: keys zh and en."""


@dataclass(frozen=True)
class Evidence:
    """Words quoted exactly from a turn; or, for what was left undone, the turn where it was due."""

    turn: int
    start: int | None = None
    end: int | None = None
    quote: str | None = None

    def to_json(self) -> JsonDict:
        """The contract's evidence."""
        return {"turn": self.turn, "start": self.start, "end": self.end, "quote": self.quote}


@dataclass(frozen=True)
class CheckResult:
    """The verdict of one check. A `no` needs evidence, an `na` a reason; both are enforced here.

    `lost` is what it takes from the whole score before a cap; what all checks lose adds up to 100 less that.
    """

    id: str
    title: Text
    dimension: Dimension
    verdict: Verdict
    critical: bool
    points: float
    of: float
    evidence: tuple[Evidence, ...] = ()
    rule: str | None = None
    topic: str | None = None
    section: str | None = None
    advice: Text | None = None
    phrase: str | None = None
    reason: Text | None = None
    lost: float = 0.0

    def __post_init__(self) -> None:
        """Raises ValueError for an accusation without evidence or an exemption without reason."""
        if self.verdict == "no" and not self.evidence:
            raise ValueError(f"check {self.id}: a verdict no needs evidence")
        if self.verdict == "na" and not self.reason:
            raise ValueError(f"check {self.id}: a verdict na needs a reason")

    def to_json(self) -> JsonDict:
        """The contract's check."""
        return {
            "id": self.id,
            "title": dict(self.title),
            "dimension": self.dimension,
            "verdict": self.verdict,
            "critical": self.critical,
            "points": round(self.points, 2),
            "of": self.of,
            "lost": round(self.lost, 4),
            "evidence": [e.to_json() for e in self.evidence],
            "rule": self.rule,
            "topic": self.topic,
            "section": self.section,
            "advice": dict(self.advice) if self.advice else None,
            "phrase": self.phrase,
            "reason": dict(self.reason) if self.reason else None,
        }


@dataclass(frozen=True)
class Violation:
    """An accusation: a violate act that the rules did not acquit, with the words it rests on."""

    act: str
    check: str
    turn: int
    start: int
    end: int
    quote: str
    topic: str
    critical: bool

    def to_json(self) -> JsonDict:
        """The contract's violation."""
        return dict(vars(self))


@dataclass(frozen=True)
class Index:
    """One of the employers' fourteen indices: a value with its unit, or None and the reason.

    `of` is what the value is a mean or a share of: waits, questions, checks, or a sum in `currency`; over
    many talks it weighs them. `mark` is what the shop reckons with, where a scenario says so.
    """

    id: str
    value: float | None
    unit: str
    reason: Text | None = None
    of: float = 1.0
    currency: str | None = None
    mark: float | None = None

    def to_json(self) -> JsonDict:
        """The contract's index."""
        return {
            "value": self.value,
            "unit": self.unit,
            "reason": dict(self.reason) if self.reason else None,
            "of": None if self.value is None else self.of,
            "currency": self.currency,
            "mark": self.mark,
        }


@dataclass(frozen=True)
class DimensionScore:
    """100 times points over possible points of the judged checks; None where none was judged."""

    score: float | None
    weight: float


@dataclass(frozen=True)
class Cap:
    """The highest score that broken critical checks leave, and which checks those are."""

    score: float
    because: tuple[str, ...]


@dataclass(frozen=True)
class GraderVersion:
    """What a grade depends on besides the transcript: same version, same transcript, same bytes."""

    version: str
    rubric: str
    rules: str
    understanding: str


@dataclass(frozen=True)
class Grade:
    """The whole grade of one transcript; `reviews` are teachers' words beside it, where there are any."""

    transcript: str
    scenario: str | None
    score: float | None
    passed: bool | None
    pass_mark: float
    cap: Cap | None
    grader: GraderVersion
    dimensions: Mapping[Dimension, DimensionScore]
    checks: tuple[CheckResult, ...]
    violations: tuple[Violation, ...]
    indices: tuple[Index, ...]
    bill: Bill = field(default_factory=Bill)
    reviews: tuple[Review, ...] = ()

    @property
    def before_cap(self) -> float:
        """The score before a cap: 100 less what all checks lose."""
        return 100 - sum(check.lost for check in self.checks)

    def share(self, dimension: Dimension) -> float:
        """The dimension's share of the weights of those that were judged; 0 where it was not."""
        judged = [part.weight for part in self.dimensions.values() if part.score is not None]
        part = self.dimensions[dimension]
        return 0.0 if part.score is None else part.weight / sum(judged)

    def to_json(self) -> JsonDict:
        """The contract's grade."""
        return {
            "transcript": self.transcript,
            "scenario": self.scenario,
            "score": self.score,
            "passed": self.passed,
            "pass_mark": self.pass_mark,
            "cap": {"score": self.cap.score, "because": list(self.cap.because)} if self.cap else None,
            "grader": dict(vars(self.grader)),
            "dimensions": {
                d: {"score": self.dimensions[d].score, "weight": self.dimensions[d].weight}
                for d in DIMENSIONS
            },
            "checks": [c.to_json() for c in self.checks],
            "violations": [v.to_json() for v in self.violations],
            "indices": {i.id: i.to_json() for i in self.indices},
            "bill": self.bill.to_json(),
            **({"reviews": [r.to_json() for r in self.reviews]} if self.reviews else {}),
        }
