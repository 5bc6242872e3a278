"""Per cents and shares of a price, in figures and in words, as the four languages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.core.heard import Finding
from bot.understanding.amounts import amount
from bot.understanding.number_words import ends_larger

SIGN = r"(?:%|percent|per cent|Prozent|процент(?:а|ов)?|por ?ciento)"
_FIGURES = re.compile(rf"(?<![\d.,])(?P<n>\d{{1,3}}(?:[.,]\d{{1,2}})?)\s?{SIGN}(?!\w)", re.IGNORECASE)
_WORDS = {
    5: "five|fünf|пять|cinco",
    6: "six|sechs|шесть|seis",
    7: "seven|sieben|семь|siete",
    8: "eight|acht|восемь|ocho",
    10: "ten|zehn|десять|diez",
    12: "twelve|zwölf|двенадцать|doce",
    15: "fifteen|fünfzehn|пятнадцать|quince",
    20: "twenty|zwanzig|двадцать|veinte",
    25: "twenty[- ]five|fünfundzwanzig|двадцать пять|veinticinco",
    30: "thirty|dreißig|dreissig|тридцать|treinta",
    35: "thirty[- ]five|fünfunddreißig|тридцать пять|treinta y cinco",
    40: "forty|fourty|vierzig|сорок|cuarenta",
    50: "fifty|fünfzig|пятьдесят|cincuenta",
    60: "sixty|sechzig|шестьдесят|sesenta",
    70: "seventy|siebzig|семьдесят|setenta",
    75: "seventy[- ]five|fünfundsiebzig|семьдесят пять|setenta y cinco",
    80: "eighty|achtzig|восемьдесят|ochenta",
    90: "ninety|neunzig|девяносто|noventa",
    100: "(?:a |one )?hundred|hundert|сто|cien",
}
_SHARES = {
    50: r"(?:a |the )?half|halb(?:e[nrsm]?)?|(?:die )?Hälfte|половин[ауы]|(?:la )?mitad",
    33: r"(?:a|one)[ -]third|(?:ein )?Drittel|треть|(?:un )?tercio",
    25: r"(?:a|one)[ -]quarter|(?:ein )?Viertel|четверть|(?:un )?cuarto",
    66: r"two[ -]thirds|zwei Drittel|две трети|dos tercios",
    75: r"three[ -]quarters|drei Viertel|три четверти|tres cuartos",
}
_OF_PRICE = (
    r"price|amount|money|refund|value|cost|Preis\w*|Kaufpreis\w*|Betrag\w*|Geld\w*|erstatt\w*|zurück"
    r"|цен\w+|сумм\w+|стоимост\w+|деньг\w*|денег|верн\w+|precio|importe|dinero|reembols\w+|devol\w+|valor"
)


def _any_of(words: Mapping[int, str]) -> str:
    """One group for each number, the longer words first."""
    return "|".join(f"(?P<n{number}>{forms})" for number, forms in sorted(words.items(), reverse=True))


_NAMED = re.compile(rf"(?<!\w)(?:{_any_of(_WORDS)})\s{SIGN}(?!\w)", re.IGNORECASE)
_SHARE = re.compile(rf"(?<!\w)(?:{_any_of(_SHARES)})(?!\w)", re.IGNORECASE)
_NEAR_PRICE = re.compile(rf"(?<!\w)(?:{_OF_PRICE})(?!\w)", re.IGNORECASE)
_NEAR = 24
"""Characters within which a price must be named for a share to be one of it."""


def percents(text: str) -> Iterator[Finding]:
    """Per cents; value: percent. A bare share such as a half counts where a price or refund stands near."""
    for match in _FIGURES.finditer(text):
        yield Finding("percent", *match.span(), {"percent": amount(match["n"])})
    for match in _NAMED.finditer(text):
        if not ends_larger(match):
            yield Finding("percent", *match.span(), {"percent": _number(match)})
    for match in _SHARE.finditer(text):
        if _NEAR_PRICE.search(text[max(0, match.start() - _NEAR) : match.end() + _NEAR]):
            yield Finding("percent", *match.span(), {"percent": _number(match)})


def _number(match: re.Match[str]) -> float:
    return float((match.lastgroup or "n0")[1:])
