"""The work of `silkdesk grade` on one thing that was read: a grade, and lines that are wrong as they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.cli.transcript_input import BadLine
from bot.core.grade import Grade
from bot.core.transcript import Transcript
from bot.service.grader import Grader

Read = Transcript | BadLine


def grading(grader: Grader, day: date | None) -> Callable[[Read], Grade | BadLine]:
    """Grades with the rules as of `day`, else of each transcript's own."""
    return lambda found: found if isinstance(found, BadLine) else grader.grade(found, day)
