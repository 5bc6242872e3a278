"""What a sentence plainly refuses or denies, by its form: it cannot be the violation it resembles.

Vectors lie close together for “we guarantee” and “we cannot guarantee”; the words of negation do not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.understanding.contacts import phones
from bot.understanding.messengers import messengers

_NOT = (
    r"\b(?:nicht|niemand|kein\w*|nie|never|not|nobody|no one|can'?t|cannot|couldn'?t|won'?t|unable|no|nunca"
    r"|imposible|sin|не|нельзя|невозможно|никто|никогда)\b"
)
_PROMISE = r"(?:garant|versprech|zusag|zusicher|promis|guarant|гарант|обеща|promet|prometo|asegur)"
_WITHIN = r"(?:(?!\b(?:that|dass|daß|que|что)\b)[^,;:.!?–]){0,60}"
"""Between two words of one clause: “I promise that it will not break” denies no promise."""
_HERE = (
    r"(?:hier|here|здесь|тут|aquí"
    r"|(?:im|in|in the|in this|в|en el|por el|por este) (?:chat|чате|plattform\w*))"
)
_VALUE = r"\b(?:\w*wert|preis|value|price|стоимость|цен[ау]|valor|precio)\b"
_FULL = (
    r"\b(?:voll(?:e[nrs]?|ständig\w*)?|tatsächlich\w*|wirklich\w*|real\w*|full\w*|true|actual\w*|полн\w+"
    r"|реальн\w+|настоящ\w+|complet[oa]|íntegr[oa]|verdader[oa])\b"
)
_LESS = (
    r"\b(?:statt|anstatt|instead|rather than|вместо|en (?:vez|lugar)|nur|only|hal[bf]\w*|только|s[oó]lo)\b"
)
_TELL = r"\b(?:schick|sag|nenn|geb|send|tell|give|сообщ|скаж|напиш|пришл|дай|mand|env[ií]|dig|dé|pás)"
_PASSWORD = r"(?:passw|kennw|парол|contraseña)"
_IDIOM = re.compile(r"\b(?:kein problem|no problem|no hay problema|без проблем|не проблема)\b", re.IGNORECASE)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


STAYS = _form(
    r"(?:\b(?:bleib|stay|keep|оста|продолж|sigamos|seguimos|sigo|continuemos|quedarnos|quedemos)\w*\b"
    rf".{{0,30}}{_HERE}|\b(?:nur|only|только|solo|sólo|lieber|rather)\b.{{0,12}}{_HERE})"
)
"""Says that the talk stays where it is."""

INVITES = _form(
    r"\b(?:schreib(?:en sie)? mir|kontaktieren sie mich|rufen sie mich"
    r"|(?:add|contact|message|text|call|write(?: to)?) me"
    r"|(?:my|our|meine|unsere) (?:\w+ ?)?(?:number|nummer)"
    r"|(?:mein|my|mi|мой) (?:whats|номер|número|tele|теле)"
    r"|напиши(?:те)? мне|добавь(?:те)? меня|escr[ií]b[ae](?:me|nos)|agr[eé]g\w+)"
)
"""Invites the buyer to write or call somewhere."""
_REFUSES = _form(_NOT)

DENIES: Mapping[str, tuple[re.Pattern[str], str]] = {
    "violate_false_promise": (
        _form(rf"{_NOT}{_WITHIN}{_PROMISE}|{_PROMISE}{_WITHIN}{_NOT}|ohne gewähr"),
        "inform_shipping_time",
    ),
    "violate_deny_legal_right": (
        _form(r"garant.{0,25}(?:liefer|zustell|termin|deliver|arriv|entrega|llegada|достав|срок)"),
        "inform_shipping_time",
    ),
    "violate_blame_buyer": (
        _form(
            rf"{_NOT}.{{0,20}}(?:schuld|fault|culpa|вин[аы]|blam|from you)|ни при ч[её]м"
            r"|\b(?:unser\w{0,2}|our|nuestr\w{1,2}|наш\w{0,3}|de nosotros) (?:\w+ )?"
            r"(?:fehler|schuld|fault|mistake|culpa|вина|ошибка)"
            r"|culpa (?:es )?(?:nuestra|de nosotros|mía)"
            rf"|{_NOT}.{{0,6}}\b(?:your|ihr|dein|ваша|твоя|su|tu) (?:mistake|fehler|ошибка|error)\b"
            r"|\A\W*(?:if|wenn|falls|если|si)\b(?!.*\b(?:you|sie|du|вы|ты|usted|tú)\b)[^.!?]*,\s*\Z"
        ),
        "reassure",
    ),
    "violate_rude": (
        _form(rf"(?:{_NOT}|\b(?:ohne|without|без)\b).{{0,15}}(?:beleidig|insult|оскорб|ofen[ds])"),
        "decline_request",
    ),
    "violate_pressure_cancel": (
        _form(
            r"\b(?:need not|needn'?t|no need|(?:do not|don'?t) (?:need|have|close|cancel)|not close"
            r"|no hace falta|no tiene que|no cierre|не нужно|не надо|не закрыва)"
            r"|(?:müssen|brauchen|sollten).{0,40}\bnicht\b|nicht (?:schließen|zu schließen|stornieren)"
        ),
        "reassure",
    ),
    "ask_patience": (
        _form(
            r"(?:dank|thank|спасибо|благодар|graci|agrade).{0,25}(?:geduld|patien|терпен|ожидан|paciencia)"
        ),
        "thank",
    ),
    "violate_ask_sensitive_data": (
        _form(
            rf"{_NOT}.{{0,25}}(?:schick|send|share|сла|отправ|mand|env[ií]|necesit)|nie schick"
            rf"|\A(?!.*{_TELL}).*(?:änder|wechsel|chang|смен|измен|помен|cambi).{{0,25}}{_PASSWORD}"
        ),
        "inform_payment",
    ),
    "violate_undervalue_customs": (
        _form(
            rf"{_NOT}.{{0,40}}(?:less|lower|niedrig|weniger|geschenk|gift|заниз|меньш|menos|menor|bajar|regalo)"
            rf"|\A(?!.*(?:{_NOT}|{_LESS}))(?:.*{_VALUE}.{{0,40}}{_FULL}|.*{_FULL}.{{0,20}}{_VALUE})"
        ),
        "decline_undervaluation",
    ),
}
"""Act to the form that excludes it, and what is said instead."""


def innocent_reading(act: str, text: str) -> str:
    """`act`, or what a sentence says that plainly denies it."""
    if act == "agree" and text.rstrip().endswith("?"):
        return "ask_confirmation"
    denied = DENIES.get(act)
    plain = _IDIOM.sub(" ", text)
    return denied[1] if denied and denied[0].search(plain) else act


def certain_acts(text: str) -> tuple[str, ...]:
    """Acts that the form alone tells: staying here, or an invitation elsewhere with its address."""
    if STAYS.search(text):
        return ("decline_off_platform",)
    elsewhere = INVITES.search(text) and (any(messengers(text)) or any(phones(text)))
    return ("violate_off_platform_contact",) if elsewhere and not _REFUSES.search(text) else ()
