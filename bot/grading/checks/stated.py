"""Whether terms of the buyer's rights are stated as long as the rules have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.days import DAYS
from bot.core.grade import Evidence
from bot.core.heard import Finding, HeardAct
from bot.grading.accusations import accusations
from bot.grading.judgement import Judgement, broken, excused, kept
from bot.grading.talk import Said, Talk
from bot.rules.rule import Rule

RIGHTS = {"inform_withdrawal_right": "withdrawal", "inform_warranty": "guarantee"}
"""Acts that explain a right, to the right as the rules name it."""

DENIAL = "violate_deny_legal_right"
"""What keeps from a buyer a right that the rules give."""

_NAMED = {
    "withdrawal": re.compile(
        r"widerruf|rücktritt|rückgaberecht|withdraw|right to cancel|change of mind"
        r"|change your mind|right to return|desist|retract|revoca|arrepent|отказ|возврат|вернуть",
        re.IGNORECASE,
    ),
    "guarantee": re.compile(
        r"gewährleistung|gesetzlich\w* garantie|mängelrecht|(?:legal|statutory) (?:guarantee|warranty)|by law"
        r"|garant[íi]a legal|por ley",
        re.IGNORECASE,
    ),
}
"""Words of the statutory right; a shop's own guarantee may be shorter than the law's."""

_OTHERWISE = re.compile(
    r"\b(?:nicht|kein\w*|not|never|no|нет|не|nunca|tampoco|seit|vor|noch|schon|bereits|ago|since|old"
    r"|(?:nach|after|desde|después de|после) "
    r"(?!(?:dem |der |you |la |el |de )*(?:erhalt|liefer|empfang|zustell|kauf|receiv|receipt|deliver|purchase"
    r"|entrega|recib|recep|compra|получ|достав|покуп))\w+"
    r"|left|still|remain\w*|already|more|further|additional|another|extra|weitere\w*|zusätzlich\w*|nochmals?"
    r"|hace|quedan?|todavía|aún|ya|más|otros|adicional\w*|назад|спустя|ещё|еще|уже|оста\w+"
    r"|beweis\w*|proof|prove|burden|presum\w*|доказ\w*|прест\w*|prueba|presun\w*|carga"
    r"|erstatt\w*|geld|zahl\w*|refund\w*|money|paid|pay\w*|деньг\w*|верн[её]м|reembols\w*|dinero"
    r"|zurück(?:schick|send)\w*|absend\w*|send|post|отправ\w*|enviar|mandar|devolver el"
    r"|platt?form\w*|amazon|ebay|ozon|aliexpress|mercado|hersteller\w*|manufacturer\w*|производител\w*|fabricante"
    r"|gebraucht\w*|used|second-hand|segunda mano|ocasión)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
"""What makes a span of time no length of the right, or asks for the right or denies it."""

TERM_UNITS = {
    "days": "day",
    "business_days": "working_day",
    "weeks": "week",
    "months": "month",
    "years": "year",
}


@dataclass(frozen=True)
class Stated:
    """A right or its term in the agent's words, whether that is less than the rule has it, and that rule."""

    evidence: Evidence
    short: bool
    rule: Rule


def rules_stated_right(talk: Talk) -> Judgement:
    """No right that the rules give is denied, and no statutory term stated shorter; a shop may give more."""
    stated = [one for said in talk.agent for act in said.acts(*RIGHTS) for one in _stated(talk, said, act)]
    if wrong := [one for one in stated if one.short]:
        return broken((one.evidence for one in wrong), wrong[0].rule)
    if denied := [a for a in accusations(talk) if a.act == DENIAL]:
        return broken((a.said.quote(a.start, a.end) for a in denied), denied[0].rule)
    if stated:
        return kept(one.evidence for one in stated)
    return excused("没有说到法定权利", "no statutory right was named")


def _stated(talk: Talk, said: Said, act: HeardAct) -> Iterator[Stated]:
    """The right in the words of an act, where these name it without a span of time, or with one alone.

    Where the right may be denied, whatever the shop grants is more.
    """
    right = RIGHTS[act.act]
    words = said.turn.text[act.start : act.end]
    spans = [f for f in said.heard.findings if f.kind == "duration" and act.start <= f.start < act.end]
    rule = talk.forbids(DENIAL, right=right)
    if rule is None or not _NAMED[right].search(words) or _OTHERWISE.search(words):
        return
    if not spans:
        yield Stated(said.quote_act(act), False, rule)
    elif len(spans) == 1:
        yield from _compared(said, spans[0], rule)


def _compared(said: Said, span: Finding, rule: Rule) -> Iterator[Stated]:
    """The span, where it and the rule name days."""
    granted = _days(rule)
    if granted and span.value["unit"] in DAYS:
        days = span.value["max"] * DAYS[span.value["unit"]]
        yield Stated(said.quote(span.start, span.end), days < granted, rule)


def _days(rule: Rule) -> float:
    """The days of the right by the rule that forbids to deny it: its first term; 0 where it names none."""
    term = next((term for term in rule.terms if not term.what), None)
    return term.amount * DAYS[TERM_UNITS[term.unit]] if term and term.unit in TERM_UNITS else 0.0
