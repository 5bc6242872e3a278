"""Violations heard in the agent's words, after the rules and the context have acquitted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.core.heard import HeardAct
from bot.grading.official import names_place, official
from bot.grading.talk import WISHES, Exchange, Said, Talk
from bot.grading.untrue import untrue
from bot.rules.rule import Rule
from bot.understanding.quotations import quoted

PREAMBLE = frozenset(
    "greet introduce_self thank apologise empathise acknowledge reassure ask_patience out_of_scope".split()
)
"""What may stand beside the answer, in its turn or in turns of its own; also what nobody understands."""

ASSENT = PREAMBLE | {"agree", "promise_follow_up", "farewell", "offer_further_help"}
"""What a bare yes consists of; beside anything else it is that which is agreed to."""

DICTATED = frozenset({"violate_undervalue_customs", "violate_pressure_cancel"})
"""Violations that tell somebody what to write on a form: what stands in quotation marks may be just that."""

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…\n]")
_GUARANTEE = re.compile(
    r"garant|gewährleist|warrant|guarante|гарант|брак|defect|defekt|mangel|mängel|fault|kaputt"
    r"|defectuos|roto|сломан|неисправ|(?<!seal )(?<!seal is )(?<!seal was )(?<!seal has been )\bbroken",
    re.IGNORECASE,
)
_WITHDRAWAL = re.compile(
    r"widerruf|rückgab|zurückgeb|zurücksend|umtausch|retoure|withdraw|return|cancel|exchange|desist|devol"
    r"|cambio|возврат|вернуть|обмен|отказ|\b(?:14|fourteen|vierzehn|catorce)[- ]?(?:days|tage\w*|дн\w+|días)"
    r"|\bseal|siegel|пломб|precint|not lik(?:e|ing)\b|chang\w+ (?:of|your) mind|nicht gef[aä]ll|не понрав"
    r"|no (?:le )?gust|cambi\w+ de (?:idea|opinión)",
    re.IGNORECASE,
)
_RIGHTS = {"guarantee": _GUARANTEE, "withdrawal": _WITHDRAWAL}
"""The rights that words name, the one first that counts where they name both."""


@dataclass(frozen=True)
class Accusation:
    """A violation with its words and the rule that forbids it; `wish` is what a bare yes was said to."""

    act: str
    said: Said
    start: int
    end: int
    rule: Rule
    wish: str | None = None


@lru_cache(maxsize=8)  # each of the checks about violations asks
def accusations(talk: Talk) -> tuple[Accusation, ...]:
    """Every accusation in order of place, each act once a turn."""
    agreed = (a for exchange in talk.exchanges for a in _agreed(talk, exchange))
    found = [*_said(talk), *agreed, *_untrue(talk)]
    found.sort(key=lambda a: (a.said.index, a.start))
    return tuple({(a.act, a.said.index): a for a in reversed(found)}.values())[::-1]


def _said(talk: Talk) -> Iterator[Accusation]:
    """What the agent said in so many words."""
    for said in talk.agent:
        for act in said.heard.acts:
            if not act.act.startswith("violate_") or _quoted(talk, said, act) or _no_way_out(talk, said, act):
                continue
            right = right_of(act.act, said.turn.text[act.start : act.end], said.turn.text)
            rule = talk.forbids(act.act, right=right, business_card=talk.exchanges_cards(said))
            if rule:
                yield Accusation(act.act, said, act.start, act.end, rule)


def _agreed(talk: Talk, exchange: Exchange) -> Iterator[Accusation]:
    """A bare yes to a forbidden wish: asked last by a buyer who refuses nothing, and answered alone."""
    told = [(said, move.move) for said in exchange.buyer for move in said.moves]
    asked = [move for _, move in told]
    wish = next((move for move in reversed(asked) if move in WISHES or move == "question"), None)
    act = WISHES.get(wish or "")
    if act is None or "refuse" in asked:
        return
    answers = [(said, heard) for said in exchange.agent for heard in said.heard.acts]
    if any(heard.act not in ASSENT for _, heard in answers):
        return
    rule = talk.forbids(act, business_card=True)
    said, yes = next(((said, heard) for said, heard in answers if heard.act == "agree"), (None, None))
    if rule and said and yes:
        words = next(wished.turn.text for wished, move in reversed(told) if move == wish)
        yield Accusation(act, said, *said.sentences(yes.start, yes.end), rule, words)


def _untrue(talk: Talk) -> Iterator[Accusation]:
    """What only the facts of the case tell."""
    for act, said, start, end in untrue(talk):
        if rule := talk.forbids(act):
            yield Accusation(act, said, start, end, rule)


def _quoted(talk: Talk, said: Said, act: HeardAct) -> bool:
    """Whether at least half of the words are somebody else's, in quotation marks, and not dictated."""
    text = said.turn.text
    inside = sum(
        max(0, min(end, act.end) - max(start, act.start))
        for start, end in quoted(text)
        if act.act not in DICTATED or _said_before(talk, said, text[start:end])
    )
    return inside * 2 >= act.end - act.start


def _said_before(talk: Talk, said: Said, words: str) -> bool:
    """Whether a buyer's turn before this one has at least half of these words."""
    these = set(_WORD.findall(words.lower()))
    before = {
        word
        for turn in talk.buyer
        if turn.index < said.index
        for word in _WORD.findall(turn.turn.text.lower())
    }
    return 2 * len(these & before) >= len(these)


def _no_way_out(talk: Talk, said: Said, act: HeardAct) -> bool:
    """Whether words taken for contact elsewhere say to stay here, or name what the shop lets agents name."""
    return act.act == "violate_off_platform_contact" and (
        _stays(said, act) or official(said, act.start, act.end, talk.addresses)
    )


def _stays(said: Said, act: HeardAct) -> bool:
    """Whether words that name no other place begin a sentence which says to stay here."""
    refusals = said.acts("decline_off_platform")
    return not names_place(said, act.start, act.end) and any(_one_sentence(said, act, r) for r in refusals)


def _one_sentence(said: Said, *acts: HeardAct) -> bool:
    first, second = sorted(acts, key=lambda act: act.start)
    return not _SENTENCE_END.search(said.turn.text, first.end - 1, second.start)


def right_of(act: str, words: str, turn: str = "") -> str | None:
    """Which right a denial is about: guarantee, withdrawal, or where neither is named or both, a refund.

    Words that name none speak of the one that the `turn` around them names alone.
    """
    if act != "violate_deny_legal_right":
        return None
    named, around = _rights_in(words), _rights_in(turn)
    if named:
        return named[0]
    return around[0] if len(around) == 1 else "refund"


def _rights_in(text: str) -> list[str]:
    return [right for right, named in _RIGHTS.items() if named.search(text)]
