"""Grades for a person at a terminal: every check that cost points with its words and what to say instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from bot.cli.transcript_input import BadLine
from bot.core.bill import Bill, plain, written
from bot.core.grade import CheckResult, Grade
from bot.core.review import Review
from bot.core.text import one_line
from bot.core.words import Dimension


def text(results: Iterable[Grade | BadLine]) -> Iterator[str]:
    """A paragraph a grade."""
    for result in results:
        if isinstance(result, BadLine):
            yield f"line {result.line}: {result.error}\n"
        else:
            yield "\n".join([*_head(result), *_bill(result), *_checks(result), ""])


def outcome(given: Grade) -> str:
    """Whether a talk passed, in words."""
    return {True: "passed", False: "not passed", None: "nothing to judge"}[given.passed]


def _head(given: Grade) -> Iterator[str]:
    score = f"no score{_why(given)}" if given.score is None else f"{given.score:g} of 100"
    yield f"{one_line(given.transcript)}: {score}, {outcome(given)} (pass mark {given.pass_mark:g})"
    if given.cap:
        by = ", ".join(given.cap.because)
        yield f"  {given.before_cap:.1f} before the cap of {given.cap.score:g} by {by}"
    for dimension, part in given.dimensions.items():
        yield f"  {dimension:14} {'–' if part.score is None else _account(given, dimension, part.score)}"


def _account(given: Grade, dimension: Dimension, score: float) -> str:
    """A dimension's score, its share of the whole, and what that costs: the losses of its checks."""
    share = given.share(dimension)
    return f"{score:.1f}, {100 * share:.0f} % of the score: −{(100 - score) * share:.1f}"


def _why(given: Grade) -> str:
    """The reason that all checks share for not applying, in brackets; empty where they share none."""
    reasons = {check.reason["en"] if check.reason else None for check in given.checks}
    reason = reasons.pop() if len(reasons) == 1 else None
    return f" ({reason})" if reason else ""


def _bill(given: Grade) -> Iterator[str]:
    if given.bill.charges:
        yield f"  cost the shop {sums(given.bill)}"
    for charge in given.bill.charges:
        price = f"{'up to ' * charge.most}{plain(charge.amount)} {charge.currency}"
        yield f"      turn {charge.turn}: {price}, {charge.why['en']} ({charge.source})"


def sums(bill: Bill) -> str:
    """The sums of a bill, those that are due before those that are a maximum."""
    return " + ".join([*written(bill.total), *written(bill.at_most, "up to ")])


def review_line(made: Review) -> str:
    """What a teacher said of a check."""
    day = datetime.fromtimestamp(made.made, UTC).date().isoformat()
    outcome = made.given if made.decision == "accept" else f"{made.given} → {made.verdict} {made.points:g}"
    return f"{made.decision} ({outcome}) by {made.author}, {day}: {made.reason}"


def _checks(given: Grade) -> Iterator[str]:
    for check in given.checks:
        reviews = [made for made in given.reviews if made.check == check.id]
        if check.verdict == "no" or check.lost or reviews:
            yield from _check(check)
        yield from (f"      Teacher: {review_line(made)}" for made in reviews)


def _check(check: CheckResult) -> Iterator[str]:
    word = "partly" if check.verdict == "yes" and check.lost else check.verdict
    critical = " critical" if check.critical else ""
    cost = f"{check.points:g} of {check.of:g} points: −{check.lost:.1f}"
    yield f"  {word}: {check.title['en']} ({check.id}){critical}, {cost}"
    for evidence in check.evidence:
        yield f"      turn {evidence.turn}: {one_line(evidence.quote or 'left undone here')}"
    if check.reason:
        yield f"      {check.reason['en']}"
    if check.advice:
        yield f"      {check.advice['en']}"
    if check.phrase:
        yield f"      Say: {check.phrase}"
    yield f"      See {check.topic}{f', {check.section}' if check.section else ''}"
