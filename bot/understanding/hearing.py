"""Which acts are heard, and where: by evidence over each act's threshold, and by certain forms."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from bot.core.heard import HeardAct
from bot.understanding.acquittals import WARNED_OF, WARNS
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
GRANTS = ("inform_warranty", "inform_withdrawal_right")
"""Acts that grant what a clause may seem to deny where it only tells the limits."""
SURELY = 0.8
"""Confidence from which a clause denies what the passage else grants: “two years by law, but not here”."""
FAINT = 0.2
"""Confidence from which a denial is heard in a clause whose span of time falls short of the law's."""
BY_ITSELF = math.log(0.5)
"""Share of an act, as a logarithm, from which a clause does it whatever stands beside it."""
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
    acts = [act for one in message for act in _Reading(head, one).acts()] or _likeliest(head, message)
    said = [a for a in acts if a.act != OUT_OF_SCOPE]
    return tuple(said or acts[:1])


@dataclass(frozen=True)
class _Reading:
    """What a head hears in one passage. A column is an act's number in the head, a row a clause's."""

    head: Head
    one: Weighed

    def acts(self) -> list[HeardAct]:
        """What was learned and what is certain by form, each act once in a clause, in order of place."""
        found = self._learned() | self._falls_short()
        certain = self._certain()
        told = {row for row, _ in certain}
        found = {k: sure for k, sure in found.items() if k[0] not in told or k[1] not in OVERRULED}
        found |= dict.fromkeys(certain, 1.0)
        ranked = sorted(found.items(), key=lambda item: (item[0][0], -item[1]))
        return [_act(act, confidence, self.one.passage, row) for (row, act), confidence in ranked]

    @cached_property
    def _rows(self) -> Mapping[int, int]:
        """Each act over its threshold, and the clause that speaks most for it."""
        return {int(column): self._row(int(column)) for column in np.flatnonzero(self.one.over)}

    def _row(self, column: int) -> int:
        """The clause that speaks most for an act; for a violation one of the agent's own, if there is one."""
        shares, others = self.one.evidence.shares[:, column], list(self.one.passage.reported)
        if self.head.violations[column] and others:
            own = shares.copy()
            own[others] = -np.inf
            shares = own if own.max() >= BY_ITSELF else shares
        return int(shares.argmax())

    def _learned(self) -> dict[tuple[int, str], float]:
        """Clause and act to its confidence, for what is over its threshold and does not give way."""
        reasons = (
            self._refused,
            self._granted,
            self._outdone,
            self._put_right,
            self._of_others,
            self._warned_of,
        )
        found: dict[tuple[int, str], float] = {}
        for column, row in self._rows.items():
            if not any(gives_way(column) for gives_way in reasons):
                clause = self.one.passage.clauses[row]
                act = innocent_reading(self.head.acts[column], clause.text, clause.sentence)
                found[row, act] = max(float(self.one.sure[column]), found.get((row, act), 0.0))
        return found

    def _refused(self, column: int) -> bool:
        """Whether the passage as a whole rather refuses what a clause of it only names or quotes."""
        whole, refusal = self.one.evidence.whole, REFUSED_BY.get(self.head.acts[column], "")
        return refusal in self.head.columns and bool(whole[self.head.columns[refusal]] > whole[column])

    def _granted(self, column: int) -> bool:
        """Whether the passage as a whole rather grants what a clause of it does not surely deny."""
        if self.head.acts[column] != DENIAL or self.one.sure[column] >= SURELY:
            return False
        whole = self.one.evidence.whole
        return any(
            whole[self.head.columns[act]] > whole[column] for act in GRANTS if act in self.head.columns
        )

    def _outdone(self, column: int) -> bool:
        """Whether the first reading hears something harmless more surely than a violation there."""
        alone, violations = self.one.alone, self.head.violations
        beside = [
            other for other, row in self._rows.items() if row == self._rows[column] and not violations[other]
        ]
        return bool(violations[column]) and any(alone[other] > alone[column] for other in beside)

    def _put_right(self, column: int) -> bool:
        """Whether a denial is what others are told to claim, and is corrected."""
        return self.head.acts[column] == DENIAL and self.one.passage.compared.corrected(self._rows[column])

    def _of_others(self, column: int) -> bool:
        """Whether a violation is heard in reported words alone."""
        return bool(self.head.violations[column]) and self._rows[column] in self.one.passage.reported

    def _warned_of(self, column: int) -> bool:
        """Whether the passage warns of others who do that in the shop's name."""
        passage = self.one.passage.clauses[0].passage
        return self.head.acts[column] in WARNED_OF and WARNS.search(passage) is not None

    def _falls_short(self) -> dict[tuple[int, str], float]:
        """The clauses that deny what the law gives by a span of their own, if anything sounds like that.

        That the passage grants, or a clause tells something harmless more surely, does not matter then.
        """
        sure = float(self.one.sure[self.head.columns[DENIAL]]) if DENIAL in self.head.columns else 0.0
        compared = self.one.passage.compared
        short = compared.falls_short() if sure >= FAINT else []
        return {(row, DENIAL): sure for row in short if not compared.corrected(row)}

    def _certain(self) -> list[tuple[int, str]]:
        """The clauses that surely cut a right short, and the acts that the form of a clause tells."""
        passage = self.one.passage
        by_form = [
            (row, act)
            for row, clause in enumerate(passage.clauses)
            for act in certain_acts(clause.text, clause.passage)
        ]
        return [*((row, DENIAL) for row in passage.compared.cut_short()), *by_form]


def _likeliest(head: Head, message: Sequence[Weighed]) -> list[HeardAct]:
    """The one act that a message most likely does, where none is over its threshold. Accuses never."""
    best = [
        (float((one.sure * ~head.violations).max()), int((one.sure * ~head.violations).argmax()), place)
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
