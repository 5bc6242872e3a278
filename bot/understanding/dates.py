"""Calendar dates with at least day and month, as the four languages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.core.heard import Finding

_MONTHS = (
    "jan(?:uary|uar)?|enero|январ[ья]",
    "feb(?:ruary|ruar)?|febrero|феврал[ья]",
    "mar(?:ch)?|märz|marzo|март[а]?",
    "apr(?:il)?|abril|апрел[ья]",
    "may|mai|mayo|ма[яй]",
    "june?|juni|junio|июн[ья]",
    "july?|juli|julio|июл[ья]",
    "aug(?:ust)?|agosto|август[а]?",
    "sept?(?:ember)?|septiembre|сентябр[ья]",
    "oct(?:ober)?|okt(?:ober)?|octubre|октябр[ья]",
    "nov(?:ember)?|noviembre|ноябр[ья]",
    "dec(?:ember)?|dez(?:ember)?|diciembre|декабр[ья]",
)
_MONTH = "|".join(f"(?P<m{i}>{form})" for i, form in enumerate(_MONTHS, 1))
_YEAR = r"(?:[.,]?\s(?:de\s|del\s)?(?P<year>20\d\d)(?!\d))?"
_ISO = re.compile(r"(?<![\d-])(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
_DOTTED = re.compile(
    r"(?<![\d.,])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>20\d\d|\d\d)(?!\d))?(?![\d.])"
)
_SLASHED = re.compile(r"(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>20\d\d)(?![\d/])")
_BETWEEN = r"(?:-|–|to|and|bis|und|по|и|al?|y)(?:\s(?:the|zum|dem|el))?"
"""What joins the first and the last day of a span: both have one month, which is named once."""
_DAY_FIRST = re.compile(
    rf"(?<![\w.,])(?:(?P<first>\d{{1,2}})(?:\.|st|nd|rd|th)?\s?{_BETWEEN}\s?)?(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s(?:de\s|of\s)?(?:{_MONTH})(?!\w){_YEAR}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?:{_MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w%])"
    rf"(?:\s?(?:-|–|to|and)\s?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?(?!\s?[\w%€$£:]))?{_YEAR}",
    re.IGNORECASE,
)


def dates(text: str) -> Iterator[Finding]:
    """Dates; value: day, month and, where written, year; empty where day and month could be swapped."""
    for form in (_ISO, _DOTTED):
        for match in form.finditer(text):
            yield from _found(match, int(match["day"]), int(match["month"]))
    for match in _SLASHED.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if first > 12 or second > 12:
            yield from _found(match, max(first, second), min(first, second))
        else:
            yield Finding("date", *match.span(), {})
    for form in (_DAY_FIRST, _MONTH_FIRST):
        for match in form.finditer(text):
            month = next(i for i in range(1, 13) if match.group(f"m{i}"))
            yield from _spans(match, month)


def _spans(match: re.Match[str], month: int) -> Iterator[Finding]:
    """The day, and the other end of a span of days where one stands beside it."""
    day = int(match["day"])
    first, last = (int(match.groupdict().get(end) or 0) for end in ("first", "last"))
    if 0 < first < day:
        yield from _found(match, first, month, match.span("first"))
    start = match.start("day") if first else match.start()
    yield from _found(match, day, month, (start, match.end("day") if last else match.end()))
    if last > day:
        yield from _found(match, last, month, match.span("last"))


def _found(
    match: re.Match[str], day: int, month: int, span: tuple[int, int] | None = None
) -> Iterator[Finding]:
    """The date at `span`, or where the form matched, unless the calendar has none such."""
    year = int(match["year"]) if match["year"] else None
    if year is not None and year < 100:
        year += 2000
    try:
        date(year or 2024, month, day)
    except ValueError:
        return
    yield Finding(
        "date", *(span or match.span()), {"day": day, "month": month, **({"year": year} if year else {})}
    )
