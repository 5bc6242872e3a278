"""Days named by their distance or weekday, and times of day, as the four languages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.heard import Finding

_OFFSETS = {
    2: r"übermorgen|(?:the )?day after tomorrow|послезавтра|pasado mañana",
    0: r"heute|today|tonight|сегодня|hoy",
    1: r"(?<!guten )(?-i:morgen)|morgen(?= (?:vormittag|früh|mittag|nachmittag|abend))|tomorrow|завтра"
    r"|(?<!la )(?<!esta )(?<!buena )mañana",
}
_RELATIVE = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'(?P<d{n}>{forms})' for n, forms in _OFFSETS.items())})(?!\w)", re.IGNORECASE
)
_WEEKDAYS = (
    "montag|monday|понедельник[а]?|lunes",
    "dienstag|tuesday|вторник[а]?|martes",
    "mittwoch|wednesday|сред[уаы]|miércoles",
    "donnerstag|thursday|четверг[а]?|jueves",
    "freitag|friday|пятниц[уаы]|viernes",
    "samstag|sonnabend|saturday|суббот[уаы]|sábado",
    "sonntag|sunday|воскресень[ея]|domingo",
)
_WEEKDAY = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'(?P<w{i}>{forms})' for i, forms in enumerate(_WEEKDAYS, 1))})(?!\w)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d.,:])(?P<h>[01]?\d|2[0-3])"
    r"(?::(?P<m>[0-5]\d)(?:\s?(?:uhr|h|(?P<half>[ap])\.?m\.?))?|\s?(?:uhr|o['’]clock|(?P<half2>[ap])\.?m\.?))"
    r"(?![\w:])",
    re.IGNORECASE,
)


def times(text: str) -> Iterator[Finding]:
    """Of kind date; value: `in_days` from today, or ISO `weekday` (1 Monday), or `time` as HH:MM."""
    for match in _RELATIVE.finditer(text):
        days = next(n for n in _OFFSETS if match.group(f"d{n}"))
        yield Finding("date", *match.span(), {"in_days": days})
    for match in _WEEKDAY.finditer(text):
        number = next(i for i in range(1, 8) if match.group(f"w{i}"))
        yield Finding("date", *match.span(), {"weekday": number})
    for match in _CLOCK.finditer(text):
        half = (match["half"] or match["half2"] or "").lower()
        hour = int(match["h"]) % 12 + (12 if half == "p" else 0) if half else int(match["h"])
        yield Finding("date", *match.span(), {"time": f"{hour:02}:{match['m'] or '00'}"})
