"""The work of `silkdesk grade` on one thing that was read; a line that is wrong stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.cli.transcript_input import BadLine
from bot.core.grade import Grade
from bot.core.review import Review
from bot.core.transcript import Transcript
from bot.grading.comparison import Comparison
from bot.service.grader import Grader

Read = Transcript | BadLine


def grading(grader: Grader, day: date | None) -> Callable[[Read], Grade | BadLine]:
    """Grades with the rules as of `day`, else of each transcript's own."""
    return lambda found: found if isinstance(found, BadLine) else grader.grade(found, day)


def with_reviews(
    shown: Callable[[Iterable[Grade | BadLine]], Iterator[str]], of_attempt: Callable[[str], Sequence[Review]]
) -> Callable[[Iterable[Grade | BadLine]], Iterator[str]]:
    """A format that shows grades with what teachers said of the same practice."""

    def beside(found: Grade | BadLine) -> Grade | BadLine:
        if isinstance(found, BadLine):
            return found
        return replace(found, reviews=tuple(of_attempt(found.transcript)))

    return lambda results: shown(map(beside, results))


def comparing(grader: Grader, newer: Grader, day: date | None) -> Callable[[Read], Comparison | BadLine]:
    """Grades as ever, and by `newer` with the rules as of `day`."""

    def work(found: Read) -> Comparison | BadLine:
        if isinstance(found, BadLine):
            return found
        return Comparison(grader.grade(found), newer.grade(found, day))

    return work
