"""A teacher's word on one check of a grade. It stands beside the grade, which stays as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from bot.core.heard import JsonDict
from bot.core.words import Verdict

Decision = Literal["accept", "adjust", "reject"]
DECISIONS: tuple[Decision, ...] = get_args(Decision)


@dataclass(frozen=True)
class Review:
    """What a teacher decided on one check.

    `given` is the grader's verdict, `verdict` the teacher's with its `points`. `made`: seconds since
    1970 (UTC).
    """

    check: str
    decision: Decision
    given: Verdict
    verdict: Verdict
    points: float
    author: str
    made: float
    reason: str

    def to_json(self) -> JsonDict:
        """All of it, as it stands in a grade's `reviews`."""
        return dict(vars(self))
