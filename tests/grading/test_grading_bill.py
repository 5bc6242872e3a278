"""The bill: what is priced, what is not, and who is not charged."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.core.bill import Bill, Charge
from bot.core.heard import HeardAct
from bot.core.transcript import Move
from bot.grading.bill import bill
from bot.grading.checks import JUDGES
from bot.grading.grader import BREAKS
from bot.grading.talk import Talk
from bot.rules.rule import Cost, Rule
from bot.rules.rule_book import RuleBook
from tests.grading.talks import DAY, SHEET, agent, buyer, rubric, talk

ORDER = {"order_value": {"amount": 50.0, "currency": "EUR"}}
RULE = Rule(
    "no-contact",
    {"zh": "不离开平台", "en": "stay on the platform"},
    ("violate_off_platform_contact",),
    "forbidden",
    "off-platform-contact",
    None,
    platforms=("aliexpress",),
)
CONTACT = agent("Auf WhatsApp!", "violate_off_platform_contact")
ACCEPTS = buyer("Gut, danke.", Move("accept", need="compensation"))


def by_rules(of: Talk, cost: Cost | None) -> Bill:
    """The bill where one rule forbids contact, at this price."""
    priced = RuleBook([replace(RULE, cost=cost)], "d")
    judged = Talk(of.transcript, of.said, DAY, priced, rubric().pace, of.sheet)
    return bill(judged, {id: JUDGES[id](judged) for id in rubric().checks}, BREAKS)


def of_offer(*turns: tuple[Any, ...], **about: Any) -> list[Charge]:
    """The charges of a talk, with the practice shop's authority unless `about` says otherwise."""
    made = talk(*turns, **{"sheet": SHEET, "context": ORDER, **about})
    return list(bill(made, {id: JUDGES[id](made) for id in rubric().checks}, BREAKS).charges)


@pytest.mark.parametrize(
    ("cost", "amount", "currency"),
    [
        (Cost(200, "EUR", "law"), 200, "EUR"),
        (Cost(12, "points", "rule"), 12, "points"),
        (Cost(2, "order_value", "law"), 100, "EUR"),
        (Cost(30, "percent_of_price", "law"), 15, "EUR"),
    ],
)
def test_a_breach_costs_what_its_rule_says(cost: Cost, amount: float, currency: str) -> None:
    (charge,) = by_rules(talk(buyer("Wo?", "question"), CONTACT, context=ORDER), cost).charges
    assert (charge.check, charge.turn, charge.rule) == ("no_off_platform_contact", 1, "no-contact")
    assert (charge.amount, charge.currency, charge.source) == (amount, currency, cost.source)


@pytest.mark.parametrize("unit", ["percent_of_turnover", "percent_of_award", "percent_of_price_per_day"])
def test_what_takes_more_than_the_orders_value_to_know_has_no_price(unit: str) -> None:
    assert by_rules(talk(buyer("Wo?"), CONTACT, context=ORDER), Cost(4, unit, "law")).charges == ()


def test_a_share_of_an_order_of_unknown_value_has_no_price() -> None:
    assert by_rules(talk(buyer("Wo?"), CONTACT), Cost(1, "order_value", "law")).charges == ()


def test_a_rule_is_charged_once_a_talk_and_a_maximum_stands_apart() -> None:
    twice = talk(buyer("Wo?"), CONTACT, buyer("Wie?"), CONTACT)
    assert by_rules(twice, Cost(200, "EUR", "law")).total == {"EUR": 200}
    most = by_rules(twice, Cost(200, "EUR", "law", most=True))
    assert (most.total, most.at_most) == ({}, {"EUR": 200})


def test_what_was_paid_is_lost_once_and_only_where_it_was_paid() -> None:
    whole = Cost(1, "order_value", "law")
    rules = [
        replace(RULE, cost=whole),
        replace(RULE, id="no-promise", concerns=("violate_false_promise",), cost=replace(whole, amount=0.5)),
    ]
    words = agent("Auf WhatsApp! Er kommt sicher morgen.", *(c for rule in rules for c in rule.concerns))
    for context, total in ((ORDER, {"EUR": 50}), ({**ORDER, "paid": False}, {})):
        made = talk(buyer("Wo?"), words, context=context)
        judged = Talk(made.transcript, made.said, DAY, RuleBook(rules, "d"), rubric().pace)
        assert bill(judged, {}, BREAKS).total == total


def test_what_rules_acquit_and_what_has_no_price_costs_nothing() -> None:
    elsewhere = talk(buyer("Wo?"), CONTACT, platform="own_shop")
    assert by_rules(elsewhere, Cost(200, "EUR", "law")) == Bill()
    assert by_rules(talk(buyer("Wo?"), CONTACT), None) == Bill()


def test_sums_are_kept_apart_by_currency() -> None:
    one = Charge(None, 1, 0.1, "EUR", False, {"zh": "一", "en": "one"}, None, "law")
    made = Bill((one, replace(one, amount=0.2), replace(one, currency="USD", amount=5)))
    assert made.total == {"EUR": 0.3, "USD": 5}


COMPLAINS = buyer("Mein Paket kam nicht.", "complaint")


def test_what_is_given_beyond_the_authority_costs_the_excess() -> None:
    offer = agent("Ich erstatte Ihnen 40 %.", "offer_partial_refund")
    (charge,) = of_offer(COMPLAINS, offer, ACCEPTS)
    assert (charge.check, charge.turn) == ("remedy_within_authority", 1)
    assert (charge.amount, charge.currency) == (12.5, "EUR")  # 40 % less the 15 % allowed, of 50 EUR


@pytest.mark.parametrize(
    "turns",
    [
        (COMPLAINS, agent("Ich erstatte Ihnen 10 %.", "offer_partial_refund"), ACCEPTS),
        (COMPLAINS, agent("Ich erstatte Ihnen 40 %.", "offer_partial_refund"), buyer("Nein.", "refuse")),
        (COMPLAINS, agent("Ich erstatte etwas.", "offer_partial_refund"), ACCEPTS),
        (COMPLAINS, agent("Mein Chef prüft 40 %.", "offer_partial_refund", "escalate"), ACCEPTS),
        (
            COMPLAINS,
            agent("Ich erstatte alles.", "offer_full_refund"),
            agent("Bitte senden Sie es zurück.", "inform_return_procedure"),
            ACCEPTS,
        ),
    ],
    ids=["allowed", "not taken", "no number", "passed on", "against return"],
)
def test_what_is_allowed_not_taken_or_not_certain_costs_nothing(turns: tuple[Any, ...]) -> None:
    assert of_offer(*turns) == []


def test_without_the_orders_value_no_sum_is_known() -> None:
    offer = agent("Ich erstatte Ihnen 40 %.", "offer_partial_refund")
    assert of_offer(COMPLAINS, offer, ACCEPTS, context={}) == []


def test_money_back_that_nobody_asked_for_costs_all_of_it() -> None:
    thanks, offer = (
        buyer("Alles gut angekommen.", "inform"),
        agent("Hier 10 % zurück.", "offer_partial_refund"),
    )
    (charge,) = of_offer(thanks, offer, ACCEPTS, sheet=None)
    assert (charge.check, charge.amount) == (None, 5)


def test_in_real_talk_a_trouble_may_have_gone_unheard() -> None:
    thanks, offer = buyer("Es kam an, aber…", "inform"), agent("Hier 10 % zurück.", "offer_partial_refund")
    made = talk(thanks, offer, ACCEPTS, context=ORDER)
    heard = [replace(said, turn=replace(said.turn, moves=None)) for said in made.said]
    assert bill(Talk(made.transcript, heard, DAY, RuleBook([], "d"), rubric().pace), {}, BREAKS) == Bill()


def test_a_voucher_above_its_limit_costs_what_it_is_above() -> None:
    sheet = replace(SHEET, authority={"voucher": {"EUR": 5}})
    words = "Hier ein Gutschein über 8 €."
    offer = agent(words, HeardAct("offer_discount", 0.9, 0, len(words)))
    (charge,) = of_offer(COMPLAINS, offer, ACCEPTS, sheet=sheet)
    assert charge.amount == 3
