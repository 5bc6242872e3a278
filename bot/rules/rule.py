"""A rule as data: what it is about, where and when it holds, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from bot.core.grade import Text
from bot.core.heard import JsonDict
from bot.core.words import covers
from bot.rules.case import Case

Ruling = Literal["forbidden", "allowed", "required"]


@dataclass(frozen=True)
class Condition:
    """What a fact has to be: `equals` a value, or a number of at least `least`, at most `most`."""

    fact: str
    equals: Any = None
    least: float | None = None
    most: float | None = None

    def holds(self, facts: Mapping[str, Any]) -> bool:
        """Whether it holds; a fact that is unknown makes it false."""
        known = facts.get(self.fact)
        if known is None:
            return False
        if self.least is None and self.most is None:
            return bool(known == self.equals)
        low = self.least is None or known >= self.least
        return low and (self.most is None or known <= self.most)


@dataclass(frozen=True)
class Cost:
    """What a breach costs where that is known: money, or points of a platform's penalty scale."""

    amount: float
    unit: str
    source: str


@dataclass(frozen=True)
class Rule:
    """A rule about `concerns`: acts (violate_…) or checks of the grade. Empty lists mean everywhere.

    `since` and `until` are the first and the last day on which it holds. `section` is the English
    heading in the article `topic` that explains it.
    """

    id: str
    title: Text
    concerns: tuple[str, ...]
    ruling: Ruling
    topic: str
    section: str | None
    platforms: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    when: tuple[Condition, ...] = ()
    cost: Cost | None = None
    shop: str | None = None

    def holds(self, case: Case) -> bool:
        """Whether it holds in the case."""
        return (
            self.in_force(case.day)
            and (not self.platforms or case.platform in self.platforms)
            and covers(self.countries, case.country)
            and (not self.stages or case.stage in self.stages)
            and all(condition.holds(case.facts) for condition in self.when)
        )

    def in_force(self, day: date) -> bool:
        """Whether it holds on the day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def specific(self) -> tuple[bool, int]:
        """How special it is: a shop's own rule over a general one, then by how much it narrows."""
        narrowed = (self.platforms, self.countries, self.stages, self.since or self.until)
        return self.shop is not None, sum(map(bool, narrowed)) + len(self.when)

    def to_json(self) -> JsonDict:
        """As `silkdesk knowledge rules` prints it."""
        return {
            "id": self.id,
            "title": dict(self.title),
            "concerns": list(self.concerns),
            "verdict": self.ruling,
            "platforms": list(self.platforms),
            "countries": list(self.countries),
            "stages": list(self.stages),
            "from": self.since and self.since.isoformat(),
            "until": self.until and self.until.isoformat(),
            "when": {c.fact: _condition(c) for c in self.when},
            "topic": self.topic,
            "section": self.section,
            "shop": self.shop,
        }


def _condition(condition: Condition) -> Any:
    if condition.least is None and condition.most is None:
        return condition.equals
    limits = {"least": condition.least, "most": condition.most}
    return {key: value for key, value in limits.items() if value is not None}
