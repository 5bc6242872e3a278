"""Money and spans of time, as the four languages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.heard import Finding
from bot.understanding.number_words import NUMBER, ends_larger, value

_NUMBER = r"\d{1,3}(?:[.,' \u00a0\u202f]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?"
_CURRENCIES = {
    "USD": r"US\$|\$|USD|dollars?|d[oó]lar(?:es)?|доллар(?:а|ов)?",
    "EUR": r"€|EUR|euros?|евро",
    "GBP": r"£|GBP|pounds?|libras?",
    "RUB": r"₽|RUB|rubles?|rubel|rublos?|руб(?:л[ьяе]|лей|лях)|руб\.?|р\.",
    "CNY": r"¥|元|CNY|RMB|yuan|юан(?:ь|я|ей)",
    "MXN": r"MXN",
    "CHF": r"CHF",
    "PLN": r"PLN|zł",
}
CURRENCY = "|".join(_CURRENCIES.values())
"""The signs and names of all currencies."""
_SIGN = "|".join(f"(?P<{code}>{form})" for code, form in _CURRENCIES.items())
_BEFORE = re.compile(rf"(?<![\w$€£])(?:{_SIGN})\s?(?P<n>{_NUMBER})(?![\d])", re.IGNORECASE)
_AFTER = re.compile(rf"(?<![\d.,])(?P<n>{_NUMBER})\s?(?:{_SIGN})(?!\w)", re.IGNORECASE)
_IN_WORDS = re.compile(rf"(?<!\w)(?P<n>{NUMBER})\s(?:{_SIGN})(?!\w)", re.IGNORECASE)

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


def money(text: str) -> Iterator[Finding]:
    """Amounts with a currency; value: amount and ISO 4217 code."""
    for form in (_BEFORE, _AFTER):
        for match in form.finditer(text):
            code = next(name for name in _CURRENCIES if match.group(name))
            yield Finding("money", *match.span(), {"amount": amount(match["n"]), "currency": code})
    for match in _IN_WORDS.finditer(text):
        if ends_larger(match, "n"):
            continue
        code = next(name for name in _CURRENCIES if match.group(name))
        yield Finding("money", *match.span(), {"amount": float(value(match["n"])), "currency": code})


def durations(text: str) -> Iterator[Finding]:
    """Spans of time; value: the least and the most of a unit."""
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


def amount(written: str) -> float:
    """`1.234,50`, `1,234.50`, `1 234`, `12,5` or `0.874` as a number."""
    plain = re.sub(r"[' \u00a0\u202f]", "", written)
    whole, mark, rest = plain.rpartition("," if plain.rfind(",") > plain.rfind(".") else ".")
    if not mark or (len(rest) == 3 and whole != "0"):
        return float(re.sub(r"[.,]", "", plain))
    return float(re.sub(r"[.,]", "", whole) + "." + rest)
