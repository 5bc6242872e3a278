"""The fourteen indices and the bill over many talks: of a class, of a period, of a shop's week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.core.bill import summed
from bot.core.grade import Grade, Index, Text
from bot.core.heard import JsonDict
from bot.grading.indices import MEASURES

PLACES = {"s": 2, "ratio": 4, "%": 1, "money": 2, "count": 0}
"""Unit to the places that a figure is rounded to."""

CONVERSATIONS = "response_rate"
"""The index that counts conversations over a period, and exchanges in a talk."""

NO_TALK: Text = {"zh": "没有可计算的对话", "en": "there is no talk to count"}
SEVERAL: Text = {"zh": "有几种货币，请分别看", "en": "there are several currencies: see each"}


@dataclass(frozen=True)
class IndexSpec:
    """What an index means: its definition, what it rests on over many talks, and what it does not tell."""

    definition: Text
    basis: Text
    limits: Text


class Part(NamedTuple):
    """A figure in one currency, or without one: `of` is what it is a mean or share of, `mark` the shop's."""

    value: float
    of: float
    mark: float | None

    def to_json(self) -> JsonDict:
        """All of it."""
        return self._asdict()


@dataclass(frozen=True)
class Figure:
    """An index over many talks, `n` of which show it. `parts` by currency; "" where it has none.

    `value` is None for the `reason`, also where several currencies cannot be added.
    """

    id: str
    unit: str
    n: int
    parts: Mapping[str, Part]
    reason: Text | None

    @property
    def only(self) -> Part | None:
        """The one part, None where there is none or several."""
        return next(iter(self.parts.values())) if len(self.parts) == 1 else None

    @property
    def value(self) -> float | None:
        """The figure as a whole."""
        return self.only.value if self.only else None

    def to_json(self) -> JsonDict:
        """The index with its number of talks, and by currency where it is about money."""
        told = self.only
        by_currency = {currency: part.to_json() for currency, part in self.parts.items() if currency}
        return {
            "value": self.value,
            "unit": self.unit,
            "reason": dict(self.reason) if self.reason else None,
            "n": self.n,
            "of": told.of if told else None,
            "mark": told.mark if told else None,
            **({"by_currency": by_currency} if by_currency else {}),
        }


@dataclass
class _Sum:
    """What is added up of one index; the sums are by currency."""

    unit: str = ""
    n: int = 0
    weighed: dict[str, float] = field(default_factory=dict)
    of: dict[str, float] = field(default_factory=dict)
    marks: dict[str, float] = field(default_factory=dict)
    marked: dict[str, float] = field(default_factory=dict)
    reasons: Counter[tuple[tuple[str, str], ...]] = field(default_factory=Counter)

    def add(self, index: Index) -> None:
        self.unit = index.unit
        if index.value is None:
            self.reasons[tuple((index.reason or {}).items())] += 1
            return
        value, of, key = index.value, index.of, index.currency or ""
        if index.id == CONVERSATIONS:
            value, of = float(value > 0), 1.0
        self.n += 1
        _grow(self.weighed, key, value * of)
        _grow(self.of, key, of)
        if index.mark is not None:
            _grow(self.marks, key, index.mark)
            _grow(self.marked, key, 1)

    def figure(self, id: str) -> Figure:
        parts = {key: self._part(key) for key in sorted(self.of)}
        reason = SEVERAL if len(parts) > 1 else None if parts else self._reason()
        return Figure(id, self.unit, self.n, parts, reason)

    def _part(self, key: str) -> Part:
        places = PLACES[self.unit]
        total = self.weighed[key] if self.unit == "count" else self.weighed[key] / self.of[key]
        mark = round(self.marks[key] / self.marked[key], places) if key in self.marked else None
        return Part(round(total, places), round(self.of[key], 2), mark)

    def _reason(self) -> Text:
        """What most talks gave as their reason."""
        return dict(self.reasons.most_common(1)[0][0]) if self.reasons else NO_TALK


def _grow(sums: dict[str, float], key: str, by: float) -> None:
    sums[key] = sums.get(key, 0.0) + by


class Period:
    """Adds grades up one by one, in memory that does not grow with their number."""

    def __init__(self) -> None:
        self.talks = self.charged = 0
        self._sums = {id: _Sum() for id in MEASURES}
        self._total: dict[str, float] = {}
        self._at_most: dict[str, float] = {}

    def add(self, grade: Grade) -> None:
        """Takes one talk in."""
        self.talks += 1
        for index in grade.indices:
            self._sums[index.id].add(index)
        self.charged += bool(grade.bill.charges)
        self._total = summed([*self._total.items(), *grade.bill.total.items()])
        self._at_most = summed([*self._at_most.items(), *grade.bill.at_most.items()])

    @property
    def figures(self) -> list[Figure]:
        """All fourteen in the contract's order."""
        return [total.figure(id) for id, total in self._sums.items()]

    @property
    def bill(self) -> JsonDict:
        """What the talks cost the shop together, and how many of them cost something."""
        return {"talks": self.charged, "total": self._total, "at_most": self._at_most}
