"""The work of `silkdesk grade` on one thing that was read; a line that is wrong stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.cli.transcript_input import BadLine
from bot.core.grade import Grade
from bot.core.transcript import Transcript
from bot.grading.comparison import Comparison
from bot.service.grader import Grader

Read = Transcript | BadLine


def grading(grader: Grader, day: date | None) -> Callable[[Read], Grade | BadLine]:
    """Grades with the rules as of `day`, else of each transcript's own."""
    return lambda found: found if isinstance(found, BadLine) else grader.grade(found, day)


def comparing(grader: Grader, newer: Grader, day: date | None) -> Callable[[Read], Comparison | BadLine]:
    """Grades as ever, and by `newer` with the rules as of `day`."""

    def work(found: Read) -> Comparison | BadLine:
        if isinstance(found, BadLine):
            return found
        return Comparison(grader.grade(found), newer.grade(found, day))

    return work
