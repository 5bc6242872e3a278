"""Numbers, times and days that a message names, and in which of its acts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.buyer.scenario import Unit
from bot.core.heard import Finding, Heard, HeardAct

DELIVERY = frozenset({"inform_shipping_time", "violate_false_promise"})
"""Acts whose dates say when the goods come."""


def acts_of(heard: Heard, ids: Iterable[str]) -> list[HeardAct]:
    """The acts of those ids, with their places."""
    return [act for act in heard.acts if act.act in set(ids)]


def names_an_offer(heard: Heard, unit: Unit) -> bool:
    """Whether the message names a per cent, or days: in answer to a demand that is an offer."""
    kind = "percent" if unit == "percent" else "duration"
    return any(finding.kind == kind for finding in heard.findings)


def names_a_time(heard: Heard) -> bool:
    """Whether the message names a date or a span of time."""
    return any(finding.kind in ("date", "duration") for finding in heard.findings)


def delivery_dates(heard: Heard, today: date) -> list[date]:
    """The days from today on that the message names for the arrival of the goods, in order."""
    spans = [(act.start, act.end) for act in acts_of(heard, DELIVERY)]
    named = (
        _day(finding, today)
        for finding in heard.findings
        if finding.kind == "date" and any(start <= finding.start < end for start, end in spans)
    )
    return sorted({day for day in named if day is not None and day >= today})


def _day(finding: Finding, today: date) -> date | None:
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
