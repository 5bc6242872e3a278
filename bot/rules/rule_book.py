"""Which rule decides: of those that hold in a case the most special, a shop's own before the general."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from bot.core.words import covers
from bot.rules.case import Case
from bot.rules.policy import Policy
from bot.rules.rule import Rule

FIRST_MESSAGE = {"unanswered": "message", "first_of_day": True}
"""Facts of a case in which a buyer writes for the first time on a day."""


class RuleBook:
    """All rules, asked by what they concern, and the shops' policies. `digest`: checksum of their files."""

    def __init__(self, rules: Iterable[Rule], digest: str, policies: Iterable[Policy] = ()) -> None:
        self.rules = tuple(rules)
        self.digest = digest
        self._policies = {policy.shop: policy for policy in policies}

    def policy(self, shop: str | None) -> Policy:
        """The policy of a shop; one that decides nothing where it has none."""
        return self._policies.get(shop or "", Policy(shop or ""))

    def decide(
        self, concern: str, case: Case, shop: str | None = None, about: str | None = None
    ) -> Rule | None:
        """The rule that decides about an act or check, or None where there is none.

        `about` is a fact on which the rule must hang, where only such a rule answers.
        Of equally special rules the milder one decides: in doubt nobody is accused.
        """
        held = [
            rule
            for rule in self.rules
            if concern in rule.concerns
            and rule.shop in (None, shop)
            and (about is None or any(condition.fact == about for condition in rule.when))
            and rule.holds(case)
        ]
        return max(held, key=lambda rule: (rule.specific, rule.ruling == "allowed"), default=None)

    def forbids(self, concern: str, case: Case, shop: str | None = None) -> Rule | None:
        """The deciding rule where it forbids, else None."""
        rule = self.decide(concern, case, shop)
        return rule if rule and rule.ruling == "forbidden" else None

    def answers_within(self, shop: str | None, case: Case) -> float | None:
        """Hours in which a buyer's first message is answered, by the shop's promise or the platform's rule.

        The sooner of both; None where neither says.
        """
        case = replace(case, facts={**case.facts, **FIRST_MESSAGE})
        rule = self.decide("platform_deadline_kept", case, shop, about="unanswered")
        due = rule.amount("hours") if rule else None
        return min((h for h in (self.policy(shop).answers_within, due) if h is not None), default=None)

    def in_force(self, platform: str | None, country: str | None, day: date) -> Iterator[Rule]:
        """Every rule that can hold there on that day, whatever the stage and the facts."""
        for rule in self.rules:
            here = platform is None or not rule.platforms or platform in rule.platforms
            if here and (country is None or covers(rule.countries, country)) and rule.in_force(day):
                yield rule
