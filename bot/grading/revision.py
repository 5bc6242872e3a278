"""The score of a stored grade as teachers see it: the same sums, over the points that they gave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.core.heard import JsonDict
from bot.core.review import Review


def in_force(reviews: Iterable[Review]) -> dict[str, Review]:
    """Check to the review that decides about it: the last one."""
    return {review.check: review for review in reviews}


def revised_score(grade: Mapping[str, Any], reviews: Iterable[Review], caps: Sequence[float]) -> float | None:
    """The score with the teachers' points in place of the grader's, None where nothing is judged.

    `caps`: the highest score with one broken critical check, with two, and so on.
    """
    decided = in_force(reviews)
    checks = [_with(check, decided.get(check["id"])) for check in grade["checks"]]
    total = weighed = 0.0
    for name, dimension in grade["dimensions"].items():
        judged = [check for check in checks if check["dimension"] == name and check["verdict"] != "na"]
        if judged:
            share = sum(check["points"] for check in judged) / sum(check["of"] for check in judged)
            weighed += 100 * share * dimension["weight"]
            total += dimension["weight"]
    if not total:
        return None
    broken = sum(check["critical"] and check["verdict"] == "no" for check in checks)
    cap = caps[min(broken, len(caps)) - 1] if broken else 100.0
    return round(min(weighed / total, cap), 2)


def _with(check: JsonDict, review: Review | None) -> JsonDict:
    return {**check, "verdict": review.verdict, "points": review.points} if review else check
