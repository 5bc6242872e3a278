"""Grades for a person at a terminal: every check that cost points with its words and what to say instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.cli.transcript_input import BadLine
from bot.core.grade import CheckResult, Grade


def text(results: Iterable[Grade | BadLine]) -> Iterator[str]:
    """A paragraph a grade."""
    for result in results:
        if isinstance(result, BadLine):
            yield f"line {result.line}: {result.error}\n"
        else:
            yield "\n".join([*_head(result), *_checks(result), ""])


def outcome(given: Grade) -> str:
    """Whether a talk passed, in words."""
    return {True: "passed", False: "not passed", None: "nothing to judge"}[given.passed]


def _head(given: Grade) -> Iterator[str]:
    score = "no score" if given.score is None else f"{given.score:g} of 100"
    yield f"{given.transcript}: {score}, {outcome(given)} (pass mark {given.pass_mark:g})"
    if given.cap:
        yield f"  capped at {given.cap.score:g} by {', '.join(given.cap.because)}"
    for dimension, part in given.dimensions.items():
        yield f"  {dimension:14} {'–' if part.score is None else f'{part.score:.1f}'}"


def _checks(given: Grade) -> Iterator[str]:
    for check in given.checks:
        if check.verdict == "no" or check.lost:
            yield from _check(check)


def _check(check: CheckResult) -> Iterator[str]:
    word = "no" if check.verdict == "no" else "partly"
    critical = " critical" if check.critical else ""
    yield f"  {word}: {check.title['en']} ({check.id}){critical}, −{check.lost:.1f}"
    for evidence in check.evidence:
        yield f"      turn {evidence.turn}: {evidence.quote or 'left undone here'}"
    if check.reason:
        yield f"      {check.reason['en']}"
    if check.advice:
        yield f"      {check.advice['en']}"
    if check.phrase:
        yield f"      Say: {check.phrase}"
    yield f"      See {check.topic}{f', {check.section}' if check.section else ''}"
