"""What `silkdesk grade --compare` prints: how talks come out by another rubric or on another day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.cli.transcript_input import BadLine
from bot.core.grade import CheckResult, Grade
from bot.grading.comparison import Change, Comparison


def compared(results: Iterable[Comparison | BadLine]) -> Iterator[str]:
    """The talks that come out otherwise, and how many of all they are."""
    talks = changed = worse = better = 0
    for result in results:
        if isinstance(result, BadLine):
            yield f"line {result.line}: {result.error}\n"
            continue
        talks += 1
        if result.differs:
            changed += 1
            worse += result.turned and not result.after.passed
            better += result.turned and bool(result.after.passed)
            yield "\n".join([_head(result), *map(_change, result.changes), ""])
    yield f"{changed} of {talks} change: {worse} would pass no more, {better} would pass now\n"


def _head(found: Comparison) -> str:
    turned = {True: ", passes now", False: ", passes no more", None: ""}[found.after.passed]
    return f"{found.after.transcript}: {_score(found.before)} → {_score(found.after)}{turned * found.turned}"


def _change(change: Change) -> str:
    quotes = [evidence.quote for evidence in change.after.evidence if evidence.quote] if change.after else []
    lines = [f"  {change.title['en']} ({change.id}): {_verdict(change.before)} → {_verdict(change.after)}"]
    return "\n      ".join([*lines, *quotes])


def _verdict(check: CheckResult | None) -> str:
    if check is None or check.verdict == "na":
        return "not judged"
    return f"{check.verdict} {check.points:g}/{check.of:g}"


def _score(grade: Grade) -> str:
    return "no score" if grade.score is None else f"{grade.score:g}"
