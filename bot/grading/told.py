"""What a buyer plainly tells of the goods, as facts of a case of which no more is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.core.days import DAYS
from bot.core.transcript import Turn
from bot.understanding.findings import findings
from bot.understanding.segments import segments

_SEAL = re.compile(
    r"\b(?:un)?seal|siegel|schutzfolie|protective film|пломб|защитн\w+ пл[ёе]нк|precint", re.IGNORECASE
)
_GOODS = re.compile(
    r"\b(?:it|them|these|those|goods|items?|product|(?:head|ear)phones|earbuds|cream|perfume|lipstick|mascara"
    r"|underwear|bikini|swimsuit|toothbrush|razor|cds?|dvds?|disc|software|game"
    r"|sie|ihn|es|ware|artikel|produkt|\w*hörer|\w*creme|parfüm|lippenstift|unterwäsche|badeanzug|zahnbürste"
    r"|rasierer|spiel|е[ёе]|его|их|товар\w*|наушник\w*|крем\w*|духи|помад\w*|бель[её]|купальник\w*|щ[ёе]тк\w*"
    r"|диск\w*|игр[уы]|art[íi]culos?|productos?|auriculares|crema|perfume|pintalabios|ropa interior|bañador"
    r"|cepillo|disco|juego)\b|\bl[oa]s? (?:he |hemos )?(?:abr|abiert|us|prob|llev|desprecint)",
    re.IGNORECASE,
)
_BOX = re.compile(
    r"\bbox|parcel|packag|carton|\bbag\b|karton|paket|päckchen|verpackung|schachtel|короб|посылк|упаковк|пакет"
    r"|\bcaja|paquete|embalaje|envase",
    re.IGNORECASE,
)
_I = r"\b(?:I|we)(?:['’]ve| have| had)? (?:\w+ly |already |also |just |even )?"
_OPENED = re.compile(
    rf"{_I}(?:opened|unsealed|unpacked|unwrapped|worn|wore"
    rf"|(?:used|tried)(?= (?:on )?(?:\w+ )?(?:{_GOODS.pattern})))\b"
    r"|\b(?:ich|wir)\b.{0,60}\b(?:geöffnet|aufgemacht|ausgepackt|entsiegelt|aufgerissen|getragen|benutzt)\b"
    r"|\b(?:habe?|haben)\b.{0,60}\b(?:geöffnet|aufgemacht|entsiegelt|aufgerissen)\b"
    r"|\b(?:вскрыл|распаковал|распечатал|открыл|носил|надевал)[аи]?\b"
    r"|\b(?:abr[íi]|abrimos|(?:he|hemos) (?:abierto|usado)|desprecint[ée])(?!\w)",
    re.IGNORECASE,
)
_REMOVED = re.compile(
    rf"{_I}(?:broken?|removed|tore)\b"
    r"|\b(?:ich|wir)\b.{0,60}\b(?:gebrochen|abgezogen|entfernt)\b"
    r"|\b(?:сорвал|снял)[аи]?\b"
    r"|\b(?:(?:he|hemos) (?:quitado|roto)|quit[ée]|romp[íi])(?!\w)",
    re.IGNORECASE,
)
"""What is done to a seal alone: goods, photos and words are broken, removed or taken too."""
_SEAL_OFF = re.compile(
    r"\bseal (?:is|was|has been)(?: \w+)? (?:broken|open|opened|off|removed|gone)\b"
    r"|siegel\w*\b.{0,30}\b(?:gebrochen|offen|geöffnet|entfernt|aufgerissen)\b"
    r"|пломб\w*.{0,30}\b(?:вскрыт|сорван|снят|нарушен)\w*|precinto\b.{0,30}\b(?:roto|abierto|quitado)\b",
    re.IGNORECASE,
)
_ARRIVED = re.compile(
    r"\b(?:arrived|came|received|got|delivered|had|erhalten|bekommen|bekam|angekommen|ankam|kam\w*|geliefert"
    r"|zugestellt|приш(?:[ёе]л|л[аои])|получил\w*|доставил\w*|привезли|lleg(?:ó|aron|ado)|recib[íi]|recibimos"
    r"|recibido|entregaron|entregado)(?!\w)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:ago|had (?:it|them|this|the \w+) for|vor|назад|hace)\b", re.IGNORECASE)
_MONTH = re.compile(
    r"(?<!half )\ba month ago|\bvor (?:\w+ )?einem monat\b|\bмесяц назад|\bhace (?:\w+ )?un mes\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|no|never|without|nichts?|nie|kein\w*|ohne|не|нет|без|nunca|sin|ni)\b|n['’]t\b"
    r"|\bun(?:opened|geöffnet)",
    re.IGNORECASE,
)
_UNCERTAIN = re.compile(
    rf"{_NOT.pattern}|\?|\b(?:if|whether|should|supposed|would|could|wenn|falls|ob|sollte\w*|hätte\w*"
    r"|если|бы|ли|должн\w*|si|debía|debería|todavía)\b",
    re.IGNORECASE,
)
"""Denied, asked or supposed."""
_ELSE = re.compile(
    r"dispute|\bcase\b|claim|ticket|account|chat|e-?mail|messag|answer|repl(?:y|ies)|refund|invoice|\bcode"
    r"|customs|courier|already open\b|opened when|streitfall|\bfall\b|nachricht|antwort|erstattung|rechnung"
    r"|zoll|zusteller|geöffnet (?:an|geliefert)|schon offen"
    r"|спор|обращен|заявк|ответ|письм|сообщ|таможн|курьер"
    r"|disputa|reclamaci|mensaje|respuesta|correo|reembolso|aduana|llegó abierto"
    r"|\bordered\b|bought|paid|bestellt|gekauft|bezahlt|заказал|купил|оплатил|ped[íi]|compr[éo]|pagu[ée]",
    re.IGNORECASE,
)
"""Something else was opened or came, somebody else did it, or the day is that of the order."""


def told(turns: Iterable[Turn]) -> Mapping[str, Any]:
    """The facts that the buyer's turns tell: `sealed` where the seal is gone, `days_since_delivery`.

    Opening the box breaks no seal: the buyer has to speak of one, not to deny it, and to have opened it or
    the goods. Of several spans of time since goods came, the shortest counts.
    """
    clauses = [clause.text for turn in turns if turn.side == "buyer" for clause in segments(turn.text)]
    plain = [words for words in clauses if not (_UNCERTAIN.search(words) or _ELSE.search(words))]
    facts: dict[str, Any] = {}
    denied = any(_SEAL.search(words) and _NOT.search(words) for words in clauses)
    if not denied and _unsealed(plain, any(_SEAL.search(words) for words in clauses)):
        facts["sealed"] = False
    if days := [day for words in plain for day in _days(words)]:
        facts["days_since_delivery"] = min(days)
    return facts


def _unsealed(plain: Iterable[str], sealed: bool) -> bool:
    return any(_SEAL_OFF.search(words) or (sealed and _opened(words)) for words in plain)


def _opened(words: str) -> bool:
    """Whether the buyer opened or used the goods, not only their box, or opened or took off a seal."""
    if _SEAL.search(words):
        return bool(_OPENED.search(words) or _REMOVED.search(words))
    return bool(_OPENED.search(words) and _GOODS.search(words) and not _BOX.search(words))


def _days(words: str) -> Iterator[float]:
    """The days since the goods came, where the words say so."""
    if not _ARRIVED.search(words):
        return
    if _MONTH.search(words):
        yield DAYS["month"]
    elif _SINCE.search(words):
        for found in findings(words):
            if found.kind == "duration" and found.value["unit"] in DAYS:
                yield found.value["min"] * DAYS[found.value["unit"]]
