"""Which acts are heard, and where: by evidence over each act's threshold, and by certain forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.core.heard import HeardAct
from bot.understanding.evidence import Evidence, Passage
from bot.understanding.head import Floats, Head
from bot.understanding.intent import OUT_OF_SCOPE
from bot.understanding.polarity import certain_acts, innocent_reading

OVERRULED = ("decline_off_platform", "violate_off_platform_contact", "out_of_scope")
"""Readings that give way where the form tells where the talk goes on."""
REFUSED_BY = {
    "violate_off_platform_contact": "decline_off_platform",
    "violate_off_platform_payment": "decline_off_platform",
    "violate_incentivised_review": "decline_review_deal",
    "violate_undervalue_customs": "decline_undervaluation",
    "violate_data_misuse": "decline_request",
}
"""Violations, and the act that names the same thing to refuse it."""
DENIAL = "violate_deny_legal_right"
GRANTED_BY = {DENIAL: ("inform_warranty", "inform_withdrawal_right")}
"""Violations, and the acts that grant what a clause may seem to deny where it only tells the limits."""
SURELY = 0.8
"""Confidence from which a clause denies what the passage else grants: “two years by law, but not here”."""
FAINT = 0.2
"""Confidence from which a denial is heard in a clause whose span of time falls short of the law's."""
LIKELY = 0.1
"""Confidence from which the likeliest act of a message is heard though it is not over its threshold."""


@dataclass(frozen=True)
class Weighed:
    """A passage with what speaks in it: how `sure` each act is, and which are `over` their thresholds.

    `alone` is how sure the first reading is by itself.
    """

    passage: Passage
    evidence: Evidence
    alone: Floats
    sure: Floats
    over: Any


def weighed(head: Head, passage: Passage, evidence: Evidence) -> Weighed:
    """The passage as this head alone weighs it."""
    sure = head.confidences(evidence.weights)
    return Weighed(passage, evidence, sure, sure, sure >= head.thresholds)


def heard_acts(head: Head, message: Sequence[Weighed]) -> tuple[HeardAct, ...]:
    """The acts over their thresholds, by place; out_of_scope only where nothing else is heard."""
    acts = [act for one in message for act in _in_passage(head, one)] or _likeliest(head, message)
    said = [a for a in acts if a.act != OUT_OF_SCOPE]
    return tuple(said or acts[:1])


def _in_passage(head: Head, one: Weighed) -> list[HeardAct]:
    """What was learned and what is certain by form, each act once in a clause, in order of place."""
    passage, evidence = one.passage, one.evidence
    found: dict[tuple[int, str], float] = {}
    rows = {int(column): int(evidence.shares[:, column].argmax()) for column in np.flatnonzero(one.over)}
    for column, row in rows.items():
        if (
            _refused(head, evidence, column)
            or _granted(head, one, column)
            or _outdone(head, one, rows, column)
            or _claimed(head, one, rows, column)
        ):
            continue
        act = innocent_reading(head.acts[column], passage.clauses[row].text)
        found[row, act] = max(float(one.sure[column]), found.get((row, act), 0.0))
    found |= {(row, DENIAL): sure for row, sure in _cut_short(head, one)}
    certain = _certain(passage)
    told = {row for row, _ in certain}
    found = {k: sure for k, sure in found.items() if k[0] not in told or k[1] not in OVERRULED}
    found |= dict.fromkeys(certain, 1.0)
    ranked = sorted(found.items(), key=lambda item: (item[0][0], -item[1]))
    return [_act(act, confidence, passage, row) for (row, act), confidence in ranked]


def _certain(passage: Passage) -> list[tuple[int, str]]:
    """The clauses and acts that the form alone tells, and those that cut a right short."""
    by_form = [
        (row, act)
        for row, clause in enumerate(passage.clauses)
        for act in certain_acts(clause.text, clause.passage)
    ]
    return [*((row, DENIAL) for row in passage.compared.cut_short()), *by_form]


def _outdone(head: Head, one: Weighed, rows: Mapping[int, int], column: int) -> bool:
    """Whether a violation gives way to something harmless that the first reading hears more surely there."""
    alike = [other for other, row in rows.items() if row == rows[column] and head.groups[other] != "violate"]
    surest = max((one.alone[other] for other in alike), default=0.0)
    return head.groups[column] == "violate" and bool(surest > one.alone[column])


def _refused(head: Head, evidence: Evidence, column: int) -> bool:
    """Whether the passage as a whole rather refuses what a clause of it only names or quotes."""
    refusal = REFUSED_BY.get(head.acts[column])
    if refusal not in head.acts:
        return False
    return bool(evidence.whole[head.acts.index(refusal)] > evidence.whole[column])


def _granted(head: Head, one: Weighed, column: int) -> bool:
    """Whether the passage as a whole rather grants what a clause of it does not surely deny."""
    grants = [head.acts.index(act) for act in GRANTED_BY.get(head.acts[column], ()) if act in head.acts]
    rather = (one.evidence.whole[grants] > one.evidence.whole[column]).any()
    return bool(rather and one.sure[column] < SURELY)


def _claimed(head: Head, one: Weighed, rows: Mapping[int, int], column: int) -> bool:
    """Whether a denial is what others are told to claim, and is put right."""
    return head.acts[column] == DENIAL and one.passage.compared.corrected(rows[column])


def _cut_short(head: Head, one: Weighed) -> list[tuple[int, float]]:
    """The clauses that deny what the law gives by a span of their own, if anything in it sounds like that.

    That the passage grants, or a clause tells something harmless more surely, does not matter then.
    """
    sure = float(one.sure[head.acts.index(DENIAL)]) if DENIAL in head.acts else 0.0
    if sure < FAINT:
        return []
    compared = one.passage.compared
    return [(row, sure) for row in compared.falls_short() if not compared.corrected(row)]


def _likeliest(head: Head, message: Sequence[Weighed]) -> list[HeardAct]:
    """The one act that a message most likely does, where none is over its threshold. Accuses never."""
    innocent = np.array([group != "violate" for group in head.groups])
    best = [
        (float((one.sure * innocent).max()), int((one.sure * innocent).argmax()), place)
        for place, one in enumerate(message)
    ]
    confidence, column, place = max(best, default=(0.0, 0, 0))
    if confidence < LIKELY:
        return []
    passage, evidence = message[place].passage, message[place].evidence
    row = int(evidence.shares[:, column].argmax())
    act = innocent_reading(head.acts[column], passage.clauses[row].text)
    return [_act(act, confidence, passage, row)]


def _act(act: str, confidence: float, passage: Passage, row: int) -> HeardAct:
    return HeardAct(act, confidence, passage.clauses[row].start, passage.clauses[row].end)
