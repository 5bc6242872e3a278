"""Spans of time that have a word of their own, such as a fortnight, or are told by halves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.heard import Finding

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


def spans(text: str) -> Iterator[Finding]:
    """Of kind duration; value as theirs, in a smaller unit where a half is told."""
    for (least, most, unit), form in _SPANS:
        for match in form.finditer(text):
            yield Finding("duration", *match.span(), {"min": least, "max": most, "unit": unit})
    for match in _COUPLE.finditer(text):
        yield Finding("duration", *match.span(), {"min": 2, "max": 3, "unit": match.lastgroup})
