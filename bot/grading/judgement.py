"""What a check says of a talk: kept, broken, or not applicable."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps

from bot.core.grade import Evidence, Text
from bot.core.words import Verdict
from bot.grading.rubric import CaseSheet
from bot.grading.talk import Said, Talk
from bot.rules.rule import Rule

NO_BUYER = ("买家没有发消息", "the buyer wrote nothing")
NO_REPLY = ("客服没有发消息", "the agent wrote nothing")
NO_SCENARIO = ("没有场景，无法判断", "only a scenario says what holds here")
NO_TROUBLE = ("买家没有抱怨", "the buyer complains of nothing")
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


Judge = Callable[[Talk], Judgement]


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


def where_expected(
    expected: Callable[[CaseSheet], object], zh: str, en: str
) -> Callable[[Callable[[Talk, CaseSheet], Judgement]], Judge]:
    """Opens checks of what a scenario expects: without a scenario, the expectation, or a reply they are na.

    `zh` and `en` are the reason where the scenario does not expect it.
    """

    def opened(judge: Callable[[Talk, CaseSheet], Judgement]) -> Judge:
        @wraps(judge)
        def judged(talk: Talk) -> Judgement:
            if talk.sheet is None:
                return excused(*NO_SCENARIO)
            if not expected(talk.sheet):
                return excused(zh, en)
            return judge(talk, talk.sheet) if talk.agent else excused(*NO_REPLY)

        return judged

    return opened
