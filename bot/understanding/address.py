"""Whether the writer says Sie or du, Вы or ты, usted or tú."""

from __future__ import annotations

import re

from bot.core.words import Address

_FORMAL = {
    "de": re.compile(r"\b(?:Sie|Ihnen|Ihre[mnrs]?)\b|(?<=[\w,] )Ihr\b|^Ihr (?=[A-ZÄÖÜ])"),
    "ru": re.compile(r"\b(?:вы|вас|вам|вами|ваш(?:а|е|и|его|ему|им|их|ей|у|ем|ими)?)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:ustedes|usted|u?ds?\.|vds?\.|sus?)(?!\w)", re.IGNORECASE),
}
_WEAK = {
    "de": re.compile(r"(?:^|[.!?…:\n])\W{0,6}(?:Sie|Ihnen|Ihre?[mnrs]?)\b"),
    "es": re.compile(r"\bsus?\b", re.IGNORECASE),
}
"""Signs that may as well mean a third person: after these alone, a familiar form elsewhere decides."""

_OTHERS = {
    "de": re.compile(
        r"(?:^|[.!?…:\n])\W{0,6}Sie "
        r"(?=(?:[a-zäöüß]*t|[a-zäöüß]+(?:te|rde)|kann|soll|muss|darf|will|kam|lag)\b)"
    ),
}
"""Words that look formal and cannot be: `Sie liegt` is a parcel's."""

_INFORMAL = {
    "de": re.compile(r"\b(?:du|dich|dir|dein(?:e[mnrs]?)?|euch|euer|eure[mnrs]?)\b", re.IGNORECASE),
    "ru": re.compile(r"\b(?:ты|тебя|тебе|тобой|тво(?:й|я|ё|е|и|его|ему|им|их|ей|ю|ём|ем|ими))\b", re.I),
    "es": re.compile(
        r"\b(?:tú|tus?|te|ti|contigo|vos|tuy[oa]s?|puedes|podrías|quieres|tienes|necesitas|prefieres|deseas"
        r"|puedas|quieras|tengas|envíame|dime|mándame|avísame|escríbeme)\b",
        re.IGNORECASE,
    ),
}


def familiar(text: str, language: str | None) -> re.Match[str] | None:
    """The first word that is familiar."""
    return _INFORMAL[language].search(text) if language in _INFORMAL else None


def address(text: str, language: str | None) -> Address | None:
    """The form of address in `text`; None where it shows none, as always in English."""
    if language not in _FORMAL:
        return None
    if language in _OTHERS:
        text = _OTHERS[language].sub(". ", text)
    formal = _FORMAL[language].search(text)
    if not _INFORMAL[language].search(text):
        return "formal" if formal else None
    if language in _WEAK:
        formal = _FORMAL[language].search(_WEAK[language].sub(". ", text))
    return "mixed" if formal else "informal"
