"""What a check says of a talk: kept, broken, or not applicable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.grade import Evidence, Text
from bot.core.words import Verdict
from bot.grading.talk import Said
from bot.rules.rule import Rule

NO_REPLY = ("客服没有发消息", "the agent wrote nothing")
NO_SCENARIO = ("没有场景，无法判断", "only a scenario says what holds here")
"""Reasons that several checks give for not applying."""

PASSES = 0.5
"""Share of the points from which a band check is kept."""


@dataclass(frozen=True)
class Judgement:
    """The verdict with the share of the points earned, its evidence, and the rule that decided."""

    verdict: Verdict
    share: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    rule: Rule | None = None
    reason: Text | None = None


def kept(evidence: Iterable[Evidence] = ()) -> Judgement:
    """The check is kept; evidence shows where."""
    return Judgement("yes", 1.0, tuple(evidence))


def broken(evidence: Iterable[Evidence], rule: Rule | None = None, reason: Text | None = None) -> Judgement:
    """The check is broken; `reason` says what the words quoted do not show."""
    return Judgement("no", 0.0, tuple(evidence), rule, reason)


def excused(zh: str, en: str) -> Judgement:
    """The check is not applicable, for this reason."""
    return Judgement("na", reason={"zh": zh, "en": en})


def banded(share: float, where_short: Iterable[Evidence]) -> Judgement:
    """A share of the points; evidence is given where points are lost."""
    share = round(share, 4)
    evidence = tuple(where_short) if share < 1 else ()
    return Judgement("yes" if share >= PASSES else "no", share, evidence)


def first_act(said: Iterable[Said], *acts: str) -> tuple[Evidence, ...]:
    """The first words that do one of these acts, as evidence; empty where none does."""
    for one in said:
        for act in one.acts(*acts):
            return (one.quote_act(act),)
    return ()
