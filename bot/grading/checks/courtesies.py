"""Courtesies: the greeting, the parting, and feeling with an upset buyer."""

from __future__ import annotations

import re

from bot.core.grade import Evidence
from bot.grading.checks.letter import FORM_OF_PARTING
from bot.grading.judgement import NO_REPLY, Judgement, broken, excused, first_act, kept
from bot.grading.talk import BREAKING_OFF, Said, Talk

GREETING = re.compile(
    r"\s*(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|dear"
    r"|hallo|guten|grüezi|servus|moin|sehr geehrte"
    r"|здравствуйте|добрый|доброе|приветству|hola|buen[oa]s)\b\w*",
    re.IGNORECASE,
)
PARTING = re.compile(
    r"\b(?:bye|goodbye|take care|have an? \w+ (?:day|evening|weekend|week|time)|happy \w+ing|enjoy\b"
    r"|auf wiedersehen|tschüss|bis bald|schönen (?:tag|abend)|schöne[sn]? (?:woche\w*|zeit)"
    r"|viel (?:spaß|freude|erfolg|glück)|alles gute|удач\w*|счастливо"
    r"|adiós|hasta (?:luego|pronto|la próxima)|(?:buen|feliz|lindo) (?:día|tarde|finde|fin de)|suerte"
    r"|que (?:l[oae]s?|tenga\w*|te|se) (?:disfrut|vaya|pas|buen)\w*)",
    re.IGNORECASE,
)


def greeted(talk: Talk) -> Judgement:
    """The first reply greets."""
    if not talk.agent:
        return excused(*NO_REPLY)
    first = next(exchange.agent for exchange in talk.exchanges if exchange.agent)
    shown = first_act(first, "greet")
    if not shown and (opened := GREETING.match(first[0].turn.text)):
        shown = (first[0].quote(*opened.span()),)
    return kept(shown) if shown else broken([first[0].due()])


def closed(talk: Talk) -> Judgement:
    """The agent said goodbye; in a practice, where the buyer did not end it."""
    if not talk.agent:
        return excused(*NO_REPLY)
    shown = first_act(reversed(talk.agent), "farewell") or _parting(talk)
    if shown:
        return kept(shown)
    if talk.sheet and talk.said[-1].did(*BREAKING_OFF):
        return excused("买家中断了对话", "the buyer broke off")
    return broken([talk.agent[-1].due()])


def _parting(talk: Talk) -> tuple[Evidence, ...]:
    """Words of parting in the last message, where no act of one was heard."""
    last = talk.agent[-1]
    match = PARTING.search(last.turn.text) or FORM_OF_PARTING.search(last.turn.text)
    return (last.quote(*match.span()),) if match else ()


def empathy_shown(talk: Talk) -> Judgement:
    """An upset buyer's trouble was named or regretted."""
    shown_by = upset(talk)
    if not shown_by:
        return excused("买家没有不满", "the buyer was not upset")
    since = shown_by[0].index
    shown = first_act(talk.after(since), "empathise", "apologise")
    return kept(shown) if shown else broken([next(talk.after(since), shown_by[0]).due()])


def upset(talk: Talk) -> list[Said]:
    """The turns of an upset buyer; who without a scenario complains in a single one, and calmly, is none."""
    if talk.sheet or len(talk.troubled("complaint")) > 1:
        return talk.troubled("upset", "complaint", "threaten")
    return talk.buyer_did("upset") or talk.troubled("threaten")
