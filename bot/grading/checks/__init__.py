"""The checks: each a function from a talk to its judgement, listed by the id of contract/checks.yml."""

from __future__ import annotations

from bot.grading.checks import (
    communication,
    compliance,
    expected,
    facts,
    haggling,
    known,
    promises,
    remedies,
    resolution,
    response_time,
    sales,
)
from bot.grading.judgement import NO_BUYER, Judge, Judgement, excused
from bot.grading.talk import Talk

PARTS = (
    response_time,
    resolution,
    known,
    remedies,
    promises,
    expected,
    facts,
    sales,
    haggling,
    compliance,
    communication,
)


def earned(judge: Judge) -> Judge:
    """Judges likewise, but nothing is kept by an agent who said nothing of substance; faults remain.

    Without a word of a buyer there is no service to judge.
    """

    def judged(talk: Talk) -> Judgement:
        if not any(said.turn.text.strip() for said in talk.buyer):
            return excused(*NO_BUYER)
        found = judge(talk)
        if found.verdict != "yes" or talk.spoke:
            return found
        return excused("客服没有说出有实质内容的话", "the agent said nothing of substance")

    return judged


JUDGES: dict[str, Judge] = {id: earned(judge) for part in PARTS for id, judge in part.JUDGES.items()}
"""Check id to its judge; their order in a grade is the rubric's."""
