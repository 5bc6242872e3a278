"""How what is wrong in people's files looks in a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.core.errors import Problem


def print_problems(
    checked: int, what: str, errors: Sequence[Problem], warnings: Sequence[Problem], as_json: bool
) -> None:
    """What a `check` of so many `what` (articles, scenarios) found."""
    if as_json:
        found = {"checked": checked, "errors": list(map(vars, errors)), "warnings": list(map(vars, warnings))}
        print(json.dumps(found, ensure_ascii=False))
        return
    for problem in errors:
        print(problem)
    for problem in warnings:
        print(f"warning: {problem}")
    print(f"{checked} {what} checked: {len(errors)} errors, {len(warnings)} warnings")
