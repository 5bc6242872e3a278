"""Numbers from two to a hundred in words, as the four languages write them."""

from __future__ import annotations

import re

_ONES = {
    "en": "one two three four five six seven eight nine",
    "de": "ein zwei drei vier fünf sechs sieben acht neun",
    "ru": "один два три четыре пять шесть семь восемь девять",
    "ru genitive": "одного двух трёх четырёх пяти шести семи восьми девяти",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve",
}
_TEENS = {
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "de": "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "ru": "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать"
    " восемнадцать девятнадцать",
    "ru genitive": "десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати"
    " восемнадцати девятнадцати",
    "es": "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety hundred",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто",
    "ru genitive": "двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста ста",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien",
}
_TWENTIES_ES = (
    "veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_TWENTIES_ALSO = {
    **{"veintidos": 22, "veintitres": 23, "veintiseis": 26},
    **{"veintiún": 21, "veintiun": 21, "veintiuna": 21},
}
_FEMININE = {"две": 2, "одну": 1, "одна": 1, "una": 1, "un": 1, "zwo": 2}
_SIGNS = str.maketrans({"ё": "е", "ı": "i", "\u0307": None})
"""Letters that are typed, or by capitals taken, one for the other."""


def _numbers() -> dict[str, int]:
    """Every number that is one word, or the last or first of two."""
    found: dict[str, int] = dict(_FEMININE)
    for language in _ONES:
        found |= {word: n for n, word in enumerate(_ONES[language].split(), 1)}
        found |= {word: n for n, word in enumerate(_TEENS[language].split(), 10)}
        found |= {word: 10 * n for n, word in enumerate(_TENS[language].split(), 2)}
    found |= {word: n for n, word in enumerate(_TWENTIES_ES.split(), 21)}
    ones, tens = _ONES["de"].split(), _TENS["de"].split()[:-1]
    found |= {f"{one}und{ten}": 10 * m + n for n, one in enumerate(ones, 1) for m, ten in enumerate(tens, 2)}
    return found | {"fourty": 40, "dreissig": 30, **_TWENTIES_ALSO}


def _plain(word: str) -> str:
    return word.casefold().translate(_SIGNS)


_VALUES = {_plain(word): n for word, n in _numbers().items()}


def _any(words: dict[str, int]) -> str:
    """The words, longer ones first; either ё or е stands for both."""
    return "|".join(sorted(words, key=len, reverse=True)).replace("ё", "[ёе]")


_SINGLE = _any({word: n for word, n in _numbers().items() if n > 1})
_FIRST = _any({word: n for word, n in _numbers().items() if n in range(20, 100, 10)})
_LAST = _any({word: n for word, n in _numbers().items() if n < 10})
NUMBER = rf"(?:(?:{_FIRST})(?:-|\s(?:y\s)?)(?:{_LAST})|(?:{_SINGLE}))"
"""A number of two to a hundred in words; to be compiled without regard to capitals."""

_LARGE = (
    r"(?:hundreds?|thousands?|\w*hundert|\w*tausend|сто|ста|двести|двухсот|тр[её]хсот|четыр[её]хсот|(?:три|четыре)ста|\w+сот"
    r"|тысяч\w?|ciento|\w*cient[oa]s|quinient[oa]s|mil|millions?|Million(?:en)?|миллион\w{0,2}|mill[oó]n(?:es)?)"
)
"""What counts on in hundreds and more; such numbers in words are not read."""
_BEGUN = re.compile(rf"(?<!\w){_LARGE}[-\s](?:(?:and|und|и|y)\s)?\Z", re.IGNORECASE)
_COUNTED = re.compile(rf"(?<![\w.,])(?:[2-9]|{NUMBER})[-\s]\Z", re.IGNORECASE)
"""How many hundreds: the “two” of “two hundred”."""


def ends_larger(match: re.Match[str], group: str | int = 0) -> bool:
    """Whether the number in words there only ends a larger one: the “fifty” of “two hundred and fifty”."""
    words, before = match[group], match.string[: match.start(group)]
    if words[0].isdigit():
        return False
    return bool(_BEGUN.search(before) or (value(words) == 100 and _COUNTED.search(before)))


def value(words: str) -> int:
    """What words that NUMBER matched count."""
    return sum(_VALUES.get(_plain(word), 0) for word in re.split(r"[-\s]", words))
