"""Which rule decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.words import PLATFORMS
from bot.rules.case import Case
from bot.rules.policy import Policy
from bot.rules.rule import Condition, Rule, Term
from bot.rules.rule_book import RuleBook

DAY = date(2026, 11, 26)
TITLE = {"zh": "规则", "en": "rule"}


def rule(id: str, ruling: Any = "forbidden", **more: Any) -> Rule:
    return Rule(id, TITLE, ("violate_rude",), ruling, "angry-buyer", None, **more)


def case(platform: str = "amazon", country: str | None = "DE", day: date = DAY, **facts: Any) -> Case:
    return Case(platform, country, "after_sales", day, facts)


def decided(rules: list[Rule], where: Case, shop: str | None = None) -> str | None:
    found = RuleBook(rules, "x").decide("violate_rude", where, shop)
    return found.id if found else None


def test_the_more_special_rule_decides() -> None:
    rules = [rule("general"), rule("amazon", "allowed", platforms=("amazon",))]
    assert decided(rules, case()) == "amazon"
    assert decided(rules, case("ebay")) == "general"


def test_a_rule_asked_about_a_fact_must_hang_on_it() -> None:
    open_end, dated = rule("any", platforms=("amazon",)), rule("paid", when=(Condition("paid", equals=True),))
    book = RuleBook([open_end, dated], "x")
    assert book.decide("violate_rude", case(paid=True), about="paid") == dated
    assert book.decide("violate_rude", case(paid=False), about="paid") is None
    assert book.decide("violate_rude", case(paid=False)) == open_end


def test_country_groups_hold_in_their_countries() -> None:
    rules = [rule("eu", countries=("EU",))]
    assert decided(rules, case(country="ES")) == "eu"
    assert decided(rules, case(country="US")) is None
    assert decided(rules, case(country=None)) is None


def test_first_and_last_day_are_included() -> None:
    rules = [rule("dated", since=DAY, until=DAY)]
    assert decided(rules, case()) == "dated"
    assert decided(rules, case(day=date(2026, 11, 25))) is None
    assert decided(rules, case(day=date(2026, 11, 27))) is None


def test_an_unknown_fact_decides_nothing() -> None:
    rules = [rule("general"), rule("late", "allowed", when=(Condition("days_since_delivery", least=15),))]
    assert decided(rules, case()) == "general"
    assert decided(rules, case(days_since_delivery=14)) == "general"
    assert decided(rules, case(days_since_delivery=15)) == "late"


def test_a_sum_in_another_currency_is_unknown() -> None:
    limit = Condition("order_value", most=150, currency="EUR")
    rules = [rule("general"), rule("small", "allowed", when=(limit,))]
    assert decided(rules, case(order_value={"amount": 150, "currency": "EUR"})) == "small"
    assert decided(rules, case(order_value={"amount": 151, "currency": "EUR"})) == "general"
    assert decided(rules, case(order_value={"amount": 150, "currency": "USD"})) == "general"


def test_in_doubt_nobody_is_accused() -> None:
    rules = [rule("strict", platforms=("amazon",)), rule("mild", "allowed", countries=("DE",))]
    assert decided(rules, case()) == "mild"
    assert RuleBook(rules, "x").forbids("violate_rude", case()) is None


def test_a_shops_own_rule_lies_over_all_others_and_only_there() -> None:
    rules = [rule("amazon", platforms=("amazon",), countries=("DE",)), rule("own", "allowed", shop="lumo")]
    assert decided(rules, case(), "lumo") == "own"
    assert decided(rules, case(), "other") == "amazon"
    assert decided(rules, case()) == "amazon"


def test_another_concern_is_not_touched() -> None:
    assert RuleBook([rule("general")], "x").decide("violate_blame_buyer", case()) is None


@given(
    st.permutations([rule("a"), rule("b", platforms=("amazon",)), rule("c", "allowed", countries=("EU",))])
)
def test_the_order_of_the_files_does_not_matter(rules: list[Rule]) -> None:
    assert decided(rules, case()) == "c"


@given(st.sampled_from([None, *PLATFORMS]), st.sampled_from([None, "DE", "US"]))
def test_what_is_in_force_holds_in_some_case(platform: str | None, country: str | None) -> None:
    book = RuleBook([rule("ebay", platforms=("ebay",)), rule("eu", countries=("EU",)), rule("all")], "x")
    for found in book.in_force(platform, country, DAY):
        assert found.holds(case(platform or "ebay", country or "DE"))


@pytest.mark.parametrize(
    ("platform", "shop", "hours"),
    [("amazon", None, 24.0), ("amazon", "fast", 4.0), ("amazon", "slow", 24.0), ("ebay", "slow", 48.0)],
)
def test_a_letter_is_answered_by_the_sooner_of_what_shop_and_platform_say(
    platform: str, shop: str | None, hours: float
) -> None:
    reply = replace(
        rule("reply", "required", platforms=("amazon",), when=(Condition("unanswered", equals="message"),)),
        concerns=("platform_deadline_kept",),
        terms=(Term(7, "days"), Term(24, "hours")),
    )
    policies = [Policy("fast", answers_within=4.0), Policy("slow", answers_within=48.0)]
    assert RuleBook([reply], "x", policies).answers_within(shop, case(platform)) == hours


def test_where_neither_says_when_an_answer_is_due_none_is() -> None:
    assert RuleBook([], "x").answers_within("any", case()) is None
