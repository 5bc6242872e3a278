"""A rule as data: what it is about, where and when it holds, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from bot.core.grade import Text
from bot.core.heard import JsonDict
from bot.core.words import covers
from bot.rules.case import Case

Ruling = Literal["forbidden", "allowed", "required"]


@dataclass(frozen=True)
class Condition:
    """What a fact has to be: `equals` a value, or a number of at least `least`, at most `most`.

    The limits of a sum of money are in `currency`, and say nothing of a sum in another.
    """

    fact: str
    equals: Any = None
    least: float | None = None
    most: float | None = None
    currency: str | None = None

    def holds(self, facts: Mapping[str, Any]) -> bool:
        """Whether it holds; a fact that is unknown makes it false."""
        known = facts.get(self.fact)
        if isinstance(known, Mapping):
            known = known["amount"] if known["currency"] == self.currency else None
        if known is None:
            return False
        if self.least is None and self.most is None:
            return bool(known == self.equals)
        low = self.least is None or known >= self.least
        return low and (self.most is None or known <= self.most)


@dataclass(frozen=True)
class Cost:
    """What a breach costs the shop where that is known.

    `unit` is a currency, points, or what the amount is a multiple or a per cent of, as
    contract/schemas/rule.json lists them; `most` says that the amount is the maximum.
    """

    amount: float
    unit: str
    source: str
    most: bool = False


@dataclass(frozen=True)
class Term:
    """A deadline, sum or limit of a rule: `amount`, in a range up to `to`, in a `unit` of the schema.

    `what` says what it measures where the rule's title does not.
    """

    amount: float
    unit: str
    to: float | None = None
    what: Text | None = None


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
    terms: tuple[Term, ...] = ()
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

    def amount(self, unit: str) -> float | None:
        """The first that it names in this unit."""
        return next((term.amount for term in self.terms if term.unit == unit), None)

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
            "terms": [_known(asdict(term)) for term in self.terms],
            "cost": self.cost and asdict(self.cost),
            "shop": self.shop,
        }


def _condition(condition: Condition) -> Any:
    if condition.least is None and condition.most is None:
        return condition.equals
    limits = asdict(condition)
    del limits["fact"]
    return _known(limits)


def _known(values: Mapping[str, Any]) -> JsonDict:
    return {key: value for key, value in values.items() if value is not None}
