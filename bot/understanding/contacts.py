"""Addresses that show by their form: e-mail, links, phone numbers, also where they are disguised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.heard import Finding

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_PLAIN_AT = r"\s(?:at|ät|эт)\s"
_ODD_AT = r"(?:\s?[(\[{]\s?(?:@|at|ät|эт|arroba|собака)\s?[)\]}]\s?|\s?@\s?|\s(?:arroba|собака)\s)"
_WORDED_AT = r"(?:\s?[(\[{]\s?(?:@|at|ät|эт|arroba|собака)\s?[)\]}]\s?|\s(?:ät|эт|arroba|собака)\s)"
_WORD_DOT = r"(?:\s?[(\[{]\s?(?:\.|dot|punkt|punto|точка)\s?[)\]}]\s?|\s(?:dot|punkt|punto|точка)\s)"
_ENDING = r"(?:com|net|org|info|shop|store|cn|de|ru|es|eu|mx|uk|us|ком|ру|сом)"
_MAILERS = "gmail|googlemail|hotmail|outlook|yahoo|icloud|gmx|yandex|qq|гмейл|джимейл|яндекс|мэйл|мейл"
"""Hosts of mail that people name without their ending: “lena собака yandex”."""
_DISGUISED = re.compile(
    rf"(?<![\w.+-])(?P<name>[\w+-]{{1,40}}(?:\.[\w+-]{{1,40}})*)"
    rf"(?:(?:{_ODD_AT}(?P<host>[\w-]{{1,40}})(?:{_WORD_DOT}|\s?\.\s?)"
    rf"|{_PLAIN_AT}(?P<host2>[\w-]{{1,40}}){_WORD_DOT})(?P<end>{_ENDING})"
    rf"|{_WORDED_AT}(?P<host3>{_MAILERS}|163|126))(?!\w|\.\w)",
    re.IGNORECASE,
)
_URL = re.compile(
    r"""(?<![\w@.-])(?:https?://[^\s<>"]+
      | www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>"]*)?
      | (?:[a-z0-9-]{1,63}\.){1,5}(?:com|net|org|shop|store|online|app)(?![\w@.-]{0,64}@)\b(?:/[^\s<>"]*)?
      | (?:[a-z0-9-]{1,63}\.){1,5}(?:de|ru|es|cn|eu|me|ly|io|gg|it|fr|mx|ar|us|uk)/[^\s<>"]+)""",
    re.VERBOSE | re.IGNORECASE,
)
_URL_TAIL = ".,;:!?)]}»”\"'"

_DIALLED = re.compile(r"(?<![\w+#№-])(?:\+|00)?\(?\d(?:[ ().\-/]{0,2}\d){6,14}(?![\w-])")
_DIGITS = (
    "zero|null|ноль|нуль|cero|oh",
    "one|eins|один|uno",
    "two|zwei|zwo|два|dos",
    "three|drei|три|tres",
    "four|vier|четыре|cuatro",
    "five|fünf|пять|cinco",
    "six|sechs|шесть|seis",
    "seven|sieben|семь|siete",
    "eight|acht|восемь|ocho",
    "nine|neun|девять|nueve",
)
_DIGIT_FORMS = [re.compile(forms, re.IGNORECASE) for forms in _DIGITS]
_SPELLED = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(_DIGITS)})[\s,.-]{{1,3}}){{6,14}}(?:{'|'.join(_DIGITS)})(?!\w)", re.I
)
_CALL = re.compile(
    r"(?:tel|fon|phone|call|mobile?|handy|whats|ruf|nummer|number|тел|звон|номер|тлф|móvil|llám|cel|número"
    r"|meld\w* (?:sie )?[sd]ich|\berreich|\btext\b|\breach (?:us|me)\b)"
    r"[^\d]{0,24}$",
    re.IGNORECASE,
)
_BEFORE = 40
"""Characters before a number in which a word announces it."""
_OTHER_NUMBER = re.compile(
    r"(?:order|tracking|parcel|article|item|invoice|bestell|sendung|auftrag|artikel|rechnung|paket|track"
    r"|заказ|трек|посыл|артик|накладн|pedido|seguimiento|factura|rastreo|envío|artículo|guía|№|#|iban|ioss)"
    r"[^\d]{0,24}$",
    re.IGNORECASE,
)


def emails(text: str) -> Iterator[Finding]:
    """E-mail addresses."""
    for match in _EMAIL.finditer(text):
        yield Finding("email", match.start(), match.end(), {"address": match.group().lower()})
    for match in _DISGUISED.finditer(text):
        if not _EMAIL.fullmatch(match.group()):
            parts = [match[group] for group in ("host", "host2", "host3", "end") if match[group]]
            address = f"{match['name']}@{'.'.join(parts)}".lower()
            yield Finding("email", match.start(), match.end(), {"address": address})


def urls(text: str) -> Iterator[Finding]:
    """Links, and names of hosts whose form leaves no doubt."""
    for match in _URL.finditer(text):
        address = match.group().rstrip(_URL_TAIL)
        yield Finding("url", match.start(), match.start() + len(address), {"address": address})


def phones(text: str) -> Iterator[Finding]:
    """Phone numbers: with a country's prefix, after a word that announces one, or spelled out in words."""
    for match in _SPELLED.finditer(text):
        digits = "".join(_digit(word) for word in re.findall(r"[^\W\d_]+", match.group()))
        yield Finding("phone", match.start(), match.end(), {"number": digits})
    for match in _DIALLED.finditer(text):
        number = match.group()
        digits = re.sub(r"\D", "", number)
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        abroad = number.startswith("+") or (number.startswith("00") and len(digits) > 10)
        if not 7 <= len(digits) <= 15 or _OTHER_NUMBER.search(before):
            continue
        if abroad or (_CALL.search(before) and len(digits) <= 12):
            plain = "+" + digits.removeprefix("00") if abroad else digits
            yield Finding("phone", match.start(), match.end(), {"number": plain})


def _digit(word: str) -> str:
    return str(next(i for i, form in enumerate(_DIGIT_FORMS) if form.fullmatch(word)))
