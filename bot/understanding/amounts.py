"""Money, as the four languages write it."""

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


def amount(written: str) -> float:
    """`1.234,50`, `1,234.50`, `1 234`, `12,5` or `0.874` as a number."""
    plain = re.sub(r"[' \u00a0\u202f]", "", written)
    whole, mark, rest = plain.rpartition("," if plain.rfind(",") > plain.rfind(".") else ".")
    if not mark or (len(rest) == 3 and whole != "0"):
        return float(re.sub(r"[.,]", "", plain))
    return float(re.sub(r"[.,]", "", whole) + "." + rest)
