"""Two grades of one talk, by an older and a newer rubric or as of two days, and what differs."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.grade import CheckResult, Grade, Text, Violation
from bot.core.heard import JsonDict


@dataclass(frozen=True)
class Change:
    """A check that is judged otherwise; None where one of the rubrics leaves it out."""

    id: str
    title: Text
    before: CheckResult | None
    after: CheckResult | None

    def to_json(self) -> JsonDict:
        """The check with what it was and what it is."""
        told = {"check": self.id, "title": dict(self.title)}
        return {**told, "before": _points(self.before), "after": _points(self.after)}


@dataclass(frozen=True)
class Comparison:
    """The two grades."""

    before: Grade
    after: Grade

    @property
    def changes(self) -> tuple[Change, ...]:
        """The checks whose verdict or points differ, in the order of the newer grade."""
        old, new = ({check.id: check for check in grade.checks} for grade in (self.before, self.after))
        found = (Change(id, (new | old)[id].title, old.get(id), new.get(id)) for id in new | old)
        return tuple(change for change in found if _points(change.before) != _points(change.after))

    @property
    def accused(self) -> tuple[Violation, ...]:
        """The violations that only the newer grade accuses."""
        known = {(v.act, v.turn) for v in self.before.violations}
        return tuple(v for v in self.after.violations if (v.act, v.turn) not in known)

    @property
    def differs(self) -> bool:
        """Whether anything that a reader sees is otherwise."""
        return bool(self.changes) or self.before.score != self.after.score or self.turned

    @property
    def turned(self) -> bool:
        """Whether it passes in one of the grades and not in the other."""
        return self.before.passed != self.after.passed

    def to_json(self) -> JsonDict:
        """Both outcomes with the versions they rest on, and what differs."""
        return {
            "transcript": self.after.transcript,
            "before": _outcome(self.before),
            "after": _outcome(self.after),
            "changes": [change.to_json() for change in self.changes],
            "accused": [violation.to_json() for violation in self.accused],
        }


def _points(check: CheckResult | None) -> JsonDict | None:
    return {"verdict": check.verdict, "points": check.points, "of": check.of} if check else None


def _outcome(grade: Grade) -> JsonDict:
    told = grade.to_json()
    return {key: told[key] for key in ("score", "passed", "pass_mark", "cap", "grader")}
