"""Days and spans of time that a message names, in days of the calendar and in seconds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.core.heard import Finding

SECONDS = {"minute": 60, "hour": 3600, "day": 86400, "working_day": 86400, "week": 604800}
"""Seconds in a unit of time."""

DAYS = {"day": 1, "working_day": 1, "week": 7, "month": 30, "year": 360}
"""Days in a unit of what is said; a year has twelve months here, so that both compare."""


def day_named(finding: Finding, today: date) -> date | None:
    """The named day; without a year, the one nearest to today."""
    value = finding.value
    if "day" not in value or "month" not in value:
        return None
    years = [value["year"]] if "year" in value else [today.year - 1, today.year, today.year + 1]
    found = []
    for year in years:
        try:
            found.append(date(year, value["month"], value["day"]))
        except ValueError:
            continue
    return min(found, key=lambda day: abs((day - today).days), default=None)


def longest_span(findings: Iterable[Finding]) -> float | None:
    """Seconds of the longest span of time named, weeks at the most; None where none is."""
    spans = [finding.value for finding in findings if finding.kind == "duration"]
    return max(
        (span["max"] * SECONDS[span["unit"]] for span in spans if span["unit"] in SECONDS), default=None
    )
