"""Whether words plainly invite the buyer to go on elsewhere, and name the place.

An invitation is certain where an address of no third party follows the asking verb: “write to”, “melden Sie
sich unter”, “пишите на”, “escríbanos a”; or a messenger with somebody's name in it: “add WeChat fan_88”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.heard import Finding
from bot.understanding.contacts import emails, phones, urls
from bot.understanding.messengers import messengers
from bot.understanding.quotations import left_open

INVITES = re.compile(
    r"\b(?:schreib(?:en sie)? mir|kontaktieren sie mich|rufen sie mich"
    r"|(?:add|contact|message|text|call|write(?: to)?) me"
    r"|(?:my|our|meine|unsere) (?:\w+ ?)?(?:number|nummer)"
    r"|(?:mein|my|mi|мой) (?:whats|номер|número|tele|теле)"
    r"|напиши(?:те)? мне|добавь(?:те)? меня|escr[ií]b[ae](?:me|nos)|agr[eé]g\w+)",
    re.IGNORECASE,
)
"""Invites the buyer to write or call somewhere; a messenger or number anywhere beside it is the place."""

_ASKS = (
    r"(?:\b(?:write|e-?mail|mail|message|text|call|ring|phone|contact|reach(?: out)?|get in touch|drop|send)"
    r"|\b(?:schreib|mail|kontaktier|schick|send|wend|meld|ruf)(?:en sie|e?t?)\b|\berreich(?:en|st)\b"
    r"|\b(?:sie|du) k[aö]nn(?:en|st) (?:uns|mi[rc]h?)"
    r"|\b(?:на)?пиши(?:те)?|\b(?:по)?звони(?:те)?|\bсвя(?:жи|зывай)те?сь|\bобра(?:ти|щай)те?сь"
    r"|\b(?:пришли|присылай|отправь|отправляй|шли|скинь|набери)(?:те)?"
    r"|\bможете (?:написать|позвонить|связаться|обратиться|прислать|отправить)"
    r"|\b(?:escr[ií]b|ll[aá]m|cont[aá]ct|env[ií]|m[aá]nd)[ae]n?(?:nos|me)?(?:l[oa]s?)?"
    r"|\bpuede[sn]? (?:escribir|llamar|contactar|enviar|mandar|localizar)(?:nos|me)?"
    r"|\b(?:dir[ií]ja(?:n)?se|dir[ií]gete|p[oó]ngase en contacto|comun[ií]quese))\b"
)
_NEAR = r"[^,;:.!?]{0,40}?"
_NAMED = (
    r"(?:(?:the|our|my|this|following|unser|mein|die|der|das|dem|folgende|наш|мо|эт|nuestr|mi|este|esta|el|la)"
    r"\w{0,4}|\w{0,8}e-?mail\S{0,9}|\w{0,4}mail|address|\w{0,9}adresse|(?:phone |mobile )?number"
    r"|\w{0,9}nummer|phone|telefon|handy|почт\w+|адрес\w*|номер\w*|телефон\w*|correo|electr[oó]nico|direcci[oó]n|n[uú]mero"
    r"|tel[eé]fono|m[oó]vil)"
)
_TO = (
    r"(?:\b(?:to|at|on|via|by|through|under|an|unter|per|über|auf|на|по|в|через|a|al|en|por)\b|:)"
    rf"(?:\s{{1,2}}{_NAMED}){{0,4}}"
)
_ADDRESS_FOLLOWS = r"\s{0,2}:?\s{0,2}[(<„“\"«]?\s?\Z"
_ASKED_BEFORE = re.compile(rf"{_ASKS}{_NEAR}{_TO}{_ADDRESS_FOLLOWS}", re.IGNORECASE)
_VERB_BEFORE = re.compile(
    r"(?:(?:\A\W*|\b(?:please|just|or|simply|then|can) )(?:e-?mail|mail|message|text|call|ring|phone|contact)"
    rf"|\b(?:(?:по)?звони|набери|набирай)(?:те)?|\bll[aá]men?(?:nos)?){_ADDRESS_FOLLOWS}",
    re.IGNORECASE,
)
_OWN_BEFORE = re.compile(
    r"\b(?:my|our|meine?|unsere?|мо[йяю]|наш[ау]?|mi|nuestr[oa])\s+(?:\w+\s+)?"
    r"(?:e-?mail\S{0,8}|mail(?:adresse)?|phone|mobile|tel\w*|handy\w*|почт[ау]|имейл|мейл|correo)\b"
    rf"[^,;.!?]{{0,20}}{_ADDRESS_FOLLOWS}",
    re.IGNORECASE,
)
_TO_AT_ONCE = re.compile(rf"(?<!\w){_TO}{_ADDRESS_FOLLOWS}", re.IGNORECASE)
_ASKED_BEHIND = re.compile(
    r"\A[\s)>“”\"»,–-]*(?:\w+ )?(?:(?:schreiben|mailen|melden|anrufen|schicken|senden|wenden|kontaktieren)\b"
    r"(?! (?:wir|ich))|(?:на)?пиши(?:те)?\b|(?:по)?звони(?:те)?\b|обращайтесь\b)",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"\b(?:add|join|find|come)\b|\b(?:komm|füg|such|schreib|meld)\w*|\b(?:добав|найд|заход|приход|(?:на)?пиши)\w*"
    r"|\b(?:agr[eé]g|a[ñn][aá]d|b[uú]sc|escr[ií]b)\w*",
    re.IGNORECASE,
)
_YOURS = re.compile(
    r"\b(?:(?:your|ihr|dein|ваш|тво)\w{0,3}|sus?|tus?|suy[oa]s?|tuy[oa]s?)\s+(?:\w+\s+)?\Z", re.IGNORECASE
)
NICKNAME, CLOSE = 3, 6
"""Letters of a messenger's name that an article may bear (“VX lamp2000”), and where an @ tells otherwise."""
_NAME_IN_IT = re.compile(
    r"\A(?:\s(?:hinzu)?fügen)?[\s,:(–-]{1,3}(?:(?:id|name|it|is|es|ist|er|он)\b[\s:]{1,2}){0,2}@?(?=\w{0,30}[\d_])(?=[\d_]{0,9}[a-z])\w{5,40}",
    re.IGNORECASE,
)
"""A name that nobody bears outside of a messenger: letters with digits or a line below."""
_TO_US = re.compile(
    r"\b(?:us|me|our|my|uns|mir|mich|unser\w*|meine?\w?|нам|нами|мне|мной|наш\w*|мо[йяюе]\w*)\b"
    r"|\bmi\b|\bnuestr\w+|\b(?:escr[ií]b|ll[aá]m|cont[aá]ct|env[ií]|m[aá]nd|l[oi]cali[cz])\w{1,3}(?:nos|me)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:we|i|they|us to|me to|did you|have you|wir|ich|мы|я|они|vamos|podemos|puedo)\b"
    r"|\b(?:your|ihr|dein|ваш|тво)\w{0,3} (?:\w+ )?(?:e-?mail|mail|addr|adress|n[ou]m|почт|адрес|номер)"
    r"|\b(?:su|tu) (?:correo|e-?mail|direcci|n[uú]mero|tel)"
    r"|\b(?:do not|don'?t|nie|kein\w*)\b"
    r"|\b(?:somebody|someone|stranger|ignore|jemand|fremde\w*|кто-то|alguien)\b"
    r"|scam|phish|\bfake|\bspam|betr[uü]g|gefälscht|fraud|мошенн|поддел|estaf|falso"
    r"|pay|überweis|\bzahl|оплат|плат[иё]|перев[её]?[од]|\bpag[aou]|transfer",
    re.IGNORECASE,
)
"""Somebody else writes, it is the buyer's own address, a warning, or a way to pay."""
_PLATFORMS = (
    "ebay|amazon|aliexpress|alibaba|etsy|ozon|wildberries|mercadoli[bv]re|otto|kaufland|temu|allegro|walmart"
    "|lazada|shopee|shein|wish|joom|cdiscount|zalando|miravia|tiktok|amzn|yandex|paypal|klarna"
)
_CARRIERS = (
    "dhl|dpd|gls|hermes|myhermes|ups|fedex|usps|royalmail|evri|yodel|parcelforce|cdek|boxberry|pochta"
    r"|russianpost|correos\w*|seur|mrw|nacex|estafeta|redpack|17track|cainiao|yanwen|4px|yunexpress|aftership"
    "|parcelsapp|postnl|laposte|deutschepost|post|canadapost|auspost|sf-express|ems"
)
_OTHERS_HOST = re.compile(
    rf"(?:\A|[/@.])(?:{_PLATFORMS}|{_CARRIERS}|europa|gov|bund)\.|\btrack|no-?reply", re.IGNORECASE
)
_OTHERS = re.compile(
    rf"(?<!\w)(?:{_PLATFORMS}|{_CARRIERS}|royal mail|carriers?|couriers?|post office|customs|bank|police"
    r"|EU|importer|manufacturer|maker|responsible person|\w*representative|hotline of|help page|label"
    r"|zusteller\w*|paketdienst\w*|spediti\w*|zoll\w*|polizei|hersteller\w*|importeur\w*|bevollmächtigt\w*"
    r"|verantwortlich\w*|etikett\w*|verbraucher\w*|plattform|platform|marketplace"
    r"|перевозчик\w*|курьер\w*|почт\w+ россии|сдэк\w*|таможн\w+|банк\w*|полици\w+|производител\w+"
    r"|импорт[её]р\w*|представител\w+|этикетк\w+|площадк\w+|transportista|mensajer[íi]a|aduana\w*|banco|polic[íi]a|fabricante"
    r"|importador\w*|representante|responsable|etiqueta|plataforma)(?!\w)",
    re.IGNORECASE,
)


def invites(text: str, passage: str = "") -> bool:
    """Whether a clause invites elsewhere; `passage` is what it stands in and may name whose address it is."""
    if INVITES.search(text) and (any(messengers(text)) or any(phones(text))):
        return True
    if any(_joins(place, text, passage or text) for place in messengers(text)):
        return True
    return any(_invites_to(place, text, passage or text) for place in _addresses(text))


def _joins(messenger: Finding, text: str, passage: str) -> bool:
    """Whether the buyer is to find somebody in a messenger, by the name borne there."""
    before, behind = text[: messenger.start], passage.partition(text)[2]
    behind = text[messenger.end :] + behind
    if messenger.end - messenger.start < NICKNAME and "@" not in behind[:CLOSE]:
        return False
    if _OTHERWISE.search(before) or _YOURS.search(before) or left_open(before):
        return False
    return bool(_NAME_IN_IT.search(behind) and (_JOINS.search(before) or _TO_US.search(before)))


def _addresses(text: str) -> Iterator[Finding]:
    yield from emails(text)
    yield from urls(text)
    yield from phones(text)


def _invites_to(place: Finding, text: str, passage: str) -> bool:
    before, behind = text[: place.start], text[place.end :]
    if _OTHERS_HOST.search(str(place.value.get("address", ""))):
        return False
    if _OTHERWISE.search(before) or left_open(before):
        return False
    to_us = bool(_TO_US.search(before))
    if not to_us and (place.kind == "url" or _OTHERS.search(passage)):
        return False
    return bool(
        _ASKED_BEFORE.search(before)
        or (place.kind != "url" and (_VERB_BEFORE.search(before) or _OWN_BEFORE.search(before)))
        or (_TO_AT_ONCE.search(before) and _ASKED_BEHIND.search(behind))
    )
