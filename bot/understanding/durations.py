"""Spans of time, as the four languages write them: counted, by halves, or by a word of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.heard import Finding
from bot.understanding.number_words import NUMBER, ends_larger, value

_UNITS = {
    "minute": r"min(?:ute[ns]?|utos?)?\.?|минут[аыу]?|мин\.?",
    "hour": r"hours?|hrs?|Stunden?|Std\.?|час(?:а|ов)?|horas?",
    "day": r"days?|Tag(?:en?|es)?|д(?:ень|ня|ней)|сут(?:ки|ок)|d[ií]as?",
    "working_day": r"(?:working|business)[ -]days?|(?:Werk|Arbeits)tag(?:en?)?"
    r"|рабочи[хй] д(?:ень|ня|ней)|d[ií]as? (?:h[aá]bil(?:es)?|laborables?)",
    "week": r"weeks?|Wochen?|недел[ьюяи]|semanas?",
    "month": r"months?|Monat(?:en?|s)?|месяц(?:а|ев)?|mes(?:es)?",
    "year": r"years?|Jahr(?:en?|es)?|год(?:а|у)?|лет|años?",
}
_COUNT = rf"\d{{1,3}}|{NUMBER}"
_ORDER = ("working_day", "minute", "hour", "day", "week", "month", "year")
UNIT = "|".join(f"(?P<{name}>{_UNITS[name]})" for name in _ORDER)
"""The units of time, each as a group by its name."""
_DURATION = re.compile(
    rf"(?<![\w.,])(?P<a>{_COUNT})(?:\s?(?:-|–|to|bis|oder|or|до|или|a|o)\s?(?P<b>{_COUNT}))?[\s-]?(?:{UNIT})(?!\w)",
    re.IGNORECASE,
)
_WITHIN_ONE = re.compile(
    r"(?<!\w)(?:(?:with)?in (?:an?|one)|within the|(?:innerhalb|binnen)(?: von)? eine[smr]|in eine[mr]"
    rf"|через|в течение|(?:en|dentro de)(?: menos de)? una?)\s(?P<one>{UNIT})(?!\w)",
    re.IGNORECASE,
)
"""A span of one, which mostly has no number; a bare “a day” or “das Jahr” says no span."""
_TURNED = re.compile(
    r"(?<!\w)(?:(?P<hour>час(?:а|ов))|(?P<day>дн(?:я|ей))|(?P<week>недел[ьи])|(?P<month>месяц(?:а|ев)))\s"
    rf"(?P<a>{NUMBER})(?:\s?[-–]\s?(?P<b>{NUMBER}))?(?!\w)",
    re.IGNORECASE,
)
"""Russian names the unit first where it does not count exactly: недели две-три."""

_OWN: dict[tuple[int, int, str], tuple[str, ...]] = {
    (15, 15, "minute"): (
        "(?:a )?quarter of an hour",
        "(?:eine[nr]? )?Viertelstunde",
        "четверть часа",
        "un cuarto de hora",
    ),
    (30, 30, "minute"): (
        "(?:a )?half(?: an| a)?[ -]hour",
        "(?:eine[nr]? )?halbe[nr]? Stunde",
        "полчаса",
        "media hora",
    ),
    (90, 90, "minute"): (
        "(?:an|one) hour and a half",
        "one and a half hours",
        "(?:anderthalb|eineinhalb) Stunden",
        "полтора часа",
        "(?:una )?hora y media",
    ),
    (12, 12, "hour"): (
        "half a day",
        "(?:eine[nm]? )?halbe[nr]? Tag",
        "полдня",
    ),
    (36, 36, "hour"): (
        "(?:a|one) day and a half",
        "one and a half days",
        "(?:anderthalb|eineinhalb) Tagen?",
        "полтора дня",
        "(?:un )?d[ií]a y medio",
    ),
    (10, 11, "day"): (
        "(?:a|one) week and a half",
        "one and a half weeks",
        "(?:anderthalb|eineinhalb) Wochen",
        "полторы недели",
        "(?:una )?semana y media",
    ),
    (2, 2, "week"): ("(?:a |one )?fortnight",),
    (45, 45, "day"): (
        "(?:a|one) month and a half",
        "one and a half months",
        "(?:anderthalb|eineinhalb) Monaten?",
        "полтора месяца",
        "(?:un )?mes y medio",
    ),
    (6, 6, "month"): (
        "half a year",
        "(?:ein )?halbe[ns]? Jahr",
        "полгода",
        "medio año",
    ),
}
"""Least, most and unit, and how the languages say it."""
_SPANS = [
    (value, re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE))
    for value, forms in _OWN.items()
]
_COUPLE = re.compile(
    r"(?<!\w)(?:a couple(?: of)?|пар[ауы]|un par de)\s(?:(?P<minute>minutes|минут|minutos)"
    r"|(?P<hour>hours|часов|horas)|(?P<working_day>(?:working|business) days|рабочих дней|d[ií]as h[aá]biles)"
    r"|(?P<day>days|дней|d[ií]as)|(?P<week>weeks|недель|semanas)|(?P<month>months|месяцев|meses))(?!\w)",
    re.IGNORECASE,
)


def durations(text: str) -> Iterator[Finding]:
    """Spans of time; value: the least and the most of a unit, which is a smaller one where a half is told.

    What has a word of its own is not counted besides.
    """
    taken = bytearray(len(text))
    for span in _named(text):
        taken[span.start : span.end] = b"\x01" * (span.end - span.start)
        yield span
    yield from (span for span in _counted(text) if not any(taken[span.start : span.end]))


def _named(text: str) -> Iterator[Finding]:
    for (least, most, unit), form in _SPANS:
        for match in form.finditer(text):
            yield Finding("duration", *match.span(), {"min": least, "max": most, "unit": unit})
    for match in _COUPLE.finditer(text):
        yield Finding("duration", *match.span(), {"min": 2, "max": 3, "unit": match.lastgroup})


def _counted(text: str) -> Iterator[Finding]:
    for match in (*_DURATION.finditer(text), *_TURNED.finditer(text)):
        if ends_larger(match, "a"):
            continue
        least = _count(match["a"])
        most = _count(match["b"]) if match["b"] else least
        if least <= most:
            yield Finding("duration", *match.span(), {"min": least, "max": most, "unit": _unit(match)})
    for match in _WITHIN_ONE.finditer(text):
        yield Finding("duration", *match.span(), {"min": 1, "max": 1, "unit": _unit(match)})


def _unit(match: re.Match[str]) -> str:
    return next(name for name in _ORDER if match.groupdict().get(name))


def _count(word: str) -> int:
    if word[0].isdigit():
        return int(word)
    return value(word)
