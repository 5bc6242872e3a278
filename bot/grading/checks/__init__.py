"""The checks: each a function from a talk to its judgement, listed by the id of contract/checks.yml."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.grading.checks import communication, compliance, resolution, response_time
from bot.grading.judgement import Judgement
from bot.grading.talk import Talk

Judge = Callable[[Talk], Judgement]

JUDGES: Mapping[str, Judge] = {
    **response_time.JUDGES,
    **resolution.JUDGES,
    **compliance.JUDGES,
    **communication.JUDGES,
}
"""Check id to its judge, by dimension in the contract's order."""
