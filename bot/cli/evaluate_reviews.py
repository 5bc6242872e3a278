"""The part of `silkdesk evaluate` that compares the grader with teachers."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.heard import JsonDict


def reviews() -> JsonDict:
    """Cohen's kappa between the grader's verdicts and the teachers' reviews stored on this host."""
    from bot import bootstrap
    from bot.grading.agreement import by_check

    whole, checks = by_check(bootstrap.reviews().latest())
    return {"overall": whole.to_json(), "checks": {id: found.to_json() for id, found in checks.items()}}


def lines(found: JsonDict) -> Iterator[str]:
    """The figures as a table for people."""
    yield f"{'teachers agree with the grader':36}{'n':>6}{'agreed':>8}{'kappa':>9}"
    for name, row in {"all checks": found["overall"], **found["checks"]}.items():
        yield line(name, row)


def line(name: str, row: JsonDict) -> str:
    """One agreement with its kappa, or the reason why it has none."""
    kappa = f"{row['kappa']:9.3f}" if row["kappa"] is not None else f"{'–':>9}  {row['reason']}"
    return f"  {name:34}{row['n']:>6}{row['agreed']:>8}{kappa}"
