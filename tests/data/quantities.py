"""Numbers with a unit as English and Chinese articles write them, in the units of the rules' schema."""

from __future__ import annotations

import re
from collections.abc import Iterator

Quantity = tuple[float, str]
"""An amount and its unit: (14, "days"), (0.5, "percent"), (150, "EUR")."""

WORDS = {
    word: amount
    for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "一 二 三 四 五 六 七 八 九 十",
    )
    for amount, word in enumerate(words.split(), start=1)
} | {"两": 2}
SCALES = {"million": 1_000_000, "万": 10_000}
UNITS = {
    "business_days": r"(?:business|working) days?|个?工作日",
    "business_hours": r"business hours|个?工作小时",
    "days": r"(?:calendar )?days?|个?(?:自然|日历)[日天]|天|日(?!内瓦)",
    "hours": r"hours?|个?小时",
    "minutes": r"minutes?|分钟",
    "weeks": r"weeks?|周|个?星期",
    "months": r"months?|个月",
    "years": r"years?|年",
    "percent": r"%",
    "kg": r"kg|kilograms?|公斤|千克",
    "Wh": r"Wh",
    "mm": r"mm|毫米",
    "XDR": r"SDR",
    "EUR": r"euros?|欧元",
    "USD": r"美元",
    "GBP": r"英镑",
    "RUB": r"roubles?|₽|卢布",
    "CNY": r"yuan|元",
    "CHF": r"瑞士法郎|瑞郎",
    "RON": r"lei|列伊",
    "sales": r"sales|[单笔]",
    "pieces": r"pieces|件",
    "requests": r"requests|次",
}
SIGNS = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "CHF": "CHF"}

_FIGURE = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_NUMBER = rf"(?:{_FIGURE}|(?i:{'|'.join(WORDS)}))"
_JOINT = r" ?(?:[–、，和或至到]|, | and | or | to | × ) ?(?:第 ?)?"
_SCALE = rf"(?: ?(?P<scale>{'|'.join(SCALES)}))?"
_BEFORE = r"(?<![\w.,€$£–-])(?<!§ )(?<!Section )"
_NAMES = "|".join(f"(?P<{unit}>{names})" for unit, names in UNITS.items())
_ORDINAL = r"(?:st|nd|rd|th)?(?: more)?"
_MEASURED = re.compile(
    rf"(?:(?<=[一-鿿])|{_BEFORE})(?P<numbers>{_NUMBER}(?:{_JOINT}{_NUMBER})*){_SCALE}{_ORDINAL}[ -]?"
    rf"(?:{_NAMES})(?![A-Za-z])"
)
_SIGNED = re.compile(
    rf"(?P<sign>{'|'.join(map(re.escape, SIGNS))}) ?(?P<numbers>{_NUMBER}(?:–{_NUMBER})*){_SCALE}"
)
_NUMBERED_DAYS = re.compile(rf"(?<!last )\b[Dd]ays? (?P<numbers>{_NUMBER}(?:–{_NUMBER})*)")
_DATES = re.compile(r"\d{4} ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?|\d{1,2} ?月(?: ?\d{1,2} ?日)?")
_QUOTED = re.compile(r"“[^”]*”")


def quantities(text: str) -> set[Quantity]:
    """Every number with a unit in `text`; of a range or a list each; none of dates and quoted speech."""
    text = _DATES.sub("…", _QUOTED.sub("…", text))
    return set(_measured(text)) | set(_signed(text)) | set(_numbered_days(text))


def _measured(text: str) -> Iterator[Quantity]:
    for match in _MEASURED.finditer(text):
        unit = next(unit for unit in UNITS if match[unit])
        yield from ((amount, unit) for amount in _amounts(match))


def _signed(text: str) -> Iterator[Quantity]:
    for match in _SIGNED.finditer(text):
        yield from ((amount, SIGNS[match["sign"]]) for amount in _amounts(match))


def _numbered_days(text: str) -> Iterator[Quantity]:
    for match in _NUMBERED_DAYS.finditer(text):
        yield from ((_amount(number), "days") for number in re.findall(_NUMBER, match["numbers"]))


def _amounts(match: re.Match[str]) -> list[float]:
    scale = SCALES.get(match["scale"] or "", 1)
    return [_amount(number) * scale for number in re.findall(_NUMBER, match["numbers"])]


def _amount(number: str) -> float:
    return float(WORDS.get(number.lower()) or number.replace(",", ""))
