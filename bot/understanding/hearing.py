"""Which acts are heard, and where: by evidence over each act's threshold, and by certain forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
LIKELY = 0.1
"""Confidence from which the likeliest act of a message is heard though it is not over its threshold."""

Weighed = Sequence[tuple[Passage, Evidence]]
"""The passages of a message with what speaks in each."""


def heard_acts(head: Head, message: Weighed) -> tuple[HeardAct, ...]:
    """The acts over their thresholds, by place; out_of_scope only where nothing else is heard."""
    sure = [head.confidences(evidence.weights) for _, evidence in message]
    acts = [
        act
        for (passage, evidence), confidences in zip(message, sure, strict=True)
        for act in _in_passage(head, passage, evidence, confidences)
    ] or _likeliest(head, message, sure)
    said = [a for a in acts if a.act != OUT_OF_SCOPE]
    return tuple(said or acts[:1])


def _in_passage(head: Head, passage: Passage, evidence: Evidence, confidences: Floats) -> list[HeardAct]:
    """What was learned and what is certain by form, each act once in a clause, in order of place."""
    found: dict[tuple[int, str], float] = {}
    for column in map(int, np.flatnonzero(confidences >= head.thresholds)):
        if _refused(head, evidence, column):
            continue
        row = int(evidence.shares[:, column].argmax())
        act = innocent_reading(head.acts[column], passage.clauses[row].text)
        found[row, act] = max(float(confidences[column]), found.get((row, act), 0.0))
    found = {(row, act): sure for (row, act), sure in found.items() if not _outdone(head, found, row, act)}
    for row, clause in enumerate(passage.clauses):
        certain = certain_acts(clause.text)
        if certain:
            found = {k: v for k, v in found.items() if k[0] != row or k[1] not in OVERRULED}
            found |= {(row, act): 1.0 for act in certain}
    ranked = sorted(found.items(), key=lambda item: (item[0][0], -item[1]))
    return [_act(act, confidence, passage, row) for (row, act), confidence in ranked]


def _outdone(head: Head, found: Mapping[tuple[int, str], float], row: int, act: str) -> bool:
    """Whether a violation is heard where something harmless is heard more surely, in the same words."""
    innocent = [sure for (r, other), sure in found.items() if r == row and head.group_of[other] != "violate"]
    return head.group_of[act] == "violate" and max(innocent, default=0.0) > found[row, act]


def _refused(head: Head, evidence: Evidence, column: int) -> bool:
    """Whether the passage as a whole rather refuses what a clause of it only names or quotes."""
    refusal = REFUSED_BY.get(head.acts[column])
    if refusal not in head.acts:
        return False
    return bool(evidence.whole[head.acts.index(refusal)] > evidence.whole[column])


def _likeliest(head: Head, message: Weighed, sure: Sequence[Floats]) -> list[HeardAct]:
    """The one act that a message most likely does, where none is over its threshold. Accuses never."""
    innocent = np.array([group != "violate" for group in head.groups])
    best = [
        (float((confidences * innocent).max()), int((confidences * innocent).argmax()), place)
        for place, confidences in enumerate(sure)
    ]
    confidence, column, place = max(best, default=(0.0, 0, 0))
    if confidence < LIKELY:
        return []
    passage, evidence = message[place]
    row = int(evidence.shares[:, column].argmax())
    act = innocent_reading(head.acts[column], passage.clauses[row].text)
    return [_act(act, confidence, passage, row)]


def _act(act: str, confidence: float, passage: Passage, row: int) -> HeardAct:
    return HeardAct(act, confidence, passage.clauses[row].start, passage.clauses[row].end)
