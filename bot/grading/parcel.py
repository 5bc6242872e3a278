"""Whether a talk is about a parcel that is late or lost."""

from __future__ import annotations

import re

from bot.grading.talk import Talk

_LATE = re.compile(
    r"\b(?:nicht|nie|nichts)\b.{0,25}(?:\bda\b|gekommen|erhalten|bekommen|geliefert|zugestellt|eingetroffen)"
    r"|\bwo (?:ist|bleibt|steckt)\b|verspät|überfällig|verschollen|verloren|warte (?:noch|immer|seit)"
    r"|(?:n['’]t|\bnot|\bnever)\b.{0,25}(?:arriv|receiv|deliver|\bcame\b|\bcome\b|\bhere\b|turned up)"
    r"|\bwhere(?:['’]s| is| are)\b|\blate\b|overdue|\blost\b|gone missing|still waiting"
    r"|\bне (?:при|до|полу|доставл|привез)|\bгде\b|опазд|опозда|задерж|потерял|пропал|до сих пор"
    r"|\bno (?:me |nos )?(?:ha |han |he )?(?:lleg|recib|aparec)|\bdónde (?:está|anda)|retras|extravi|perdid"
    r"|sigo esperando|lleg\w+ tarde",
    re.IGNORECASE,
)
_ASKS = ("question", "complaint", "claim_right", "threaten", "upset")


def is_overdue(talk: Talk) -> bool:
    """Whether it is known not to have arrived, or the buyer misses it in so many words."""
    context = talk.transcript.context
    if context.get("shipped") and context.get("delivered") is False:
        return True
    return any(_LATE.search(said.turn.text) for said in talk.buyer_did(*_ASKS))
