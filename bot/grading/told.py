"""What a buyer plainly tells of the goods, as facts of a case of which no more is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.core.transcript import Turn
from bot.understanding.findings import findings
from bot.understanding.segments import segments

DAYS: Mapping[str, int] = {"day": 1, "working_day": 1, "week": 7, "month": 30, "year": 360}
"""Days in a unit of what is said; a year has twelve months here, that both compare."""

_SEAL = re.compile(
    r"\b(?:un)?seal|siegel|schutzfolie|protective film|пломб|защитн\w+ пл[ёе]нк|precint", re.IGNORECASE
)
_OPENED = re.compile(
    r"\b(?:I|we)(?:['’]ve| have| had)? (?:\w+ly |already |also |just |even )?"
    r"(?:opened|unsealed|unpacked|unwrapped|broken?|removed|tore|worn|wore|used|tried)\b"
    r"|\b(?:ich|wir)\b.{0,60}\b(?:geöffnet|aufgemacht|ausgepackt|entsiegelt|gebrochen|aufgerissen|abgezogen"
    r"|entfernt|getragen|benutzt)\b|\b(?:habe?|haben)\b.{0,60}\b(?:geöffnet|aufgemacht|entsiegelt|aufgerissen)\b"
    r"|\b(?:вскрыл|распаковал|распечатал|открыл|сорвал|снял|носил|надевал)[аи]?\b"
    r"|\b(?:abr[íi]|abrimos|(?:he|hemos) (?:abierto|quitado|roto|usado)"
    r"|desprecint[ée]|quit[ée]|romp[íi])(?!\w)",
    re.IGNORECASE,
)
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
    r"|customs|courier|already open|opened when|streitfall|\bfall\b|nachricht|antwort|erstattung|rechnung"
    r"|zoll|zusteller|geöffnet (?:an|geliefert)|schon offen"
    r"|спор|обращен|заявк|ответ|письм|сообщ|таможн|курьер"
    r"|disputa|reclamaci|mensaje|respuesta|correo|reembolso|aduana|llegó abierto"
    r"|\bordered\b|bought|paid|bestellt|gekauft|bezahlt|заказал|купил|оплатил|ped[íi]|compr[éo]|pagu[ée]",
    re.IGNORECASE,
)
"""Something else was opened or came, somebody else did it, or the day is that of the order."""


def told(turns: Iterable[Turn]) -> Mapping[str, Any]:
    """The facts that the buyer's turns tell: `sealed` where the seal is gone, `days_since_delivery`.

    Opening the box breaks no seal: there has to be one, by the word of either side, and the buyer must not
    deny it. Of several spans of time since goods came, the shortest counts.
    """
    turns = tuple(turns)
    clauses = [clause.text for turn in turns if turn.side == "buyer" for clause in segments(turn.text)]
    plain = [words for words in clauses if not (_UNCERTAIN.search(words) or _ELSE.search(words))]
    facts: dict[str, Any] = {}
    denied = any(_SEAL.search(words) and _NOT.search(words) for words in clauses)
    if not denied and _unsealed(plain, any(_SEAL.search(turn.text) for turn in turns)):
        facts["sealed"] = False
    if days := [day for words in plain for day in _days(words)]:
        facts["days_since_delivery"] = min(days)
    return facts


def _unsealed(plain: Iterable[str], sealed: bool) -> bool:
    return any(_SEAL_OFF.search(words) or (sealed and _OPENED.search(words)) for words in plain)


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
