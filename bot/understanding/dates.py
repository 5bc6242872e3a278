"""Calendar dates with at least day and month, as the four languages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.core.heard import Finding
from bot.understanding.amounts import CURRENCY
from bot.understanding.percents import SIGN

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
_SLASHED = re.compile(
    r"(?<![\w/.,$€£-])(?P<first>\d{1,2})/(?P<second>\d{1,2})(?:/(?P<year>20\d\d))?(?![\d/.,-]?\d)(?!/|\s?%)"
)
_MEASURE = (
    rf"(?:{SIGN}|{CURRENCY}"
    r"|[kmµ]?g|[kmc]?m|[mc]?l|m?w|[km]?v|mah|[kmg]b|ft|oz|lbs?|inch(?:es)?|lit(?:er|re)s?|litros?|watts?|volts?"
    r"|metres?|meters?|grams?|gramm|kilo\w*|pieces|zoll|stück|uhr|h|hrs?|hours?|[ap]\.?m\b|o['’]clock"
    r"|м?г|кг|[мск]?м|м?л|литр\w*|грамм\w*|кило\w*|метр\w*|дюйм\w*|вт|ватт|шт|час\w*|gramos|metros|pulgadas|horas)"
)
"""What makes two numbers joined by a point an amount."""
_SHORT_DOTTED = re.compile(
    r"(?<![\w/.,$€£-])(?P<first>\d\d)\.(?P<second>\d\d)(?P<year>)"
    rf"(?![\d/.,-]?\d|\.(?!\.))(?!\s?{_MEASURE}(?!\w))",
    re.IGNORECASE,
)
_PRICED = re.compile(rf"(?<!\w)(?:{CURRENCY})\s?\Z", re.IGNORECASE)
"""What stands before an amount."""
_ANNOUNCED = re.compile(
    r"(?:\b(?:(?:on|by|until|till|since|before|after)(?: the)?|latest|date"
    r"|am|bis|zum|vom|ab|seit|dem|den|до|с|к|от|на|el|del|al|hasta|desde)"
    r"\s|\()\Z",
    re.IGNORECASE,
)
"""What stands before a day and month that could else be a fraction or an amount."""
_OTHER_NUMBER = re.compile(
    r"\b(?:v|ver|version|versión|версия|model|modell|модель|modelo|firmware|android|ios|size|größe|размер|talla)"
    r"\.?\s?\Z",
    re.IGNORECASE,
)
_NO_DAY = ("24/7", "1/2", "1/3", "2/3", "1/4", "3/4")
"""What is “always” or a fraction, unless a nought or a year makes a day of it."""
_POINT_BEFORE_MONTH = ("de", "ru")
"""Languages that write days with a point; elsewhere such a day must be announced."""
_DAY_FIRST_IN = ("de", "ru", "es")
"""Languages that name the day before the month; English does either, by country."""
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


_ORDINALS = (
    "first|ersten|первого|(?:uno|primero)",
    "second|zweiten|второго|dos",
    "third|dritten|третьего|tres",
    "fourth|vierten|четв[её]ртого|cuatro",
    "fifth|fünften|пятого|cinco",
    "sixth|sechsten|шестого|seis",
    "seventh|siebten|седьмого|siete",
    "eighth|achten|восьмого|ocho",
    "ninth|neunten|девятого|nueve",
    "tenth|zehnten|десятого|diez",
    "eleventh|elften|одиннадцатого|once",
    "twelfth|zwölften|двенадцатого|doce",
    "thirteenth|dreizehnten|тринадцатого|trece",
    "fourteenth|vierzehnten|четырнадцатого|catorce",
    "fifteenth|fünfzehnten|пятнадцатого|quince",
    "sixteenth|sechzehnten|шестнадцатого|diecis[eé]is",
    "seventeenth|siebzehnten|семнадцатого|diecisiete",
    "eighteenth|achtzehnten|восемнадцатого|dieciocho",
    "nineteenth|neunzehnten|девятнадцатого|diecinueve",
    "twentieth|zwanzigsten|двадцатого|veinte",
    "twenty[- ]first|einundzwanzigsten|двадцать первого|veintiuno",
    "twenty[- ]second|zweiundzwanzigsten|двадцать второго|veintid[oó]s",
    "twenty[- ]third|dreiundzwanzigsten|двадцать третьего|veintitr[eé]s",
    "twenty[- ]fourth|vierundzwanzigsten|двадцать четв[её]ртого|veinticuatro",
    "twenty[- ]fifth|fünfundzwanzigsten|двадцать пятого|veinticinco",
    "twenty[- ]sixth|sechsundzwanzigsten|двадцать шестого|veintis[eé]is",
    "twenty[- ]seventh|siebenundzwanzigsten|двадцать седьмого|veintisiete",
    "twenty[- ]eighth|achtundzwanzigsten|двадцать восьмого|veintiocho",
    "twenty[- ]ninth|neunundzwanzigsten|двадцать девятого|veintinueve",
    "thirtieth|dreißigsten|тридцатого|treinta",
    "thirty[- ]first|einunddreißigsten|тридцать первого|treinta y uno",
)
_ORDINAL = "|".join(f"(?P<d{n}>{form})" for n, form in reversed(list(enumerate(_ORDINALS, 1))))
_IN_WORDS = re.compile(
    rf"(?<!\w)(?:{_ORDINAL})(?:\sof\s|(?<=en)\s|(?<=го)\s|\sde\s)(?:{_MONTH})(?!\w){_YEAR}", re.IGNORECASE
)
"""English has its “of” between, so that “the second may break” names no day."""


def dates(text: str, language: str | None = None) -> Iterator[Finding]:
    """Dates; value: day, month and any written year; the year alone where day and month could be swapped."""
    for form in (_ISO, _DOTTED):
        for match in form.finditer(text):
            if match["year"] or _may_be_day(text[: match.start()], language):
                yield from _found(match, int(match["day"]), int(match["month"]))
    for form in (_SLASHED, _SHORT_DOTTED):
        for match in form.finditer(text):
            yield from _bare(match, language)
    for match in _IN_WORDS.finditer(text):
        day = next(n for n in range(1, 32) if match.group(f"d{n}"))
        yield from _found(match, day, _month(match))
    for form in (_DAY_FIRST, _MONTH_FIRST):
        for match in form.finditer(text):
            yield from _spans(match, _month(match))


def _month(match: re.Match[str]) -> int:
    return next(i for i in range(1, 13) if match.group(f"m{i}"))


def _may_be_day(before: str, language: str | None) -> bool:
    """Whether day and month, a point behind each, may follow `before`; or else an amount ends a sentence."""
    if language in (None, *_POINT_BEFORE_MONTH):
        return not _PRICED.search(before)
    return bool(_ANNOUNCED.search(before))


def _bare(match: re.Match[str], language: str | None) -> Iterator[Finding]:
    """Two numbers without a name of the month, unless they may be a fraction or a version."""
    before = match.string[: match.start()]
    two_digits = len(match["first"]) == len(match["second"]) == 2
    dotted = match.re is _SHORT_DOTTED
    named = two_digits and "0" in (match["first"][0], match["second"][0])
    clear = named and (not dotted or language in _POINT_BEFORE_MONTH)
    if not match["year"] and (not (clear or _ANNOUNCED.search(before)) or _no_day(match.group(), before)):
        return
    first, second = int(match["first"]), int(match["second"])
    if first > 12 or dotted or first == second or language in _DAY_FIRST_IN:
        yield from _found(match, first, second)
    elif second > 12:
        yield from _found(match, second, first)
    else:
        year = {"year": int(match["year"])} if match["year"] else {}
        yield Finding("date", *match.span(), year)


def _no_day(written: str, before: str) -> bool:
    """Whether two numbers are a fraction, an amount, or a version or size."""
    return written in _NO_DAY or bool(_PRICED.search(before) or _OTHER_NUMBER.search(before))


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
