"""Spans of time that a text tells, in days, so that two of them can be compared."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.core.days import DAYS
from bot.understanding.durations import UNIT, durations
from bot.understanding.number_words import NUMBER, value

UNITS = {"hour": 1 / 24, **DAYS}
"""Days in a unit; minutes are no span of a right."""
ONE = r"(?:one|an?|ein(?:e[mnrs]?|s)?|один|одн[ау]|uno?|una)"
"""The number one, which is also an article."""

_ONE_UNIT = re.compile(rf"(?<!\w){ONE}\s(?:{UNIT})(?!\w)", re.IGNORECASE)
_BARE = re.compile(
    rf"(?<!\w)(?:(?P<count>ein halbes|\d{{1,3}}|{NUMBER})|{ONE})(?: lang| zurück)?\s*(?:[.,;!)](?!\d)|\Z)",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """A span with its place in the text, its days (of a range the most), and the days of its unit."""

    start: int
    end: int
    days: float
    unit: float


def told(text: str) -> list[Told]:
    """Every span of hours and more, by place: “two weeks”, “a month”, “half a year”."""
    counted = [
        Told(s.start, s.end, float(s.value["max"]) * UNITS[unit], UNITS[unit])
        for s in durations(text)
        if (unit := str(s.value["unit"])) in UNITS
    ]
    taken = {place for span in counted for place in range(span.start, span.end)}
    single = [
        Told(*one.span(), UNITS[unit], UNITS[unit])
        for one in _ONE_UNIT.finditer(text)
        for unit in UNITS
        if one[unit] and one.start() not in taken
    ]
    return sorted({*counted, *single})


def bare(text: str, start: int, end: int, unit: float) -> Told | None:
    """The first count in a stretch that has no unit and ends a clause: “with us only one”."""
    match = _BARE.search(text, start, end)
    return Told(*match.span(), _number(match["count"]) * unit, unit) if match else None


def _number(count: str | None) -> float:
    """`7`, `seven`, the half of “ein halbes”, or one."""
    if not count or count.isdigit():
        return float(count or 1)
    return 0.5 if "halb" in count.casefold() else value(count)
