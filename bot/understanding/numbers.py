"""Numbers that name something: orders, parcels, cards, identity papers; and the words for the secret ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.heard import Finding

_ORDER = re.compile(
    r"(?:(?:order|bestell\w{0,20}|auftrags?\w{0,20}|заказ\w{0,4}|pedido|compra)[\s-]{0,2}"
    r"(?:n(?:umber|ummer|úmero|umero|[or]\.?|º)?|id|номер|№|#)?|номер заказа|№ заказа)\s{0,2}[:#№]?\s{0,2}"
    r"(?P<n>(?=[A-Z0-9-]{0,22}\d{3})[A-Z0-9][A-Z0-9-]{4,24})(?!\w)",
    re.IGNORECASE,
)
_TRACKING = re.compile(
    r"(?<!\w)(?P<n>[A-Z]{2}\d{9}[A-Z]{2}|LP\d{10,16}(?:[A-Z]{2})?|1Z[0-9A-Z]{16})(?!\w)"
    r"|(?:track\w{0,12}|sendungs?\w{0,20}|paket\w{0,12}|трек\w{0,4}|отправлени\w{0,2}|накладн\w{0,3}|seguimiento|rastreo|guía)"
    r"[^\d\n]{0,20}(?P<m>\d{10,22})(?!\w)"
)
_CARD = re.compile(r"(?<![\d+-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?!\d)")
_CARD_WORD = re.compile(
    r"(?<!\w)(?:(?:credit |debit |bank )?card (?:number|no|details|data)|cvv2?|cvc2?|security code"
    r"|(?:kredit|bank|ec-)?karten(?:nummer|daten)|prüfziffer|pr[üu]fnummer"
    r"|(?:номер\w*|данны\w+|реквизит\w+) (?:банковск\w+ |вашей |кредитн\w+ )?карт\w+"
    r"|(?:número|datos) de (?:la |su |tu )?tarjeta|código de seguridad)(?!\w)",
    re.IGNORECASE,
)
_ID_WORD = re.compile(
    r"(?<!\w)(?:passport(?: number| copy| photo)?|(?:identity|id)[ -](?:card|number|document)|driving licence"
    r"|driver'?s license|social security number|(?:reise|personal)?pass(?:nummer|kopie)|reisepass"
    r"|(?:personal)?ausweis(?:nummer|kopie|es)?|паспорт\w*|снилс|инн|удостоверени\w+ личности"
    r"|dni|(?-i:NIE)|pasaporte|documento de identidad|cédula|curp|cpf)(?!\w)",
    re.IGNORECASE,
)
_ID = re.compile(
    r"(?:passport|ausweis|pass|паспорт|dni|curp|cpf)\w{0,12}[^\d\n]{0,16}?"
    r"(?P<n>[A-Z]{0,4}\d[\dA-Z ]{5,16}\d[A-Z]?)(?!\w)|(?<![\w.-])(?P<cpf>\d{3}\.\d{3}\.\d{3}-\d\d)(?![\w-])",
    re.IGNORECASE,
)


def orders(text: str) -> Iterator[Finding]:
    """Order numbers after the word that announces them; value: number."""
    for match in _ORDER.finditer(text):
        yield Finding("order_number", *match.span("n"), {"number": match["n"].upper()})


def parcels(text: str) -> Iterator[Finding]:
    """Tracking numbers by their form, or after a word that announces them; value: number."""
    for match in _TRACKING.finditer(text):
        group = "n" if match["n"] else "m"
        yield Finding("tracking_number", *match.span(group), {"number": match[group]})


def cards(text: str) -> Iterator[Finding]:
    """Card numbers whose check digit is right (value: last four), and words that name card data."""
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if 13 <= len(digits) <= 19 and _luhn(digits):
            yield Finding("card_number", *match.span(), {"last_four": digits[-4:]})
    for match in _CARD_WORD.finditer(text):
        yield Finding("card_number", *match.span(), {"named": match.group().lower()})


def identities(text: str) -> Iterator[Finding]:
    """Numbers of identity papers after the paper's name, and CPFs (no value: private); and the names."""
    for match in _ID.finditer(text):
        group = "n" if match["n"] else "cpf"
        yield Finding("id_number", *match.span(group))
    for match in _ID_WORD.finditer(text):
        yield Finding("id_number", *match.span(), {"named": match.group().lower()})


def _luhn(digits: str) -> bool:
    """Source: ISO/IEC 7812-1, annex B."""
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(digits))]
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0
